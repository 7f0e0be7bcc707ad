import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import Party, PartyType, Place, PlacePrecision, Report, Span, Unresolved
from sayso.read.found import Found
from sayso.read.places import MADE_BY, find
from sayso.read.syntax import parse


def read(text, parties=(), outlet=None):
    return find(Report.of("r", text, outlet=outlet), Found(parse(text), parties=tuple(parties)))


def names(text, parties=()):
    return [(place.name, place.country) for place in read(text, parties).places]


def test_place_has_its_entry_and_all_its_mentions():
    text = "Shelling hit Kabul on Monday. Residents of Kabul hid."
    assert read(text).places == (
        Place(
            "pl1", "Kabul", 1138958, "PPLC", "AFG", "AF-KAB", 34.52813, 69.17233, PlacePrecision.CITY,
            (Span(13, 18, "Kabul"), Span(43, 48, "Kabul")), None, MADE_BY,
        ),
    )  # fmt: skip


def test_valley_and_province_of_one_name_are_two_places():
    found = read("He fought in the Panjshir Valley. The enemy is under siege in Panjshir.").places
    assert [(place.id, place.name, place.feature_code) for place in found] == [
        ("pl1", "Panjshir Valley", "VAL"), ("pl2", "Panjshir", "ADM1"),
    ]  # fmt: skip


def test_province_and_town_of_one_name_are_told_apart():
    found = read("Troops entered Idlib province and shelled the city of Idlib.").places
    assert [(place.name, place.precision) for place in found] == [
        ("Idlib", PlacePrecision.PROVINCE), ("Idlib", PlacePrecision.CITY),
    ]  # fmt: skip


def test_country_is_not_taken_for_a_town_of_its_neighbour_with_that_other_name():
    assert names("Iran and the Kurds in Iran want a say in Iraq, and Tabriz borders on it.")[1] == ("Iraq", "IRQ")


def test_container_decides_between_homonyms():
    assert names("He grew up in Paris, Texas, near the river.") == [("Paris", "USA"), ("Texas", "USA")]


def test_homonym_without_container_is_the_best_known():
    assert names("She flew to Paris on Friday.") == [("Paris", "FRA")]


def test_other_places_of_the_report_decide_between_homonyms():
    text = "Police in Lexington and Louisville, Ky., searched homes. Others were held in Richmond and Berea."
    assert {place.admin1 for place in read(text).places} == {"US-KY"}


@pytest.mark.parametrize(
    "text",
    [
        "Ankara said it would not withdraw.",
        "The Kremlin warned against the strikes.",
        "The talks between Moscow and Washington failed.",
        "The Moscow-backed militia retreated.",
        "Officials told the Washington Post that they would stay.",
    ],
)
def test_government_or_outlet_that_bears_a_place_name_is_no_place(text):
    assert names(text) == []


def test_capital_where_something_happens_is_a_place():
    assert names("A bomb exploded in Ankara, and Damascus was shelled.") == [("Ankara", "TUR"), ("Damascus", "SYR")]


def test_country_is_a_place_even_where_it_acts():
    assert names("Turkey accused Syria of shelling.") == [("Turkey", "TUR"), ("Syria", "SYR")]


def test_adjective_is_no_place():
    assert names("Afghan fighters and a Turkish official agreed.") == []


def test_part_of_a_country_keeps_the_country():
    text = "Fighting spread to northern Syria."
    assert [place.mentions for place in read(text).places] == [(Span(28, 33, "Syria"),)]


def test_unlisted_village_is_a_place_with_a_reason():
    found = read("Soldiers burned the village of Dasht-e-Foo on Sunday.")
    span = Span(31, 42, "Dasht-e-Foo")
    reason = "not in the gazetteer"
    assert found.places == (Place("pl1", "Dasht-e-Foo", mentions=(span,), reason=reason, made_by=MADE_BY),)
    assert found.unresolved == (Unresolved("places", span, reason),)


def test_person_named_like_a_town_is_no_place():
    text = "Clinton criticised the plan. Hillary Clinton spoke in Aleppo."
    person = Party("p1", "Hillary Clinton", PartyType.PERSON, aliases=("Clinton",),
                   mentions=(Span(0, 7, "Clinton"), Span(29, 44, "Hillary Clinton")))  # fmt: skip
    assert names(text, [person]) == [("Aleppo", "SYR")]


def test_dateline_is_a_place():
    assert names("KABUL, Aug. 24 (Reuters) - Fighters seized the town.")[:1] == [("Kabul", "AFG")]


def test_found_parties_stay_as_they_were():
    party = Party("p1", "Taliban", PartyType.ARMED_GROUP)
    assert read("The Taliban took Herat.", [party]).parties == (party,)


def test_province_of_a_town_without_entry_of_its_own_is_the_towns_division():
    found = read("Troops advanced in Deir ez-Zor province and shelled Deir ez-Zor.").places
    assert [(place.name, place.admin1, place.precision) for place in found] == [
        ("Deir ez-Zor", "SY-DY", PlacePrecision.PROVINCE), ("Deir ez-Zor", "SY-DY", PlacePrecision.CITY),
    ]  # fmt: skip


def test_rural_damascus_is_a_province():
    assert [place.admin1 for place in read("Aid reached towns in Damascus countryside.").places] == ["SY-RD"]


def test_town_lies_near_what_it_is_said_to_be_near():
    assert ("Karama", "SYR") in names("They fled from Karama, near Raqqa, in July.")


def test_town_said_to_lie_in_another_country_is_not_taken_for_its_namesake():
    assert ("Omar", None) in names("He was wounded in the town of Omar in north-eastern Syria.")


def test_country_of_the_outlet_decides_between_homonyms():
    text = "The nerve agent was found in Salisbury in March."
    assert [place.country for place in read(text, outlet="The Guardian").places] == ["GBR"]


@pytest.mark.parametrize(("text", "place"), [
    ("She flew to Washington on Friday.", "Washington, D.C."),
    ("The general assembly meets in New York on Friday.", "New York City"),
    ("Talks resumed in Geneva on Friday.", "Geneva"),
])  # fmt: skip
def test_bare_name_means_the_city_and_not_the_division_of_its_name(text, place):
    assert [(one.name, one.feature_code[:3]) for one in read(text).places] == [(place, "PPL")]


def test_month_and_old_city_are_no_places():
    assert names("In August they took the Old City of Raqqa.") == [("Raqqa", "SYR")]


def test_arabic_article_is_part_of_the_name():
    found = read("Strikes hit al-Nowhere and al-Bab in Syria.").places
    assert [place.mentions[0].exact for place in found] == ["al-Bab", "Syria"]


def test_possessor_of_a_role_is_a_place_though_the_party_is_named_by_it():
    text = "Turkey’s president spoke in Ankara."
    party = Party("p1", "Turkey’s president", PartyType.PERSON, mentions=(Span(0, 18, "Turkey’s president"),))
    assert names(text, [party]) == [("Turkey", "TUR"), ("Ankara", "TUR")]


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=st.sampled_from("AbKabul Paris, 's-–’'.al\nel de the of River \U0001f600\u200f"), max_size=60))
def test_any_text_is_read_and_every_mention_matches_it(text):
    found = read(text)
    assert all(text[m.start : m.end] == m.exact for place in found.places for m in place.mentions)
