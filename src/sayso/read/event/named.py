"""Named: the party or place that a filler's words stand for."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from sayso.model import Party, Place, Span
from sayso.read.found import Found
from sayso.read.syntax import Syntax
from sayso.read.tree import objects_of

MEMBERS = frozenset(
    "member fighter force troop soldier militant rebel gunman militiaman guerrilla insurgent commando officer official "
    "warplane jet plane helicopter aircraft drone gunmen militiamen policemen servicemen "
    "tank unit army navy militia policeman police agent guard ally "
    "supporter follower operative sniper bomber terrorist activist man men woman group column cell squad wing "
    "leader commander battalion brigade patrol convoy team delegation government ministry".split()
)
"""Words for those through whom a body acts: *Taliban fighters*, *members of the NRF*."""


class Mentioned(NamedTuple):
    """A mention as tokens (first, last exclusive) with the id of its party or place."""

    first: int
    last: int
    id: str
    named: bool


class Who:
    """Finds the party or the place that a word stands for."""

    def __init__(self, found: Found) -> None:
        """Note where each party and each place is mentioned."""
        self.syntax = found.syntax
        self.parties = _index(found.syntax, found.parties)
        self.places = _index(found.syntax, tuple(p for p in found.places if p.reason is None))

    def party(self, i: int) -> str | None:
        """Return the id of the party that a word stands for; of *Taliban fighters* the Taliban."""
        i = main_of(self.syntax, i)
        if self.syntax.tokens[i].lower in NOBODY:
            return None
        own = _covering(self.syntax, self.parties.get(i, []), i)
        if own is not None and own.named:
            return own.id
        body = self._body(i)
        return body or (own.id if own else None)

    def owner(self, i: int) -> str | None:
        """Return the id of the named party whose thing a word stands for: *the minister's policy*."""
        syntax = self.syntax
        near = [c for c in syntax.children[i] if syntax.tokens[c].dep in ("poss", "compound", "amod", "nmod")]
        for c in syntax.children[i]:
            if syntax.tokens[c].dep == "prep" and syntax.tokens[c].lower in ("of", "by"):
                near += objects_of(syntax, c)
        known = (_covering(syntax, self.parties.get(one, []), one) for one in near)
        return next((one.id for one in known if one is not None), None)

    def place(self, i: int) -> str | None:
        """Return the id of the place that a word names."""
        own = _covering(self.syntax, self.places.get(i, []), i)
        return own.id if own else None

    def span(self, i: int) -> Span:
        """Return the words of a filler: its mention, or the noun with what stands before it."""
        syntax, i = self.syntax, main_of(self.syntax, i)
        own = _covering(syntax, self.parties.get(i, []), i) or _covering(syntax, self.places.get(i, []), i)
        first, last = (own.first, own.last) if own else _phrase(syntax, i)
        return Span.of(syntax.text, syntax.tokens[first].start, syntax.tokens[last - 1].end)

    def _body(self, i: int) -> str | None:
        """Return the named body through whose people something is done."""
        syntax = self.syntax
        if syntax.tokens[i].lower.rstrip("s") not in MEMBERS and syntax.tokens[i].lower not in MEMBERS:
            return None
        for c in syntax.children[i]:
            token = syntax.tokens[c]
            near = [c] if token.dep in ("compound", "amod", "nmod", "poss") else []
            if token.dep == "prep" and token.lower in ("of", "from"):
                near = objects_of(syntax, c)
            for one in near:
                own = _covering(syntax, self.parties.get(one, []), one)
                if own is not None and (own.named or token.dep == "poss"):
                    return own.id
        return None


def main_of(syntax: Syntax, i: int) -> int:
    """Return the noun that a number or quantity counts: *two of its soldiers*, *dozens of civilians*."""
    token = syntax.tokens[i]
    if token.tag not in ("CD", "DT") and token.lower not in QUANTITIES:
        return i
    for c in syntax.children[i]:
        if syntax.tokens[c].lower == "of":
            return next(iter(objects_of(syntax, c)), i)
    return i


NOBODY = frozenset("nobody none anyone anybody someone somebody everyone everybody nothing something anything".split())
"""Words for no one in particular, who fill no slot."""
QUANTITIES = frozenset("dozens scores hundreds thousands millions number most many some several group".split())


def _index(syntax: Syntax, nouns: tuple[Party, ...] | tuple[Place, ...]) -> dict[int, list[Mentioned]]:
    """Return for each token the mentions that hold it."""
    starts = [token.start for token in syntax.tokens]
    found: dict[int, list[Mentioned]] = {}
    for one in nouns:
        named = getattr(one, "type", None) != "people"
        for span in one.mentions:
            first = max(0, bisect_right(starts, span.start) - 1)
            last = bisect_right(starts, span.end - 1)
            for i in range(first, last):
                found.setdefault(i, []).append(Mentioned(first, last, one.id, named))
    return found


def _covering(syntax: Syntax, mentions: list[Mentioned], i: int) -> Mentioned | None:
    """Return the mention whose main word is this one; the longest of several."""
    mine = [one for one in mentions if _heads(syntax, one, i)]
    return max(mine, key=lambda one: (one.named, one.last - one.first), default=None)


def _heads(syntax: Syntax, one: Mentioned, i: int) -> bool:
    """Whether a word is the main one of a mention, or stands in its name."""
    head = syntax.tokens[i].head
    return head == i or not one.first <= head < one.last or syntax.tokens[i].dep in ("compound", "flat")


def _phrase(syntax: Syntax, i: int) -> tuple[int, int]:
    first = i
    while first > 0 and syntax.tokens[first - 1].head == i and syntax.tokens[first - 1].dep in (
        "det", "amod", "compound", "nummod", "poss", "nmod", "quantmod",
    ):  # fmt: skip
        first -= 1
    return first, i + 1
