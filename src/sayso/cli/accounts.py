"""What a command lists from: reports that are read now, or, where none is given, those of the record."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from sayso.cli.batch import Batch, options_of
from sayso.cli.notices import misused
from sayso.cli.printing import to_terminal

if TYPE_CHECKING:
    from sayso.model import Findings

Files = Annotated[
    list[str] | None,
    typer.Argument(
        help="Files, folders, web addresses, or - for standard input, to read now; none: the record.",
        metavar="FILES", show_default=False,
    ),
]  # fmt: skip
TYPED = "COMMANDLINE"
"""How the program calls an option that was typed, and not taken from the environment or its default."""


class Reading(NamedTuple):
    """How files are to be read: what the command line says of all of them."""

    published: str | None = None
    outlet: str | None = None
    language: str | None = None
    workers: int = 1


class Accounts:
    """The findings of each report that a command lists from, one after the other."""

    def __init__(self, ctx: typer.Context, files: list[str] | None, record: Path, reading: Reading) -> None:
        """List from ``files``, or, where there are none, from ``record``; giving both is wrong usage."""
        given = [name for name in ("record", *Reading._fields) if _typed(ctx, name)]
        if files and "record" in given:
            raise misused("Files are read and not kept, so --record is not for them. Give files or a record.")
        if not files and (reading_only := [f"--{name}" for name in given if name != "record"]):
            raise misused(f"{', '.join(reading_only)} says how to read files, and no file is given. Give one.")
        self.record = None if files else record
        options = options_of(reading.published, reading.outlet, None, reading.language, None, None, False)
        self.batch = Batch(files or [], options, bar=not to_terminal(), workers=reading.workers)

    def __iter__(self) -> Iterator[Findings]:
        """Yield the findings of each report: read now, in the order given, or kept, in the order of the record."""
        if self.record is not None:
            yield from _kept(self.record)
            return
        with closing(self.batch.read(lambda received: received.report)) as readings:
            for _, findings in readings:
                if findings is not None:
                    yield findings

    def finish(self) -> None:
        """Say what was left out; end with the exit code that fits. To be called when all has been printed."""
        self.batch.finish()


def _typed(ctx: typer.Context, name: str) -> bool:
    """Whether an option stands on the command line itself."""
    source = ctx.get_parameter_source(name)
    return source is not None and source.name == TYPED


def _kept(record: Path) -> Iterator[Findings]:
    from sayso.record import Record

    with Record.open(record) as opened:
        for listed in opened.reports():
            yield opened.findings(listed.id)
