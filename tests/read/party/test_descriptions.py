"""Which words describe a party, and which only look so."""

from __future__ import annotations

import pytest

from tests.read.party.finding import names_in, party_of, who


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A doctor said so.", ["A doctor"]),
        ("Omar Haddad is a doctor.", ["Omar Haddad"]),
        ("Omar Haddad worked as a medic.", ["Omar Haddad"]),
        ("The women held court.", ["The women"]),
        ("The bullet hit his head.", []),
        ("Hundreds of mines were laid.", []),
        ("Hundreds of villagers fled.", ["Hundreds", "villagers"]),
        ("They held the front.", []),
        ("The front said it had won.", ["The front"]),
        ("They faced a military operation.", []),
        ("Even allies said no.", ["allies"]),
        ("On Monday, the guards said no.", ["the guards"]),
        ("An IT worker said no.", ["An IT worker"]),
    ],
)
def test_descriptions_of_a_text(text: str, expected: list[str]) -> None:
    assert names_in(text) == expected


def test_what_is_said_of_a_pronoun_is_a_role_of_its_person() -> None:
    party = party_of("Omar Haddad spoke. He is a former judge.", "Omar Haddad")
    assert ([role.title for role in party.roles], party.aliases) == (
        ["former judge"],
        ("a former judge",),
    )


def test_what_someone_may_be_is_no_role() -> None:
    assert party_of("Omar Haddad spoke. He may be a spy.", "Omar Haddad").roles == ()


@pytest.mark.parametrize(
    "text",
    [
        "The Cedar Front withdrew. It is clear that the war is over.",
        "The Cedar Front withdrew. It was not possible to follow.",
        "The Cedar Front withdrew. It is understood that nobody was hurt.",
        "The Cedar Front withdrew. It took years to forget.",
    ],
)
def test_empty_it_is_nobody(text: str) -> None:
    assert who(text, "It") is None


def test_it_that_acts_is_the_body_before() -> None:
    assert who("The Cedar Front withdrew. It said nobody was hurt.", "It") == "Cedar Front"
