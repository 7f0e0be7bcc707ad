"""Words that tell of PLOVER types: the types are PLOVER's, and any form of a word is found."""

import tomllib
from collections import Counter
from importlib.resources import files

import pytest

from sayso.vocab.definitions import plover
from sayso.vocab.plover_words import is_doubtful, plain_type, types_of

LISTS = tomllib.loads(files("sayso.vocab").joinpath("plover_words.toml").read_text(encoding="utf-8"))
PLAIN, DOUBTFUL = LISTS.pop("plain"), LISTS.pop("doubtful")["words"].split()


def test_every_plover_type_has_its_words_and_no_other_has():
    assert set(LISTS) == {one.name for one in plover().types}
    assert all(words.split() for words in LISTS.values())


@pytest.mark.parametrize("type", LISTS)
def test_words_are_in_lower_case_and_stand_once(type):
    words = LISTS[type].split()
    assert [word for word in words if word != word.lower()] == []
    assert [word for word, count in Counter(words).items() if count > 1] == []


@pytest.mark.parametrize("type", LISTS)
def test_word_tells_of_the_type_it_is_listed_for(type):
    assert [word for word in LISTS[type].split() if type not in types_of(word)] == []


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("attacked", "attack"), ("attacking", "attack"), ("clashes", "clash"), ("pledged", "pledge"),
        ("shelling", "shelling"), ("rallies", "rally"), ("denied", "deny"), ("quit", "quit"), ("besieged", "besiege"),
        ("met", "meet"), ("fought", "fight"), ("shot", "shoot"), ("withdrew", "withdraw"), ("fled", "flee"),
        ("fell", "fall"), ("overran", "overrun"), ("retook", "retake"), ("froze", "freeze"), ("slain", "slay"),
    ],
)  # fmt: skip
def test_any_form_of_a_word_is_found(form, base):
    assert types_of(base) != frozenset()
    assert types_of(base) <= types_of(form)


def test_word_may_stand_under_several_types():
    assert types_of("expelled") == {"SANCTION", "COERCE"}


def test_other_word_tells_of_no_type():
    assert types_of("village") == frozenset()


@pytest.mark.parametrize("type", PLAIN)
def test_plain_word_or_phrase_tells_of_its_type_alone(type):
    words = [tuple(word.split("-")) for word in PLAIN[type].split()]
    assert [word for word in words if plain_type(*word[:2]) != type] == []


def test_plain_phrase_is_known_in_any_form():
    assert plain_type("rounded", "up") == "COERCE"
    assert plain_type("rounded", "off") is None


def test_doubtful_words_are_listed_for_some_type():
    assert [word for word in DOUBTFUL if not types_of(word)] == []
    assert is_doubtful("launched")
    assert not is_doubtful("killed")
