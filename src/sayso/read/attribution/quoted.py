"""Quoted speech: which cue, if any, a quotation belongs to, and what it goes on from.

The parse of long quotations is poor, so the words around the marks decide: the *frame* before a quotation
(``Khan said: “``) and the frame after it (``,” said Khan``). A quotation with no frame of its own goes on from the
one before it, or floats.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from sayso.read.attribution import sources
from sayso.read.attribution.draft import Draft, Range
from sayso.read.attribution.quotes import JOINS, STOPS, Quote, is_mark, paragraph_edge
from sayso.read.syntax import Syntax, Token

Known = Callable[[Token], float]
"""The score of a token as a cue of speech, 0 where it is none."""

SHORT = 4
"""A quotation of fewer words than this, with no frame that ends in a colon or comma, is a word in quote marks."""
LONG = 14
"""A quotation of more tokens than this is speech even where it runs on from its cue in mid-sentence."""


def drafts(syntax: Syntax, found: tuple[Quote, ...], known: Known) -> Iterator[Draft]:
    """Yield a draft for each quotation that has a cue, with its further pieces, and for each that floats."""
    current: Draft | None = None
    last: Quote | None = None
    for quote in found:
        follows = last is not None and _follows(syntax, last, quote)
        ways = (_with_before_cue, _with_after_cue) if _is_led_in(syntax, quote) else (_with_after_cue, _with_before_cue)
        draft = ways[0](syntax, quote, known) or ways[1](syntax, quote, known)
        if draft is not None and current is not None and last is not None and draft.head == current.head:
            current = replace(current, content=current.content + draft.content)
        elif draft is not None:
            if current is not None:
                yield current
            current = draft
        elif current is not None and follows:
            current = replace(current, content=(*current.content, quote.inner))
        elif _floats(syntax, quote):
            if current is not None:
                yield current
            current = Draft(-1, "floating", (), None, (quote.inner,), 0.5, floating=True)
        else:
            continue
        last = quote
    if current is not None:
        yield current


def _is_led_in(syntax: Syntax, quote: Quote) -> bool:
    """Whether a colon leads up to a quotation that ends its sentence."""
    first, last = quote.before
    return first < last and syntax.tokens[last - 1].text == ":" and _final(syntax, quote) in STOPS


def _is_speech(syntax: Syntax, quote: Quote) -> bool:
    """Whether the quoted words look like a clause, not a word or name in quote marks."""
    first, last = quote.inner
    count = sum(t.is_word for t in syntax.tokens[first:last])
    return count >= SHORT or (syntax.tokens[last - 1].text in STOPS | {","} and not _is_title(syntax, quote))


def _is_title(syntax: Syntax, quote: Quote) -> bool:
    """Whether quoted words are the name of a book, programme or ship: all but the small words have capitals."""
    words = [t for t in syntax.tokens[slice(*quote.inner)] if t.is_word]
    return (
        len(words) < 8
        and all(t.text[0].isupper() or len(t.text) < 4 for t in words)
        and quote.before[0] < quote.before[1]
    )


DASHES = frozenset({"—", "–", "―", "-", "--"})


def _signed(syntax: Syntax, quote: Quote) -> Draft | None:
    """``“…” — Khan, a farmer``: a quotation signed behind a dash, at the end of its paragraph."""
    first, last = quote.after
    dash = next((i for i in range(quote.inner[1], first) if syntax.tokens[i].text in DASHES), None)
    ends = last >= paragraph_edge(syntax, quote.inner[1] - 1, 1) - 1
    if dash is None or not ends or not 0 < last - first <= 25 or not syntax.tokens[first].text[0].isupper():
        return None
    return Draft(dash, "quote", ((dash, dash + 1),), (first, last), (quote.inner,), 0.8)


def _with_after_cue(syntax: Syntax, quote: Quote, known: Known) -> Draft | None:
    """``“…,” said Khan`` and ``“…,” Khan told reporters``."""
    first, last = quote.after
    if first >= last or not _may_have_after_cue(syntax, quote):
        return None
    cue = _first_cue(syntax, first, last, known)
    if cue is None:
        return _signed(syntax, quote)
    runs_on = quote.before[0] < quote.before[1]
    if runs_on and (cue.lower == "according" or (not _is_speech(syntax, quote) and _is_title(syntax, quote))):
        return None
    words = (cue.i, cue.i + 1 + (cue.lower == "according"))
    source = _source_near(syntax, cue, quote.after)
    content = quote.inner
    led_in = runs_on and syntax.tokens[quote.before[1] - 1].text == ":"
    if runs_on and not led_in and _last_cue(syntax, *quote.before, known) is None:
        content = (quote.before[0], quote.inner[1])
    return Draft(cue.i, "quote", (words,), source, (content,), 0.9)


def _final(syntax: Syntax, quote: Quote) -> str:
    """Return the last token of a quotation that is no quote mark."""
    inner = [t.text for t in syntax.tokens[slice(*quote.inner)] if not is_mark(t)]
    return inner[-1] if inner else ""


def _may_have_after_cue(syntax: Syntax, quote: Quote) -> bool:
    """Whether the words after a quotation may still belong to its sentence."""
    final = _final(syntax, quote)
    nearest = {syntax.tokens[i].text for i in range(quote.inner[1], min(quote.after[0], quote.inner[1] + 3))}
    if final in {",", "—", "–"} or nearest & JOINS:
        return True
    start = syntax.tokens[quote.after[0]]
    if final == ".":
        return start.text[0].islower() and start.tag in ("VBD", "VBZ", "PRP")
    return final in STOPS or start.tag in ("VBD", "VBZ", "PRP") or start.lower == "according"


SUBORDINATORS = frozenset("after when while because although though since before until if unless amid".split())


def _first_cue(syntax: Syntax, first: int, last: int, known: Known) -> Token | None:
    """Return the first cue of speech of a frame after a quotation; a clause of another verb ends the search."""
    if syntax.tokens[first].lower in SUBORDINATORS or syntax.tokens[first].tag == "CC":
        return None
    for i in range(first, min(last, first + 30)):
        token = syntax.tokens[i]
        if token.lower == "according":
            return token
        if token.tag in sources.VERB_TAGS and token.dep not in ("aux", "auxpass"):
            if known(token) > 0 and token.dep not in ("relcl", "advcl", "acl", "pcomp") and token.tag != "VBG":
                return token if not any(syntax.tokens[c].dep == "auxpass" for c in syntax.children[i]) else None
            if token.tag in ("VBD", "VBZ", "VBP") and token.dep in ("ROOT", "ccomp", "parataxis"):
                return None
    return None


def _source_near(syntax: Syntax, cue: Token, frame: Range) -> Range | None:
    """Return the source of a cue in a frame: its subject by the parse if that lies near, else the words beside it."""
    if cue.lower == "according":
        return _after_according(syntax, cue)
    subject = next((c for c in syntax.children[cue.i] if syntax.tokens[c].dep == "nsubj" and _holds(frame, c)), None)
    parsed = sources.of_verb(syntax, cue) if subject is None else sources.source_phrase(syntax, syntax.tokens[subject])
    if parsed is not None and parsed[0] >= frame[0] and parsed[1] <= frame[1] and not _holds(parsed, cue.i):
        return _with_apposition(syntax, parsed, cue, frame)
    left = (frame[0], cue.i)
    while left[1] > left[0] and syntax.tokens[left[1] - 1].tag in ("RB", "MD", "VBD", "VBZ", ",", "VBP"):
        left = (left[0], left[1] - 1)
    if left[0] < left[1] and any(
        t.tag in ("PRP", "NNP", "NN", "NNS", "NNPS", "DT") for t in syntax.tokens[left[0] : left[1]]
    ):
        return left
    return _inverted(syntax, cue, frame)


def _with_apposition(syntax: Syntax, source: Range, cue: Token, frame: Range) -> Range:
    """Add what stands between commas behind a source (``Khan, a farmer, said``), unless it is a relative clause."""
    first, last = source
    after = syntax.tokens[last : last + 2]
    end = cue.i if last <= cue.i else frame[1]
    if (
        len(after) < 2
        or after[0].text != ","
        or last >= end
        or after[1].tag in ("WP", "WDT", "WP$", "VBG", "IN", "CC", "VBD")
    ):
        return source
    inside = syntax.tokens[last + 1 : end]
    closes = [t.i for t in inside if t.text == ","] if last > cue.i else [cue.i - 1]
    stop = closes[-1] if closes else end
    if any(t.tag in ("VBD", "VBZ", "VBP", "MD", "PRP") and t.dep != "relcl" for t in syntax.tokens[last + 1 : stop]):
        return source
    return first, stop


def _holds(found: Range, i: int) -> bool:
    return found[0] <= i < found[1]


def _inverted(syntax: Syntax, cue: Token, frame: Range) -> Range | None:
    """The noun phrase that follows the cue: ``said Khan, the group's leader``."""
    i = cue.i + 1
    while i < frame[1] and syntax.tokens[i].tag[:2] in ("NN", "DT", "JJ", "PR", "PO", "CD", "HY"):
        i += 1
    return (cue.i + 1, i) if i > cue.i + 1 else None


