"""What a record is asked: reports, findings, search, who said what, when."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, Row, Select, and_, func, or_, select

from sayso.errors import NoSuchParty, NoSuchReport, RecordError
from sayso.model import Attribution, Capture, Findings, Party, Report, Span, Time
from sayso.model.codec import ReportHeader
from sayso.record import fulltext, schema
from sayso.record.names import fold
from sayso.record.payload import bytes_text, loads, unpack
from sayso.record.rows import joined
from sayso.record.views import Dated, Hit, Hits, Listed, Said

CURRENT = schema.readings.c.superseded.is_(None)


class Voiced(NamedTuple):
    """An attribution of a current reading with its report, speaker and time."""

    report: ReportHeader
    attribution: Attribution
    speaker: Party | None
    time: Time | None


def listed(connection: Connection) -> tuple[Listed, ...]:
    """Return the list of reports, in the order in which they were added."""
    reports = schema.reports.c
    count = func.count(schema.attributions.c.number)
    lines = (
        select(reports.id, reports.outlet, reports.title, reports.published, reports.added, count, reports.language)
        .join(schema.readings, and_(schema.readings.c.report == reports.id, CURRENT))
        .outerjoin(schema.attributions, schema.attributions.c.reading == schema.readings.c.id)
        .group_by(reports.number)
        .order_by(reports.number)
    )
    return tuple(Listed(*row) for row in connection.execute(lines))


def report(connection: Connection, id: str, where: str) -> Report:
    """Return a report by its id in the record. Raises ``NoSuchReport``."""
    table = schema.reports.c
    row = connection.execute(select(table.payload, table.capture).where(table.id == id)).one_or_none()
    if row is None:
        raise NoSuchReport(f'No report {id} in {where}. "sayso list" shows the reports.')
    header = loads(row.payload, ReportHeader)
    fields = {name: getattr(header, name) for name in header.__struct_fields__}
    return Report(text=text(connection, header.text_sha256), capture=row.capture, **fields)


def text(connection: Connection, sha256: str) -> str:
    """Return a working text by its hash."""
    table = schema.texts.c
    row = connection.execute(select(table.encoding, table.content).where(table.sha256 == sha256)).one()
    return bytes_text(unpack(row.encoding, row.content))


def findings(connection: Connection, id: str, where: str) -> Findings:
    """Return what the current reading of a report found, as it was added. Raises ``NoSuchReport``."""
    table = schema.findings.c
    kept = (
        select(table.kind, table.payload)
        .join(schema.readings, schema.readings.c.id == table.reading)
        .where(schema.readings.c.report == id, CURRENT)
        .order_by(table.number)
    )
    return joined(report(connection, id, where), (tuple(row) for row in connection.execute(kept)))


def capture(connection: Connection, sha256: str, where: str) -> Capture:
    """Return the bytes as received, by their hash. Raises ``RecordError`` where they are not in the record."""
    table = schema.captures
    row = connection.execute(select(table).where(table.c.sha256 == sha256)).one_or_none()
    if row is None:
        raise RecordError(f"No capture {sha256} in {where}.")
    return msgspec.structs.replace(loads(row.payload, Capture), content=unpack(row.encoding, row.content))


def search(connection: Connection, query: str, limit: int) -> Hits:
    """Return the attributions and sentences that match, best first; see ``Record.search``."""
    matches = _without_repeats(fulltext.found(connection, query))
    shown = [_hit(connection, row) for row in matches[: max(limit, 0)]]
    return Hits(tuple(_with_words(connection, shown)), len(matches) - len(shown))


def _without_repeats(matches: Sequence[Row[Any]]) -> list[Row[Any]]:
    """Leave out the sentences that lie in, or touch, an attribution that was found too."""
    said: dict[str, list[Row[Any]]] = {}
    for row in matches:
        if row.number is not None:
            said.setdefault(row.report, []).append(row)
    return [row for row in matches if row.number is not None or not _told_by(row, said.get(row.report, []))]


def _told_by(sentence: Row[Any], said: list[Row[Any]]) -> bool:
    return any(sentence.start < row.end and row.start < sentence.end for row in said)


def _hit(connection: Connection, row: Row[Any]) -> Hit:
    table = schema.reports.c
    header = select(table.outlet, table.title, table.published).where(table.id == row.report)
    outlet, title, published = connection.execute(header).one()
    place = Span(row.start, row.end, "")
    if row.number is None:
        return Hit(row.report, outlet, title, published, place)
    (voiced,) = attributed(connection, row.report, row.number)
    speaker = voiced.speaker.name if voiced.speaker else None
    return Hit(row.report, outlet, title, published, place, voiced.attribution.id, speaker)


def _with_words(connection: Connection, hits: list[Hit]) -> list[Hit]:
    """Fill in the words of each hit's span, loading each text once."""
    table = schema.reports.c
    hashes = {id: connection.scalar(select(table.text).where(table.id == id)) for id in {hit.report_id for hit in hits}}
    texts = {id: text(connection, str(hashed)) for id, hashed in hashes.items()}
    return [
        msgspec.structs.replace(hit, span=Span.of(texts[hit.report_id], hit.span.start, hit.span.end)) for hit in hits
    ]


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
    part = (" " + names.folded + " ").contains(f" {folded} ", autoescape=True)
    for matches in (whole, part) if folded else ():
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
    if folded and _is_known(connection, part):
        return []
    raise NoSuchParty(_no_party(connection, name, where))


def _same_finding(table: Any) -> Any:
    return and_(table.c.reading == schema.findings.c.reading, table.c.number == schema.findings.c.number)


def _is_known(connection: Connection, matches: Any) -> bool:
    """Whether a current reading has a party of that name, even if it says nothing."""
    names = schema.party_names.c
    query = select(names.number).join(schema.readings, schema.readings.c.id == names.reading).where(CURRENT, matches)
    return connection.execute(query.limit(1)).first() is not None


def _no_party(connection: Connection, name: str, where: str) -> str:
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
