"""Incidents of a report against templates as in MUC-4 (Sundheim 1992): five slots, each on the level of the report.

Of each slot the marked fills are those of all templates of the report, each with its alternatives; the found ones are
those of all events that are incidents. A type, date or place that was found is right if it fits any marked fill; an
organisation or a victim meets one marked fill, one to one. A fill that is optional, or of an optional template, is
neither missed nor wrong.

- ``mean_f1``: mean F1 of the five slots. The main figure.
- ``type``: the kind of incident, from the PLOVER type and mode of the event.
- ``date``: the time of the event lies within the marked time: a day, "- day" (by then), or a range.
- ``place``: the place is called like a part of the marked chain, EL SALVADOR: SAN SALVADOR (CITY); its country only
  where nothing else is marked.
- ``organisation``: actors that are neither a person nor people, by name: a shared one, or half of the words the same.
- ``victim``: recipients, by name or description, in the same way.

The gold is JSON lines with ``templates``; ``date`` (or ``published``) is the date of the report.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sayso.evaluate.counts import NEITHER, Row, Sides, Tally
from sayso.evaluate.matching import pairs
from sayso.evaluate.names import alike, called
from sayso.evaluate.templates import Gold, Options, Within, fills_of
from sayso.model import Event, Findings, PartyType, Time

MODES = {
    "abduct": "KIDNAPPING", "explosives": "BOMBING", "suicide-attack": "BOMBING", "aerial": "BOMBING",
    "drone": "BOMBING", "destroy": "ARSON", "seize": "ROBBERY", "strike": "FORCED WORK STOPPAGE",
    "obstruct": "FORCED WORK STOPPAGE",
}  # fmt: skip
"""The kind of incident that a mode tells of."""
TYPES = {"ASSAULT": "ATTACK", "COERCE": None, "PROTEST": None}
"""The PLOVER types that may be incidents, and the kind where the mode tells none; ``None``: then it is no incident."""
DAY = re.compile(r"\d{4}-\d\d-\d\d")
Fill = TypeVar("Fill")
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Score(Tally):
    """The counts of each slot."""

    type: Sides = NEITHER
    date: Sides = NEITHER
    place: Sides = NEITHER
    organisation: Sides = NEITHER
    victim: Sides = NEITHER

    @property
    def mean_f1(self) -> float:
        """Mean F1 of the five slots."""
        slots = (self.type, self.date, self.place, self.organisation, self.victim)
        return sum(slot.f1 for slot in slots) / len(slots)

    def rows(self) -> Iterator[Row]:
        """Yield the mean and the five."""
        yield Row("mean_f1", None, None, self.mean_f1, None, None)
        yield from Tally.rows(self)


def score(gold: Gold, findings: Findings) -> Score:
    """Return how the incidents that were found in ``gold.text`` agree with the marked ones."""
    marked, events = fills_of(gold), [event for event in findings.events if incident(event)]
    return Score(
        type=_any(marked.type, [incident(event) or "" for event in events], lambda options, given: given in options),
        date=_any(marked.date, _dates(events, findings), _in_time),
        place=_any(marked.place, _places(events, findings), lambda options, given: not options.isdisjoint(given)),
        organisation=_one_to_one(marked.organisation, _organisations(events, findings)),
        victim=_one_to_one(marked.victim, _parties((one for event in events for one in event.recipients), findings)),
    )


def incident(event: Event) -> str | None:
    """Return the kind of incident that an event is; ``None`` where it is none."""
    return MODES.get(event.mode or "", TYPES[event.type]) if event.type in TYPES else None


def _dates(events: Iterable[Event], findings: Findings) -> list[Within]:
    return [_when(time) for event in events if (time := findings.time(event.time))]


def _when(time: Time) -> Within:
    day = (time.value or "")[:10]
    exact = day if DAY.fullmatch(day) else None
    return time.earliest or exact, time.latest or exact


def _places(events: Iterable[Event], findings: Findings) -> list[frozenset[str]]:
    return [called(place) for event in events if (place := findings.place(event.place))]


def _organisations(events: Iterable[Event], findings: Findings) -> list[frozenset[str]]:
    human = {party.id for party in findings.parties if party.type in (PartyType.PERSON, PartyType.PEOPLE)}
    return _parties((one for event in events for one in event.actors if one not in human), findings)


def _parties(ids: Iterable[str], findings: Findings) -> list[frozenset[str]]:
    return [called(party) for one in ids if (party := findings.party(one))]


def _in_time(marked: frozenset[Within], found: Within) -> bool:
    earliest, latest = found
    return latest is not None and any(
        last is not None and latest <= last and (first is None or (earliest or "") >= first) for first, last in marked
    )


def _any(
    marked: Sequence[Options[Fill]], found: Sequence[Found], fits: Callable[[frozenset[Fill], Found], bool]
) -> Sides:
    """Count fills of which any number may meet one that is marked."""
    given = list(dict.fromkeys(found))
    met = [(i, j) for i, one in enumerate(marked) for j, other in enumerate(given) if fits(one.fills, other)]
    return _counted(marked, len(given), met)


def _one_to_one(marked: Sequence[Options[str]], found: Sequence[frozenset[str]]) -> Sides:
    """Count parties; each meets one marked fill at most, one that is not optional if it can."""
    given = list(dict.fromkeys(found))
    met = pairs(marked, given, lambda one, other: alike(one.fills, other) * (1 if one.optional else 2))
    return _counted(marked, len(given), met)


def _counted(marked: Sequence[Options[Fill]], given: int, met: Iterable[tuple[int, int]]) -> Sides:
    met = list(met)
    right = {j for i, j in met if not marked[i].optional}
    reached = {i for i, _ in met if not marked[i].optional}
    spared = {j for _, j in met} - right
    return Sides(len(right), given - len(spared), len(reached), sum(not one.optional for one in marked))
