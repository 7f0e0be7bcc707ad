"""Combining: what the rules say of an event's factuality with what the encoder has learnt of it."""

from __future__ import annotations

from sayso.read.factuality.grades import CERTAIN, DENIED, OPEN, Grade
from sayso.read.syntax import Syntax

HEAD = "factual"
"""The encoder's head that scores each word, from -3 for certainly not so to 3 for certainly so."""
STEPS = (-2.5, -1.5, -0.5, 0.5, 1.4, 1.8)
GRADES_BY_STEP = (DENIED, Grade(-1, 2), Grade(-1, 1), OPEN, Grade(1, 1), Grade(1, 2), CERTAIN)
"""The grade below the first of ``STEPS``, between each two, and above the last."""


def learnt_score(syntax: Syntax, i: int) -> float | None:
    """Return the encoder's score of word ``i``, if its weights have a head for that."""
    if syntax.signals is None or HEAD not in syntax.signals.columns:
        return None
    return float(syntax.signals.of(HEAD)[i, 0])


def combined(rule: Grade, learnt: float | None) -> Grade:
    """Return the grade of an event from the rules' grade and the learnt score from -3 to 3, if there is one.

    Where the rules are exact they stand: what is negated stays so, what is asked or conditional stays open. What they
    grade by a list of words is the mean of both; where they met no such word at all, the learnt score alone decides.
    """
    if learnt is None or rule in (DENIED, OPEN):
        return rule
    score = learnt if rule == CERTAIN else (learnt + rule.sign * rule.sure) / 2
    return GRADES_BY_STEP[sum(score >= step for step in STEPS)]
