"""Basis: on what ground the nearest holder of a claim knows it, as far as the words tell."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.model import Basis, Span
from sayso.read.factuality.telling import Telling
from sayso.vocab.basis_words import basis_words
from sayso.vocab.lemmas import bases


def basis_of(telling: Telling) -> Basis:
    """Return the ground on which a speaker stands, as the words for them, what they say, or the cue tell."""
    attribution = telling.attribution
    if telling.is_nominal and (basis := _of_words(attribution.cue[0].exact, "sources")):
        return basis
    if attribution.source and (basis := _of_words(attribution.source.exact, "sources")):
        return basis
    first = " ".join(span.exact for span in attribution.content)[:400]
    for basis, pattern in basis_words().openings:
        if pattern.search(first):
            return basis
    cue = " ".join(span.exact for span in attribution.cue)
    return _of_words(cue, "cues") or Basis.CANNOT_BE_JUDGED


def own_basis(span: Span) -> Basis:
    """Return the ground on which the report stands for a clause of its own: witnessed where it says ``I saw``."""
    openings = basis_words().openings
    return next((basis for basis, pattern in openings if pattern.search(span.exact)), Basis.CANNOT_BE_JUDGED)


@lru_cache(maxsize=20_000)
def _of_words(words: str, part: str) -> Basis | None:
    """Return the basis that a word of a source or cue tells, the last such word first."""
    known = basis_words().sources if part == "sources" else basis_words().cues
    for word in reversed(re.findall(r"[\w-]+", words.lower())):
        basis = next((known[base] for base in bases(word) if base in known), None)
        if basis is not None:
            return basis
    return None
