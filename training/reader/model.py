"""The network: MiniLM-L6 with a shape embedding, and the heads that share it.

The encoder is BERT's (Devlin et al. 2019) in the size of MiniLM (Wang et al. 2020). Words stand for their first piece.
Arcs are scored by a biaffine (Dozat and Manning 2017). A *link* head reads the words around a cue once more, given
that cue, and tags its source, content and own extent: so links are learnt with extents, not guessed by nearness.
Words of one party are paired by the heads of their mentions (Dobrovolskii 2021), as words and their heads in a tree
are; a mention's score with itself stands for no mention before it.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from training.reader.labels import ACTS, CORPORA, LINK_TAGS, PARTY_TAGS


@dataclass(frozen=True)
class Sizes:
    """Sizes of the network, in dimensions."""

    pieces: int = 30522
    shapes: int = 32
    hidden: int = 384
    layers: int = 6
    heads: int = 12
    inner: int = 1536
    positions: int = 512
    arcs: int = 128
    labels: int = 64
    link: int = 128
    link_layers: int = 1
    reach: int = 112
    tags: int = 50
    deps: int = 50
    dropout: float = 0.1


class Layer(nn.Module):
    """A transformer layer with normalisation after each half, as in BERT."""

    def __init__(self, size: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.mixed = nn.Linear(size, 3 * size)
        self.out = nn.Linear(size, size)
        self.norm1 = nn.LayerNorm(size, eps=1e-12)
        self.up = nn.Linear(size, inner)
        self.down = nn.Linear(inner, size)
        self.norm2 = nn.LayerNorm(size, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """Return x [B, T, size] after the layer; ``bias`` [B, 1, 1, T] is added to the attention's scores."""
        batch, length, size = x.shape
        q, k, v = (
            part.view(batch, length, self.heads, size // self.heads).transpose(1, 2)
            for part in self.mixed(x).chunk(3, dim=-1)
        )
        seen = F.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        seen = seen.transpose(1, 2).reshape(batch, length, size)
        x = self.norm1(x + self.dropout(self.out(seen)))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Pieces and shapes -> a vector a word, and what each head makes of it."""

    def __init__(self, s: Sizes) -> None:
        super().__init__()
        self.s = s
        self.piece = nn.Embedding(s.pieces, s.hidden)
        self.position = nn.Embedding(s.positions, s.hidden)
        self.shape = nn.Embedding(s.shapes, s.hidden)
        self.norm = nn.LayerNorm(s.hidden, eps=1e-12)
        self.dropout = nn.Dropout(s.dropout)
        self.layers = nn.ModuleList(Layer(s.hidden, s.heads, s.inner, s.dropout) for _ in range(s.layers))
        self.cue = nn.Linear(s.hidden, len(CORPORA))
        self.tag = nn.Linear(s.hidden, s.tags)
        self.begin = nn.Linear(s.hidden, 1)
        self.party = nn.Linear(s.hidden, len(PARTY_TAGS))
        self.arc_dependent = nn.Linear(s.hidden, s.arcs)
        self.arc_head = nn.Linear(s.hidden, s.arcs)
        self.arc = nn.Parameter(torch.eye(s.arcs) * 0.1)
        self.arc_bias = nn.Linear(s.arcs, 1)
        self.label_dependent = nn.Linear(s.hidden, s.labels)
        self.label_head = nn.Linear(s.hidden, s.labels)
        self.same_later = nn.Linear(s.hidden, s.arcs)
        self.same_earlier = nn.Linear(s.hidden, s.arcs)
        self.same = nn.Parameter(torch.eye(s.arcs) * 0.1)
        self.link_word = nn.Linear(s.hidden, s.link)
        self.link_cue = nn.Linear(s.hidden, s.link)

    def forward(self, pieces: Tensor, shapes: Tensor, words: Tensor) -> dict[str, Tensor]:
        """Return the heads' outputs for windows.

        ``pieces`` and ``shapes`` are [B, T] (piece 0 pads), ``words`` [B, W] the place of each word's first piece.
        """
        positions = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.piece(pieces) + self.position(positions) + self.shape(shapes)
        x = self.dropout(self.norm(x))
        bias = (pieces == 0).to(x.dtype)[:, None, None, :] * -10000.0
        for layer in self.layers:
            x = layer(x, bias.to(x.dtype))
        x = torch.gather(x, 1, words[:, :, None].expand(-1, -1, self.s.hidden))
        x = self.dropout(x)
        dependent, head = F.gelu(self.arc_dependent(x)), F.gelu(self.arc_head(x))
        arcs = (dependent @ self.arc) @ head.transpose(1, 2) + self.arc_bias(head).transpose(1, 2)
        same = (self.same_later(x) @ self.same) @ self.same_earlier(x).transpose(1, 2)
        return {
            "same": same, "cue": self.cue(x),
            "tag": self.tag(x), "begin": self.begin(x)[..., 0], "party": self.party(x),
            "arc": arcs, "label_dependent": self.label_dependent(x), "label_head": self.label_head(x),
            "link_word": self.link_word(x), "link_cue": self.link_cue(x),
        }  # fmt: skip


class Labels(nn.Module):
    """The label of an arc, from its two ends."""

    def __init__(self, s: Sizes) -> None:
        super().__init__()
        self.out = nn.Linear(s.labels, s.deps)

    def forward(self, dependent: Tensor, head: Tensor) -> Tensor:
        """Return logits [..., deps] of arcs between ``dependent`` and ``head`` [..., labels]."""
        return self.out(F.gelu(dependent + head))


class Links(nn.Module):
    """The words around a cue, read again given that cue: its source, its own extent, its content, its act."""

    def __init__(self, s: Sizes) -> None:
        super().__init__()
        self.reach = s.reach
        self.distance = nn.Embedding(2 * s.reach + 1, s.link)
        self.norm = nn.LayerNorm(s.link)
        self.layers = nn.ModuleList(Layer(s.link, 4, 2 * s.link, 0.0) for _ in range(s.link_layers))
        self.tag = nn.Linear(s.link, len(LINK_TAGS))
        self.act = nn.Sequential(nn.Linear(3 * s.link, s.link), nn.GELU(), nn.Linear(s.link, len(ACTS)))
        nn.init.normal_(self.distance.weight, std=0.1)

    def forward(self, words: Tensor, cue: Tensor, distance: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Return tag logits [K, R, tags] and act logits [K, acts].

        ``words`` [K, R, link] are the words around each cue, ``cue`` [K, link] the cue's own, ``distance`` [K, R] in
        words from the cue (0 … 2 * reach, ``reach`` is the cue itself), ``mask`` [K, R] 1 where there is a word.
        """
        given = cue[:, None, :]
        x = self.norm(words + given + words * given + self.distance(distance).to(words.dtype))
        bias = (1.0 - mask)[:, None, None, :] * -10000.0
        for layer in self.layers:
            x = layer(x, bias.to(x.dtype))
        tags = self.tag(x)
        content = tags[..., -4:].logsumexp(-1).sub(tags[..., 0]).sigmoid() * mask
        told = (x * content[..., None]).sum(1) / (content.sum(1, keepdim=True) + 1e-3)
        at = (x * (distance == self.reach)[..., None]).sum(1)
        return tags, self.act(torch.cat([at, told, cue], dim=-1))


class Reader(nn.Module):
    """All of it."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.encoder, self.labels, self.links = Encoder(sizes), Labels(sizes), Links(sizes)


def load_minilm(encoder: Encoder, tensors: dict[str, Tensor]) -> None:
    """Start from MiniLM-L6's weights; the shape embedding starts as its one token type, the heads at random."""
    with torch.no_grad():
        encoder.piece.weight.copy_(tensors["embeddings.word_embeddings.weight"])
        encoder.position.weight.copy_(tensors["embeddings.position_embeddings.weight"])
        encoder.shape.weight.copy_(tensors["embeddings.token_type_embeddings.weight"][:1].expand(encoder.s.shapes, -1))
        encoder.shape.weight.add_(torch.randn_like(encoder.shape.weight) * 0.005)
        _copy(encoder.norm, tensors, "embeddings.LayerNorm")
        for n, layer in enumerate(encoder.layers):
            at = f"encoder.layer.{n}."
            for part in ("weight", "bias"):
                mixed = [tensors[f"{at}attention.self.{one}.{part}"] for one in ("query", "key", "value")]
                getattr(layer.mixed, part).copy_(torch.cat(mixed))
            _copy(layer.out, tensors, at + "attention.output.dense")
            _copy(layer.norm1, tensors, at + "attention.output.LayerNorm")
            _copy(layer.up, tensors, at + "intermediate.dense")
            _copy(layer.down, tensors, at + "output.dense")
            _copy(layer.norm2, tensors, at + "output.LayerNorm")


def _copy(module: nn.Module, tensors: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(tensors[name + ".weight"])
    module.bias.copy_(tensors[name + ".bias"])
