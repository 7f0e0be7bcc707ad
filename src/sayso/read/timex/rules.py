"""The register of rules: each is a pattern that is tried where one of its starting words stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import NamedTuple

from sayso.read.timex.expression import Expression
from sayso.read.timex.words import END

FIGURES = "#"
"""Stands among the starting words for anything that begins with a digit."""

Build = Callable[[re.Match[str]], Expression | None]


class Rule(NamedTuple):
    """A pattern and what makes an expression of its match, or None if it is no time after all."""

    pattern: re.Pattern[str]
    build: Build


class Hit(NamedTuple):
    """A time expression in a text."""

    start: int
    end: int
    expression: Expression


RULES: dict[str, list[Rule]] = defaultdict(list)


def rule(pattern: str, starts: Iterable[str]) -> Callable[[Build], Build]:
    """Register a function as the builder of a pattern's matches, to be tried at any of the words ``starts``."""
    compiled = re.compile(f"{pattern}{END}", re.IGNORECASE)

    def register(build: Build) -> Build:
        for word in dict.fromkeys(starts):
            RULES[word].append(Rule(compiled, build))
        return build

    return register


def longest_at(text: str, at: int, word: str) -> Hit | None:
    """Return the longest expression that a rule finds at the word that starts there."""
    best: Hit | None = None
    for pattern, build in RULES.get(FIGURES if word[0].isdigit() else word, ()):
        found = pattern.match(text, at)
        if found and (best is None or found.end() > best.end):
            expression = build(found)
            if expression is not None:
                best = Hit(at, found.end(), expression)
    return best
