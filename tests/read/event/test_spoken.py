"""Cues of attributions are no events of their own, but where the attribution leaves something out."""

from __future__ import annotations

from dataclasses import replace

from sayso.model import Attribution, QuoteType, Reference, Span
from sayso.read.event.spoken import Spoken
from sayso.read.found import Found
from sayso.read.syntax import parse
from tests.read.event.told import trigger

TEXT = "Doss accused the army of an attack."
SYNTAX = parse(TEXT)


def span(words: str) -> Span:
    return Span.of(TEXT, TEXT.index(words), TEXT.index(words) + len(words))


def spoken(*, addressed: bool = False) -> Spoken:
    whom = Reference(span("the army")) if addressed else None
    cue = Attribution("a1", None, (span("accused"),), (span("an attack"),), QuoteType.INDIRECT, addressee=whom)
    return Spoken(Found(SYNTAX, attributions=(cue,)))


def test_cue_is_told_already() -> None:
    assert spoken().tells(trigger(SYNTAX, "accused", "ACCUSE")) is True


def test_other_word_is_not_told_already() -> None:
    assert spoken().tells(trigger(SYNTAX, "attack")) is False


def test_cue_that_is_surely_a_deed_is_an_event_too() -> None:
    sure, unsure = (
        replace(trigger(SYNTAX, "accused", "ASSAULT", chance), listed=False) for chance in (0.9, 0.5)
    )
    assert (spoken().tells(sure), spoken().tells(unsure)) == (False, True)


def test_attribution_without_an_addressee_leaves_out_to_whom() -> None:
    accused = trigger(SYNTAX, "accused", "ACCUSE")
    assert (spoken().leaves_out(accused), spoken(addressed=True).leaves_out(accused)) == (True, False)
