"""``sayso add``: read reports and keep them, with what they say, in the record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
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
    Workers,
)
from sayso.cli.printing import write
from sayso.errors import ReadError

if TYPE_CHECKING:
    from sayso.intake import Received
    from sayso.model import Findings, Report
    from sayso.record import Record

NAME = "add"
EXAMPLES = """\b
Examples:
  sayso add report.txt --published 2021-08-26
  sayso add news/ more.jsonl --record war.sayso
  sayso add https://example.org/news/ferries --record war.sayso
  sayso add archive/ --workers 4 --record war.sayso
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
    workers: Workers = 1,
) -> None:
    """Read reports and keep them in the record.

    Their bytes are kept too. Adding the same bytes again adds nothing.
    """
    from sayso.record import Record

    options = options_of(published, outlet, title, language, encoding, max_bytes, allow_private)
    batch = Batch(targets, options, bar=True, workers=workers)
    outcomes: list[tuple[str, ...]] = []
    with Record.open(record, create=True) as opened:
        try:
            for outcome in _kept(batch, opened):
                outcomes.append(outcome)
        except KeyboardInterrupt:
            _tell(outcomes)
            complain(f"interrupted; {_counts(outcomes)} in {record}, the rest was not read")
            raise typer.Exit(INTERRUPTED) from None
        except ReadError:
            _tell(outcomes)
            raise
    _tell(outcomes)
    complain(f"{_counts(outcomes)} in {record}")
    batch.finish()


def _kept(batch: Batch, record: Record) -> Iterator[tuple[str, ...]]:
    """Read and add each report, and yield what became of it; what this version has read already is not read again."""
    from sayso.read.pipeline import reading

    version = reading()
    under_way: set[str] = set()

    def wanted(received: Received) -> Report | None:
        """Return what to read; the same bytes as in a report under way wait until the record has that one."""
        sha256 = received.capture.sha256
        if sha256 in under_way or record.holds(sha256, version, received.report):
            return None
        under_way.add(sha256)
        return record.known(sha256, received.report)

    with closing(batch.read(wanted)) as readings:
        for received, findings in readings:
            sha256, report = received.capture.sha256, received.report
            if findings is None and not record.holds(sha256, version, report):
                findings = batch.findings(record.known(sha256, report))
                if findings is None:
                    continue
            yield _keep(received, findings, record, version)
            under_way.discard(sha256)


def _keep(received: Received, findings: Findings | None, record: Record, version: str) -> tuple[str, ...]:
    """Add what was found, or, where there was nothing to read, say which report of the record it is."""
    capture, report = received.capture, received.report
    if findings is None:
        return UNCHANGED, record.id_of(capture.sha256, report) or report.id, capture.origin
    added = record.add(capture, findings.report, findings, reading=version)
    if added.note:
        complain(added.note)
    origin = (capture.origin,) if added.outcome == UNCHANGED else ()
    return added.outcome, added.report_id, *origin


def _tell(outcomes: list[tuple[str, ...]]) -> None:
    """Print what became of each report, by its id in the record, and where what adds nothing was found."""
    from sayso.export.plain import visible

    for outcome in outcomes:
        write("\t".join(map(visible, outcome)) + "\n")


def _counts(outcomes: list[tuple[str, ...]]) -> str:
    counts = Counter(outcome for outcome, *_ in outcomes)
    return ", ".join(f"{number} {outcome}" for outcome, number in counts.items()) or "nothing added"
