import json

import pytest

from sayso.evaluate.counts import Counts
from sayso.evaluate.factuality import Numbers, Score, gold_of, pearson, score
from sayso.model import Claim, Event, Factuality, Findings, Span
from sayso.model.values import Basis

TOKENS = ["They", "did", "not", "leave", "but", "stayed", "."]
LINE = {"id": "g", "tokens": TOKENS, "events": [{"tok": [3, 4], "score": -2.8}, {"tok": [5, 6], "score": 3.0}]}
GOLD = gold_of(json.dumps(LINE))


def event(id, words):
    return Event(id, Span.of(GOLD.text, GOLD.text.index(words), GOLD.text.index(words) + len(words)))


def claim(event, factuality, holder="report"):
    return Claim(f"c-{event}-{holder}", (holder,), factuality, Basis.TOLD, event)


def found(*events, claims=()):
    return Findings(GOLD.report(), events=events, claims=claims)


def test_text_is_that_of_the_tokens():
    assert GOLD.text == "They did not leave but stayed ."
    assert gold_of(json.dumps(LINE | {"sent": [0, 0, 0, 0, 1, 1, 1]})).text == "They did not leave\nbut stayed ."


def test_claim_of_the_report_goes_before_the_others():
    claims = (claim("l", Factuality.UU, "p1"), claim("l", Factuality.CT_MINUS), claim("s", Factuality.PR_PLUS, "p1"))
    scored = score(GOLD, found(event("l", "leave"), event("s", "stayed"), claims=claims))
    pairs = ((-2.8, -3), (3.0, 2))
    assert scored == Score(Numbers(pairs), Counts(2, 2, 2), Numbers(pairs))
    assert scored.recalled.mean_error == pytest.approx(0.6)
    assert scored.recalled.ways.macro_f1 == 1


def test_event_without_a_claim_is_wrong_among_all():
    scored = score(GOLD, found(event("l", "leave"), event("n", "They")))
    assert scored == Score(Numbers(), Counts(1, 1, 2), Numbers(((-2.8, None), (3.0, None))))
    assert [row.figure for row in scored.rows()] == [
        "recall", "all_three_macro_f1", "all_three", "all_pearson_r", "all_mean_error",
    ]  # fmt: skip


def test_correlation_is_0_where_one_side_does_not_vary():
    assert (pearson([(1, 3), (2, 3)]), pearson([(1, 3)]), pearson([(1, 3), (2, 5)])) == (0, 0, pytest.approx(1))
