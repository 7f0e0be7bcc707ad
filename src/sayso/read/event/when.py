"""When an event happened: the time expression of its own clause, and whether that makes it history."""

from __future__ import annotations

from datetime import date

from sayso.model import Report, Time
from sayso.read.event.clause import clause_of
from sayso.read.event.trigger import Trigger
from sayso.read.found import Found
from sayso.read.syntax import Syntax
from sayso.read.tree import is_verb, sentence_of, verb_above

DATED = ("DATE", "TIME")
LONG_AGO = 366
"""Days before publication from which what happened is history told in passing."""


def when(found: Found, trigger: Trigger, said_on: frozenset[str]) -> Time | None:
    """Return the time of an event's clause; ``said_on`` are the ids of times at which something was said."""
    syntax = found.syntax
    sentence = sentence_of(syntax, trigger.i)
    start, end = sentence[0].start, sentence[-1].end
    near = [
        time for time in found.times
        if start <= time.span.start < end and time.type in DATED and time.id not in said_on and _is_exact(time)
        and _is_of(syntax, trigger, time)
    ]  # fmt: skip
    return min(near, key=lambda time: abs(time.span.start - syntax.tokens[trigger.i].start), default=None)


def _is_exact(time: Time) -> bool:
    return time.earliest is not None or (time.value is not None and not time.value.endswith("_REF"))


def _is_of(syntax: Syntax, trigger: Trigger, time: Time) -> bool:
    """Whether a time hangs on a trigger or on its clause's verb."""
    tokens = syntax.between(time.span.start, time.span.end)
    if not tokens or _is_bound(syntax, tokens[0].i):
        return False
    inside = {t.i for t in tokens}
    top = next((t.i for t in tokens if t.head not in inside or t.head == t.i), tokens[0].i)
    left, right = syntax.edges[trigger.i]
    if not is_verb(syntax.tokens[trigger.i]) and left <= top <= right:
        return True
    governor = verb_above(syntax, top)
    if governor not in _shared(syntax, clause_of(syntax, trigger.i)):
        return False
    return _hangs_closely(syntax, top, governor, trigger.i)


def _is_bound(syntax: Syntax, first: int) -> bool:
    """Whether a time only says from or until when: *since Friday*."""
    return any(t.lower in ("since", "until", "till") for t in syntax.tokens[max(0, first - 2) : first + 1])


def _shared(syntax: Syntax, verb: int) -> set[int]:
    """Return a clause's verb and those above it that share its adjuncts."""
    found, token = {verb}, syntax.tokens[verb]
    while token.dep in ("xcomp",) and token.head != token.i:
        token = syntax.tokens[token.head]
        found.add(token.i)
    return found


def _hangs_closely(syntax: Syntax, top: int, governor: int, trigger: int) -> bool:
    """Whether nothing but prepositions and the trigger lies between a time and its verb."""
    token = syntax.tokens[top]
    while token.head not in (token.i, governor, trigger):
        token = syntax.tokens[token.head]
        by = token.dep == "pobj" and syntax.tokens[token.head].lower == "by"
        if token.tag[0] == "N" and token.i != trigger and token.dep not in ("npadvmod", "nmod") and not by:
            return False
    return True


def is_history(report: Report, time: Time | None) -> bool:
    """Whether a time lies so long before publication that it is told as history; unknown dates make no history."""
    if time is None or time.latest is None or report.published is None:
        return False
    try:
        last, published = date.fromisoformat(time.latest[:10]), date.fromisoformat(report.published[:10])
    except ValueError:
        return False
    return (published - last).days >= LONG_AGO
