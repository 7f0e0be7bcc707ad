"""Quotes: quotations as tokens, with the *frames* around them.

The frame before a quotation (``Khan said: “``) and the frame after it (``,” said Khan``) are what is left of its
sentence outside quote marks. A frame never reaches into another quotation.
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.read.attribution.draft import Range
from sayso.read.attribution.quotations import Quotation
from sayso.read.syntax import Syntax, Token

STOPS = frozenset({".", "?", "!", "…"})
JOINS = frozenset({",", ":", "—", "–", "―", "-", "--", ";"})
QUOTE_MARKS = frozenset("“”\"„«»‹›「」『』‘’'") | {"''", "``"}
LONG_FRAME = 45
"""A frame is looked for no more tokens away than this."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation with its tokens and the frames around it, as token ranges (empty where there is none)."""

    quotation: Quotation
    inner: Range
    before: Range
    after: Range


def quotes(syntax: Syntax, quotations: tuple[Quotation, ...]) -> tuple[Quote, ...]:
    """Return the quotations with their tokens and frames; one without a token is left out."""
    told = [(quotation, tokens) for quotation in quotations if (tokens := _tokens(syntax, quotation))]
    found = []
    for n, (quotation, inner) in enumerate(told):
        before = told[n - 1] if n and told[n - 1][0].paragraph == quotation.paragraph else None
        after = told[n + 1] if n + 1 < len(told) and told[n + 1][0].paragraph == quotation.paragraph else None
        floor = before[1][1] if before else paragraph_edge(syntax, inner[0], -1)
        ceiling = after[1][0] if after else paragraph_edge(syntax, inner[1] - 1, 1)
        lead = _before(syntax, inner[0], floor)
        if lead[0] >= lead[1] and before is None:
            lead = _lead_in(syntax, inner[0])
        found.append(Quote(quotation, inner, lead, _after(syntax, inner[1], ceiling)))
    return tuple(found)


def _tokens(syntax: Syntax, quotation: Quotation) -> Range | None:
    inside = syntax.between(quotation.start, quotation.end)
    kept = [t for t in inside if quotation.start <= t.start]
    return (kept[0].i, kept[-1].i + 1) if kept else None


def paragraph_edge(syntax: Syntax, i: int, step: int) -> int:
    """Return the first token of the paragraph of token ``i`` (step -1), or the one past its last (step 1)."""
    number = syntax.tokens[i].sentence
    paragraph = syntax.sentences[number].paragraph
    while 0 <= number + step < len(syntax.sentences) and syntax.sentences[number + step].paragraph == paragraph:
        number += step
    return syntax.sentences[number].first if step < 0 else syntax.sentences[number].last


def _lead_in(syntax: Syntax, first: int) -> Range:
    """Return the sentence of the paragraph before, if it ends in a colon: it leads up to this paragraph's quotation."""
    start = paragraph_edge(syntax, first, -1)
    if start == 0 or first - start > 1 or syntax.tokens[start - 1].text != ":":
        return first, first
    sentence = syntax.sentences[syntax.tokens[start - 1].sentence]
    return sentence.first, start


def is_mark(token: Token) -> bool:
    """Whether a token is a quote mark."""
    return token.text in QUOTE_MARKS


def _before(syntax: Syntax, first: int, floor: int) -> Range:
    """Return the frame before a quotation: from the start of its sentence, or the quotation before it."""
    i = end = first
    while end > floor and is_mark(syntax.tokens[end - 1]):
        end -= 1
    i = end
    while i > floor and end - i < LONG_FRAME:
        token = syntax.tokens[i - 1]
        if token.text in STOPS or (is_mark(token) and _ends_sentence(syntax, i - 1, floor)):
            break
        i -= 1
    while i < end and not syntax.tokens[i].is_word:
        i += 1
    return i, end


def _ends_sentence(syntax: Syntax, i: int, floor: int) -> bool:
    return i - 1 >= floor and syntax.tokens[i - 1].text in STOPS


def _after(syntax: Syntax, last: int, ceiling: int) -> Range:
    """Return the frame after a quotation: up to the end of its sentence or the next quotation."""
    i = last
    while i < ceiling and (is_mark(syntax.tokens[i]) or syntax.tokens[i].text in JOINS):
        i += 1
    first = i
    while i < ceiling and i - first < LONG_FRAME and syntax.tokens[i].text not in STOPS:
        i += 1
    while i > first and is_mark(syntax.tokens[i - 1]):
        i -= 1
    return first, i
