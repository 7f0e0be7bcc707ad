"""Who said what, and when, across the reports of a record."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, and_, or_, select

from sayso.errors import NoSuchParty
from sayso.model import Attribution, Party, Time
from sayso.model.codec import ReportHeader
from sayso.record import schema
from sayso.record.asking import CURRENT
from sayso.record.names import fold
from sayso.record.payload import loads
from sayso.record.views import Dated, Said


class Voiced(NamedTuple):
    """An attribution of a current reading with its report, speaker and time."""

    report: ReportHeader
    attribution: Attribution
    speaker: Party | None
    time: Time | None


def _voices() -> Select[Any]:
    """Return the query for all attributions of current readings with speaker and time, in the order of the record."""
    said, speaker, time = (schema.findings.alias(name) for name in ("said", "speaker", "time"))
    line = schema.attributions.c

    def of_kind(other: Any, kind: str, id: Any) -> Any:
        return and_(other.c.reading == line.reading, other.c.kind == kind, other.c.id == id)

    return (
        select(schema.reports.c.payload, said.c.payload, speaker.c.payload, time.c.payload)
        .select_from(schema.attributions)
        .join(schema.readings, and_(schema.readings.c.id == line.reading, CURRENT))
        .join(schema.reports, schema.reports.c.id == schema.readings.c.report)
        .join(said, and_(said.c.reading == line.reading, said.c.number == line.number))
        .outerjoin(speaker, of_kind(speaker, "party", line.speaker))
        .outerjoin(time, of_kind(time, "time", line.said_on))
        .order_by(schema.reports.c.number, line.number)
    )


def _voiced(connection: Connection, query: Select[Any]) -> list[Voiced]:
    """Return the attributions of a query; a report's header is decoded once, not with each of them."""
    headers: dict[bytes, ReportHeader] = {}
    found = []
    for header, said, speaker, time in connection.execute(query):
        if header not in headers:
            headers[header] = loads(header, ReportHeader)
        found.append(
            Voiced(headers[header], loads(said, Attribution), speaker and loads(speaker, Party),
                   time and loads(time, Time))
        )  # fmt: skip
    return found


def attributed(connection: Connection, report: str, number: int) -> list[Voiced]:
    """Return one attribution of a report's current reading by its number there."""
    one = _voices().where(schema.reports.c.id == report, schema.attributions.c.number == number)
    return _voiced(connection, one)[:1]


def who(connection: Connection, name: str, where: str) -> tuple[Said, ...]:
    """Return what a party said, in the order of the record; see ``Record.who``."""
    found = _of_speaker(connection, name, where)
    return tuple(Said(one.report, one.speaker, one.attribution) for one in found if one.speaker)


def _of_speaker(connection: Connection, name: str, where: str) -> list[Voiced]:
    """Return the attributions of every speaker of that name.

    A name matches in full or by its last words (a surname); only if none does, by any of its words.
    """
    names, folded = schema.party_names.c, fold(name)
    whole = or_(names.folded == folded, names.folded.endswith(f" {folded}", autoescape=True))
    for matches in (whole, holds_words(names.folded, folded)) if folded else ():
        numbers = (
            select(schema.findings.c.reading, schema.findings.c.id)
            .join(schema.party_names, _same_finding(schema.party_names))
            .where(matches)
            .distinct()
            .subquery()
        )
        line = schema.attributions.c
        joins = and_(numbers.c.reading == line.reading, numbers.c.id == line.speaker)
        if found := _voiced(connection, _voices().join(numbers, joins)):
            return found
    if is_known(connection, name):
        return []
    raise NoSuchParty(no_party(connection, name, where))


def _same_finding(table: Any) -> Any:
    return and_(table.c.reading == schema.findings.c.reading, table.c.number == schema.findings.c.number)


def holds_words(column: Any, folded: str) -> Any:
    """Whether a column of folded names holds these words, whole and in a row."""
    return (" " + column + " ").contains(f" {folded} ", autoescape=True)


def is_known(connection: Connection, name: str) -> bool:
    """Whether a current reading has a party with these words in one of its names, even if it says nothing."""
    names, folded = schema.party_names.c, fold(name)
    query = select(names.number).join(schema.readings, schema.readings.c.id == names.reading)
    matching = query.where(CURRENT, holds_words(names.folded, folded)).limit(1)
    return bool(folded) and connection.execute(matching).first() is not None


def no_party(connection: Connection, name: str, where: str) -> str:
    """Return the message for a name that no party has, with the names that are nearest to it."""
    names = schema.party_names.c
    query = select(names.folded, names.name).join(schema.readings, schema.readings.c.id == names.reading)
    known: dict[str, str] = {}
    for folded, printed in connection.execute(query.where(CURRENT).distinct()):
        known.setdefault(folded, printed)
        known.setdefault(folded.rpartition(" ")[2], printed)
    near = dict.fromkeys(known[folded] for folded in get_close_matches(fold(name), known, n=5, cutoff=0.7))
    hint = "Near to it: " + ", ".join(f'"{one}"' for one in near) if near else "Give a name as the reports print it"
    return f'No party "{name}" in {where}. {hint}.'


def timeline(connection: Connection, speaker: str | None, where: str) -> tuple[Dated, ...]:
    """Return the attributions in order of time; see ``Record.timeline``."""
    found = _voiced(connection, _voices()) if speaker is None else _of_speaker(connection, speaker, where)
    return tuple(sorted(map(_dated, found), key=lambda dated: (dated.earliest is None, dated.earliest or "")))


def _dated(one: Voiced) -> Dated:
    """Put an attribution on the time line: by when it was said, else by the report's date, else nowhere."""
    if one.time and one.time.earliest:
        earliest, latest = one.time.earliest, one.time.latest
        return Dated(one.report, one.attribution, one.speaker, one.time, earliest, latest, "said_on")
    published = one.report.published
    return Dated(
        one.report, one.attribution, one.speaker, one.time, published, published, "published" if published else None
    )  # fmt: skip
