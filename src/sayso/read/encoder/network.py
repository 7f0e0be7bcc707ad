"""Network: the weights, and how a report's words pass through them once.

``encoder.onnx`` gives every word the outputs of its heads; ``events.onnx`` goes on from its fourth layer with layers
and heads of its own; ``links.onnx`` reads the words around a cue again. All run on onnxruntime with one thread, so that
the same report gives the same numbers whatever the machine's number of cores.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from sayso.errors import NoWeights
from sayso.read.encoder.pieces import Word, WordPieces
from sayso.read.encoder.windows import owners, windows

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]
CUES_AT_ONCE = 4
REACH = 80
"""Words before and after a cue that the link head reads; it was trained with a few more."""


@dataclass(frozen=True, slots=True)
class Signals:
    """What the encoder says of each word of a report, a row a word.

    ``heads`` are the outputs of all heads side by side, ``columns`` where each head stands in them. ``arcs[n]`` are the
    scores [words, words] of the window that holds words ``spans[n]``, ``near[n]`` what the link head is given of them;
    ``owner`` is the window a word's row is from.
    """

    heads: Floats
    columns: dict[str, slice]
    arcs: tuple[Floats, ...]
    near: tuple[Floats, ...]
    spans: tuple[tuple[int, int], ...]
    owner: tuple[int, ...]

    def of(self, head: str) -> Floats:
        """Return a head's outputs [words, size]."""
        return self.heads[:, self.columns[head]]


class Network:
    """The loaded weights and their labels."""

    def __init__(self, folder: Path) -> None:
        """Load the weights of a folder; raises ``NoWeights`` if a file is missing or cannot be read."""
        try:
            self.pieces = WordPieces.load(folder / "pieces.txt")
            self.labels: dict[str, Any] = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
            names = ("encoder.onnx", "events.onnx", "links.onnx")
            self.encoder, self.events, self.links = (_session(folder / name) for name in names)
            arrays = np.load(folder / "labels.npz")
            self.of_events: dict[str, Any] = json.loads((folder / "events.json").read_text(encoding="utf-8"))
            slots = np.load(folder / "events.npz")
            self.slot_bias, self.slot_distance = slots["bias"], slots["distance"]
            self.label_weight, self.label_bias, self.same = (arrays[name] for name in ("weight", "bias", "same"))
        except Exception as error:
            raise NoWeights(f'The weights in "{folder}" cannot be read: {error}. Install sayso anew.') from error
        self.columns = {name: slice(*bounds) for name, bounds in self.labels["heads"].items()}
        self.own = max(column.stop for column in self.columns.values())
        for name, (start, stop) in self.of_events["heads"].items():
            self.columns[name] = slice(self.own + start, self.own + stop)
        self.event_types: tuple[str, ...] = tuple(self.of_events["types"])

    def read(self, words: Sequence[Word], breaks: frozenset[int]) -> Signals:
        """Return what the encoder says of the words; ``breaks`` are the words that open a paragraph."""
        spans = tuple(windows([len(word.pieces) for word in words], breaks))
        owner = owners(spans)
        heads = np.zeros((len(words), max(column.stop for column in self.columns.values())), np.float32)
        arcs: list[Floats] = [np.zeros((0, 0), np.float32)] * len(spans)
        near = list(arcs)
        owned = np.array(owner)
        for n, (first, last) in enumerate(spans):
            given = self._inputs(words[first:last])
            outputs, scores, lower = self.encoder.run(["heads", "arcs", self.of_events["lower"]], given)
            (events,) = self.events.run(["heads"], {"lower": lower, "words": given["words"]})
            mine = np.flatnonzero(owned[first:last] == n)
            heads[first + mine, : self.own] = outputs[0, mine]
            heads[first + mine, self.own :] = events[0, mine]
            arcs[n] = scores[0]
            near[n] = outputs[0, :, self.columns["link_word"]]
        return Signals(heads, self.columns, tuple(arcs), tuple(near), spans, tuple(owner))

    def _inputs(self, words: Sequence[Word]) -> dict[str, Integers]:
        """Return the encoder's inputs for a window; one at a time, since more do not fit the processor's cache."""
        pieces, shapes, places = [self.pieces.start], [0], []
        for word in words:
            places.append(len(pieces))
            pieces += word.pieces
            shapes += [word.shape, *[word.shape & GLUED] * (len(word.pieces) - 1)]
        rows = {"pieces": [*pieces, self.pieces.end], "shapes": [*shapes, 0], "words": places}
        return {name: np.array([row], np.int64) for name, row in rows.items()}

    def link(self, signals: Signals, anchors: Sequence[int]) -> tuple[list[Floats], Floats]:
        """Return, for each cue's main word, the scores of the tags of the words around it, and of its acts.

        The scores [words, tags] of cue ``n`` are those of the words from ``around(anchors[n], …)`` on.
        """
        tags: list[Floats] = []
        acts = [np.zeros((0, len(self.labels["acts"])), np.float32)]
        for start in range(0, len(anchors), CUES_AT_ONCE):
            some = anchors[start : start + CUES_AT_ONCE]
            given = self._around(signals, some)
            found, act = self.links.run(["tags", "acts"], given)
            tags += [row[: int(mask.sum())] for row, mask in zip(found, given["mask"], strict=True)]
            acts.append(act)
        return tags, np.concatenate(acts)

    def _around(self, signals: Signals, anchors: Sequence[int]) -> dict[str, NDArray[Any]]:
        total, zero = len(signals.heads), self.labels["reach"]
        bounds = [around(one, total) for one in anchors]
        width = max(last - first for first, last in bounds)
        words = np.zeros((len(anchors), width, _size(self.columns["link_word"])), np.float32)
        distance = np.zeros((len(anchors), width), np.int64)
        mask = np.zeros((len(anchors), width), np.int32)
        source = signals.of("link_word")
        for n, (first, last) in enumerate(bounds):
            words[n, : last - first] = source[first:last]
            window = signals.owner[anchors[n]]
            start, stop = signals.spans[window]
            low, high = max(first, start), min(last, stop)
            words[n, low - first : high - first] = signals.near[window][low - start : high - start]
            distance[n, : last - first] = np.arange(first, last) - anchors[n] + zero
            mask[n, : last - first] = 1
        cue = signals.of("link_cue")[list(anchors)]
        return {"words": words, "cue": np.ascontiguousarray(cue), "distance": distance, "mask": mask}


GLUED = ~12
"""Takes the white space before it out of the shape of a word's second piece."""


def around(anchor: int, total: int) -> tuple[int, int]:
    """Return the first and last (exclusive) of the words that the link head reads around a cue."""
    return max(0, anchor - REACH), min(total, anchor + REACH + 1)


def _size(columns: slice) -> int:
    return int(columns.stop - columns.start)


def _session(path: Path) -> InferenceSession:
    """Return a session with one thread. The fused SkipLayerNormalization is left out: it is slower than its parts."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
    )


WEIGHTS = Path(__file__).parents[2] / "weights"


@lru_cache(maxsize=1)
def network() -> Network:
    """Return the network that ships with sayso, loaded once."""
    return Network(WEIGHTS)
