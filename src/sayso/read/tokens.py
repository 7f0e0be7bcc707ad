"""Words and paragraphs: the one file that knows spaCy, whose rules cut the text into words.

The text is cut a paragraph at a time. A run without white space that no word can be as long as is cut before the
tokeniser sees it, and so is a very long paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

MAX_PIECE = 20_000
"""Code points cut into words at once; a longer paragraph is cut at white space, or, failing that, anywhere."""
MAX_WORD = 500
"""A run without white space that is longer than this is no word; it is cut before the tokeniser sees it."""


class Place(NamedTuple):
    """A word's or mark's place in the text, in code points, and the number of its paragraph."""

    start: int
    end: int
    paragraph: int


def words(text: str) -> list[Place]:
    """Return the places of the words and marks of a text."""
    cut = tokenizer()
    found = []
    for start, end, paragraph in pieces(text):
        for word in cut(one_line(text[start:end])):
            if not word.is_space:
                at = start + word.idx
                found.append(Place(at, at + len(word.text), paragraph))
    return found


@lru_cache(maxsize=1)
def tokenizer() -> Callable[[str], Doc]:
    """Return spaCy's rules for English words, without any pipeline."""
    from spacy.lang.en import English

    return English().tokenizer


PARAGRAPH = re.compile(r"\S(?:.*\S)?", re.DOTALL)
BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
ENDS_PARAGRAPH = re.compile(r"""[.!?:;…"”’'»)\]]\s*$""")


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each paragraph.

    A blank line always ends one. A single line break does too, unless the text is hard-wrapped: then lines that
    stop in mid-sentence are joined.
    """
    for block_start, block_end in _split(text, 0, len(text), BLANK_LINE):
        block = text[block_start:block_end]
        if "\n" in block and not _is_wrapped(block):
            yield from _split(text, block_start, block_end, re.compile(r"\s*\n\s*"))
        else:
            yield block_start, block_end


def _split(text: str, start: int, end: int, border: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    for mark in border.finditer(text, start, end):
        if text[start : mark.start()].strip():
            yield start, mark.start()
        start = mark.end()
    if text[start:end].strip():
        yield start, end


def _is_wrapped(block: str) -> bool:
    """Whether most lines of a block but the last stop in mid-sentence, as hard-wrapped text does."""
    lines = block.splitlines()[:-1]
    open_ended = sum(not ENDS_PARAGRAPH.search(line) for line in lines)
    return open_ended * 2 > len(lines) and max(map(len, lines)) <= 120


LONG_RUN = re.compile(rf"\S{{{MAX_WORD}}}")


def pieces(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield (start, end, paragraph number) of what is parsed at once."""
    for number, (start, end) in enumerate(paragraphs(text)):
        if end - start <= MAX_WORD or not LONG_RUN.search(text, start, end):
            bounds = _cut(text, start, end, MAX_PIECE)
        else:
            bounds = _cut(text, start, end, MAX_WORD)
        yield from ((a, b, number) for a, b in bounds)


def _cut(text: str, start: int, end: int, size: int) -> Iterator[tuple[int, int]]:
    while end - start > size:
        full_stop = max(text.rfind(mark, start + size // 2, start + size) for mark in (". ", "! ", "? ", ".” "))
        space = full_stop + 1 if full_stop > 0 else text.rfind(" ", start + 1, start + size)
        cut = space if space > start else start + size
        yield start, cut
        start = cut
    yield start, end


UNREADABLE = re.compile("[\ud800-\udfff]")


def one_line(piece: str) -> str:
    """Return a piece, at the same length, with white space as plain spaces and without lone surrogates."""
    return UNREADABLE.sub("\ufffd", re.sub(r"\s", " ", piece))
