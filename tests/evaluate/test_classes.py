import pytest

from sayso.evaluate.classes import Classes
from sayso.evaluate.counts import Counts


def test_mean_of_classes_counts_rare_ones_as_much():
    classes = Classes((("a", "a"), ("a", "a"), ("a", "b"), ("b", None)))
    assert classes.macro_f1 == pytest.approx((2 * 2 / 5 + 0) / 2)
    assert classes.counts == Counts(2, 3, 4)


def test_class_that_is_only_found_has_no_part_in_the_mean():
    assert Classes((("a", "a"), ("a", "b"))).macro_f1 == pytest.approx(2 / 3)


def test_classes_of_reports_are_added():
    assert Classes((("a", "a"),)) + Classes((("b", None),)) == Classes((("a", "a"), ("b", None)))


def test_nothing_judged_is_0():
    assert Classes().macro_f1 == 0
