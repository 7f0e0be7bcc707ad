"""The list of groups, alliances and agencies."""

from __future__ import annotations

from sayso.vocab.countries import by_code
from sayso.vocab.organisations import all_organisations, by_name


def test_names_and_acronyms_of_one_body_are_one_entry() -> None:
    assert by_name("ISIS") == by_name("Daesh") == by_name("Islamic State")


def test_kind_of_apostrophe_makes_no_difference() -> None:
    assert by_name("People's Protection Units") == by_name("People’s Protection Units") is not None


def test_case_of_an_acronym_counts() -> None:
    assert (by_name("who"), by_name("Is")) == (None, None)


def test_countries_are_codes_of_the_country_table() -> None:
    assert [body.name for body in all_organisations() if body.country and by_code(body.country) is None] == []


def test_every_organisation_is_listed_once() -> None:
    names = [body.name for body in all_organisations()]
    assert sorted(set(names)) == sorted(names)
