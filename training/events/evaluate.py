"""Score the heads of events, before they are made small, on texts kept from training.

    python -m training.events.evaluate CACHE RUN

Printed are figures of the heads alone, without what the stages of sayso make of them: PLV's types and fillers, the
certainty of UW's authors, and the triggers and fillers of reports with hand-made gold.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from training.events.batches import as_inputs, cut
from training.events.examples import Example, Marked, Slots, load
from training.events.labels import CLASSES, NONE, OTHER, PLV_TYPES, SLOTS
from training.events.losses import type_scores
from training.events.model import Branch
from training.events.model import load as load_run
from training.events.settings import Settings

CERTAIN = 1.5
"""From here on an event is taken to be told as certainly so, or, below the negative, as certainly not so."""
BARS = (0.3, 0.5, 0.7)
LIKELY = 0.5

Floats = NDArray[np.float64]


@torch.no_grad()
def vectors(network: Branch, example: Example, room: int) -> Tensor:
    """Return a vector [words, hidden] for each word of an example."""
    found = []
    for window in cut(example, room):
        given = as_inputs([window])
        found.append(network(network.shared(given.pieces, given.shapes), given.pieces, given.words)[0])
    return torch.cat(found)


@torch.no_grad()
def fillers(network: Branch, x: Tensor, example: Example, at: int) -> Iterator[tuple[int, float]]:
    """Yield for each slot of a trigger the likeliest word of its sentence, and how likely that is."""
    here = example.sentences[at]
    words = [i for i, n in enumerate(example.sentences) if n == here and i != at and example.may_fill(i)]
    if words:
        scores = network.slots(x[None], torch.tensor([0]), torch.tensor([at]))[0]
        for slot in range(len(SLOTS)):
            chances = scores[slot, words].sigmoid()
            best = int(chances.argmax())
            yield words[best], float(chances[best])


def typed(network: Branch, held: list[Example], room: int) -> Iterator[str]:
    """Yield figures of sentences with one event: its type, and its fillers if that is told by the likeliest word."""
    pairs, asked, right = [], Counter[str](), Counter[str]()
    for example in held:
        x, gold = vectors(network, example, room), example.roots[0]
        told, at = _told(network, x, example)
        pairs.append((gold.type, told))
        slots: Slots = gold.slots or ()
        for name, slot, (word, _) in zip(SLOTS, slots, fillers(network, x, example, at), strict=False):
            asked[name] += slot is not None
            right[name] += slot is not None and word in slot
    same = sum(gold == told for gold, told in pairs)
    yield f"types right {share(same, len(pairs))}, mean F1 {100 * mean_f1(pairs):.1f}"
    for name in SLOTS[:2]:
        yield f"{name} right {share(right[name], asked[name])}"


@torch.no_grad()
def _told(network: Branch, x: Tensor, example: Example) -> tuple[str, int]:
    """Return the type of a sentence, and the word that tells of it."""
    words = [i for i in range(len(example.words)) if example.may_tell(i)]
    scores = type_scores(network.event(x[words]).log_softmax(-1), PLV_TYPES)
    best = int(scores.max(0).values.argmax())
    return PLV_TYPES[best], words[int(scores[:, best].argmax())]


def mean_f1(pairs: list[tuple[str, str]]) -> float:
    """Return the mean F1 over the gold's types, of pairs of gold and told ones."""
    golds, tolds = (Counter(part) for part in zip(*pairs, strict=True))
    right = Counter(gold for gold, told in pairs if gold == told)
    return float(np.mean([2 * right[one] / (golds[one] + tolds[one]) for one in golds]))


def factual(network: Branch, held: list[Example], room: int) -> Iterator[str]:
    """Yield how near the certainty told of events is to that which people judged."""
    pairs = []
    for example in held:
        if example.factual:
            x = vectors(network, example, room)
            with torch.no_grad():
                pairs += [(float(network.factual(x[i])[0]), score) for i, score in example.factual]
    told, gold = np.array(pairs).T
    yield f"correlation {np.corrcoef(told, gold)[0, 1]:.3f}, mean error {abs(told - gold).mean():.3f}"
    yield f"so, not so or open: mean F1 {100 * mean_f1(list(zip(_ways(gold), _ways(told), strict=True))):.1f}"


