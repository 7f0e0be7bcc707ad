"""Comparing the spelling of names."""

from __future__ import annotations

import pytest

from sayso.read.party.cluster import are_near, folded, is_one_edit


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("saleh", "salehl", True), ("nazary", "nazari", True), ("brian", "brain", True), ("hamas", "hama", True),
     ("omar", "omar", False), ("petrov", "ivanov", False), ("ab", "abcd", False)],
)  # fmt: skip
def test_one_letter_apart(one: str, other: str, expected: bool) -> None:
    assert is_one_edit(one, other) is expected


@pytest.mark.parametrize(("edits", "expected"), [(1, False), (2, True)])
def test_near_within_so_many_letters(edits: int, expected: bool) -> None:
    assert are_near("mujahedeen", "mujadeen", edits) is expected


def test_folded_name_has_no_case_accent_dot_or_article() -> None:
    assert folded("The U.S. Élysée’s") == "us elysee"
