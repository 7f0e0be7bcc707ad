"""The network of events: layers of its own above the reader's first four, and the heads that share them.

What the reader's layers make of a text is shared with the reader and stays as it is. Every word gets the class of the
event that it tells of, whether it tells of something that happens, how certain its author is of that, and how it would
be printed in a text that is not all capitals; a trigger and a word of its sentence get scores by slot.
"""

from __future__ import annotations

import math
from pathlib import Path

import msgspec
import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from training.events.labels import CASES, CLASSES, SLOTS
from training.events.settings import Settings
from training.reader.labels import SHARED_LAYERS
from training.reader.model import Layer, Sizes

SIZES = Sizes()
FAR = 64
"""Words further apart than this are taken to be so far apart."""
SLOT = 64
"""Dimensions in which a trigger asks and a word answers for a slot."""


class Shared(nn.Module):
    """The reader's encoder up to the layer from which the events' own go on."""

    def __init__(self) -> None:
        super().__init__()
        self.piece = nn.Embedding(SIZES.pieces, SIZES.hidden)
        self.position = nn.Embedding(SIZES.positions, SIZES.hidden)
        self.shape = nn.Embedding(SIZES.shapes, SIZES.hidden)
        self.norm = nn.LayerNorm(SIZES.hidden, eps=1e-12)
        self.layers = nn.ModuleList(_layer() for _ in range(SHARED_LAYERS))

    @torch.no_grad()
    def forward(self, pieces: Tensor, shapes: Tensor) -> Tensor:
        """Return vectors [B, T, hidden] of ``pieces`` and ``shapes`` [B, T]; piece 0 pads."""
        positions = torch.arange(pieces.shape[1])
        x = self.norm(self.piece(pieces) + self.position(positions) + self.shape(shapes))
        bias = mask(pieces)
        for layer in self.layers:
            x = layer(x, bias)
        return x


class Slots(nn.Module):
    """Scores of words as fillers of a trigger's slots: a product of two vectors, and how far apart they are."""

    def __init__(self) -> None:
        super().__init__()
        self.trigger = nn.Linear(SIZES.hidden, SLOT * len(SLOTS))
        self.word = nn.Linear(SIZES.hidden, SLOT * len(SLOTS))
        self.bias = nn.Parameter(torch.zeros(len(SLOTS)))
        self.distance = nn.Embedding(2 * FAR + 1, len(SLOTS))
        nn.init.zeros_(self.distance.weight)

    def forward(self, x: Tensor, rows: Tensor, at: Tensor) -> Tensor:
        """Return scores [N, slots, W] of all words of windows x [B, W, hidden] for triggers ``at`` [N] of ``rows``."""
        width = x.shape[1]
        asks = self.trigger(x[rows, at]).view(len(rows), len(SLOTS), SLOT)
        answers = self.word(x).view(x.shape[0], width, len(SLOTS), SLOT)[rows]
        product = torch.einsum("nrd,nwrd->nrw", asks, answers) / math.sqrt(SLOT)
        apart = (torch.arange(width)[None] - at[:, None]).clamp(-FAR, FAR) + FAR
        return product + self.distance(apart).permute(0, 2, 1) + self.bias[None, :, None]


class Branch(nn.Module):
    """All of it."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        self.shared = Shared()
        for weights in self.shared.parameters():
            weights.requires_grad = False
        self.top = nn.ModuleList(_layer() for _ in range(layers))
        self.dropout = nn.Dropout(SIZES.dropout)
        self.event = nn.Linear(SIZES.hidden, len(CLASSES))
        self.happens = nn.Linear(SIZES.hidden, 1)
        self.factual = nn.Linear(SIZES.hidden, 1)
        self.case = nn.Linear(SIZES.hidden, len(CASES))
        self.slots = Slots()

    def train(self, mode: bool = True) -> Branch:
        """Turn dropout on or off; what is shared never has any."""
        super().train(mode)
        self.shared.eval()
        return self

    def forward(self, lower: Tensor, pieces: Tensor, words: Tensor) -> Tensor:
        """Return a vector [B, W, hidden] for each word.

        ``lower`` [B, T, hidden] is what ``shared`` makes of ``pieces`` [B, T]; ``words`` [B, W] are the places of the
        words' first pieces.
        """
        x, bias = lower, mask(pieces)
        for layer in self.top:
            x = layer(x, bias)
        return self.dropout(torch.gather(x, 1, words[:, :, None].expand(-1, -1, SIZES.hidden)))


def _layer() -> Layer:
    return Layer(SIZES.hidden, SIZES.heads, SIZES.inner, SIZES.dropout)


def mask(pieces: Tensor) -> Tensor:
    """Return what is added to attention's scores, so that nothing heeds padding."""
    return (pieces == 0).float()[:, None, None, :] * -10000.0


def from_reader(run: Path, layers: int) -> Branch:
    """Return a network that starts from a trained reader: its first layers, and copies of the next ones."""
    tensors = load_file(run / "weights.safetensors")
    encoder = {name.removeprefix("encoder."): one for name, one in tensors.items() if name.startswith("encoder.")}
    network = Branch(layers)
    network.shared.load_state_dict({name: encoder[name] for name in network.shared.state_dict()})
    for n, layer in enumerate(network.top):
        at = f"layers.{min(SHARED_LAYERS + n, SIZES.layers - 1)}."
        layer.load_state_dict({name: encoder[at + name] for name in layer.state_dict()})
    return network


def save(network: Branch, run: Path, settings: Settings) -> None:
    """Write a network's weights and settings to the folder of a run."""
    run.mkdir(parents=True, exist_ok=True)
    save_file(network.state_dict(), run / "weights.safetensors")
    (run / "settings.json").write_bytes(msgspec.json.encode(settings))


def load(run: Path) -> tuple[Branch, Settings]:
    """Return the network that a run made, ready to be asked, and the run's settings."""
    settings = msgspec.json.decode((run / "settings.json").read_bytes(), type=Settings)
    network = Branch(settings.layers)
    network.load_state_dict(load_file(run / "weights.safetensors"))
    return network.eval(), settings
