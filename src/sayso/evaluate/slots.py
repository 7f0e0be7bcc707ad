"""Whether the slots of events are filled right: who did it, to whom, where and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.evaluate.counts import NOTHING, Counts, Row, Tally
from sayso.evaluate.entities import Entities
from sayso.evaluate.happenings import Days, Gold, Happening, days
from sayso.evaluate.names import called, names
from sayso.model import Event, Findings, SlotName, Time


@dataclass(frozen=True, slots=True)
class Filled(Tally):
    """How a slot is filled, of events that were found.

    ``right`` of the ``given`` ones are right; of the ``marked`` ones, ``empty`` were not given; where ``neither`` is
    marked or given, it is rightly empty.
    """

    right: int = 0
    given: int = 0
    marked: int = 0
    empty: int = 0
    neither: int = 0
    judged: int = 0

    @classmethod
    def of(cls, *, marked: bool, given: bool, right: bool) -> Filled:
        """Return the counts of one event."""
        return cls(
            int(marked and right), int(given), int(marked), int(marked and not given), int(not marked and not given), 1
        )

    @property
    def amiss(self) -> bool:
        """Whether what is marked was not given right."""
        return self.right < self.marked

    def rows(self, figure: str = "") -> Iterator[Row]:
        """Yield the figures of a slot; none where it is neither marked nor given."""
        if self.given or self.marked:
            yield Row.of(figure, Counts(self.right, self.given, self.marked))
            yield _share(f"{figure}_right", self.right + self.neither, self.judged)
            yield _share(f"{figure}_empty", self.empty, self.marked)


NO_SLOTS = Filled()


def _share(figure: str, part: int, whole: int) -> Row:
    return Row(figure, None, None, part / whole if whole else 0.0, part, whole)


class Slots:
    """Compares the slots of events in a report."""

    def __init__(self, gold: Gold, findings: Findings) -> None:
        """Take the gold of a report, and what was found in it."""
        self.findings, self.entities = findings, Entities(gold.entities)

    def actor(self, marked: Happening, event: Event) -> Filled:
        """Whether one of the actors is the right one."""
        return self._filled(marked.actor, self._parties(event.actors, SlotName.ACTOR, event))

    def recipient(self, marked: Happening, event: Event) -> Filled:
        """Whether one of the recipients is the right one."""
        return self._filled(marked.recipient, self._parties(event.recipients, SlotName.RECIPIENT, event))

    def place(self, marked: Happening, event: Event) -> Filled:
        """Whether it happened at the right place."""
        place = self.findings.place(event.place)
        given = [called(place) | _words(event, SlotName.PLACE, place.id)] if place else []
        return self._filled(marked.place, [*given, *_unknown(event, SlotName.PLACE)])

    def time(self, marked: Happening, event: Event) -> Filled:
        """Whether it happened at a time that has a day in common with the marked one."""
        when, time = marked.when, self.findings.time(event.time)
        found = _days(time) if time else None
        right = when is not None and found is not None and when.overlaps(found)
        return Filled.of(marked=when is not None, given=time is not None, right=right)

    def within(self, marked: Happening, event: Event) -> Counts:
        """Whether the time lies within the marked one, where both are given."""
        when, time = marked.when, self.findings.time(event.time)
        if when is None or time is None:
            return NOTHING
        found = _days(time)
        return Counts(int(found is not None and when.covers(found)), 1, 1)

    def _filled(self, marked: str | None, given: Iterable[frozenset[str]]) -> Filled:
        given = list(given)
        right = marked is not None and any(self.entities.same(marked, one) for one in given)
        return Filled.of(marked=marked is not None, given=bool(given), right=right)

    def _parties(self, ids: Iterable[str], slot: SlotName, event: Event) -> list[frozenset[str]]:
        known = [called(self.findings.party(one)) | _words(event, slot, one) for one in ids]
        return [*known, *_unknown(event, slot)]


def _words(event: Event, slot: SlotName, id: str) -> frozenset[str]:
    return names(one.span.exact for one in event.slots if one.slot == slot and one.id == id)


def _unknown(event: Event, slot: SlotName) -> list[frozenset[str]]:
    """Return the words that fill a slot, and stand for no one who is known."""
    return [names([one.span.exact]) for one in event.slots if one.slot == slot and one.id is None]


def _days(time: Time) -> Days | None:
    """Return the days of a time that was found; ``None`` where they are not known on either side."""
    if time.earliest and time.latest:
        return days(f"{time.earliest}/{time.latest}")
    return days(time.value) if time.value else None
