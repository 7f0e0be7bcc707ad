"""The first schema: captures, texts, reports, readings, findings, the full-text index, judgements, history."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

APPLICATION_ID = 0x53415953
LASTING = {"history": "number", "judgements": "id", "captures": "sha256", "texts": "sha256"}
"""Tables whose rows may be neither changed nor taken away, with their keys."""


def upgrade() -> None:
    """Make every table, the full-text index and the triggers."""
    _kept()
    _reports()
    _readings()
    _findings()
    _people()
    if op.get_bind().dialect.name == "sqlite":
        _sqlite()


def _text(name: str, required: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=not required)


def _number(name: str, required: bool = False, key: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), primary_key=key, nullable=not (required or key))


def _part(name: str) -> sa.Column[int]:
    """Return a column of a composite key."""
    return sa.Column(name, sa.Integer(), primary_key=True, autoincrement=False)


def _bytes(name: str) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary(), nullable=False)


def _link(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [other], name=f"fk_{table}_{column}")


def _finding(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["reading", "number"], ["findings.reading", "findings.number"], name=f"fk_{table}_reading_number"
    )


def _kept() -> None:
    op.create_table(
        "captures",
        sa.Column("sha256", sa.Text(), primary_key=True),
        _bytes("content"), _text("encoding", True), _number("size", True), _text("media_type", True),
        _text("origin", True), _text("retrieved"), _bytes("payload"), _text("added", True),
    )  # fmt: skip
    op.create_table(
        "texts",
        sa.Column("sha256", sa.Text(), primary_key=True),
        _bytes("content"), _text("encoding", True), _number("size", True),
    )  # fmt: skip


def _reports() -> None:
    op.create_table(
        "reports",
        _number("number", key=True), _text("id", True), _text("given_id", True), _text("capture", True),
        _text("text", True), _text("outlet"), _text("title"), _text("url"), _text("published"), _text("updated"),
        _text("retrieved"), _text("language"), _bytes("payload"), _text("added", True),
        sa.UniqueConstraint("id", name="uq_reports_id"),
        _link("reports", "capture", "captures.sha256"),
        _link("reports", "text", "texts.sha256"),
    )  # fmt: skip
    op.create_index("ix_reports_capture", "reports", ["capture"])
    op.create_index("ix_reports_text", "reports", ["text"])


def _readings() -> None:
    op.create_table(
        "readings",
        _number("id", key=True), _text("report", True), _text("text", True), _text("reading", True),
        _text("sha256", True), _number("findings", True), _text("read", True), _text("superseded"),
        _link("readings", "report", "reports.id"),
        _link("readings", "text", "texts.sha256"),
    )  # fmt: skip
    op.create_index("ix_readings_report", "readings", ["report"])
    current = sa.text("superseded IS NULL")
    op.create_index(
        "uq_readings_current", "readings", ["report"], unique=True, sqlite_where=current, postgresql_where=current
    )
    op.create_table(
        "findings",
        _part("reading"), _part("number"), _text("kind", True), _text("id"), _text("made_by", True), _bytes("payload"),
        _link("findings", "reading", "readings.id"),
    )  # fmt: skip
    op.create_index("ix_findings_id", "findings", ["reading", "kind", "id"])


def _of_finding(table: str, *columns: sa.Column[Any]) -> None:
    op.create_table(
        table, _part("reading"), _part("number"), *columns, _finding(table), sqlite_with_rowid=False
    )  # fmt: skip


def _findings() -> None:
    _of_finding(
        "spans", _part("place"), _text("role", True), _number("start", True), _number("end", True), _text("exact", True)
    )
    _of_finding("parties", _text("name", True), _text("type", True), _text("country"))
    _of_finding("party_names", _part("place"), _text("name", True), _text("folded", True))
    op.create_index("ix_party_names_folded", "party_names", ["folded"])
    _of_finding(
        "places", _text("name", True), _number("geonameid"), _text("country"), _text("admin1"),
        sa.Column("lat", sa.Float()), sa.Column("lon", sa.Float()), _text("precision"),
    )  # fmt: skip
    _of_finding("times", _text("type", True), _text("value"), _text("earliest"), _text("latest"), _text("precision"))
    _of_finding(
        "attributions", _text("speaker"), _text("addressee"), _text("outlet"), _text("channel"),
        _text("quote_type", True), _text("speech_act", True), _text("said_on"), _text("said_at"),
        sa.Column("floating", sa.Boolean(), nullable=False), _text("parent"), _text("deadline"),
        sa.Column("score", sa.Float(), nullable=False),
    )  # fmt: skip
    _of_finding(
        "events", _text("type"), _text("mode"), _text("place"), _text("time"),
        sa.Column("score", sa.Float(), nullable=False),
    )  # fmt: skip
    _of_finding("claims", _text("event"), _text("attribution"), _text("factuality", True), _text("basis", True))
    op.create_table(
        "passages",
        _number("id", key=True), _text("text"), _number("reading"), _number("number"),
        _number("start", True), _number("end", True),
        _link("passages", "text", "texts.sha256"),
        _finding("passages"),
    )  # fmt: skip
    op.create_index("ix_passages_text", "passages", ["text"])
    op.create_index("ix_passages_reading", "passages", ["reading"])


def _people() -> None:
    op.create_table(
        "judgements",
        _number("id", key=True), _text("report", True), _text("kind", True), _text("item", True),
        _text("status", True), _text("person", True), _text("decided", True), _text("text", True),
        _number("start"), _number("end"), _bytes("payload"),
        _link("judgements", "report", "reports.id"),
        _link("judgements", "text", "texts.sha256"),
    )  # fmt: skip
    op.create_index("ix_judgements_report", "judgements", ["report"])
    op.create_table(
        "attachments",
        _part("judgement"), _part("reading"), _number("number"),
        _link("attachments", "judgement", "judgements.id"),
        _link("attachments", "reading", "readings.id"),
        _finding("attachments"),
    )  # fmt: skip
    op.create_table(
        "history",
        _number("number", key=True), _text("at", True), _text("what", True), _text("report"), _text("by", True),
        _text("note"),
        sqlite_autoincrement=True,
    )  # fmt: skip
    op.create_index("ix_history_report", "history", ["report"])


def _sqlite() -> None:
    """Make what only SQLite has: the mark in the file's header, the full-text table, the triggers' dialect."""
    op.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    op.execute(
        "CREATE VIRTUAL TABLE fulltext USING fts5 "
        "(words, speaker, content='', tokenize='porter unicode61 remove_diacritics 2')"
    )
    for table, key in LASTING.items():
        for deed in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{deed.lower()} BEFORE {deed} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
        op.execute(
            f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "
            f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key}) "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )
