"""Times: finds the time expressions of a report and resolves them to TIMEX3 values and intervals.

The rules follow TimeML's guidelines for English (Pustejovsky et al. 2003; ISO 24617-1) and TimeBank's practice.
A time relative to the publication stays unresolved when the publication date is unknown; no other date takes its place.
"""

from __future__ import annotations

import re
from collections import deque
from datetime import date

from sayso.model import Report, Span, Time, TimePrecision, TimexType, Unresolved
from sayso.read.found import Found
from sayso.read.syntax import Syntax
from sayso.read.timex import calendar
from sayso.read.timex.calendar import Period, Unit
from sayso.read.timex.doubts import Named, is_doubtful
from sayso.read.timex.expression import Absolute, Expression, YearPart
from sayso.read.timex.joined import joined
from sayso.read.timex.placing import TOO_VAGUE, UNDATED, Context, Previous
from sayso.read.timex.resolve import Resolved, resolve
from sayso.read.timex.rules import Hit
from sayso.read.timex.scan import expressions
from sayso.read.timex.tense import tense_at

MADE_BY = "times/rules@2"
STAGE = "times"
HINT = {
    UNDATED: "The report's publication date is not known, so {} without a value. Give it with --published.",
    TOO_VAGUE: "The report's publication date is not known to the day, so {} without a value. "
    "Give the day with --published.",
}
PRECISIONS = {
    Unit.MINUTE: TimePrecision.MINUTE, Unit.HOUR: TimePrecision.HOUR, Unit.DAY: TimePrecision.DAY,
    Unit.WEEK: TimePrecision.WEEK, Unit.MONTH: TimePrecision.MONTH, Unit.QUARTER: TimePrecision.YEAR,
    Unit.YEAR: TimePrecision.YEAR,
}  # fmt: skip


def find(report: Report, found: Found) -> Found:
    """Return ``found`` with the report's times, in the order of the text, and what could not be resolved."""
    named = Named(found.parties)
    hits = [hit for hit in expressions(report.text) if not is_doubtful(hit, found.syntax, named)]
    hits = joined(report.text, hits)
    teller = _Teller(report, found.syntax)
    for number, hit in enumerate(hits):
        teller.tell(hit, _shared_year(report.text, hits, number), _explanation(report.text, hits, number))
    return found.having(times=tuple(teller.times), unresolved=found.unresolved + teller.unresolved())


def published_period(published: str | None) -> Period | None:
    """Return the day, month or year of publication (``2021-08-26T10:00Z``, ``2021-08``, ``2021``); None if unknown."""
    if not published:
        return None
    try:
        if len(published) >= 10:
            return calendar.day(date.fromisoformat(published[:10]))
        year, _, month = published.partition("-")
        return calendar.month(int(year), int(month)) if month else calendar.year(int(year))
    except ValueError:
        return None


JOINS = {"and", "to", "until", "through", "or", "-", "–", "—", ",", ", and", "till", "and on", "to the"}


def _shared_year(text: str, hits: list[Hit], number: int) -> int | None:
    """Return the year of a date joined to this one: ``between August 5 and September 9, 2001``."""
    for first in (number - 1, number):
        if first < 0 or first + 1 >= len(hits):
            continue
        date_ = hits[first if first < number else first + 1].expression
        is_joined = text[hits[first].end : hits[first + 1].start].strip().lower() in JOINS
        if is_joined and isinstance(date_, Absolute) and date_.month is not None and date_.year is not None:
            return date_.year
    return None


def _explanation(text: str, hits: list[Hit], number: int) -> Absolute | None:
    """Return the date that follows to explain a time: ``two years later, in 1953``."""
    if number + 1 >= len(hits):
        return None
    date_ = hits[number + 1].expression
    is_joined = text[hits[number].end : hits[number + 1].start].strip() in (", in", ", on", "— in", "(")
    return date_ if is_joined and isinstance(date_, Absolute) and date_.year is not None else None


QUOTATION_OPENS = re.compile(r"[^.!?“”\"\n]{0,200}[“\"][^“”\"\n]{0,400}")


class _Teller:
    """Resolves the times of one report in the order of its text, each with what was told before it."""

    def __init__(self, report: Report, syntax: Syntax) -> None:
        self.text = report.text
        self.syntax = syntax
        self.published = published_period(report.published)
        self.times: list[Time] = []
        self.told: deque[Previous] = deque(maxlen=8)
        self.quarter: Previous | None = None
        self.reasons: list[tuple[str, Span]] = []

    def tell(self, hit: Hit, nearby_year: int | None, explained_by: Absolute | None) -> None:
        """Add the time that a hit stands for."""
        context = Context(
            self.published, self.told, self.quarter, lambda: tense_at(self.syntax, hit.start), nearby_year,
            is_apposed=self._is_apposed(hit), said_on=self._said_on(hit), explained_by=explained_by,
        )  # fmt: skip
        resolved = resolve(hit.expression, context)
        time = _time(f"t{len(self.times) + 1}", Span.of(self.text, hit.start, hit.end), resolved)
        self.times.append(time)
        if resolved.reason:
            self.reasons.append((resolved.reason, time.span))
        self._remember(time.id, hit.expression, resolved)

    def _is_apposed(self, hit: Hit) -> bool:
        return bool(self.times) and self.text[self.times[-1].span.end : hit.start].strip() in (",", "—", "–", "-")

    def _said_on(self, hit: Hit) -> Previous | None:
        """Return the day told in the sentence before the quotation opens that the hit stands in."""
        if not self.told:
            return None
        told = self.told[-1]
        end = self.times[int(told.id[1:]) - 1].span.end
        is_quoted = QUOTATION_OPENS.fullmatch(self.text, end, hit.start)
        return told if told.period.unit == Unit.DAY and is_quoted else None

    def _remember(self, id: str, expression: Expression, resolved: Resolved) -> None:
        """Keep a date for what is told from it later on."""
        if resolved.period is None or resolved.type not in (TimexType.DATE, TimexType.TIME):
            return
        told = Previous(id, resolved.period)
        if resolved.period.unit <= Unit.YEAR:
            self.told.append(told)
        if isinstance(expression, YearPart) and expression.year is None and "-Q" in resolved.period.value:
            self.quarter = told

    def unresolved(self) -> tuple[Unresolved, ...]:
        """Return why times have no value: once a report for an unknown publication date, else each by itself."""
        found = []
        for reason, hint in HINT.items():
            words = [span.exact for told, span in self.reasons if told == reason]
            if words:
                count, stay = (
                    ("1 relative time", "stays") if len(words) == 1 else (f"{len(words)} relative times", "stay")
                )
                found.append(Unresolved(STAGE, None, hint.format(f"{count} ({_examples(words)}) {stay}")))
        each = (Unresolved(STAGE, span, f'"{span.exact}": {told}.') for told, span in self.reasons if told not in HINT)
        return (*found, *each)


def _examples(words: list[str]) -> str:
    """Return up to three different examples: ``"Tuesday", "this week"…``."""
    different = list(dict.fromkeys(" ".join(word.split()) for word in words))
    return ", ".join(f'"{word}"' for word in different[:3]) + ("…" if len(different) > 3 else "")


def _time(id: str, span: Span, resolved: Resolved) -> Time:
    period = resolved.period
    return Time(
        id, span, resolved.type, resolved.value, resolved.mod, resolved.anchor,
        period.earliest.isoformat() if period else None, period.latest.isoformat() if period else None,
        PRECISIONS.get(period.unit) if period and resolved.has_precision else None, MADE_BY,
    )  # fmt: skip
