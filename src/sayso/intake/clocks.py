"""Dates and times of publication: what is one, and whether it can be true.

A clock value is ISO 8601: a year, a month, a day, or a day with a time (``2021``, ``2021-08``, ``2021-08-24``,
``2021-08-24T10:30:00+02:00``).
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

from sayso.errors import BadDate

FIRST_YEAR = 1600
"""No newspaper is older; an earlier year is a slip or a program's placeholder (``0001-01-01``)."""

SLACK = timedelta(minutes=10)
"""Clocks of two machines disagree by minutes; a report may seem to be published just after it was fetched."""

FARTHEST_EAST, FARTHEST_WEST = timedelta(hours=14), timedelta(hours=12)
"""UTC+14 and UTC-12: a value without a time zone is meant somewhere between."""

EPOCH = "1970-01-01T00:00:00"
MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
         "august aug", "september sept sep", "october oct", "november nov", "december dec"), start=1,
    )
    for name in names.split()
}
MONTH = r"(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
FULL_DATE = re.compile(
    rf"(?P<iso>\b\d{{4}}-\d{{2}}-\d{{2}}\b)"
    rf"|\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{MONTH}),? (?P<year>\d{{4}})\b"
    rf"|\b(?P<month2>{MONTH}) (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year2>\d{{4}})\b",
    re.IGNORECASE,
)
_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2}))?")


def now() -> datetime:
    """Return the present time in UTC."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """Return a time as ISO 8601 in UTC, to the second: ``2021-08-24T10:30:00Z``."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def clock_of(value: str, name: str = "published") -> str:
    """Return an ISO 8601 value in its extended form; ``name`` is what the message calls it.

    Raises ``BadDate`` where it is no ISO 8601 date, lies in the future or before the first newspaper.
    """
    text = value.strip()
    shown = value if len(value) < 60 else f"{value[:60]}..."
    try:
        clock = text if _PARTIAL.fullmatch(text) else _extended(text)
        earliest, _ = bounds(clock)
    except (ValueError, OverflowError):
        raise BadDate(
            f'{name} is "{shown}", which is no date. Write it as YYYY-MM-DD (or YYYY-MM, YYYY, '
            "or with a time and zone as 2021-08-24T10:30:00+02:00)."
        ) from None
    if earliest > now() + SLACK:
        raise BadDate(f'{name} is "{shown}", which lies in the future. Give the date on which it really came out.')
    if int(clock[:4]) < FIRST_YEAR:
        raise BadDate(f'{name} is "{shown}", before the first newspaper. Give the year with its four digits.')
    return clock


def bounds(clock: str) -> tuple[datetime, datetime]:
    """Return the earliest and the latest moment (UTC) that a clock value can mean. Raises ``ValueError``."""
    first, last = _local_bounds(clock)
    if first.tzinfo is not None:
        return first.astimezone(UTC), last.astimezone(UTC)
    return first.replace(tzinfo=UTC) - FARTHEST_EAST, last.replace(tzinfo=UTC) + FARTHEST_WEST


def check_order(published: str | None, retrieved: str | None, name: str = "published") -> None:
    """Raise ``BadDate`` where a report would be published (or updated) after it was retrieved."""
    if not published or not retrieved:
        return
    earliest, latest = _local_bounds(published)[0], _local_bounds(retrieved)[1]
    if (earliest.tzinfo is None) != (latest.tzinfo is None):
        earliest, latest = bounds(published)[0], bounds(retrieved)[1]
    if earliest > latest + SLACK:
        raise BadDate(
            f'{name} is "{published}", after the report was retrieved ("{retrieved}"). Mend whichever is wrong.'
        )


def written_date(text: str) -> str | None:
    """Return the first full date written in ``text`` (``24 August 2021``, ``Aug. 24, 2021``) as YYYY-MM-DD.

    A date without its year, or in figures of unknown order (``03/04/2021``), is not one.
    """
    for match in FULL_DATE.finditer(text):
        if match["iso"]:
            year, month, day = match["iso"].split("-")
        else:
            year, day = match["year"] or match["year2"], match["day"] or match["day2"]
            month = str(MONTHS[(match["month"] or match["month2"]).rstrip(".").casefold()])
        try:
            return date(int(year), int(month), int(day)).isoformat()
        except ValueError:
            continue
    return None


def page_clock(value: str) -> str | None:
    """Return what a page gives as a date, in ISO 8601, or ``None`` where it means none.

    Reads ISO 8601 in its loose forms, the form of mail headers, and written dates. The zero of Unix and of .NET
    are what a program writes for "unknown". Raises ``BadDate`` for a date that cannot be true.
    """
    text = value.strip()
    if text.startswith((EPOCH, "0001-01-01")) or not any(character.isdigit() for character in text):
        return None
    try:
        return clock_of(text)
    except BadDate as error:
        loose = _mail_date(text) or written_date(text)
        if loose is None:
            raise error
        return clock_of(loose)


def _extended(text: str) -> str:
    moment = datetime.fromisoformat(text.replace(" ", "T", 1))
    if not re.search(r"[T ]\d|:", text):
        return moment.date().isoformat()
    moment = moment.replace(microsecond=0)
    return moment.isoformat().replace("+00:00", "Z")


def _mail_date(text: str) -> str | None:
    if not re.match(r"[A-Z][a-z]{2}, \d", text):
        return None
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError):
        return None


def _local_bounds(clock: str) -> tuple[datetime, datetime]:
    """Return the first moment and the end of what a clock value names, in its own zone or in none."""
    if "T" in clock:
        moment = datetime.fromisoformat(clock)
        return moment, moment
    if partial := _PARTIAL.fullmatch(clock):
        first = date(int(partial[1]), int(partial[2] or 1), 1)
        # a year goes on for twelve months; 31 days after the first of its last month lies in the next
        last = first if partial[2] else first.replace(month=12)
        return _midnight(first), _midnight((last + timedelta(days=31)).replace(day=1))
    day = date.fromisoformat(clock)
    return _midnight(day), _midnight(day + timedelta(days=1))


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)
