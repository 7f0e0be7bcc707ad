"""Names and their titles, cut out of runs of capitalised words."""

from __future__ import annotations

import pytest

from sayso.read.party.names import find_names
from sayso.read.syntax import parse


def names_in(text: str) -> list[tuple[str, str]]:
    return [(name.words, name.title) for name in find_names(parse(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Israeli Prime Minister Benjamin Netanyahu left.", [("Benjamin Netanyahu", "Israeli Prime Minister")]),
        (
            "Weekly Standard Editor Bill Marsh left.",
            [("Weekly Standard", ""), ("Bill Marsh", "Weekly Standard Editor")],
        ),
        ("They met U.S. Secretary of State John Kerry.", [("John Kerry", "U.S. Secretary of State")]),
        ("He fears al-Qaeda and Jaish al-Islam.", [("al-Qaeda", ""), ("Jaish al-Islam", "")]),
        ("The National Front of Sarland met.", [("National Front of Sarland", "")]),
        ("The People’s Protection Units met.", [("People’s Protection Units", "")]),
        ("It was a meeting with Theresa May.", [("Theresa May", "")]),
        ("The talks start in May.", []),
        ("They met Julie Bishop.", [("Julie Bishop", "")]),
        ("On Sunday Mr Haddad left.", [("Haddad", "Mr")]),
        ("The Sarland Democratic Union party met.", [("Sarland Democratic Union party", "")]),
        ("The Sarland Workers’ party (SWP) met.", [("Sarland Workers’ party", ""), ("SWP", "")]),
    ],
)
def test_run_is_cut_into_titles_and_names(text: str, expected: list[tuple[str, str]]) -> None:
    assert names_in(text) == expected


@pytest.mark.parametrize("text", ["The US-led coalition met.", "An anti-Assad fighter fled."])
def test_half_of_a_hyphenated_adjective_is_no_name(text: str) -> None:
    assert names_in(text) == []


def test_name_at_the_start_of_a_sentence_is_known_by_its_other_mentions() -> None:
    assert [words for words, _ in names_in("They met Warner. Warner said no.")] == ["Warner", "Warner"]
