"""Train the casing head alone, by which reports in capitals are written as they would be printed.

    python -m training.events.casing READER CACHE RUN [name=value …]

``READER`` is the run of the reader that it goes on from, ``CACHE`` what the reader's prepare.py made, ``RUN`` a folder
for the weights. Texts in print have their capitals taken out of what the network sees of them; it learns to tell them.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

import torch

from training.events import settings as config
from training.events.batches import Window, as_inputs, cut, known
from training.events.examples import Example
from training.events.labels import CASES
from training.events.losses import cases
from training.events.model import Branch, from_reader, save
from training.events.optimiser import learn, optimiser
from training.events.settings import Settings
from training.reader.batches import load as load_read
from training.reader.examples import Example as Read

CAPITALS = 3
"""Bits of a word's shape that say how it is capitalised: not, at its beginning, throughout, otherwise."""
TITLE = CASES.index("title")
OFTEN = 60
"""Steps between two lines of the log."""


def uncased(cache: Path, name: str) -> list[Example]:
    """Return a corpus of the reader's as texts without their capitals, with how its words were written."""
    return [_uncased(one) for one in load_read(cache, name, 0)]


def _uncased(read: Read) -> Example:
    kinds = (shape & CAPITALS for shape in read.shapes)
    return Example(
        read.id, "casing", tuple(read.words), tuple(read.pieces), tuple(shape & ~CAPITALS for shape in read.shapes),
        tuple(read.tags), (0,) * len(read.words), cases=tuple(TITLE if kind == CAPITALS else kind for kind in kinds),
    )  # fmt: skip


def windows(cache: Path, settings: Settings) -> list[Window]:
    """Return windows of some texts of each corpus, in an order drawn by chance."""
    chance, found = random.Random(settings.seed), []
    for name, most in settings.before.texts.items():
        texts = uncased(cache, name)
        chance.shuffle(texts)
        found += [window for one in texts[:most] for window in cut(one, settings.before.pieces)]
    chance.shuffle(found)
    return found


def train(network: Branch, found: list[Window], settings: Settings) -> None:
    """Go through the windows once."""
    size = settings.before.batch
    steps = len(found) // size
    rates = (settings.before.rate_layers, settings.before.rate_heads)
    heads = list(network.case.parameters())
    schedule = optimiser(network, heads, rates, settings.before.warmup, steps, settings.decay)
    network.train()
    for n in range(steps):
        some = found[n * size : (n + 1) * size]
        given = as_inputs(some)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            x = network(network.shared(given.pieces, given.shapes), given.pieces, given.words)
        loss = cases(network, x.float(), known(some, settings.trust).cases)
        assert loss is not None
        learn(schedule, loss, network, None)
        if n % OFTEN == 0:
            print(f"{n}/{steps} case {loss.item():.4f}", flush=True)


@torch.no_grad()
def tell(network: Branch, some: list[Window]) -> list[list[int]]:
    """Return the likeliest case of each word of windows."""
    given = as_inputs(some)
    x = network(network.shared(given.pieces, given.shapes), given.pieces, given.words)
    best = network.case(x).argmax(-1).tolist()
    return [row[: one.last - one.first] for one, row in zip(some, best, strict=True)]


def right(network: Branch, held: list[Window]) -> float:
    """Return the share of the words of windows of which the network tells how they were written."""
    network.eval()
    pairs = [
        (told, wanted)
        for one in held
        for told, wanted in zip(tell(network, [one])[0], one.example.cases[one.first : one.last], strict=True)
    ]
    return sum(told == wanted for told, wanted in pairs) / len(pairs)


def main() -> None:
    """Train, print how many words of windows kept from training are right, and write the weights."""
    reader, cache, run = map(Path, sys.argv[1:4])
    settings = config.read(sys.argv[4:])
    torch.manual_seed(settings.seed)
    torch.set_num_threads(settings.threads)
    network = from_reader(reader, settings.layers)
    found = windows(cache, settings)
    held, rest = found[: settings.before.held_out], found[settings.before.held_out :]
    train(network, rest[: (settings.most or len(rest)) * settings.before.batch], settings)
    print(f"{100 * right(network, held):.1f} of 100 words right in {len(held)} windows kept from training")
    save(network, run, settings)


if __name__ == "__main__":
    main()
