"""Links: from a cue to its source and content, as the link head tags the words around it.

Tags are decoded together, not one by one: the best way through all words on which every span is whole (Viterbi 1967
over begin, inside, last and unit), with one source and one cue for each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from sayso.read.encoder.network import Floats, Integers, Network, Signals, around

Range = tuple[int, int]
FORBIDDEN = -1e6
ROLES = ("source", "cue", "content")
EVEN = 0.5
"""Where it is less likely than this that a cue has no source, the likeliest one is taken."""
LONGEST = 30
"""Words in a source that is looked for in this way, at most."""
CANDIDATE = 0.22
"""A word is looked at as a cue if the head thinks it one with at least this probability."""


@dataclass(frozen=True, slots=True)
class Link:
    """A cue with what it ties together, as ranges of words (first, last exclusive).

    ``sureness`` is the mean probability that the words of content, source and cue are that (of no source, where there
    is none). ``outer`` is the probability that ``anchor``, the cue's main word, is a cue as PolNeAR counts them, which
    marks none inside another's content; ``any`` that it is one wherever it stands. ``acts`` are the scores of the acts.
    """

    anchor: int
    cue: Range
    source: Range | None
    content: tuple[Range, ...]
    sureness: tuple[float, float, float]
    outer: float = 0.0
    any: float = 0.0
    acts: Floats | None = None


def links(network: Network, signals: Signals) -> list[Link]:
    """Return the likely cues with their sources and contents, in the order of the text."""
    likely = 1.0 / (1.0 + np.exp(-signals.of("cue")))
    anchors = np.flatnonzero(likely.max(1) >= CANDIDATE).tolist()
    if not anchors:
        return []
    scores, acts = network.link(signals, anchors)
    decode = Decoder(network.labels["links"])
    logs = [one - np.logaddexp.reduce(one, axis=1, keepdims=True) for one in scores]
    paths = decode.best(_padded(logs)).tolist()
    found = []
    for n, anchor in enumerate(anchors):
        first, _ = around(anchor, len(signals.heads))
        link = _link(decode, np.exp(logs[n]), paths[n], anchor, first)
        if link:
            found.append(replace(link, outer=float(likely[anchor, 0]), any=float(likely[anchor, 1]), acts=acts[n]))
    return found


def _padded(logs: Sequence[Floats]) -> Floats:
    """Return the rows as one array; what is padded is outside every span."""
    found = np.full((len(logs), max(map(len, logs)), logs[0].shape[1]), FORBIDDEN, np.float32)
    found[:, :, 0] = 0.0
    for n, row in enumerate(logs):
        found[n, : len(row)] = row
    return found


def _link(decode: Decoder, chances: Floats, path: Sequence[int], anchor: int, first: int) -> Link | None:
    """Return the link of a cue; ``chances`` [words, tags] are those of the words from ``first`` on."""
    spans = decode.spans(path[: len(chances)])
    if not spans["content"]:
        return None
    if not spans["source"] and decode.none(chances, "source") < EVEN:
        taken = [one for role in spans.values() for one in role]
        spans["source"] = decode.likeliest(chances, "source", taken)
    here = anchor - first
    cue = min(spans["cue"], key=lambda span: _far(span, here), default=(here, here + 1))
    source = max(spans["source"], key=lambda span: decode.weight(chances, span, "source"), default=None)
    return Link(
        anchor=anchor, cue=_moved(cue, first), source=_moved(source, first) if source else None,
        content=tuple(_moved(span, first) for span in spans["content"]),
        sureness=(
            float(np.mean([decode.weight(chances, span, "content") for span in spans["content"]])),
            decode.weight(chances, source, "source") if source else decode.none(chances, "source"),
            decode.weight(chances, cue, "cue"),
        ),
    )  # fmt: skip


def _moved(span: Range, by: int) -> Range:
    return span[0] + by, span[1] + by


def _far(span: Range, at: int) -> int:
    return 0 if span[0] <= at < span[1] else min(abs(span[0] - at), abs(span[1] - 1 - at))


class Decoder:
    """The best tags for some words, all taken together."""

    def __init__(self, tags: Sequence[str]) -> None:
        """Keep which tag may follow which: a span is begun, gone on with and closed, or stands alone."""
        self.tags = tags
        self.roles = {role: [n for n, tag in enumerate(tags) if tag.endswith(role)] for role in ROLES}
        opens = np.array([tag[0] in "BI" for tag in tags])
        goes_on = np.array([tag[0] in "IL" for tag in tags])
        role = np.array([tag[2:] for tag in tags])
        allowed = np.where(opens[:, None], goes_on[None] & (role[:, None] == role[None]), ~goes_on[None])
        self.steps = np.where(allowed, 0.0, FORBIDDEN).astype(np.float32)
        self.start = np.where(goes_on, FORBIDDEN, 0.0).astype(np.float32)
        self.end = np.where(opens, FORBIDDEN, 0.0).astype(np.float32)

    def best(self, logs: Floats) -> Integers:
        """Return the best tags [cues, words] for log probabilities [cues, words, tags], all cues side by side."""
        score = logs[:, 0] + self.start
        back: list[Integers] = []
        for i in range(1, logs.shape[1]):
            ways = score[:, :, None] + self.steps
            choice = ways.argmax(1)
            back.append(choice)
            score = np.take_along_axis(ways, choice[:, None], 1)[:, 0] + logs[:, i]
        path = [(score + self.end).argmax(1)]
        for choice in reversed(back):
            path.append(np.take_along_axis(choice, path[-1][:, None], 1)[:, 0])
        return np.stack(path[::-1], 1)

    def spans(self, path: Sequence[int]) -> dict[str, list[Range]]:
        """Return the spans of each role in a way through the words, in order."""
        found: dict[str, list[Range]] = {role: [] for role in self.roles}
        start = 0
        for i, tag in enumerate(path):
            name = self.tags[tag]
            if name[0] in "BU":
                start = i
            if name[0] in "LU":
                found[name[2:]].append((start, i + 1))
        return found

    def likeliest(self, chances: Floats, role: str, taken: Sequence[Range]) -> list[Range]:
        """Return the likeliest span of a role that is there, but spread over several ends; none over words taken."""
        logs = np.log(chances + 1e-9)
        begin, inside, last, unit = (logs[:, n] - logs[:, 0] for n in self.roles[role])
        for start, end in taken:
            begin[start:end] = inside[start:end] = last[start:end] = unit[start:end] = FORBIDDEN
        run = np.concatenate([[0.0], np.cumsum(inside)])
        best, span = float(unit.max()), (int(unit.argmax()), int(unit.argmax()) + 1)
        for length in range(2, min(LONGEST, len(logs)) + 1):
            between = run[length - 1 : -1] - run[1 : len(logs) - length + 2]
            gain = begin[: 1 - length] + last[length - 1 :] + between
            if float(gain.max()) > best:
                best, span = float(gain.max()), (int(gain.argmax()), int(gain.argmax()) + length)
        return [span] if best > FORBIDDEN / 2 else []

    def weight(self, chances: Floats, span: Range, role: str) -> float:
        """Return the mean probability that the words of a span have the role."""
        return float(chances[span[0] : span[1], self.roles[role]].sum(1).mean())

    def none(self, chances: Floats, role: str) -> float:
        """Return the probability that no word has the role."""
        return float(1.0 - chances[:, self.roles[role]].sum(1).max())
