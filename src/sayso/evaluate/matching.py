"""What was found is matched with what was marked one to one, the closest pair first; and how close spans are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

Marked = TypeVar("Marked")
Found = TypeVar("Found")
Word = TypeVar("Word")
Range = tuple[int, int]
"""Start and end in code points, end exclusive."""


def pairs(
    marked: Sequence[Marked], found: Sequence[Found], closeness: Callable[[Marked, Found], float]
) -> list[tuple[int, int]]:
    """Return the numbers of marked and found ones that are matched, greedily; those of no closeness never are."""
    close = ((-closeness(one, other), i, j) for i, one in enumerate(marked) for j, other in enumerate(found))
    used_marked: set[int] = set()
    used_found: set[int] = set()
    matched = []
    for _, i, j in sorted(candidate for candidate in close if candidate[0] < 0):
        if i not in used_marked and j not in used_found:
            used_marked.add(i)
            used_found.add(j)
            matched.append((i, j))
    return matched


def overlap(one: frozenset[Word], other: frozenset[Word]) -> float:
    """Return the Jaccard index of two sets of words; 1 where both are empty."""
    return len(one & other) / len(one | other) if one or other else 1.0


def shared(one: Range, other: Range) -> int:
    """Return how many code points two ranges share, and one more where they are the same."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0])) + (one == other)
