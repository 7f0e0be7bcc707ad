"""Text cut into sentences to search by: simple, in one pass, in any language that ends sentences with a mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 1_000
"""Code points; a longer sentence is cut at white space, or, failing that, anywhere."""
LINE = re.compile(r"[^\n]+")
END = re.compile(r"[.!?…؟。！？][\"'”’»)\]]{0,4}(?=\s|$)|[。！？]")
SHORT_FORM = re.compile(
    r"(?:^|[\s(\"“‘'.-])(?:[A-Z]|(?:\w\.)+\w|Mr|Mrs|Ms|Mx|Dr|Prof|St|Rev|Sen|Rep|Gov|Gen|Col|Maj|Capt|Lt|Sgt|Brig|Adm|Cmdr"
    r"|Jan|Feb|Aug|Sept|Oct|Nov|Dec|No|vs)$"
)
"""What stands before a full stop that may not end a sentence: an initial, ``Gen``, ``U.S``."""


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end (code points, end exclusive) of each sentence; none crosses a line break."""
    for line in LINE.finditer(text):
        start = line.start()
        for end in (*_ends(text, line.start(), line.end()), line.end()):
            yield from _pieces(text, *_trimmed(text, start, end))
            start = end


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    for mark in END.finditer(text, start, end):
        if not (mark.group() == "." and _goes_on(text, max(start, mark.start() - 12), mark.start(), mark.end())):
            yield mark.end()


def _goes_on(text: str, before: int, stop: int, after: int) -> bool:
    """Whether a full stop stands within a sentence: after a short form, or before a small letter."""
    following = text[after : after + 2].lstrip()
    return following[:1].islower() or SHORT_FORM.search(text[before:stop]) is not None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        space = text.rfind(" ", start + 1, start + LONGEST)
        cut = space if space > start else start + LONGEST
        yield start, cut
        start = cut + (text[cut] == " ")
    if start < end:
        yield start, end
