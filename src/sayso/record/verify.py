"""Verification: is the record still what was written into it?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Row, Table, func, select, text
from sqlalchemy.exc import DatabaseError

from sayso.model import Attribution, Claim, Event, Findings, Party, Report, Time
from sayso.model.codec import ReportHeader
from sayso.record import fulltext, schema
from sayso.record.adding import header_row
from sayso.record.payload import bytes_text, loads, unpack
from sayso.record.rows import KINDS, digest, joined, kept, rows, spans_of
from sayso.record.views import Fault, Verification

Faults = Iterator[Fault]


def verified(connection: Connection) -> Verification:
    """Check everything; a fault is listed, never raised."""
    faults: list[Fault] = []
    for check in (_file, _captures, _reports, _readings, _index):
        try:
            faults.extend(check(connection))
        except DatabaseError as error:
            faults.append(Fault(f"the file is damaged: {error.orig}"))
    tables = (schema.captures, schema.reports, schema.readings, schema.findings, schema.spans)
    captures, reports, readings, findings, spans = (_count(connection, table) for table in tables)
    return Verification(captures, reports, readings, findings, spans, tuple(faults))


def _count(connection: Connection, table: Table) -> int:
    """Return the number of rows, as far as they can be counted."""
    try:
        return connection.scalar(select(func.count()).select_from(table)) or 0
    except DatabaseError:
        return 0


def _file(connection: Connection) -> Faults:
    """Check the pages of the file, and that every row points at rows that are there."""
    if connection.dialect.name != "sqlite":
        return
    for (line,) in connection.execute(text("PRAGMA integrity_check")):
        if line != "ok":
            yield Fault(f"the file is damaged: {line}")
    for table, row, other, _ in connection.execute(text("PRAGMA foreign_key_check")):
        yield Fault(f"row {row} of {table} points at a row of {other} that is not there")


def _captures(connection: Connection) -> Faults:
    """Re-hash the bytes as received."""
    table = schema.captures.c
    for row in connection.execute(select(table.sha256, table.encoding, table.content, table.size)):
        content = _unpacked(row.encoding, row.content)
        if content is None or sha256(content).hexdigest() != row.sha256 or len(content) != row.size:
            yield Fault(f"the bytes of capture {row.sha256} are not those that were received")


def _unpacked(encoding: str, packed: bytes) -> bytes | None:
    """Return the unpacked bytes, or ``None`` where they are damaged or no bytes at all."""
    try:
        content = unpack(encoding, packed)
    except (ValueError, TypeError):
        return None
    return content if isinstance(content, bytes) else None


def _reports(connection: Connection) -> Faults:
    """Check each report's header against its columns, and that it has one current reading, of its text."""
    reports, readings = schema.reports, schema.readings
    query = select(reports, readings.c.text.label("read_text")).outerjoin(
        readings, (readings.c.report == reports.c.id) & readings.c.superseded.is_(None)
    )
    for row in connection.execute(query):
        if row.read_text is None:
            yield Fault("there is no current reading of it", row.id)
        elif row.read_text != row.text:
            yield Fault("its current reading is of another text than its own", row.id)
        yield from _header(row)


def _header(row: Row[Any]) -> Faults:
    try:
        columns = header_row(loads(row.payload, ReportHeader))
    except (ValueError, TypeError) as error:
        yield Fault(f"its header cannot be read: {error}", row.id)
        return
    for name, value in columns.items():
        if _plain(value) != getattr(row, name):
            yield Fault(f"its {name} was changed outside sayso", row.id)


def _plain(value: object) -> object:
    """Return a value as a text column gives it back."""
    return schema.readable(str(value)) if isinstance(value, str) else value


def _readings(connection: Connection) -> Faults:
    """Check the findings of every reading, superseded ones too, against the text that was read."""
    readings, texts = schema.readings.c, schema.texts.c
    query = (
        select(schema.readings, texts.content, texts.encoding, texts.size)
        .join(schema.texts, texts.sha256 == readings.text)
        .order_by(readings.id)
    )
    for row in connection.execute(query):
        content = _unpacked(row.encoding, row.content)
        if content is None or sha256(content).hexdigest() != row.text:
            yield Fault(f"its text is not the one that was read (hash {row.text})", row.report)
        else:
            yield from _reading(connection, row, Report("", bytes_text(content), row.text))


