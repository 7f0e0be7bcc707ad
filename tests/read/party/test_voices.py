"""Who stands behind a statement, and who speaks together."""

from __future__ import annotations

import pytest

from tests.read.party.finding import found_in, names_in, party_of, who


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The US denied it. A US statement said the talks were over.", "A US statement", "US"),
        ("Syria denied it. Official Syrian claims suggest otherwise.", "Official Syrian claims", "Syria"),
        ("A statement from Hamas said the talks were over.", "A statement", "Hamas"),
        ("According to figures released by Hamas, ten died.", "figures", "Hamas"),
        ("A statement said the talks were over.", "A statement", None),
        ("A letter seen by Hamas said the talks were over.", "A letter", None),
    ],
)
def test_statement_speaks_for_who_issued_it(text: str, words: str, expected: str | None) -> None:
    assert who(text, words) == expected


def test_statement_is_no_alias() -> None:
    assert party_of("The US left. A US statement said the talks were over.", "US").aliases == ()


def test_those_who_speak_together_are_a_party_of_their_own() -> None:
    text = "Iran and Russia said they would stay."
    assert (names_in(text), who(text, "they")) == (["Iran and Russia", "Iran", "Russia"], "Iran and Russia")


def test_those_who_act_together_without_a_word_are_not() -> None:
    assert names_in("Iran and Russia fought on.") == ["Iran", "Russia"]


def test_joint_speakers_are_one_party_throughout() -> None:
    text = "Both Iran and Russia said no. Iran and Russia denied it."
    assert [len(party.mentions) for party in found_in(text).parties if " and " in party.name] == [2]
