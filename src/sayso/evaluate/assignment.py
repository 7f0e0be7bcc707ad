"""The best one-to-one assignment of rows to columns (Kuhn 1955, Munkres 1957), in the form with shortest paths.

Nothing that sayso depends on solves it (SciPy does), and it is short enough to be written out: O(rows² · columns).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import inf


def best_total(gains: Sequence[Sequence[float]]) -> float:
    """Return the largest total gain of any assignment in which no row and no column is used twice."""
    if not gains or not gains[0]:
        return 0.0
    if len(gains) > len(gains[0]):
        gains = list(zip(*gains, strict=True))
    assigned = _Assignment(gains)
    for row in range(len(gains)):
        assigned.add(row)
    return sum(gains[row][column] for column, row in enumerate(assigned.row_of) if row is not None)


class _Assignment:
    """Rows assigned so far, with a price for each row and column at which no other assignment of them is better."""

    def __init__(self, gains: Sequence[Sequence[float]]) -> None:
        self.gains, self.columns = gains, range(len(gains[0]))
        self.row_price, self.column_price = [0.0] * len(gains), [0.0] * len(self.columns)
        self.row_of: list[int | None] = [None] * len(self.columns)

    def add(self, row: int) -> None:
        """Assign one more row, over the cheapest path of changes to the others."""
        distance, before = [inf] * len(self.columns), [-1] * len(self.columns)
        done: set[int] = set()
        here, last, walked = row, -1, 0.0
        while True:
            for j in self.columns:
                if j not in done:
                    cost = walked - self.gains[here][j] - self.row_price[here] - self.column_price[j]
                    if cost < distance[j]:
                        distance[j], before[j] = cost, last
            last = min((j for j in self.columns if j not in done), key=distance.__getitem__)
            walked = distance[last]
            after = self.row_of[last]
            if after is None:
                break
            done.add(last)
            here = after
        self._reprice(row, done, distance, walked)
        self._change(row, last, before)

    def _reprice(self, row: int, done: Iterable[int], distance: Sequence[float], walked: float) -> None:
        self.row_price[row] += walked
        for j in done:
            changed = self.row_of[j]
            assert changed is not None
            self.row_price[changed] += walked - distance[j]
            self.column_price[j] -= walked - distance[j]

    def _change(self, row: int, column: int, before: Sequence[int]) -> None:
        """Move each row on the path to the next column, and the new row to the first."""
        while before[column] != -1:
            self.row_of[column] = self.row_of[before[column]]
            column = before[column]
        self.row_of[column] = row
