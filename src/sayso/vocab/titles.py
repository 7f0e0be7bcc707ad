"""Titles: forms of address, roles, kin, words for people, and head words of organisations (``titles.toml``)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from sayso.model import PartyType, TieKind
from sayso.vocab.lemmas import bases

BODY_TYPES = (PartyType.GOVERNMENT, PartyType.ARMED_GROUP, PartyType.OUTLET, PartyType.ORGANISATION)


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("sayso.vocab").joinpath("titles.toml").read_text(encoding="utf-8"))


@cache
def addresses() -> frozenset[str]:
    """Return the forms of address and titles that stand before a name ("Mr", "Prime Minister", "Gen.")."""
    return frozenset(word for words in _table()["address"].values() for word in words)


@cache
def _address_genders() -> dict[str, str]:
    return {word: gender for gender in ("male", "female") for word in _table()["address"][gender]}


def address_gender(title: str) -> str | None:
    """Return ``"male"`` or ``"female"`` for a form of address that tells it, else ``None``."""
    return _address_genders().get(title)


@cache
def _roles() -> dict[str, str]:
    return {word.lower(): tie for tie, words in _table()["role"].items() for word in words}


def is_role(noun: str) -> bool:
    """Whether a noun (lower case, singular or plural) says what a person is: "spokesman", "residents"."""
    return _role(noun) is not None or is_kin(noun)


def role_tie(noun: str) -> TieKind | None:
    """Return the tie of someone with this role to the body that the words name: a spokesman *speaks for* it."""
    tie = _role(noun)
    return TieKind(tie) if tie and tie != "none" else None


@cache
def _role(noun: str) -> str | None:
    return next((_roles()[base] for base in (noun, *bases(noun), _man(noun)) if base in _roles()), None)


def _man(noun: str) -> str:
    """Return the singular of "gunmen", "policewomen"."""
    return noun[:-3] + "man" if noun.endswith("men") else noun


@cache
def _kin() -> dict[str, str]:
    return {word: tie for tie, words in _table()["kin"].items() for word in words}


def is_kin(noun: str) -> bool:
    """Whether a noun (lower case) names a relative: "father", "nephews"."""
    return any(base in _kin() for base in bases(noun))


def kin_tie(noun: str) -> TieKind | None:
    """Return what the father, son, wife ... of someone is to them, ``None`` for other relatives and other nouns."""
    tie = _kin().get(noun)
    return TieKind(tie) if tie and tie != "other" else None


@cache
def _genders() -> dict[str, str]:
    return {word: gender for gender, words in _table()["gender"].items() for word in words}


def gender_of(noun: str) -> str | None:
    """Return ``"male"`` or ``"female"`` for a noun (lower case) that tells it, else ``None``."""
    return _genders().get(noun)


@cache
def _people() -> frozenset[str]:
    return frozenset(_table()["people"]["people"])


def is_people(noun: str) -> bool:
    """Whether a word (lower case) means several people whatever its number: "police", "others"."""
    return noun in _people()


def is_human(noun: str) -> bool:
    """Whether a noun (lower case, singular or plural) is a word for people or for someone's role."""
    return any(is_people(word) or is_role(word) for word in (noun, noun.removesuffix("s")))


@cache
def long_people() -> tuple[str, ...]:
    """Return the words for groups of people that are long enough to be known again when they are misspelt."""
    return tuple(sorted(word for word in _people() if len(word) > 7))


@cache
def _bodies() -> dict[str, PartyType]:
    found: dict[str, PartyType] = {}
    for kind in BODY_TYPES:
        for word in _table()["body"][kind]:
            found.setdefault(word, kind)
    return found


def body_type(words: str) -> PartyType | None:
    """Return the kind of body that these last words (lower case) of a name or description mean, or ``None``."""
    return _bodies().get(words)


@cache
def _places() -> frozenset[str]:
    return frozenset(_table()["place"]["last"])


def is_place_or_thing(noun: str) -> bool:
    """Whether a name that ends in this word (lower case) is of a place or a thing: "valley", "war"."""
    return noun in _places()


@cache
def description_words(kind: str) -> frozenset[str]:
    """Return a list of words on descriptions: ``relational, report, weak, deeds, part_of_name, part, peoples``."""
    return frozenset(_table()["description"][kind])
