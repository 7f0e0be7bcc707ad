"""Adding a report: one transaction, all of it or none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, insert, select, update

from sayso.errors import RecordError
from sayso.model import Attribution, Capture, Findings, Report
from sayso.model.codec import ReportHeader, header_of
from sayso.record import fulltext, history, judgements, schema
from sayso.record.fulltext import Passage
from sayso.record.passages import sentences
from sayso.record.payload import dumps, loads, pack, text_bytes
from sayso.record.rows import Kept, digest, kept, rows, spans_of
from sayso.record.views import Added

FIRST_TOLD = frozenset({"id", "retrieved", "text_sha256"})
"""Fields of a header that adding the same bytes again does not change: they tell of the first time."""


class Incoming(msgspec.Struct, frozen=True):
    """What is to be added; ``text_sha256`` and ``digest`` (of the findings) tell whether it is new."""

    capture: Capture
    report: Report
    findings: Findings
    kept: list[Kept]
    digest: str
    reading: str


def incoming(capture: Capture, report: Report, findings: Findings, reading: str | None) -> Incoming:
    """Return what is to be added, checked. Raises ``RecordError`` where a hash belongs to other bytes."""
    if Capture.of(capture.content, media_type="", origin="").sha256 != capture.sha256:
        raise RecordError(f"The bytes of {report.id} do not have the hash {capture.sha256}. Take the report in again.")
    if Report.of("", report.text).text_sha256 != report.text_sha256:
        raise RecordError(f"The text of {report.id} does not have the hash {report.text_sha256}. Read it in again.")
    found = kept(findings)
    total = digest((one.kind.word, one.payload) for one in found)
    return Incoming(capture, report, findings, found, total, reading or reading_of(findings))


def reading_of(findings: Findings) -> str:
    """Return by what a report was read, as its findings tell: their ``made_by``, sorted, joined by a space."""
    made_by = {one.made_by for field in findings.__struct_fields__[1:-1] for one in getattr(findings, field)}
    return " ".join(sorted(made_by - {""}))


def add(connection: Connection, new: Incoming) -> Added:
    """Add a report within the connection's transaction; see ``Record.add``."""
    standing = find(connection, new.capture.sha256, new.report)
    return _first(connection, new) if standing is None else _again(connection, new, standing)


def find(connection: Connection, capture: str, report: Report | None) -> Row[Any] | None:
    """Return the row of the report that was read from these bytes, if there is one.

    One capture can hold several reports (a feed): ``report`` tells which is meant, by its id or else by its text.
    """
    table = schema.reports
    found = connection.execute(select(table).where(table.c.capture == capture).order_by(table.c.number)).all()
    if report is None:
        return found[0] if found else None
    same_id = (row for row in found if row.given_id == schema.readable(report.id))
    same_text = (row for row in found if row.text == report.text_sha256)
    return next(same_id, None) or next(same_text, None)


def _first(connection: Connection, new: Incoming) -> Added:
    id, why = _id(connection, new)
    _keep_capture(connection, new.capture)
    _keep_text(connection, new.report)
    header = msgspec.structs.replace(header_of(new.report), id=id)
    row = {"given_id": new.report.id, "capture": new.capture.sha256, "added": history.now()}
    connection.execute(insert(schema.reports), row | header_row(header))
    _keep_reading(connection, id, new)
    told = f"{len(new.findings.attributions)} attributions" + (f"; {why}" if why else "")
    history.note(connection, "added", report=id, by=new.reading, note=told)
    return Added(id, "added", why)


def _again(connection: Connection, new: Incoming, standing: Row[Any]) -> Added:
    """Take a report again of which the bytes are in the record."""
    id, text = standing.id, new.report.text_sha256
    before = connection.execute(_current(id)).one()
    _keep_text(connection, new.report)
    mended = _mend(connection, standing, new)
    if before.sha256 == new.digest and before.text == text:
        if before.reading != new.reading:
            connection.execute(
                update(schema.readings).where(schema.readings.c.id == before.id).values(reading=new.reading)
            )
            history.note(connection, "read again", report=id, by=new.reading, note="the findings are the same")
        return Added(id, "superseded" if mended else "unchanged")
    connection.execute(
        update(schema.readings).where(schema.readings.c.id == before.id).values(superseded=history.now())
    )
    orphaned = _keep_reading(connection, id, new)
    history.note(connection, "superseded", report=id, by=new.reading, note=_compared(before, new, orphaned))
    return Added(id, "superseded")


def _current(report: str) -> Any:
    table = schema.readings.c
    return select(table.id, table.text, table.reading, table.sha256, table.findings).where(
        table.report == report, table.superseded.is_(None)
    )


def _compared(before: Row[Any], new: Incoming, orphaned: int) -> str:
    """Return what changed between two readings, for the history."""
    told = f'reading {before.id} by "{before.reading}": {before.findings} findings before, {len(new.kept)} now'
    if before.text != new.report.text_sha256:
        told += "; the text read from the bytes is another"
    return told + (f"; {orphaned} judgements orphaned" if orphaned else "")


