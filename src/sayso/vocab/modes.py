"""Modes: the words that tell in what way a PLOVER event was done, from ``modes.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from sayso.vocab.lemmas import bases


class Mode(NamedTuple):
    """A mode of a type, with the base forms of triggers and of other words of the clause that tell it."""

    type: str
    mode: str
    triggers: frozenset[str]
    others: frozenset[str]


@lru_cache(maxsize=1)
def modes() -> tuple[Mode, ...]:
    """Return the modes in the order in which they are tried."""
    rows = tomllib.loads(resources.files("sayso.vocab").joinpath("modes.toml").read_text(encoding="utf-8"))["mode"]
    return tuple(
        Mode(row["type"], row["mode"], frozenset(row["by"].split()), frozenset(row["with"].split())) for row in rows
    )


def mode_of(type: str, trigger: Iterable[str], clause: Iterable[str]) -> str | None:
    """Return the mode of an event of a type, or ``None``; ``trigger`` and ``clause`` are words in lower case."""
    mine, around = _forms(trigger), _forms(clause)
    own = [one for one in modes() if one.type == type]
    by_trigger = next((one.mode for one in own if mine & one.triggers), None)
    return by_trigger or next((one.mode for one in own if around & one.others), None)


def _forms(words: Iterable[str]) -> set[str]:
    return {base for word in words for base in (word, *bases(word))}
