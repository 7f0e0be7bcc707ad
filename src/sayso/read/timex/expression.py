"""What a time expression says, before it is put on the calendar.

``dates``, ``relative``, ``quarters``, ``amounts``, ``clock`` and ``vague`` read words into these; ``resolve`` puts them
on the calendar.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from sayso.model import TimexMod
from sayso.read.timex.calendar import Unit


class Which(Enum):
    """Which of the many Mondays, Junes or summers is meant."""

    LAST = "last"
    THIS = "this"
    NEXT = "next"
    FOLLOWING = "following"
    PREVIOUS = "previous"
    THAT = "that"
    ANY = ""


class Origin(Enum):
    """What a relative time is reckoned from."""

    PUBLISHED = "published"
    PREVIOUS = "previous"


@dataclass(frozen=True, slots=True)
class Absolute:
    """A year, month or day. Without ``year``, ``years_away`` counts from the year of publication, else ``which``."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    years_away: int | None = None
    which: Which = Which.ANY


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, 1 (Monday) to 7, in the week ``weeks_away`` from that of publication if that is said."""

    number: int
    which: Which = Which.ANY
    weeks_away: int | None = None


@dataclass(frozen=True, slots=True)
class Away:
    """The unit ``offset`` units away from the publication (``yesterday``) or the time told before (``that day``)."""

    unit: Unit
    offset: int
    origin: Origin = Origin.PUBLISHED


@dataclass(frozen=True, slots=True)
class Weekend:
    """A weekend, ``offset`` weeks away; without an offset the one that the tense points to."""

    offset: int | None = None


@dataclass(frozen=True, slots=True)
class YearPart:
    """A quarter (``Q3``), half (``H1``) or season (``SU``), of a year if that is said."""

    code: str
    year: int | None = None
    years_away: int | None = None
    which: Which = Which.ANY


@dataclass(frozen=True, slots=True)
class SameQuarter:
    """The quarter last spoken of, ``years_away`` years from it: ``the year-earlier period``, ``the latest quarter``."""

    years_away: int = 0
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday by its key in ``words.HOLIDAYS``."""

    key: str
    year: int | None = None
    which: Which = Which.ANY


@dataclass(frozen=True, slots=True)
class Decade:
    """The ten years that begin with ``year``."""

    year: int


@dataclass(frozen=True, slots=True)
class Century:
    """A century by its number."""

    number: int


@dataclass(frozen=True, slots=True)
class Amount:
    """So many units; ``count`` is None where the words leave it open (``several years``)."""

    count: float | None
    unit: Unit


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time; ``toward`` is -1 if it ends with the publication (``the past``), 1 if it starts there."""

    amount: Amount
    mod: TimexMod | None = None
    toward: int = 0
    event: int = 0
    """1 if it reaches forward to an event that follows (``two days before the towers fell``), -1 if back to one."""


@dataclass(frozen=True, slots=True)
class Shift:
    """A time so much before (``sign`` -1) or after its origin: ``two years ago``, ``three months earlier``."""

    amount: Amount
    sign: int
    origin: Origin
    mod: TimexMod | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """``PAST_REF``, ``PRESENT_REF`` or ``FUTURE_REF``."""

    value: str


@dataclass(frozen=True, slots=True)
class Repeated:
    """A set of times, with its TIMEX3 value."""

    value: str


@dataclass(frozen=True, slots=True)
class OfDay:
    """A part of a day (``MO``) or a time on the clock (``17:00``); without ``day``, of the day spoken of."""

    value: str
    day: Expression | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """A part of a period: ``the late 1990s``, ``the end of June``, ``earlier this month``, ``1994 or later``.

    ``share`` is the part of the period that is meant, counted from its start or end; with ``by_publication`` the
    publication is the border instead.
    """

    mod: TimexMod
    of: Expression
    share: float = 0.5
    by_publication: bool = False


Expression = (
    Absolute | Weekday | Away | Weekend | YearPart | SameQuarter | Holiday | Decade | Century | Duration | Shift
    | Reference | Repeated | OfDay | Edge
)  # fmt: skip


def is_day(expression: Expression) -> bool:
    """Whether the words name one day."""
    match expression:
        case Absolute():
            return expression.day is not None
        case Away():
            return expression.unit == Unit.DAY
        case Weekday() | Holiday():
            return True
        case Edge():
            return is_day(expression.of)
    return False


def is_date(expression: Expression) -> bool:
    """Whether the words name a stretch of the calendar that may have an early or late part."""
    return not isinstance(expression, Duration | Shift | Reference | Repeated | Edge)
