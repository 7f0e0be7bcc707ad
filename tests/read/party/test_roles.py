"""What a report says its parties are."""

from __future__ import annotations

import pytest

from tests.read.party.finding import names_in, party_of


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Omar Haddad, a local pharmacist, fled.", "Omar Haddad", ["local pharmacist"]),
        ("“It was bad,” said a local pharmacist, Ismail, who fled.", "Ismail", ["local pharmacist"]),
        ("The Turkish prime minister, Omar Haddad said the aim was to win.", "Omar Haddad", ["Turkish prime minister"]),
        ("The US Secretary of State, Omar Haddad, said no.", "Omar Haddad", ["US Secretary of State"]),
        ("On Sunday Mr Haddad said no.", "Haddad", []),
    ],
)
def test_roles_of_a_person(text: str, name: str, expected: list[str]) -> None:
    assert [role.title for role in party_of(text, name).roles] == expected


def test_title_of_office_is_not_someone_beside_its_holder() -> None:
    assert names_in("The US Secretary of State, Omar Haddad, said no.") == ["Omar Haddad"]
