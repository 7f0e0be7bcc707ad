"""How well is found where accounts differ, shift or agree, against disputes that people wrote down.

A marked dispute is found where two sides of one matter meet two other sides of it. Sides meet where the words of a
side, one span or all together, share three in ten with the content of a marked statement (Jaccard index); or where
one of its spans touches the trigger of a marked event.

- ``found``: recall is the share of the marked disputes that were found. The main figure. Precision is the share of the
  matters that match a marked dispute: a lower bound, for people do not mark them all.
- ``kind``: of the disputes that were found, those found in a matter of the same kind; differing figures are a
  contradiction.
- ``contradiction``, ``shift``, ``agreement``: the share of those of each kind that were found.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import permutations
from pathlib import Path

import msgspec

from sayso.errors import BadLine
from sayso.evaluate.counts import NEITHER, NOTHING, Counts, Sides, Tally
from sayso.evaluate.gold import Marked, decoded
from sayso.evaluate.matching import overlap
from sayso.evaluate.statements import Passage, with_text
from sayso.evaluate.words import Words
from sayso.model import Matter, MatterKind, Side

SHAPE = (
    '{"id", "text" (or "text_file"), "statements": [{"id", "content"}], "events": [{"id", "trigger"}], '
    '"disputes": [{"about", "kind", "sides": [[ids], [ids]]}]}'
)
ENOUGH = 0.3
"""Least share of common words (Jaccard index) of a side and the content of a statement."""


class Kind(StrEnum):
    """Kinds of marked disputes."""

    CONTRADICTION = "contradiction"
    SHIFT = "shift"
    AGREEMENT = "agreement"


class Said(msgspec.Struct, frozen=True):
    """A statement, by its content."""

    id: str
    content: tuple[Passage, ...]


class Triggered(msgspec.Struct, frozen=True):
    """An event, by its trigger."""

    id: str
    trigger: Passage


class Dispute(msgspec.Struct, frozen=True):
    """What accounts differ or agree on: the ids of the statements and events on each side."""

    kind: Kind
    sides: tuple[tuple[str, ...], ...]
    about: str = ""


class Gold(Marked, frozen=True):
    """A report with the disputes that people found in it."""

    statements: tuple[Said, ...]
    disputes: tuple[Dispute, ...]
    events: tuple[Triggered, ...] = ()


@dataclass(frozen=True, slots=True)
class Score(Tally):
    """The counts of each figure."""

    found: Sides = NEITHER
    kind: Counts = NOTHING
    contradiction: Counts = NOTHING
    shift: Counts = NOTHING
    agreement: Counts = NOTHING


def gold_of(line: bytes | str, folder: Path | None = None) -> Gold:
    """Return gold with its text, which may stand in another file of ``folder``. Raises ``BadLine``."""
    gold = decoded(with_text(line, folder, SHAPE), Gold, SHAPE)
    known = {one.id for one in gold.statements} | {one.id for one in gold.events}
    unknown = {id for dispute in gold.disputes for side in dispute.sides for id in side} - known
    if unknown:
        raise BadLine(f'A side of a dispute names "{min(unknown)}". Give the id of a statement or an event.')
    return gold


def score(gold: Gold, matters: Sequence[Matter]) -> Score:
    """Return how the matters that were found in a report agree with its marked disputes."""
    judge = _Judge(gold)
    here = [matter for matter in matters if any(one.report == gold.id for side in matter.sides for one in side.spans)]
    hits = [[j for j, matter in enumerate(here) if judge.finds(dispute, matter)] for dispute in gold.disputes]
    right = {j for found in hits for j in found}
    same = [any(_kind(here[j]) == dispute.kind for j in found) for dispute, found in _found(gold, hits)]
    return Score(
        found=Sides(len(right), len(here), sum(map(bool, hits)), len(hits)),
        kind=Counts(sum(same), len(same), len(same)),
        **{kind.value: _of(kind, gold, hits) for kind in Kind},
    )


def _found(gold: Gold, hits: Iterable[list[int]]) -> list[tuple[Dispute, list[int]]]:
    return [(dispute, found) for dispute, found in zip(gold.disputes, hits, strict=True) if found]


def _of(kind: Kind, gold: Gold, hits: Iterable[list[int]]) -> Counts:
    found = [bool(one) for dispute, one in zip(gold.disputes, hits, strict=True) if dispute.kind == kind]
    return Counts(sum(found), len(found), len(found))


def _kind(matter: Matter) -> str:
    return Kind.CONTRADICTION if matter.kind == MatterKind.FIGURES else matter.kind


class _Judge:
    """Compares matters in a report with its gold."""

    def __init__(self, gold: Gold) -> None:
        self.id, self.words = gold.id, Words(gold.text)
        self.contents = {one.id: self._of(one.content) for one in gold.statements}
        self.triggers = {one.id: self._of([one.trigger]) for one in gold.events}

    def finds(self, dispute: Dispute, matter: Matter) -> bool:
        """Whether two sides of a matter meet two other sides of a dispute."""
        met = [{i for i, marked in enumerate(dispute.sides) if self._meet(marked, side)} for side in matter.sides]
        return any(i != j for some, others in permutations(met, 2) for i in some for j in others)

    def _meet(self, marked: Iterable[str], side: Side) -> bool:
        places = [(one.span.start, one.span.end) for one in side.spans if one.report == self.id]
        found = [words for words in (*(self.words.of([place]) for place in places), self.words.of(places)) if words]
        return any(self._alike(one, words) for one in marked for words in found)

    def _alike(self, marked: str, found: frozenset[int]) -> bool:
        if marked in self.triggers:
            return not found.isdisjoint(self.triggers[marked])
        return overlap(self.contents[marked], found) >= ENOUGH

    def _of(self, passages: Iterable[Passage]) -> frozenset[int]:
        return self.words.of((one.start, one.end) for one in passages)
