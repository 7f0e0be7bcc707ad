"""The machine interface: findings as JSON and back, and the schema that describes them."""

from __future__ import annotations

import json

import jsonschema
import msgspec
import pytest

from sayso.model import (
    Attribution,
    Condition,
    Findings,
    Party,
    PartyType,
    QuoteType,
    Reference,
    Report,
    Span,
    SpeechAct,
    Time,
    TimexType,
)
from sayso.model.codec import from_json, schema, to_json

TEXT = "If they leave, we will talk, Doss told the BBC on Friday."


def whole() -> Findings:
    span = lambda words: Span.of(TEXT, TEXT.index(words), TEXT.index(words) + len(words))  # noqa: E731
    condition = Condition(span("they leave"), span("we will talk"))
    attribution = Attribution(
        id="a1", source=span("Doss"), cue=(span("told"),), content=(span("If they leave, we will talk"),),
        quote_type=QuoteType.INDIRECT, speech_act=SpeechAct.PROMISE, speaker="p1",
        addressee=Reference(span("the BBC"), "p2"), said_on="t1", condition=condition, score=0.5, made_by="x@1",
    )  # fmt: skip
    parties = (
        Party("p1", "Doss", PartyType.PERSON, mentions=(span("Doss"),), made_by="x@1"),
        Party("p2", "BBC", PartyType.OUTLET, country="GBR", mentions=(span("BBC"),), made_by="x@1"),
    )
    time = Time("t1", span("Friday"), TimexType.DATE, made_by="x@1")
    return Findings(Report.of("r1", TEXT, outlet="X"), parties=parties, times=(time,), attributions=(attribution,))


def test_findings_survive_the_round_trip() -> None:
    assert from_json(to_json(whole()), TEXT) == whole()


def test_every_key_is_printed_and_unknown_is_null() -> None:
    line = json.loads(to_json(whole()))
    assert list(line) == ["report", "parties", "places", "times", "attributions", "events", "claims", "unresolved"]
    assert line["attributions"][0] | {} == {
        "id": "a1",
        "source": {"start": 29, "end": 33, "exact": "Doss"},
        "cue": [{"start": 34, "end": 38, "exact": "told"}],
        "content": [{"start": 0, "end": 27, "exact": "If they leave, we will talk"}],
        "quote_type": "indirect",
        "speech_act": "promise",
        "speaker": "p1",
        "addressee": {"span": {"start": 39, "end": 46, "exact": "the BBC"}, "party": "p2"},
        "via": [],
        "channel": None,
        "outlet": None,
        "said_on": "t1",
        "said_at": None,
        "floating": False,
        "parent": None,
        "condition": {
            "if": {"start": 3, "end": 13, "exact": "they leave"},
            "then": {"start": 15, "end": 27, "exact": "we will talk"},
        },
        "deadline": None,
        "score": 0.5,
        "made_by": "x@1",
    }


def test_output_agrees_with_its_schema() -> None:
    jsonschema.validate(json.loads(to_json(whole())), schema())


@pytest.mark.parametrize("change", [{"quote_type": "shouted"}, {"content": None}, {"score": "high"}])
def test_schema_refuses_another_shape(change: dict[str, object]) -> None:
    line = json.loads(to_json(whole()))
    line["attributions"][0] |= change
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(line, schema())
    with pytest.raises(msgspec.ValidationError):
        from_json(json.dumps(line), TEXT)


def test_nouns_are_frozen() -> None:
    with pytest.raises(AttributeError):
        whole().report.text = "other"  # type: ignore[misc]
