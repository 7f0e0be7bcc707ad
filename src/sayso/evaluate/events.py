"""How well is found what happened according to whom, against events that people wrote down.

An event is found where a trigger shares a word with the marked one, one to one, the one with most words in common
first, and of these one of the same type.

- ``found``: recall is the share of the marked events that were found. The main figure. Precision is the share of the
  events with a type that met a marked one: a lower bound, for people mark only the most newsworthy ones.
- ``complete``: of the marked events, those that were found with the right holder, factuality and, where they are
  marked, place and time.
- ``type``, ``holder``, ``factuality``: of the events that were found, those that have it right. ``holder``: a claim on
  the event is held by the marked one, or by someone unnamed where no one is named; the report's own claim does not
  count where it commits itself to nothing and others tell of the event. ``factuality``: in the mouth of the marked
  holder it happened (CT+), did not (CT-), or neither (see ``ways``).
- ``factuality_macro_f1``: mean F1 of these three, for most events happened.
- ``actor``, ``recipient``, ``place``, ``time``: precision is the share of the given ones that are right, recall the
  share of the marked ones that were given right. ``…_right``: share of the events that were found whose slot is right,
  rightly empty ones too; ``…_empty``: share of the marked ones that were left empty. Both stand in the column of F1.
- ``time_within``: of the given times that are marked, too, those that lie within the marked one; ``time`` is right
  where the two have a day in common.
- ``figures``: numbers found, wherever in the report; their precision is a lower bound, too. ``figure_value``: of these,
  those with the right number, low and high. ``figure_event``: of these, those on the right event, where it was found.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from sayso.evaluate.classes import NO_CLASSES, Classes
from sayso.evaluate.counts import NEITHER, NOTHING, Counts, Row, Sides, Tally
from sayso.evaluate.figures import NO_FIGURES, Figures, figures
from sayso.evaluate.happenings import Gold, Happening
from sayso.evaluate.holders import Holders, ways
from sayso.evaluate.matching import pairs
from sayso.evaluate.slots import NO_SLOTS, Filled, Slots
from sayso.evaluate.words import Words
from sayso.model import Event, Findings

BY_TYPE = 0.5
"""Closeness of events of one type, in words: less than one, so that it decides between equals only."""


@dataclass(frozen=True, slots=True)
class Score(Tally):
    """The counts of each figure."""

    found: Sides = NEITHER
    complete: Counts = NOTHING
    type: Counts = NOTHING
    holder: Counts = NOTHING
    factuality: Classes = NO_CLASSES
    actor: Filled = NO_SLOTS
    recipient: Filled = NO_SLOTS
    place: Filled = NO_SLOTS
    time: Filled = NO_SLOTS
    time_within: Counts = NOTHING
    figures: Figures = NO_FIGURES

    def rows(self) -> Iterator[Row]:
        """Yield the figures in order."""
        yield Row.of("found", self.found)
        for field in fields(self)[1:]:
            counts = getattr(self, field.name)
            if isinstance(counts, Filled | Figures):
                yield from counts.rows(field.name)
            elif isinstance(counts, Classes) and counts.pairs:
                yield from _accuracy(field.name, counts)
            elif isinstance(counts, Counts) and counts.marked:
                yield Row.of(field.name, counts)


def _accuracy(figure: str, classes: Classes) -> Iterator[Row]:
    judged = len(classes.pairs)
    yield Row.of(figure, Counts(classes.counts.right, judged, judged))
    yield classes.rows(figure)[0]


def score(gold: Gold, findings: Findings) -> Score:
    """Return how the events that were found in ``gold.text`` agree with the marked ones."""
    met = _met(gold, findings)
    typed = {j for j, event in enumerate(findings.events) if event.type}
    total = Score(
        found=Sides(sum(j in typed for _, j in met), len(typed), len(met), len(gold.events)),
        complete=Counts(0, 0, len(gold.events)),
        figures=figures(gold, findings.events, dict(met)),
    )
    judge = _Judge(gold, findings)
    for i, j in met:
        total += judge.event(gold.events[i], findings.events[j])
    return total


def _met(gold: Gold, findings: Findings) -> list[tuple[int, int]]:
    """Return the numbers of the marked events, and of the found ones that meet them."""
    words = Words(gold.text)

    def closeness(marked: Happening, event: Event) -> float:
        common = words.of([(marked.trigger.start, marked.trigger.end)]) & words.of(
            [(event.trigger.start, event.trigger.end)]
        )
        return len(common) + BY_TYPE * (event.type == marked.type) if common else 0.0

    return pairs(gold.events, findings.events, closeness)


class _Judge:
    """Compares events that were found with the marked ones that they meet."""

    def __init__(self, gold: Gold, findings: Findings) -> None:
        self.slots, self.holders = Slots(gold, findings), Holders(gold, findings)

    def event(self, marked: Happening, event: Event) -> Score:
        """Return the counts of an event that was found."""
        told = self.holders.told(marked, event)
        place, time = self.slots.place(marked, event), self.slots.time(marked, event)
        as_marked = (told.by_holder, told.way in ways(marked), told.so, not place.amiss, not time.amiss)
        return Score(
            complete=Counts(int(all(as_marked)), 1, 0),
            type=_share(event.type == marked.type),
            holder=_share(told.by_holder),
            factuality=Classes((told.pair(marked),)),
            actor=self.slots.actor(marked, event),
            recipient=self.slots.recipient(marked, event),
            place=place,
            time=time,
            time_within=self.slots.within(marked, event),
        )


def _share(right: bool) -> Counts:
    return Counts(int(right), 1, 1)
