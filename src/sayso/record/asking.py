"""What is read straight from the record: the list, reports, findings, captures."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, and_, func, select

from sayso.errors import NoSuchReport, RecordError
from sayso.model import Capture, Findings, Report
from sayso.model.codec import ReportHeader
from sayso.record import schema
from sayso.record.payload import bytes_text, loads, unpack
from sayso.record.rows import joined
from sayso.record.views import Listed

CURRENT = schema.readings.c.superseded.is_(None)
"""That a reading is the one that holds."""


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
