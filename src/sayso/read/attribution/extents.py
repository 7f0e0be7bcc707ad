"""Extents: where a cue and a content begin and end.

``that``, the outer quote marks and a comma or dash at either end are no part of a content; the auxiliaries, negation
and particle of a verb are part of its cue.
"""

from __future__ import annotations

from sayso.read.attribution.draft import Range
from sayso.read.syntax import Syntax, Token
from sayso.vocab import cues

EDGES = frozenset(',;:—–-―"“”„«»‹›「」『』…') | {"''", "``", "--", "...", "...."}
FINAL = frozenset(".?!")


def trimmed(syntax: Syntax, ranges: tuple[Range, ...], source: Range | None) -> tuple[Range, ...]:
    """Return the ranges without punctuation at their edges and without the source and what trails behind them."""
    kept = []
    for first, last in ranges:
        first, last = _without_according(syntax, first, last)
        last = _without_next_cue(syntax, first, last)
        if source is not None and first <= source[0] < last and source[1] >= last:
            last = source[0]
        first, last = _bare(syntax, first, last)
        if first < last:
            kept.append((first, last))
    return tuple(kept)


def _bare(syntax: Syntax, first: int, last: int) -> Range:
    """Cut punctuation at both edges, but not one mark of a pair whose partner stays inside."""
    while first < last and syntax.tokens[first].text in EDGES | FINAL and not _paired(syntax, first, last, first):
        first += 1
    while first < last and _trails(syntax, last - 1) and not _paired(syntax, first, last, last - 1):
        last -= 1
    return first, last


def _trails(syntax: Syntax, i: int) -> bool:
    """Whether a token at the end of a content is punctuation, or a conjunction with nothing behind it."""
    return syntax.tokens[i].text in EDGES | FINAL or syntax.tokens[i].tag == "CC"


OPENING, CLOSING = frozenset("“„«‹「『") | {"``"}, frozenset("”»›」』")


def _paired(syntax: Syntax, first: int, last: int, i: int) -> bool:
    """Whether the mark at ``i`` has its partner inside the range and not at its other edge."""
    mark = syntax.tokens[i].text
    inside = [t.text for t in syntax.tokens[first:last]]
    other_edge = last - 1 if i == first else first
    if mark in OPENING:
        partners = [first + n for n, text in enumerate(inside) if text in CLOSING]
    elif mark in CLOSING:
        partners = [first + n for n, text in enumerate(inside) if text in OPENING]
    elif mark in ('"', "''"):
        partners = [first + n for n, text in enumerate(inside) if text == mark and first + n != i]
    else:
        return False
    return bool(partners) and not (len(partners) == 1 and abs(partners[0] - other_edge) <= 1)


def _without_according(syntax: Syntax, first: int, last: int) -> Range:
    """Cut ``, according to …`` off the end of a content."""
    for i in range(first + 1, last - 1):
        if syntax.tokens[i].lower == "according" and syntax.tokens[i + 1].lower == "to":
            return first, i
    return first, last


def _without_next_cue(syntax: Syntax, first: int, last: int) -> int:
    """Cut what is no longer said off a content: ``, but declined to …``, ``, adding that …``, ``, a move that …``."""
    for i in range(first + 3, last - 1):
        token = syntax.tokens[i]
        if token.text == ";" or (token.lower == "but" and _next_is_cue(syntax, i + 1, last)):
            return i
        if syntax.tokens[i - 1].text in (",", "–", "—") and _is_aside(syntax, token, last):
            return i - 1
    return last


def _next_is_cue(syntax: Syntax, i: int, last: int) -> bool:
    """Whether the next verb is a cue of the same speaker's: it has no subject of its own."""
    follows = next((t for t in syntax.tokens[i:last] if t.tag not in ("RB", ",")), None)
    if follows is None or follows.tag not in ("VBD", "VBZ") or _has_subject(syntax, follows):
        return False
    return _is_cue(syntax, follows)


