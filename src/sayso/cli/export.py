"""``sayso export``: the whole record, for other programs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from sayso.cli.notices import complain, misused
from sayso.cli.options import DEFAULT_RECORD, MachineFormat, RecordOption
from sayso.cli.printing import save_pieces

if TYPE_CHECKING:
    from sayso.model import Findings
    from sayso.record import Record

NAME = "export"
EXAMPLES = """\b
Examples:
  sayso export --format jsonl > record.jsonl
  sayso export --format csv --output attributions.csv --record war.sayso
  sayso export plover --format csv --bom --output events.csv
  sayso export csv tables/
  sayso export geojson --output events.geojson
"""
BOM = "\ufeff".encode()
"""By this mark at the start of a file a spreadsheet program knows that it is UTF-8."""


class What(StrEnum):
    """What is exported."""

    PLOVER = "plover"
    CSV = "csv"
    GEOJSON = "geojson"


class Wish(NamedTuple):
    """What the command line asks for."""

    what: What | None
    folder: Path | None
    form: MachineFormat | None
    output: Path | None
    bom: bool


def run(
    what: Annotated[
        What | None,
        typer.Argument(
            help="plover: claims about events; csv: a table for each noun, into the folder DIR; geojson: events for a"
            " map. Without it: all findings (jsonl), or the attributions (csv).",
            metavar="WHAT", show_default=False,
        ),
    ] = None,
    folder: Annotated[
        Path | None, typer.Argument(help="The folder for the tables of csv.", metavar="DIR", show_default=False)
    ] = None,
    form: Annotated[
        MachineFormat | None,
        typer.Option("--format", "-f", help="One report a line or one attribution a row; for plover one claim."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file; replaces one that is there.")
    ] = None,
    bom: Annotated[
        bool, typer.Option("--bom", help="Begin CSV with a byte order mark, so that a spreadsheet sees it is UTF-8.")
    ] = False,
    record: RecordOption = DEFAULT_RECORD,
) -> None:
    """Export the record, for other programs.

    As JSON lines, as CSV, as PLOVER event data, as tables that join, or for a map. JSON lines hold what each report
    says, as sayso read prints it; a row of CSV is one attribution. plover has one line or row for each holder of each
    event; csv DIR writes one file a noun; geojson has the events with coordinates.

    A CSV cell that a spreadsheet would take for a formula gets an apostrophe in front.
    """
    wish = _checked(Wish(what, folder, form, output, bom))
    from sayso.record import Record

    with Record.open(record) as opened:
        EXPORTS[wish.what](opened, wish)


def _checked(wish: Wish) -> Wish:
    """Return what is asked for; end the command where its parts do not go together."""
    if (wish.what is What.CSV) is not (wish.folder is not None):
        raise misused('A folder is for csv, and csv is written to a folder: "sayso export csv DIR".')
    if wish.what is None and wish.form is None:
        raise misused("What to export is not said. Give --format jsonl or csv, or one of plover, csv DIR, geojson.")
    if wish.what in (What.CSV, What.GEOJSON) and wish.form is not None:
        raise misused(f"{wish.what} has one format, so --format {wish.form} is not for it. Leave it out.")
    if wish.what is What.CSV and wish.output is not None:
        raise misused("csv writes several files into its folder, so --output is not for it. Leave it out.")
    if wish.bom and wish.what is not What.CSV and wish.form is not MachineFormat.CSV:
        raise misused("--bom is for CSV only. Give --format csv, or leave it out.")
    return wish


def _findings(record: Record) -> Iterator[Findings]:
    return (record.findings(listed.id) for listed in record.reports())


def _everything(record: Record, wish: Wish) -> None:
    """Export all findings as JSON lines, or the attributions as CSV."""
    from sayso.export.table import header, rows
    from sayso.model.codec import to_json

    if wish.form is MachineFormat.CSV:
        save_pieces(_sheet(header(), rows, _findings(record), wish.bom), wish.output)
    else:
        save_pieces((to_json(findings) + b"\n" for findings in _findings(record)), wish.output)


def _plover(record: Record, wish: Wish) -> None:
    """Export the claims about events; say how many events have no type."""
    from sayso.export import plover, plover_table

    left_out = Counting(_findings(record), plover.untyped)
    if wish.form is MachineFormat.CSV:
        save_pieces(_sheet(plover_table.header(), plover_table.rows, left_out, wish.bom), wish.output)
    else:
        save_pieces(map(plover.lines, left_out), wish.output)
    left_out.tell("without a PLOVER type")


def _tables(record: Record, wish: Wish) -> None:
    """Export a table for each noun."""
    from sayso.cli.folder import save_tables

    save_tables(_findings(record), wish.folder or Path(), BOM if wish.bom else b"")


def _geojson(record: Record, wish: Wish) -> None:
    """Export the events with coordinates; say how many have none."""
    from sayso.export.geojson import collection, unplaced

    left_out = Counting(_findings(record), unplaced)
    save_pieces(collection(left_out), wish.output)
    left_out.tell("without coordinates")


EXPORTS: dict[What | None, Callable[[Record, Wish], None]] = {
    None: _everything, What.PLOVER: _plover, What.CSV: _tables, What.GEOJSON: _geojson,
}  # fmt: skip


class Counting:
    """The findings of reports, counting meanwhile what of them is left out."""

    def __init__(self, reports: Iterator[Findings], count: Callable[[Findings], int]) -> None:
        """Count by ``count`` what is left out of each of ``reports``."""
        self.reports, self.count = reports, count
        self.left_out = 0

    def __iter__(self) -> Iterator[Findings]:
        """Yield the findings of each report."""
        for findings in self.reports:
            self.left_out += self.count(findings)
            yield findings

    def tell(self, reason: str) -> None:
        """Say how many events were left out, if any."""
        from sayso.export.told import counted

        if self.left_out:
            complain(f"left out {counted(self.left_out, 'event')} {reason}")


def _sheet(
    header: str, rows: Callable[[Findings], str], reports: Iterator[Findings] | Counting, bom: bool
) -> Iterator[bytes]:
    """Yield a table, a report at a time."""
    yield BOM * bom + header.encode()
    for findings in reports:
        yield rows(findings).encode("utf-8", "replace")
