"""Arguments and options that several commands share, so that they are called and explained alike."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """How results are printed."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


class MachineFormat(StrEnum):
    """How results are exported."""

    JSONL = "jsonl"
    CSV = "csv"


DEFAULT_RECORD = Path("record.sayso")

Targets = Annotated[
    list[str],
    typer.Argument(
        help="Files (text, HTML, JSON lines), folders of these, web addresses, or - for standard input.",
        metavar="TARGETS", show_default=False,
    ),
]  # fmt: skip
FormatOption = Annotated[
    Format, typer.Option("--format", "-f", help="For people (table), or for other programs: jsonl, csv.")
]
RecordOption = Annotated[
    Path, typer.Option("--record", "-r", envvar="SAYSO_RECORD", metavar="FILE", help="The record.")
]
Published = Annotated[
    str | None, typer.Option(metavar="DATE", help="When it was published: YYYY-MM-DD, or with a time of day.")
]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="Who published it.")]
Title = Annotated[str | None, typer.Option(metavar="TEXT", help="Its title.")]
Language = Annotated[str | None, typer.Option(metavar="CODE", help="Its language, such as en; detected if not given.")]
Encoding = Annotated[str | None, typer.Option(metavar="NAME", help="Its encoding, if it is detected wrongly.")]
MaxBytes = Annotated[int | None, typer.Option(min=1, metavar="BYTES", help="Leave out what is larger than this.")]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Let web addresses lead to this machine or its network.")
]
Workers = Annotated[int, typer.Option(min=1, metavar="N", help="Read in this many processes at once.")]
Everything = Annotated[
    bool, typer.Option("--all", help="For people: show events without a PLOVER type too, however unsure.")
]
