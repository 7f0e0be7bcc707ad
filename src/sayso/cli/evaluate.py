"""``sayso evaluate``: how well sayso reads, against reports that people have marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.notices import complain, progress
from sayso.cli.options import Format, FormatOption
from sayso.cli.printing import write, write_objects, write_table
from sayso.errors import BadLine, Unreachable

if TYPE_CHECKING:
    from sayso.evaluate.attribution import Gold, Score

group = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Measure how well sayso reads, against gold.")
EXAMPLES = """\b
Examples:
  sayso evaluate attribution gold.jsonl
  sayso evaluate attribution polnear/*.jsonl --limit 50 --format jsonl
"""
COLUMNS = ("figure", "precision", "recall", "f1", "found", "marked")
FAILED, PARTLY = 1, 3


@group.command("attribution", epilog=EXAMPLES)
def attribution(
    gold: Annotated[list[Path], typer.Argument(metavar="GOLD", help="JSON lines of marked reports; see above.")],
    limit: Annotated[int | None, typer.Option(min=1, metavar="NUMBER", help="Only the first so many reports.")] = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Read marked reports and print how well source and content of attributions were found.

    Gold is JSON lines with id, text and attributions, each of these with source, cue and content as lists of
    [start, end], as PolNeAR has them, or by their words, as evaluation/own/attributions.jsonl has them (source is then
    one text, cue and content are lists of texts). linked: source and content share at least half of their words with
    the marked ones; detected: the content does; strict: source, cue and content are the same words.
    """
    golds, bad = _golds(gold)
    if golds:
        _print(_score(golds[:limit]), form)
    if bad:
        complain(f"{bad} of {bad + len(golds)} lines left out, named above with the reason")
    if bad or not golds:
        raise typer.Exit(PARTLY if golds else FAILED)


def _lines(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the lines of a gold file with what they are called."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Unreachable(f"{path} cannot be read: {error.strerror}. Check the path.") from error
    for number, line in enumerate(content.splitlines(), 1):
        if line.strip():
            yield f"{path}:{number}", line


def _golds(paths: Iterable[Path]) -> tuple[list[Gold], int]:
    """Return the gold of files and how many lines are left out; these are named, or, if it has no other, their file."""
    from sayso.evaluate.attribution import gold_of

    golds: list[Gold] = []
    count = 0
    for path in paths:
        before, bad = len(golds), []
        for name, line in _lines(path):
            try:
                golds.append(gold_of(line))
            except BadLine as error:
                bad.append((name, error))
        count += len(bad)
        _name_bad(path, bad, some_good=len(golds) > before)
    return golds, count


def _name_bad(path: Path, bad: Sequence[tuple[str, BadLine]], *, some_good: bool) -> None:
    if some_good:
        for name, error in bad:
            complain(f"left out {name}: {error}")
    elif bad:
        complain(f"left out {path}: none of its lines is gold. The first: {bad[0][1]}")
    else:
        complain(f"left out {path}: it has no lines. Give JSON lines of marked reports.")


def _score(golds: Sequence[Gold]) -> Score:
    from sayso.evaluate.attribution import Score, score
    from sayso.model import Report
    from sayso.read.pipeline import read

    total = Score()
    with progress(len(golds)) as step:
        for gold in golds:
            found = read(Report.of(gold.id, gold.text, language="en"))
            total += score(gold, found.attributions)
            step()
    return total


def _print(total: Score, form: Format) -> None:
    from sayso.evaluate.attribution import Counts

    rows: list[tuple[str, float, float, float, int, int]] = []
    for field in fields(total):
        counts: Counts = getattr(total, field.name)
        precision, recall, f1 = (round(100 * share, 1) for share in (counts.precision, counts.recall, counts.f1))
        rows.append((field.name, precision, recall, f1, counts.found, counts.marked))
    if form is Format.JSONL:
        write_objects(dict(zip(COLUMNS, row, strict=True)) for row in rows)
    elif form is Format.CSV:
        write_table(COLUMNS, rows)
    else:
        write(f"{COLUMNS[0]:<10}" + "".join(f"{name:>10}" for name in COLUMNS[1:]) + "\n")
        for name, *numbers in rows:
            write(f"{name:<10}" + "".join(f"{number:>10}" for number in numbers) + "\n")
