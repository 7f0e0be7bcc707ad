"""Basis words, from ``basis_words.toml``: what tells on what ground a speaker knows something."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from types import MappingProxyType

from sayso.model import Basis


@dataclass(frozen=True, slots=True)
class BasisWords:
    """The lists: the basis by a word of the source, by a word of the cue, and by how the words said begin."""

    sources: Mapping[str, Basis]
    cues: Mapping[str, Basis]
    openings: tuple[tuple[Basis, re.Pattern[str]], ...]


@lru_cache(maxsize=1)
def basis_words() -> BasisWords:
    """Return the lists."""
    lists = tomllib.loads(resources.files("sayso.vocab").joinpath("basis_words.toml").read_text(encoding="utf-8"))
    openings = tuple((Basis(name), re.compile("|".join(words))) for name, words in lists["openings"].items())
    return BasisWords(_by_word(lists["sources"]), _by_word(lists["cues"]), openings)


def _by_word(lists: Mapping[str, str]) -> Mapping[str, Basis]:
    return MappingProxyType({word: Basis(name) for name, words in lists.items() for word in words.split()})
