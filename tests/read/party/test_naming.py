"""Which names are of one party."""

from __future__ import annotations

import pytest

from sayso.read.party.naming import initials, is_familiar, parts_of
from tests.read.party.finding import names_in, party_of


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


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("ollie", "oliver", True), ("joe", "joseph", True), ("tom", "thomas", False), ("ali", "alaa", False),
     ("omar", "omar", False), ("sami", "rita", False)],
)  # fmt: skip
def test_familiar_form_of_a_given_name(one: str, other: str, expected: bool) -> None:
    assert is_familiar(one, other) is expected


def test_familiar_name_is_an_alias() -> None:
    text = "Oliver Hollis left. Hollis said no. Ollie Hollis came back. They all loved Ollie."
    assert party_of(text, "Oliver Hollis").aliases == ("Hollis", "Ollie Hollis", "Ollie")


def test_sister_is_not_a_familiar_form_of_her_brother() -> None:
    assert names_in("Joseph Hollis met Josephine Hollis.") == ["Joseph Hollis", "Josephine Hollis"]
