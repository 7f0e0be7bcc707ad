"""Putting dates on the calendar: from what is said to a day, week, month, year or the like.

Relative dates are reckoned from the publication or from a time told before. Nothing is reckoned from a publication
date that is unknown, or known less exactly than the words need.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from sayso.read.timex import calendar
from sayso.read.timex.calendar import Period, Unit
from sayso.read.timex.expression import (
    Absolute,
    Away,
    Century,
    Decade,
    Expression,
    Holiday,
    Origin,
    SameQuarter,
    Weekday,
    Weekend,
    Which,
    YearPart,
)
from sayso.read.timex.tense import Tense
from sayso.read.timex.words import HOLIDAYS

UNDATED = "the publication date is not known"
TOO_VAGUE = "the publication date is not known exactly enough"
NO_PREVIOUS = "no time before it in the text to reckon from"
NO_SUCH_DAY = "there is no such day"
AMBIGUOUS = "day and month cannot be told apart"


class Previous(NamedTuple):
    """The time told before: its id and its stretch of the calendar."""

    id: str
    period: Period


@dataclass(frozen=True)
class Context:
    """What a time is reckoned from: the publication, the time and the quarter told before, the tense of its verb.

    ``told`` are the times told before, the last of them last; ``nearby_year`` is the year of a date that this one is
    joined to (``between August 5 and September 9, 2001``); ``is_apposed`` says that the words stand right after the
    last time, between commas. ``said_on`` is the day on which the quotation was spoken that the words stand in, as far
    as its sentence tells; ``explained_by`` the date that comes right after (``two years later, in 1953``).
    """

    published: Period | None
    told: Sequence[Previous]
    quarter: Previous | None
    tense: Callable[[], Tense]
    nearby_year: int | None = None
    is_apposed: bool = False
    said_on: Previous | None = None
    explained_by: Absolute | None = None


class Unreckonable(Exception):
    """Raised where there is nothing to reckon from; the message is the reason."""


Placed = tuple[Period, str | None]


def published_day(context: Context, unit: Unit) -> date:
    """Return the day of publication, or the first of its month or year where that is exact enough."""
    if context.published is None:
        raise Unreckonable(UNDATED)
    if context.published.unit > unit:
        raise Unreckonable(TOO_VAGUE)
    return context.published.earliest


def _absolute(date_: Absolute, context: Context) -> Placed:
    year, anchor = date_.year, None
    if year is None and date_.month is not None and date_.years_away is None and date_.which == Which.ANY:
        year = context.nearby_year
    if year is None and date_.which == Which.THAT:
        told = _previous(context, Unit.YEAR)
        year, anchor = told.period.earliest.year, told.id
    if year is None and date_.years_away is not None:
        year, anchor = published_day(context, Unit.YEAR).year + date_.years_away, "published"
    if date_.month is None:
        return calendar.year(_known(year)), anchor
    if year is not None:
        return _month_or_day(year, date_.month, date_.day), anchor
    month, day = date_.month, date_.day
    return _nearest(lambda year: _month_or_day(year, month, day), date_.which, context), "published"


def _known(year: int | None) -> int:
    if year is None:
        raise Unreckonable(AMBIGUOUS)
    return year


def _month_or_day(year: int, month: int, day: int | None) -> Period:
    return calendar.month(year, month) if day is None else calendar.day(date(year, month, day))


FAR = {Tense.PAST: 10, Tense.FUTURE: 4}
"""A date on the side of the verb's tense is not meant if it lies so many times farther than the one on the other side:
people would name its year."""


def _nearest(of_year: Callable[[int], Period], which: Which, context: Context) -> Period:
    """Return the period that comes round each year and is meant: by ``which``, else by the tense, else the nearest."""
    today = published_day(context, Unit.MONTH)
    around = [of_year(year) for year in range(today.year - 1, today.year + 2) if _is_in(of_year, year)]
    if not around:
        raise Unreckonable(NO_SUCH_DAY)
    if which == Which.LAST:
        return max((p for p in around if p.latest < today), default=around[0], key=lambda p: p.latest)
    if which == Which.NEXT:
        return min((p for p in around if p.earliest > today), default=around[-1], key=lambda p: p.latest)
    if which == Which.THIS:
        return next((p for p in around if p.value[:4] == f"{today.year:04}"), around[0])
    return _by_tense(around, context)


def _by_tense(around: list[Period], context: Context) -> Period:
    published = context.published
    assert published is not None

    def distance(period: Period) -> int:
        return abs((period.middle - published.middle).days)

    nearest, tense = min(around, key=distance), context.tense()
    past = [period for period in around if period.earliest <= published.latest]
    ahead = [period for period in around if period.latest >= published.earliest]
    told = ahead[0] if tense == Tense.FUTURE and ahead else past[-1] if tense == Tense.PAST and past else nearest
    is_far = distance(told) > FAR.get(tense, 1) * max(distance(nearest), 1)
    if tense == Tense.PAST and told.unit > Unit.DAY:
        is_far = False
    if told.unit == Unit.QUARTER and "-Q" in told.value and tense != Tense.FUTURE and past:
        return past[-1]
    return nearest if is_far or "-Q" in told.value else told


def _is_in(of_year: Callable[[int], Period], year: int) -> bool:
    try:
        of_year(year)
    except (ValueError, OverflowError):
        return False
    return True


def _weekday(weekday: Weekday, context: Context) -> Placed:
    if weekday.which in (Which.FOLLOWING, Which.PREVIOUS):
        previous, is_after = _previous(context, Unit.WEEK), weekday.which == Which.FOLLOWING
        start = previous.period.latest if is_after else previous.period.earliest
        return calendar.day(_step(start, weekday.number, is_after, strictly=True)), previous.id
    today = published_day(context, Unit.DAY)
    if weekday.weeks_away is not None:
        monday = calendar.week(today).earliest + timedelta(weeks=weekday.weeks_away)
        return calendar.day(monday + timedelta(days=weekday.number - 1)), "published"
    if weekday.which == Which.LAST:
        return calendar.day(_step(today, weekday.number, False, strictly=True)), "published"
    if weekday.which == Which.NEXT:
        return calendar.day(_step(today, weekday.number, True, strictly=True)), "published"
    tense = context.tense()
    is_ahead = tense in (Tense.FUTURE, Tense.PRESENT) or (weekday.which == Which.THIS and tense == Tense.OPEN)
    return calendar.day(_step(today, weekday.number, is_ahead, strictly=False)), "published"


def _step(start: date, number: int, is_after: bool, *, strictly: bool) -> date:
    """Return the nearest day of the week after or before a day, the day itself only if not ``strictly``."""
    days = (number - start.isoweekday()) % 7 if is_after else -((start.isoweekday() - number) % 7)
    if strictly and days == 0:
        days = 7 if is_after else -7
    return start + timedelta(days=days)


def _away(away: Away, context: Context) -> Placed:
    if away.origin == Origin.PREVIOUS:
        previous = _previous(context, away.unit)
        start = previous.period.latest if away.offset > 0 else previous.period.earliest
        return calendar.containing(away.unit, calendar.shifted(start, away.unit, away.offset)), previous.id
    if away.unit == Unit.DAY and context.said_on is not None:
        said = context.said_on
        return calendar.day(calendar.shifted(said.period.earliest, Unit.DAY, away.offset)), said.id
    today = published_day(context, away.unit)
    if away.unit > Unit.DAY and away.offset:
        today = calendar.containing(away.unit, today).earliest
    return calendar.containing(away.unit, calendar.shifted(today, away.unit, away.offset)), "published"


def _previous(context: Context, unit: Unit) -> Previous:
    """Return the last time told before that is known as exactly as this unit."""
    for previous in reversed(context.told):
        if previous.period.unit <= unit:
            return previous
    raise Unreckonable(NO_PREVIOUS)


def _weekend(weekend: Weekend, context: Context) -> Placed:
    today = published_day(context, Unit.DAY)
    offset = weekend.offset
    if offset is None:
        offset = -1 if today.isoweekday() < 6 and context.tense() != Tense.FUTURE else 0
    return calendar.weekend(today + timedelta(weeks=offset)), "published"


def _year_part(part: YearPart, context: Context) -> Placed:
    def of_year(year: int) -> Period:
        if part.code[0] == "Q":
            return calendar.quarter(year, int(part.code[1]))
        return calendar.half(year, int(part.code[1])) if part.code[0] == "H" else calendar.season(year, part.code)

    if part.year is not None:
        return of_year(part.year), None
    today = published_day(context, Unit.YEAR if part.years_away is not None else Unit.MONTH)
    if part.years_away is not None:
        return of_year(today.year + part.years_away), "published"
    if part.code == "WI" and part.which == Which.THIS and today.month < 3:
        return of_year(today.year - 1), "published"
    return _nearest(of_year, part.which, context), "published"


def _same_quarter(same: SameQuarter, context: Context) -> Placed:
    if context.quarter is not None:
        when = context.quarter.period.earliest
        year = same.year if same.year is not None else when.year + same.years_away
        return calendar.quarter(year, calendar.quarter_of(when)), context.quarter.id
    if same.year is not None:
        return calendar.year(same.year), None
    if same.years_away:
        return calendar.year(published_day(context, Unit.YEAR).year + same.years_away), "published"
    last = calendar.shifted(published_day(context, Unit.MONTH), Unit.QUARTER, -1)
    return calendar.containing(Unit.QUARTER, last), "published"


def _holiday(holiday: Holiday, context: Context) -> Placed:
    day = HOLIDAYS[holiday.key]

    def of_year(year: int) -> Period:
        when = calendar.easter(year) + timedelta(days=day) if isinstance(day, int) else date(year, *day)
        return calendar.day(when)

    if holiday.year is not None:
        return of_year(holiday.year), None
    return _nearest(of_year, holiday.which, context), "published"


def _decade(decade: Decade, _: Context) -> Placed:
    return calendar.decade(decade.year), None


def _century(century: Century, _: Context) -> Placed:
    return calendar.century(century.number), None


PLACES: dict[type, Callable[..., Placed]] = {
    Absolute: _absolute, Weekday: _weekday, Away: _away, Weekend: _weekend, YearPart: _year_part,
    SameQuarter: _same_quarter, Holiday: _holiday, Decade: _decade, Century: _century,
}  # fmt: skip


def place(expression: Expression, context: Context) -> Placed:
    """Return the stretch of the calendar that a date denotes, and the anchor that it was reckoned from.

    Raises ``Unreckonable`` where there is nothing to reckon from, ``ValueError`` for a day that does not exist.
    """
    return PLACES[type(expression)](expression, context)


def day_spoken_of(context: Context) -> tuple[Period, str]:
    """Return the day told before, else that of the publication."""
    if context.told and context.told[-1].period.unit <= Unit.DAY:
        return calendar.day(context.told[-1].period.earliest), context.told[-1].id
    return calendar.day(published_day(context, Unit.DAY)), "published"
