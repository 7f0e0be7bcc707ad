"""Words that make, bound and sort the figures of a report, from ``figure_words.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib import resources
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from sayso.model import FigureKind
from sayso.vocab.lemmas import bases

Value = TypeVar("Value")


class Bound(StrEnum):
    """How words beside a number bound the true one: no less, no more, near it; or they change nothing."""

    FLOOR = "floor"
    CEILING = "ceiling"
    ABOUT = "about"
    SAME = "same"


@lru_cache(maxsize=4096)
def plain_forms(word: str) -> tuple[str, ...]:
    """Return what a word (lower case) may be a form of, the likeliest first."""
    plain = figure_words().irregular.get(word)
    return (plain, word) if plain else tuple(bases(word))


def found_in(table: Mapping[str, Value], word: str) -> Value | None:
    """Return what a table of plain forms has for a word (lower case), or ``None``."""
    return next((table[form] for form in plain_forms(word) if form in table), None)


def is_in(words: frozenset[str], word: str) -> bool:
    """Whether a word (lower case) is a form of one of these."""
    return any(form in words for form in plain_forms(word))


class Unit(NamedTuple):
    """A unit and the kind of figure that is told in it."""

    kind: FigureKind
    code: str


Words = Mapping[str, FigureKind]


@dataclass(frozen=True, slots=True)
class FigureWords:
    """The lists: ``vague`` and ``scale`` give numbers, ``before`` and ``after`` bounds, the others kinds of figures."""

    irregular: Mapping[str, str]
    vague: Mapping[str, float]
    scale: Mapping[str, float]
    before: Mapping[str, Bound]
    after: Mapping[str, Bound]
    units: Mapping[str, Unit]
    undergo: Words
    suffer: Words
    strict: frozenset[str]
    saving: frozenset[str]
    result: Words
    noun: Words
    crowds: frozenset[str]
    people: frozenset[str]
    light: frozenset[str]
    sharing: frozenset[str]
    pairs: Mapping[tuple[str, str], FigureKind]
    never: frozenset[str]
    numbered: frozenset[str]


@lru_cache(maxsize=1)
def figure_words() -> FigureWords:
    """Return the lists."""
    lists = tomllib.loads(resources.files("sayso.vocab").joinpath("figure_words.toml").read_text(encoding="utf-8"))
    pairs = (line.split() for line in lists["light"]["pairs"])
    return FigureWords(
        irregular=MappingProxyType(lists["irregular"]),
        vague=MappingProxyType(lists["vague"]),
        scale=MappingProxyType(lists["scale"]),
        before=_bounds(lists["bound"]),
        after=_bounds(lists["after"]),
        units=_units(lists),
        undergo=_kinds(lists["undergo"]),
        suffer=_kinds(lists["suffer"]),
        strict=frozenset(lists["strict"]["verbs"]),
        saving=frozenset(lists["strict"]["saving"]),
        result=_kinds(lists["result"]),
        noun=_kinds(lists["noun"]),
        crowds=frozenset(lists["crowd"]["of"]),
        people=frozenset(lists["crowd"]["people"]),
        light=frozenset(lists["light"]["verbs"]),
        sharing=frozenset(lists["light"]["sharing"]),
        pairs=MappingProxyType({(verb, word): FigureKind(kind) for verb, word, kind in pairs}),
        never=frozenset(lists["never"]["head"]),
        numbered=frozenset(lists["never"]["before"]),
    )


def _bounds(lists: Mapping[str, list[str]]) -> Mapping[str, Bound]:
    return MappingProxyType({words: Bound(name) for name, group in lists.items() for words in group})


def _kinds(lists: Mapping[str, list[str]]) -> Words:
    return MappingProxyType({word: FigureKind(name) for name, group in lists.items() for word in group})


def _units(lists: Mapping[str, Mapping[str, list[str]]]) -> Mapping[str, Unit]:
    sorts = (("currency", FigureKind.MONEY), ("distance", FigureKind.DISTANCE), ("measure", FigureKind.OTHER))
    return MappingProxyType(
        {word: Unit(kind, code) for sort, kind in sorts for code, words in lists[sort].items() for word in words}
    )
