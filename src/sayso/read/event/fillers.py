"""Fillers: which words of a sentence fill the slots of an event.

The encoder scores every noun of the sentence for every slot; the tree says who is subject, object or agent. A filler
needs both to agree, or one of them to be sure: an event with a wrong actor is worse than one with none.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from sayso.model import SlotName
from sayso.read.encoder.network import Floats, Network, Signals
from sayso.read.event.clause import joined, subject
from sayso.read.event.grammar import (
    acting_on,
    affected_by,
    is_at,
    located,
    objects_elsewhere,
    plainly_affected,
    struck,
    subjects_elsewhere,
    undergoing,
)
from sayso.read.event.trigger import Trigger
from sayso.read.syntax import Syntax
from sayso.read.tree import is_verb, sentence_of

SLOTS = (SlotName.ACTOR, SlotName.RECIPIENT, SlotName.PLACE)
SURE, ENOUGH, AGAINST, NEVER = 0.5, 0.06, 0.85, 2.0
"""From what probability a word fills a slot: by the encoder alone, with the tree, and against it."""
WHERE = 0.7
"""From what probability a place that the tree does not show is where it happened."""
JOINED = 0.3
"""A word coordinated with a filler fills the slot too from this probability on."""
BODILY = ("ASSAULT", "COERCE")
"""Types of which a name that merely stands near is often taken for the recipient."""
FAR = 64
NOMINAL = ("NN", "PR", "WP", "CD", "DT", "JJ", "WD")


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


def filled(syntax: Syntax, slots: Slots, trigger: Trigger, is_party: Callable[[int], bool]) -> list[Filled]:
    """Return what fills the slots of an event but its time; the surest first within a slot.

    ``is_party`` says whether a party is known for a word: one whom the tree shows as acting does act.
    """
    words = [
        t.i for t in sentence_of(syntax, trigger.i)
        if t.tag[:2] in NOMINAL and not trigger.first <= t.i < trigger.last
    ]  # fmt: skip
    if not words:
        return []
    chances = slots.of(trigger.i, words)
    roles = _roles(syntax, trigger, words, is_party)
    found: list[Filled] = []
    for n, slot in enumerate(SLOTS):
        mine = {i: float(chance) for i, chance in zip(words, chances[n], strict=True)}
        found += _of_slot(syntax, slot, mine, roles[slot])
    return _once(found)


@dataclass(frozen=True, slots=True)
class Role:
    """What the tree says of a slot: who ``must`` fill it, who ``may``, who cannot, and from when others are taken."""

    must: frozenset[int] = frozenset()
    may: frozenset[int] = frozenset()
    barred: frozenset[int] = frozenset()
    others: float = SURE

    def bar(self, i: int) -> float:
        """Return from what probability a word fills the slot."""
        if i in self.barred:
            return NEVER
        if i in self.must:
            return 0.0
        return ENOUGH if i in self.may else self.others


def _roles(
    syntax: Syntax, trigger: Trigger, words: list[int], is_party: Callable[[int], bool]
) -> dict[SlotName, Role]:
    """Return what the tree says of each slot of a trigger.

    The subject of a passive, or of dying, is to whom it is done, and then nobody but an agent with *by* did it; where
    the tree shows who acts, nobody else does. The subject of another clause fills no slot here.
    """
    i = trigger.i
    acting, affected = acting_on(syntax, i), affected_by(syntax, i)
    undergone = undergoing(syntax, trigger)
    moved = undergone if trigger.type == "MOBILIZE" else frozenset()
    must = (undergone - moved) | {one for one in plainly_affected(syntax, i) if trigger.type and is_party(one)}
    if trigger.type in BODILY:
        must |= {one for one in struck(syntax, i) if is_party(one)}
    others = subjects_elsewhere(syntax, i)
    elsewhere = others - acting - affected - must
    doing = Role(
        must=moved | {one for one in acting - must if is_party(one)},
        may=acting - must,
        barred=(affected - acting) | must | elsewhere | _phrases(syntax, must | affected) - acting,
        others=NEVER if _is_full(syntax, trigger, acting | undergone) else SURE,
    )
    done_to = Role(must, affected, (acting - affected) | moved | elsewhere | located(syntax, i), _others(trigger))
    gone = others | objects_elsewhere(syntax, i)
    where = Role(may=frozenset(w for w in words if is_at(syntax, trigger, w)), barred=gone, others=WHERE)
    return {SlotName.ACTOR: doing, SlotName.RECIPIENT: done_to, SlotName.PLACE: where}


def _phrases(syntax: Syntax, words: frozenset[int]) -> frozenset[int]:
    """Return the words of the phrases that hang on some words."""
    return frozenset(t.i for one in words for t in syntax.subtree(one))


def _is_full(syntax: Syntax, trigger: Trigger, shown: frozenset[int]) -> bool:
    """Whether the tree says who acts, or that nobody is named who does."""
    has_subject = is_verb(syntax.tokens[trigger.i]) and subject(syntax, trigger.i) is not None
    return trigger.type is None or bool(shown) or has_subject


def _others(trigger: Trigger) -> float:
    """Return from what probability someone is a recipient whom the tree does not show; never without a type."""
    if not trigger.type:
        return NEVER
    return AGAINST if trigger.type in BODILY else SURE


def _of_slot(syntax: Syntax, slot: SlotName, chances: dict[int, float], role: Role) -> list[Filled]:
    best = max(chances, key=lambda i: chances[i] + (1.0 if i in role.must else 0.5 if i in role.may else 0.0))
    if chances[best] < role.bar(best):
        return []
    others = [i for i in joined(syntax, best) if i != best and (best in role.must or chances.get(i, 0.0) >= JOINED)]
    return [Filled(slot, i, chances.get(i, 0.0)) for i in (best, *others)]


def _once(found: list[Filled]) -> list[Filled]:
    """A word fills one slot only: the one for which it is likeliest."""
    best: dict[int, Filled] = {}
    for one in found:
        if one.i not in best or one.chance >= best[one.i].chance:
            best[one.i] = one
    return [one for one in found if best[one.i] is one]
