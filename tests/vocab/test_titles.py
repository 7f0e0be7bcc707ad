"""Titles, roles, kin, words for people, head words of bodies, given names."""

from __future__ import annotations

import pytest

from sayso.vocab import given_names, titles


@pytest.mark.parametrize(
    ("noun", "tie"),
    [("spokesman", "speaks_for"), ("leaders", "leads"), ("officials", "member_of"), ("co-founder", "founded"),
     ("residents", None), ("gunmen", None)],
)  # fmt: skip
def test_role_ties_someone_to_the_body_beside_it(noun: str, tie: str | None) -> None:
    assert (titles.is_role(noun), titles.role_tie(noun)) == (True, tie)


def test_relative_has_a_tie_and_a_thing_has_none() -> None:
    assert (titles.kin_tie("father"), titles.kin_tie("uncle"), titles.kin_tie("table")) == ("parent_of", None, None)


def test_last_word_tells_the_kind_of_body() -> None:
    assert [titles.body_type(word) for word in ("ministry", "brigade", "observatory", "newspaper", "stone")] == [
        "government", "armed_group", "organisation", "outlet", None,
    ]  # fmt: skip


def test_only_some_forms_of_address_tell_gender() -> None:
    assert [titles.address_gender(title) for title in ("Mr", "Ms.", "Gen.")] == ["male", "female", None]


def test_given_name_of_mostly_one_gender_tells_it() -> None:
    assert [given_names.gender_of(name) for name in ("Fatima", "Ahmad", "Panjshir")] == ["female", "male", None]
