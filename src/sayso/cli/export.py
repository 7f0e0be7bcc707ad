"""``sayso export``: the whole record, for other programs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.options import DEFAULT_RECORD, MachineFormat, RecordOption
from sayso.cli.printing import save_pieces

if TYPE_CHECKING:
    from sayso.record import Record

NAME = "export"
EXAMPLES = """\b
Examples:
  sayso export --format jsonl > record.jsonl
  sayso export --format csv --output attributions.csv --record war.sayso
"""


def run(
    form: Annotated[MachineFormat, typer.Option("--format", "-f", help="One report a line, or one attribution a row.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file; replaces one that is there.")
    ] = None,
    record: RecordOption = DEFAULT_RECORD,
) -> None:
    """Export the record as JSON lines or as CSV.

    JSON lines hold what each report says, as sayso read prints it; a row of CSV is one attribution.

    A CSV cell that a spreadsheet would take for a formula gets an apostrophe in front.
    """
    from sayso.record import Record

    with Record.open(record) as opened:
        save_pieces(_pieces(opened, form), output)


def _pieces(record: Record, form: MachineFormat) -> Iterator[bytes]:
    """Yield the export, a report at a time."""
    from sayso.export.table import header, rows
    from sayso.model.codec import to_json

    if form is MachineFormat.CSV:
        yield header().encode()
    for listed in record.reports():
        findings = record.findings(listed.id)
        if form is MachineFormat.JSONL:
            yield to_json(findings) + b"\n"
        else:
            yield rows(findings).encode("utf-8", "replace")
