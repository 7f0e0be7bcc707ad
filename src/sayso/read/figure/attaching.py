"""Whose figure: the event in whose own clause the number stands, found by climbing the tree from the number."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model import Figure, FigureKind, Span
from sayso.read.figure.counted import beside
from sayso.read.figure.fates import PERSONS, SUBJECTS
from sayso.read.figure.kinds import HARMED, Site
from sayso.read.syntax import Syntax, Token
from sayso.vocab.figure_words import figure_words, is_in

FATES = HARMED | {FigureKind.DISPLACED}
"""Kinds that an event brings about: a clause below the event may tell them (``an attack that left 12 dead``)."""
TRIGGERING = ("N", "V", "J", "CD", "R")
OWN = frozenset({
    "nummod", "quantmod", "nmod", "compound", "amod", "dobj", "nsubj", "nsubjpass", "attr", "dative", "agent", "xcomp",
    "oprd", "acomp",
})  # fmt: skip
"""How an argument, or a part of one, hangs on what it belongs to."""
BY_EVENT = frozenset({"in", "by", "during", "from", "after", "with"})
NOT_OWN = frozenset({"in", "at", "near", "from", "since", "after", "before", "inside", "outside", "around", "within"})
"""Prepositions that set the scene: what stands behind them is no argument (``an attack in a city of 3 million``)."""
DEFINITE = frozenset({"the", "these", "those", "his", "her", "their", "its", "our", "other"})


def attached(syntax: Syntax, sites: Sequence[Site], triggers: Sequence[Span]) -> list[tuple[Figure, ...]]:
    """Return for each trigger the figures of its clause; a figure goes to one event or to none."""
    owners = _owners(syntax, triggers)
    given: list[list[Figure]] = [[] for _ in triggers]
    for site in sites:
        owner = _owner(syntax, site, owners)
        if owner is not None:
            given[owner].append(site.figure)
    return [tuple(figures) for figures in given]


def _owners(syntax: Syntax, triggers: Sequence[Span]) -> dict[int, int]:
    """Return the event of each token that belongs to a trigger, without its small words; the shorter trigger wins."""
    owners: dict[int, int] = {}
    order = sorted(range(len(triggers)), key=lambda n: triggers[n].start - triggers[n].end)
    for n in order:
        for token in syntax.between(triggers[n].start, triggers[n].end):
            if token.tag.startswith(TRIGGERING) and token.start >= triggers[n].start and token.end <= triggers[n].end:
                owners[token.i] = n
    return owners


def _owner(syntax: Syntax, site: Site, owners: dict[int, int]) -> int | None:
    one = site.counted
    inside = [owners[i] for i in (*range(one.numeral.first, one.numeral.last), one.noun, one.top) if i in owners]
    if inside:
        return inside[0]
    after = beside(syntax, one)
    if after is not None and after.i in owners and after.tag in ("VBN", "VBG", "JJ"):
        return owners[after.i]
    if _is_mere_mention(syntax, site):
        return None
    climb = _Climb(syntax, owners, site.figure.what)
    return climb.from_token(one.top, one.noun)


def _is_mere_mention(syntax: Syntax, site: Site) -> bool:
    """Whether a number only names those told of before (``the two men``), or is no more than a word (``one town``)."""
    numeral, figure = site.counted.numeral, site.figure
    if figure.what in FATES or figure.number not in (1.0, 2.0):
        return False
    before = syntax.tokens[numeral.first - 1].lower if numeral.first else ""
    return before in DEFINITE or (figure.number == 1.0 and figure.what is FigureKind.OTHER)


class _Climb:
    """The way up from a counted phrase to the event that it belongs to."""

    def __init__(self, syntax: Syntax, owners: dict[int, int], kind: FigureKind) -> None:
        self.syntax = syntax
        self.owners = owners
        self.is_fate = kind in FATES
        self.is_people = kind in PERSONS or kind is FigureKind.OTHER
        self.kind = kind

    def from_token(self, top: int, noun: int | None) -> int | None:
        """Return the number of the event, or ``None``."""
        below = {i for i in (noun, top) if i is not None}
        for i in below:
            if (own := self._below(i)) is not None:
                return own
        at, prepositions, is_near = top, 0, True
        for _ in range(12):
            token = self.syntax.tokens[at]
            head = self.syntax.tokens[token.head]
            if head.i == at or not self._may_climb(token, head, prepositions):
                return None
            prepositions += token.dep in ("pobj", "pcomp")
            is_near = is_near and (token.dep != "prep" or token.lower in ("of", "by", "to"))
            at = head.i
            if at in self.owners:
                return self.owners[at]
            if is_near and head.tag.startswith("V") and (near := self._near(token, head)) is not None:
                return near
        return None

    def _below(self, noun: int) -> int | None:
        """Return the event of a clause upon the noun: ``12 people killed in…``, ``civilians who fled``."""
        for child in self.syntax.children[noun]:
            if self.syntax.tokens[child].dep in ("acl", "relcl", "amod") and child in self.owners:
                return self.owners[child]
        return None

    def _may_climb(self, token: Token, head: Token, prepositions: int) -> bool:
        """Whether what stands above a token still tells of the same thing."""
        dep = token.dep
        if dep in OWN:
            return True
        if dep in ("pobj", "pcomp"):
            return head.lower not in NOT_OWN or self.is_fate
        if dep == "prep":
            return self.is_fate or prepositions <= 1 or head.tag.startswith("V")
        if dep == "npadvmod":
            return self.kind is FigureKind.DISTANCE and head.tag.startswith("V")
        if dep == "conj":
            return not self._has_subject(token)
        return self.is_fate and self._clause_may_climb(token, head)

    def _clause_may_climb(self, token: Token, head: Token) -> bool:
        """Whether a clause that tells a fate hangs on what brought it about."""
        if token.dep in ("relcl", "acl", "appos"):
            return True
        if token.dep == "advcl":
            return not self._has_subject(token) or not self._is_marked(token)
        return token.dep == "ccomp" and is_in(figure_words().light, head.lower)

    def _children(self, token: Token) -> list[Token]:
        return [self.syntax.tokens[i] for i in self.syntax.children[token.i]]

    def _has_subject(self, token: Token) -> bool:
        return any(t.dep in SUBJECTS for t in self._children(token))

    def _is_marked(self, token: Token) -> bool:
        return any(t.dep in ("mark", "advmod") and t.tag in ("IN", "WRB") for t in self._children(token))

    def _near(self, token: Token, verb: Token) -> int | None:
        """Return the event that a verb that is none itself leads to."""
        if token.dep in SUBJECTS:
            for child in self._children(verb):
                if (own := self._led_to(verb, child)) is not None:
                    return own
        return self._arguments(verb)

    def _led_to(self, verb: Token, child: Token) -> int | None:
        """``agreed to [surrender]``, ``are accused of [hacking]``, ``attended a [march]``."""
        if child.dep == "xcomp":
            return self.owners.get(child.i)
        if child.dep == "prep":
            below = (t.i for t in self._children(child) if t.dep == "pcomp")
            return next((self.owners[i] for i in below if i in self.owners), None)
        if child.dep == "dobj" and self.is_people and is_in(figure_words().sharing, verb.lower):
            return self.owners.get(child.i)
        return None

    def _arguments(self, verb: Token) -> int | None:
        """Return the event that is the subject of a fate's verb, or in, by or after which it befell them."""
        if not self.is_fate:
            return None
        for child in self._children(verb):
            if child.dep in ("nsubj", "xcomp") and child.i in self.owners:
                return self.owners[child.i]
            if child.dep in ("prep", "agent") and child.lower in BY_EVENT:
                below = [t for t in self._children(child) if t.dep == "pobj" and t.i in self.owners]
                if below:
                    return self.owners[below[0].i]
        return None
