"""Quotations: which marks open and close which words.

Exact where marks are exact, forgiving where they are not: a mark without its partner ends with its paragraph and is
told as unresolved, and never loses the rest of the report. Knows “ ” " ‘ ’ ' '' `` « » „ “ ‹ › 「 」, marks that open
every paragraph of a long quotation and close only the last, and speech that a dash introduces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

MARK = re.compile(r"''|``|’’|‘‘|[\"“”„«»‘’'‹›「」『』]")
CLOSERS = {
    "“": ("”", "“", '"', "’’"), "„": ("“", "”", '"'), "«": ("»",), "»": ("«",), "‹": ("›",), "「": ("」",),
    "『": ("』",), "``": ("''", '"'), "‘‘": ("’’",), "”": ("”",),
    '"': ('"', "”"), "''": ("''",), "‘": ("’",), "'": ("'", "’"),
}  # fmt: skip
OPENERS = frozenset("“„«「『‹") | {"``", "‘‘"}
SINGLE = frozenset("‘’'‹›")
SHORTEST = 2
"""Single marks around fewer code points than this are apostrophes: ``rock 'n' roll``."""
LONGEST = 1_500
"""A quotation that nothing closes runs to the end of its paragraph if that is no more code points away than this."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words: ``text[start:end]`` without the marks, ``text[outer_start:outer_end]`` with them.

    ``closed`` is false where no mark closes it; ``continues`` where it goes on from the paragraph before, with a mark
    of its own or without.
    """

    outer_start: int
    start: int
    end: int
    outer_end: int
    paragraph: int
    closed: bool = True
    continues: bool = False


def quotations(text: str, paragraphs: list[tuple[int, int]]) -> tuple[Quotation, ...]:
    """Return the outermost quotations of a text, in order; none crosses a paragraph.

    ``paragraphs`` are (start, end) in code points.
    """
    found: list[Quotation] = []
    for number, (start, end) in enumerate(paragraphs):
        previous = found[-1] if found else None
        left_open = bool(previous and previous.paragraph == number - 1 and not previous.closed)
        inside = list(_of_paragraph(text, start, end, number))
        if inside and left_open and inside[0].outer_start == start:
            inside[0] = replace(inside[0], continues=True)
        found += inside
    return tuple(found)


def _of_paragraph(text: str, start: int, end: int, number: int) -> Iterator[Quotation]:
    """Yield the outermost quotations of one paragraph."""
    at, left_open = start, False
    while mark := MARK.search(text, at, end):
        at = mark.end()
        if not _opens(text, mark, start, end):
            continue
        close = _closing(text, mark, end)
        if close is None and (mark.group() in SINGLE or not _may_stay_open(text, mark, start, end)):
            continue
        closed = close is not None and (close.group() != mark.group() or mark.group() in STRAIGHT)
        if close is not None and close.start() - mark.end() < SHORTEST and mark.group() in SINGLE:
            continue
        inner_end, at = _extent(text, mark, close, closed, end)
        yield Quotation(mark.start(), mark.end(), inner_end, at, number, closed, continues=left_open)
        left_open = not closed


STRAIGHT = frozenset({'"', "''", "'"})
LONE_CLOSER = re.compile(r"(?<=[,.?!])['’](?=\s+(?:\S+\s+){0,4}(?:said|says|told|added|wrote)\b)")
LONE_OPENER = re.compile(r"‘|(?<=\s)'")
"""A single mark that may close a quotation whose double one is missing."""
SENTENCE_END = re.compile(r"[.!?](?=\s+[A-Z“])")


def _extent(text: str, mark: re.Match[str], close: re.Match[str] | None, closed: bool, end: int) -> tuple[int, int]:
    """Return where quoted words end and where to go on looking.

    A quotation that nothing closes ends where the next one opens, with its paragraph, or, where that is far, with its
    sentence.
    """
    if close is not None and closed:
        return close.start(), close.end()
    single = LONE_CLOSER.search(text, mark.end(), close.start() if close else end)
    if single is not None and not LONE_OPENER.search(text, mark.end(), single.start()):
        return single.start(), single.end()
    if close is not None:
        stop = mark.end() + len(text[mark.end() : close.start()].rstrip())
        return stop, close.start()
    if end - mark.end() <= LONGEST:
        return end, end
    sentence = SENTENCE_END.search(text, mark.end(), end)
    stop = sentence.end() if sentence else end
    return stop, stop


def _before(text: str, at: int, start: int) -> str:
    return text[at - 1] if at > start else " "


def _after(text: str, at: int, end: int) -> str:
    return text[at] if at < end else " "


def _opens(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    """Whether a mark can open a quotation: a word follows, and what stands before is no letter."""
    shape, before, after = mark.group(), _before(text, mark.start(), start), _after(text, mark.end(), end)
    if shape in OPENERS:
        return True
    if shape in ("’", "’’", "›", "」", "』", "»"):
        return False
    if after.isspace() or after in ",.;:!?)]":
        return False
    if shape in SINGLE:
        return not before.isalnum() and before not in ".!?,;’”" and after.isalpha()
    return not before.isalnum()


def _closing(text: str, mark: re.Match[str], end: int) -> re.Match[str] | None:
    """Return the mark that closes the quotation which ``mark`` opens, or ``None``.

    A second opening mark at the start of a sentence is returned too: the quotation goes on with a mark of its own, as
    at the head of each paragraph, and the first was never closed.
    """
    wanted = CLOSERS[mark.group()]
    depth, at = 0, mark.end()
    while found := MARK.search(text, at, end):
        at = found.end()
        shape = found.group()
        if shape in ("“", "「", "『", "«") and shape == mark.group():
            if _starts_speech(text, found):
                return found
            depth += 1
            if depth > 1:
                return None
        elif shape in wanted and _closes(text, found, mark, end):
            if depth == 0:
                return found
            depth -= 1
    return None


def _starts_speech(text: str, found: re.Match[str]) -> bool:
    """Whether a second opening mark starts a new quotation, so that the first was never closed."""
    before = text[max(0, found.start() - 8) : found.start()].rstrip()
    return before.rstrip("'’")[-1:] in (".", "!", "?")


def _closes(text: str, found: re.Match[str], opened: re.Match[str], end: int) -> bool:
    """Whether a mark can close: it is no apostrophe, and a straight mark does not stand before a word."""
    shape, after = found.group(), _after(text, found.end(), end)
    before = text[found.start() - 1]
    if shape in SINGLE and shape != "›":
        plural = before == "s" and re.search(r"[’'][\s,.;:!?)]", text[found.end() : end]) is not None
        return not after.isalnum() and not (plural and after == " ")
    if shape in ('"', "''") and before.isspace():
        return not after.isalnum()
    return found.start() > opened.end()


def _may_stay_open(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    """Whether a mark without a partner may open a quotation that runs to the end of its paragraph."""
    if text[end : end + 40].lstrip().startswith(mark.group()):
        return True
    lead = text[start : mark.start()].rstrip()
    return not lead or lead[-1] in ",:.!?—–-"