def _after_according(syntax: Syntax, cue: Token) -> Range | None:
    for i in range(cue.i + 1, min(cue.i + 12, len(syntax.tokens))):
        token = syntax.tokens[i]
        if token.dep == "pobj" and token.sentence == cue.sentence:
            return sources.source_phrase(syntax, token)
    return None


def _with_before_cue(syntax: Syntax, quote: Quote, known: Known) -> Draft | None:
    """``Khan said: “…``, ``saying, “…`` and ``Khan: “…``."""
    first, last = quote.before
    if first >= last:
        return None
    final = syntax.tokens[last - 1]
    cue = _last_cue(syntax, first, last, known)
    if cue is not None and _leads(syntax, cue, quote):
        source = sources.of_verb(syntax, cue)
        content = (*_clause_before(syntax, cue, source, first), quote.inner)
        return Draft(cue.i, "quote", ((cue.i, cue.i + 1),), source, content, 0.85)
    if final.text == ":" and _is_speech(syntax, quote):
        return _colon(syntax, quote, final)
    return None


def _last_cue(syntax: Syntax, first: int, last: int, known: Known) -> Token | None:
    for i in range(last - 1, first - 1, -1):
        token = syntax.tokens[i]
        if token.tag in sources.VERB_TAGS and token.dep not in ("aux", "auxpass") and known(token) > 0:
            return token
    return None


