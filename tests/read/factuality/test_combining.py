"""Combining: what listed words say stands; where there is none, a low learnt score lowers what is certain."""

from __future__ import annotations

import pytest

from sayso.read.factuality.combining import combined
from sayso.read.factuality.grades import CERTAIN, DENIED, OPEN, Grade


@pytest.mark.parametrize(
    ("rule", "learnt", "grade"),
    [
        (CERTAIN, None, CERTAIN),
        (CERTAIN, 1.4, CERTAIN),
        (CERTAIN, 0.7, Grade(1, 1)),
        (CERTAIN, 0.1, OPEN),
        (CERTAIN, -2.8, DENIED),
        (DENIED, 2.9, DENIED),
        (OPEN, 2.9, OPEN),
        (Grade(1, 1), 2.9, Grade(1, 1)),
        (Grade(1, 2), -2.0, Grade(1, 2)),
    ],
)
def test_rule_and_learnt_score(rule, learnt, grade):
    assert combined(rule, learnt) == grade
