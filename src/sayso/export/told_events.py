"""What happened, according to whom: events and claims with their ids replaced by names and dates, ready to be printed.

The terminal, the page and the exports all use these, so that they say the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Protocol

from sayso.export.clause import clause_of
from sayso.export.told import PRONOUNS, dated, on_one_line
from sayso.model import (
    Attribution,
    Claim,
    Event,
    Figure,
    FigureKind,
    Findings,
    Party,
    PartyType,
    Place,
    SlotName,
    Span,
    Time,
)
from sayso.vocab.definitions import vocabulary

REPORT = "report"
"""Stands in a chain of holders for the report's own voice."""
SURE = 0.5
"""An event without a PLOVER type is shown from this score on."""
BARE = frozenset({FigureKind.MONEY, FigureKind.DISTANCE, FigureKind.OTHER})
"""Figures whose own words say what they count."""
HAPPENING = frozenset(
    {FigureKind.KILLED, FigureKind.INJURED, FigureKind.DETAINED, FigureKind.DISPLACED, FigureKind.MISSING}
)
"""Figures that say what became of those who are counted: ``at least 29 dockers killed``."""


class Names(Protocol):
    """What ids stand for: the findings of a report, or one event with what it names."""

    def party(self, id: str | None) -> Party | None:
        """Return the party with this id, or ``None``."""

    def attribution(self, id: str | None) -> Attribution | None:
        """Return the attribution with this id, or ``None``."""


@dataclass(frozen=True, slots=True)
class Holder:
    """One link in the chain of who holds a claim: a party, the report (``is_report``), or someone unnamed.

    ``words`` are its name or, for someone who is no party, the report's words, empty where it has none.
    """

    words: str
    party: Party | None = None
    is_report: bool = False

    @property
    def name(self) -> str:
        """The name, or the words with a note that they are no name."""
        return self.words if self.known else _someone(self.words)

    @property
    def known(self) -> bool:
        """Whether a name stands for it."""
        return self.is_report or (self.party is not None and self.party.type is not PartyType.PEOPLE)


@dataclass(frozen=True, slots=True)
class ToldClaim:
    """One holder's version of an event: ``chain`` is who holds it, nearest first."""

    claim: Claim
    chain: tuple[Holder, ...]

    @property
    def certainty(self) -> str:
        """How sure the holder is, in words: ``probable``, ``did not happen``."""
        definition = vocabulary("factuality").definition(self.claim.factuality)
        return (definition and definition.shown) or self.claim.factuality

    @property
    def basis(self) -> str:
        """On what ground the holder knows it, in words; empty where the words do not say."""
        definition = vocabulary("basis").definition(self.claim.basis)
        return (definition and definition.shown) or ""

    @property
    def holder(self) -> str:
        """Who holds it: ``Lena Orsk, through reports from the port (unnamed)``; the report comes last unsaid."""
        links = [link.name for link in self.chain]
        if len(links) > 1 and self.chain[-1].is_report:
            links.pop()
        return ", through ".join(links) or "someone unnamed"


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """One event as a reader wants it: ``number`` is its place in the report, from 1, ``clause`` the words around it."""

    number: int
    event: Event
    clause: tuple[str, str, str]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: Place | None
    place_words: str
    time: Time | None
    time_words: str
    held: tuple[ToldClaim, ...]

    @property
    def code(self) -> str:
        """PLOVER type and mode: ``ASSAULT firearms``; empty where the event has none."""
        return " ".join(part for part in (self.event.type, self.event.mode) if part)

    @property
    def figures(self) -> tuple[str, ...]:
        """The figures as phrases: ``at least 29 dockers killed``."""
        return tuple(counts(figure) for figure in self.event.figures)

    @property
    def who(self) -> str:
        """Who did it to whom: ``the army → the dockers``."""
        actors, recipients = ", ".join(self.actors), ", ".join(self.recipients)
        return f"{actors} → {recipients}" if recipients else actors

    @property
    def dates(self) -> tuple[str | None, str | None]:
        """The first and the last day on which it can have happened, ISO 8601; the last only where it is another."""
        first, last = (self.time.earliest, self.time.latest) if self.time else (None, None)
        return first, last if last != first else None

    @property
    def facts(self) -> tuple[str, ...]:
        """When, where, who to whom and how many, each as a phrase, as far as they are known."""
        when = day(self.time) if self.time else self.time_words
        where = f"in {on_one_line(self.place.name)}" if self.place else self.place_words
        return tuple(fact for fact in (when, where, self.who, *self.figures) if fact)


