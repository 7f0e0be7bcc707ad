import json

import pytest

from sayso.errors import BadLine
from sayso.evaluate.counts import Counts
from sayso.evaluate.speakers import Score, same_channel, score
from sayso.evaluate.statements import gold_of
from sayso.model import (
    Attribution,
    Channel,
    Condition,
    Findings,
    Party,
    PartyType,
    Place,
    QuoteType,
    Reference,
    Report,
    Span,
    SpeechAct,
    Time,
    TimexType,
)

TEXT = "In Orlin on Monday, Mayor Ana Toth vowed to reporters in a tweet that she would go if rain came."


def place(words):
    return {"words": words, "start": TEXT.index(words), "end": TEXT.index(words) + len(words)}


def span(words):
    return Span.of(TEXT, place(words)["start"], place(words)["end"])


STATEMENT = {
    "id": "s1", "source": place("Mayor Ana Toth"), "speaker": "ana", "cue": place("vowed"),
    "content": [place("she would go if rain came")], "mode": "indirect", "kind": "pledge", "act": "promise",
    "channel": "tweet", "outlet": None, "audience": "reporters", "time": {"words": "on Monday", "value": "2021-08-23"},
    "place": "orlin", "condition": {"if": place("rain came"), "then": place("she would go")},
}  # fmt: skip
ENTITIES = [
    {"id": "ana", "type": "person", "name": "Ana Toth", "also": ["Mayor Ana Toth"]},
    {"id": "orlin", "type": "place", "name": "Orlin", "also": []},
]
ATTRIBUTION = Attribution(
    "x", span("Mayor Ana Toth"), (span("vowed"),), (span("she would go if rain came"),), QuoteType.INDIRECT,
    SpeechAct.PROMISE, "a", Reference(span("reporters")), channel=Channel.TWEET, said_on="t", said_at="o",
    condition=Condition(span("rain came")),
)  # fmt: skip
ANA = Party("a", "Ana Toth", PartyType.PERSON, mentions=(span("Ana Toth"),))
ORLIN = Place("o", "Orlin", mentions=(span("Orlin"),))
MONDAY = Time("t", span("on Monday"), TimexType.DATE, "2021-08-23")


def gold(**changed):
    line = {"id": "g", "text": TEXT, "entities": ENTITIES, "statements": [STATEMENT | changed]}
    return gold_of(json.dumps(line))


def findings(attribution=ATTRIBUTION, parties=(ANA,)):
    return Findings(Report.of("g", TEXT), parties, (ORLIN,), (MONDAY,), (attribution,))


def test_statement_found_whole_is_right_in_every_field_that_is_marked():
    one = Counts(1, 1, 1)
    nothing = {"outlet": Counts()}
    fields = dict.fromkeys(Score.__dataclass_fields__, one) | nothing
    assert score(gold(), findings()) == Score(**fields)


def test_content_that_shares_too_little_is_not_found():
    scored = score(gold(content=[place("go")]), findings())
    assert scored == Score(Counts(0, 1, 1), Counts(0, 1, 1))


def test_party_that_is_more_like_another_entity_is_the_wrong_speaker():
    lump = Party("a", "Orlin", PartyType.GOVERNMENT, aliases=("Ana Toth", "the council"))
    council = {"id": "council", "name": "Orlin", "also": ["the council"]}
    line = {"id": "g", "text": TEXT, "entities": [ENTITIES[0], council], "statements": [STATEMENT]}
    assert score(gold_of(json.dumps(line)), findings(parties=(lump,))).linked == Counts(0, 1, 1)


@pytest.mark.parametrize(("type", "right"), [(PartyType.PEOPLE, 1), (PartyType.PERSON, 0)])
def test_speaker_whom_no_one_names_is_people_or_none(type, right):
    party = Party("a", "Residents", type)
    assert score(gold(speaker=None), findings(parties=(party,))).speaker == Counts(right, 1, 1)


def test_field_that_is_given_but_not_marked_costs_precision():
    scored = score(gold(channel=None, audience=None, time=None), findings())
    assert (scored.channel, scored.addressee, scored.said_on) == (Counts(0, 1, 0),) * 3


def test_outlet_may_be_what_it_passed_through():
    passed = Attribution(*(getattr(ATTRIBUTION, name) for name in ("id", "source", "cue", "content", "quote_type")),
                         via=(Reference(span("reporters")),))  # fmt: skip
    assert score(gold(outlet="reporters"), findings(passed)).outlet == Counts(1, 1, 1)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("op-ed", "op_ed", True), ("briefing", "press_conference", True), ("letter", "email", False)],
)
def test_channels_of_one_group_are_the_same(one, other, same):
    assert same_channel(one, other) is same


def test_text_may_stand_in_a_file_beside(tmp_path):
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    line = json.dumps({"id": "g", "text_file": "report.txt", "entities": [], "statements": []})
    assert gold_of(line, tmp_path).text == TEXT


def test_text_may_stand_in_a_report_beside_of_the_same_id(tmp_path):
    (tmp_path / "other.json").write_text("[]")
    (tmp_path / "report.json").write_text(json.dumps({"id": "g", "text": TEXT, "outlet": "Post"}))
    found = gold_of('{"id": "g", "entities": [], "statements": []}', tmp_path)
    assert (found.text, found.outlet) == (TEXT, "Post")


def test_gold_without_its_text_is_named(tmp_path):
    with pytest.raises(BadLine, match="file beside it has"):
        gold_of('{"id": "g", "entities": [], "statements": []}', tmp_path)
    with pytest.raises(BadLine, match="cannot be read"):
        gold_of('{"id": "g", "text_file": "gone.txt", "entities": [], "statements": []}', tmp_path)


def test_kind_that_is_none_is_named():
    with pytest.raises(BadLine, match='"shrug" is no kind of statement'):
        gold(kind="shrug")
