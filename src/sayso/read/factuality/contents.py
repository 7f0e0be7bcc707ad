"""Contents: whether an attribution tells the clause of an event and nothing else, and how sure its speaker is of it."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.model import Event, Span, SpeechAct
from sayso.read.factuality.clauses import main_word, tops
from sayso.read.factuality.embedding import POSSIBLE
from sayso.read.factuality.grades import CERTAIN, DENIED, OPEN, Grade
from sayso.read.factuality.telling import Telling
from sayso.read.syntax import Syntax, Token
from sayso.vocab.factuality_cues import ties_of

BY_ACT: dict[SpeechAct, Grade] = {
    SpeechAct.DENY: DENIED, SpeechAct.RETRACT: DENIED, SpeechAct.DECLINE_COMMENT: OPEN, SpeechAct.REQUEST: OPEN,
    SpeechAct.DEMAND: OPEN, SpeechAct.PROMISE: Grade(1, 2), SpeechAct.EXPECT: Grade(1, 2), SpeechAct.WARN: POSSIBLE,
    SpeechAct.THREATEN: POSSIBLE, SpeechAct.REFUSE: DENIED,
}  # fmt: skip
"""How sure a speaker is of words of several sentences, whose acts differ, taken as a whole."""


def grade_of(telling: Telling) -> Grade:
    """Return how sure a speaker is of all that an attribution tells: by its clause, or by the act if it has more."""
    highest = _tops(telling)
    by_act = BY_ACT.get(telling.attribution.speech_act, CERTAIN)
    if len({t.sentence for t in highest}) != 1:
        return by_act
    clause = next((t for t in highest if t.dep in CLAUSES), None)
    top = clause or next((t for t in highest if t.tag[0] != "W"), highest[0])
    grade = telling.scope.grade(top.i)
    return by_act if clause is None and grade == CERTAIN else grade


def _tops(telling: Telling) -> list[Token]:
    return tops(telling.syntax, telling.words, telling.attribution.content)


CLAUSES = frozenset({"ccomp", "xcomp", "ROOT", "parataxis", "acl", "pcomp"})


def is_all(telling: Telling, events: Iterable[Event]) -> bool:
    """Return whether an attribution tells the clause of one of these events, or a report of it, and nothing else."""
    highest = _tops(telling)
    clauses = [t for t in highest if t.dep in CLAUSES]
    if len({t.sentence for t in highest}) != 1 or len(clauses) > 1:
        return False
    return any(_is_clause_of(telling.syntax, (clauses or highest)[0], event.trigger) for event in events)


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
