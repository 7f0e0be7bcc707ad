"""Coreference metrics: MUC, B³, CEAFe and their mean F1 ("CoNLL"), as in the reference scorer (Pradhan et al. 2014).

A cluster is a set of mentions; no mention is in two clusters of one side. Clusters of one mention count.

- MUC (Vilain et al. 1995): of the links that join a cluster, how many the other side keeps.
- B³ (Bagga and Baldwin 1998): for each mention, the share of its cluster that is with it on the other side, too.
- CEAFe (Luo 2005): clusters are assigned one to one so that they are most alike in all (2 · shared / sum of sizes).
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.evaluate.assignment import best_total
from sayso.evaluate.counts import NEITHER, NOTHING, Counts, Row, Sides, Tally

Cluster = frozenset[Hashable]


@dataclass(frozen=True, slots=True)
class Coreference(Tally):
    """The counts of each metric: links, mentions and clusters."""

    muc: Sides = NEITHER
    b3: Sides = NEITHER
    ceafe: Counts = NOTHING

    @property
    def conll(self) -> float:
        """Mean F1 of the three."""
        return (self.muc.f1 + self.b3.f1 + self.ceafe.f1) / 3

    def rows(self) -> Iterator[Row]:
        """Yield the mean and the three; nothing where there are no clusters."""
        if self.ceafe.found or self.ceafe.marked:
            yield Row("conll", None, None, self.conll, None, None)
            for name, counts in (("muc", self.muc), ("b3", self.b3), ("ceafe", self.ceafe)):
                yield Row.of(name, counts)


UNLINKED = Coreference()


def coreference(marked: Iterable[Cluster], found: Iterable[Cluster]) -> Coreference:
    """Return the counts of one report."""
    marked, found = [cluster for cluster in marked if cluster], [cluster for cluster in found if cluster]
    return Coreference(
        Sides(*_muc(found, marked), *_muc(marked, found)),
        Sides(*_b3(found, marked), *_b3(marked, found)),
        Counts(_ceafe(marked, found), len(found), len(marked)),
    )


def _muc(clusters: Sequence[Cluster], others: Sequence[Cluster]) -> tuple[int, int]:
    """Return how many links of the clusters the others keep, and how many there are."""
    home: dict[Hashable, Hashable] = {mention: number for number, other in enumerate(others) for mention in other}
    kept = sum(len(cluster) - len({home.get(one, ("alone", one)) for one in cluster}) for cluster in clusters)
    return kept, sum(len(cluster) - 1 for cluster in clusters)


def _b3(clusters: Sequence[Cluster], others: Sequence[Cluster]) -> tuple[float, int]:
    """Return the summed shares of the mentions of the clusters, and how many mentions there are."""
    home = {mention: other for other in others for mention in other}
    nothing: Cluster = frozenset()
    shares = (len(cluster & home.get(one, nothing)) / len(cluster) for cluster in clusters for one in cluster)
    return sum(shares), sum(map(len, clusters))


def _ceafe(marked: Sequence[Cluster], found: Sequence[Cluster]) -> float:
    return sum(
        best_total([[2 * len(one & other) / (len(one) + len(other)) for other in those] for one in these])
        for these, those in _components(marked, found)
    )


def _components(marked: Sequence[Cluster], found: Sequence[Cluster]) -> Iterator[tuple[list[Cluster], list[Cluster]]]:
    """Yield parts of both sides that share no mention with the rest, so that each assignment stays small."""
    found_of = {mention: j for j, cluster in enumerate(found) for mention in cluster}
    marked_of = {mention: i for i, cluster in enumerate(marked) for mention in cluster}
    left = set(range(len(marked)))
    while left:
        reached, rows, columns = [left.pop()], list[int](), set[int]()
        while reached:
            rows.append(reached.pop())
            met = {found_of[mention] for mention in marked[rows[-1]] if mention in found_of} - columns
            columns |= met
            more = {marked_of[mention] for j in met for mention in found[j] if mention in marked_of} & left
            left -= more
            reached += more
        yield [marked[i] for i in rows], [found[j] for j in sorted(columns)]
