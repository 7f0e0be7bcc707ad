"""The list of news outlets."""

from __future__ import annotations

from sayso.vocab.countries import by_code
from sayso.vocab.outlets import all_outlets, by_name


def test_outlet_is_found_by_name_alias_and_with_its_article() -> None:
    assert by_name("BBC") == by_name("the BBC") == by_name("British Broadcasting Corporation")


def test_common_word_is_an_outlet_only_with_its_article() -> None:
    sun = by_name("the Sun")
    assert (sun and sun.name, by_name("Sun"), by_name("the sun")) == ("The Sun", None, None)


def test_unknown_name_is_no_outlet() -> None:
    assert by_name("Twitter") is None


def test_countries_are_codes_of_the_country_table() -> None:
    assert [outlet.name for outlet in all_outlets() if outlet.country and by_code(outlet.country) is None] == []


def test_every_outlet_is_listed_once() -> None:
    names = [outlet.name for outlet in all_outlets()]
    assert sorted(set(names)) == sorted(names)
