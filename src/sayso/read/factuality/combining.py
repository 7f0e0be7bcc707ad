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


DOUBTED = 1.0
"""Below this score the encoder doubts that something is so, though no listed word says it. Above it, its scores tell
values apart that readers do not: on conflict reports most certain events score less than 2.5."""


def combined(rule: Grade, learnt: float | None) -> Grade:
    """Return the grade of an event from the rules' grade and the learnt score from -3 to 3, if there is one.

    Where the rules met a word that turns or weakens the event they stand. Where they met none the event is certain,
    unless the learnt score is so low that something must have been missed; then it is what the score says.
    """
    if learnt is None or rule != CERTAIN or learnt >= DOUBTED:
        return rule
    return GRADES_BY_STEP[sum(learnt >= step for step in STEPS)]
