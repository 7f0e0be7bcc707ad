"""Claims: who holds what, how surely and on what ground; one for each holder and event or content.

What stands inside someone's words is held by that speaker, in whose mouth its factuality is told; the chain goes on
with those who pass it on and ends with the report. The report has a claim of its own only where its words show a view:
what it merely passes on is open for it (``Uu``), which the chain tells already.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

import msgspec

from sayso.model import Basis, Claim, Event, Report, Span, SpeechAct
from sayso.read.factuality.answering import Answering, answers_to
from sayso.read.factuality.basis import basis_of, own_basis
from sayso.read.factuality.clauses import clause_span, main_word
from sayso.read.factuality.combining import combined, learnt_score
from sayso.read.factuality.contents import grade_of, is_all
from sayso.read.factuality.embedding import POSSIBLE, Scope, certain, whole
from sayso.read.factuality.grades import OPEN, Grade, flipped, within
from sayso.read.factuality.holders import REPORT, chain, over_words, tellings_of
from sayso.read.factuality.telling import Telling
from sayso.read.found import Found
from sayso.read.syntax import Syntax, Token

MADE_BY = "claims/rules@1"


def find(report: Report, found: Found) -> Found:
    """Return ``found`` with a claim for each event and holder, and for each content that is not an event's clause."""
    tellings = tellings_of(found)
    events = {event.id: event for event in found.events}
    over, own = over_words(tellings.values()), defaultdict[str, list[Event]](list)
    claims: list[Claim] = []
    for event in found.events:
        if word := main_word(found.syntax, event.trigger):
            around = [telling for telling in over.get(word.i, ()) if telling.covers(event.trigger)]
            claims += _of_event(found, event, word, around, tellings)
    for claim in claims:
        if claim.event and claim.attribution:
            own[claim.attribution].append(events[claim.event])
    for attribution in found.attributions:
        claims += _of_content(tellings[attribution.id], own[attribution.id], tellings)
    numbered = (msgspec.structs.replace(claim, id=f"c{n}") for n, claim in enumerate(claims, start=1))
    return found.having(claims=tuple(numbered))


def _of_event(
    found: Found, event: Event, word: Token, around: list[Telling], tellings: Mapping[str, Telling]
) -> Iterator[Claim]:
    """Yield the claims on an event: the nearest speaker's, the report's if it shows one, and of who answers."""
    syntax = found.syntax
    if not around:
        span = clause_span(syntax, word.i, None)
        grade = _grade(whole(syntax), word)
        yield _claim((REPORT,), grade, own_basis(span), (span,), event=event.id)
        return
    nearest, answers = around[0], answers_to(found, around)
    spans = _spans(syntax, event, word, nearest)
    grade = _conditioned(_grade(nearest.scope, word), nearest, event.trigger)
    holder = chain(nearest, tellings, frozenset(answer.party for answer in answers))
    yield _claim(holder, grade, basis_of(nearest), spans, nearest, event.id)
    if (shown := _shown(syntax, word, around)) is not None:
        yield _claim((REPORT,), shown, Basis.CANNOT_BE_JUDGED, spans, nearest, event.id)
    for answer in answers:
        links = chain(answer.telling, tellings) if answer.telling else (answer.party, REPORT)
        view = {Answering.DENIED: flipped(grade), Answering.TAKEN_OVER: grade}.get(answer.how, OPEN)
        words = (answer.span, *spans) if answer.span else spans
        yield _claim(links, view, Basis.CANNOT_BE_JUDGED, words, answer.telling, event.id)


def _grade(scope: Scope, word: Token) -> Grade:
    """Return the grade of an event in a holder's mouth; where negations cancel out, that is no matter of learning."""
    learnt = None if scope.is_turned(word.i) else learnt_score(scope.syntax, word.i)
    return combined(scope.grade(word.i), learnt)


def _spans(syntax: Syntax, event: Event, word: Token, telling: Telling) -> tuple[Span, ...]:
    """Return the words of an event's clause inside someone's words: all of these, where they are nothing else."""
    content = telling.attribution.content
    if is_all(telling, [event]):
        return content
    frame = next(piece for piece in content if piece.covers(event.trigger))
    return (clause_span(syntax, word.i, frame),)


def _shown(syntax: Syntax, word: Token, around: list[Telling]) -> Grade | None:
    """Return the report's own grade of an event in someone's words, if the telling shows one."""
    nearest = around[0]
    if not all(telling.passes_on for telling in around):
        return None
    top = word
    while top.head != top.i and top.head in nearest.words:
        top = syntax.tokens[top.head]
    view = nearest.own_view(top)
    return None if view is None else within(view, Scope(syntax, nearest.words, certain).grade(word.i))


def _conditioned(grade: Grade, telling: Telling, trigger: Span) -> Grade:
    """What hangs on a condition, or is threatened, is possible at most; the condition itself is open."""
    condition = telling.attribution.condition
    if condition is not None and condition.if_.covers(trigger):
        return OPEN
    bound = condition is not None and condition.then is not None and condition.then.covers(trigger)
    if (bound or telling.attribution.speech_act is SpeechAct.THREATEN) and grade == Grade(1, 2):
        return within(grade, POSSIBLE)
    return grade


def _of_content(telling: Telling, own: list[Event], tellings: Mapping[str, Telling]) -> Iterator[Claim]:
    """Yield the claim on what an attribution tells, unless that is the clause of an event that has its claim."""
    if not is_all(telling, own):
        spans = telling.attribution.content
        yield _claim(chain(telling, tellings), grade_of(telling), basis_of(telling), spans, telling)


def _claim(
    holder: tuple[str | None, ...], grade: Grade, basis: Basis, spans: tuple[Span, ...],
    telling: Telling | None = None, event: str | None = None,
) -> Claim:  # fmt: skip
    attribution = telling.attribution.id if telling else None
    return Claim("", holder, grade.value, basis, event, attribution, spans, MADE_BY)