def news(standing: Row[Any], report: Report) -> dict[str, object]:
    """Return what a report's header says and the record's does not, or says otherwise: field -> value."""
    before = loads(standing.payload, ReportHeader)
    told = {name: getattr(report, name) for name in ReportHeader.__struct_fields__ if name not in FIRST_TOLD}
    return {name: value for name, value in told.items() if value and value != getattr(before, name)}


def filled(standing: Row[Any], report: Report) -> Report:
    """Return a report with those fields of its header that it does not know and the record does."""
    before = loads(standing.payload, ReportHeader)
    unknown = [name for name in ReportHeader.__struct_fields__ if not getattr(report, name)]
    return msgspec.structs.replace(report, **{name: getattr(before, name) for name in unknown})


def _mend(connection: Connection, standing: Row[Any], new: Incoming) -> bool:
    """Take over what the header says now; what it does not say any more stays. Return whether there was news."""
    before, changed = loads(standing.payload, ReportHeader), news(standing, new.report)
    header = msgspec.structs.replace(before, **changed, text_sha256=new.report.text_sha256)
    if header != before:
        row = header_row(header)
        connection.execute(update(schema.reports).where(schema.reports.c.id == standing.id).values(row))
    if changed:
        told = "; ".join(f"{name}: {getattr(before, name)!r}, now {value!r}" for name, value in changed.items())
        history.note(connection, "header changed", report=standing.id, by=new.reading, note=told)
    return bool(changed)


def _id(connection: Connection, new: Incoming) -> tuple[str, str | None]:
    """Return an id that is free in the record, and why it is not the given one."""
    given, hashed = schema.readable(new.report.id).strip(), new.capture.sha256
    if not given:
        given = hashed[:12]
    id, length = given, 6
    while connection.scalar(select(schema.reports.c.number).where(schema.reports.c.id == id)):
        id, length = f"{given}-{hashed[:length]}", length + 1
    if id == given:
        return id, None
    return id, f'the id "{given}" is that of another report, so this one is kept as "{id}"'


def header_row(header: ReportHeader) -> dict[str, Any]:
    """Return the columns of a report's header, and its payload."""
    columns = ("id", "outlet", "title", "url", "published", "updated", "retrieved", "language")
    row = {name: getattr(header, name) for name in columns}
    return row | {"text": header.text_sha256, "payload": dumps(header)}


def _keep_capture(connection: Connection, capture: Capture) -> None:
    table = schema.captures
    if connection.scalar(select(table.c.size).where(table.c.sha256 == capture.sha256)) is not None:
        return
    encoding, packed = pack(capture.content)
    row = {
        "sha256": capture.sha256, "content": packed, "encoding": encoding, "size": len(capture.content),
        "media_type": capture.media_type, "origin": capture.origin, "retrieved": capture.retrieved,
        "payload": dumps(msgspec.structs.replace(capture, content=b"")), "added": history.now(),
    }  # fmt: skip
    connection.execute(insert(table), row)


def _keep_text(connection: Connection, report: Report) -> None:
    """Keep a text and put its sentences into the index, once."""
    table, hashed = schema.texts, report.text_sha256
    if connection.scalar(select(table.c.size).where(table.c.sha256 == hashed)) is not None:
        return
    encoding, packed = pack(text_bytes(report.text))
    row = {"sha256": hashed, "content": packed, "encoding": encoding, "size": len(report.text)}
    connection.execute(insert(table), row)
    text = report.text
    fulltext.add(
        connection, (Passage(hashed, None, None, start, end, text[start:end]) for start, end in sentences(text))
    )


def _keep_reading(connection: Connection, report: str, new: Incoming) -> int:
    """Keep a reading and its findings; return how many judgements find no place in it."""
    text = new.report.text_sha256
    row = {
        "report": report, "text": text, "reading": new.reading, "sha256": new.digest,
        "findings": len(new.kept), "read": history.now(),
    }  # fmt: skip
    key = connection.execute(insert(schema.readings), row).inserted_primary_key
    reading: int = key[0] if key else 0
    for table, filled in rows(reading, new.kept).items():
        if filled:
            connection.execute(insert(table), filled)
    fulltext.add(connection, _quotations(reading, new))
    return judgements.reattach(connection, report, reading, text, new.kept)


def _quotations(reading: int, new: Incoming) -> Iterator[Passage]:
    """Yield what the index holds of a reading: the words of each attribution, beside the names of its speaker."""
    for one in new.kept:
        if isinstance(one.finding, Attribution) and one.finding.content:
            attribution = one.finding
            words = " … ".join(dict.fromkeys(span.exact for _, span in spans_of(attribution)))
            party = new.findings.party(attribution.speaker)
            start = min(span.start for span in attribution.content)
            end = max(span.end for span in attribution.content)
            names = " … ".join((party.name, *party.aliases)) if party else ""
            yield Passage(None, reading, one.number, start, end, words, names)
