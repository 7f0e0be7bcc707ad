"""``sayso show``: what one report of the record says."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.options import DEFAULT_RECORD, Format, FormatOption, RecordOption
from sayso.cli.printing import findings_printer, save

NAME = "show"
EXAMPLES = """\b
Examples:
  sayso show ferries
  sayso show ferries --html ferries.html
  sayso show ferries --record war.sayso --format jsonl
"""


def run(
    report: Annotated[str, typer.Argument(help='Id of the report; "sayso list" shows them.', metavar="REPORT")],
    html: Annotated[
        Path | None,
        typer.Option("--html", metavar="FILE", help="Write a page with the text and the words highlighted."),
    ] = None,
    record: RecordOption = DEFAULT_RECORD,
    form: FormatOption = Format.TABLE,
) -> None:
    """Show who said what in a report of the record."""
    from sayso.record import Record

    with Record.open(record) as opened:
        findings = opened.findings(report)
    if html is None:
        findings_printer(form)(findings)
        return
    from sayso.export.page import page

    save(page(findings), html)
