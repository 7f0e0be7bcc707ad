"""Draft: an attribution as ranges of tokens, before it is given ids, a speaker and a speech act."""

from __future__ import annotations

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


def words(syntax: Syntax, ranges: tuple[Range, ...]) -> frozenset[int]:
    """Return the indices of the words in some ranges, without punctuation."""
    return frozenset(i for first, last in ranges for i in range(first, last) if syntax.tokens[i].is_word)


def share(one: frozenset[int], other: frozenset[int]) -> float:
    """Return the Jaccard overlap of two sets of words; 0 where both are empty."""
    return len(one & other) / len(one | other) if one or other else 0.0
