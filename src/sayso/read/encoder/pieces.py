"""Pieces: words as the encoder takes them, cut by WordPiece, each with a code for what lower case loses.

The encoder is uncased and sees no white space, so every piece carries a *shape*: how its word is capitalised, what
white space stands before it, and whether it stands inside quote marks. Training and reading use this same file.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

UNKNOWN, START, END, PAD = "[UNK]", "[CLS]", "[SEP]", "[PAD]"
MOST_PIECES = 8
"""A word is cut after this many pieces."""
LONGEST_WORD = 60
"""A longer word is unknown."""
SHAPES = 32
"""The number of shapes: 4 ways of capitals x 4 of white space x in or out of quote marks."""


class Word(NamedTuple):
    """A word or mark as the encoder takes it: the ids of its pieces, and its shape."""

    pieces: tuple[int, ...]
    shape: int


class WordPieces:
    """The vocabulary of the encoder: which pieces a word is made of (Wu et al. 2016, greedy longest match first)."""

    def __init__(self, pieces: Sequence[str]) -> None:
        """Keep the pieces; the id of a piece is its place."""
        self.ids = {piece: n for n, piece in enumerate(pieces)}
        self.unknown, self.start, self.end, self.pad = (self.ids[one] for one in (UNKNOWN, START, END, PAD))
        self.of = lru_cache(maxsize=50_000)(self._of)

    @classmethod
    def load(cls, path: Path) -> WordPieces:
        """Return the vocabulary of a file with a piece a line."""
        return cls(path.read_text(encoding="utf-8").rstrip("\n").split("\n"))

    def _of(self, word: str) -> tuple[int, ...]:
        """Return the ids of a word's pieces, at least one."""
        found: list[int] = []
        for part in _parts(_plain(word)):
            found += self._cut(part)
        return tuple(found[:MOST_PIECES]) or (self.unknown,)

    def _cut(self, part: str) -> list[int]:
        if len(part) > LONGEST_WORD:
            return [self.unknown]
        found: list[int] = []
        start = 0
        while start < len(part):
            mark = "##" if start else ""
            ends = range(len(part), start, -1)
            end = next((end for end in ends if mark + part[start:end] in self.ids), None)
            if end is None:
                return [self.unknown]
            found.append(self.ids[mark + part[start:end]])
            start = end
        return found


def _plain(word: str) -> str:
    """Return a word in lower case without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")


def _parts(word: str) -> Iterable[str]:
    """Yield the runs of letters and digits in a word, and each mark alone, as BERT's tokeniser cuts it."""
    for is_mark, run in groupby(word, key=lambda c: not c.isalnum()):
        if is_mark:
            yield from run
        else:
            yield "".join(run)


def shape(word: str, before: str, is_quoted: bool) -> int:
    """Return the shape of a word; ``before`` is the white space between it and the word before it."""
    upper = [c.isupper() for c in word]
    capitals = 0 if not any(upper) else 2 if len(word) > 1 and all(upper) else 1 if upper[0] else 3
    breaks = before.count("\n")
    space = 0 if not before else 1 if not breaks else 2 if breaks == 1 else 3
    return capitals + 4 * space + 16 * is_quoted