def tell_events(findings: Findings) -> tuple[ToldEvent, ...]:
    """Return the events of a report with names and dates instead of ids, in the order of the text."""
    claims: dict[str | None, list[Claim]] = defaultdict(list)
    for claim in findings.claims:
        claims[claim.event].append(claim)
    ordered = sorted(findings.events, key=lambda event: (event.trigger, event.id))
    return tuple(_told(n, event, claims[event.id], findings) for n, event in enumerate(ordered, 1))


def _told(number: int, event: Event, claims: list[Claim], findings: Findings) -> ToldEvent:
    return ToldEvent(
        number=number,
        event=event,
        clause=clause_of(event, claims, findings.report.text),
        actors=named(event, SlotName.ACTOR, event.actors, findings),
        recipients=named(event, SlotName.RECIPIENT, event.recipients, findings),
        place=findings.place(event.place),
        place_words=", ".join(words_in(event, SlotName.PLACE)),
        time=findings.time(event.time),
        time_words=", ".join(words_in(event, SlotName.TIME)),
        held=tuple(ToldClaim(claim, holders(claim, findings)) for claim in claims),
    )


def worth_showing(events: Iterable[ToldEvent], everything: bool) -> tuple[tuple[ToldEvent, ...], tuple[ToldEvent, ...]]:
    """Return the events that are told and those that are only counted: without a type, and not sure.

    ``everything`` tells all of them. History told in passing comes last among those that are told.
    """
    told: list[ToldEvent] = []
    counted: list[ToldEvent] = []
    for one in events:
        (told if everything or one.event.type or one.event.score >= SURE else counted).append(one)
    return tuple(sorted(told, key=lambda one: one.event.background)), tuple(counted)


def holders(claim: Claim, names: Names) -> tuple[Holder, ...]:
    """Return the chain of who holds a claim, nearest first, with the words for those who are not named."""
    unnamed = iter(_unnamed(names.attribution(claim.attribution), names))
    return tuple(_holder(id, unnamed, names) for id in claim.holder)


def _holder(id: str | None, unnamed: Iterator[str], names: Names) -> Holder:
    if id == REPORT:
        return Holder("the report", is_report=True)
    party = names.party(id)
    if party is None:
        return Holder(next(unnamed, ""))
    return Holder(on_one_line(party.name), party)


def _someone(words: str) -> str:
    """Return words for someone who is not named, with a note of that."""
    if not words:
        return "someone unnamed"
    return f"{words} (not resolved)" if words.lower() in PRONOUNS else f"{words} (unnamed)"


def _unnamed(attribution: Attribution | None, names: Names) -> Iterator[str]:
    """Yield the words for those of a chain who are no party: speakers from the inside out, then who passed it on."""
    nesting = []
    while attribution is not None and attribution not in nesting:
        nesting.append(attribution)
        attribution = names.attribution(attribution.parent)
    for one in nesting:
        if one.speaker is None:
            yield on_one_line(one.source.exact) if one.source else ""
    for reference in chain.from_iterable(one.via for one in nesting):
        if reference.party is None:
            yield on_one_line(reference.span.exact)


def named(event: Event, slot: SlotName, ids: tuple[str, ...], names: Names) -> tuple[str, ...]:
    """Return the names of the parties in a slot, and the words of the slot that stand for no party."""
    parties = (names.party(id) for id in ids)
    known = [on_one_line(party.name) for party in parties if party]
    return tuple(dict.fromkeys([*known, *words_in(event, slot)]))


def words_in(event: Event, slot: SlotName) -> list[str]:
    """Return the words of a slot that stand for nothing that was found."""
    return [on_one_line(one.span.exact) for one in event.slots if one.slot is slot and one.id is None]


def day(time: Time) -> str:
    """Return when something happened, as a date or dates; in the report's words where these stand for no date."""
    if time.value and DATE.fullmatch(time.value) and time.mod is None:
        return time.value
    if time.earliest == time.latest:
        return time.earliest or dated(time)
    return f"{time.earliest or 'unknown'} to {time.latest or 'unknown'}"


DATE = re.compile(r"\d{4}(-\d\d){0,2}")
"""A year, month or day."""


def counts(figure: Figure) -> str:
    """Return a figure as a phrase in the report's words: number, what is counted, what became of them."""
    number, of = on_one_line(figure.span.exact), _of(figure.of, figure.span)
    if figure.what in HAPPENING:
        return " ".join(part for part in (number, of, figure.what.value) if part)
    return f"{number} {of}" if of else number if figure.what in BARE else f"{number} {figure.what}"


def _of(of: Span | None, number: Span) -> str:
    """Return the words for what is counted, unless the words of the number hold them."""
    return on_one_line(of.exact) if of and not number.covers(of) else ""
