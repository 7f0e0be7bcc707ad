"""The party or place that a word stands for, and the words that are shown for it."""

from __future__ import annotations

import pytest

from sayso.model import Party, PartyType, Place, Span
from sayso.read.event.named import Who, main_of
from sayso.read.found import Found
from sayso.read.syntax import Syntax, parse
from tests.read.event.told import at


def who(text: str) -> tuple[Syntax, Who]:
    """Return a reader of a text in which the Karsa Front is a group, soldiers are people and Mosul is a place."""
    def mentions(*names: str) -> tuple[Span, ...]:
        return tuple(Span.of(text, text.index(name), text.index(name) + len(name)) for name in names if name in text)

    syntax = parse(text)
    front = Party("front", "Karsa Front", PartyType.ARMED_GROUP, mentions=mentions("Karsa Front"))
    soldiers = Party("soldiers", "soldiers", PartyType.PEOPLE, mentions=mentions("soldiers", "Soldiers"))
    mosul = Place("mosul", "Mosul", mentions=mentions("Mosul"))
    atlantis = Place("atlantis", "Atlantis", mentions=mentions("Atlantis"), reason="It is in no gazetteer.")
    return syntax, Who(Found(syntax, parties=(front, soldiers), places=(mosul, atlantis)))


@pytest.mark.parametrize(
    ("text", "word", "party"),
    [
        ("The Karsa Front attacked the village.", "Front", "front"),
        ("Karsa Front fighters attacked the village.", "fighters", "front"),
        ("Members of the Karsa Front attacked the village.", "Members", "front"),
        ("Soldiers of the Karsa Front attacked the village.", "Soldiers", "front"),
        ("Ten soldiers attacked the village.", "soldiers", "soldiers"),
        ("Two of the soldiers attacked the village.", "Two", "soldiers"),
        ("Enemies of the Karsa Front attacked the village.", "Enemies", None),
        ("The village was attacked.", "village", None),
    ],
)
def test_party_acts_through_its_members(text: str, word: str, party: str | None) -> None:
    syntax, reader = who(text)
    assert reader.party(at(syntax, word)) == party


@pytest.mark.parametrize(
    ("text", "word", "owner"),
    [
        ("The minister praised the Karsa Front's plan.", "plan", "front"),
        ("The minister praised the plan of the Karsa Front.", "plan", "front"),
        ("The minister praised the plan.", "plan", None),
    ],
)
def test_owner_of_a_thing(text: str, word: str, owner: str | None) -> None:
    syntax, reader = who(text)
    assert reader.owner(at(syntax, word)) == owner


@pytest.mark.parametrize(("name", "place"), [("Mosul", "mosul"), ("Atlantis", None), ("Doss", None)])
def test_place_that_no_gazetteer_has_is_not_named(name: str, place: str | None) -> None:
    syntax, reader = who(f"Rebels attacked {name}.")
    assert reader.place(at(syntax, name)) == place


@pytest.mark.parametrize(
    ("text", "word", "span"),
    [
        ("The Karsa Front attacked the village.", "Front", "Karsa Front"),
        ("Rebels attacked two old army trucks near Mosul.", "trucks", "two old army trucks"),
        ("Dozens of trucks burned.", "Dozens", "trucks"),
    ],
)
def test_words_are_the_mention_or_the_noun_with_what_stands_before_it(text: str, word: str, span: str) -> None:
    syntax, reader = who(text)
    assert reader.span(at(syntax, word)).exact == span


def test_number_stands_for_what_it_counts() -> None:
    syntax = parse("Dozens of villagers and two soldiers were killed.")
    assert [syntax.tokens[main_of(syntax, at(syntax, word))].text for word in ("Dozens", "soldiers")] == [
        "villagers", "soldiers",
    ]  # fmt: skip
