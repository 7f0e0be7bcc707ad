"""``sayso add``: read reports and keep them, with what they say, in the record."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import typer

from sayso.cli.batch import Batch, options_of
from sayso.cli.notices import complain
from sayso.cli.options import (
    DEFAULT_RECORD,
    AllowPrivate,
    Encoding,
    Language,
    MaxBytes,
    Outlet,
    Published,
    RecordOption,
    Targets,
    Title,
)
from sayso.cli.printing import write

if TYPE_CHECKING:
    from sayso.intake import Received
    from sayso.record import Record

NAME = "add"
EXAMPLES = """\b
Examples:
  sayso add report.txt --published 2021-08-26
  sayso add news/ more.jsonl --record war.sayso
  sayso add https://example.org/news/ferries --record war.sayso
"""
INTERRUPTED = 130
UNCHANGED = "unchanged"


def run(
    targets: Targets,
    record: RecordOption = DEFAULT_RECORD,
    published: Published = None,
    outlet: Outlet = None,
    title: Title = None,
    language: Language = None,
    encoding: Encoding = None,
    max_bytes: MaxBytes = None,
    allow_private: AllowPrivate = False,
) -> None:
    """Read reports and keep them in the record.

    Their bytes are kept too. Adding the same bytes again adds nothing.
    """
    from sayso.record import Record

    options = options_of(published, outlet, title, language, encoding, max_bytes, allow_private)
    batch = Batch(targets, options, bar=True)
    outcomes: list[tuple[str, ...]] = []
    with Record.open(record, create=True) as opened:
        try:
            for received in batch:
                outcomes += _keep(received, batch, opened)
        except KeyboardInterrupt:
            _tell(outcomes)
            complain(f"interrupted; {_counts(outcomes)} in {record}, the rest was not read")
            raise typer.Exit(INTERRUPTED) from None
    _tell(outcomes)
    complain(f"{_counts(outcomes)} in {record}")
    batch.finish()


def _keep(received: Received, batch: Batch, record: Record) -> list[tuple[str, ...]]:
    """Read a report and add it; a report that this version has read already is not read again."""
    from sayso.read.pipeline import reading

    capture, report, version = received.capture, received.report, reading()
    if record.holds(capture.sha256, version, report):
        return [(UNCHANGED, record.id_of(capture.sha256, report) or report.id, capture.origin)]
    findings = batch.findings(record.known(capture.sha256, report))
    if findings is None:
        return []
    added = record.add(capture, findings.report, findings, reading=version)
    if added.note:
        complain(added.note)
    origin = (capture.origin,) if added.outcome == UNCHANGED else ()
    return [(added.outcome, added.report_id, *origin)]


def _tell(outcomes: list[tuple[str, ...]]) -> None:
    """Print what became of each report, by its id in the record, and where what adds nothing was found."""
    from sayso.export.plain import visible

    for outcome in outcomes:
        write("\t".join(map(visible, outcome)) + "\n")


def _counts(outcomes: list[tuple[str, ...]]) -> str:
    counts = Counter(outcome for outcome, *_ in outcomes)
    return ", ".join(f"{number} {outcome}" for outcome, number in counts.items()) or "nothing added"
