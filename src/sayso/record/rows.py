"""Findings as rows, and back."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Table

from sayso.model import (
    Attribution,
    Claim,
    Event,
    Findings,
    Party,
    Place,
    Report,
    SlotName,
    Span,
    Time,
    Unresolved,
)
from sayso.record import schema
from sayso.record.names import fold
from sayso.record.payload import dumps, loads

Finding = Party | Place | Time | Attribution | Event | Claim | Unresolved
Row = dict[str, Any]
"""A row as SQLAlchemy takes it: column name -> value."""


class Kind(NamedTuple):
    """A kind of finding: its word in the column ``kind``, its field of ``Findings``, its class, its own table."""

    word: str
    field: str
    struct: type[Finding]
    table: Table | None


KINDS = (
    Kind("party", "parties", Party, schema.parties),
    Kind("place", "places", Place, schema.places),
    Kind("time", "times", Time, schema.times),
    Kind("attribution", "attributions", Attribution, schema.attributions),
    Kind("event", "events", Event, schema.events),
    Kind("claim", "claims", Claim, schema.claims),
    Kind("unresolved", "unresolved", Unresolved, None),
)
KIND_OF = {kind.word: kind for kind in KINDS}
OF_KEY = ("reading", "number")
PARTIES = (SlotName.ACTOR, SlotName.RECIPIENT)
"""The slots of an event that parties fill."""


class Kept(NamedTuple):
    """A finding as it is kept: its number within the reading, kind, and payload."""

    number: int
    kind: Kind
    finding: Finding
    payload: bytes


def kept(findings: Findings) -> list[Kept]:
    """Return the findings in the order in which they are kept."""
    flat = ((kind, finding) for kind in KINDS for finding in getattr(findings, kind.field))
    return [Kept(number, kind, finding, dumps(finding)) for number, (kind, finding) in enumerate(flat)]


def digest(payloads: Iterator[tuple[str, bytes]]) -> str:
    """Return the SHA-256 over (kind, payload) of a reading's findings, in order."""
    total = sha256()
    for kind, payload in payloads:
        total.update(f"{kind} {len(payload)} ".encode() + payload)
    return total.hexdigest()


def rows(reading: int, findings: list[Kept]) -> dict[Table, list[Row]]:
    """Return the rows of every table for a reading's findings, tables in the order to fill them."""
    filled: dict[Table, list[Row]] = {schema.findings: []}
    for one in findings:
        key = {"reading": reading, "number": one.number}
        filled[schema.findings].append(key | _finding_row(one))
        if one.kind.table is not None:
            filled.setdefault(one.kind.table, []).append(key | _columns(one.finding, one.kind.table))
        filled.setdefault(schema.spans, []).extend(key | row for row in span_rows(one.finding))
        for table, more in _further_rows(one.finding):
            filled.setdefault(table, []).extend(key | row for row in more)
    return filled


def _finding_row(one: Kept) -> Row:
    made_by = one.finding.stage if isinstance(one.finding, Unresolved) else one.finding.made_by
    id = getattr(one.finding, "id", None)
    return {"kind": one.kind.word, "id": id, "made_by": made_by, "payload": one.payload}


def _columns(finding: Finding, table: Table) -> Row:
    """Return the fields of a finding that its table has columns for."""
    row = {name: getattr(finding, name) for name in table.columns.keys() if name not in OF_KEY}  # noqa: SIM118
    if isinstance(finding, Attribution):
        row["addressee"] = finding.addressee.party if finding.addressee else None
    return row


def _further_rows(finding: Finding) -> Iterator[tuple[Table, Iterator[Row]]]:
    """Yield the tables that a finding has several rows in, with these rows without their key."""
    if isinstance(finding, Party):
        yield schema.party_names, _name_rows(finding)
    elif isinstance(finding, Event):
        yield schema.event_parties, _event_party_rows(finding)
    elif isinstance(finding, Claim):
        yield schema.claim_holders, ({"place": place, "holder": id} for place, id in enumerate(finding.holder))


def _event_party_rows(event: Event) -> Iterator[Row]:
    named = [("actor", id) for id in event.actors] + [("recipient", id) for id in event.recipients]
    words = [(slot.slot.value, slot.span.exact) for slot in event.slots if slot.slot in PARTIES and not slot.id]
    rows = [(role, id, None) for role, id in named]
    for place, (role, party, exact) in enumerate((*rows, *((role, None, exact) for role, exact in words))):
        yield {"place": place, "role": role, "party": party, "words": exact}


def _name_rows(party: Party) -> Iterator[Row]:
    for place, name in enumerate(dict.fromkeys((party.name, *party.aliases))):
        yield {"place": place, "name": name, "folded": fold(name)}


def span_rows(finding: Finding) -> Iterator[Row]:
    """Yield the rows of a finding's spans, without their key."""
    for place, (role, span) in enumerate(spans_of(finding)):
        yield {"place": place, "role": role, "start": span.start, "end": span.end, "exact": span.exact}


def spans_of(part: object, role: str = "") -> Iterator[tuple[str, Span]]:
    """Yield every span in a finding with the dotted path of the field that holds it, such as ``condition.if``."""
    if isinstance(part, Span):
        yield role.removesuffix(".span"), part
    elif isinstance(part, msgspec.Struct):
        for field, name in zip(part.__struct_fields__, part.__struct_encode_fields__, strict=True):
            yield from spans_of(getattr(part, field), f"{role}.{name}" if role else name)
    elif isinstance(part, tuple):
        for one in part:
            yield from spans_of(one, role)


def joined(report: Report, payloads: Iterator[tuple[str, bytes]]) -> Findings:
    """Return the findings of a report from their (kind, payload), in order."""
    fields: dict[str, list[Finding]] = {}
    for word, payload in payloads:
        kind = KIND_OF[word]
        fields.setdefault(kind.field, []).append(loads(payload, kind.struct))
    return Findings(report, **{field: tuple(found) for field, found in fields.items()})  # type: ignore[arg-type]
