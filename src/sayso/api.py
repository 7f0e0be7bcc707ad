"""The Python API: what ``import sayso`` offers, loaded at its first use.

Importing this module also tells the nouns how they are drawn in a notebook (``_repr_html_``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING, Any

from sayso.errors import SaysoError
from sayso.export.notebook import draw_attribution, draw_findings
from sayso.model import (
    Attribution,
    Capture,
    Claim,
    Commitment,
    Comparison,
    Condition,
    Event,
    Figure,
    Findings,
    Happened,
    Judgement,
    Matter,
    Party,
    Place,
    Reference,
    Report,
    Role,
    Span,
    Tie,
    Time,
    Unresolved,
)
from sayso.model.drawing import drawn_by

if TYPE_CHECKING:
    from sayso.record import EventFilter, Record

__all__ = [
    "Attribution", "Capture", "Claim", "Commitment", "Comparison", "Condition", "Event", "EventFilter", "Figure",
    "Findings", "Happened", "Judgement", "Matter", "Party", "Place", "Record", "Reference", "Report", "Role",
    "SaysoError", "Span", "Tie", "Time", "Unresolved", "commitments", "happened", "read", "read_many",
]  # fmt: skip

drawn_by(Findings, draw_findings)
drawn_by(Attribution, draw_attribution)


def read(
    text: str, *, published: str | date | None = None, outlet: str | None = None, title: str | None = None,
    url: str | None = None, language: str | None = None,
) -> Findings:  # fmt: skip
    """Return who said what in a report's text, with the words that show it.

    ``published`` is a date, or a date or time in ISO 8601; without it, dates such as "on Tuesday" stay unresolved.
    ``language`` is ISO 639-1 and is detected if it is not given. Offsets are code points into ``findings.report.text``.
    Raises ``IntakeError`` if there is no text or the date is no date.
    """
    from sayso.intake import report_of
    from sayso.read.pipeline import read as read_report

    report = report_of(text, published=published, outlet=outlet, title=title, url=url, language=language)
    return read_report(report)


def read_many(reports: Iterable[Report], *, workers: int = 1) -> Iterator[Findings]:
    """Yield who said what in each report, in the order of the reports, read in ``workers`` processes at once.

    With one worker no process is started. ``reports`` are drawn as they are needed, and a few are under way at a time,
    so an archive need not fit in memory. A report over which reading breaks, or the process that reads it dies, has
    no findings but an unresolved that says so. Closing the generator ends the processes. Raises ``NoWorker`` where
    ``workers`` is not a whole number from 1 up, or where no process can be started.
    """
    from sayso.read.many import checked_workers

    return _read_many(reports, checked_workers(workers))


def _read_many(reports: Iterable[Report], workers: int) -> Iterator[Findings]:
    from sayso.read.many import read_each

    with closing(read_each(((report, report) for report in reports), workers)) as outcomes:
        for report, outcome in outcomes:
            if isinstance(outcome, Findings):
                yield outcome
            elif outcome:
                yield Findings(report, unresolved=(Unresolved("reading", None, outcome.reason),))


def happened(findings: Findings) -> tuple[Happened, ...]:
    """Return what happened, according to whom: the events of a report, each with all claims on it.

    They come in the order of the text. ``EventFilter`` picks from them, as ``Record.happened`` does from a record.
    """
    from sayso.model.happened import happened as of_report

    return of_report(findings)


def commitments(findings: Findings, *, as_of: str | date | None = None) -> tuple[Commitment, ...]:
    """Return the promises, threats, demands, requests and concessions of a report, in the order of the text.

    Those whose deadline lies before the day ``as_of`` are marked (``past_deadline``); they stay open.
    """
    from sayso.compare.commitments import commitments as of_report

    return of_report(findings, as_of=str(as_of) if as_of else None)


def __getattr__(name: str) -> Any:
    """Load the record, and the database library with it, only when it is asked for."""
    if name in ("EventFilter", "Record"):
        from sayso import record

        return getattr(record, name)
    raise AttributeError(f"module 'sayso.api' has no attribute {name!r}")
