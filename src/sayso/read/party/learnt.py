"""Learnt kinds: what the encoder's party head takes a name to be, all mentions of the name together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sayso.model import PartyType
from sayso.read.encoder.network import Signals, network
from sayso.read.party.mentions import Mention
from sayso.read.syntax import Syntax

PLACE = "place"
BODIES = ("organisation", "armed_group", "government", "outlet")


@dataclass(frozen=True, slots=True)
class Evidence:
    """The mean chances that the mentions of a name are a person's, a body's, a place's; they leave room for none."""

    person: float
    body: float
    place: float
    kind: PartyType
    """The likeliest kind of body."""


def evidence(syntax: Syntax, group: Sequence[Mention]) -> Evidence | None:
    """Return what the head makes of the head words of a name's mentions; ``None`` where no encoder read the text."""
    if syntax.signals is None:
        return None
    scores = syntax.signals.of("party")[[name.head for name in group]]
    chances = np.exp(scores - np.logaddexp.reduce(scores, axis=1, keepdims=True)).mean(0)
    by_kind: dict[str, float] = {}
    for tag, chance in zip(network().labels["parties"], chances.tolist(), strict=True):
        by_kind[tag[2:]] = by_kind.get(tag[2:], 0.0) + chance
    best = max(BODIES, key=lambda kind: by_kind[kind])
    return Evidence(by_kind["person"], sum(by_kind[kind] for kind in BODIES), by_kind[PLACE], PartyType(best))


class Pairs:
    """How well the encoder's head for parties pairs a mention with one before it, by the main words of both."""

    def __init__(self, signals: Signals) -> None:
        """Work out one half of all scores at once."""
        self._later = signals.of("same_later") @ network().same
        self._earlier = signals.of("same_earlier")

    def gain(self, later: int, earlier: Sequence[int]) -> float:
        """Return by how much the best of some mentions before a mention beats that it is the first of its party.

        All are the indices of main words. The scores are log odds, cut off at ``MOST`` either way.
        """
        scores = self._earlier[list(earlier)] @ self._later[later]
        alone = float(self._earlier[later] @ self._later[later])
        return min(max(float(scores.max()) - alone, -MOST), MOST)


MOST = 8.0


def pairs_of(syntax: Syntax) -> Pairs | None:
    """Return the pairs of a report, ``None`` where no encoder read it."""
    return Pairs(syntax.signals) if syntax.signals is not None and "same_later" in syntax.signals.columns else None
