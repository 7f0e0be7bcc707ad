"""Which words of a text an annotation means, and which of them is the main one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sayso.read.syntax import Syntax

EMPTY = ("IN", "TO", "RP", "DT")
"""Tags of words whose object or noun is the main word in their place."""
AUXILIARIES = frozenset("is was were are be been has have had".split())


def touched(syntax: Syntax, start: int, end: int) -> list[int]:
    """Return the words that touch a span."""
    return [token.i for token in syntax.between(start, end)]


def main_word(syntax: Syntax, words: Sequence[int]) -> int | None:
    """Return the main word of an annotation: its topmost verb or noun, below prepositions, articles, auxiliaries."""
    tokens = syntax.tokens
    tops = [i for i in words if tokens[i].head not in words or tokens[i].head == i]
    if not tops:
        return None
    here = next((i for i in tops if tokens[i].tag[0] in "VN"), tops[0])
    while tokens[here].tag in EMPTY and (below := _below(syntax, here, words)):
        here = below[0]
    is_auxiliary = tokens[here].tag == "MD" or (tokens[here].lower in AUXILIARIES and len(words) > 1)
    if is_auxiliary and (below := _below(syntax, here, words)):
        here = below[-1]
    return here


def _below(syntax: Syntax, i: int, words: Sequence[int]) -> list[int]:
    """Return the verbs, nouns and adjectives among the words that hang on one of them."""
    return [child for child in syntax.children[i] if child in words and syntax.tokens[child].tag[0] in "VNJ"]


def main_words(syntax: Syntax, spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    """Return the main words of spans."""
    found = (main_word(syntax, touched(syntax, *span)) for span in spans)
    return frozenset(i for i in found if i is not None)


def first_place(text: str, words: str) -> tuple[int, int] | None:
    """Return where words stand first in a text, or, failing that, in another case."""
    for whole, part in ((text, words), (text.lower(), words.lower())):
        at = whole.find(part)
        if at >= 0:
            return at, at + len(part)
    return None


def places(text: str, words: str) -> list[tuple[int, int]]:
    """Return where words stand in a text, whole, whatever white space is between them."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    return [found.span() for found in re.finditer(rf"(?<!\w){pattern}(?!\w)", text)] if pattern else []
