"""A report's text cut at every border of every span, so that overlapping spans still give well-formed HTML."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from sayso.export.told import Told
from sayso.export.told_events import ToldEvent
from sayso.model import Event, Span


class Part(StrEnum):
    """What part of an attribution or of an event a span is."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"
    TRIGGER = "trigger"
    ACTOR = "actor"
    RECIPIENT = "recipient"
    PLACE = "place"
    TIME = "time"
    FIGURE = "figure"
    CLAIM = "claim"


SAID = frozenset({Part.SOURCE, Part.CUE, Part.CONTENT})
"""The parts of an attribution; all others are parts of an event."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of the text that is part of the attribution, or of the event, of this number."""

    start: int
    end: int
    part: Part
    number: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text over which the same marks lie.

    ``begins`` are the attributions whose words begin here, ``triggers`` the events whose trigger does.
    """

    start: int
    end: int
    marks: tuple[Mark, ...]
    begins: tuple[int, ...]
    triggers: tuple[int, ...] = ()

    @property
    def depth(self) -> int:
        """How many attributions' content this is: 2 where someone says that another says it."""
        return len({mark.number for mark in self.marks if mark.part is Part.CONTENT})

    @property
    def parts(self) -> frozenset[Part]:
        """What parts of attributions and events this is."""
        return frozenset(mark.part for mark in self.marks)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The attributions to which this belongs, in the order of the text."""
        return tuple(sorted({mark.number for mark in self.marks if mark.part in SAID}))

    @property
    def of_events(self) -> tuple[Mark, ...]:
        """The marks of events, in the order of the text."""
        return tuple(sorted((mark for mark in self.marks if mark.part not in SAID), key=lambda mark: mark.number))


def marks_of(told: Iterable[Told]) -> Iterator[Mark]:
    """Yield the marks of attributions: source, cue and content."""
    for one in told:
        attribution = one.attribution
        source = (attribution.source,) if attribution.source else ()
        for part, spans in ((Part.SOURCE, source), (Part.CUE, attribution.cue), (Part.CONTENT, attribution.content)):
            yield from (Mark(span.start, span.end, part, one.number) for span in spans)


def marks_of_events(events: Iterable[ToldEvent]) -> Iterator[Mark]:
    """Yield the marks of events: trigger, slots, figures, and the words of the claims about them."""
    for one in events:
        yield from (Mark(span.start, span.end, part, one.number) for part, span in _parts(one.event))
        for held in one.held:
            yield from (Mark(span.start, span.end, Part.CLAIM, one.number) for span in held.claim.spans)


def _parts(event: Event) -> Iterator[tuple[Part, Span]]:
    yield Part.TRIGGER, event.trigger
    yield from ((Part(slot.slot.value), slot.span) for slot in event.slots)
    yield from ((Part.FIGURE, figure.span) for figure in event.figures)


def segments(
    told: tuple[Told, ...], paragraphs: Iterable[tuple[int, int]], events: Iterable[ToldEvent] = ()
) -> Iterator[list[Segment]]:
    """Yield, for each paragraph (start, end), its segments in order; together they are the whole paragraph."""
    bounds = list(paragraphs)
    marks = [mark for mark in (*marks_of(told), *marks_of_events(events)) if mark.start < mark.end]
    stretches = list(_sweep(marks, [place for bound in bounds for place in bound]))
    lefts = [left for left, _, _ in stretches]
    numbering = _Numbering(told)
    for start, end in bounds:
        inside = stretches[bisect_left(lefts, start) : bisect_left(lefts, end)]
        yield [Segment(left, right, over, numbering.begin(over), _triggers(left, over)) for left, right, over in inside]


def _triggers(start: int, marks: Iterable[Mark]) -> tuple[int, ...]:
    return tuple(sorted(mark.number for mark in marks if mark.part is Part.TRIGGER and mark.start == start))


class _Numbering:
    """Tells where the words of each attribution begin: at its content, or, where it has none, at its source or cue."""

    def __init__(self, told: Iterable[Told]) -> None:
        self.waiting = {one.number: SAID if not one.attribution.content else {Part.CONTENT} for one in told}

    def begin(self, marks: Iterable[Mark]) -> tuple[int, ...]:
        """Return the attributions whose words have not begun before these marks."""
        said = (mark for mark in marks if mark.part in SAID)
        numbers = {mark.number for mark in said if mark.part in self.waiting.get(mark.number, ())}
        for number in numbers:
            del self.waiting[number]
        return tuple(sorted(numbers))


def _sweep(marks: list[Mark], places: list[int]) -> Iterator[tuple[int, int, tuple[Mark, ...]]]:
    """Yield each stretch between two borders with the marks that lie over it."""
    opening, closing = defaultdict(list), defaultdict(list)
    for mark in marks:
        opening[mark.start].append(mark)
        closing[mark.end].append(mark)
    over: dict[Mark, None] = {}
    for left, right in pairwise(sorted({*places, *opening, *closing})):
        for mark in closing[left]:
            over.pop(mark, None)
        over.update(dict.fromkeys(opening[left]))
        yield left, right, tuple(over)
