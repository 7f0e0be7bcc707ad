"""Clauses: the word that a span hangs on, the topmost words of a content, and the clause that an event stands in."""

from __future__ import annotations

from collections.abc import Container

from sayso.model import Span
from sayso.read.syntax import Syntax, Token

NO_TOP = frozenset({"punct", "cc", "mark", "neg", "discourse", "intj", "dep"})
PART_OF_CLAUSE = frozenset({"amod", "aux", "auxpass", "compound", "nmod", "xcomp"})


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


ASIDE = frozenset({"advcl", "relcl", "conj", "parataxis"})
OPENS_CLAUSE = frozenset({"that", "and", "but"})


def clause_span(syntax: Syntax, i: int, frame: Span | None) -> Span:
    """Return the words of the clause of word ``i``, without clauses that follow, and inside ``frame`` if given."""
    head = _verb_of(syntax, i)
    first, last = syntax.edges[head]
    for c in syntax.children[head]:
        if c > max(i, head) and syntax.tokens[c].dep in ASIDE and syntax.edges[c][0] > max(i, head):
            last = min(last, syntax.edges[c][0] - 1)
    words = [t for t in syntax.tokens[first : last + 1] if frame is None or _stands_in(t, frame)]
    while words and (not words[0].is_word or words[0].lower in OPENS_CLAUSE):
        words = words[1:]
    while words and (not words[-1].is_word or words[-1].dep == "cc"):
        words = words[:-1]
    words = words or [syntax.tokens[i]]
    return Span.of(syntax.text, words[0].start, words[-1].end)


def _verb_of(syntax: Syntax, i: int) -> int:
    """The verb of the clause of a word; of ``failed to leave``, the one that has a subject."""
    token = syntax.tokens[i]
    while (token.tag[0] != "V" or token.dep in PART_OF_CLAUSE) and token.head != token.i:
        token = syntax.tokens[token.head]
    return token.i


def _stands_in(token: Token, frame: Span) -> bool:
    return frame.start <= token.start and token.end <= frame.end
