"""Precision, recall and F1 from counts that are summed over all reports first (micro-averaged)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Self

from sayso.evaluate.calibration import Calibration


def harmonic(precision: float, recall: float) -> float:
    """Return the harmonic mean of precision and recall (F1); 0 where both are."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were right, were found and were marked; ``right`` may be a sum of shares."""

    right: float = 0
    found: int = 0
    marked: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.right + other.right, self.found + other.found, self.marked + other.marked)

    @property
    def precision(self) -> float:
        """Share of the found ones that are right; 0 where none was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the marked ones that were found right; 0 where none was marked."""
        return self.right / self.marked if self.marked else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.marked) if self.found + self.marked else 0.0


@dataclass(frozen=True, slots=True)
class Sides:
    """Counts of which the right ones are other ones on each side.

    Of the found ones of a kind some are right, and of the marked ones of that kind some were found; a pair may be of
    the kind on one side only.
    """

    right: float = 0
    found: int = 0
    reached: float = 0
    marked: int = 0

    def __add__(self, other: Sides) -> Sides:
        return Sides(
            self.right + other.right, self.found + other.found,
            self.reached + other.reached, self.marked + other.marked,
        )  # fmt: skip

    @property
    def precision(self) -> float:
        """Share of the found ones that are right; 0 where none was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the marked ones that were found; 0 where none was marked."""
        return self.reached / self.marked if self.marked else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return harmonic(self.precision, self.recall)


NOTHING, NEITHER = Counts(), Sides()


@dataclass(frozen=True, slots=True)
class Row:
    """A figure as it is shown: shares, 0 to 1, and counts; ``None`` where it has none."""

    figure: str
    precision: float | None
    recall: float | None
    f1: float
    found: int | None
    marked: int | None

    @classmethod
    def of(cls, figure: str, counts: Counts | Sides) -> Row:
        """Return counts as a row."""
        return cls(figure, counts.precision, counts.recall, counts.f1, counts.found, counts.marked)


@dataclass(frozen=True, slots=True)
class Tally:
    """The counts of a skill, one field a figure; the tallies of reports are added."""

    def __add__(self, other: Self) -> Self:
        return type(self)(*(getattr(self, field.name) + getattr(other, field.name) for field in fields(self)))

    def rows(self) -> Iterator[Row]:
        """Yield the figures in order; those of which nothing was found or marked are left out, but for the first."""
        for number, field in enumerate(fields(self)):
            counts = getattr(self, field.name)
            if isinstance(counts, Counts | Sides) and (not number or counts.found or counts.marked):
                yield Row.of(field.name, counts)

    def calibrated(self) -> Calibration | None:
        """Return the calibration of the scores, where what was found has scores."""
        found = (getattr(self, field.name) for field in fields(self))
        return next((one for one in found if isinstance(one, Calibration) and one.count), None)
