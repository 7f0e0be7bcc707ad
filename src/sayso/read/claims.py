"""Claims: who holds what, how surely and on what ground; one for each holder and event or content.

What stands inside someone's words is held by that speaker, in whose mouth its factuality is told; the chain goes on with
those who pass it on and ends with the report. The report has a claim of its own only where its words show a view: what it
merely passes on is neither so nor not so for it (``Uu``), which the chain tells already.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from sayso.model import Basis, Claim, Event, Report, Span, SpeechAct
from sayso.read.factuality.answering import Answering, answers_to
from sayso.read.factuality.basis import basis_of, own_basis
from sayso.read.factuality.clauses import clause_span, main_word, tops
from sayso.read.factuality.combining import Learnt, combined
from sayso.read.factuality.embedding import POSSIBLE, Scope, certain, whole
from sayso.read.factuality.grades import CERTAIN, DENIED, OPEN, Grade, flipped, within
from sayso.read.factuality.holders import REPORT, chain, tellings_of
from sayso.read.factuality.telling import Telling
from sayso.read.found import Found
from sayso.read.syntax import Syntax, Token
from sayso.vocab.factuality_cues import ties_of

MADE_BY = "claims/rules@1"


def find(report: Report, found: Found) -> Found:
    """Return ``found`` with a claim for each event and holder, and for each content that is not an event's clause."""
    tellings = tellings_of(found)
    learnt = Learnt.of(found.syntax)
    claims: list[Claim] = []
    for event in found.events:
        if word := main_word(found.syntax, event.trigger):
            claims += _of_event(found, event, word, tellings, learnt)
    events = {event.id: event for event in found.events}
    for attribution in found.attributions:
        own = [events[claim.event] for claim in claims if claim.event and claim.attribution == attribution.id]
        claims += _of_content(found.syntax, tellings[attribution.id], own, tellings)
    numbered = (msgspec.structs.replace(claim, id=f"c{n}") for n, claim in enumerate(claims, start=1))
    return found.having(claims=tuple(numbered))


def _of_event(
    found: Found, event: Event, word: Token, tellings: Mapping[str, Telling], learnt: Learnt
) -> Iterator[Claim]:
    """Yield the claims on an event: the nearest speaker's, the report's if it shows a view, and of who answers to it."""
    syntax = found.syntax
    around = [telling for telling in tellings.values() if telling.covers(event.trigger)]
    if not around:
        span = clause_span(syntax, word.i, None)
        grade = combined(whole(syntax).grade(word.i), learnt.of_word(word.i))
        yield _claim((REPORT,), grade, own_basis(span), (span,), event=event.id)
        return
    nearest, answers = around[0], answers_to(found, around)
    spans = _spans(syntax, event, word, nearest)
    grade = _conditioned(combined(nearest.scope.grade(word.i), learnt.of_word(word.i)), nearest, event.trigger)
    holder = chain(nearest, tellings, frozenset(answer.party for answer in answers))
    yield _claim(holder, grade, basis_of(nearest), spans, nearest, event.id)
    if (shown := _shown(syntax, word, around)) is not None:
        yield _claim((REPORT,), shown, Basis.CANNOT_BE_JUDGED, spans, nearest, event.id)
    for answer in answers:
        links = chain(answer.telling, tellings) if answer.telling else (answer.party, REPORT)
        view = {Answering.DENIED: flipped(grade), Answering.TAKEN_OVER: grade}.get(answer.how, OPEN)
        words = (answer.span, *spans) if answer.span else spans
        yield _claim(links, view, Basis.CANNOT_BE_JUDGED, words, answer.telling, event.id)


def _spans(syntax: Syntax, event: Event, word: Token, telling: Telling) -> tuple[Span, ...]:
    """Return the words of an event's clause inside someone's words: all of these, where they are nothing else."""
    content = telling.attribution.content
    if _is_all(telling, [event]):
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
    if _is_all(telling, own):
        return
    attribution = telling.attribution
    highest = tops(syntax, telling.words, attribution.content)
    is_one = len({t.sentence for t in highest}) == 1
    grade = _of_words(telling, highest) if is_one else BY_ACT.get(attribution.speech_act, CERTAIN)
    yield _claim(chain(telling, tellings), grade, basis_of(telling), attribution.content, telling)


def _is_all(telling: Telling, events: list[Event]) -> bool:
    """Whether what an attribution tells is the clause of one of these events, or a report of it, and nothing else."""
    highest = tops(telling.syntax, telling.words, telling.attribution.content)
    clauses = [t for t in highest if t.dep in CLAUSES]
    if len({t.sentence for t in highest}) != 1 or len(clauses) > 1:
        return False
    return any(_is_clause_of(telling.syntax, (clauses or highest)[0], event.trigger) for event in events)


CLAUSES = frozenset({"ccomp", "xcomp", "ROOT", "parataxis", "acl", "pcomp"})


def _of_words(telling: Telling, highest: list[Token]) -> Grade:
    """Return the grade of a content of one sentence: its clause's, or what is done in saying it where it has none."""
    clause = next((t for t in highest if t.dep in CLAUSES), None)
    top = clause or next((t for t in highest if t.tag[0] != "W"), highest[0])
    grade = telling.scope.grade(top.i)
    if clause is None and grade == CERTAIN:
        return BY_ACT.get(telling.attribution.speech_act, CERTAIN)
    return grade


LIGHT = frozenset({"attr", "acomp", "prep", "pobj"})


def _is_clause_of(syntax: Syntax, top: Token, trigger: Span) -> bool:
    """Whether the topmost word of a content is an event's trigger, or a copula before it (``is under siege``)."""
    word = main_word(syntax, trigger)
    while word is not None and word.i != top.i:
        above = syntax.tokens[word.head]
        light = word.dep in LIGHT and above.lower in BE_OR_PREPOSITION
        told = word.dep in ("acl", "ccomp") and above.i == top.i and "that" in ties_of(above.lower, above.tag)
        word = above if light or told else None
    return word is not None


BE_OR_PREPOSITION = frozenset("be is are was were been being under at in on 's ’s".split())


def _claim(
    holder: tuple[str | None, ...], grade: Grade, basis: Basis, spans: tuple[Span, ...],
    telling: Telling | None = None, event: str | None = None,
) -> Claim:  # fmt: skip
    attribution = telling.attribution.id if telling else None
    return Claim("", holder, grade.value, basis, event, attribution, spans, MADE_BY)
