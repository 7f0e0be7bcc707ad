"""Windows: a report cut into runs of words that the encoder takes at once, with overlap."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

SIZE = 256
"""Pieces in a window at most, with the two that open and close it."""
OVERLAP = 40
"""Pieces that a window shares with the one before it, at least."""


def windows(
    lengths: Sequence[int], breaks: frozenset[int] = frozenset(), size: int = SIZE, overlap: int = OVERLAP
) -> Iterator[tuple[int, int]]:
    """Yield (first, last) words of each window; ``lengths`` are the numbers of pieces of the words.

    Every word is in a window, and each window but the first begins with words of the one before: where a paragraph
    opens in its second half, if one does, so that few sentences are cut.
    """
    opening = sorted(breaks)
    first = 0
    while first < len(lengths):
        last = _fill(lengths, first, size - 2)
        yield first, last
        if last >= len(lengths):
            return
        back = _back(lengths, first, last, overlap)
        near = opening[bisect_right(opening, back) - 1] if opening and opening[0] <= back else 0
        first = near if near > (first + last) // 2 else back


def _fill(lengths: Sequence[int], first: int, room: int) -> int:
    last = first
    while last < len(lengths) and lengths[last] <= room:
        room -= lengths[last]
        last += 1
    return max(last, first + 1)


def _back(lengths: Sequence[int], first: int, last: int, overlap: int) -> int:
    """Return the word from which on the words before ``last`` have as many pieces as the overlap."""
    back, shared = last, 0
    while back > first + 1 and shared < overlap:
        back -= 1
        shared += lengths[back]
    return back


def owners(spans: Sequence[tuple[int, int]]) -> list[int]:
    """Return, for each word, the window in which it stands deepest: an overlap is shared half and half."""
    owned = [0] * (spans[-1][1] if spans else 0)
    for n, (first, last) in enumerate(spans):
        start = first if n == 0 else (first + spans[n - 1][1]) // 2
        owned[start:last] = [n] * (last - start)
    return owned
