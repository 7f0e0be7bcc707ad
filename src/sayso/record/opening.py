"""Opening a record: is it one, may it be written, is its schema of this version."""

from __future__ import annotations

import os
import re
import sqlite3
import time
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event, text

from sayso.errors import NewerRecord, NotARecord, RecordBusy, RecordError, RecordNotWritable
from sayso.record.faults import told

APPLICATION_ID = 0x53415953
"""``SAYS`` in the header of the file, so that no other program's database is taken for a record."""
REVISIONS = ("0001", "0002")
"""The schema revisions that this version knows, oldest first; the last one is its own."""
MAGIC = b"SQLite format 3\x00"
SCHEME = re.compile(r"^[A-Za-z][A-Za-z0-9+.]+:/")
SECRET = re.compile(r"//[^/@]*@")
WRITES = "sayso_writes"


class Opened(NamedTuple):
    """A record's database: ``where`` it is as the user named it, and the engines to read it and to write to it.

    ``writer`` is ``None`` where the file may only be read.
    """

    where: str
    reader: Engine
    writer: Engine | None


def opened(where: str | Path, *, create: bool, wait: float) -> Opened:
    """Open a record, make it where there is none and ``create`` is set, and bring its schema up to date.

    ``wait`` is the number of seconds to wait for another writer. Raises the errors that ``Record.open`` names.
    """
    path = _path(where, create=create)
    named = str(where)
    read_only = path.exists() and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
    engine = _engine(_uri(path, read_only, named), wait)
    try:
        with told(named, opening=True):
            revision = _revision(engine, named)
            if revision != REVISIONS[-1]:
                _bring_up(engine, revision, named, create=create, read_only=read_only, wait=wait)
    except BaseException:
        engine.dispose()
        raise
    return Opened(named, engine, None if read_only else engine.execution_options(**{WRITES: True}))


def _path(where: str | Path, *, create: bool) -> Path:
    """Return the path of a record's file. Raises where there can be no record."""
    if isinstance(where, str) and SCHEME.match(where):
        hidden = SECRET.sub("//…@", where)
        raise RecordError(f'This version keeps a record in a file, not at "{hidden}". Give a name such as war.sayso.')
    path = Path(where)
    if path.is_dir():
        raise NotARecord(f"{where} is a folder, not a record. Give the name of a file in it.")
    if not path.exists():
        _check_missing(path, create)
    elif not path.is_file() or _other_kind(path):
        raise NotARecord(f"{where} is not a record: the file is of another kind. Give another name.")
    return path.resolve()


def _check_missing(path: Path, create: bool) -> None:
    if not create:
        raise RecordError(f'No record at {path}. "sayso add" makes one.')
    if not path.parent.is_dir():
        raise RecordNotWritable(f"There is no folder {path.parent} to make the record {path.name} in. Make it first.")
    if not os.access(path.parent, os.W_OK):
        raise RecordNotWritable(f"{path} cannot be made: its folder is read-only. Give a file in another folder.")


def _other_kind(path: Path) -> bool:
    """Whether a file is neither SQLite nor empty. Raises ``RecordError`` where it cannot be read."""
    try:
        with path.open("rb") as file:
            start = file.read(len(MAGIC))
    except OSError as error:
        raise RecordError(f"{path} cannot be read: {error.strerror}. Change its permissions.") from error
    return start not in (b"", MAGIC)


def _uri(path: Path, read_only: bool, named: str) -> str:
    """Return SQLite's address of a file.

    In a folder that cannot be written SQLite cannot keep its lock files; nobody can change the record there, so
    it is read as immutable. What a crashed writer left in the log would be missed: that is refused.
    """
    if not read_only:
        return f"{path.as_uri()}?mode=rwc"
    if os.access(path.parent, os.W_OK):
        return f"{path.as_uri()}?mode=ro"
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and log.stat().st_size:
        raise RecordNotWritable(
            f"{named} was not closed properly and its folder is read-only, so its last changes cannot be read. "
            f"Copy it and {log.name} to a folder of your own and open it there."
        )
    return f"{path.as_uri()}?mode=ro&immutable=1"


def _engine(uri: str, wait: float) -> Engine:
    """Return an engine whose transactions begin when we say so: at once for a writer, so that writers queue."""

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(uri, uri=True, timeout=wait, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA foreign_keys = ON")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(WRITES)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _revision(engine: Engine, named: str) -> str | None:
    """Return the schema revision of the database, ``None`` for an empty one. Raises ``NotARecord``."""
    with engine.connect() as connection:
        mark = connection.scalar(text("PRAGMA application_id"))
        if mark == APPLICATION_ID:
            return str(connection.scalar(text("SELECT version_num FROM alembic_version")))
        if mark or connection.scalar(text("SELECT count(*) FROM sqlite_master")):
            raise NotARecord(f"{named} is another program's database, not a record. Give another name.")
    return None


def _bring_up(engine: Engine, revision: str | None, named: str, *, create: bool, read_only: bool, wait: float) -> None:
    """Make the schema of an empty database, or upgrade an older one, in one transaction."""
    if revision is not None and revision not in REVISIONS:
        raise NewerRecord(
            f"{named} was made by a newer version of sayso (schema {revision}; this version knows up to "
            f"{REVISIONS[-1]}). Upgrade sayso to open it."
        )
    if revision is None and not create:
        raise NotARecord(f'{named} is empty, not a record. "sayso add" makes one.')
    if read_only:
        raise RecordNotWritable(f"{named} needs to be brought up to date, but cannot be written. Copy it elsewhere.")
    _use_log(engine, named, wait)
    from sayso.record.migrations import upgrade

    with engine.execution_options(**{WRITES: True}).begin() as connection:
        upgrade(connection)


def _use_log(engine: Engine, named: str, wait: float) -> None:
    """Switch the file to write-ahead logging, for good. SQLite does not itself wait for others here."""
    deadline = time.monotonic() + wait
    raw = engine.raw_connection()
    try:
        while True:
            try:
                raw.cursor().execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError as error:
                if "locked" not in str(error):
                    raise
                if time.monotonic() > deadline:
                    raise RecordBusy(f"{named} is being made by another program. Try again when it is done.") from error
                time.sleep(0.02)
    finally:
        raw.close()
