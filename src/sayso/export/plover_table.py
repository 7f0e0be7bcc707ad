"""PLOVER records as CSV: one row a claim about an event, for those who read event data in a spreadsheet or in R."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.export.plover import Entity, Location, Record, records
from sayso.export.table import Cell, Column, line
from sayso.export.told_events import REPORT
from sayso.model import Findings

COLUMNS = (
    Column("id", "report, event and claim"),
    Column("date", "first day on which it can have happened, ISO 8601; empty if unknown"),
    Column("enddate", "last such day, where it is another"),
    Column("date_precision", "how exactly that is known"),
    Column("time", "time of day, where it is known"),
    Column("event", "PLOVER type"),
    Column("mode", "PLOVER mode"),
    Column("quad_code", "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict"),
    Column("event_scale", "PLOVER's score of the type: a convention, not a finding"),
    Column("actor", "who did it, with semicolons between"),
    Column("actor_code", "their countries, ISO 3166-1 alpha-3, in the same order"),
    Column("actor_sector", "their PLOVER sectors, in the same order"),
    Column("recipient", "to whom it was done"),
    Column("recipient_code", "their countries"),
    Column("recipient_sector", "their sectors"),
    Column("place", "where it happened"),
    Column("lat", "latitude in degrees, WGS 84"),
    Column("lon", "longitude in degrees"),
    Column("precision", "how exactly the place is known"),
    Column("resolution", "the same as PLOVER has it, 5 to 1"),
    Column("geonameid", "GeoNames id"),
    Column("country", "ISO 3166-1 alpha-3"),
    Column("admin1", "ISO 3166-2"),
    Column("dead", "how many, where one figure tells it"),
    Column("injured", "how many, where one figure tells it"),
    Column("arrested", "how many, where one figure tells it"),
    Column("figures", "all figures in the report's words, with semicolons between"),
    Column("holder", "according to whom: the nearest holder"),
    Column("through", "through whom it came, outwards, with semicolons between"),
    Column("factuality", "how certain it is in the holder's mouth: FactBank value"),
    Column("basis", "on what ground the holder knows it"),
    Column("background", "1 for history told in passing"),
    Column("event_text", "the trigger: the words that tell of it"),
    Column("text", "the words of the claim"),
    Column("start", "where they begin in the report's text, in code points"),
    Column("end", "where they end, exclusive"),
    Column("report", "id of the report"),
    Column("published", "when the report was published"),
    Column("publication", "who published it"),
    Column("title", "its title"),
    Column("url", "its address"),
    Column("language", "its language, ISO 639-1"),
    Column("event_id", "id of the event in the report: the same for all who tell of it"),
    Column("claim_id", "id of the claim in the report"),
    Column("score", "how sure the machine is of the event, 0 to 1"),
    Column("made_by", "stage and version that found the event"),
    Column("status", "machine: found by a machine, no person has decided on it"),
)


def header() -> str:
    """Return the first line of the table."""
    return line(column.name for column in COLUMNS)


def rows(findings: Findings) -> str:
    """Return the lines of one report, in the order of the text."""
    return "".join(line(cells(record)) for record in records(findings))


def cells(record: Record) -> tuple[Cell, ...]:
    """Return a record in the order of ``COLUMNS``, unguarded."""
    size, info, cite = record.size, record.text_info, record.cite_info
    return (
        record.id, record.date, record.enddate, record.date_precision, record.time,
        *record.event, _joined(record.mode), record.quad_code, record.event_scale,
        *_three(record.actor), *_three(record.recipient), *_where(record.event_loc or Location("")),
        size.dead, size.injured, size.arrested, _joined(figure.span.exact for figure in record.figures),
        *_whose(record), record.factuality, record.basis, int(record.background),
        _joined(record.event_text), record.text, info.start, info.end, record.report, record.published,
        cite.publication, cite.title, cite.url, cite.language, record.event_id, record.claim_id,
        round(record.score, 4), record.made_by, record.status,
    )  # fmt: skip


def _three(entities: tuple[Entity, ...]) -> tuple[Cell, ...]:
    """Return names, countries and sectors of entities."""
    names = _joined(entity.entity_text for entity in entities)
    return names, *(_aligned(getattr(entity, name) for entity in entities) for name in ("code", "sector"))


def _whose(record: Record) -> tuple[Cell, Cell]:
    """Return the nearest holder, and through whom it came; the report comes last unsaid."""
    names = [entity.entity_text for entity in record.holder]
    if len(names) > 1 and record.holder[-1].party == REPORT:
        names.pop()
    return _joined(names[:1]), _joined(names[1:])


def _where(place: Location) -> tuple[Cell, ...]:
    return (
        place.name or None, place.lat, place.lon, place.precision, place.resolution, place.geonameid, place.country,
        place.admin1,
    )  # fmt: skip


def _joined(words: Iterable[str]) -> str:
    return "; ".join(words)


def _aligned(codes: Iterable[str | None]) -> str:
    """Return codes in the order of their entities, or nothing where none is known."""
    given = [code or "" for code in codes]
    return "; ".join(given) if any(given) else ""
