"""What happened, according to whom, across the reports of a record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, and_, exists, or_, select

from sayso.errors import NoSuchParty
from sayso.model import Findings, Happened, Report
from sayso.model.codec import ReportHeader
from sayso.model.happened import contents, happened
from sayso.record import schema
from sayso.record.asking import CURRENT
from sayso.record.event_filter import REPORT, EventFilter
from sayso.record.names import fold
from sayso.record.payload import loads
from sayso.record.rows import joined
from sayso.record.speakers import holds_words, is_known, no_party
from sayso.record.views import Happenings
from sayso.vocab.definitions import plover

READING = schema.readings.c.id


def happenings(connection: Connection, wanted: EventFilter, where: str, others: bool) -> Happenings:
    """Return what happened, in the order of the record; see ``Record.happened``."""
    found = wanted.sift(_all(connection, wanted, others))
    for name in (wanted.party, wanted.holder):
        if found == Happenings(()) and name not in (None, REPORT) and not is_known(connection, name):
            raise NoSuchParty(no_party(connection, name, where))
    return found


def _all(connection: Connection, wanted: EventFilter, others: bool) -> Iterator[Happened]:
    """Yield the events, and with ``others`` the other contents, of every reading that can have a wanted one."""
    query = (
        select(READING, schema.reports.c.payload)
        .join(schema.reports, schema.reports.c.id == schema.readings.c.report)
        .where(CURRENT, *_narrowed(wanted))
        .order_by(schema.reports.c.number)
    )
    for reading, header in connection.execute(query).all():
        findings = _findings(connection, reading, loads(header, ReportHeader))
        yield from happened(findings)
        if others:
            yield from contents(findings)


def _findings(connection: Connection, reading: int, header: ReportHeader) -> Findings:
    """Return the findings of a reading without the text of the report, which is not needed to list them."""
    table = schema.findings.c
    query = select(table.kind, table.payload).where(table.reading == reading).order_by(table.number)
    report = Report(text="", **msgspec.structs.asdict(header))
    return joined(report, (tuple(row) for row in connection.execute(query)))


def _narrowed(wanted: EventFilter) -> Iterator[ColumnElement[bool]]:
    """Yield what must hold of a reading that has a wanted event; the filter itself then looks at each event."""
    types = wanted.types or tuple(type.name for type in plover().types if type.quad in wanted.quads)
    if types:
        yield _has(schema.events, schema.events.c.type.in_(types))
    if wanted.factuality:
        yield _has(schema.claims, schema.claims.c.factuality.in_(wanted.factuality))
    if wanted.party:
        parties = schema.event_parties.c
        yield _has(schema.event_parties, or_(_is_called(parties.party, wanted.party), parties.words.is_not(None)))
    if wanted.holder:
        holder = schema.claim_holders.c.holder
        named = holder == REPORT if wanted.holder == REPORT else _is_called(holder, wanted.holder)
        yield _has(schema.claim_holders, or_(named, holder.is_(None)))


def _has(table: Any, condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(table.c.reading == READING, condition)


def _is_called(id: ColumnElement[str], name: str) -> ColumnElement[bool]:
    """Whether an id is that of a party of the reading one of whose names holds this one as whole words."""
    finding, names = schema.findings.alias().c, schema.party_names.alias().c
    of_party = and_(names.reading == finding.reading, names.number == finding.number)
    called = (finding.reading == READING, of_party, holds_words(names.folded, fold(name)))
    return id.in_(select(finding.id).where(*called))
