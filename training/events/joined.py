"""Sentences of PLV read together: each stands alone in the corpus, as none does in a report."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

from training.events.examples import Example, Root, Slots
from training.events.settings import Joined

JOINED = "plv"
"""The corpus whose sentences are joined."""
GAP, SPACE = 12, 4
"""Bits of a word's shape that say what white space is before it, and those of a mere space."""


def joined(sentences: list[Example], settings: Joined, chance: random.Random) -> Iterator[Example]:
    """Yield all sentences, one or some at a time, in an order drawn by chance."""
    order = list(sentences)
    chance.shuffle(order)
    done = 0
    while done < len(order):
        some = _fitting(order[done : done + chance.choice(settings.counts)], settings.pieces)
        gaps = [n > 0 and chance.random() < settings.same_paragraph for n in range(len(some))]
        yield _as_one(some, gaps)
        done += len(some)


def _fitting(some: list[Example], room: int) -> list[Example]:
    """Return as many of the first examples as have room, at least one."""
    taken, many = 0, 0
    for one in some:
        taken += sum(map(len, one.pieces))
        if many and taken > room:
            break
        many += 1
    return some[:many]


def _as_one(some: list[Example], goes_on: list[bool]) -> Example:
    """Return sentences as one text; those that go on stand in the paragraph of the one before."""
    whole = replace(some[0], words=(), pieces=(), shapes=(), tags=(), sentences=(), roots=())
    for number, (one, on) in enumerate(zip(some, goes_on, strict=True)):
        start = len(whole.words)
        shapes = ((one.shapes[0] & ~GAP) | SPACE, *one.shapes[1:]) if on else one.shapes
        whole = replace(
            whole, words=whole.words + one.words, pieces=whole.pieces + one.pieces, shapes=whole.shapes + shapes,
            tags=whole.tags + one.tags, sentences=whole.sentences + (number,) * len(one.words),
            roots=whole.roots + tuple(_moved(root, start) for root in one.roots),
        )  # fmt: skip
    return whole


def _moved(root: Root, by: int) -> Root:
    """Return a root whose words stand further on."""
    slots: Slots = tuple(None if slot is None else frozenset(i + by for i in slot) for slot in root.slots or ())
    return Root(root.type, root.first + by, root.last + by, slots or None)
