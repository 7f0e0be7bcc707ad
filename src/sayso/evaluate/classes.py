"""Classes that are told apart: accuracy, and F1 as the plain mean over classes, so that rare ones count as much."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.evaluate.counts import Counts, Row


@dataclass(frozen=True, slots=True)
class Classes:
    """Marked and found classes, a pair for each that was judged; ``None`` is found where none was given."""

    pairs: tuple[tuple[str, str | None], ...] = ()

    def __add__(self, other: Classes) -> Classes:
        return Classes(self.pairs + other.pairs)

    @property
    def counts(self) -> Counts:
        """How many are right, were given a class and were judged: recall is the accuracy."""
        right = sum(marked == found for marked, found in self.pairs)
        return Counts(right, sum(found is not None for _, found in self.pairs), len(self.pairs))

    @property
    def macro_f1(self) -> float:
        """Mean F1 of the classes that are marked; 0 where there are none."""
        classes = sorted({marked for marked, _ in self.pairs})
        return sum(self._of(one).f1 for one in classes) / len(classes) if classes else 0.0

    def _of(self, one: str) -> Counts:
        right = sum(marked == found == one for marked, found in self.pairs)
        return Counts(
            right, sum(found == one for _, found in self.pairs), sum(marked == one for marked, _ in self.pairs)
        )

    def rows(self, figure: str) -> tuple[Row, Row]:
        """Return the mean over the classes, and the counts."""
        mean = Row(f"{figure}_macro_f1", None, None, self.macro_f1, None, None)
        return mean, Row.of(figure, self.counts)


NO_CLASSES = Classes()
