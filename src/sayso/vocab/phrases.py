"""Phrases that tell a channel, an addressee or a condition, from ``phrases.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from types import MappingProxyType

from sayso.model import Channel


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrase lists: each maps words, in lower case, to what they tell."""

    channels: Mapping[str, Channel]
    channel_cues: Mapping[str, Channel]
    addressing: Mapping[str, frozenset[str]]
    conditions: tuple[str, ...]
    silence: frozenset[str]
    texts: frozenset[str]


@lru_cache(maxsize=1)
def phrases() -> Phrases:
    """Return the phrase lists."""
    lists = tomllib.loads(resources.files("sayso.vocab").joinpath("phrases.toml").read_text(encoding="utf-8"))
    return Phrases(
        _channels(lists["channels"]),
        _channels(lists["channel_cues"]),
        MappingProxyType({place: frozenset(verbs) for place, verbs in lists["addressing"].items()}),
        tuple(sorted(lists["conditions"]["words"], key=len, reverse=True)),
        frozenset(lists["denials"]["silence"]),
        frozenset(lists["texts"]["words"]),
    )


def _channels(lists: Mapping[str, list[str]]) -> Mapping[str, Channel]:
    return MappingProxyType({words: Channel(name) for name, group in lists.items() for words in group})
