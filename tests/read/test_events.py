"""Events: what is told to have happened, who did it to whom, where and when, each from its own clause."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sayso.model import Findings, Report, SlotName
from sayso.read import events, pipeline
from sayso.read.found import Found
from sayso.read.syntax import Syntax, parse
from tests.read.event.told import Told, event_at, told, untyped
from tests.read.reading import read
from tests.read.test_pipeline import spans_of


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The Karsa Front attacked the army in Mosul on Monday.",
         Told("attacked", "ASSAULT", ("Karsa Front",), ("the army",), "Mosul", "Monday")),
        ("Gunmen kidnapped two journalists in Aden on Monday.",
         Told("kidnapped", "ASSAULT", ("Gunmen",), ("two journalists",), "Aden", "Monday")),
        ("Police in Cairo detained ten protesters on Friday.",
         Told("detained", "COERCE", ("Police",), ("ten protesters",), "Cairo", "Friday")),
        ("Rebels released 12 soldiers on Monday.",
         Told("released", "RETREAT", ("Rebels",), ("12 soldiers",), None, "Monday")),
        ("Russia sent aid to Syria on Monday.", Told("sent", "AID", ("Russia",), ("Syria",), None, "Monday")),
        ("Protesters marched in Cairo on Friday.", Told("marched", "PROTEST", ("Protesters",), (), "Cairo", "Friday")),
    ],
)  # fmt: skip
def test_active(text: str, event: Told) -> None:
    assert told(text) == [event]


def test_passive_names_by_whom() -> None:
    assert told("Three soldiers were killed by rebels in Mosul on Monday.") == [
        Told("killed", "ASSAULT", ("rebels",), ("Three soldiers",), "Mosul", "Monday")
    ]


@pytest.mark.parametrize("verb", ["were killed", "died"])
def test_passive_without_by_has_a_recipient_and_no_actor(verb: str) -> None:
    text = f"Three soldiers {verb} in an attack in Mosul on Monday."
    (event,) = (one for one in told(text) if one.trigger == verb.split()[-1])
    assert event == Told(verb.split()[-1], "ASSAULT", (), ("Three soldiers",), "Mosul", "Monday")


@pytest.mark.parametrize(
    "text",
    [
        "The army launched an attack on rebels near Homs on Monday.",
        "The army carried out an attack on rebels near Homs on Monday.",
    ],
)
def test_light_verb_tells_what_its_noun_tells(text: str) -> None:
    (event,) = told(text)
    assert event[1:] == ("ASSAULT", ("The army",), ("rebels",), "Homs", "Monday")


@pytest.mark.parametrize("owner", ["Turkey's attack", "The Turkish attack"])
def test_noun_has_its_owner_as_actor(owner: str) -> None:
    event = told(f"{owner} on Kurdish fighters in Afrin killed ten people on Monday.")[0]
    assert event[:4] == ("attack", "ASSAULT", ("Turkey",), ("Kurdish fighters",))


def test_craft_act_for_their_state() -> None:
    text = "Turkish jets bombed Kurdish fighters near Afrin on Monday."
    assert told(text) == [Told("bombed", "ASSAULT", ("Turkey",), ("Kurdish fighters",), "Afrin", "Monday")]
    assert untyped(text) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Karim Doss met Anna Varga in Vienna on Monday.", {"Karim Doss", "Anna Varga"}),
        ("Turkey and Iran held talks in Vienna on Monday.", {"Turkey", "Iran"}),
    ],
)
def test_both_sides_of_a_meeting_are_named(text: str, who: set[str]) -> None:
    (event,) = told(text)
    assert (event.type, {*event.actors, *event.recipients}, event.place) == ("CONSULT", who, "Vienna")


def test_negated_event_is_an_event_with_its_own_words() -> None:
    (event,) = told("The army never attacked the rebels in Homs.")
    assert event == Told("attacked", "ASSAULT", ("The army",), ("the rebels",), "Homs")
    assert [claim.factuality for claim in read("The army never attacked the rebels in Homs.").claims] == ["CT-"]


def test_relative_clause_has_its_own_place() -> None:
    assert told("The rebels who killed ten soldiers in Mosul attacked the army in Kirkuk.") == [
        Told("killed", "ASSAULT", ("The rebels",), ("ten soldiers",), "Mosul"),
        Told("attacked", "ASSAULT", ("The rebels",), ("the army",), "Kirkuk"),
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Rebels from Mosul attacked the army in Kirkuk.", "Kirkuk"),
        ("Rebels killed the mayor of Mosul in Kirkuk on Monday.", "Kirkuk"),
        ("The mayor of Mosul was killed by gunmen on Monday.", None),
        ("Karim Doss, who was born in Mosul, was killed in Kirkuk on Monday.", "Kirkuk"),
        ("Officials in Kabul said that gunmen had killed a judge in Kunduz.", "Kunduz"),
    ],
)
def test_place_that_is_only_mentioned_is_not_where_it_happened(text: str, place: str | None) -> None:
    assert [event.place for event in told(text)] == [place]


def test_town_that_is_shelled_is_where_it_happened() -> None:
    assert told("The army shelled Homs on Monday.") == [
        Told("shelled", "ASSAULT", ("The army",), (), "Homs", "Monday")
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed a judge in Kirkuk, the mayor said on Tuesday.",
        "The mayor said on Tuesday that gunmen had killed a judge in Kirkuk.",
    ],
)
def test_time_of_saying_is_not_when_it_happened(text: str) -> None:
    ((gunmen,),) = (event.actors for event in told(text))
    assert told(text) == [Told("killed", "ASSAULT", (gunmen,), ("a judge",), "Kirkuk")]


@pytest.mark.parametrize(("when", "background"), [("in 1988", True), ("in the 1980s", True), ("on Monday", False)])
def test_history_is_background(when: str, background: bool) -> None:
    event = event_at(f"Gunmen killed a judge in Kirkuk {when}.", "killed")
    assert (event.background, event.time is not None) == (background, True)


def test_cue_of_an_attribution_is_no_event() -> None:
    findings = read("The mayor said that gunmen had killed a judge.")
    assert [span.exact for one in findings.attributions for span in one.cue] == ["said"]
    assert [event.trigger.exact for event in findings.events] == ["killed"]


def test_who_is_accused_is_told_by_an_event() -> None:
    assert Told("accused", "ACCUSE", ("Karim Doss",), ("the army",)) in told(
        "Karim Doss accused the army of killing civilians."
    )


@pytest.mark.parametrize(
    "who", ["Karsa Front fighters", "Members of the Karsa Front", "Soldiers of the Karsa Front"]
)  # fmt: skip
def test_members_act_for_their_body(who: str) -> None:
    (event,) = told(f"{who} attacked the army near Homs on Monday.")
    assert event == Told("attacked", "ASSAULT", ("Karsa Front",), ("the army",), "Homs", "Monday")


def test_country_that_is_attacked_is_a_government() -> None:
    text = "Russia attacked Ukraine on Monday."
    assert told(text) == [Told("attacked", "ASSAULT", ("Russia",), ("Ukraine",), None, "Monday")]
    assert {(party.name, party.type, party.country) for party in read(text).parties} == {
        ("Russia", "government", "RUS"), ("Ukraine", "government", "UKR"),
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Thousands of people fled Mosul on Monday.",
        "Forty people died of cholera in Aden on Monday.",
        "Twenty villagers died of malaria.",
        "Three hundred people died in the earthquake in Nepal on Monday.",
    ],
)
def test_flight_and_natural_death_have_no_type(text: str) -> None:
    assert told(text) == []
    assert len(untyped(text)) == 1


def test_struck_a_deal_is_no_strike() -> None:
    (event,) = told("Turkey and Russia struck a deal on Monday.")
    assert (event.type, {*event.actors, *event.recipients}) == ("AGREE", {"Turkey", "Russia"})


def test_shared_object_is_the_recipient_of_both_verbs() -> None:
    assert told("Soldiers attacked and killed ten villagers in Homs.") == [
        Told("attacked", "ASSAULT", ("Soldiers",), ("ten villagers",), "Homs"),
        Told("killed", "ASSAULT", ("Soldiers",), ("ten villagers",), "Homs"),
    ]


def test_unknown_recipient_is_shown_and_told_as_unresolved() -> None:
    text = "Protesters burned tyres in Cairo on Friday."
    event = event_at(text, "burned")
    assert [(slot.slot, slot.span.exact) for slot in event.slots if slot.id is None] == [(SlotName.RECIPIENT, "tyres")]
    assert 'No party or place is known for "tyres", the recipient of this event.' in [
        one.reason for one in read(text).unresolved if one.stage == events.STAGE
    ]


def test_event_keeps_the_words_of_its_slots_and_how_it_was_done() -> None:
    event = event_at("Gunmen kidnapped two journalists in Aden on Monday.", "kidnapped")
    assert [(slot.slot.value, slot.span.exact) for slot in event.slots] == [
        ("actor", "Gunmen"), ("recipient", "two journalists"), ("place", "Aden"), ("time", "Monday"),
    ]  # fmt: skip
    assert (event.mode, event.made_by) == ("abduct", events.MADE_BY)


def test_text_in_capitals_is_read_as_printed() -> None:
    assert [(event.trigger, event.type) for event in told("REBELS ATTACKED THE ARMY IN MOSUL ON MONDAY.")] == [
        ("ATTACKED", "ASSAULT")
    ]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "...", "Mosul.", "Anna Varga, 43."])
def test_empty_text_has_no_events(text: str) -> None:
    assert (read(text).events, read(text).unresolved) == ((), ())


def test_words_that_no_encoder_read_are_left_as_they_are() -> None:
    syntax = parse("Rebels attacked the army.")
    found = Found(Syntax(syntax.text, syntax.tokens, syntax.sentences))
    assert events.find(Report.of("r", syntax.text), found) is found


def test_parties_before_are_kept_and_new_ones_numbered_on() -> None:
    ids = [party.id for party in read("Turkish jets bombed Kurdish fighters near Afrin on Monday.").parties]
    assert ids == [f"p{n}" for n in range(1, len(ids) + 1)]


def assert_sound(findings: Findings) -> None:
    """Every span of every event is true, and every id that an event gives exists."""
    for event in findings.events:
        for span in spans_of(event):
            assert findings.report.text[span.start : span.end] == span.exact != ""
        parties, places, times = (
            {one.id for one in found} for found in (findings.parties, findings.places, findings.times)
        )
        assert {*event.actors, *event.recipients} <= parties
        assert not set(event.actors) & set(event.recipients)
        assert {event.place} <= {*places, None}
        assert {event.time} <= {*times, None}
        assert {slot.id for slot in event.slots} <= {*parties, *places, *times, None}
        assert 0.0 <= event.score <= 1.0
    assert [event.id for event in findings.events] == [f"e{n}" for n in range(1, len(findings.events) + 1)]
    assert not [one for one in findings.unresolved if one.reason.startswith(pipeline.FAULT)]


PIECES = st.sampled_from([
    "rebels", "attacked", "the army", "in Mosul", "on Monday", "were killed", "by", "gunmen", "said", "that", "of",
    "Turkey's", "offensive", "The Turkish", "and", "who", "launched an attack", "on", "the village", "ten soldiers",
    "Karim Doss", "fled", "struck", "a deal", "with", "Russia", "1988", ",", ".", "“", "”", "\n\n", "🔥", "e\u0301",
    "\u202e", "no",
])  # fmt: skip


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.one_of(st.lists(PIECES, max_size=25).map(" ".join), st.text(max_size=80)))
@example("of of of killed killed by by by")
@example("attacked\n\nattacked")
def test_events_of_any_text_are_sound(text: str) -> None:
    assert_sound(read(text))


def test_arrest_in_the_passive_is_coercion() -> None:
    assert [event.type for event in told("Twelve protesters were arrested in Cairo on Tuesday.")] == ["COERCE"]


@pytest.mark.xfail(strict=True, reason="The encoder takes weapons that are sent as aid for weapons that are used.")
def test_weapons_that_are_sent_are_aid() -> None:
    assert [event.type for event in told("Germany sent weapons to Ukraine.")] == ["AID"]


@pytest.mark.xfail(strict=True, reason="Nouns for things that do not happen are told as events without a type.")
def test_things_are_no_events() -> None:
    assert untyped("The book has a blue cover.") == []


def test_both_sides_of_a_clash_are_named() -> None:
    (event,) = told("The army clashed with rebels in Homs on Monday.")
    assert {*event.actors, *event.recipients} == {"The army", "rebels"}
