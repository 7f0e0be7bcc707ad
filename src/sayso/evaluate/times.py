"""How well times are found and resolved, as in TempEval-3 (UzZaman et al. 2013).

Precision, recall and F1 over all expressions of all reports. An expression that was found meets the marked one with
which it shares a code point, one to one, the one with most in common first.

- ``value``: the two meet, and the TIMEX3 values are the same. The task's main figure.
- ``type``: the two meet, and the TIMEX3 types are the same.
- ``relaxed``: the two meet.
- ``strict``: the spans are the same.

The gold is JSON lines with ``timex``; ``published`` (or ``dct``) is the date of publication.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from sayso.evaluate.counts import NOTHING, Counts, Tally
from sayso.evaluate.gold import Marked, decoded
from sayso.evaluate.matching import pairs, shared
from sayso.model import Time, TimexType

SHAPE = '{"id", "text", "published", "timex": [{"start", "end", "type", "value"}]}'


class Timex(msgspec.Struct, frozen=True):
    """A marked expression: where it stands, its TIMEX3 type and its TIMEX3 value."""

    start: int
    end: int
    type: TimexType
    value: str | None = None


class Gold(Marked, frozen=True):
    """A report with the time expressions that people marked in it."""

    timex: tuple[Timex, ...]


@dataclass(frozen=True, slots=True)
class Score(Tally):
    """The counts of each figure."""

    value: Counts = NOTHING
    type: Counts = NOTHING
    relaxed: Counts = NOTHING
    strict: Counts = NOTHING


def gold_of(line: bytes | str) -> Gold:
    """Return a line of a gold file. Raises ``BadLine`` where it has another shape."""
    return decoded(line, Gold, SHAPE)


def score(gold: Gold, times: Sequence[Time]) -> Score:
    """Return how the times that were found in ``gold.text`` agree with the marked ones."""
    spans = [(time.span.start, time.span.end) for time in times]
    marked = [(timex.start, timex.end) for timex in gold.timex]
    met = [(gold.timex[i], times[j]) for i, j in pairs(marked, spans, shared)]

    def counts(right: int) -> Counts:
        return Counts(right, len(spans), len(marked))

    return Score(
        value=counts(sum(timex.value == time.value for timex, time in met)),
        type=counts(sum(timex.type == time.type for timex, time in met)),
        relaxed=counts(len(met)),
        strict=counts(len(set(spans) & set(marked))),
    )
