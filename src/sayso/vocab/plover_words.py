"""Words that tell of an event of a PLOVER type, from ``plover_words.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from types import MappingProxyType

from sayso.vocab.lemmas import bases


@lru_cache(maxsize=1)
def _lists() -> tuple[Mapping[str, frozenset[str]], Mapping[str, frozenset[str]], frozenset[str]]:
    """Return the types of every word, those of the plain ones, and the doubtful words."""
    lists = tomllib.loads(resources.files("sayso.vocab").joinpath("plover_words.toml").read_text(encoding="utf-8"))
    plain, doubtful = lists.pop("plain"), lists.pop("doubtful")
    return _types(lists), _types(plain), frozenset(doubtful["words"].split())


def _types(lists: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for type, words in lists.items():
        for word in words.split():
            found.setdefault(word, set()).add(type)
    return MappingProxyType({word: frozenset(types) for word, types in found.items()})


@lru_cache(maxsize=50_000)
def types_of(word: str) -> frozenset[str]:
    """Return the PLOVER types that a word (lower case, any form) tells of by itself."""
    return frozenset(type for base in (word, *bases(word)) for type in _lists()[0].get(base, ()))


@lru_cache(maxsize=50_000)
def is_doubtful(word: str) -> bool:
    """Whether a listed word (lower case, any form) tells of many other things too."""
    return any(base in _lists()[2] for base in (word, *bases(word)))


@lru_cache(maxsize=50_000)
def plain_type(word: str, follows: str = "") -> str | None:
    """Return the type that a word (lower case, any form) plainly tells of, alone or with the word that ``follows``."""
    plain = _lists()[1]
    forms = [f"{base}-{follows}" for base in (word, *bases(word))] if follows else []
    return next((min(plain[form]) for form in (*forms, word, *bases(word)) if form in plain), None)
