"""Listing matters: what ``disputes``, ``agreements`` and ``shifts`` share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.accounts import Accounts, Reading
from sayso.cli.options import Format
from sayso.cli.printing import write, write_table

if TYPE_CHECKING:
    from sayso.model import Findings, Matter, MatterKind

Score = Annotated[float, typer.Option(min=0, max=1, metavar="0-1", help="Only those this sure or surer.")]
COLUMNS = ("matter", "kind", "about", "field", "why", "side", "claims", "holders", "reports", "said_on", "words",
           "start", "end", "score", "status", "made_by")  # fmt: skip
"""One row a side of a matter; ``start`` and ``end`` enclose its words in the report."""


def print_matters(
    noun: str, ctx: typer.Context, files: list[str] | None, record: Path, reading: Reading, form: Format, score: float
) -> None:
    """Print the matters of each report that ``noun`` is for, in one format."""
    from sayso.model.codec import matter_to_json

    accounts = Accounts(ctx, files, record, reading)
    found = ((findings, matter) for findings, matter in _found(accounts, kinds_of(noun)) if matter.score >= score)
    if form is Format.JSONL:
        for _, matter in found:
            write(matter_to_json(matter) + b"\n")
    elif form is Format.CSV:
        write_table(COLUMNS, (row for _, matter in found for row in _rows(matter)))
    else:
        from sayso.cli.matters_screen import Matters

        Matters(noun).all(found)
    accounts.finish()


def kinds_of(noun: str) -> tuple[MatterKind, ...]:
    """Return the kinds of matters that a command lists."""
    from sayso.model import MatterKind

    return {
        "agreements": (MatterKind.AGREEMENT,),
        "shifts": (MatterKind.SHIFT,),
    }.get(noun, (MatterKind.CONTRADICTION, MatterKind.FIGURES, MatterKind.SHIFT))


def _found(accounts: Accounts, kinds: tuple[MatterKind, ...]) -> Iterator[tuple[Findings, Matter]]:
    """Yield the matters of each report with its findings; their numbers run through all reports."""
    from sayso.compare import matters

    number = 1
    for findings in accounts:
        made = matters([findings], kinds=kinds, first=number)
        number += len(made)
        yield from ((findings, matter) for matter in made)


def _rows(matter: Matter) -> Iterator[tuple[str | int | float | None, ...]]:
    for number, side in enumerate(matter.sides, 1):
        spans = [placed.span for placed in side.spans]
        yield (
            matter.id, matter.kind.value, matter.about, matter.field, matter.why, number, "; ".join(side.claims),
            "; ".join(dict.fromkeys(side.holders)), "; ".join(dict.fromkeys(side.reports)),
            "; ".join(dict.fromkeys(date for date in side.said_on if date)), " … ".join(span.exact for span in spans),
            min(span.start for span in spans), max(span.end for span in spans), matter.score, matter.status.value,
            matter.made_by,
        )  # fmt: skip
