"""Words for comparing claims, from ``comparing.toml``: denials, contrasts, order in time, opposites, idle words."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class ComparingWords:
    """The word lists: what each is for stands in the file."""

    denials: frozenset[str]
    opinions: frozenset[str]
    denial_phrases: tuple[str, ...]
    claims: frozenset[str]
    charges: frozenset[str]
    pronouns: frozenset[str]
    asked: frozenset[str]
    proposals: frozenset[str]
    contrasts: frozenset[str]
    opening_contrasts: frozenset[str]
    contrast_phrases: tuple[str, ...]
    openers: frozenset[str]
    concessions: tuple[str, ...]
    changed: frozenset[str]
    earlier: frozenset[str]
    later: frozenset[str]
    sameness: frozenset[str]
    some: frozenset[str]
    others: frozenset[str]
    negations: frozenset[str]
    preventions: frozenset[str]
    not_negations: tuple[str, ...]
    opposites: tuple[tuple[frozenset[str], frozenset[str]], ...]
    unresolved: frozenset[str]
    modals: frozenset[str]
    stating: frozenset[str]
    unfinished: frozenset[str]
    stop: frozenset[str]


@lru_cache(maxsize=1)
def comparing_words() -> ComparingWords:
    """Return the word lists."""
    lists = tomllib.loads(resources.files("sayso.vocab").joinpath("comparing.toml").read_text(encoding="utf-8"))
    pairs = lists.pop("opposites")
    opposites = tuple((frozenset(one.split()), frozenset(other.split())) for one, other in pairs)
    kept: dict[str, Any] = {
        name: frozenset(words.split()) if isinstance(words, str) else tuple(words) for name, words in lists.items()
    }
    return ComparingWords(opposites=opposites, **kept)
