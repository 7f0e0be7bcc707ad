"""The losses of the heads of events, over what is known of a batch."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from training.events.batches import Asked, Known, Label, Rooted, asked
from training.events.labels import CLASSES, NONE, PLV_TYPES, TYPES, members
from training.events.model import Branch
from training.events.settings import Trust

SMALLEST = 1e-9
SURE = 0.5
"""A word that tells of its sentence's type with this probability is not taken for one that does not."""
SMOOTH = 0.5


def losses(network: Branch, x: Tensor, found: Known, trust: Trust, self_taught: bool) -> dict[str, Tensor]:
    """Return the losses of words x [B, W, hidden] by head, of those that something is known for.

    Where only a sentence's type is known, the slots are asked of its likeliest word, once the network is
    ``self_taught`` enough to tell that.
    """
    logs = network.event(x).log_softmax(-1)
    types, slots = list(found.types), list(found.asked)
    if self_taught:
        for root in found.roots:
            _teach(root, logs.detach().exp(), trust, types, slots)
    made = {
        "type": _types(logs, types),
        "happens": _happens(network, x, found.happens),
        "factual": _factual(network, x, found.factual),
        "case": cases(network, x, found.cases),
        "root": _roots(logs, found.roots, trust),
        "slot": _slots(network, x, slots, trust),
    }
    return {name: loss for name, loss in made.items() if loss is not None}


def _at(x: Tensor, labels: list[Label]) -> tuple[Tensor, Tensor, Tensor]:
    """Return the vectors, values and weights of labelled words."""
    rows, words = torch.tensor([one.row for one in labels]), torch.tensor([one.word for one in labels])
    values, weights = torch.tensor([one.value for one in labels]), torch.tensor([one.weight for one in labels])
    return x[rows, words], values, weights


def _teach(root: Rooted, chances: Tensor, trust: Trust, types: list[Label], slots: list[Asked]) -> None:
    """Add what a sentence's type and slots say of its words, as far as the network can tell which it tells by."""
    gold = root.root
    if gold.slots is None:
        return
    telling = chances[root.row, list(root.words)][:, list(members(gold.type))].sum(-1)
    best = root.words[int(telling.argmax())]
    slots += asked(root.row, root.window, best + root.window.first, gold.slots, 1.0)
    none = [word for word, chance in zip(root.words, telling.tolist(), strict=True) if word != best and chance < SURE]
    types += [Label(root.row, word, NONE, trust.plv_none) for word in none]


def _types(logs: Tensor, labels: list[Label]) -> Tensor | None:
    if not labels:
        return None
    chosen, values, weights = _at(logs, labels)
    return (F.nll_loss(chosen, values.long(), reduction="none") * weights).sum() / weights.sum().clamp(min=1)


def _happens(network: Branch, x: Tensor, labels: list[Label]) -> Tensor | None:
    if not labels:
        return None
    chosen, values, weights = _at(x, labels)
    return F.binary_cross_entropy_with_logits(network.happens(chosen)[:, 0], values, weight=weights)


def _factual(network: Branch, x: Tensor, labels: list[Label]) -> Tensor | None:
    if not labels:
        return None
    chosen, values, weights = _at(x, labels)
    each = F.smooth_l1_loss(network.factual(chosen)[:, 0], values, reduction="none", beta=SMOOTH)
    return (each * weights).sum() / weights.sum()


def cases(network: Branch, x: Tensor, labels: list[Label]) -> Tensor | None:
    """Return the loss of the casing head."""
    if not labels:
        return None
    chosen, values, weights = _at(x, labels)
    each = F.cross_entropy(network.case(chosen), values.long(), reduction="none")
    return (each * weights).sum() / weights.sum()


def _roots(logs: Tensor, roots: list[Rooted], trust: Trust) -> Tensor | None:
    if not roots:
        return None
    return torch.stack([one.weight * _root(logs, one, trust) for one in roots]).sum() / len(roots)


def _root(logs: Tensor, root: Rooted, trust: Trust) -> Tensor:
    """Return the loss of a text's type, of which some word tells: a soft maximum over its words."""
    gold = root.root
    names = PLV_TYPES if gold.type in PLV_TYPES else TYPES
    scores = type_scores(logs[root.row, list(root.words)], names).logsumexp(0)
    right = names.index(gold.type)
    told = F.cross_entropy(scores[None], torch.tensor([right]))
    return told + trust.root_told * (-scores[right]).clamp(min=0)


def type_scores(logs: Tensor, names: tuple[str, ...]) -> Tensor:
    """Return the log of the probability [words, names] that each word tells of each type."""
    belongs = torch.zeros(len(CLASSES), len(names))
    for n, name in enumerate(names):
        belongs[list(members(name)), n] = 1
    return (logs.exp() @ belongs).clamp(min=SMALLEST).log()


def _slots(network: Branch, x: Tensor, triggers: list[Asked], trust: Trust) -> Tensor | None:
    if not triggers:
        return None
    rows, at = torch.tensor([one.row for one in triggers]), torch.tensor([one.at for one in triggers])
    scores, weight = network.slots(x, rows, at), torch.tensor(trust.slot_filler)
    total, count = x.new_zeros(()), 0.0
    for n, one in enumerate(triggers):
        for slot, (right, filled) in enumerate(zip(one.right, one.filled, strict=True)):
            if right is not None:
                counts = one.weight * (1.0 if filled else trust.slot_empty)
                mine, wanted = scores[n, slot, list(one.words)], torch.tensor(right)
                each = F.binary_cross_entropy_with_logits(mine, wanted, reduction="sum", pos_weight=weight)
                total, count = total + counts * each, count + counts
    return total / count if count else None
