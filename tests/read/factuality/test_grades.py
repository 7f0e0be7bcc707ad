"""Grades: what words do to the grade of what they govern."""

from __future__ import annotations

from sayso.model import Factuality
from sayso.read.factuality.grades import CERTAIN, DENIED, GRADES, OPEN, Grade, flipped, under, within
from sayso.vocab.factuality_cues import Signature

MANAGE = Signature(Factuality.CT_PLUS, Factuality.CT_MINUS, Factuality.CT_PLUS)
CLAIM = Signature(Factuality.PR_PLUS, Factuality.UU, Factuality.CT_PLUS)
KNOW = Signature(Factuality.CT_PLUS, Factuality.CT_PLUS, Factuality.CT_PLUS)


def test_double_negation_is_so():
    assert within(DENIED, DENIED) == CERTAIN


def test_nothing_is_surer_than_what_it_stands_in():
    assert within(Grade(1, 1), DENIED) == Grade(-1, 1)
    assert under(Grade(1, 1), MANAGE) == Grade(1, 1)


def test_negated_word_gives_its_other_value():
    assert under(DENIED, MANAGE) == DENIED


def test_presupposed_is_certain_whatever_the_word_is():
    assert [under(word, KNOW) for word in (CERTAIN, DENIED, OPEN)] == [CERTAIN] * 3


def test_claimed_is_certain_for_the_claimant_only():
    assert under(CERTAIN, CLAIM) == Grade(1, 2)
    assert under(CERTAIN, CLAIM, told=True) == CERTAIN


def test_denial_flips():
    assert flipped(Grade(1, 2)) == Grade(-1, 2)


def test_every_value_has_a_grade():
    assert {value: grade.value for value, grade in GRADES.items()} == {
        value: Factuality.UU if value is Factuality.CT_U else value for value in Factuality
    }
