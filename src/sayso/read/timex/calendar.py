"""Stretches of the calendar and the arithmetic on them.

Values are written as TIMEX3 writes them (ISO 8601, and beyond it seasons, quarters, weekends, decades).
Everything here raises ``ValueError`` or ``OverflowError`` for a date outside of the years 1 to 9999.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from enum import IntEnum
from typing import NamedTuple


class Unit(IntEnum):
    """Units of the calendar and the clock, finest first."""

    SECOND = 0
    MINUTE = 1
    HOUR = 2
    DAY = 3
    WEEK = 4
    MONTH = 5
    QUARTER = 6
    YEAR = 7
    DECADE = 8
    CENTURY = 9


class Period(NamedTuple):
    """A stretch of the calendar: its TIMEX3 value, first and last day (inclusive), and how fine it is."""

    value: str
    earliest: date
    latest: date
    unit: Unit

    @property
    def middle(self) -> date:
        """The day in the middle."""
        return self.earliest + (self.latest - self.earliest) / 2


SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The month in which each (northern, meteorological) season starts; a winter belongs to the year of its December."""


def day(when: date) -> Period:
    """Return a day."""
    return Period(when.isoformat(), when, when, Unit.DAY)


def week(when: date) -> Period:
    """Return the ISO week, Monday to Sunday, of a day."""
    monday = when - timedelta(days=when.weekday())
    return Period(_week_value(when), monday, monday + timedelta(days=6), Unit.WEEK)


def weekend(when: date) -> Period:
    """Return the Saturday and Sunday of a day's ISO week."""
    saturday = when + timedelta(days=5 - when.weekday())
    return Period(f"{_week_value(when)}-WE", saturday, saturday + timedelta(days=1), Unit.DAY)


def month(year: int, number: int) -> Period:
    """Return a month."""
    return Period(f"{year:04}-{number:02}", *_months(year, number, 1), Unit.MONTH)


def quarter(year: int, number: int) -> Period:
    """Return a quarter of a calendar year."""
    return Period(f"{year:04}-Q{number}", *_months(year, 3 * number - 2, 3), Unit.QUARTER)


def half(year: int, number: int) -> Period:
    """Return a half of a calendar year."""
    return Period(f"{year:04}-H{number}", *_months(year, 6 * number - 5, 6), Unit.QUARTER)


def season(year: int, code: str) -> Period:
    """Return a season by its TIMEX3 code (``SP``, ``SU``, ``FA``, ``WI``)."""
    return Period(f"{year:04}-{code}", *_months(year, SEASONS[code], 3), Unit.QUARTER)


def year(number: int) -> Period:
    """Return a year."""
    return Period(f"{number:04}", date(number, 1, 1), date(number, 12, 31), Unit.YEAR)


def decade(number: int) -> Period:
    """Return the ten years that the year ``number`` belongs to: 1980 to 1989 are ``198X``."""
    first = number - number % 10
    return Period(f"{first // 10:03}X", date(first, 1, 1), date(first + 9, 12, 31), Unit.DECADE)


def century(number: int) -> Period:
    """Return a century as people speak of it: the 20th is ``19XX``, 1900 to 1999."""
    first = (number - 1) * 100
    return Period(f"{number - 1:02}XX", date(max(first, 1), 1, 1), date(first + 99, 12, 31), Unit.CENTURY)


def quarter_of(when: date) -> int:
    """Return the number of the quarter that a day is in."""
    return (when.month + 2) // 3


CONTAINING: dict[Unit, Callable[[date], Period]] = {
    Unit.DAY: day,
    Unit.WEEK: week,
    Unit.MONTH: lambda when: month(when.year, when.month),
    Unit.QUARTER: lambda when: quarter(when.year, quarter_of(when)),
    Unit.YEAR: lambda when: year(when.year),
    Unit.DECADE: lambda when: decade(when.year),
    Unit.CENTURY: lambda when: century(when.year // 100 + 1),
}


def containing(unit: Unit, when: date) -> Period:
    """Return the period of this unit that a day is in; for hours and less, the day."""
    return CONTAINING[max(unit, Unit.DAY)](when)


MONTHS_IN = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}


def shifted(when: date, unit: Unit, count: float) -> date:
    """Return the day ``count`` units later (earlier if negative); the 31st becomes the last of a shorter month."""
    if unit <= Unit.WEEK:
        return when + timedelta(days=round(count * 7)) if unit == Unit.WEEK else when + timedelta(days=round(count))
    months = when.year * 12 + when.month - 1 + round(count * MONTHS_IN[unit])
    last = _months(months // 12, months % 12 + 1, 1)[1]
    return last.replace(day=min(when.day, last.day))


def easter(number: int) -> date:
    """Return Easter Sunday of a year (Gregorian computus, Meeus/Jones/Butcher)."""
    golden, hundreds, rest = number % 19, number // 100, number % 100
    correction = (hundreds - (hundreds + 8) // 25 + 1) // 3
    epact = (19 * golden + hundreds - hundreds // 4 - correction + 15) % 30
    weekday = (32 + 2 * (hundreds % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    months, days = divmod(epact + weekday - 7 * late + 114, 31)
    return date(number, months, days + 1)


def _week_value(when: date) -> str:
    iso = when.isocalendar()
    return f"{iso.year:04}-W{iso.week:02}"


def _months(year: int, first: int, count: int) -> tuple[date, date]:
    """Return the first and last day of ``count`` months; months beyond December run on into the next year."""
    after = first + count - 1
    following = date(year + after // 12, after % 12 + 1, 1)
    return date(year, first, 1), following - timedelta(days=1)
