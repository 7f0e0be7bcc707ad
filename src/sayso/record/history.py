"""The history: every change of a record, in order, never rewritten."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select

from sayso.record import schema
from sayso.record.views import Change


def now() -> str:
    """Return the present time as ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def note(connection: Connection, what: str, *, report: str | None, by: str, note: str | None = None) -> None:
    """Write a line of history: what was done, to which report, by what or whom, and what there is to say of it."""
    row = {"at": now(), "what": what, "report": report, "by": by, "note": note}
    connection.execute(insert(schema.history), row)


def changes(connection: Connection, report: str | None) -> tuple[Change, ...]:
    """Return the history of a report, or of the whole record, oldest first."""
    table = schema.history.c
    lines = select(table.number, table.at, table.what, table.report, table.by, table.note).order_by(table.number)
    if report is not None:
        lines = lines.where(table.report == report)
    return tuple(Change(*row) for row in connection.execute(lines))
