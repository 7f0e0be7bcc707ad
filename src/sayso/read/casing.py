"""Casing: a report in capitals only, as the wires once were, written as it would be in print.

The encoder knows names by their capitals, among other things, and so do the stages; the encoder's casing head says of
each word how it would be written. Every word keeps its length, so spans stand where they stood.
"""

from __future__ import annotations

from typing import Any

import msgspec

from sayso.model import Findings, Span
from sayso.read.encoder.network import network
from sayso.read.encoder.pieces import Word
from sayso.read.syntax import as_pieces
from sayso.read.tokens import words

FEW = 40
"""Texts with fewer letters are taken as they are."""
SMALL = 0.05
"""With a smaller share of small letters than this, a text is in capitals."""
CAPITALS, GAP, LINE = 3, 12, 8
"""Bits of a word's shape: its capitals, the white space before it, and a mere line break there."""
LOWER, TITLE = 0, 1



def is_in_capitals(text: str) -> bool:
    """Whether a text is written in capitals only, or nearly so."""
    upper, lower = sum(c.isupper() for c in text), sum(c.islower() for c in text)
    return upper >= FEW and lower < SMALL * (upper + lower)


def in_print(text: str) -> str:
    """Return a text in capitals as it would be printed, at the same length.

    Raises ``NoWeights`` if the encoder's weights cannot be read.
    """
    places, net = words(text), network()
    spans = [(start, end) for start, end, _ in places]
    breaks = frozenset(n for n, one in enumerate(places) if n == 0 or one.paragraph != places[n - 1].paragraph)
    plain = [_plain(word) for word in as_pieces(net.pieces, text, spans)]
    cases = net.read(plain, breaks).of("case").argmax(1).tolist()
    written = list(text)
    for (start, end), case in zip(spans, cases, strict=True):
        if case in (LOWER, TITLE):
            written[start:end] = _written(text[start:end], case)
    return "".join(written)


def _plain(word: Word) -> Word:
    """Take a word's capitals out of its shape; a line break before it says nothing in such texts."""
    gap = word.shape & GAP
    return Word(word.pieces, (word.shape & ~(CAPITALS | GAP)) | (GAP // 3 if gap == LINE else gap))


def _written(word: str, case: int) -> str:
    small = "".join(low if len(low := c.lower()) == 1 else c for c in word)
    return word[:1] + small[1:] if case == TITLE else small


def anchored(findings: Findings, text: str) -> Findings:
    """Return findings whose spans have the words of the text as it came."""
    rest = {name: _anchored(getattr(findings, name), text) for name in findings.__struct_fields__ if name != "report"}
    return msgspec.structs.replace(findings, **rest)


def _anchored(part: Any, text: str) -> Any:
    if isinstance(part, Span):
        return Span.of(text, part.start, part.end)
    if isinstance(part, tuple):
        return tuple(_anchored(one, text) for one in part)
    if isinstance(part, msgspec.Struct):
        changed = {name: _anchored(getattr(part, name), text) for name in part.__struct_fields__}
        return msgspec.structs.replace(part, **changed)
    return part
