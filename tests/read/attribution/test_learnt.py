"""Learnt attributions: what becomes of the links that the encoder sees."""

import math

import pytest

from sayso.read.attribution.learnt import Candidate, candidates, features, score, whole
from sayso.read.encoder.links import Link


def link(anchor, source=None, content=((10, 15),), outer=0.9, inside=0.1):
    return Link(anchor, (anchor, anchor + 1), source, content, (0.9, 0.9, 0.9), outer, inside)


def test_surer_of_two_that_tell_the_same_stands():
    assert candidates([link(3, outer=0.5), link(5)]) == [Candidate(link(5), frozenset(range(10, 15)))]


def test_what_is_told_inside_anothers_content_is_nested():
    outer, inner = link(3, source=(0, 2), content=((4, 20),)), link(8, source=(6, 8), content=((9, 20),))
    found = {one.link.anchor: one.nested for one in candidates([inner, outer])}
    assert found == {3: False, 8: True}


def test_content_ends_where_the_same_speakers_next_words_are_introduced():
    said, refused = link(2, source=(0, 2), content=((3, 20),)), link(10, source=(0, 2), content=((11, 20),))
    assert {one.link.anchor: (one.link.content, one.nested) for one in candidates([said, refused])} == {
        2: (((3, 10),), False),
        10: (((11, 20),), False),
    }


def test_content_with_part_of_a_quotation_holds_all_of_it():
    assert whole([(4, 14)], 2, [(8, 14)]) == [(4, 14)]
    assert whole([(4, 14)], 2, [(3, 14), (16, 18)]) == [(3, 14), (16, 18)]


def test_quotation_around_the_cue_or_hardly_touched_stays_out():
    assert whole([(0, 14)], 2, [(4, 14)]) == [(4, 14)]
    assert whole([(4, 14)], 2, [(1, 6)]) == [(1, 6)]


def test_score_is_a_logistic_curve_over_the_features():
    candidate = Candidate(link(3, source=(0, 2), outer=0.5), frozenset())
    assert features(candidate) == pytest.approx((1, 0, math.log(1 / 9), 0, *[math.log(9)] * 3, 0, 0))
    assert score(candidate, [1, 5, 0, 0, 0, 0, 0, 0, 0]) == pytest.approx(1 / (1 + math.exp(-1)))
