"""Search: the attributions, and the sentences outside them, that hold the words looked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, select

from sayso.model import Span
from sayso.record import asking, fulltext, schema
from sayso.record.speakers import attributed
from sayso.record.views import Hit, Hits


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
    said = voiced.attribution
    return Hit(row.report, outlet, title, published, place, said.id, speaker, said.content)


def _with_words(connection: Connection, hits: list[Hit]) -> list[Hit]:
    """Fill in the words of each hit's span, loading each text once."""
    table = schema.reports.c
    hashes = {id: connection.scalar(select(table.text).where(table.id == id)) for id in {hit.report_id for hit in hits}}
    texts = {id: asking.text(connection, str(hashed)) for id, hashed in hashes.items()}
    return [
        msgspec.structs.replace(hit, span=Span.of(texts[hit.report_id], hit.span.start, hit.span.end)) for hit in hits
    ]
