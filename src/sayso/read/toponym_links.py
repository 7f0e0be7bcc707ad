"""Toponym links: what a report says of where a toponym lies: "Paris, Texas", "the Turkish city of Batman"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from sayso.read.syntax import Syntax, Token
from sayso.read.toponyms import KINDS, LOWER_DIRECTIONS, Toponym
from sayso.vocab.countries import by_demonym
from sayso.vocab.toponym_key import key_of

BETWEEN_IN = frozenset(("the", "-", "north", "south", "east", "west", "far", "of", "rural")) | LOWER_DIRECTIONS
"""Words that may stand between "in" and the country or region: "in far north-eastern Syria"."""
BETWEEN_NEAR = BETWEEN_IN | KINDS
NEAR = frozenset("near outside beside".split())
FURTHEST = 7
"""Tokens between two toponyms that are linked."""


class Link(NamedTuple):
    """The keys of the toponym in which a toponym is said to lie, and of the one near which."""

    container: str | None = None
    beside: str | None = None


def links(syntax: Syntax, likely: Sequence[Toponym]) -> list[Link]:
    """Return what is said of where each toponym lies."""
    found = [Link(_country_of_kind(syntax.tokens, each)) for each in likely]
    for n, (first, second) in enumerate(pairwise(likely)):
        gap = [token.lower for token in syntax.tokens[first.last + 1 : second.first]]
        if len(gap) > FURTHEST or syntax.tokens[first.last].sentence != syntax.tokens[second.first].sentence:
            continue
        if _is_within(gap):
            found[n] = found[n]._replace(container=second.key)
        elif gap and gap[gap[0] == ","] in NEAR and set(gap[gap[0] == "," :]) <= BETWEEN_NEAR | NEAR:
            found[n] = found[n]._replace(beside=second.key)
        elif gap and gap[0] in ("'s", "’s") and set(gap[1:]) <= BETWEEN_NEAR and found[n + 1].container is None:
            found[n + 1] = Link(first.key)
    return found


def _is_within(gap: Sequence[str]) -> bool:
    """Whether these words say that what stands before them lies in what stands after them."""
    if gap in ([","], ["("]):
        return True
    words = [*gap]
    if words[:1] == [","]:
        words.pop(0)
    has_in = words[:1] == ["in"]
    return bool(words) and set(words[has_in:]) <= BETWEEN_IN and (has_in or len(words) != len(gap))


def _country_of_kind(tokens: tuple[Token, ...], found: Toponym) -> str | None:
    """Return the country of ``the Turkish border town of`` before a toponym."""
    kind = found.first - 2
    if kind < 1 or tokens[found.first - 1].text != "of" or tokens[kind].text not in KINDS | {"capital", "resort"}:
        return None
    for token in reversed(tokens[max(0, kind - 4) : kind]):
        if country := by_demonym(token.text):
            return key_of(country.name)
        if not token.tag.startswith(("NN", "JJ", "HYPH", "VBN", "RB")) or token.sentence != tokens[kind].sentence:
            return None
    return None