def _ways(scores: Floats) -> list[str]:
    return ["so" if one >= CERTAIN else "not so" if one <= -CERTAIN else "open" for one in scores.tolist()]


def reports(network: Branch, held: list[Example], room: int) -> Iterator[str]:
    """Yield figures of the triggers and fillers of reports with hand-made gold."""
    count, marked = Counter[str](), 0
    for example in held:
        with torch.no_grad():
            x = vectors(network, example, room)
            chances, happens = network.event(x).softmax(-1), network.happens(x)[:, 0].sigmoid()
        _count_told(example, chances, happens, count)
        for event in example.events:
            marked += 1
            _count_marked(event, chances, happens, count)
            _count_slots(network, x, example, event, count)
    for bar in BARS:
        yield f"typed from {bar}: marked are {share(count[f'right {bar}'], count[f'told {bar}'])}"
        yield f"an event, typed or not, from {bar}: found {share(count[f'found {bar}'], marked)}"
    yield f"happens: {count['happen']} words, {share(count['happening'], marked)} of the marked events"
    yield f"type right {share(count['type'], count['typed'])}"
    for name in SLOTS:
        best, sure = share(count[f"{name} best"], count[name]), share(count[f"{name} sure"], count[name])
        wrong, none = count[f"{name} wrong"], share(count[f"{name} for none"], count[f"no {name}"])
        yield f"{name}: best right {best}, right and likely {sure}, wrong but likely {wrong}; some where none is {none}"


def _count_told(example: Example, chances: Tensor, happens: Tensor, count: Counter[str]) -> None:
    marked = frozenset(i for event in example.events for i in event.words)
    some = (1 - chances[:, NONE] - chances[:, OTHER]).tolist()
    for i in filter(example.may_tell, range(len(example.words))):
        count["happen"] += float(happens[i]) > LIKELY
        for bar in BARS:
            count[f"told {bar}"] += some[i] > bar
            count[f"right {bar}"] += some[i] > bar and i in marked


def _count_marked(event: Marked, chances: Tensor, happens: Tensor, count: Counter[str]) -> None:
    best = min(event.words, key=lambda i: (float(chances[i, NONE]), i))
    count["happening"] += float(happens[best]) > LIKELY
    for bar in BARS:
        count[f"found {bar}"] += 1 - float(chances[best, NONE]) > bar
    if event.type:
        count["typed"] += 1
        count["type"] += CLASSES[1 + int(chances[best, 1:OTHER].argmax())] == event.type


def _count_slots(network: Branch, x: Tensor, example: Example, event: Marked, count: Counter[str]) -> None:
    for name, right, (word, chance) in zip(SLOTS, event.slots, fillers(network, x, example, event.at), strict=False):
        likely = chance > LIKELY
        if not right:
            count[f"no {name}"] += 1
            count[f"{name} for none"] += likely
        else:
            count[name] += 1
            count[f"{name} best"] += word in right
            count[f"{name} sure"] += likely and word in right
            count[f"{name} wrong"] += likely and word not in right


def share(some: int, of: int) -> str:
    """Return a share in percent, with its counts."""
    return f"{100 * some / max(of, 1):.1f} ({some} of {of})"


def scored(network: Branch, cache: Path, settings: Settings) -> Iterator[tuple[str, Iterator[str]]]:
    """Yield what is scored, and its figures."""
    room = settings.pieces
    plv = load(cache, "plv", settings.held_out["plv"], held=True)
    yield f"PLV, {len(plv)} sentences kept from training", typed(network, plv, room)
    uw = load(cache, "uw_dev")
    yield f"UW, development part, {len(uw)} sentences", factual(network, uw, room)
    mine = load(cache, "reports_train", settings.held_out["reports_train"], held=True)
    yield f"conflict reports, {len(mine)} kept from training", reports(network, mine, room)
    dev = load(cache, "reports_dev")
    yield f"conflict reports, development part, {len(dev)}", reports(network, dev, room)


def main() -> None:
    """Print all figures."""
    cache, run = map(Path, sys.argv[1:3])
    network, settings = load_run(run)
    torch.set_num_threads(settings.threads)
    for name, figures in scored(network, cache, settings):
        print(name)
        for figure in figures:
            print(f"  {figure}", flush=True)


if __name__ == "__main__":
    main()
