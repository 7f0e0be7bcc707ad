"""Findings as CSV: one row an attribution.

A spreadsheet runs a cell that begins with ``=``, ``+``, ``-`` or ``@`` as a formula, and a report's words are a
stranger's. Such a cell gets an apostrophe in front, as does one that already has apostrophes before such a
character, so that ``unguarded`` always gives back the words. Numbers are not touched.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.export.told import GAP, Told, tell
from sayso.model import Findings, Status

Cell = str | int | float | None
RISKY = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name and what stands in it."""

    name: str
    meaning: str


COLUMNS = (
    Column("report", "id of the report"),
    Column("outlet", "who published the report"),
    Column("title", "title of the report"),
    Column("published", "when it was published, ISO 8601; empty if unknown"),
    Column("url", "address of the report"),
    Column("attribution", "id of the attribution in the report"),
    Column("speaker", "name of who speaks; empty if no one is named"),
    Column("speaker_type", "person, armed_group, organisation, government, outlet or people (unnamed)"),
    Column("role", "roles that the report gives the speaker, with semicolons between"),
    Column("speech_act", "what the speaker does in saying it"),
    Column("quote_type", "direct, mixed or indirect"),
    Column("addressee", "to whom it was said, in the report's words"),
    Column("via", "reports or outlets that it passed through, with semicolons between"),
    Column("channel", "by what means it was said"),
    Column("carried_by", "the outlet that carried it"),
    Column("said_on", "when it was said: TIMEX3 value"),
    Column("said_on_words", "when it was said, in the report's words"),
    Column("said_at", "where it was said"),
    Column("condition", "the condition of a promise, threat or request"),
    Column("consequence", "what the condition governs"),
    Column("deadline", "until when: TIMEX3 value"),
    Column("parent", "id of the attribution inside whose words this one stands"),
    Column("source", "the words that name the speaker"),
    Column("cue", "the words that say that it was said"),
    Column("content", "what was said, in the report's words; … between its pieces"),
    Column("start", "where the content begins in the report's text, in code points"),
    Column("end", "where the content ends, exclusive"),
    Column("score", "how sure the machine is, 0 to 1"),
    Column("made_by", "stage and version that found it"),
    Column("status", "machine: found by a machine, no person has decided on it"),
)


def header() -> str:
    """Return the first line of the table."""
    return line(column.name for column in COLUMNS)


def rows(findings: Findings) -> str:
    """Return the lines of one report, in the order of the text; an empty string if nothing was found in it."""
    return "".join(line(row) for row in cells(findings))


def cells(findings: Findings) -> Iterator[tuple[Cell, ...]]:
    """Yield the cells of each attribution of a report, in the order of ``COLUMNS``, unguarded."""
    report = findings.report
    about_report = (report.id, report.outlet, report.title, report.published, report.url)
    for told in tell(findings):
        yield (*about_report, told.attribution.id, *_who(told), *_how(told), *_hanging(told), *_words(told))


def _who(told: Told) -> tuple[Cell, ...]:
    speaker = told.speaker
    if speaker is None:
        return None, None, None
    return speaker.name, speaker.type.value, "; ".join(role.title for role in speaker.roles)


def _how(told: Told) -> tuple[Cell, ...]:
    attribution, said_on = told.attribution, told.said_on
    return (
        attribution.speech_act.value,
        attribution.quote_type.value,
        attribution.addressee.span.exact if attribution.addressee else None,
        "; ".join(via.span.exact for via in attribution.via),
        attribution.channel.value if attribution.channel else None,
        told.outlet,
        said_on.value if said_on else None,
        said_on.span.exact if said_on else None,
        told.said_at,
    )


def _hanging(told: Told) -> tuple[Cell, ...]:
    condition, deadline = told.attribution.condition, told.deadline
    return (
        condition.if_.exact if condition else None,
        condition.then.exact if condition and condition.then else None,
        deadline.value if deadline else None,
        told.attribution.parent,
    )


def _words(told: Told) -> tuple[Cell, ...]:
    attribution = told.attribution
    return (
        attribution.source.exact if attribution.source else None,
        GAP.join(span.exact for span in attribution.cue),
        GAP.join(span.exact for span in attribution.content),
        min((span.start for span in attribution.content), default=None),
        max((span.end for span in attribution.content), default=None),
        round(attribution.score, 4),
        attribution.made_by,
        Status.MACHINE.value,
    )


def guarded(cell: Cell) -> Cell:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and RISKY.match(cell) else cell


def unguarded(cell: str) -> str:
    """Return the words that ``guarded`` was given."""
    return cell[1:] if cell.startswith("'") and RISKY.match(cell) else cell


def line(row: Iterable[Cell]) -> str:
    """Return cells as one line of CSV, guarded; lines end in CR LF (RFC 4180)."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerow(map(guarded, row))
    return written.getvalue()
