"""Combining: what rules say exactly stands; elsewhere the learnt score has its say."""

from __future__ import annotations

import pytest

from sayso.read.factuality.combining import combined
from sayso.read.factuality.grades import CERTAIN, DENIED, OPEN, Grade


@pytest.mark.parametrize(
    ("rule", "learnt", "grade"),
    [
        (CERTAIN, None, CERTAIN),
        (DENIED, 2.9, DENIED),
        (OPEN, 2.9, OPEN),
        (CERTAIN, 2.9, CERTAIN),
        (CERTAIN, 1.0, Grade(1, 1)),
        (CERTAIN, -2.8, DENIED),
        (Grade(1, 1), 2.9, Grade(1, 2)),
        (Grade(1, 2), -0.4, Grade(1, 1)),
        (Grade(-1, 2), -2.9, Grade(-1, 2)),
    ],
)
def test_rule_and_learnt_score(rule, learnt, grade):
    assert combined(rule, learnt) == grade
