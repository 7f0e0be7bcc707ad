"""How sure a report is that events happened, against what readers said, as in Stanovsky et al. 2017.

An event is recalled where a trigger that was found shares a code point with its word, one to one. Its factuality is
that of the claim on it that the report itself holds, or else of the first claim on it, as a number: CT+ 3, PR+ 2,
PS+ 1, PS- -1, PR- -2, CT- -3, CTu and Uu 0. Three ways: it happened (1.5 or more), did not (-1.5 or less), or it is
uncertain.

- ``three_macro_f1``: mean F1 of the three ways, over the recalled events that have a claim. The main figure.
- ``three``: the same pairs; recall is the accuracy.
- ``pearson_r``, ``mean_error``: correlation, and mean absolute error, of the numbers, in hundredths; shown as F1 is.
- ``recall``: events recalled.
- ``all_three_macro_f1``, ``all_pearson_r``, ``all_mean_error``: the same over all marked events; one without a claim
  counts as 0, and as wrong.

The gold is JSON lines with ``tokens``, joined by one space into the text (by a line break where ``sent`` changes), and
``events`` with ``tok`` (first token, and the one behind the last) and ``score``, -3 to 3.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import sqrt

import msgspec

from sayso.evaluate.classes import Classes
from sayso.evaluate.counts import NOTHING, Counts, Row, Tally
from sayso.evaluate.gold import Marked, decoded
from sayso.evaluate.matching import Range, pairs
from sayso.model import Event, Factuality, Findings

SHAPE = '{"id", "tokens", "events": [{"tok": [first, end], "score"}]}'
NUMBERS = {
    Factuality.CT_PLUS: 3, Factuality.PR_PLUS: 2, Factuality.PS_PLUS: 1, Factuality.CT_U: 0, Factuality.UU: 0,
    Factuality.PS_MINUS: -1, Factuality.PR_MINUS: -2, Factuality.CT_MINUS: -3,
}  # fmt: skip
SURE = 1.5
"""From here on an event counts as one that happened, or, below zero, as one that did not."""


class Graded(msgspec.Struct, frozen=True):
    """A marked event: its tokens, and how sure readers were, -3 (it did not happen) to 3 (it did)."""

    tok: tuple[int, int]
    score: float


class Gold(Marked, frozen=True):
    """A sentence with its events."""

    tokens: tuple[str, ...]
    events: tuple[Graded, ...]

    def span(self, event: Graded) -> Range:
        """Return where the words of an event stand in the text."""
        first, behind = event.tok
        starts = list(accumulate((len(token) + 1 for token in self.tokens), initial=0))
        return starts[first], starts[behind] - 1


class _Tokens(msgspec.Struct, frozen=True):
    tokens: tuple[str, ...]
    sent: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Numbers:
    """Marked and found numbers, a pair for each event; ``None`` is found where no claim holds the event."""

    pairs: tuple[tuple[float, float | None], ...] = ()

    def __add__(self, other: Numbers) -> Numbers:
        return Numbers(self.pairs + other.pairs)

    def rows(self, prefix: str = "") -> Iterator[Row]:
        """Yield the figures, named with a prefix; none where there are no pairs."""
        if self.pairs:
            three, accuracy = self.ways.rows(f"{prefix}three")
            yield three
            yield accuracy
            yield Row(f"{prefix}pearson_r", None, None, self.r, None, None)
            yield Row(f"{prefix}mean_error", None, None, self.mean_error, None, None)

    @property
    def ways(self) -> Classes:
        """The pairs, in three ways."""
        return Classes(tuple((way(marked) or "", way(found)) for marked, found in self.pairs))

    @property
    def mean_error(self) -> float:
        """Mean absolute error; 0 where there are no pairs."""
        return sum(abs(one - (other or 0)) for one, other in self.pairs) / len(self.pairs) if self.pairs else 0.0

    @property
    def r(self) -> float:
        """Pearson's correlation; 0 where one side does not vary."""
        return pearson([(marked, found or 0) for marked, found in self.pairs])


NO_NUMBERS = Numbers()


@dataclass(frozen=True, slots=True)
class Score(Tally):
    """The counts of each figure."""

    recalled: Numbers = NO_NUMBERS
    recall: Counts = NOTHING
    every: Numbers = NO_NUMBERS

    def rows(self) -> Iterator[Row]:
        """Yield the figures of the recalled events, then of all."""
        yield from self.recalled.rows()
        yield Row.of("recall", self.recall)
        yield from self.every.rows("all_")


def gold_of(line: bytes | str) -> Gold:
    """Return a line of a gold file with the text of its tokens. Raises ``BadLine`` where it has another shape."""
    given = decoded(line, _Tokens, SHAPE)
    whole = msgspec.json.decode(line, type=dict[str, msgspec.Raw])
    return decoded(msgspec.json.encode({**whole, "text": text_of(given.tokens, given.sent)}), Gold, SHAPE)


def text_of(tokens: Sequence[str], sentences: Sequence[int] | None = None) -> str:
    """Return tokens as a text: a space between them, a line break between those of two sentences."""
    numbers = sentences or [0] * len(tokens)
    gaps = [" " if one == other else "\n" for one, other in pairwise(numbers)]
    return "".join(token + gap for token, gap in zip(tokens, [*gaps, ""], strict=False))


def score(gold: Gold, findings: Findings) -> Score:
    """Return how sure the report is of its events, beside how sure readers were."""
    found = [(event.trigger.start, event.trigger.end) for event in findings.events]
    met = pairs([gold.span(event) for event in gold.events], found, _closeness)
    numbers = {i: number for i, j in met if (number := _number(findings.events[j], findings)) is not None}
    marked = [event.score for event in gold.events]
    return Score(
        recalled=Numbers(tuple((marked[i], number) for i, number in numbers.items())),
        recall=Counts(len(met), len(met), len(marked)),
        every=Numbers(tuple((one, numbers.get(i)) for i, one in enumerate(marked))),
    )


def _closeness(marked: Range, found: Range) -> float:
    """Return what share of the words that were found are marked."""
    common = min(marked[1], found[1]) - max(marked[0], found[0])
    return common / (found[1] - found[0]) if common > 0 else 0.0


def _number(event: Event, findings: Findings) -> int | None:
    claims = [claim for claim in findings.claims if claim.event == event.id]
    own = next((claim for claim in claims if claim.holder[:1] == ("report",)), None)
    claim = own or next(iter(claims), None)
    return NUMBERS[claim.factuality] if claim else None


def way(number: float | None) -> str | None:
    """Return which of the three ways a number is; ``None`` for none."""
    if number is None:
        return None
    return "happened" if number >= SURE else "not" if number <= -SURE else "uncertain"


def pearson(numbers: Sequence[tuple[float, float]]) -> float:
    """Return Pearson's correlation of pairs of numbers; 0 where one side does not vary."""
    if len(numbers) < 2:
        return 0.0
    mean, other_mean = (sum(side) / len(numbers) for side in zip(*numbers, strict=True))
    both = sum((one - mean) * (other - other_mean) for one, other in numbers)
    spread = sum((one - mean) ** 2 for one, _ in numbers) * sum((other - other_mean) ** 2 for _, other in numbers)
    return both / sqrt(spread) if spread > 0 else 0.0
