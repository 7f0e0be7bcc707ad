"""The database's errors in sayso's words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from sayso.errors import NotARecord, RecordBusy, RecordError, RecordNotWritable

WORDS = {
    "database is locked": "SQLITE_BUSY",
    "database table is locked": "SQLITE_LOCKED",
    "database or disk is full": "SQLITE_FULL",
    "attempt to write a readonly database": "SQLITE_READONLY",
    "unable to open database file": "SQLITE_CANTOPEN",
    "disk I/O error": "SQLITE_IOERR",
    "file is not a database": "SQLITE_NOTADB",
    "database disk image is malformed": "SQLITE_CORRUPT",
}
"""SQLite's messages and the codes that belong to them, for errors that come without a code."""


@contextmanager
def told(where: str, *, opening: bool = False) -> Iterator[None]:
    """Raise the database's errors within as those of ``sayso.errors``; ``where`` names the record.

    ``opening`` tells that the record is not open yet: then no command can say more of its damage.
    """
    try:
        yield
    except DBAPIError as error:
        raise in_words(error.orig, where, opening) or error from error
    except sqlite3.Error as error:
        raise in_words(error, where, opening) or error from error


def in_words(error: BaseException | None, where: str, opening: bool = False) -> RecordError | None:
    """Return the error for a person to act on, or ``None`` where it is no fault of the record."""
    code = getattr(error, "sqlite_errorname", None) or WORDS.get(str(error), "")
    match code.split("_")[1:2]:
        case ["BUSY" | "LOCKED"]:
            return RecordBusy(
                f"{where} is being written by another program that did not finish in time. Try again when it is done."
            )
        case ["FULL"]:
            return RecordNotWritable(
                f"The disk is full: nothing more could be written to {where}. What was added before is kept. "
                "Make room and add again."
            )
        case ["READONLY" | "CANTOPEN"]:
            return RecordNotWritable(
                f"{where} cannot be written: the file or its folder is read-only. "
                "Change that, or copy the record to a folder of your own."
            )
        case ["IOERR"]:
            return RecordNotWritable(
                f"The disk under {where} reports an error ({error}). What was added before is kept. "
                'Check the disk, then "sayso verify".'
            )
        case ["NOTADB"]:
            return NotARecord(f"{where} is not a record: the file is of another kind. Give another name.")
        case ["CORRUPT"]:
            hint = "" if opening else ' "sayso verify" says where.'
            return RecordError(f"{where} is damaged ({error}).{hint} Go back to a copy if there is one.")
    return None
