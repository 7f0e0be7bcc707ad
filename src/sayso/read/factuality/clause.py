"""Clause: what the words of an event's own clause or noun phrase make of it: negation, modals, adverbs, adjectives."""

from __future__ import annotations

from sayso.model import Factuality
from sayso.read.factuality.grades import CERTAIN, DENIED, GRADES, Grade, within
from sayso.read.syntax import Syntax, Token
from sayso.read.tree import below
from sayso.vocab.factuality_cues import factuality_cues

AUXILIARIES = frozenset({"aux", "auxpass"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "attr"})
HOLDING = frozenset("have has had having give gives gave given giving".split())
"""``had no doubt``, ``gave no reason`` still tell of a having and a giving; ``fired no shots`` of no firing."""
ADVERBIAL = frozenset({"advmod", "neg", "cc", "preconj", "npadvmod", "mark"})
WOULD = frozenset({"would", "'d", "’d"})
FUTURE = WOULD | {"will", "'ll", "’ll", "shall"}
DEONTIC = frozenset({"should", "ought"})
HAVE = frozenset({"have", "'ve", "’ve"})


def own_grade(syntax: Syntax, i: int, turned: bool = False) -> Grade:
    """Return the grade that a word's own clause or noun phrase gives it.

    ``turned`` tells that what stands around the clause denies it: ``denied that they would leave`` is as ``would not``.
    """
    if syntax.tokens[i].tag[0] in "VM":
        return of_verb(syntax, i, turned)
    grade = _of_noun(syntax, i, turned)
    if any(token.dep in AUXILIARIES for token in below(syntax, i)):
        return within(grade, of_verb(syntax, i, turned))
    return grade


def of_verb(syntax: Syntax, i: int, turned: bool) -> Grade:
    """Return the grade that modals, negation and adverbs give a verb; ``will not`` has a value of its own."""
    cues = factuality_cues()
    words = below(syntax, i)
    auxiliaries = [t.lower for t in words if t.dep in AUXILIARIES]
    grade = _of_auxiliaries(auxiliaries, is_negated(syntax, i) != turned, _has_condition(syntax, words))
    for token in words:
        if token.dep in ADVERBIAL and (value := cues.adverbs.get(token.lower)):
            grade = within(grade, GRADES[value])
    return grade


def _of_auxiliaries(auxiliaries: list[str], negated: bool, hangs: bool) -> Grade:
    """The grade by the first modal; ``hangs`` tells that the clause hangs on a condition."""
    cues = factuality_cues()
    modal = next((word for word in auxiliaries if word in cues.modals), None)
    if modal is None:
        return DENIED if negated else CERTAIN
    perfect = any(word in HAVE for word in auxiliaries)
    if modal in DEONTIC and perfect:
        return CERTAIN if negated else DENIED
    if modal in FUTURE and not negated and (hangs or (perfect and modal in WOULD)):
        return GRADES[Factuality.PS_PLUS]
    return GRADES[cues.modals[modal].no if negated else cues.modals[modal].yes]


def _has_condition(syntax: Syntax, words: list[Token]) -> bool:
    """Whether one of a verb's dependents is a clause with ``if`` or ``unless``."""
    clauses = (t for t in words if t.dep == "advcl")
    return any(mark.lower in ("if", "unless") for clause in clauses for mark in below(syntax, clause.i))


def is_negated(syntax: Syntax, i: int) -> bool:
    """Whether an odd number of negations hang on a verb: ``not``, ``never``, ``no`` before its subject or object."""
    count = 0
    for token in below(syntax, i):
        if token.dep in SUBJECTS or (token.dep in OBJECTS and syntax.tokens[i].lower not in HOLDING):
            count += is_nothing(syntax, token.i)
        elif token.dep in ADVERBIAL and (token.dep != "cc" or token.i < i):
            count += _negates(syntax, token)
    return count % 2 == 1


def _negates(syntax: Syntax, token: Token) -> bool:
    """``not``, ``never``, ``no longer``; ``not only`` does not."""
    cues = factuality_cues()
    if token.lower == "longer":
        return any(t.lower == "no" for t in below(syntax, token.i))
    after = syntax.tokens[token.i + 1].lower if token.i + 1 < len(syntax.tokens) else ""
    return token.lower in cues.negations and after not in cues.not_negating


def is_nothing(syntax: Syntax, i: int) -> bool:
    """Whether a noun phrase denies what it names: ``no attack``, ``neither side``, ``nobody``."""
    cues = factuality_cues()
    return syntax.tokens[i].lower in cues.subjects or has_no(syntax, i)


def has_no(syntax: Syntax, i: int) -> bool:
    """Whether a noun has a denying determiner; ``no more than ten`` and ``no doubt`` deny nothing."""
    cues = factuality_cues()
    return any(
        t.lower in cues.determiners and syntax.tokens[t.i + 1].lower not in cues.not_negating
        for t in below(syntax, i) if t.i < i
    )  # fmt: skip


LIGHT_NOUNS = frozenset(
    "exchange act outbreak bout round wave incident case use kind sort form resumption escalation instance "
    "spate".split()
)
"""Nouns that only say how often or in what form there was what they are *of*."""


def _is_part_of_nothing(syntax: Syntax, i: int) -> bool:
    """``no exchange of gunfire``, ``no acts of violence``."""
    of = syntax.tokens[syntax.tokens[i].head]
    above = syntax.tokens[of.head]
    return of.lower == "of" and above.lower.removesuffix("s") in LIGHT_NOUNS and has_no(syntax, above.i)


def _of_noun(syntax: Syntax, i: int, turned: bool) -> Grade:
    """The grade by determiner and adjectives; a planned attack that is called off is surely none."""
    cues = factuality_cues()
    if turned:
        return CERTAIN if has_no(syntax, i) else DENIED
    grade = DENIED if has_no(syntax, i) or _is_part_of_nothing(syntax, i) else CERTAIN
    for token in below(syntax, i):
        if token.i < i and token.dep in ("amod", "advmod", "nmod"):
            value = cues.adjectives.get(token.lower) or cues.adverbs.get(token.lower)
            grade = within(grade, GRADES[value]) if value else grade
        elif token.dep in ("acl", "amod") and token.lower in cues.scheduled:
            grade = within(grade, GRADES[Factuality.PR_PLUS])
    return grade
