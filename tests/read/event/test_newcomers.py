"""Parties that come up only as an actor or a recipient."""

from __future__ import annotations

import pytest

from sayso.model import Party, PartyType, Place, Span
from sayso.read.event.newcomers import Newcomers
from sayso.read.found import Found
from sayso.read.syntax import parse
from tests.read.event.told import at

TEXT = "Rebels attacked the village."
PLACES = (
    Place("pl1", "Turkey", feature_code="PCLI", country="TUR"),
    Place("pl2", "Ankara", feature_code="PPLC", country="TUR"),
    Place("pl3", "Afrin", feature_code="PPL", country="SYR"),
    Place("pl4", "Atlantis"),
)


def newcomers(*parties: Party) -> Newcomers:
    return Newcomers(Found(parse(TEXT), parties=parties, places=PLACES), "test@1")


def plain(made: Newcomers) -> list[tuple[str, str, str, str | None]]:
    return [(party.id, party.name, party.type.value, party.country) for party in made.parties]


def test_country_and_its_capital_are_one_government() -> None:
    made = newcomers()
    assert [made.state(id) for id in ("pl1", "pl2", "pl3", "pl4", None)] == ["p1", "p1", None, None, None]
    assert plain(made) == [("p1", "Turkey", "government", "TUR")]


def test_capital_alone_is_named_by_its_country() -> None:
    made = newcomers()
    made.state("pl2")
    assert plain(made) == [("p1", "Turkey", "government", "TUR")]


def test_government_that_is_known_is_taken() -> None:
    made = newcomers(Party("p1", "Turkey", PartyType.GOVERNMENT, country="TUR"))
    assert (made.state("pl1"), made.of_demonym("Turkish"), plain(made)) == ("p1", "p1", [])


def test_adjective_names_a_state_once() -> None:
    made = newcomers(Party("p1", "rebels", PartyType.PEOPLE))
    assert [made.of_demonym(word) for word in ("Turkish", "Turkish", "new")] == ["p2", "p2", None]
    assert [party.name for party in made.parties] == ["Turkey"]


def test_only_countries_are_countries() -> None:
    made = newcomers()
    assert [made.is_country(id) for id in ("pl1", "pl2", "pl3", None)] == [True, False, False, False]


@pytest.mark.parametrize(
    ("phrase", "noun", "kind"),
    [
        ("two dock workers", "workers", PartyType.PEOPLE),
        ("a refugee", "refugee", PartyType.PEOPLE),
        ("a militia", "militia", PartyType.ARMED_GROUP),
        ("the ministry", "ministry", PartyType.GOVERNMENT),
        ("a school", "school", PartyType.ORGANISATION),
        ("the checkpoint", "checkpoint", PartyType.ORGANISATION),
        ("a house", "house", None),
        ("the village", "village", None),
        ("no soldiers", "soldiers", None),
        ("the rockets", "rockets", None),
    ],
)
def test_description_of_people_or_a_body_becomes_a_party(phrase: str, noun: str, kind: PartyType | None) -> None:
    text = f"Rebels attacked {phrase}."
    syntax = parse(text)
    made = Newcomers(Found(syntax), "test@1")
    span = Span.of(text, text.index(phrase), text.index(phrase) + len(phrase))
    id = made.described(at(syntax, noun), span)
    expected = [Party("p1", phrase, kind, mentions=(span,), made_by="test@1")] if kind else []
    assert (id, made.parties) == ("p1" if kind else None, expected)
