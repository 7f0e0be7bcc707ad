"""Fillers: which words of a sentence fill the slots of an event.

The encoder scores every noun of the sentence for every slot; the tree says who is subject, object or agent. A filler
needs both to agree, or one of them to be sure: an event with a wrong actor is worse than one with none.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sayso.model import SlotName
from sayso.read.encoder.network import Floats, Network, Signals
from sayso.read.event.clause import agent, behind, clause_of, is_passive, is_verb, joined, subject
from sayso.read.event.trigger import Trigger
from sayso.read.syntax import Syntax

SLOTS = (SlotName.ACTOR, SlotName.RECIPIENT, SlotName.PLACE)
SURE, ENOUGH, AGAINST = 0.55, 0.2, 0.85
"""From what probability a word fills a slot: by the encoder alone, with the tree, and against it."""
JOINED = 0.3
"""A word coordinated with a filler fills the slot too from this probability on."""
FAR = 64
NOMINAL = ("NN", "PR", "WP", "CD", "DT", "JJ", "WD")
ON = frozenset("on against at of in into with to".split())
"""Prepositions behind a noun for an act, before whom it was done to."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A word (token ``i``) that fills a slot, and how sure the encoder is."""

    slot: SlotName
    i: int
    chance: float


class Slots:
    """The encoder's scores of words as fillers of slots: a product of the trigger's and the word's vectors."""

    def __init__(self, network: Network, signals: Signals) -> None:
        """Take the vectors [words, slots, size] of a report's words."""
        self.bias, self.far = network.slot_bias, network.slot_distance
        many = self.bias.shape[0]
        self.asks = signals.of("slot_trigger").reshape(len(signals.heads), many, -1)
        self.answers = signals.of("slot_word").reshape(len(signals.heads), many, -1)

    def of(self, trigger: int, words: list[int]) -> Floats:
        """Return the probability [slots, words] that each word fills each slot of the trigger."""
        product = np.einsum("rd,wrd->rw", self.asks[trigger], self.answers[words]) / np.sqrt(self.asks.shape[2])
        apart = np.clip(np.array(words) - trigger, -FAR, FAR) + FAR
        scores = product + self.far[apart].T + self.bias[:, None]
        return np.asarray(1.0 / (1.0 + np.exp(-scores)), np.float32)


def filled(syntax: Syntax, slots: Slots, trigger: Trigger) -> list[Filled]:
    """Return what fills the slots of an event but its time; the surest first within a slot."""
    sentence = syntax.sentences[syntax.tokens[trigger.i].sentence]
    words = [
        t.i for t in syntax.tokens[sentence.first : sentence.last]
        if t.tag[:2] in NOMINAL and not trigger.first <= t.i < trigger.last
    ]  # fmt: skip
    if not words:
        return []
    chances = slots.of(trigger.i, words)
    shown = {SlotName.ACTOR: _acting(syntax, trigger.i), SlotName.RECIPIENT: _affected(syntax, trigger.i)}
    found: list[Filled] = []
    for n, slot in enumerate(SLOTS):
        mine = {i: float(chance) for i, chance in zip(words, chances[n], strict=True)}
        other = {SlotName.ACTOR: SlotName.RECIPIENT, SlotName.RECIPIENT: SlotName.ACTOR}.get(slot)
        found += _of_slot(syntax, slot, mine, shown.get(slot, frozenset()), shown[other] if other else frozenset())
    return _once(found)


def _of_slot(
    syntax: Syntax, slot: SlotName, chances: dict[int, float], shown: frozenset[int], barred: frozenset[int]
) -> list[Filled]:
    best = max(chances, key=lambda i: chances[i] + (0.3 if i in shown else 0.0) - (0.3 if i in barred else 0.0))
    bar = ENOUGH if best in shown else AGAINST if best in barred else SURE
    if chances[best] < bar:
        return []
    others = [i for i in joined(syntax, best) if i != best and chances.get(i, 0.0) >= JOINED]
    return [Filled(slot, i, chances[i]) for i in (best, *others)]


def _once(found: list[Filled]) -> list[Filled]:
    """A word fills one slot only: the one for which it is likeliest."""
    best: dict[int, Filled] = {}
    for one in found:
        if one.i not in best or one.chance > best[one.i].chance:
            best[one.i] = one
    return [one for one in found if best[one.i] is one]


def _acting(syntax: Syntax, i: int) -> frozenset[int]:
    """Return the words that the tree shows as those who do it."""
    verb = clause_of(syntax, i)
    if not is_verb(syntax.tokens[verb]):
        return frozenset(_possessors(syntax, i))
    found = {agent(syntax, verb), agent(syntax, i)}
    if not is_passive(syntax, verb):
        found.add(subject(syntax, verb))
    if verb != i:
        found |= _possessors(syntax, i)
    return frozenset(one for one in found if one is not None)


def _possessors(syntax: Syntax, i: int) -> set[int]:
    """Return who stands before a noun as its owner or maker: *Turkey's offensive*, *the Turkish offensive*."""
    return {c for c in syntax.children[i] if syntax.tokens[c].dep in ("poss", "amod", "compound", "nmod") and c < i}


def _affected(syntax: Syntax, i: int) -> frozenset[int]:
    """Return the words that the tree shows as those to whom it is done."""
    found: set[int] = set()
    token = syntax.tokens[i]
    for c in syntax.children[i]:
        below = syntax.tokens[c]
        if below.dep in ("dobj", "nsubjpass", "dative"):
            found.add(behind(syntax, c, i))
        if below.dep == "prep" and below.lower in ON:
            found |= {one for one in syntax.children[c] if syntax.tokens[one].dep == "pobj"}
    if is_verb(token) and is_passive(syntax, i):
        done_to = subject(syntax, i)
        found |= {done_to} if done_to is not None else set()
    if not is_verb(token):
        verb = clause_of(syntax, i)
        found |= _objects_of_light(syntax, verb, i)
    return frozenset(found)


def _objects_of_light(syntax: Syntax, verb: int, i: int) -> set[int]:
    """Return whom a verb with a noun for an act is aimed at: *launched an attack on the town*."""
    return {
        one
        for c in syntax.children[verb] if syntax.tokens[c].dep == "prep" and syntax.tokens[c].lower in ("on", "against")
        for one in syntax.children[c] if syntax.tokens[one].dep == "pobj" and c > i
    }  # fmt: skip

