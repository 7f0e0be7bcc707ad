"""Time: a time expression and the interval it denotes."""

from __future__ import annotations

import msgspec

from sayso.model.span import Span
from sayso.model.values import TimePrecision, TimexMod, TimexType


class Time(msgspec.Struct, frozen=True):
    """A TIMEX3 time expression with its value and interval.

    ``value`` is the TIMEX3 value (``2021-08-24``, ``2021-W34``, ``P40Y``, ``199X``), ``None`` when it cannot be
    resolved; ``anchor`` is the id of the time that it was reckoned from, or ``"published"``. ``earliest`` and
    ``latest`` are ISO dates, both inclusive; they are ``None`` for durations and sets that hang nowhere.
    """

    id: str
    span: Span
    type: TimexType
    value: str | None = None
    mod: TimexMod | None = None
    anchor: str | None = None
    earliest: str | None = None
    latest: str | None = None
    precision: TimePrecision | None = None
    made_by: str = ""
