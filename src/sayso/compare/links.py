"""Link: two claims that differ or agree, in what, and why that is thought."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.compare.propositions import Proposition
from sayso.compare.words import Word
from sayso.model import MatterKind


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims, how they stand to one another (a comparison word), in which field, and one sentence why."""

    kind: MatterKind
    first: Proposition
    second: Proposition
    field: str
    relation: str
    why: str
    about: tuple[Word, ...] = ()
    score: float = 0.7


def separate(one: Proposition, other: Proposition) -> bool:
    """Whether two claims are two accounts: other words, other attributions, neither inside the other."""
    if one.within(other) or other.within(one):
        return False
    both = (one.attribution, other.attribution)
    return both[0] is None or both[1] is None or both[0].id != both[1].id
