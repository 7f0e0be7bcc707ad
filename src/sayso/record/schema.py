"""The tables of a record, in SQLAlchemy Core: portable between SQLite and PostgreSQL.

Bytes and exact objects are kept as binary payloads, because working text may hold what a database's text type refuses
(NUL, lone surrogates); beside each payload stand columns to query by. ``Readable`` columns are for that: what a text
type refuses stands in them as U+FFFD. The migrations make the tables; a test holds the two equal.
"""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Dialect,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    text,
)

UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
"""What the text types of SQLite and PostgreSQL do not take."""


def readable(words: str) -> str:
    """Return ``words`` as a text column takes them, at the same length: NUL and lone surrogates become U+FFFD."""
    return UNSTORABLE.sub("\N{REPLACEMENT CHARACTER}", words)


class Readable(TypeDecorator[str]):
    """Text to query and read by; the exact words are in the payload."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Return the value as the database takes it."""
        return None if value is None else readable(str(value))


NAMES = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
}
metadata = MetaData(naming_convention=NAMES)

captures = Table(
    "captures", metadata,
    Column("sha256", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
    Column("encoding", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("media_type", Readable, nullable=False),
    Column("origin", Readable, nullable=False),
    Column("retrieved", Readable),
    Column("payload", LargeBinary, nullable=False),
    Column("added", Text, nullable=False),
)  # fmt: skip
"""The bytes as received, under the hash of the bytes themselves; ``encoding`` says how they are packed here."""

texts = Table(
    "texts", metadata,
    Column("sha256", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
    Column("encoding", Text, nullable=False),
    Column("size", Integer, nullable=False),
)  # fmt: skip
"""Working texts in UTF-8 (lone surrogates passed through), under their hash; ``size`` is in code points."""

reports = Table(
    "reports", metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Readable, nullable=False, unique=True),
    Column("given_id", Readable, nullable=False),
    Column("capture", Text, ForeignKey("captures.sha256"), nullable=False, index=True),
    Column("text", Text, ForeignKey("texts.sha256"), nullable=False, index=True),
    Column("outlet", Readable),
    Column("title", Readable),
    Column("url", Readable),
    Column("published", Readable),
    Column("updated", Readable),
    Column("retrieved", Readable),
    Column("language", Readable),
    Column("payload", LargeBinary, nullable=False),
    Column("added", Text, nullable=False),
)  # fmt: skip
"""Reports as they stand now; ``number`` counts them as they were added."""

readings = Table(
    "readings", metadata,
    Column("id", Integer, primary_key=True),
    Column("report", Readable, ForeignKey("reports.id"), nullable=False),
    Column("text", Text, ForeignKey("texts.sha256"), nullable=False),
    Column("reading", Readable, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("findings", Integer, nullable=False),
    Column("read", Text, nullable=False),
    Column("superseded", Text),
    Index("ix_readings_report", "report"),
    Index(
        "uq_readings_current", "report", unique=True,
        sqlite_where=text("superseded IS NULL"), postgresql_where=text("superseded IS NULL"),
    ),
)  # fmt: skip
"""One row for each time that a report was read: by what, which text, when; ``superseded`` is when it ceased to hold,
``sha256`` is over its findings."""

findings = Table(
    "findings", metadata,
    Column("reading", Integer, ForeignKey("readings.id"), primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("id", Readable),
    Column("made_by", Readable, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Index("ix_findings_id", "reading", "kind", "id"),
)  # fmt: skip
"""What a reading found, in order, whole; the tables below repeat parts of it in columns."""


def _of_finding(name: str, *columns: Column[Any], more: tuple[str, ...] = ()) -> Table:
    """Return a table whose rows belong to a finding; ``more`` are further columns of its key."""
    keys = ("reading", "number", *more)
    return Table(
        name, metadata,
        *(Column(key, Integer, primary_key=True, autoincrement=False) for key in keys),
        *columns,
        ForeignKeyConstraint(["reading", "number"], ["findings.reading", "findings.number"]),
        sqlite_with_rowid=False,
    )  # fmt: skip


spans = _of_finding(
    "spans",
    Column("role", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("exact", Readable, nullable=False),
    more=("place",),
)
"""Every span of every finding; ``role`` is the field that it fills (``content``, ``mentions``, ``addressee``…)."""

parties = _of_finding(
    "parties",
    Column("name", Readable, nullable=False),
    Column("type", Text, nullable=False),
    Column("country", Readable),
)
party_names = _of_finding(
    "party_names",
    Column("name", Readable, nullable=False),
    Column("folded", Readable, nullable=False, index=True),
    more=("place",),
)
"""A party's name and aliases, and the same folded for comparison (see ``names.fold``)."""

places = _of_finding(
    "places",
    Column("name", Readable, nullable=False),
    Column("geonameid", Integer),
    Column("country", Readable),
    Column("admin1", Readable),
    Column("lat", Float),
    Column("lon", Float),
    Column("precision", Text),
)
times = _of_finding(
    "times",
    Column("type", Text, nullable=False),
    Column("value", Readable),
    Column("earliest", Readable),
    Column("latest", Readable),
    Column("precision", Text),
)
attributions = _of_finding(
    "attributions",
    Column("speaker", Readable),
    Column("addressee", Readable),
    Column("outlet", Readable),
    Column("channel", Text),
    Column("quote_type", Text, nullable=False),
    Column("speech_act", Text, nullable=False),
    Column("said_on", Readable),
    Column("said_at", Readable),
    Column("floating", Boolean, nullable=False),
    Column("parent", Readable),
    Column("deadline", Readable),
    Column("score", Float, nullable=False),
)
events = _of_finding(
    "events",
    Column("type", Readable),
    Column("mode", Readable),
    Column("place", Readable),
    Column("time", Readable),
    Column("score", Float, nullable=False),
)
event_parties = _of_finding(
    "event_parties",
    Column("role", Text, nullable=False),
    Column("party", Readable),
    Column("words", Readable),
    more=("place",),
)
"""Who an event names as ``actor`` or ``recipient``: a party's id, or, where the words stand for none, the words."""

claims = _of_finding(
    "claims",
    Column("event", Readable),
    Column("attribution", Readable),
    Column("factuality", Text, nullable=False),
    Column("basis", Text, nullable=False),
)
claim_holders = _of_finding("claim_holders", Column("holder", Readable), more=("place",))
"""Who holds a claim, nearest first: a party's id, ``report``, or nothing for someone unnamed."""

passages = Table(
    "passages", metadata,
    Column("id", Integer, primary_key=True),
    Column("text", Text, ForeignKey("texts.sha256")),
    Column("reading", Integer),
    Column("number", Integer),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    ForeignKeyConstraint(["reading", "number"], ["findings.reading", "findings.number"]),
    Index("ix_passages_text", "text"),
    Index("ix_passages_reading", "reading"),
)  # fmt: skip
"""What the full-text index holds: a sentence of a text, or an attribution of a reading; ``id`` is the index's own."""

judgements = Table(
    "judgements", metadata,
    Column("id", Integer, primary_key=True),
    Column("report", Readable, ForeignKey("reports.id"), nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("item", Readable, nullable=False),
    Column("status", Text, nullable=False),
    Column("person", Readable, nullable=False),
    Column("decided", Text, nullable=False),
    Column("text", Text, ForeignKey("texts.sha256"), nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    Column("payload", LargeBinary, nullable=False),
    Column("voice", Readable),
)  # fmt: skip
"""What people decided, never rewritten: on which item, the words it stood on when they did, and in whose voice (see
``anchors``)."""

attachments = Table(
    "attachments", metadata,
    Column("judgement", Integer, ForeignKey("judgements.id"), primary_key=True, autoincrement=False),
    Column("reading", Integer, ForeignKey("readings.id"), primary_key=True, autoincrement=False),
    Column("number", Integer),
    ForeignKeyConstraint(["reading", "number"], ["findings.reading", "findings.number"]),
)  # fmt: skip
"""Where a judgement hangs in a reading; without a ``number`` it is orphaned there."""

history = Table(
    "history", metadata,
    Column("number", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("report", Readable, index=True),
    Column("by", Readable, nullable=False),
    Column("note", Readable),
    sqlite_autoincrement=True,
)  # fmt: skip
"""Every change, in order; triggers refuse to change or take away a row."""
