"""How well names of parties and places are found and typed, and how well mentions of one are brought together.

Precision, recall and F1 over all reports. A mention that was found meets a marked one where it lies in it, an article
and a possessive aside, and holds a word of its head, one to one, the one with most words in common first: "Suleiman
al-Amr" meets "director General Suleiman al-Amr".

- ``typed``: names that meet, of the same class: person (people, too), organisation (armed group, government, outlet,
  too) or place. The main figure.
- ``names``: names that meet.
- ``exact``: names that meet and are the same words, an article and a possessive aside.
- ``exact_typed``: the same, of the same class.
- ``same_type``: names that meet, of the very same type; only where the gold tells more than the three classes apart.
- ``person``, ``organisation``, ``place``: the names of each class; of one that meets a name of another class, the
  other.
- ``conll``, ``muc``, ``b3``, ``ceafe``: coreference (see ``coreference``) over the marked clusters that have a name or
  a pronoun, where the gold has clusters.

What meets a marked mention outside these is neither right nor wrong. What meets none is a wrong name where it has a
capital that does not begin a sentence. The gold is JSON lines with ``mentions``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.evaluate.coreference import UNLINKED, Coreference, coreference
from sayso.evaluate.counts import NOTHING, Counts, Row, Tally
from sayso.evaluate.matching import overlap, pairs
from sayso.evaluate.mentions import Gold, Kind, Mention, Text
from sayso.model import Party, Place

Pairs = list[tuple[Mention, Mention]]
"""Marked and found mentions that meet."""


@dataclass(frozen=True, slots=True)
class Score(Tally):
    """The counts of each figure."""

    typed: Counts = NOTHING
    names: Counts = NOTHING
    exact: Counts = NOTHING
    exact_typed: Counts = NOTHING
    same_type: Counts = NOTHING
    person: Counts = NOTHING
    organisation: Counts = NOTHING
    place: Counts = NOTHING
    coreference: Coreference = UNLINKED

    def rows(self) -> Iterator[Row]:
        """Yield the figures in order, those of coreference last."""
        yield from Tally.rows(self)
        yield from self.coreference.rows()


def score(gold: Gold, parties: Iterable[Party], places: Iterable[Place]) -> Score:
    """Return how the parties and places that were found in ``gold.text`` agree with the marked mentions."""
    text = Text(gold.text)
    marked, found = text.marked(gold.mentions), text.found(parties, places)
    met = [(marked[i], found[j]) for i, j in pairs(marked, found, lambda one, other: _closeness(text, one, other))]
    meeting = {other for _, other in met}
    names = [one for one in marked if one.kind and one.named]
    right = [(one, other) for one, other in met if one.kind and one.named]
    guessed = [other for _, other in right] + [one for one in found if one not in meeting and one.words & text.capitals]
    clustered = any(one.cluster is not None for one in gold.mentions)
    linked = _coreference(marked, found, met) if clustered else UNLINKED
    return _named(text, names, guessed, right) + Score(coreference=linked)


def _closeness(text: Text, marked: Mention, found: Mention) -> float:
    meets = found.words & marked.head and text.bare(found) <= marked.words
    return overlap(marked.words, found.words) if meets else 0


def _named(text: Text, marked: Sequence[Mention], found: Sequence[Mention], met: Pairs) -> Score:
    """Return the counts of names."""
    typed = [(one, other) for one, other in met if one.kind is other.kind]
    finely = _finely_typed(marked)

    def counts(right: Pairs) -> Counts:
        return Counts(len(right), len(found), len(marked))

    def of(kind: Kind) -> Counts:
        sides = ([one for one, _ in typed], found, marked)
        return Counts(*(sum(one.kind is kind for one in side) for side in sides))

    def exact(some: Pairs) -> Pairs:
        return [(one, other) for one, other in some if text.bare(one) == text.bare(other)]

    return Score(
        typed=counts(typed),
        names=counts(met),
        exact=counts(exact(met)),
        exact_typed=counts(exact(typed)),
        same_type=counts([(one, other) for one, other in met if one.type == other.type]) if finely else NOTHING,
        person=of(Kind.PERSON),
        organisation=of(Kind.ORGANISATION),
        place=of(Kind.PLACE),
    )


def _finely_typed(marked: Iterable[Mention]) -> bool:
    """Whether gold tells more types apart than the classes."""
    return any(one.type in {"people", "armed_group", "government", "outlet"} for one in marked)


def _coreference(marked: Sequence[Mention], found: Sequence[Mention], met: Pairs) -> Coreference:
    """Return the counts of coreference; a found mention that meets a marked one is that one."""
    kept = {one.cluster for one in marked if one.kind and (one.named or one.pronoun)}
    counted = {one for one in marked if one.kind and one.cluster in kept}
    same: Mapping[Mention, Mention] = {other: one for one, other in met}
    spared = {other for one, other in met if one not in counted}
    return coreference(
        _clusters((one, one.cluster) for one in marked if one in counted),
        _clusters((same.get(one, one), one.cluster) for one in found if one not in spared),
    )


def _clusters(mentions: Iterable[tuple[Mention, Hashable]]) -> list[frozenset[Hashable]]:
    clusters = defaultdict[Hashable, set[Hashable]](set)
    for mention, cluster in mentions:
        clusters[cluster].add(mention)
    return [frozenset(cluster) for cluster in clusters.values()]
