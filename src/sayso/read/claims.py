"""Claims: who holds what, how surely and on what ground; one for each holder and event or content.

What stands inside someone's words is held by that speaker, in whose mouth its factuality is told; the chain goes on with
those who pass it on and ends with the report. The report has a claim of its own only where its words show a view: what it
merely passes on is neither so nor not so for it (``Uu``), which the chain tells already.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from sayso.model import Basis, Claim, Event, Report, Span, SpeechAct
from sayso.read.factuality.basis import basis_of, own_basis
from sayso.read.factuality.clauses import clause_span, main_word, tops
from sayso.read.factuality.combining import Learnt, combined
from sayso.read.factuality.embedding import POSSIBLE, Scope
from sayso.read.factuality.grades import CERTAIN, DENIED, OPEN, Grade, flipped, within
from sayso.read.factuality.holders import REPORT, chain, tellings_of
from sayso.read.factuality.telling import Telling
from sayso.read.found import Found
from sayso.read.syntax import Syntax, Token

MADE_BY = "claims/rules@1"


def find(report: Report, found: Found) -> Found:
    """Return ``found`` with a claim for each event and holder, and for each content that is not an event's clause."""
    tellings = tellings_of(found)
    learnt = Learnt.of(found.syntax)
    claims: list[Claim] = []
    for event in found.events:
        if word := main_word(found.syntax, event.trigger):
            claims += _of_event(found.syntax, event, word, tellings, learnt)
    told = frozenset((claim.attribution, claim.event) for claim in claims)
    events = {event.id: event for event in found.events}
    for attribution in found.attributions:
        own = [events[event] for id, event in told if id == attribution.id and event]
        claims += _of_content(found.syntax, tellings[attribution.id], own, tellings)
    numbered = (msgspec.structs.replace(claim, id=f"c{n}") for n, claim in enumerate(claims, start=1))
    return found.having(claims=tuple(numbered))


def _of_event(
    syntax: Syntax, event: Event, word: Token, tellings: Mapping[str, Telling], learnt: Learnt
) -> Iterator[Claim]:
    """Yield the claims on an event: the nearest speaker's, the report's if it shows a view, and of who denies it."""
    around = [telling for telling in tellings.values() if telling.covers(event.trigger)]
    if not around:
        whole = Scope(syntax, range(len(syntax.tokens)), _certain)
        span = clause_span(syntax, word.i, None)
        grade = combined(whole.grade(word.i), learnt.of_word(word.i))
        yield _claim((REPORT,), grade, own_basis(span), (span,), event=event.id)
        return
    nearest = around[0]
    frame = next(piece for piece in nearest.attribution.content if piece.covers(event.trigger))
    span = clause_span(syntax, word.i, frame)
    grade = _conditioned(combined(nearest.scope.grade(word.i), learnt.of_word(word.i)), nearest, event.trigger)
    yield _claim(chain(nearest, tellings), grade, basis_of(nearest), (span,), nearest, event.id)
    if (shown := _shown(syntax, word, around)) is not None:
        yield _claim((REPORT,), shown, Basis.CANNOT_BE_JUDGED, (span,), nearest, event.id)
    for outer, inner in zip(around[1:], around, strict=False):
        if not outer.passes_on and inner.is_nominal:
            view = flipped(grade) if outer.denies else OPEN
            yield _claim(chain(outer, tellings), view, Basis.CANNOT_BE_JUDGED, (span,), outer, event.id)


def _shown(syntax: Syntax, word: Token, around: list[Telling]) -> Grade | None:
    """Return the report's own grade of an event in someone's words, if the telling shows one."""
    nearest = around[0]
    if not all(telling.passes_on for telling in around):
        return None
    top = word
    while top.head != top.i and top.head in nearest.words:
        top = syntax.tokens[top.head]
    view = nearest.own_view(top)
    return None if view is None else within(view, Scope(syntax, nearest.words, _certain).grade(word.i))


def _conditioned(grade: Grade, telling: Telling, trigger: Span) -> Grade:
    """What hangs on a condition, or is threatened, is possible at most; the condition itself is open."""
    condition = telling.attribution.condition
    if condition is not None and condition.if_.covers(trigger):
        return OPEN
    bound = condition is not None and condition.then is not None and condition.then.covers(trigger)
    if (bound or telling.attribution.speech_act is SpeechAct.THREATEN) and grade.sure == 2:
        return within(grade, POSSIBLE)
    return grade


BY_ACT: dict[SpeechAct, Grade] = {
    SpeechAct.DENY: DENIED, SpeechAct.RETRACT: DENIED, SpeechAct.DECLINE_COMMENT: OPEN, SpeechAct.REQUEST: OPEN,
    SpeechAct.DEMAND: OPEN, SpeechAct.PROMISE: Grade(1, 2), SpeechAct.EXPECT: Grade(1, 2), SpeechAct.WARN: POSSIBLE,
    SpeechAct.THREATEN: POSSIBLE, SpeechAct.REFUSE: DENIED,
}  # fmt: skip
"""How sure a speaker is of words of several sentences, whose acts differ, taken as a whole."""


def _of_content(
    syntax: Syntax, telling: Telling, own: list[Event], tellings: Mapping[str, Telling]
) -> Iterator[Claim]:
    """Yield the claim on what an attribution tells, unless that is the clause of an event that has its claim already."""
    attribution = telling.attribution
    highest = tops(syntax, telling.words, attribution.content)
    sentences = {t.sentence for t in highest}
    if len(sentences) == 1 and any(_is_clause_of(syntax, highest[0], event.trigger) for event in own):
        return
    if len(sentences) == 1:
        grade = telling.scope.grade(highest[0].i)
    else:
        grade = BY_ACT.get(attribution.speech_act, CERTAIN)
    yield _claim(chain(telling, tellings), grade, basis_of(telling), attribution.content, telling)


LIGHT = frozenset({"attr", "acomp", "prep", "pobj", "nsubj"})


def _is_clause_of(syntax: Syntax, top: Token, trigger: Span) -> bool:
    """Whether the topmost word of a content is an event's trigger, or a copula before it (``is under siege``)."""
    word = main_word(syntax, trigger)
    while word is not None and word.i != top.i:
        light = word.dep in LIGHT and word.head != word.i and syntax.tokens[word.head].lower in BE_OR_PREPOSITION
        word = syntax.tokens[word.head] if light else None
    return word is not None


BE_OR_PREPOSITION = frozenset("be is are was were been being under at in on 's ’s".split())


def _certain(token: Token) -> Grade:
    """What the report says in its own voice, or what stands at the top of a content taken by itself."""
    return CERTAIN


def _claim(
    holder: tuple[str | None, ...], grade: Grade, basis: Basis, spans: tuple[Span, ...],
    telling: Telling | None = None, event: str | None = None,
) -> Claim:  # fmt: skip
    attribution = telling.attribution.id if telling else None
    return Claim("", holder, grade.value, basis, event, attribution, spans, MADE_BY)
