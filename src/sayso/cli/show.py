"""``sayso show``: what one report of the record says."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.notices import complain, misused
from sayso.cli.options import DEFAULT_RECORD, Everything, Format, FormatOption, RecordOption
from sayso.cli.printing import findings_printer, save

NAME = "show"
EXAMPLES = """\b
Examples:
  sayso show ferries
  sayso show ferries --html ferries.html
  sayso show ferries --record war.sayso --format jsonl
"""
UNDATED = (
    'The day of publication is not known, so dates such as "on Tuesday" stay unresolved. '
    '"sayso add FILE --published YYYY-MM-DD", with the same file, gives it.'
)


def run(
    report: Annotated[str, typer.Argument(help='Id of the report; "sayso list" shows them.', metavar="REPORT")],
    html: Annotated[
        Path | None,
        typer.Option("--html", metavar="FILE", help="Write a page with the words highlighted; replaces a file."),
    ] = None,
    record: RecordOption = DEFAULT_RECORD,
    form: FormatOption = Format.TABLE,
    everything: Everything = False,
) -> None:
    """Show what a report of the record says.

    Who said what, and what happened according to whom.
    """
    from sayso.export.told import lacks_date
    from sayso.record import Record

    if html is not None and form is not Format.TABLE:
        raise misused(f"--html writes a page, so --format {form} is not for it. Give one of the two.")
    with Record.open(record) as opened:
        findings = opened.findings(report)
    if html is None:
        findings_printer(form, everything=everything)(findings)
    else:
        from sayso.export.page import page

        save(page(findings, everything=everything), html)
    if lacks_date(findings):
        complain(UNDATED)
