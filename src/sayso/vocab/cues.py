"""The cue table: which words report speech, thought or intention, how they take their content, and the act of each.

``cues.tsv`` has one row for each cue and construction: ``cue`` (lemma), ``pos`` (v verb, n noun, j adjective),
``tie`` (the construction, as in ``sayso.read.attribution.constructions``; ``quote`` for quoted speech), ``score`` (the
share of its occurrences that were attributions, smoothed, in PolNeAR and in hand-made gold), ``seen`` (how often it was
met there; 0 where a person set the score) and ``act`` (a value of the speech-act list).
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from types import MappingProxyType
from typing import NamedTuple

from sayso.model import SpeechAct
from sayso.vocab.lemmas import bases


class Cue(NamedTuple):
    """One cue with its act and the score of each construction that it takes."""

    lemma: str
    pos: str
    act: SpeechAct
    ties: Mapping[str, float]
    acts: Mapping[str, SpeechAct]

    def act_of(self, tie: str) -> SpeechAct:
        """Return the speech act of the cue with this construction, or with the nearest one that it takes."""
        near = (tie, f"{tie}-to", f"obj-{tie}", f"passive-{tie}")
        return next((self.acts[one] for one in near if one in self.acts), self.act)


@lru_cache(maxsize=1)
def table() -> Mapping[tuple[str, str], Cue]:
    """Return the cues by (part of speech, lemma)."""
    ties: dict[tuple[str, str], dict[str, float]] = {}
    acts: dict[tuple[str, str], dict[str, SpeechAct]] = {}
    with resources.files("sayso.vocab").joinpath("cues.tsv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            key = (row["pos"], row["cue"])
            ties.setdefault(key, {})[row["tie"]] = float(row["score"])
            acts.setdefault(key, {})[row["tie"]] = SpeechAct(row["act"])
    return MappingProxyType(
        {
            key: Cue(key[1], key[0], _plain_act(acts[key]), MappingProxyType(of), MappingProxyType(acts[key]))
            for key, of in ties.items()
        }
    )


def _plain_act(acts: Mapping[str, SpeechAct]) -> SpeechAct:
    plain = next((acts[tie] for tie in ("that", "clause", "quote", "obj") if tie in acts), None)
    values = list(acts.values())
    return plain or max(values, key=values.count)


@lru_cache(maxsize=50_000)
def lookup(form: str, tag: str) -> Cue | None:
    """Return the cue that a word form (lower case) with a Penn Treebank tag is a form of, or ``None``."""
    pos = {"V": "v", "N": "n", "J": "j"}.get(tag[:1])
    if pos is None or tag.startswith("NNP"):
        return None
    words = [form] if pos == "j" else bases(form)
    return next((table()[pos, word] for word in words if (pos, word) in table()), None)
