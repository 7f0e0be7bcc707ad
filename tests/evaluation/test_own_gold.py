import pytest

from evaluation import floors
from evaluation.own_gold import FIELDS, Case, Expected, cases, likeness, score, words
from evaluation.skills import own_scores
from sayso.model import Attribution, Findings, Party, Report, Span
from sayso.model.values import PartyType, QuoteType, SpeechAct

TEXT = "The mayor said the bridge was safe."
SAID = Expected("The mayor", ("said",), ("the bridge was safe",), "mayor", "indirect", "assert")
CASE = Case("one", "verb", "2019-10-17", TEXT, (SAID,))


def span(exact):
    return Span.of(TEXT, TEXT.index(exact), TEXT.index(exact) + len(exact))


def found(content, source="The mayor"):
    mayor = Party("p1", "The mayor", PartyType.PEOPLE, mentions=(span("The mayor"),))
    attribution = Attribution(
        "a1", span(source), (span("said"),), (span(content),), QuoteType.INDIRECT, SpeechAct.ASSERT, speaker="p1"
    )
    return Findings(Report.of("one", TEXT), parties=(mayor,), attributions=(attribution,))


def test_words_are_told_apart_by_their_place():
    assert words("no, no", [(0, 2)]) == frozenset({0})


def test_no_words_are_like_no_words():
    assert likeness(frozenset(), frozenset()) == 1.0


def test_what_is_found_as_expected_scores_100():
    assert set(score([(CASE, found("the bridge was safe"))]).values()) == {100.0}


def test_content_with_less_than_half_of_the_words_is_not_found():
    assert score([(CASE, found("the"))])["found"] == 0.0


def test_other_source_is_found_but_not_linked():
    scores = score([(CASE, found("the bridge was safe", source="bridge"))])
    assert (scores["found"], scores["linked"], scores["source"]) == (100.0, 0.0, 0.0)


def test_nothing_found_scores_0():
    assert set(score([(CASE, Findings(Report.of("one", TEXT)))]).values()) == {0.0}


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.id)
def test_own_gold_points_at_words_of_its_text(case):
    for expected in case.attributions:
        pieces = (*expected.cue, *expected.content, *filter(None, (expected.source, expected.addressee)), *expected.via)
        assert [piece for piece in pieces if piece not in case.text] == []
        assert expected.quote_type in set(QuoteType)
        assert expected.speech_act in set(SpeechAct)


def test_own_gold_has_every_speech_act_and_each_pattern_once():
    acts = {expected.speech_act for case in cases() for expected in case.attributions}
    assert acts == set(SpeechAct)
    assert len({case.id for case in cases()}) == len(cases())


def test_own_gold_is_read_no_worse_than_the_floors():
    pinned = floors.load()
    assert {f"own.{measure}" for measure in ("found", "linked", *FIELDS)} <= set(pinned.floors)
    assert pinned.broken({f"own.{measure}": value for measure, value in own_scores().items()}) == {}
