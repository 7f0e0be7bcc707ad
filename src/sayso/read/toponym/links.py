"""Toponym links: what a report says of where a toponym lies: "Paris, Texas", "the Turkish city of Batman"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from sayso.read.syntax import Syntax, Token
from sayso.read.toponym.proposals import KINDS, LOWER_DIRECTIONS, Toponym
from sayso.read.toponym.senses import lies_in
from sayso.vocab.countries import by_capital, by_demonym, by_name
from sayso.vocab.toponym_key import key_of

SIDES = frozenset(("north", "south", "east", "west", "rural")) | LOWER_DIRECTIONS
BETWEEN_IN = SIDES | {"the", "-", "far"}
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
    """Return what is said of where each toponym lies; of a country nothing is."""
    found = [Link(_country_of_kind(syntax.tokens, each)) for each in likely]
    countries = [by_name(each.name) is not None for each in likely]
    for n, (first, second) in enumerate(pairwise(likely)):
        gap = [token.lower for token in syntax.tokens[first.last + 1 : second.first]]
        if not gap or len(gap) > FURTHEST or syntax.tokens[first.last].sentence != syntax.tokens[second.first].sentence:
            continue
        if not countries[n] and (_is_within(gap) or (gap in ([","], ["("]) and _may_lie_in(first, second))):
            found[n] = found[n]._replace(container=second.key)
        elif not countries[n] and _is_near(gap):
            found[n] = found[n]._replace(beside=second.key)
        elif not countries[n + 1] and gap[0] in ("'s", "’s") and set(gap[1:]) <= BETWEEN_NEAR:
            found[n + 1] = Link(found[n + 1].container or first.key)
    return found


def _is_near(gap: Sequence[str]) -> bool:
    """Whether these words say that what stands before them lies near what stands after them."""
    words = gap[1:] if gap[0] == "," else gap
    return bool(words) and words[0] in NEAR and set(words) <= BETWEEN_NEAR | NEAR


def _may_lie_in(first: Toponym, second: Toponym) -> bool:
    """Whether some place of the one name lies in one of the other: so "Paris, Texas", but not "Homs, Aleppo"."""
    if by_capital(second.name):
        return False
    return any(lies_in(entry, large) for large in second.entries[:2] for entry in first.entries)


def _is_within(gap: Sequence[str]) -> bool:
    """Whether these words say that what stands before them lies in what stands after them."""
    words = [*gap]
    if words[:1] == [","]:
        words.pop(0)
    has_in = words[:1] == ["in"]
    is_told = has_in or (len(words) < len(gap) and not SIDES.isdisjoint(words))
    return is_told and set(words[has_in:]) <= BETWEEN_IN


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
