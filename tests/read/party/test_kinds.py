"""What a name is the name of, by lists, by its words and by its use."""

from __future__ import annotations

import pytest

from sayso.read.party.kinds import typed
from sayso.read.party.names import find_names
from sayso.read.syntax import parse


def kinds_in(text: str) -> list[tuple[str, str | None, str | None]]:
    syntax = parse(text)
    return [(name.words, name.type, name.country) for name in typed(syntax, find_names(syntax))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Reuters reported it.", [("Reuters", "outlet", "GBR")]),
        ("The Taliban denied it.", [("Taliban", "armed_group", "AFG")]),
        ("The Syrian Democracy Council denied it.", [("Syrian Democracy Council", "organisation", "SYR")]),
        ("The Cedar Brigade denied it.", [("Cedar Brigade", "armed_group", None)]),
        ("The Interior Ministry denied it.", [("Interior Ministry", "government", None)]),
        ("Karim Daoudi denied it.", [("Karim Daoudi", "person", None)]),
        ("They met Gen. Daoudi.", [("Daoudi", "person", None)]),
        ("Russia denied it.", [("Russia", "government", "RUS")]),
        ("They were in Russia.", []),
        ("Russia’s president denied it.", [("Russia", "government", "RUS")]),
        ("They were in Russia’s north.", []),
        ("Kabul fell to them.", []),
        ("Moscow denied it.", [("Moscow", "government", "RUS")]),
        ("They crossed the Panjshir Valley.", []),
        ("They fled from Düsseldorf.", []),
        ("Oliver Hall left. Hall said no.", [("Oliver Hall", "person", None), ("Hall", "person", None)]),
        ("They met at Albert Hall.", []),
        ("Her daughter, Sana, left.", [("Sana", "person", None)]),
        ("They fled to Abu Kamal.", []),
        ("They fired a Predator drone.", []),
        ("Membership rose.", []),
        ("They met the Okoro administration.", [("Okoro", "person", None)]),
    ],
)
def test_kind_of_a_name(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert kinds_in(text) == expected


def test_gender_is_told_by_title_or_given_name() -> None:
    syntax = parse("Mrs. Olander met Ahmed Nasser and Pat Quill.")
    assert [name.gender for name in typed(syntax, find_names(syntax))] == ["female", "male", None]


def test_long_word_close_to_a_word_for_fighters_is_people() -> None:
    syntax = parse("They said our Mujadeen kept the peace.")
    assert [(name.words, name.type, name.canonical) for name in typed(syntax, find_names(syntax))] == [
        ("Mujadeen", "people", "mujahedeen")
    ]
