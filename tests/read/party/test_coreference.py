"""Whom pronouns mean."""

from __future__ import annotations

from tests.read.party.finding import party_of, who


def test_gender_told_elsewhere_keeps_a_pronoun_from_the_nearest_name() -> None:
    text = "Ines Moreau met Dilan. She thanked Dilan, and his brother came. She said the road was open."
    assert who(text, "She", nth=1) == "Ines Moreau"


def test_woman_in_apposition_is_she() -> None:
    text = "Akif held rank, as did others in the suburb, where Hevin, a woman of fifty, led the base. She cooked."
    assert who(text, "She") == "Hevin"


def test_pronoun_in_a_phrase_means_whom_the_phrase_is_of() -> None:
    text = "Akif praised Hevin, a woman in her fifties."
    assert who(text, "her") == "Hevin"


def test_nobody_in_particular_is_not_he() -> None:
    text = "Omar Haddad spoke for an hour. No dad would be silent, he said."
    assert who(text, "he") == "Omar Haddad"


def test_kunya_of_a_woman_does_not_make_her_a_man() -> None:
    text = "Ruqa Abu Salim arrived in May. The Abu Salim family followed. She said it was cold."
    assert who(text, "She") == "Ruqa Abu Salim"


def test_whom_a_statement_is_echoed_by_speaks_next() -> None:
    text = "Omar Haddad said no. His words were echoed by Peter Hollis. “We agree,” he said."
    assert who(text, "he") == "Peter Hollis"


def test_its_means_the_subject_of_its_clause() -> None:
    text = "Hamas met the Cedar Front. Turkey closed its border."
    assert who(text, "its") == "Turkey"


def test_mother_in_a_list_of_relatives_is_the_name_behind_her() -> None:
    text = "Omar Haddad leaves his mother, Rita, and his brother, Sami."
    assert [role.title for role in party_of(text, "Rita").roles] == ["his mother"]
