"""JSON of the nouns: the machine interface of ``sayso read --format jsonl`` and its JSON Schema.

One object a report with the keys ``report, parties, places, times, attributions, events, claims, unresolved``.
The report's text is not part of it; its hash is. Lists of a report's findings keep the order of the text.
"""

from __future__ import annotations

from typing import Any

import msgspec

from sayso.model.attribution import Attribution
from sayso.model.claim import Claim
from sayso.model.event import Event
from sayso.model.findings import Findings, Unresolved
from sayso.model.matter import Comparison, Matter, Side
from sayso.model.party import Party
from sayso.model.place import Place
from sayso.model.report import Report
from sayso.model.time import Time


class MatterSpan(msgspec.Struct, frozen=True):
    """A span of a side: the id of the report in which it stands, and where."""

    report: str
    start: int
    end: int
    exact: str


class MatterSide(msgspec.Struct, frozen=True):
    """A side of a matter as it is printed; see ``Side``."""

    claims: tuple[str, ...]
    holders: tuple[str, ...]
    reports: tuple[str, ...]
    spans: tuple[MatterSpan, ...]
    said_on: tuple[str | None, ...]


class MatterOutput(msgspec.Struct, frozen=True):
    """One line of ``sayso disputes --format jsonl``: a matter with its spans laid flat."""

    id: str
    about: str
    kind: str
    field: str | None
    why: str
    sides: tuple[MatterSide, ...]
    comparisons: tuple[Comparison, ...]
    score: float
    status: str
    made_by: str


class ReportHeader(msgspec.Struct, frozen=True):
    """A report without its text: what the machine interface prints of it."""

    id: str
    outlet: str | None
    title: str | None
    authors: tuple[str, ...]
    url: str | None
    published: str | None
    updated: str | None
    retrieved: str | None
    language: str | None
    text_sha256: str


class Output(msgspec.Struct, frozen=True):
    """One line of the machine interface: all that was found in one report."""

    report: ReportHeader
    parties: tuple[Party, ...]
    places: tuple[Place, ...]
    times: tuple[Time, ...]
    attributions: tuple[Attribution, ...]
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    unresolved: tuple[Unresolved, ...]


def header_of(report: Report) -> ReportHeader:
    """Return what the machine interface prints of a report."""
    return ReportHeader(*(getattr(report, name) for name in ReportHeader.__struct_fields__))


def output_of(findings: Findings) -> Output:
    """Return findings in the shape of the machine interface."""
    rest = (getattr(findings, name) for name in Output.__struct_fields__[1:])
    return Output(header_of(findings.report), *rest)


def to_json(findings: Findings) -> bytes:
    """Return findings as one line of JSON in UTF-8, without a line break."""
    return msgspec.json.encode(output_of(findings))


def from_json(line: bytes | str, text: str) -> Findings:
    """Return the findings that ``to_json`` printed, joined again with the report's text.

    Raises ``msgspec.ValidationError`` where the line has another shape.
    """
    output = msgspec.json.decode(line, type=Output)
    header = {name: getattr(output.report, name) for name in ReportHeader.__struct_fields__}
    rest = {name: getattr(output, name) for name in Output.__struct_fields__[1:]}
    return Findings(report=Report(text=text, **header), **rest)


def matter_to_json(matter: Matter) -> bytes:
    """Return a matter as one line of JSON in UTF-8, without a line break."""
    fields = {name: getattr(matter, name) for name in MatterOutput.__struct_fields__}
    return msgspec.json.encode(MatterOutput(**fields | {"sides": tuple(map(_side, matter.sides))}))


def _side(side: Side) -> MatterSide:
    spans = (MatterSpan(at.report, at.span.start, at.span.end, at.span.exact) for at in side.spans)
    return MatterSide(side.claims, side.holders, side.reports, tuple(spans), side.said_on)


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of one line of the machine interface."""
    (root,), parts = msgspec.json.schema_components((Output,), ref_template="#/$defs/{name}")
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "sayso read --format jsonl"}
    return head | root | {"$defs": dict(sorted(parts.items()))}
