"""The words of a text by their numbers: a span is the set of the words that it touches."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate

WORD = re.compile(r"\w+")
TOKEN = re.compile(r"\w+|[^\w\s]")
"""Words, and each punctuation mark."""


class Words:
    """The words of a text."""

    def __init__(self, text: str, pattern: re.Pattern[str] = WORD) -> None:
        """Number what ``pattern`` finds in ``text``."""
        self.spans = [match.span() for match in pattern.finditer(text)]
        starts, ends = [0] * (len(text) + 1), [0] * (len(text) + 1)
        for start, end in self.spans:
            starts[start] += 1
            ends[end] += 1
        self._begun, self._ended = list(accumulate(starts)), list(accumulate(ends))

    def of(self, pieces: Iterable[tuple[int, int]]) -> frozenset[int]:
        """Return the numbers of the words that share a code point with the pieces of the text."""
        return frozenset(number for piece in pieces for number in self._between(*piece))

    def _between(self, start: int, end: int) -> range:
        last = len(self._begun) - 1
        start, end = max(start, 0), min(end, last)
        return range(self._ended[start], self._begun[end - 1]) if start < end else range(0)
