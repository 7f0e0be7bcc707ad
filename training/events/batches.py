"""Windows of examples as tensors, with what is known of their words."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from torch import Tensor

from training.events.examples import Example, Marked, Root, Slots
from training.events.labels import CLASSES, NONE, OTHER
from training.events.settings import Settings, Trust
from training.reader.batches import inputs, padded

LEAST = 20
"""A window is cut at a sentence's end if that leaves more words than this."""
FEWEST, MOST = 4, 48
"""Windows in a batch."""
NEAR = 25
"""Windows of about the same length are drawn from so many batches at once."""


class Window(NamedTuple):
    """Words ``first`` to ``last`` (exclusive) of an example."""

    example: Example
    first: int
    last: int

    @property
    def key(self) -> tuple[str, str, int]:
        """What tells this window from others; windows of one example never begin alike."""
        return self.example.corpus, self.example.id, self.first


def cut(example: Example, room: int) -> Iterator[Window]:
    """Yield windows of at most ``room`` pieces without overlap, cut between sentences where that can be."""
    first, total = 0, len(example.pieces)
    while first < total:
        last, taken, end = first, 0, None
        while last < total and taken + len(example.pieces[last]) <= room:
            if last > first and example.sentences[last] != example.sentences[last - 1]:
                end = last
            taken += len(example.pieces[last])
            last += 1
        if last < total and end and end - first > LEAST:
            last = end
        yield Window(example, first, last)
        first = last