def _reading(connection: Connection, row: Row[Any], report: Report) -> Faults:
    table = schema.findings.c
    query = select(table.kind, table.payload).where(table.reading == row.id).order_by(table.number)
    found = connection.execute(query).all()
    try:
        payloads = [(kind, bytes(payload)) for kind, payload in found]
        findings, hashed = joined(report, iter(payloads)), digest(iter(payloads))
    except (ValueError, TypeError, KeyError) as error:
        yield Fault(f"findings of reading {row.id} cannot be read: {error}", row.report)
        return
    if len(payloads) != row.findings:
        yield Fault(f"reading {row.id} has {len(payloads)} of its {row.findings} findings", row.report)
    elif hashed != row.sha256:
        yield Fault(f"findings of reading {row.id} are not as they were written", row.report)
    faults = (*_columns(connection, row.id, findings), *_spans(findings), *_ids(findings), *_references(findings))
    yield from (Fault(f"{fault} (reading {row.id})", row.report) for fault in faults)


def _columns(connection: Connection, reading: int, findings: Findings) -> Iterator[str]:
    """Check that the columns to query by say what the findings say; the payloads are hashed, not compared."""
    for table, filled in rows(reading, kept(findings)).items():
        names = [name for name in table.columns.keys() if name != "payload"]  # noqa: SIM118
        expected = {tuple(_plain(row[name]) for name in names) for row in filled}
        query = select(*(table.c[name] for name in names)).where(table.c.reading == reading)
        found = {tuple(row) for row in connection.execute(query)}
        if expected != found:
            yield f"the table {table.name} does not say what the findings say"


def _spans(findings: Findings) -> Iterator[str]:
    """Check every span's words against the text."""
    text = findings.report.text
    for kind in KINDS:
        for number, finding in enumerate(getattr(findings, kind.field)):
            for role, span in spans_of(finding):
                if not 0 <= span.start <= span.end <= len(text) or text[span.start : span.end] != span.exact:
                    name = getattr(finding, "id", number)
                    yield f'{role} of {kind.word} {name} is not the words at {span.start} to {span.end}: "{span.exact}"'


def _ids(findings: Findings) -> Iterator[str]:
    ids = Counter(one.id for kind in KINDS[:-1] for one in getattr(findings, kind.field))
    yield from (f"the id {id} stands for {count} findings" for id, count in ids.items() if count > 1)


def _references(findings: Findings) -> Iterator[str]:
    """Check that every id that a finding names is that of a finding of the kind that it should be."""
    known = {kind.word: {one.id for one in getattr(findings, kind.field)} for kind in KINDS[:-1]}
    for kind in KINDS[:-1]:
        for finding in getattr(findings, kind.field):
            for other, id in _named(finding):
                if id is not None and id not in known[other]:
                    yield f"{kind.word} {finding.id} names {other} {id}, which is not there"


def _named(finding: object) -> Iterator[tuple[str, str | None]]:
    """Yield (kind, id) of every other finding that a finding names."""
    match finding:
        case Party(ties=ties):
            yield from (("party", tie.party) for tie in ties)
        case Time(anchor=anchor):
            yield "time", None if anchor == "published" else anchor
        case Attribution():
            yield from (("party", finding.speaker), ("party", finding.outlet), ("time", finding.said_on))
            yield from (("place", finding.said_at), ("attribution", finding.parent), ("time", finding.deadline))
            references = (*finding.via, *([finding.addressee] if finding.addressee else []))
            yield from (("party", reference.party) for reference in references)
        case Event():
            yield from (("party", id) for id in (*finding.actors, *finding.recipients))
            yield from (("place", finding.place), ("time", finding.time))
        case Claim():
            yield from (("party", id) for id in finding.holder if id != "report")
            yield from (("event", finding.event), ("attribution", finding.attribution))


def _index(connection: Connection) -> Faults:
    """Check that the full-text index holds as many passages as were put into it."""
    listed = connection.scalar(select(func.count()).select_from(schema.passages)) or 0
    if (held := fulltext.size(connection)) != listed:
        yield Fault(f"the search index holds {held} passages of {listed}")
