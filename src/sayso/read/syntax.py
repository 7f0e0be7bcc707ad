"""Sentences and syntax: words with their tags and trees, as the encoder's heads tell them.

Everything after it works on the frozen ``Token`` and ``Syntax`` objects of this file, whatever parser made them. No
sentence crosses a paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from sayso.read.attribution.quotations import quotations
from sayso.read.encoder.network import Signals, network
from sayso.read.encoder.pieces import Word, WordPieces, shape
from sayso.read.encoder.trees import trees
from sayso.read.tokens import paragraphs, words


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

    def __init__(
        self, text: str, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...], signals: Signals | None = None
    ) -> None:
        """Keep what the parser found, and what else the encoder said of the words; the rest is worked out on demand."""
        self.signals = signals
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
    """Return the words, sentences and trees of ``text``, with what the encoder says of each word.

    Raises ``NoWeights`` if the encoder's weights cannot be read.
    """
    places = words(text)
    firsts = [n for n, place in enumerate(places) if n == 0 or place.paragraph != places[n - 1].paragraph]
    net, breaks = network(), frozenset(firsts)
    signals = net.read(as_pieces(net.pieces, text, [(start, end) for start, end, _ in places]), breaks)
    found = trees(net, signals, breaks)
    sentences = tuple(
        Sentence(n, first, last, places[first].paragraph)
        for n, (first, last) in enumerate(pairwise([*found.begins, len(places)]))
    )
    numbers = [sentence.i for sentence in sentences for _ in range(sentence.first, sentence.last)]
    rows = zip(places, found.tags, found.deps, found.heads, numbers, strict=True)
    tokens = tuple(
        Token(i, start, end, word := text[start:end], word.lower(), tag, dep, head, number)
        for i, ((start, end, _), tag, dep, head, number) in enumerate(rows)
    )
    return Syntax(text, tokens, sentences, signals)


def as_pieces(vocabulary: WordPieces, text: str, spans: Iterable[tuple[int, int]]) -> list[Word]:
    """Return the words at (start, end) as the encoder takes them: their pieces, and how they are written."""
    quoted = bytearray(len(text) + 1)
    for one in quotations(text, list(paragraphs(text))):
        quoted[one.outer_start : one.outer_end] = b"\1" * (one.outer_end - one.outer_start)
    found, before = [], None
    for start, end in spans:
        word = text[start:end]
        gap = "\n\n" if before is None else text[before:start]
        found.append(Word(vocabulary.of(word), shape(word, gap, bool(quoted[start]))))
        before = end
    return found
