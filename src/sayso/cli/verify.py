"""``sayso verify``: check that nothing in the record has changed since it was written."""

from __future__ import annotations

import typer

from sayso.cli.notices import complain
from sayso.cli.options import DEFAULT_RECORD, RecordOption
from sayso.cli.printing import write

NAME = "verify"
EXAMPLES = """\b
Examples:
  sayso verify
  sayso verify --record war.sayso
"""
FAILED = 1


def run(record: RecordOption = DEFAULT_RECORD) -> None:
    """Check that the record is as it was written.

    All bytes and texts are hashed again and every span is compared with its text. That says whether the record is
    whole, not whether what it says is true. The exit code is 1 where it is not whole.
    """
    from sayso.export.told import counted
    from sayso.record import Record

    with Record.open(record) as opened:
        found = opened.verify()
    checked = (counted(found.captures, "capture"), counted(found.reports, "report"), counted(found.readings, "reading"),
               counted(found.findings, "finding"), counted(found.spans, "span"))  # fmt: skip
    write(f"checked {', '.join(checked)}: {counted(len(found.faults), 'fault')}\n")
    for fault in found.faults:
        complain(f"{fault.report_id}: {fault.what}" if fault.report_id else fault.what)
    if not found.sound:
        raise typer.Exit(FAILED)
