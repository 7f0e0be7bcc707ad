"""Which claims may be about the same thing: pairs found through an index of their words, with how much they share.

A word that few sentences have weighs more than one that many have; sentences are compared, not whole quotations, for a
long quotation speaks of many things.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from math import log
from typing import NamedTuple

from sayso.compare.propositions import Proposition, Unit
from sayso.compare.words import Word

COMMON = 40
"""A word that this many claims have brings no pair together by itself."""
NAME_WEIGHT = 0.5
"""What a name weighs beside another word: many claims are about the same people."""


class Meeting(NamedTuple):
    """A sentence of each of two claims and what they share: share of the weight of both, and of the lighter one."""

    one: Unit
    other: Unit
    shared: frozenset[str]
    of_both: float
    of_lighter: float

    @property
    def plain(self) -> frozenset[str]:
        """The shared words that are no names."""
        return frozenset(stem for stem in self.shared if not stem.startswith("@"))

    @property
    def words(self) -> tuple[Word, ...]:
        """The shared words as the first of the two prints them."""
        return tuple(word for word in self.one.words if word.stem in self.shared)


class Weights:
    """How much a word tells, among all sentences that are compared."""

    def __init__(self, propositions: Sequence[Proposition]) -> None:
        """Count in how many sentences each word stands."""
        units = {(id(one.findings), unit.span): unit for one in propositions for unit in one.units}
        self.count = len(units)
        self.seen = Counter(stem for unit in units.values() for stem in unit.stems)

    def of(self, stems: frozenset[str]) -> float:
        """Return the weight of some words."""
        return sum(map(self.weight, stems))

    def weight(self, stem: str) -> float:
        """Return the weight of a word."""
        weight = log((self.count + 2) / (self.seen[stem] or 1))
        return weight * NAME_WEIGHT if stem.startswith("@") else weight

    def meeting(self, one: Proposition, other: Proposition) -> Meeting | None:
        """Return the two sentences, one of each claim, that share most; ``None`` where none share anything."""
        meetings = [self._meeting(a, b) for a in one.units for b in other.units if a.stems & b.stems]
        return max(meetings, key=lambda met: (met.of_both + met.of_lighter, met.one.span), default=None)

    def _meeting(self, one: Unit, other: Unit) -> Meeting:
        shared = one.stems & other.stems
        weight, lighter = self.of(shared), min(self.of(one.stems), self.of(other.stems))
        both = self.of(one.stems | other.stems)
        return Meeting(one, other, shared, weight / (both or 1), weight / (lighter or 1))


def pairs(propositions: Sequence[Proposition]) -> Iterator[tuple[Proposition, Proposition]]:
    """Yield each two claims of one report that share a word, in the order of the text; an index of words finds them."""
    index = defaultdict[tuple[str, str], list[int]](list)
    for number, one in enumerate(propositions):
        for stem in one.stems:
            index[one.findings.report.id, stem].append(number)
    met = {pair for numbers in index.values() if len(numbers) < COMMON for pair in combinations(numbers, 2)}
    for first, second in sorted(met):
        yield propositions[first], propositions[second]
