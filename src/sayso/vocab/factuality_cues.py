"""Factuality cues, from ``factuality_cues.toml``: what words tell of whether something is so."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from types import MappingProxyType
from typing import Any, NamedTuple

from sayso.model import Factuality
from sayso.vocab.lemmas import bases


class Signature(NamedTuple):
    """What is so of what a word governs: if the word itself is so (``yes``), and if it is not (``no``).

    ``told`` is the value in the mouth of the one who does what the word tells of: what someone alleges is certain for
    them, whatever it is for the report.
    """

    yes: Factuality
    no: Factuality
    told: Factuality

    @property
    def is_presupposing(self) -> bool:
        """Whether what the word governs is taken to be so either way."""
        return self.yes is self.no is Factuality.CT_PLUS


class Modal(NamedTuple):
    """The value of a clause with a modal verb (``yes``), and with the modal negated (``no``)."""

    yes: Factuality
    no: Factuality


@dataclass(frozen=True, slots=True)
class FactualityCues:
    """The lists: signatures by (part of speech, lemma) and tie; the values of modals, adverbs and adjectives."""

    signatures: Mapping[tuple[str, str], Mapping[str, Signature]]
    modals: Mapping[str, Modal]
    adverbs: Mapping[str, Factuality]
    adjectives: Mapping[str, Factuality]
    negations: frozenset[str]
    determiners: frozenset[str]
    subjects: frozenset[str]
    not_negating: frozenset[str]
    discrediting: frozenset[str]
    scheduled: frozenset[str]
    answers: Mapping[str, str]


POS = {"verbs": "v", "nouns": "n", "adjectives": "j"}


@lru_cache(maxsize=1)
def factuality_cues() -> FactualityCues:
    """Return the lists."""
    lists = tomllib.loads(resources.files("sayso.vocab").joinpath("factuality_cues.toml").read_text(encoding="utf-8"))
    signatures: dict[tuple[str, str], dict[str, Signature]] = {}
    for pos, word, tie, signature in _rows(lists["group"]):
        signatures.setdefault((pos, word), {})[tie] = signature
    yes, no = lists["modals"]["yes"], lists["modals"]["no"]
    words = {name: frozenset(listed.split()) for name, listed in lists["words"].items()}
    return FactualityCues(
        signatures=MappingProxyType({key: MappingProxyType(ties) for key, ties in signatures.items()}),
        modals=MappingProxyType({word: Modal(Factuality(yes[word]), Factuality(no[word])) for word in yes}),
        adverbs=_by_word(lists["adverbs"]),
        adjectives=_by_word(lists["adjectives"]),
        answers=MappingProxyType({word: kind for kind, listed in lists["answers"].items() for word in listed.split()}),
        **words,
    )


def _rows(groups: list[dict[str, Any]]) -> Iterator[tuple[str, str, str, Signature]]:
    for group in groups:
        yes, no = Factuality(group["yes"]), Factuality(group["no"])
        signature = Signature(yes, no, Factuality(group.get("told", yes)))
        for list_name, pos in POS.items():
            for tie, words in group.get(list_name, {}).items():
                yield from ((pos, word, tie, signature) for word in words.split())


def _by_word(lists: Mapping[str, str]) -> Mapping[str, Factuality]:
    return MappingProxyType({word: Factuality(value) for value, words in lists.items() for word in words.split()})


@lru_cache(maxsize=50_000)
def ties_of(form: str, tag: str, particle: str = "") -> Mapping[str, Signature]:
    """Return the signatures, by tie, of the word that a form (lower case) with a Penn Treebank tag is a form of.

    A verb with a particle (``called off``) is another word than without; a word that is not listed has none.
    """
    pos = {"V": "v", "N": "n", "J": "j", "R": "j"}.get(tag[:1])
    if pos is None or tag.startswith("NNP"):
        return NONE
    known = factuality_cues().signatures
    end = f"_{particle}" if particle else ""
    words = [form] if pos == "j" else [base + end for base in bases(form)]
    found = next((known[pos, word] for word in words if (pos, word) in known), None)
    return found or (known.get(("j", form), NONE) if pos == "v" else NONE)


NONE: Mapping[str, Signature] = MappingProxyType({})
