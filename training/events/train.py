"""Train the heads of events.

    python -m training.events.train READER CACHE RUN [name=value …]

``READER`` is the run of the reader that it goes on from, ``CACHE`` what prepare.py and incidents.py made, with the
reader's own examples, of which the casing head learns; ``RUN`` a folder for the weights and settings. Settings are
config.toml's; ``name=value`` changes one (``repeat.plv=4``). The same settings give the same weights on the same
machine.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from pathlib import Path

import torch
from torch import Tensor

from training.events import settings as config
from training.events.batches import Inputs, Window, as_inputs, cut, grouped, known
from training.events.casing import uncased
from training.events.examples import load
from training.events.joined import JOINED, joined
from training.events.losses import losses
from training.events.model import Branch, from_reader, save
from training.events.optimiser import Schedule, learn, optimiser
from training.events.settings import Settings
from training.reader.train import often

CASING = ("polnear_train", "gum_news", "gum_bio")
"""Corpora of the reader from which the casing head learns."""
OFTEN = 25
"""Steps between two lines of the log."""


class Memory:
    """What the shared layers make of each window: they learn nothing, so it is worked out once.

    Sentences that are joined anew in every epoch are not remembered.
    """

    def __init__(self, network: Branch) -> None:
        self.network = network
        self.kept: dict[tuple[str, str, int], Tensor] = {}

    def of(self, windows: list[Window], given: Inputs) -> Tensor:
        """Return what the shared layers make of a batch [B, T, hidden]."""
        if any(one.example.corpus == JOINED for one in windows):
            return self.network.shared(given.pieces, given.shapes)
        keys = [one.key for one in windows]
        lengths = (given.pieces > 0).sum(1).tolist()
        if not all(key in self.kept for key in keys):
            lower = self.network.shared(given.pieces, given.shapes)
            for key, row, length in zip(keys, lower, lengths, strict=True):
                self.kept[key] = row[:length].to(torch.bfloat16).clone()
        found = torch.zeros(*given.pieces.shape, self.kept[keys[0]].shape[-1])
        for n, key in enumerate(keys):
            found[n, : lengths[n]] = self.kept[key].float()
        return found


def epochs(cache: Path, settings: Settings) -> list[list[list[Window]]]:
    """Return the batches of every epoch: each corpus as often as the settings say, in an order of its own."""
    chance = random.Random(settings.seed)
    texts = {name: load(cache, name, settings.held_out.get(name, 0)) for name in settings.repeat}
    casing = [window for name in CASING for one in uncased(cache, name) for window in cut(one, settings.pieces)]
    found = []
    for _ in range(settings.epochs):
        windows: list[Window] = []
        for name, times in settings.repeat.items():
            if name == JOINED:
                joins = [one for _ in range(int(times)) for one in joined(texts[name], settings.joined, chance)]
                windows += [Window(one, 0, len(one.words)) for one in joins]
            else:
                windows += [window for one in often(texts[name], times, chance) for window in cut(one, settings.pieces)]
        windows += chance.sample(casing, min(settings.casing, len(casing)))
        found.append(grouped(windows, settings, chance))
    return found


def train(network: Branch, batches: list[list[list[Window]]], run: Path, settings: Settings) -> None:
    """Train, with a line to the log every few steps, writing the weights after every epoch."""
    heads = [one for name, one in network.named_parameters() if not name.startswith(("shared", "top"))]
    rates = (settings.rate_layers, settings.rate_heads)
    schedule = optimiser(network, heads, rates, settings.warmup, sum(map(len, batches)), settings.decay)
    memory, log = Memory(network), Log(sum(map(len, batches)))
    network.train()
    for epoch, some in enumerate(batches):
        for windows in some:
            log.add(epoch, step(network, memory, windows, settings, schedule, self_taught=epoch > 0))
        save(network, run, settings)


def step(
    network: Branch, memory: Memory, windows: list[Window], settings: Settings, schedule: Schedule, self_taught: bool
) -> dict[str, float]:
    """Learn from one batch; return the losses."""
    given = as_inputs(windows)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        x = network(memory.of(windows, given), given.pieces, given.words)
    found = losses(network, x.float(), known(windows, settings.trust), settings.trust, self_taught)
    if found:
        total = torch.stack([settings.weight[name] * loss for name, loss in found.items()]).sum()
        learn(schedule, total, network, settings.clip)
    return {name: loss.item() for name, loss in found.items()}


class Log:
    """Prints the mean of each loss over the last steps."""

    def __init__(self, steps: int) -> None:
        self.steps, self.done, self.started = steps, 0, time.time()
        self.sums, self.counts = Counter[str](), Counter[str]()

    def add(self, epoch: int, found: dict[str, float]) -> None:
        """Take the losses of a step."""
        self.done += 1
        self.sums.update(found)
        self.counts.update(found.keys())
        if self.done % OFTEN == 0:
            told = " ".join(f"{name} {self.sums[name] / self.counts[name]:.3f}" for name in sorted(self.sums))
            print(f"{self.done}/{self.steps} epoch {epoch} {time.time() - self.started:.0f} s {told}", flush=True)
            self.sums.clear()
            self.counts.clear()


def main() -> None:
    """Train with config.toml's settings and the changes of the command line."""
    reader, cache, run = map(Path, sys.argv[1:4])
    settings = config.read(sys.argv[4:])
    torch.manual_seed(settings.seed)
    torch.set_num_threads(settings.threads)
    network = from_reader(reader, settings.layers)
    train(network, epochs(cache, settings), run, settings)


if __name__ == "__main__":
    main()
