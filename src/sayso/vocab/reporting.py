"""Reporting cues, from ``reporting.toml``: the verbs and phrases that plainly tell of speech or writing."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib import resources

from sayso.vocab.lemmas import bases


@lru_cache(maxsize=1)
def _lists() -> tuple[frozenset[str], tuple[str, ...]]:
    lists = tomllib.loads(resources.files("sayso.vocab").joinpath("reporting.toml").read_text(encoding="utf-8"))
    return frozenset(lists["verbs"].split()), tuple(f" {phrase} " for phrase in lists["phrases"])


@lru_cache(maxsize=50_000)
def is_reporting(cue: str) -> bool:
    """Whether the words of a cue hold a form of a reporting verb, or a reporting phrase."""
    verbs, phrases = _lists()
    words = re.findall(r"\w+", cue.lower())
    told = f" {' '.join(words)} "
    return any(phrase in told for phrase in phrases) or any(base in verbs for word in words for base in bases(word))
