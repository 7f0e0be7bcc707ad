"""Words of a claim, made comparable: stems of the words that carry its sense, and which stand under a negation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sayso.vocab.comparing import comparing_words
from sayso.vocab.lemmas import bases

WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*|\d[\d,.]*\d|\d")
SENTENCE_END = re.compile(r"[.!?;][”’\"')\]]*(?=\s)|\n")
CLAUSE_END = re.compile(r"[,;:—–.!?]")
SCOPE = 4
"""How many weighty words behind a negation stand under it, as long as the clause goes on."""
INFLECTIONS = ("ings", "ing", "edly", "ed", "es", "s")
DERIVATIONS = (
    "fulness", "ations", "ation", "itions", "ition", "ments", "ment", "ness", "ful", "ive", "ally",
    "al", "ly", "ers", "er", "ors", "or", "ity",
)  # fmt: skip
SHORTEST = 4
"""Letters that a stem keeps at least when an ending of derivation goes."""


@dataclass(frozen=True, slots=True)
class Word:
    """A weighty word of a claim: its stem (or the name of the party that it mentions), where it stands, its form."""

    stem: str
    start: int
    end: int
    printed: str
    negated: bool = False


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the beginning that a word (lower case) shares with its forms and near kin: ``peaceful``, ``peace``."""
    base = next(bases(word))
    if base == word:
        base = _uninflected(word)
    base = _without(_without(base, DERIVATIONS, SHORTEST), ("ions", "ion"), SHORTEST + 1).rstrip("e")
    base = base[:-1] if base.endswith("ll") and len(base) > SHORTEST + 2 else base
    return _without(base, ("at",), SHORTEST) or word


def _uninflected(word: str) -> str:
    """Return a word without its inflection; a doubled consonant becomes one again."""
    if word.endswith(("ies", "ied")):
        return f"{word[:-3]}y" if len(word) > 4 else word[:-1]
    base = _without(word, INFLECTIONS, 3)
    if base == word or base[-2:-1] != base[-1:] or base[-1] in "sfz" or (base[-1] == "l" and len(base) < 6):
        return base
    return base[:-1]


def _without(word: str, endings: tuple[str, ...], shortest: int) -> str:
    """Return a word without the first of these endings that leaves enough of it."""
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= shortest and not word.endswith("ss"):
            return word[: -len(ending)]
    return word


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the sentences between two code points of a text begin and end."""
    first = start
    for mark in SENTENCE_END.finditer(text, start, end):
        yield first, mark.end()
        first = mark.end()
    if text[first:end].strip():
        yield first, end


def breaks(text: str, start: int, end: int) -> int:
    """Return how many sentences end between two code points of a text."""
    return sum(1 for _ in SENTENCE_END.finditer(text, start, min(end + 1, len(text))))


def plain_words(text: str) -> list[str]:
    """Return all words of a text in lower case, ``n't`` as a word of its own."""
    return [part for match in WORD.finditer(text) for part in _parts(match.group().lower())]


def _parts(word: str) -> tuple[str, ...]:
    plain = word.replace("’", "'")
    if plain.endswith("n't"):
        return (plain[:-3], "n't") if plain != "can't" else ("can", "n't")
    return (plain.removesuffix("'s"),)


def weighty(text: str, start: int, end: int) -> tuple[Word, ...]:
    """Return the words between two code points of a text that carry sense, with what stands under a negation."""
    stop = comparing_words().stop
    words, left = list[Word](), 0
    clause_ends = frozenset(mark.start() for mark in CLAUSE_END.finditer(text, start, end))
    previous = start
    for match in WORD.finditer(text, start, end):
        if left and any(at in clause_ends for at in range(previous, match.start())):
            left = 0
        previous = match.end()
        parts = _parts(match.group().lower())
        if parts[0] not in stop and len(parts[0]) > 1:
            words.append(Word(stem(parts[0]), match.start(), match.end(), text[slice(*match.span())], left > 0))
            left = max(left - 1, 0)
        if _negates(parts, text, match.start()):
            left = SCOPE
    return tuple(words)


def _negates(parts: tuple[str, ...], text: str, start: int) -> bool:
    """Whether a word says no to those behind it: ``not``, ``n't``, ``prevents``."""
    if comparing_words().negations.intersection(parts):
        return not _is_emphasis(text, start)
    return stem(parts[0]) in _preventions()


@lru_cache(maxsize=1)
def _preventions() -> frozenset[str]:
    return frozenset(map(stem, comparing_words().preventions))


def _is_emphasis(text: str, start: int) -> bool:
    """Whether what looks like a negation denies nothing: ``not only``."""
    return text[start : start + 20].lower().startswith(comparing_words().not_negations)


def printed(words: Iterator[Word]) -> str:
    """Return words in their printed form, each stem once, with commas between."""
    seen: dict[str, str] = {}
    for word in words:
        seen.setdefault(word.stem, word.printed)
    return ", ".join(seen.values())


@lru_cache(maxsize=1)
def _opposites() -> dict[str, frozenset[str]]:
    """Stem -> the stems of the words that cannot be true with it."""
    pairs = [(frozenset(map(stem, one)), frozenset(map(stem, other))) for one, other in comparing_words().opposites]
    both = [*pairs, *((other, one) for one, other in pairs)]
    stems = {word for one, _ in both for word in one}
    return {word: frozenset[str]().union(*(other for one, other in both if word in one)) for word in stems}


def opposed(one: Word, other: Word) -> bool:
    """Whether two words cannot be true of one thing: ``alive``, ``killed``."""
    return other.stem in _opposites().get(one.stem, frozenset())
