"""``sayso list``: the reports of the record."""

from __future__ import annotations

from sayso.cli.options import DEFAULT_RECORD, Format, FormatOption, RecordOption
from sayso.cli.printing import write_objects, write_table

NAME = "list"
EXAMPLES = """\b
Examples:
  sayso list
  sayso list --record war.sayso --format csv > reports.csv
"""
COLUMNS = ("id", "outlet", "title", "published", "added", "attributions", "language")


def run(record: RecordOption = DEFAULT_RECORD, form: FormatOption = Format.TABLE) -> None:
    """List the reports of the record."""
    from sayso.record import Record

    with Record.open(record) as opened:
        reports = opened.reports()
    if form is Format.JSONL:
        write_objects(reports)
    elif form is Format.CSV:
        write_table(COLUMNS, ([getattr(report, name) for name in COLUMNS] for report in reports))
    else:
        from sayso.cli.lists import Lists

        Lists().reports(reports, str(record))
