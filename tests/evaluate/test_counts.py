from dataclasses import dataclass

import pytest

from sayso.evaluate.counts import NEITHER, NOTHING, Counts, Row, Sides, Tally, harmonic


@dataclass(frozen=True, slots=True)
class Example(Tally):
    first: Counts = NOTHING
    second: Sides = NEITHER


def test_shares_of_nothing_are_zero():
    shares = [(one.precision, one.recall, one.f1) for one in (NOTHING, NEITHER)]
    assert shares == [(0, 0, 0), (0, 0, 0)]


def test_f1_is_the_harmonic_mean():
    counts = Counts(1, 2, 4)
    assert (counts.precision, counts.recall, counts.f1) == (0.5, 0.25, pytest.approx(harmonic(0.5, 0.25)))


def test_sides_have_their_own_right_ones():
    sides = Sides(1, 2, 3, 4)
    assert (sides.precision, sides.recall, sides.f1) == (0.5, 0.75, pytest.approx(0.6))


def test_tallies_are_added_field_by_field():
    one = Example(Counts(1, 2, 3), Sides(1, 2, 3, 4))
    assert one + one == Example(Counts(2, 4, 6), Sides(2, 4, 6, 8))


def test_figures_that_nothing_is_counted_for_have_no_row_but_the_main_one():
    assert list(Example().rows()) == [Row("first", 0, 0, 0, 0, 0)]
