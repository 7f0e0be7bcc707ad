"""Parties of short reports: names, aliases, roles, ties, coreference, and what stays apart."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.read.found import Found
from tests.read.party.finding import found_in, mentions, party_of, who


def test_title_before_a_name_is_a_role_and_no_part_of_the_name() -> None:
    party = party_of("Rebel spokesman Karim Daoudi said the road was open.", "Karim Daoudi")
    assert (party.type, [role.title for role in party.roles]) == ("person", ["Rebel spokesman"])


def test_apposition_is_a_role_and_an_alias() -> None:
    party = party_of("Lena Hoffmann, head of the Border Agency, told reporters the gates would open.", "Lena Hoffmann")
    assert [role.title for role in party.roles] == ["head of the Border Agency"]
    assert "head of the Border Agency" in party.aliases


def test_spokesman_speaks_for_the_group_named_in_his_title() -> None:
    text = "Hezbollah spokesman Karim Daoudi said the road was open."
    speaker = party_of(text, "Karim Daoudi")
    assert [(tie.tie, tie.party) for tie in speaker.ties] == [("speaks_for", party_of(text, "Hezbollah").id)]


def test_acronym_in_brackets_is_an_alias() -> None:
    text = "The Northern Liberation Front of Sarland (NLF) withdrew. The NLF gave no reason."
    party = party_of(text, "Northern Liberation Front of Sarland")
    assert (party.type, party.aliases, mentions(party)[-1]) == ("armed_group", ("NLF",), "NLF")


def test_known_names_of_one_group_are_one_party() -> None:
    text = "Islamic State claimed the attack. Isis has said so before."
    assert party_of(text, "Islamic State").aliases == ("Isis",)


def test_father_and_son_of_one_surname_stay_two_parties() -> None:
    text = (
        "Omar Haddad vowed to fight on. Haddad leads the Cedar Brigade. "
        "His father, Omar Selim Haddad, was killed in 1999. Haddad spoke on Monday."
    )
    assert party_of(text, "Omar Haddad") != party_of(text, "Omar Selim Haddad")
    assert who(text, "Haddad", nth=3) == "Omar Haddad"


def test_kin_word_ties_child_and_parent() -> None:
    text = "Omar Haddad vowed to fight on. Haddad’s father, Selim Haddad, was killed in 1999."
    father, son = party_of(text, "Selim Haddad"), party_of(text, "Omar Haddad")
    assert [(tie.tie, tie.party) for tie in father.ties] == [("parent_of", son.id)]
    assert [(tie.tie, tie.party) for tie in son.ties] == [("child_of", father.id)]


def test_founder_in_a_relative_clause_is_tied_to_what_he_founded() -> None:
    text = "Ivan Petrov addressed the Free Steppe Movement that Petrov founded."
    assert [tie.tie for tie in party_of(text, "Ivan Petrov").ties] == ["founded"]


def test_capital_that_speaks_is_its_government() -> None:
    text = "Ankara said the strikes would go on. Turkey has lost two soldiers."
    party = party_of(text, "Turkey")
    assert (party.type, party.country, party.aliases) == ("government", "TUR", ("Ankara",))


def test_capital_as_a_place_is_no_party() -> None:
    assert [party.name for party in found_in("The shells fell in Kabul.").parties] == []


def test_government_with_its_country_is_the_country() -> None:
    text = "Turkey warned its neighbours. The Turkish government gave no date."
    assert party_of(text, "Turkey").aliases == ("The Turkish government",)


def test_seat_of_power_is_a_government_of_its_own() -> None:
    party = party_of("The Kremlin denied the report.", "Kremlin")
    assert (party.type, party.country) == ("government", "RUS")


def test_outlet_is_told_from_other_names() -> None:
    party = party_of("She told the Washington Post that the talks had failed.", "Washington Post")
    assert (party.type, party.country) == ("outlet", "USA")


def test_unnamed_sources_are_people_and_stay_apart() -> None:
    text = "Officials said the bridge was gone. Residents fled. Other officials denied it."
    assert [(p.name, p.type) for p in found_in(text).parties if "fficials" in p.name] == [
        ("Officials", "people"),
        ("Other officials", "people"),
    ]


def test_the_official_goes_back_to_the_official_just_before() -> None:
    text = "A senior Turkish official said the border was closed. The official gave no reason."
    assert who(text, "The official") == "A senior Turkish official"


def test_short_title_goes_to_the_holder_of_the_role() -> None:
    text = "Spanish foreign minister Lucia Romero met Ahmed Nasser. The foreign minister said the talks went well."
    assert who(text, "The foreign minister") == "Lucia Romero"


def test_president_is_not_the_vice_president() -> None:
    text = "Vice President Paul Okoro arrived on Monday. The president stayed at home."
    assert who(text, "The president") == "The president"


def test_role_that_opens_the_report_is_of_the_person_named_next() -> None:
    text = "The defence secretary has warned of more attacks. Peter Hollis said the army was ready."
    assert who(text, "The defence secretary") == "Peter Hollis"


def test_the_group_is_not_the_one_that_the_sentence_goes_on_to_name() -> None:
    text = "The Cedar Front still holds out against Hamas. The group told the BBC that it would talk to Hamas."
    assert who(text, "The group") == "Cedar Front"


def test_he_is_the_last_speaker() -> None:
    text = "Karim Daoudi met Paul Okoro on Monday. “We will stay,” Daoudi said. “Nobody leaves,” he added."
    assert who(text, "he") == "Karim Daoudi"


def test_speaker_is_not_whom_he_speaks_of() -> None:
    text = "Karim Daoudi arrived in Madrid. “Paul Okoro must resign,” he said."
    assert who(text, "he") == "Karim Daoudi"


def test_she_is_not_a_man() -> None:
    text = "Maria Santos met John Keller. She said the talks had failed."
    assert who(text, "She") == "Maria Santos"


def test_pronoun_without_anyone_to_mean_is_unresolved_with_a_reason() -> None:
    found = found_in("He said the road was closed.")
    assert [(u.stage, u.span and u.span.exact, u.reason) for u in found.unresolved] == [
        ("parties", "He", 'Nothing before "He" fits well enough.')
    ]


def test_misspelt_name_is_kept_as_printed_and_joined_with_a_reason() -> None:
    text = "Amrit Solanki spoke first. Amrit Solanki left early. Amrit Solankl later denied it."
    found = found_in(text)
    assert [(party.name, party.aliases) for party in found.parties] == [("Amrit Solanki", ("Amrit Solankl",))]
    assert [(u.span and u.span.exact, u.reason) for u in found.unresolved] == [
        ("Amrit Solankl", '"Amrit Solankl" is taken for another spelling of "Amrit Solanki"; both are kept as printed.')
    ]


def test_names_with_more_in_the_middle_stay_apart_and_are_noted() -> None:
    found = found_in("Neil Prakash was held. The police named Neil Christopher Prakash.")
    assert [u.reason for u in found.unresolved] == ['May be "Neil Prakash"; they are kept as two parties.']


def test_ids_count_in_the_order_of_first_mention() -> None:
    found = found_in("Officials met Maria Santos. Hamas denied it.")
    assert [(party.id, party.name) for party in found.parties] == [
        ("p1", "Officials"), ("p2", "Maria Santos"), ("p3", "Hamas"),
    ]  # fmt: skip


def test_first_person_is_left_to_the_attributions() -> None:
    text = "“I will not go and we will stay,” Maria Santos said."
    assert mentions(party_of(text, "Maria Santos")) == ["Maria Santos"]


@pytest.mark.parametrize(
    "text", ["", " ", "…", "“", "(NRF)", "’s", "al-", "Mr.", "A.B.C. (D", "\u200f\u202e he said", "-- --"]
)
def test_odd_texts_are_read_without_an_error(text: str) -> None:
    assert isinstance(found_in(text), Found)


WORDS = st.sampled_from(
    "Ali al - Qaeda (NRF) the group he said President of and for Turkey’s “ ” , . Mr. Front A.B. they told".split()
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_every_span_holds_its_own_words(text: str) -> None:
    for party in found_in(text).parties:
        for span in (*party.mentions, *(role.span for role in party.roles), *(tie.span for tie in party.ties)):
            assert span.exact == text[span.start : span.end]
