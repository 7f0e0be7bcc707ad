"""Scores for people at a terminal: a table for each skill, and a reliability diagram, at 80 columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rich.table import Table

from sayso.cli.evaluate import COLUMNS, bin_cells, cells, percent
from sayso.cli.lists import Lists
from sayso.cli.screen import phrase

if TYPE_CHECKING:
    from sayso.evaluate.calibration import Bin, Calibration
    from sayso.evaluate.counts import Tally
    from sayso.evaluate.skill import Skill

BAR = 40
"""Columns of a bar that is 100 percent long."""


class Scores(Lists):
    """Prints scores on standard output."""

    def skills(self, totals: Mapping[Skill, Tally]) -> None:
        """Print the figures of each skill, in percent, and the calibration of its scores."""
        for skill, total in totals.items():
            table = _table(skill.value, *COLUMNS[2:])
            for row in total.rows():
                table.add_row(*map(_shown, cells(row)))
            self.gap()
            self._rows(table)
            if calibration := total.calibrated():
                self._calibration(calibration)

    def _calibration(self, calibration: Calibration) -> None:
        """Print the rows of a reliability diagram."""
        self.gap()
        self.print(phrase(f"calibration error {percent(calibration.error)}; right: linked"))
        table = _table("score", "found", "mean", "right")
        table.add_column(f"{'# right  | mean score':<{BAR + 1}}", header_style="dim", no_wrap=True)
        for one in calibration.bins:
            low, high, *rest = bin_cells(one)
            table.add_row(f"{low:.0f}–{high:.0f}", *map(_shown, rest), _bar(one))
        self._rows(table)


def _table(lead: str, *columns: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(lead, header_style="bold", no_wrap=True, min_width=18 if len(columns) > 3 else None)
    for name in columns:
        table.add_column(name, justify="right", header_style="dim", no_wrap=True)
    return table


def _shown(cell: str | float | None) -> str:
    return "" if cell is None else f"{cell:.1f}" if isinstance(cell, float) else str(cell)


def _bar(one: Bin) -> str:
    """Return a bar as long as the share that is right, with a mark where the mean score is."""
    if not one.count:
        return ""
    bar = ("#" * round(BAR * one.share)).ljust(BAR + 1)
    mark = min(round(BAR * one.score), BAR)
    return bar[:mark] + "|" + bar[mark + 1 :]
