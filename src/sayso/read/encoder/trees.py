"""Trees: sentences, tags, heads and labels from what the encoder says of each word.

A word's head is the word of its sentence with the best arc; what would go round in a circle takes the next best way
out. Arcs are scored within a window, so a sentence is read in the window that holds most of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from sayso.read.encoder.network import Floats, Integers, Network, Signals

NO_ARC = -1e4
LONGEST_SENTENCE = 160
"""Words; a longer run is cut, since arcs are scored within a window."""


class Trees(NamedTuple):
    """For each word its tag, dependency label and head (a root is its own); and the words that open sentences."""

    tags: list[str]
    deps: list[str]
    heads: list[int]
    begins: list[int]


def trees(network: Network, signals: Signals, breaks: frozenset[int]) -> Trees:
    """Return the sentences and trees; ``breaks`` are the words that open a paragraph, and so a sentence."""
    total = len(signals.heads)
    begins = _begins(signals, breaks, total)
    heads = np.arange(total)
    for first, last in pairwise([*begins, total]):
        heads[first:last] = _sentence(signals, first, last)
    tags = signals.of("tag").argmax(1).tolist()
    names, labels = network.labels["tags"], network.labels["deps"]
    deps = _labels(network, signals, heads).tolist()
    found = [labels[dep] for dep in deps]
    for i in np.flatnonzero(heads == np.arange(total)).tolist():
        found[i] = "ROOT"
    return Trees([names[tag] for tag in tags], found, heads.tolist(), begins)


def _begins(signals: Signals, breaks: frozenset[int], total: int) -> list[int]:
    """Return the words that open sentences; what is longer than any sentence is cut."""
    if not total:
        return []
    told = sorted({*np.flatnonzero(signals.of("begin")[:, 0] > 0).tolist(), *breaks, 0})
    return [i for first, last in pairwise([*told, total]) for i in range(first, last, LONGEST_SENTENCE)]


def _sentence(signals: Signals, first: int, last: int) -> Integers:
    """Return the heads of a sentence's words, as indices into the report."""
    size = last - first
    scores = np.full((size, size), NO_ARC, np.float32)
    window = signals.owner[(first + last) // 2]
    start, stop = signals.spans[window]
    low, high = max(first, start), min(last, stop)
    scores[low - first : high - first, low - first : high - first] = signals.arcs[window][
        low - start : high - start, low - start : high - start
    ]
    root = _root(scores)
    for i in (*range(first, low), *range(high, last)):
        scores[i - first, root] = 0.0
    found: Integers = heads_of(scores, root) + first
    return found


def _root(scores: Floats) -> int:
    """Return the word that is most its own head, compared with its best other head."""
    own = np.diagonal(scores).copy()
    others = scores.copy()
    np.fill_diagonal(others, NO_ARC)
    return int((own - others.max(1)).argmax()) if len(own) > 1 else 0


def heads_of(scores: Floats, root: int) -> Integers:
    """Return the head of each word [words], a tree below ``root``; ``scores`` [words, words] is changed.

    Each circle is broken where that costs least, until there is none: the greedy half of Chu, Liu and Edmonds.
    """
    np.fill_diagonal(scores, NO_ARC)
    scores[root] = NO_ARC
    scores[root, root] = 0.0
    heads: Integers = scores.argmax(1)
    for _ in range(len(scores)):
        circle = _circle(heads.tolist(), root)
        if not circle:
            break
        below = _below(heads.tolist(), circle)
        away = scores[circle].copy()
        away[:, below] = 2 * NO_ARC
        gain = away.max(1) - scores[circle, heads[circle]]
        leaving = int(gain.argmax())
        heads[circle[leaving]] = int(away[leaving].argmax())
    return heads


def _circle(heads: Sequence[int], root: int) -> list[int]:
    """Return the words of a circle, or nothing where all lead to the root."""
    state = [0] * len(heads)
    state[root] = 2
    for start in range(len(heads)):
        path, i = [], start
        while state[i] == 0:
            state[i] = 1
            path.append(i)
            i = heads[i]
        if state[i] == 1:
            return path[path.index(i) :]
        for i in path:
            state[i] = 2
    return []


def _below(heads: Sequence[int], circle: Sequence[int]) -> list[int]:
    """Return the words of a circle and all that hang on them."""
    inside = set(circle)
    grown = True
    while grown:
        more = {i for i, head in enumerate(heads) if head in inside} - inside
        inside |= more
        grown = bool(more)
    return sorted(inside)


def _labels(network: Network, signals: Signals, heads: Integers) -> Integers:
    """Return the label of each word's arc, as an index into the labels."""
    x = signals.of("label_dependent") + signals.of("label_head")[heads]
    x = 0.5 * x * (1.0 + np.tanh(0.7978845608 * (x + 0.044715 * x**3)))
    found: Integers = (x @ network.label_weight.T + network.label_bias).argmax(1)
    return found
