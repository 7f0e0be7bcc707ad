"""The settings of a run, as config.toml has them."""

from __future__ import annotations

from pathlib import Path

import msgspec

from training.reader.train import settings

CONFIG = Path(__file__).with_name("config.toml")


class Trust(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What labels count that are not as good as those of a report made by hand."""

    report_none: float
    muc4_none: float
    muc4_type: float
    muc4_slot: float
    plv_none: float
    ngec_root: float
    others_factual: float
    factual_happens: float
    slot_empty: float
    slot_filler: float
    root_told: float
    case: tuple[float, float, float]


class Joined(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How sentences of PLV are read together."""

    counts: tuple[int, ...]
    pieces: int
    same_paragraph: float


class Before(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The settings of the run of the casing head alone."""

    pieces: int
    batch: int
    rate_layers: float
    rate_heads: float
    warmup: float
    held_out: int
    texts: dict[str, int]


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All settings; config.toml says what each is."""

    seed: int
    epochs: int
    layers: int
    pieces: int
    batch: int
    words: int
    rate_layers: float
    rate_heads: float
    warmup: float
    decay: float
    clip: float
    threads: int
    casing: int
    held_out: dict[str, int]
    repeat: dict[str, float]
    weight: dict[str, float]
    joined: Joined
    trust: Trust
    before: Before
    most: int | None = None
    """No more batches than this an epoch, to try things out."""


def read(changes: list[str]) -> Settings:
    """Return config.toml's settings with changes such as ``repeat.plv=4``."""
    return msgspec.convert(settings(CONFIG, changes), Settings)
