"""What the record answers with: frozen objects, free of the database."""

from __future__ import annotations

from typing import Literal

import msgspec

from sayso.model import Attribution, Happened, Party, Span, Time
from sayso.model.codec import ReportHeader

Outcome = Literal["added", "unchanged", "superseded"]
DatedBy = Literal["said_on", "published"]


class Added(msgspec.Struct, frozen=True):
    """What became of a report that was added.

    ``outcome`` is ``added``; ``unchanged`` where the record had all of it already; ``superseded`` where it had the
    bytes, and this reading took the place of an earlier one. ``note`` explains an id other than the given one.
    """

    report_id: str
    outcome: Outcome
    note: str | None = None


class Listed(msgspec.Struct, frozen=True):
    """One line of the list of reports; ``added`` is ISO 8601 in UTC, ``attributions`` a count."""

    id: str
    outlet: str | None
    title: str | None
    published: str | None
    added: str
    attributions: int
    language: str | None


class Hit(msgspec.Struct, frozen=True):
    """Words that a search found: a sentence, or an attribution (then with its id and its speaker's name).

    ``span`` stands in the report's text; for an attribution it runs from the first to the last word of its content,
    and ``content`` are the pieces that were said, without the reporter's words between them.
    """

    report_id: str
    outlet: str | None
    title: str | None
    published: str | None
    span: Span
    attribution: str | None = None
    speaker: str | None = None
    content: tuple[Span, ...] = ()


class Hits(msgspec.Struct, frozen=True):
    """What a search found, best first, and how many more there are beyond the limit."""

    hits: tuple[Hit, ...]
    left_out: int = 0


class Said(msgspec.Struct, frozen=True):
    """One thing that a party said, and the report that says so."""

    report: ReportHeader
    party: Party
    attribution: Attribution


class Dated(msgspec.Struct, frozen=True):
    """An attribution on the time line.

    ``by`` says which clock puts it there: ``said_on`` (``time`` is the time expression), ``published`` (the report's
    date: it was said then or before), or ``None`` for undated. ``earliest`` and ``latest`` are ISO 8601.
    """

    report: ReportHeader
    attribution: Attribution
    speaker: Party | None
    time: Time | None
    earliest: str | None
    latest: str | None
    by: DatedBy | None


class Happenings(msgspec.Struct, frozen=True):
    """What happened, according to whom, and how many more events there are whose time is not known.

    ``undated`` counts only where a period was asked for, and only events that all else that was asked for holds of.
    """

    happened: tuple[Happened, ...]
    undated: int = 0


class Change(msgspec.Struct, frozen=True):
    """One line of the history: its number, when (ISO 8601, UTC), what, of which report, by what or whom."""

    number: int
    at: str
    what: str
    report_id: str | None
    by: str
    note: str | None


class Fault(msgspec.Struct, frozen=True):
    """Something that is not as it was written, in words, and the report that it concerns, if it is one."""

    what: str
    report_id: str | None = None


class Verification(msgspec.Struct, frozen=True):
    """What ``verify`` checked, how many of each, and the faults that it found."""

    captures: int
    reports: int
    readings: int
    findings: int
    spans: int
    faults: tuple[Fault, ...]

    @property
    def sound(self) -> bool:
        """Whether there is no fault."""
        return not self.faults
