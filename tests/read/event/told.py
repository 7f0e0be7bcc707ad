"""For tests of events: short texts read whole, their events in plain words, and triggers made by hand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sayso.model import Event, Findings
from sayso.read.event.trigger import Trigger
from sayso.read.syntax import Syntax
from tests.read.reading import read


class Told(NamedTuple):
    """An event in plain words: trigger, type, names of actors, recipients and place, and the words of its time."""

    trigger: str
    type: str | None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: str | None = None
    time: str | None = None


def told(text: str) -> list[Told]:
    """Return the events of a text that have a type, in plain words and in the order of the text."""
    findings = read(text)
    return [_plain(findings, event) for event in findings.events if event.type]


def untyped(text: str) -> list[Told]:
    """Return the events of a text that have no type, in plain words."""
    findings = read(text)
    return [_plain(findings, event) for event in findings.events if event.type is None]


def event_at(text: str, trigger: str) -> Event:
    """Return the one event of a text with this trigger."""
    (event,) = (one for one in read(text).events if one.trigger.exact == trigger)
    return event


def at(syntax: Syntax, word: str) -> int:
    """Return the first token of a text that is this word."""
    return next(token.i for token in syntax.tokens if token.text == word)


def words(syntax: Syntax, found: Iterable[int]) -> list[str]:
    """Return tokens as words, in the order of the text."""
    return [syntax.tokens[i].text for i in sorted(found)]


def trigger(syntax: Syntax, word: str, type: str | None = "ASSAULT", typed: float = 0.9) -> Trigger:
    """Return a trigger of one word."""
    i = at(syntax, word)
    return Trigger(i, i, i + 1, type, typed, typed, listed=True)


def _plain(findings: Findings, event: Event) -> Told:
    parties = {party.id: party.name for party in findings.parties}
    places = {place.id: place.name for place in findings.places}
    times = {time.id: time.span.exact for time in findings.times}
    return Told(
        event.trigger.exact, event.type, tuple(parties[one] for one in event.actors),
        tuple(parties[one] for one in event.recipients), places[event.place] if event.place else None,
        times[event.time] if event.time else None,
    )  # fmt: skip
