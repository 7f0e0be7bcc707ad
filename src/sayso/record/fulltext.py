"""The full-text index: the one file that knows SQLite's FTS5.

The index keeps no text of its own. It holds the sentences of every text once, and the attributions of every reading,
each with its speaker's names, so that words of a quotation are found together with who said them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, Select, column, func, insert, select, table, text

from sayso.errors import RecordError
from sayso.record.schema import passages, readable, readings, reports

index = table("fulltext", column("rowid"), column("words"), column("speaker"), column("rank"))
MATCHES = text("fulltext MATCH :query")
TERM = re.compile(r'(?P<no>-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')


class Passage(NamedTuple):
    """What is put into the index: of a text, or else of a finding; where; its words; the speaker's names."""

    text: str | None
    reading: int | None
    number: int | None
    start: int
    end: int
    words: str
    speaker: str = ""


def add(connection: Connection, new: Iterable[Passage]) -> None:
    """Put passages into the index."""
    first = (connection.scalar(select(func.max(passages.c.id))) or 0) + 1
    numbered = list(enumerate(new, first))
    if not numbered:
        return
    connection.execute(
        insert(passages),
        [
            {"id": id, "text": one.text, "reading": one.reading, "number": one.number,
             "start": one.start, "end": one.end}
            for id, one in numbered
        ],
    )  # fmt: skip
    connection.execute(
        insert(index),
        [{"rowid": id, "words": readable(one.words), "speaker": readable(one.speaker)} for id, one in numbered],
    )


def found(connection: Connection, query: str) -> list[Row[Any]]:
    """Return the passages of current texts and readings that match, best first.

    Each has ``report``, ``number`` (of the finding, ``None`` for a sentence), ``start`` and ``end``.
    Raises ``RecordError`` for a query without words.
    """
    terms = {"query": expression(query)}
    rows = [row for statement in (_sentences(), _attributions()) for row in connection.execute(statement, terms)]
    return sorted(rows, key=lambda row: row.rank)


def _sentences() -> Select[Any]:
    return (
        select(reports.c.id.label("report"), passages.c.number, passages.c.start, passages.c.end, index.c.rank)
        .join_from(index, passages, passages.c.id == index.c.rowid)
        .join(reports, reports.c.text == passages.c.text)
        .where(MATCHES)
    )


def _attributions() -> Select[Any]:
    return (
        select(readings.c.report, passages.c.number, passages.c.start, passages.c.end, index.c.rank)
        .join_from(index, passages, passages.c.id == index.c.rowid)
        .join(readings, readings.c.id == passages.c.reading)
        .where(MATCHES, readings.c.superseded.is_(None))
    )


def size(connection: Connection) -> int:
    """Return how many passages the index holds."""
    return connection.scalar(text("SELECT count(*) FROM fulltext_docsize")) or 0


def expression(query: str) -> str:
    """Return a query in FTS5's language: words all of which must occur, ``"phrases"``, ``prefix*``, ``-without``.

    ``OR`` between two words means either. Whatever else is typed is looked for as it stands, never an error.
    Raises ``RecordError`` where there is no word to look for.
    """
    wanted: list[list[str]] = []
    unwanted: list[str] = []
    either = False
    for term in TERM.finditer(query):
        quoted = _quoted(term)
        if term["word"] == "OR":
            either = bool(wanted)
        elif quoted and term["no"]:
            unwanted.append(quoted)
        elif quoted and either:
            wanted[-1].append(quoted)
            either = False
        elif quoted:
            wanted.append([quoted])
    if not wanted:
        raise RecordError(f'The search "{query}" names no word to look for. Give at least one word.')
    every = " AND ".join(f"({' OR '.join(words)})" for words in wanted)
    return f"({every})" + "".join(f" NOT {words}" for words in unwanted)


def _quoted(term: re.Match[str]) -> str | None:
    """Return a term as FTS5 takes any words, or ``None`` where it has no letter or digit."""
    words = readable(term["word"] if term["phrase"] is None else term["phrase"])
    if not any(map(str.isalnum, words)):
        return None
    if term["phrase"] is None and words.endswith("*"):
        return f'"{words.rstrip("*")}"*'
    return f'"{words}"'
