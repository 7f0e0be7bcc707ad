"""Gold of what happened according to whom, as careful readers write it down: events with their slots and holder.

The gold has the entities and statements of ``statements``, too: slots name entities, and an event that a statement
tells of names the statement. Values of time are those of TIMEX3; a remark in parentheses behind one is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

import msgspec

from sayso.errors import BadLine
from sayso.evaluate.gold import Marked, decoded
from sayso.evaluate.statements import Entity, Passage, with_text
from sayso.model import Factuality
from sayso.read.timex import calendar
from sayso.read.timex.calendar import Period

SHAPE = (
    '{"id", "text" (or "text_file"), "published", "entities": [{"id", "name", "also"}], '
    '"statements": [{"id", "speaker"}], "events": [{"id", "trigger": {"start", "end"}, "type", "actor", "recipient", '
    '"place", "time", "held", "by", "factuality", "figures"}]}'
)
REPORT = "report"
"""Holder of what a report tells in its own voice."""
HELD = (
    "happened", "did not happen", "planned", "threatened", "conditional", "possible", "reported",
    "reported, unconfirmed",
)  # fmt: skip
"""Ways in which an event may be held to be so."""


class Teller(msgspec.Struct, frozen=True):
    """A statement, as far as it tells of events: who makes it; ``None`` where no one is named."""

    id: str
    speaker: str | None = None


class Figure(msgspec.Struct, frozen=True):
    """A number that an account gives: its words, and what they come to."""

    words: str
    number: float | None = None
    low: float | None = None
    high: float | None = None
    what: str | None = None


class Happening(msgspec.Struct, frozen=True):
    """A marked event. ``actor``, ``recipient`` and ``place`` are ids of entities, or words.

    ``by`` is the statement that tells of it, or ``report``; ``held`` one of ``HELD``; ``factuality`` how sure the
    holder is.
    """

    id: str
    trigger: Passage
    held: str
    by: str
    type: str | None = None
    actor: str | None = None
    recipient: str | None = None
    place: str | None = None
    time: str | None = None
    factuality: Factuality | None = None
    figures: tuple[Figure, ...] = ()

    @property
    def when(self) -> Days | None:
        """When it happened; ``None`` where that is not known."""
        return days(self.time) if self.time else None


class Gold(Marked, frozen=True):
    """A report with the events that people found in it."""

    entities: tuple[Entity, ...]
    events: tuple[Happening, ...]
    statements: tuple[Teller, ...] = ()

    def holder(self, event: Happening) -> str | None:
        """Return who holds an event: ``report``, an entity, or ``None`` for someone unnamed."""
        if event.by == REPORT:
            return REPORT
        return next(one.speaker for one in self.statements if one.id == event.by)


def gold_of(line: bytes | str, folder: Path | None = None) -> Gold:
    """Return gold with its text, which may stand in another file of ``folder``. Raises ``BadLine``."""
    gold = decoded(with_text(line, folder, SHAPE), Gold, SHAPE)
    for event in gold.events:
        _check(event, {REPORT, *(one.id for one in gold.statements)})
    return gold


def _check(event: Happening, holders: set[str]) -> None:
    if event.held not in HELD:
        raise BadLine(f'"{event.held}" is no way to hold event "{event.id}". The ways are {"; ".join(HELD)}.')
    if event.by not in holders:
        raise BadLine(f'Event "{event.id}" is told by "{event.by}". Give "report", or the id of a statement.')
    if event.time and not event.when:
        raise BadLine(
            f'The time "{event.time}" of event "{event.id}" names no days. A TIMEX3 value like "2018-12" does.'
        )


class Days(NamedTuple):
    """First and last day of a time, both inclusive."""

    earliest: date
    latest: date

    def overlaps(self, other: Days) -> bool:
        """Whether the two have a day in common."""
        return self.earliest <= other.latest and other.earliest <= self.latest

    def covers(self, other: Days) -> bool:
        """Whether the other lies within this."""
        return self.earliest <= other.earliest and other.latest <= self.latest


def _week(number: int, week: int) -> date:
    return date.fromisocalendar(number, week, 1)


VALUES: tuple[tuple[re.Pattern[str], Callable[..., Period]], ...] = (
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?"), lambda *given: calendar.day(date(*map(int, given)))),
    (re.compile(r"(\d{4})-(\d\d)"), lambda *given: calendar.month(*map(int, given))),
    (re.compile(r"(\d{4})-W(\d\d)"), lambda *given: calendar.week(_week(*map(int, given)))),
    (re.compile(r"(\d{4})-W(\d\d)-WE"), lambda *given: calendar.weekend(_week(*map(int, given)))),
    (re.compile(r"(\d{4})-Q([1-4])"), lambda *given: calendar.quarter(*map(int, given))),
    (re.compile(r"(\d{4})-H([12])"), lambda *given: calendar.half(*map(int, given))),
    (re.compile(r"(\d{4})-(SP|SU|FA|WI)"), lambda year, code: calendar.season(int(year), code)),
    (re.compile(r"(\d{4})"), lambda year: calendar.year(int(year))),
    (re.compile(r"(\d{3})X?"), lambda tens: calendar.decade(int(tens) * 10)),
    (re.compile(r"(\d\d)(?:XX)?"), lambda hundreds: calendar.century(int(hundreds) + 1)),
)
"""How values of TIMEX3 are written, and the stretch of the calendar that each is."""


def days(value: str) -> Days | None:
    """Return the days of a TIMEX3 value, or of two with a slash between them; ``None`` where it is none."""
    parts = [_period(part) for part in re.sub(r"\s*\(.*\)", "", value).split("/")]
    periods = [part for part in parts if part]
    if len(periods) < len(parts) or len(parts) > 2:
        return None
    return Days(periods[0].earliest, periods[-1].latest)


def _period(value: str) -> Period | None:
    for written, read in VALUES:
        if found := written.fullmatch(value.strip()):
            try:
                return read(*found.groups())
            except ValueError:
                return None
    return None
