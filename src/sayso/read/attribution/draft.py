"""Draft: an attribution as ranges of tokens, before it is given ids, a speaker and a speech act."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass

from sayso.model import SpeechAct
from sayso.read.syntax import Syntax

Range = tuple[int, int]
"""Tokens ``first`` to ``last`` (exclusive), as indices into ``Syntax.tokens``."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution in the making.

    ``head`` is the cue's main token (-1 where a quotation has no cue), ``construction`` how cue and content are
    joined (``that``, ``to``, ``obj``, ``quote`` …; ``learnt`` where the encoder did it), ``score`` the share of its
    like that were right in training, ``act`` what is done in saying it, as far as the draft's maker can tell.
    """

    head: int
    construction: str
    cue: tuple[Range, ...]
    source: Range | None
    content: tuple[Range, ...]
    score: float
    floating: bool = False
    act: SpeechAct = SpeechAct.ASSERT


def pieces(inside: Iterable[int], starts: Container[int]) -> list[Range]:
    """Return the runs of neighbouring tokens, in order; a token of ``starts`` begins a run of its own."""
    found: list[Range] = []
    for i in sorted(inside):
        if found and found[-1][1] == i and i not in starts:
            found[-1] = (found[-1][0], i + 1)
        else:
            found.append((i, i + 1))
    return found


def words(syntax: Syntax, ranges: tuple[Range, ...]) -> frozenset[int]:
    """Return the indices of the words in some ranges, without punctuation."""
    return frozenset(i for first, last in ranges for i in range(first, last) if syntax.tokens[i].is_word)


def share(one: frozenset[int], other: frozenset[int]) -> float:
    """Return the Jaccard overlap of two sets of words; 0 where both are empty."""
    return len(one & other) / len(one | other) if one or other else 0.0