def grouped(windows: list[Window], settings: Settings, chance: random.Random) -> list[list[Window]]:
    """Return windows in batches of about the same number of words, in an order drawn by chance."""
    chance.shuffle(windows)
    size, found = settings.batch, []
    for start in range(0, len(windows), size * NEAR):
        near = sorted(windows[start : start + size * NEAR], key=lambda one: one.last - one.first)
        n = 0
        while n < len(near):
            longest = near[min(n + size, len(near) - 1)]
            many = max(FEWEST, min(MOST, settings.words // (longest.last - longest.first + 1)))
            found.append(near[n : n + many])
            n += many
    chance.shuffle(found)
    return found[: settings.most]


class Inputs(NamedTuple):
    """Windows as tensors: ``pieces`` and ``shapes`` [B, T], and the place of each word's first piece [B, W]."""

    pieces: Tensor
    shapes: Tensor
    words: Tensor


def as_inputs(windows: list[Window]) -> Inputs:
    """Return windows as tensors, padded to the longest."""
    rows = [inputs(one.pieces[first:last], one.shapes[first:last]) for one, first, last in windows]
    length, width = max(len(row[0]) for row in rows), max(len(row[2]) for row in rows)
    return Inputs(*(padded([row[n] for row in rows], size) for n, size in enumerate((length, length, width))))


class Label(NamedTuple):
    """What is known of a word of a batch, and how much that counts."""

    row: int
    word: int
    value: float
    weight: float = 1.0


class Rooted(NamedTuple):
    """The type of an event of a window; ``words`` are those that may tell of it."""

    row: int
    window: Window
    root: Root
    words: tuple[int, ...]
    weight: float


class Asked(NamedTuple):
    """A trigger of a batch, whose slots are known: which of the ``words`` of its sentence fill each of them.

    A slot may be ``filled`` by none of these words, but by one that does not look as if it could.
    """

    row: int
    at: int
    words: tuple[int, ...]
    right: tuple[tuple[float, ...] | None, ...]
    filled: tuple[bool, ...]
    weight: float


@dataclass(slots=True)
class Known:
    """All that is known of the windows of a batch. Words are counted from the beginning of their window."""

    types: list[Label] = field(default_factory=list)
    happens: list[Label] = field(default_factory=list)
    factual: list[Label] = field(default_factory=list)
    cases: list[Label] = field(default_factory=list)
    roots: list[Rooted] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)


def known(windows: list[Window], trust: Trust) -> Known:
    """Return what the corpora say of the windows of a batch."""
    found = Known()
    for row, window in enumerate(windows):
        TEACHERS[window.example.corpus](found, row, window, trust)
    return found


def asked(row: int, window: Window, at: int, slots: Slots, weight: float) -> Iterator[Asked]:
    """Yield what is known of the slots of a trigger, a word of the example, unless nothing could fill them."""
    example, first, last = window
    here = example.sentences[at]
    words = [i for i in range(first, last) if i != at and example.sentences[i] == here and example.may_fill(i)]
    if words:
        right = tuple(None if slot is None else tuple(float(i in slot) for i in words) for slot in slots)
        yield Asked(row, at - first, tuple(i - first for i in words), right, tuple(map(bool, slots)), weight)


def _telling(window: Window) -> list[int]:
    return [i for i in range(window.first, window.last) if window.example.may_tell(i)]


def _of_factual(found: Known, row: int, window: Window, trust: Trust) -> None:
    example, first, last = window
    weight = 1.0 if example.corpus == "uw_train" else trust.others_factual
    found.factual += [Label(row, i - first, score, weight) for i, score in example.factual if first <= i < last]
    happening = [i for i in example.happening if first <= i < last]
    found.happens += [Label(row, i - first, 1.0, trust.factual_happens) for i in happening]


def _of_timebank(found: Known, row: int, window: Window, trust: Trust) -> None:  # noqa: ARG001
    telling = {i for i in window.example.happening if window.first <= i < window.last}
    for i in sorted(telling.union(_telling(window))):
        found.happens.append(Label(row, i - window.first, float(i in telling)))


def _of_root(found: Known, row: int, window: Window, trust: Trust) -> None:
    weight = 1.0 if window.example.corpus == "plv" else trust.ngec_root
    for root in window.example.roots:
        words = tuple(i - window.first for i in _telling(window) if root.first <= i < root.last)
        if words:
            found.roots.append(Rooted(row, window, root, words, weight))


def _of_report(found: Known, row: int, window: Window, trust: Trust) -> None:
    marked = _marked(found, row, window, 1.0, 1.0)
    _unmarked(found, row, window, marked, trust.report_none)


def _of_muc4(found: Known, row: int, window: Window, trust: Trust) -> None:
    marked = _marked(found, row, window, trust.muc4_type, trust.muc4_slot)
    if trust.muc4_none:
        _unmarked(found, row, window, marked, trust.muc4_none)


def _unmarked(found: Known, row: int, window: Window, marked: list[Marked], weight: float) -> None:
    """Add that the other words of a window tell of no event that a reader would note."""
    taken = frozenset(i for event in marked for i in event.words | {event.at})
    none = [i for i in _telling(window) if i not in taken]
    found.types += [Label(row, i - window.first, NONE, weight) for i in none]


def _marked(found: Known, row: int, window: Window, of_type: float, of_slots: float) -> list[Marked]:
    """Add the marked events of a window, with what their types and their slots count; return them."""
    events = [one for one in window.example.events if window.first <= one.at < window.last]
    for at, type in {one.at: one.type for one in events}.items():
        found.types.append(Label(row, at - window.first, CLASSES.index(type) if type else OTHER, of_type))
    for one in events:
        found.asked += asked(row, window, one.at, one.slots, of_slots)
    return events


def _of_casing(found: Known, row: int, window: Window, trust: Trust) -> None:
    cases = window.example.cases[window.first : window.last]
    found.cases += [Label(row, n, case, trust.case[case]) for n, case in enumerate(cases)]


TEACHERS: dict[str, Callable[[Known, int, Window, Trust], None]] = {
    "reports": _of_report, "muc4": _of_muc4, "plv": _of_root, "ngec": _of_root, "uw_train": _of_factual,
    "uds": _of_factual, "commitmentbank": _of_factual, "timebank": _of_timebank, "casing": _of_casing,
}  # fmt: skip
"""Corpus -> what adds its gold."""
