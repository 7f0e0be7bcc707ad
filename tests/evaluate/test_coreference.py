"""The worked figures are those of the reference scorer's own examples, by hand."""

import itertools
import random

import pytest

from sayso.evaluate.assignment import best_total
from sayso.evaluate.coreference import coreference


def clusters(*names):
    return [frozenset(name) for name in names]


def test_same_clusters_are_all_right():
    same = coreference(clusters("ab", "cde"), clusters("ab", "cde"))
    assert (same.muc.f1, same.b3.f1, same.ceafe.f1, same.conll) == (1, 1, 1, 1)


def test_one_cluster_for_all_keeps_every_link_and_lacks_precision():
    lumped = coreference(clusters("abc", "de"), clusters("abcde"))
    assert (lumped.muc.precision, lumped.muc.recall) == (3 / 4, 1)
    assert (lumped.b3.precision, lumped.b3.recall) == (pytest.approx((3 * 3 / 5 + 2 * 2 / 5) / 5), 1)
    assert (lumped.ceafe.precision, lumped.ceafe.recall) == (pytest.approx(6 / 8), pytest.approx(6 / 8 / 2))


def test_mentions_of_one_side_only_lower_the_share_of_that_side():
    some = coreference(clusters("abc"), clusters("abx"))
    assert (some.muc.precision, some.muc.recall) == (1 / 2, 1 / 2)
    assert (some.b3.precision, some.b3.recall) == (pytest.approx(4 / 9), pytest.approx(4 / 9))
    assert some.ceafe.f1 == pytest.approx(2 / 3)


def test_reports_add_up():
    one, other = coreference(clusters("ab"), clusters("ab")), coreference(clusters("ab"), [])
    assert ((one + other).muc.recall, (one + other).b3.recall, (one + other).ceafe.recall) == (0.5, 0.5, 0.5)


def test_nothing_has_no_rows():
    assert list(coreference([], []).rows()) == []


def test_best_assignment_is_that_of_trying_all():
    draw = random.Random(7)
    for rows, columns in [(1, 1), (2, 4), (4, 2), (5, 5), (3, 6)]:
        gains = [[draw.choice([0, draw.random()]) for _ in range(columns)] for _ in range(rows)]
        short, long = (gains, columns) if rows <= columns else (list(zip(*gains, strict=True)), rows)
        tried = (
            sum(row[column] for row, column in zip(short, order, strict=True))
            for order in itertools.permutations(range(long), len(short))
        )
        assert best_total(gains) == pytest.approx(max(tried))


def test_nothing_to_assign_gains_nothing():
    assert (best_total([]), best_total([[]])) == (0, 0)
