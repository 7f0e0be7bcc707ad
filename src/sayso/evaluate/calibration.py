"""Calibration: whether of what has a score of 0.8 eight in ten are right.

The expected calibration error is the mean distance, over all that was found, between the mean score of a bin and the
share of it that is right, in ten bins of equal width (Guo et al. 2017, "On calibration of modern neural networks"). The
bins, with what they hold, are the rows of a reliability diagram.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """What has a score above ``low`` and at most ``high``: how many, the sum of their scores, how many are right."""

    low: float
    high: float
    count: int = 0
    total: float = 0.0
    right: int = 0

    def __add__(self, other: Bin) -> Bin:
        count, total, right = self.count + other.count, self.total + other.total, self.right + other.right
        return Bin(self.low, self.high, count, total, right)

    @property
    def score(self) -> float:
        """Mean score; 0 where there is none."""
        return self.total / self.count if self.count else 0.0

    @property
    def share(self) -> float:
        """Share that is right; 0 where there is none."""
        return self.right / self.count if self.count else 0.0


EMPTY = tuple(Bin(number / BINS, (number + 1) / BINS) for number in range(BINS))


@dataclass(frozen=True, slots=True)
class Calibration:
    """The bins, lowest scores first; the first one holds a score of 0, too."""

    bins: tuple[Bin, ...] = EMPTY

    def __add__(self, other: Calibration) -> Calibration:
        return Calibration(tuple(one + another for one, another in zip(self.bins, other.bins, strict=True)))

    @classmethod
    def of(cls, scored: Iterable[tuple[float, bool]]) -> Calibration:
        """Return the calibration of scores, 0 to 1, each with whether it was right."""
        bins = list(EMPTY)
        for score, right in scored:
            number = min(max(ceil(round(score * BINS, 9)) - 1, 0), BINS - 1)
            bins[number] += Bin(0, 0, 1, score, int(right))
        return cls(tuple(bins))

    @property
    def count(self) -> int:
        """How many scores there are."""
        return sum(one.count for one in self.bins)

    @property
    def error(self) -> float:
        """Expected calibration error, 0 to 1."""
        return sum(one.count * abs(one.share - one.score) for one in self.bins) / self.count if self.count else 0.0


UNSCORED = Calibration()
