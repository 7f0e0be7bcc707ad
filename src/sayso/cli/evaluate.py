"""``sayso evaluate``: how well sayso reads, against reports that people have marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli.notices import complain, progress
from sayso.cli.options import Format, FormatOption
from sayso.cli.printing import write_objects, write_table
from sayso.errors import BadLine
from sayso.evaluate.skill import Skill

if TYPE_CHECKING:
    from sayso.evaluate.calibration import Bin
    from sayso.evaluate.counts import Row, Tally
    from sayso.evaluate.skills import Case

NAME = "evaluate"
EXAMPLES = """\b
Examples:
  sayso evaluate gold.jsonl
  sayso evaluate polnear/*.jsonl --limit 50 --format jsonl
  sayso evaluate reports/gold*.json --skill speakers
"""
COLUMNS = ("skill", "figure", "precision", "recall", "f1", "found", "marked")
BIN = ("above", "up_to", "found", "mean_score", "right")
FAILED, PARTLY = 1, 3


def run(
    gold: Annotated[list[Path], typer.Argument(metavar="GOLD", help="Files of marked reports; see above.")],
    skill: Annotated[Skill | None, typer.Option(help="Only this; else all that there is gold for.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, metavar="NUMBER", help="Only the first so many reports.")] = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Measure how well sayso reads, against gold.

    Reads reports that people have marked, and prints how well it found what they found: precision, recall and F1 in
    percent, over all reports together.

    Gold is JSON lines with id and text, and one or more keys that say what is marked. attributions: source, cue and
    content of each as lists of [start, end], as PolNeAR has them, or by their words. statements and entities: who said
    what to whom, and how; may be a .json file. mentions: start, end, type and cluster of names and what refers to them.
    timex: start, end, type and value of times. toponyms: start, end, phrase, lat and lon of places.

    events and entities: what happened according to whom, where and when; may be a .json file. root, quad, source and
    target: the PLOVER type of a sentence. templates: incidents, as MUC-4 has them. tokens and events: how sure a
    sentence is of each event. disputes: which statements and events differ or agree.
    """
    cases, bad = _cases(gold, skill)
    if cases:
        _print(_scores(cases[:limit]), form)
    if bad:
        complain(f"{bad} of {bad + len(cases)} lines left out, named above with the reason")
    if bad or not cases:
        raise typer.Exit(PARTLY if cases else FAILED)


def _cases(paths: Iterable[Path], wanted: Skill | None) -> tuple[list[Case], int]:
    """Return the gold of files and how many lines are left out; these are named, or, if it has no other, their file."""
    from sayso.evaluate.skills import case_of, lines_of

    cases: list[Case] = []
    count = 0
    for path in paths:
        before, bad = len(cases), []
        for name, line in lines_of(path):
            try:
                cases.append(case_of(line, path.parent, wanted))
            except BadLine as error:
                bad.append((name, error))
        count += len(bad)
        _name_bad(path, bad, some_good=len(cases) > before)
    return cases, count


def _name_bad(path: Path, bad: Sequence[tuple[str, BadLine]], *, some_good: bool) -> None:
    if some_good:
        for name, error in bad:
            complain(f"left out {name}: {error}")
    elif bad:
        complain(f"left out {path}: none of its lines is gold. The first: {bad[0][1]}")
    else:
        complain(f"left out {path}: it has no lines. Give JSON lines of marked reports.")


def _scores(cases: Sequence[Case]) -> Mapping[Skill, Tally]:
    from sayso.compare.matters import matters
    from sayso.read.pipeline import read

    totals: dict[Skill, Tally] = {}
    with progress(len(cases)) as step:
        for case in cases:
            for skill, score in case.scores(read(case.report), lambda findings: matters([findings])):
                totals[skill] = totals[skill] + score if skill in totals else score
            step()
    return totals


def _print(totals: Mapping[Skill, Tally], form: Format) -> None:
    if form is Format.TABLE:
        from sayso.cli.scores import Scores

        Scores().skills(totals)
    elif form is Format.CSV:
        write_table(COLUMNS, ((skill.value, *cells(row)) for skill, total in totals.items() for row in total.rows()))
    else:
        write_objects(_objects(totals))


def _objects(totals: Mapping[Skill, Tally]) -> Iterator[dict[str, Any]]:
    """Yield the figures as JSON has them, and the calibration below those of a skill that has scores."""
    for skill, total in totals.items():
        for row in total.rows():
            yield dict(zip(COLUMNS, (skill.value, *cells(row)), strict=True))
        if calibration := total.calibrated():
            bins = [dict(zip(BIN, bin_cells(one), strict=True)) for one in calibration.bins]
            yield {
                "skill": skill.value,
                "figure": "calibration_error",
                "value": percent(calibration.error),
                "bins": bins,
            }


def cells(row: Row) -> tuple[str, float | None, float | None, float | None, int | None, int | None]:
    """Return a figure as it is printed, shares in percent."""
    return row.figure, percent(row.precision), percent(row.recall), percent(row.f1), row.found, row.marked


def bin_cells(one: Bin) -> tuple[float, float, int, float | None, float | None]:
    """Return a row of a reliability diagram as it is printed: bounds, count, mean score and share right in percent."""
    shares = (percent(one.score), percent(one.share)) if one.count else (None, None)
    return 100 * one.low, 100 * one.high, one.count, *shares


def percent(share: float | None) -> float | None:
    """Return a share in percent."""
    return None if share is None else round(100 * share, 1)