def _leads(syntax: Syntax, cue: Token, quote: Quote) -> bool:
    """Whether a cue leads up to a quotation, with no other verb in between.

    Words in quote marks that run on from the cue without a colon or comma are no quotation but part of what the parse
    finds, unless they begin like a sentence.
    """
    last = quote.before[1]
    final = syntax.tokens[last - 1]
    between = syntax.tokens[cue.i + 1 : last]
    if any(t.tag in ("VBD", "VBZ", "VBP", "MD") and t.dep not in ("relcl", "acl", "advcl") for t in between):
        return False
    if final.text in (":", ",") or final.text in JOINS:
        return True
    if final.i == cue.i or final.lower in ("that", "as") or final.dep in ("dobj", "dative", "pobj"):
        count = quote.inner[1] - quote.inner[0]
        return count > LONG or (_is_speech(syntax, quote) and syntax.tokens[quote.inner[0]].text[0].isupper())
    return False


def _clause_before(syntax: Syntax, cue: Token, source: Range | None, first: int) -> tuple[Range, ...]:
    """The words before ``, Khan said, “``, which belong to what Khan said."""
    end = min(cue.i, source[0] if source and source[0] >= first else cue.i)
    lead = syntax.tokens[first:end]
    main = {"ccomp", "ROOT", "parataxis"}
    says = any(t.dep in ("nsubj", "nsubjpass") and syntax.tokens[t.head].dep in main and t.head < end for t in lead)
    if len(lead) > SHORT and lead[-1].text == "," and says and lead[0].tag not in ("IN", "VBG", "VBN", "TO", "WRB"):
        return ((first, end - 1),)
    return ()


def _colon(syntax: Syntax, quote: Quote, colon: Token) -> Draft | None:
    """A quotation behind a colon without a cue of speech: the last verb before it, or the colon, is the cue."""
    first, last = quote.before
    verbs = [
        t for t in syntax.tokens[first:last] if t.tag in ("VBD", "VBZ", "VBP", "VBG") and t.dep not in ("aux", "relcl")
    ]
    if verbs:
        source = sources.of_verb(syntax, verbs[0])
        return Draft(verbs[0].i, "quote", ((verbs[0].i, last),), source, (quote.inner,), 0.6)
    if last - first <= 12:
        return Draft(colon.i, "quote", ((colon.i, colon.i + 1),), (first, colon.i), (quote.inner,), 0.6)
    return None


def _follows(syntax: Syntax, last: Quote, quote: Quote) -> bool:
    """Whether a quotation without a frame goes on from the one before it."""
    if quote.before[0] < quote.before[1] and quote.before != last.after and not _within(quote.before, last.after):
        return False
    told = sum(t.is_word for t in syntax.tokens[max(last.after[1], last.inner[1]) : quote.inner[0]])
    near = quote.quotation.paragraph - last.quotation.paragraph
    if near == 0:
        return _is_speech(syntax, quote) and not _is_fragment(syntax, quote) and told == 0
    if quote.quotation.continues:
        return True
    if _may_be_heading(syntax, quote):
        return False
    starts = paragraph_edge(syntax, quote.inner[0], -1)
    opens_paragraph = quote.inner[0] - starts <= 1
    if not opens_paragraph or near != 1:
        return False
    ended = paragraph_edge(syntax, last.inner[1] - 1, 1)
    return not last.quotation.closed or ended - max(last.after[1], last.inner[1]) <= 2


def _is_fragment(syntax: Syntax, quote: Quote) -> bool:
    """Whether quoted words run on from words before them, and so belong to a sentence that is not quoted."""
    return quote.before[0] < quote.before[1] and syntax.tokens[quote.before[1] - 1].text not in JOINS


def _within(inner: Range, outer: Range) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _may_be_heading(syntax: Syntax, quote: Quote) -> bool:
    """Whether words between single marks without a full stop stand alone: a heading, not speech."""
    single = syntax.text[quote.quotation.outer_start] in "‘'"
    return single and syntax.tokens[quote.inner[1] - 1].text not in STOPS | {","}


def _floats(syntax: Syntax, quote: Quote) -> bool:
    """Whether a quotation stands as a sentence of its own, with no cue."""
    alone = quote.before[0] >= quote.before[1] and quote.after[0] >= quote.after[1]
    count = sum(t.is_word for t in syntax.tokens[slice(*quote.inner)])
    if _may_be_heading(syntax, quote):
        return False
    return alone and count > SHORT
