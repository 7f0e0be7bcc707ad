"""Conditions and deadlines: on what a promise, threat or demand hangs, and by when it is due."""

from __future__ import annotations

import re

from sayso.model import Attribution, Condition, Span, SpeechAct
from sayso.read.attribution.constructions import child, subtree
from sayso.read.found import Found
from sayso.read.syntax import Syntax, Token
from sayso.vocab.phrases import phrases

COMMITMENTS = frozenset({
    SpeechAct.PROMISE, SpeechAct.THREATEN, SpeechAct.DEMAND, SpeechAct.REQUEST, SpeechAct.CONCEDE, SpeechAct.WARN,
})  # fmt: skip


def condition_of(found: Found, attribution: Attribution, act: SpeechAct) -> Condition | None:
    """Return the first condition in an attribution's content with the consequence that it governs."""
    for span in attribution.content:
        for token in found.syntax.between(span.start, span.end):
            if token.dep == "mark" and token.lower in ("if", "unless") and not _is_question(found.syntax, token):
                return _of_clause(found.syntax, token, span)
            if token.lower == "should" and (inverted := _inverted(found.syntax, token, span)):
                return inverted
        if act in COMMITMENTS and (phrase := _of_phrase(found.syntax, span)):
            return phrase
    return None


def _is_question(syntax: Syntax, mark: Token) -> bool:
    """``asked if``, ``don't know if``: *if* for *whether*."""
    clause = syntax.tokens[mark.head]
    before = syntax.tokens[max(0, mark.i - 3) : mark.i]
    return clause.dep == "ccomp" or any(t.lower in ASKING for t in before) or mark.head == mark.i


ASKING = frozenset(
    "know knows knew ask asked asks asking wonder wondered see sure clear unclear tell check decide determine".split()
)


IDIOMS = frozenset({"anything", "not", "so", "only", "ever", "any", "necessary", "possible"})


def _of_clause(syntax: Syntax, mark: Token, content: Span) -> Condition | None:
    """``if that fails, they will fight``: the clause of the mark, and the clause that it hangs on."""
    clause = syntax.tokens[mark.head]
    first, last = subtree(syntax, clause.i)
    condition = _words(syntax, mark.i + 1, last, content)
    if condition is not None and condition.exact.lower() in IDIOMS:
        return None
    main = syntax.tokens[clause.head]
    if condition is None:
        return None
    return Condition(condition, None if clause.dep == "ccomp" else _consequence(syntax, main, (first, last), content))


def _consequence(syntax: Syntax, main: Token, condition: tuple[int, int], content: Span) -> Span | None:
    """The clause that a condition hangs on, without the condition."""
    first, last = subtree(syntax, main.i)
    subject = child(syntax, main.i, "nsubj", "nsubjpass", "expl")
    if condition[1] <= main.i:
        start = subtree(syntax, subject.i)[0] if subject and subject.i >= condition[1] else condition[1]
        return _words(syntax, start, _end_of_clause(syntax, main, last), content)
    start = subtree(syntax, subject.i)[0] if subject and subject.i < main.i else first
    return _words(syntax, start, condition[0], content)


def _end_of_clause(syntax: Syntax, main: Token, last: int) -> int:
    """Stop before a further sentence that is joined with *and* and has a subject of its own."""
    for c in syntax.children[main.i]:
        token = syntax.tokens[c]
        if token.dep == "conj" and c > main.i and child(syntax, c, "nsubj"):
            before = [b for b in syntax.children[main.i] if syntax.tokens[b].dep == "cc" and b < c]
            return before[-1] if before else syntax.edges[c][0]
    return last


def _inverted(syntax: Syntax, should: Token, content: Span) -> Condition | None:
    """``should Assad transgress again``: *should* before its subject."""
    verb = syntax.tokens[should.head]
    subject = child(syntax, verb.i, "nsubj")
    if should.dep != "aux" or subject is None or subject.i < should.i or verb.dep == "ROOT":
        return None
    if syntax.tokens[min(should.i + 1, len(syntax.tokens) - 1)].text == "?":
        return None
    words = _words(syntax, should.i + 1, subtree(syntax, verb.i)[1], content)
    if words is None:
        return None
    main = syntax.tokens[verb.head]
    if not content.start <= main.start < content.end:
        first = syntax.between(content.start, content.end)[0].i
        return Condition(words, _words(syntax, first, should.i, content))
    return Condition(words, _consequence(syntax, main, subtree(syntax, verb.i), content))


def _of_phrase(syntax: Syntax, content: Span) -> Condition | None:
    """``provided that``, ``as long as``, ``in return for``, ``on condition that``."""
    for words in phrases().conditions:
        if " " not in words and words not in ("provided", "providing", "assuming"):
            continue
        found = re.search(rf"(?:,\s*|\s|—)({words})\s+(?:that\s+)?", content.exact, re.IGNORECASE)
        if found is None:
            continue
        start = content.start + found.end()
        stop = re.search(r"[,;—]|\.(?=\s|$)", content.exact[found.end() :])
        end = start + stop.start() if stop else content.end
        before = content.exact[: found.start()].rstrip(" ,—")
        if end > start and before and (len(words.split()) > 1 or found.group(0).startswith(",")):
            then = Span.of(syntax.text, content.start, content.start + len(before))
            return Condition(Span.of(syntax.text, start, end), then)
    return None


def _words(syntax: Syntax, first: int, last: int, content: Span) -> Span | None:
    """Return a range of tokens as a span inside the content, without punctuation at its edges."""
    inside = [t for t in syntax.tokens[first:last] if content.start <= t.start and t.end <= content.end]
    while inside and not inside[0].is_word:
        inside = inside[1:]
    while inside and not inside[-1].is_word:
        inside = inside[:-1]
    if inside and inside[0].lower in ("then", "and", "but"):
        inside = inside[1:]
    return Span.of(syntax.text, inside[0].start, inside[-1].end) if inside else None


DEADLINE = re.compile(
    r"\b(?:by|before|until|till|within|no later than|not later than|in the next)\s+(?:the\s+)?$", re.IGNORECASE
)


def deadline_of(found: Found, attribution: Attribution, act: SpeechAct) -> str | None:
    """Return the id of the time by which what was promised, threatened or demanded is due."""
    if act not in COMMITMENTS:
        return None
    for time in found.times:
        if any(span.covers(time.span) for span in attribution.content):
            lead = found.syntax.text[max(0, time.span.start - 24) : time.span.start]
            starts_with = re.match(r"(?:by|before|until|within)\b", time.span.exact, re.IGNORECASE)
            if DEADLINE.search(lead) or starts_with:
                return time.id
    return None
