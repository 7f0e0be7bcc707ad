"""Whether words stand in quote marks, for telling direct, mixed and indirect attributions apart in gold."""

from __future__ import annotations

import re

from sayso.model import QuoteType

MARK = re.compile("''|``|[\"“”«»„\\n]")
OPENING = frozenset({"“", "«", "„", "``"})
STRAIGHT = frozenset({'"', "''"})


def quoted(text: str) -> list[bool]:
    """Return for each code point of a text whether it is in double quote marks, or is one.

    Straight marks open and close by turns, as do two single ones (wire copy); what is left open ends with its
    paragraph, as quotations of several paragraphs do.
    """
    inside = [False] * len(text)
    begun: int | None = None
    for match in MARK.finditer(text):
        mark, start, end = match.group(), match.start(), match.end()
        if mark == "\n":
            _fill(inside, begun, start)
            begun = None
        elif mark in OPENING or (mark in STRAIGHT and begun is None):
            begun = start if begun is None else begun
        else:
            _fill(inside, start if begun is None else begun, end)
            begun = None
    _fill(inside, begun, len(text))
    return inside


def _fill(inside: list[bool], start: int | None, end: int) -> None:
    if start is not None:
        inside[start:end] = [True] * (end - start)


def quote_type(words: list[bool]) -> QuoteType:
    """Return the type of a content, given for each of its words whether it stands in quote marks."""
    if words and all(words):
        return QuoteType.DIRECT
    return QuoteType.MIXED if any(words) else QuoteType.INDIRECT
