"""Windows of examples as tensors, with what the heads should say about them."""

from __future__ import annotations

import pickle
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import md5
from pathlib import Path

import torch
from torch import Tensor

from training.reader.examples import Example, Told
from training.reader.labels import ACTS, CORPORA, LINK_TAGS, PARTY_TAGS, PARTY_TYPES, ROLES

IGNORED = -100
CLS, SEP = 101, 102


def is_held_out(id: str, one_in: int) -> bool:
    """Whether a report is kept from training: one in so many by the MD5 of its id, as in toponyms.py."""
    return one_in > 0 and int(md5(id.encode(), usedforsecurity=False).hexdigest(), 16) % one_in == 0


def load(cache: Path, name: str, one_in: int, held: bool = False) -> list[Example]:
    """Return a corpus's examples that are trained on, or those that are held out."""
    examples: list[Example] = pickle.loads((cache / f"{name}.pkl").read_bytes())
    return [one for one in examples if is_held_out(one.id, one_in) == held]


def anchor(example: Example, cue: frozenset[int]) -> int:
    """Return a cue's main word: the first whose head in the tree stands outside the cue."""
    return next((i for i in sorted(cue) if example.heads[i] not in cue or example.heads[i] == i), min(cue))


Window = tuple[Example, int, int]


def cut(example: Example, room: int, chance: random.Random) -> Iterator[Window]:
    """Yield windows without overlap; the first is shortened by chance, so that borders differ between epochs."""
    lengths = [len(pieces) for pieces in example.pieces]
    first, limit = 0, chance.randint(room // 3, room) if sum(lengths) > room else room
    while first < len(lengths):
        last, taken = first, 0
        while last < len(lengths) and taken + lengths[last] <= limit:
            taken += lengths[last]
            last += 1
        yield example, first, last
        first, limit = last, room


@dataclass
class Batch:
    """Tensors of some windows: inputs, and targets by head."""

    pieces: Tensor
    shapes: Tensor
    words: Tensor
    targets: dict[str, Tensor]
    links: list[tuple[int, int, list[int], int, float]]
    """Window, anchor, tags of its words, act (or IGNORED) and its weight."""


def batch(windows: list[Window], tags: dict[str, int], deps: dict[str, int]) -> Batch:
    """Return windows as tensors, padded to the longest."""
    rows = [inputs(one.pieces[first:last], one.shapes[first:last]) for one, first, last in windows]
    length, width = max(len(row[0]) for row in rows), max(len(row[2]) for row in rows)
    made = [padded([row[n] for row in rows], size) for n, size in ((0, length), (1, length), (2, width))]
    given = [_targets(*one, tags, deps) for one in windows]
    targets = {}
    for name in ("tag", "dep", "head", "begin", "cue_polnear", "cue_reports"):
        targets[name] = padded([one[name] for one in given], width, IGNORED)
    targets["party"] = _party_masks([one["party"] for one in given], width)
    targets["same"] = _same_masks(windows, width)
    links = [(n, *link) for n, one in enumerate(windows) for link in _links(*one)]
    return Batch(*made, targets, links)


def inputs(of_words: Sequence[tuple[int, ...]], shapes_of: Sequence[int]) -> tuple[list[int], list[int], list[int]]:
    """Return a window's pieces, their shapes, and where each word's first piece stands."""
    pieces, shapes, words = [CLS], [0], []
    for some, shape in zip(of_words, shapes_of, strict=True):
        words.append(len(pieces))
        pieces += some
        shapes += [shape, *[shape & ~12] * (len(some) - 1)]
    return [*pieces, SEP], [*shapes, 0], words


def padded(rows: list[list[int]], size: int, value: int = 0) -> Tensor:
    """Return rows as one tensor, filled up to a size."""
    return torch.tensor([row + [value] * (size - len(row)) for row in rows])


def _targets(
    example: Example, first: int, last: int, tags: dict[str, int], deps: dict[str, int]
) -> dict[str, list[int]]:
    heads = [h - first if first <= h < last else IGNORED for h in example.heads[first:last]]
    found = {
        "tag": [tags.get(one, IGNORED) for one in example.tags[first:last]],
        "dep": [deps.get(one, IGNORED) for one in example.deps[first:last]],
        "head": heads,
        "begin": [int(one) for one in example.begins[first:last]],
        "party": _parties(example, first, last),
    }
    return found | _cues(example, first, last)


def _cues(example: Example, first: int, last: int) -> dict[str, list[int]]:
    """Targets of the cue head by corpus.

    Which of PolNeAR's cues the reports' annotators would have marked is unknown, and so is what stands inside the
    contents of PolNeAR, where nothing is marked; all other words of it are no cues to them either.
    """
    unknown = [IGNORED] * (last - first)
    if example.told is None:
        return {"cue_polnear": unknown, "cue_reports": unknown}
    anchors = {anchor(example, told.cue) for told in example.told}
    marks = [int(i in anchors) for i in range(first, last)]
    if example.corpus == "reports":
        return {"cue_polnear": unknown, "cue_reports": marks}
    open_to_doubt = anchors.union(*(told.content | told.cue for told in example.told))
    return {
        "cue_polnear": marks,
        "cue_reports": [IGNORED if first + n in open_to_doubt else mark for n, mark in enumerate(marks)],
    }


def _parties(example: Example, first: int, last: int) -> list[int]:
    """For each word, the tags it may have, as bits; -1 where no one marked parties."""
    if example.parties is None:
        return [-1] * (last - first)
    bits = [1] * len(example.words)
    for start, end, types in sorted(example.parties, key=lambda one: one[1] - one[0], reverse=True):
        for i in range(start, end):
            bits[i] = sum(1 << 1 + 2 * PARTY_TYPES.index(kind) + (i > start) for kind in types)
    return bits[first:last]


def _party_masks(rows: list[list[int]], width: int) -> Tensor:
    """Return [B, W, tags] of the tags that are allowed; all zero where nothing is known."""
    found = torch.zeros(len(rows), width, len(PARTY_TAGS))
    for n, row in enumerate(rows):
        for i, bits in enumerate(row):
            if bits > 0:
                found[n, i] = torch.tensor([bits >> k & 1 for k in range(len(PARTY_TAGS))])
    return found


def _same_masks(windows: list[Window], width: int) -> Tensor:
    """Return [B, W, W], true where the second word is of a mention before the first's, of the same party.

    The first mention of all is paired with itself; other words, and those whose only partners stand outside the
    window, are paired with nothing.
    """
    found = torch.zeros(len(windows), width, width, dtype=torch.bool)
    for n, (example, first, last) in enumerate(windows):
        for cluster in example.clusters or ():
            all_heads = sorted({head for _, _, head in cluster})
            heads = [head - first for head in all_heads if first <= head < last]
            for k, head in enumerate(heads):
                if k or head + first == all_heads[0]:
                    found[n, head, heads[:k] or [head]] = True
    return found


def _links(example: Example, first: int, last: int) -> Iterator[tuple[int, list[int], int, float]]:
    for told in example.told or ():
        at = anchor(example, told.cue)
        if first <= at < last:
            named = "request" if told.act == "demand" else told.act
            act = ACTS.index(named) if named in ACTS else IGNORED
            yield at - first, link_tags(told, first, last), act, 1.0 if example.corpus == "reports" else 0.3


def link_tags(told: Told, first: int, last: int) -> list[int]:
    """Return the tags of the words of a window, given a cue."""
    tags = [0] * (last - first)
    for r, role in enumerate(ROLES):
        inside = sorted(i for i in getattr(told, role) if first <= i < last)
        for i in inside:
            opens, closes = i - 1 not in inside, i + 1 not in inside
            mark = 3 if opens and closes else 0 if opens else 2 if closes else 1
            tags[i - first] = 1 + 4 * r + mark
    return tags


assert LINK_TAGS[1] == "B-source" and CORPORA == ("polnear", "reports")
