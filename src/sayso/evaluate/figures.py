"""Whether the numbers that accounts give are found, with the right value, and on the right event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.evaluate.counts import NOTHING, Counts, Row, Tally
from sayso.evaluate.happenings import Figure as MarkedFigure
from sayso.evaluate.happenings import Gold
from sayso.evaluate.matching import overlap, pairs
from sayso.evaluate.names import SMALL
from sayso.model import Event, Figure

ENOUGH = 0.5
"""Least share of common words (Jaccard index) of two numbers in words that are taken for the same."""
AROUND = ".,;:()[]$£€%–-"


@dataclass(frozen=True, slots=True)
class Figures(Tally):
    """The counts of numbers: found, with the right value, on the right event."""

    found: Counts = NOTHING
    value: Counts = NOTHING
    event: Counts = NOTHING

    def rows(self, figure: str = "figures") -> Iterator[Row]:
        """Yield the figures; none where no number is marked."""
        if self.found.marked:
            yield Row.of(figure, self.found)
            yield Row.of("figure_value", self.value)
            yield Row.of("figure_event", self.event)


NO_FIGURES = Figures()


@dataclass(frozen=True, slots=True)
class _Placed:
    """A number that was found, and the number of its event."""

    figure: Figure
    event: int


@dataclass(frozen=True, slots=True)
class _Marked:
    """A marked number, and the number of the found event that its event meets, if one does."""

    figure: MarkedFigure
    event: int | None


def figures(gold: Gold, events: Sequence[Event], met: Mapping[int, int]) -> Figures:
    """Return how the numbers that were found agree with the marked ones; ``met`` are the events that meet."""
    found = [_Placed(figure, j) for j, event in enumerate(events) for figure in event.figures]
    marked = [_Marked(figure, met.get(i)) for i, event in enumerate(gold.events) for figure in event.figures]
    same = [(marked[i], found[j]) for i, j in pairs(marked, found, _closeness)]
    values = sum(_value(one.figure) == _value(other.figure) for one, other in same)
    placed = [one.event == other.event for one, other in same if one.event is not None]
    return Figures(
        found=Counts(len(same), len(found), len(marked)),
        value=Counts(values, len(same), len(same)),
        event=Counts(sum(placed), len(placed), len(placed)),
    )


def _closeness(marked: _Marked, found: _Placed) -> float:
    """Return how alike the words of two numbers are, one more where the events meet; 0 where they are others."""
    one, other = _words(marked.figure.words), _words(found.figure.span.exact)
    digits, found_digits = _digits(one), _digits(other)
    alike = bool(digits & found_digits) if digits or found_digits else overlap(one, other) >= ENOUGH
    return overlap(one, other) + (marked.event == found.event) if alike else 0.0


def _words(text: str) -> frozenset[str]:
    return frozenset(word.strip(AROUND) for word in text.lower().split()) - SMALL - {""}


def _digits(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if any(letter.isdigit() for letter in word))


def _value(figure: MarkedFigure | Figure) -> tuple[float | None, float | None, float | None]:
    return figure.number, figure.low, figure.high
