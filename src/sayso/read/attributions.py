"""Attributions: who is said to have said what, as words of the report.

The encoder sees cues with the source and content that each ties together; turns of a transcript, and quotations that it
left out, are found by their marks; both are joined. What that needs is in ``read/attribution/``. Speakers, channels and
conditions are filled in by the stages after this one.
"""

from __future__ import annotations

import re

from sayso.model import Attribution, QuoteType, Report, Span, Unresolved
from sayso.read.attribution import joining, learnt, parsed, quoted, script
from sayso.read.attribution.draft import Draft, Range, pieces
from sayso.read.attribution.quotations import Quotation, quotations
from sayso.read.attribution.quotes import quotes as with_frames
from sayso.read.found import Found
from sayso.read.syntax import Syntax, Token
from sayso.read.tokens import paragraphs
from sayso.vocab import cues

MADE_BY = "attributions/encoder@2"


def find(report: Report, found: Found) -> Found:
    """Return ``found`` with the report's attributions, in the order of the text."""
    syntax = found.syntax
    marks = quotations(report.text, list(paragraphs(report.text)))
    quotes = with_frames(syntax, marks)
    speech = [*script.drafts(syntax), *quoted.drafts(syntax, quotes, score_of_speech)]
    seen = learnt.drafts(syntax, [quote.inner for quote in quotes])
    drafts = joining.joined(syntax, seen, speech, list(parsed.drafts(syntax)))
    attributions = tuple(
        attribution
        for number, draft in enumerate(drafts, start=1)
        if (attribution := _attribution(report.text, syntax, draft, marks, f"a{number}"))
    )
    return found.having(attributions=attributions, unresolved=found.unresolved + _stray(report.text, marks))


def score_of_speech(token: Token) -> float:
    """Return how likely a verb introduces quoted speech, 0 where the cue table does not know it to."""
    cue = cues.lookup(token.lower, token.tag)
    return cue.ties.get("quote", 0.0) if cue else 0.0


def _attribution(
    text: str, syntax: Syntax, draft: Draft, marks: tuple[Quotation, ...], number: str
) -> Attribution | None:
    content = tuple(
        span for piece in _disjoint(draft) if any(t.is_word for t in syntax.tokens[slice(*piece)])
        and (span := _content(text, syntax, piece))
    )  # fmt: skip
    if not content:
        return None
    return Attribution(
        id=number,
        source=_span(text, syntax, draft.source) if draft.source else None,
        cue=tuple(_span(text, syntax, piece) for piece in draft.cue),
        content=content,
        quote_type=quote_type(content, marks),
        speech_act=draft.act,
        floating=draft.floating,
        score=round(draft.score, 2),
        made_by=MADE_BY,
    )


def _disjoint(draft: Draft) -> list[Range]:
    """Return the pieces of a content in order, none twice, without the words of the cue and the source."""
    frame = set[int]()
    for first, last in (*draft.cue, *([draft.source] if draft.source else [])):
        frame.update(range(first, last))
    inside = {i for first, last in draft.content for i in range(first, last)} - frame
    return pieces(inside, {first for first, _ in draft.content})


def _span(text: str, syntax: Syntax, tokens: Range) -> Span:
    return Span.of(text, syntax.tokens[tokens[0]].start, syntax.tokens[tokens[1] - 1].end)


OUTER = '“”"„«»‹›「」『』'
BEFORE_CLOSE = ",;:–—"


def _content(text: str, syntax: Syntax, tokens: Range) -> Span | None:
    """Return a piece of content without outer quote marks and a comma before a closing one."""
    span = _span(text, syntax, tokens)
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or (text[start] in OUTER and not _has_partner(text, start, end))):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in BEFORE_CLOSE):
        end -= 1
    end += _closing_after(text, start, end)
    return Span.of(text, start, end) if start < end else None


CLOSING_AFTER = re.compile(r"[.!?]?[”»』」\"]")


def _closing_after(text: str, start: int, end: int) -> int:
    """Return the length of what closes a quotation that a content opened and left open: ``it “a disaster.”``."""
    inside = text[start:end]
    left_open = any(inside.count(a) > inside.count(b) for a, b in ("“”", "«»", "「」")) or inside.count('"') % 2
    mark = CLOSING_AFTER.match(text, end) if left_open else None
    return mark.end() - end if mark else 0


def _has_partner(text: str, start: int, end: int) -> bool:
    """Whether a quote mark that opens a piece closes inside it."""
    return any(mark in text[start + 1 : end] for mark in '”»」』›"')


def quote_type(content: tuple[Span, ...], marks: tuple[Quotation, ...]) -> QuoteType:
    """Return whether a content stands in quote marks: all of it, some, or none; one word in marks does not count."""
    whole = quoted_part = 0
    for span in content:
        inside = [(max(span.start, q.outer_start), min(span.end, q.outer_end)) for q in marks]
        whole += len(span.exact.split())
        quoted_part += sum(len(span.exact[a - span.start : b - span.start].split()) for a, b in inside if a < b)
    if quoted_part >= whole:
        return QuoteType.DIRECT
    return QuoteType.MIXED if quoted_part > 1 else QuoteType.INDIRECT


def _stray(text: str, marks: tuple[Quotation, ...]) -> tuple[Unresolved, ...]:
    """Tell the quotations that nothing closes and nothing goes on from."""
    goes_on = {q.paragraph - 1 for q in marks if q.continues}
    return tuple(
        Unresolved(
            "attributions", Span.of(text, q.outer_start, q.start), "The quotation is not closed in its paragraph."
        )
        for q in marks
        if not q.closed and q.paragraph not in goes_on
    )
