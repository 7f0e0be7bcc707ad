"""For tests of claims: a short text with the words of its events, and the claims on them in plain words."""

from __future__ import annotations

from typing import NamedTuple

from sayso.model import Event, Report, Span
from sayso.read import claims, pipeline
from sayso.read.found import Found
from sayso.read.syntax import parse

LATER = frozenset({"events", "figures", "claims"})


class Held(NamedTuple):
    """A claim in plain words: who holds it, nearest first, the factuality, and the ground."""

    holder: tuple[str | None, ...]
    factuality: str
    basis: str = "cannot_be_judged"


def found_in(text: str, *triggers: str) -> Found:
    """Return what is found in a text with an event at each of these words, claims included."""
    report = Report.of("r", text, published="2021-08-26", language="en")
    found = Found(parse(text))
    for name, find in pipeline.STAGES:
        if name not in LATER:
            found = find(report, found)
    spans = [Span.of(text, text.index(words), text.index(words) + len(words)) for words in triggers]
    events = tuple(Event(f"e{n}", span) for n, span in enumerate(spans, start=1))
    return claims.find(report, found.having(events=events))


def held(text: str, trigger: str) -> list[Held]:
    """Return the claims on the event at ``trigger``."""
    return _plain(found_in(text, trigger), "e1")


def contents(text: str, *triggers: str) -> list[Held]:
    """Return the claims on contents that are no event."""
    return _plain(found_in(text, *triggers), None)


def _plain(found: Found, event: str | None) -> list[Held]:
    names = {party.id: party.name for party in found.parties}
    return [
        Held(tuple(names.get(one, one) if one else None for one in claim.holder), claim.factuality, claim.basis)
        for claim in found.claims
        if claim.event == event
    ]