def _is_aside(syntax: Syntax, token: Token, last: int) -> bool:
    """Whether a comma is followed by the speaker's next words, someone else's, or the writer's own comment."""
    if token.lower == "having" and token.i + 2 < last:
        follows = [t for t in syntax.tokens[token.i + 1 : token.i + 3] if t.tag == "VBN"]
        return any(_is_cue(syntax, t) for t in follows)
    if token.tag == "VBG":
        return token.dep == "advcl" and _is_cue(syntax, token)
    if token.lower in ("while", "whereas"):
        verb = syntax.tokens[token.head]
        return token.i < verb.i < last and _has_subject(syntax, verb) and _is_cue(syntax, verb)
    if token.lower in ("a", "an") and token.i + 2 < last:
        noun, after = syntax.tokens[token.head], syntax.tokens[min(token.head + 1, last - 1)]
        return noun.lower in COMMENTS and after.lower in ("that", "which", "likely", "denied", "disputed")
    return False


COMMENTS = frozenset(
    "move development claim toll step decision charge figure sign accusation allegation position view stance "
    "suggestion number".split()
)


SPEECH = frozenset({"that", "clause", "quote"})
REFUSING = frozenset({"refuse", "decline", "stop"})


def _is_cue(syntax: Syntax, token: Token) -> bool:
    """Whether a verb is a cue of speech, or stops short of one."""
    cue = cues.lookup(token.lower, token.tag)
    stops_short = token.lower in ("stopped", "stops") and syntax.tokens[token.i + 1].lower == "short"
    if stops_short or cue is None:
        return stops_short
    if token.tag == "VBG":
        return cue.ties.keys() >= SPEECH
    return bool(SPEECH & cue.ties.keys()) or cue.lemma in REFUSING


def _has_subject(syntax: Syntax, verb: Token) -> bool:
    return any(syntax.tokens[c].dep in ("nsubj", "nsubjpass", "expl") for c in syntax.children[verb.i])


def cue(syntax: Syntax, head: Token) -> tuple[Range, ...]:
    """Return the words of a cue: a verb with auxiliaries, negation, adverbs between them, and particle."""
    first, last = head.i, head.i + 1
    for c in reversed(syntax.children[head.i]):
        below = syntax.tokens[c]
        if c < first and below.dep in ("aux", "auxpass", "neg") and below.tag != "TO" and _bridges(syntax, c, first):
            first = c
        elif c == last and below.dep in ("prt", "neg"):
            last = c + 1
    return ((first, last),)


def _bridges(syntax: Syntax, auxiliary: int, first: int) -> bool:
    """Whether only adverbs and auxiliaries stand between an auxiliary and the cue."""
    return all(t.tag in ("RB", "MD", "VBD", "VBZ", "VBP", "VBN", "VB") for t in syntax.tokens[auxiliary + 1 : first])


def clause_around(syntax: Syntax, frame: Range) -> tuple[Range, ...]:
    """Return the clause that a frame such as ``, according to X,`` belongs to, without the frame."""
    sentence = syntax.sentences[syntax.tokens[frame[0]].sentence]
    colon = next(
        (t.i for t in reversed(syntax.tokens[sentence.first : frame[0]]) if t.text in ":;"), sentence.first - 1
    )
    before, after = (colon + 1, frame[0]), (frame[1], sentence.last)
    head = syntax.tokens[syntax.tokens[frame[0]].head]
    first, last = (
        syntax.edges[head.i] if head.i < frame[0] or head.i >= frame[1] else (sentence.first, sentence.last - 1)
    )
    if head.tag[0] == "V" and before[0] < first < frame[0]:
        before = (first, frame[0])
    if _words(syntax, before) == 0:
        return (after,)
    follows = syntax.tokens[frame[1]].text if frame[1] < sentence.last else "."
    if follows in FINAL or _words(syntax, after) == 0 or last < frame[1]:
        return (before,)
    return before, (frame[1], max(frame[1], min(last + 1, sentence.last)))


def _words(syntax: Syntax, found: Range) -> int:
    return sum(t.is_word for t in syntax.tokens[slice(*found)])
