"""Scripts: transcripts, in which a name and a colon stand before each turn (``KHAN: We will stay.``)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from sayso.read.attribution.draft import Draft
from sayso.read.syntax import Sentence, Syntax

NAME = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4}")
LABELS = frozenset(
    "Q A NOTE UPDATE CORRECTION PHOTO VIDEO WATCH READ MORE RELATED BREAKING EXCLUSIVE POLL ANALYSIS OPINION".split()
)
"""Words before a colon that name no speaker."""


def drafts(syntax: Syntax) -> Iterator[Draft]:
    """Yield a draft for each turn of a transcript; a name must take two turns, or stand in capitals."""
    turns = [(s, colon) for s in syntax.sentences if (colon := _colon(syntax, s)) is not None]
    times = Counter(_label(syntax, s, colon) for s, colon in turns)
    firsts = [s.i for s, _ in turns]
    for (sentence, colon), following in zip(turns, [*firsts[1:], len(syntax.sentences)], strict=False):
        label = _label(syntax, sentence, colon)
        if label in LABELS or not (times[label] > 1 or (label.isupper() and len(label) > 3)):
            continue
        last = _end_of_turn(syntax, sentence, following)
        if last > colon + 1:
            yield Draft(
                colon, "script", ((colon, colon + 1),), (_name(syntax, sentence), colon), ((colon + 1, last),), 0.8
            )


def _colon(syntax: Syntax, sentence: Sentence) -> int | None:
    """Return the colon after a name that opens a paragraph."""
    opens = sentence.i == 0 or syntax.sentences[sentence.i - 1].paragraph != sentence.paragraph
    if not opens:
        return None
    for i in range(sentence.first + 1, min(sentence.first + 8, sentence.last)):
        if syntax.tokens[i].text == ":":
            return i if NAME.fullmatch(_label(syntax, sentence, i)) else None
    return None


def _label(syntax: Syntax, sentence: Sentence, colon: int) -> str:
    return syntax.text[syntax.tokens[_name(syntax, sentence)].start : syntax.tokens[colon - 1].end]


def _name(syntax: Syntax, sentence: Sentence) -> int:
    """Return the first token of a turn's name, behind the quote mark that may open its paragraph."""
    return sentence.first + (not syntax.tokens[sentence.first].is_word)


def _end_of_turn(syntax: Syntax, sentence: Sentence, following: int) -> int:
    """Return the token past the last of a turn: the end of its paragraph, or the next turn if that comes first."""
    number = sentence.i
    while number + 1 < following and syntax.sentences[number + 1].paragraph == sentence.paragraph:
        number += 1
    return syntax.sentences[number].last
