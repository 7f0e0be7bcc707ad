"""Clauses: the word that a span hangs on, the topmost words of a content, and the clause that an event stands in."""

from __future__ import annotations

from collections.abc import Container

from sayso.model import Span
from sayso.read.syntax import Syntax, Token

NO_TOP = frozenset({"punct", "cc", "mark", "neg", "discourse", "intj", "dep"})
WITHIN_CLAUSE = frozenset({"amod", "aux", "auxpass", "compound", "nmod"})


def main_word(syntax: Syntax, span: Span) -> Token | None:
    """Return the word of a span that its other words hang on, the first of several; ``None`` where it has no words."""
    words = [t for t in syntax.between(span.start, span.end) if t.is_word]
    inside = {t.i for t in words}
    return next((t for t in words if t.head not in inside or t.head == t.i), words[0] if words else None)


def tops(syntax: Syntax, words: Container[int], spans: tuple[Span, ...]) -> list[Token]:
    """Return the topmost words of a content: those that hang on nothing inside it."""
    inside = [t for span in spans for t in syntax.between(span.start, span.end)]
    return [
        t for t in inside
        if t.is_word and t.dep not in NO_TOP and (t.head == t.i or t.head not in words)
    ]  # fmt: skip


def clause_span(syntax: Syntax, i: int, frame: Span | None) -> Span:
    """Return the words of the clause of word ``i``, no more of them than ``frame`` holds, without marks at its edges."""
    token = syntax.tokens[i]
    while (token.tag[0] != "V" or token.dep in WITHIN_CLAUSE) and token.head != token.i:
        token = syntax.tokens[token.head]
    first, last = syntax.edges[token.i]
    words = [t for t in syntax.tokens[first : last + 1] if frame is None or (frame.start <= t.start and t.end <= frame.end)]
    while words and not words[0].is_word:
        words = words[1:]
    while words and not words[-1].is_word:
        words = words[:-1]
    words = words or [syntax.tokens[i]]
    return Span.of(syntax.text, words[0].start, words[-1].end)
