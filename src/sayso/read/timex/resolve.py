"""Resolving time expressions: from an expression to its TIMEX3 type, value and interval.

What cannot be put on the calendar has no value, and a reason.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from sayso.model import TimexMod, TimexType
from sayso.read.timex import calendar
from sayso.read.timex.calendar import Period, Unit
from sayso.read.timex.expression import (
    Amount,
    Duration,
    Edge,
    Expression,
    OfDay,
    Origin,
    Reference,
    Repeated,
    Shift,
)
from sayso.read.timex.placing import NO_SUCH_DAY, Context, Unreckonable, day_spoken_of, place, published_day
from sayso.read.timex.tense import Tense
from sayso.read.timex.vague import LETTERS


class Resolved(NamedTuple):
    """A time on the calendar. ``anchor`` is a time's id or ``"published"``; ``reason`` tells why there is no value."""

    type: TimexType
    value: str | None = None
    period: Period | None = None
    anchor: str | None = None
    mod: TimexMod | None = None
    reason: str | None = None
    has_precision: bool = True


def resolve(expression: Expression, context: Context) -> Resolved:
    """Return what an expression denotes; never raises."""
    try:
        return _resolved(expression, context)
    except Unreckonable as reason:
        return Resolved(_type_of(expression), reason=str(reason), anchor=None)
    except (ValueError, OverflowError):
        return Resolved(_type_of(expression), reason=NO_SUCH_DAY)


def _type_of(expression: Expression) -> TimexType:
    if isinstance(expression, Edge):
        return _type_of(expression.of)
    return TimexType.TIME if isinstance(expression, OfDay) else TimexType.DATE


def _resolved(expression: Expression, context: Context) -> Resolved:
    match expression:
        case Duration():
            return _duration(expression, context)
        case Shift():
            return _shift(expression, context)
        case Edge():
            return _edge(expression, context)
        case OfDay():
            return _of_day(expression, context)
        case Reference(value):
            return Resolved(TimexType.DATE, value)
        case Repeated(value):
            return Resolved(TimexType.SET, value)
    period, anchor = place(expression, context)
    return Resolved(TimexType.DATE, period.value, period, anchor)


def duration_value(amount: Amount) -> str:
    """Return the TIMEX3 value of a length of time: ``P40Y``, ``PT30M``, ``P2Y6M``, ``PXE`` for ``decades``."""
    count, unit = amount.count, amount.unit
    head = "PT" if unit < Unit.DAY else "P"
    if count is None:
        return f"{head}X{LETTERS[unit]}"
    if unit in (Unit.DECADE, Unit.CENTURY):
        count, unit = count * (10 if unit == Unit.DECADE else 100), Unit.YEAR
    if count % 1 and unit in (Unit.YEAR, Unit.HOUR):
        smaller, per = ("M", 12) if unit == Unit.YEAR else ("M", 60)
        whole = f"{int(count)}{LETTERS[unit]}" if count >= 1 else ""
        return f"{head}{whole}{round(count % 1 * per)}{smaller}"
    return f"{head}{count:.10g}{LETTERS[unit]}"


def _duration(duration: Duration, context: Context) -> Resolved:
    """A length of time, with its interval if it touches the publication or explains the date before it."""
    value = duration_value(duration.amount)
    period, anchor = _stretch(duration, context)
    return Resolved(TimexType.DURATION, value, period, anchor, duration.mod, has_precision=False)


def _stretch(duration: Duration, context: Context) -> tuple[Period | None, str | None]:
    """Return the days that a length of time covers, and its anchor, as far as that is told."""
    amount = duration.amount
    if amount.count is None:
        return None, None
    if duration.event and context.is_apposed and context.told:
        start, sign, anchor = context.told[-1].period.earliest, duration.event, context.told[-1].id
    elif duration.toward == 1 and context.tense() == Tense.PAST:
        return None, None
    elif duration.toward and context.published and context.published.unit == Unit.DAY:
        start, sign, anchor = context.published.earliest, duration.toward, "published"
    else:
        return None, None
    try:
        end = calendar.shifted(start, amount.unit, sign * amount.count)
    except (ValueError, OverflowError):
        return None, None
    return Period("", min(start, end), max(start, end), Unit.DAY), anchor


