"""Which names are of one party."""

from __future__ import annotations

import pytest

from sayso.read.naming import initials, parts_of


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Joseph R. Biden Jr.", ("joseph", "biden")),
        ("Abu Bakr al-Baghdadi", ("abu", "bakr", "baghdadi")),
        ("Recep Tayyip Erdoğan", ("recep", "tayyip", "erdogan")),
        ("Binali Yıldırım", ("binali", "yildirim")),
    ],
)
def test_name_is_compared_without_accents_initials_and_suffixes(name: str, parts: tuple[str, ...]) -> None:
    assert parts_of(name) == parts


def test_initials_are_taken_with_and_without_what_follows_of() -> None:
    assert initials("National Resistance Front of Afghanistan") == ("NRFA", "NRF")


def test_single_word_has_no_initials() -> None:
    assert initials("Taliban") == ()
