"""Words that tell of an event of a PLOVER type, from ``plover_words.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from types import MappingProxyType

from sayso.vocab.lemmas import bases


@lru_cache(maxsize=1)
def _types() -> Mapping[str, frozenset[str]]:
    lists = tomllib.loads(resources.files("sayso.vocab").joinpath("plover_words.toml").read_text(encoding="utf-8"))
    found: dict[str, set[str]] = {}
    for type, words in lists.items():
        for word in words.split():
            found.setdefault(word, set()).add(type)
    return MappingProxyType({word: frozenset(types) for word, types in found.items()})


@lru_cache(maxsize=50_000)
def types_of(word: str) -> frozenset[str]:
    """Return the PLOVER types that a word (lower case, any form) tells of by itself."""
    return frozenset(type for base in (word, *bases(word)) for type in _types().get(base, ()))