def _shift(shift: Shift, context: Context) -> Resolved:
    """A time so much before or after another; only a length of time where the other is not known as exactly."""
    amount = shift.amount
    if amount.count is None and shift.origin == Origin.PUBLISHED:
        return Resolved(TimexType.DATE, "PAST_REF" if shift.sign < 0 else "FUTURE_REF")
    if context.explained_by is not None and shift.origin == Origin.PREVIOUS:
        return _resolved(context.explained_by, context)._replace(mod=shift.mod)
    origin = _origin(shift, context)
    if amount.count is None or origin is None:
        return Resolved(TimexType.DURATION, duration_value(amount), mod=shift.mod)
    start, unit, anchor = origin
    unit = min(unit, Unit.YEAR)
    period = calendar.containing(unit, calendar.shifted(start, amount.unit, shift.sign * amount.count))
    if _is_out_of_story(period, shift, context):
        return Resolved(TimexType.DURATION, duration_value(amount), mod=shift.mod)
    return Resolved(TimexType.DATE, period.value, period, anchor, shift.mod)


def _is_out_of_story(period: Period, shift: Shift, context: Context) -> bool:
    """Whether ``two weeks later`` would lie after the publication: then it was told from another time than the last."""
    if shift.origin == Origin.PUBLISHED or shift.sign < 0 or context.published is None:
        return False
    return period.earliest > context.published.latest and context.tense() != Tense.FUTURE


def _origin(shift: Shift, context: Context) -> tuple[date, Unit, str] | None:
    """Return the day that is reckoned from, the unit to tell the outcome in, and the anchor.

    ``a year earlier`` in a company's report means the same quarter of that year.
    """
    amount = shift.amount
    if amount.unit < Unit.DAY:
        return None
    if context.quarter is not None and (amount.unit, amount.count, shift.sign) == (Unit.YEAR, 1, -1):
        return context.quarter.period.earliest, Unit.QUARTER, context.quarter.id
    if shift.origin == Origin.PUBLISHED:
        return published_day(context, amount.unit), amount.unit, "published"
    for told in reversed(context.told):
        if told.period.unit <= amount.unit:
            return told.period.earliest, amount.unit, told.id
    return None


def _edge(edge: Edge, context: Context) -> Resolved:
    whole = _resolved(edge.of, context)
    if whole.period is None:
        return whole._replace(mod=edge.mod)
    first, last = whole.period.earliest, whole.period.latest
    days = max(round(((last - first).days + 1) * edge.share) - 1, 0)
    match edge.mod:
        case TimexMod.START:
            last = first + timedelta(days=days)
        case TimexMod.END:
            first = last - timedelta(days=days)
        case TimexMod.MID:
            first, last = first + timedelta(days=days // 2), last - timedelta(days=days // 2)
    if edge.by_publication and context.published and context.published.unit == Unit.DAY:
        today = context.published.earliest
        first, last = (whole.period.earliest, today) if edge.mod == TimexMod.START else (today, whole.period.latest)
    period = whole.period._replace(earliest=first, latest=last)
    return whole._replace(mod=edge.mod, period=period)


def _of_day(time: OfDay, context: Context) -> Resolved:
    placed = _resolved(time.day, context) if time.day else Resolved(TimexType.TIME, None, *day_spoken_of(context))
    if placed.period is None:
        return placed._replace(type=TimexType.TIME)
    is_clock = time.value[0].isdigit()
    unit = Unit.HOUR if not is_clock else Unit.MINUTE
    value = f"{placed.period.value}T{time.value}"
    return Resolved(TimexType.TIME, value, placed.period._replace(unit=unit), placed.anchor, has_precision=is_clock)
