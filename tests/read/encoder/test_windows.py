"""Windows: a report cut into runs of words."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sayso.read.encoder.windows import owners, windows

LENGTHS = st.lists(st.integers(1, 8), min_size=1, max_size=300)


def test_short_report_is_one_window() -> None:
    assert list(windows([1] * 10)) == [(0, 10)]


def test_empty_report_has_no_window() -> None:
    assert list(windows([])) == []
    assert owners([]) == []


def test_next_window_begins_with_the_overlap() -> None:
    assert list(windows([1] * 20, size=12, overlap=3)) == [(0, 10), (7, 17), (14, 20)]


def test_next_window_begins_where_a_paragraph_opens_in_the_second_half() -> None:
    assert list(windows([1] * 20, frozenset({0, 6}), size=12, overlap=3))[1] == (6, 16)
    assert list(windows([1] * 20, frozenset({0, 4}), size=12, overlap=3))[1] == (7, 17)


@given(LENGTHS, st.sets(st.integers(0, 299)))
def test_every_word_is_in_a_window_that_has_room_for_it(lengths: list[int], breaks: set[int]) -> None:
    spans = list(windows(lengths, frozenset(breaks), size=30, overlap=6))
    assert spans[0][0] == 0
    assert spans[-1][1] == len(lengths)
    assert all(sum(lengths[first:last]) <= 28 for first, last in spans)
    for (first, last), (next_first, next_last) in pairwise(spans):
        assert first < next_first < last < next_last


@given(LENGTHS)
def test_word_is_owned_by_a_window_that_holds_it(lengths: list[int]) -> None:
    spans = list(windows(lengths, size=30, overlap=6))
    owned = owners(spans)
    assert len(owned) == len(lengths)
    assert all(spans[n][0] <= i < spans[n][1] for i, n in enumerate(owned))
