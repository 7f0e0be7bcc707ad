"""Each figure goes to the event in whose clause it stands, and to one alone."""

from __future__ import annotations

import pytest

from sayso.model import Event, Party, PartyType, Report, Span, Time, TimexType
from sayso.read.figures import find
from sayso.read.found import Found
from sayso.read.syntax import parse

Given = dict[str, list[tuple[str, str]]]


def span(text: str, words: str) -> Span:
    return Span.of(text, text.index(words), text.index(words) + len(words))


def given(text: str, *triggers: str, found: Found | None = None) -> Given:
    events = tuple(Event(f"e{n}", span(text, words)) for n, words in enumerate(triggers))
    before = (found or Found(parse(text))).having(events=events)
    after = find(Report.of("r", text), before)
    return {e.trigger.exact: [(f.what.value, f.span.exact) for f in e.figures] for e in after.events}


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The army attacked the town, killing 12 people and wounding 30.",
         {"attacked": [], "killing": [("killed", "12")], "wounding": [("injured", "30")]}),
        ("The army attacked the town, killing 12 people and wounding 30.",
         {"attacked": [("killed", "12"), ("injured", "30")]}),
        ("An attack that left 12 people dead shook the town.", {"attack": [("killed", "12")], "shook": []}),
        ("At least 21 villagers were killed in the shelling.", {"shelling": [("killed", "At least 21")]}),
        ("At least 21 villagers were killed in the shelling.", {"killed": [("killed", "At least 21")], "shelling": []}),
        ("Hundreds of people have been arrested and at least 21 killed.",
         {"arrested": [("detained", "Hundreds")], "killed": [("killed", "at least 21")]}),
        ("The minister sent 30,000 more troops.", {"sent": [("troops", "30,000")]}),
        ("The bombing killed 12 people.", {"bombing": [("killed", "12")]}),
        ("At least five towns had agreed to surrender.", {"surrender": [("other", "At least five")]}),
        ("More than 2,000 people attended the march.", {"march": [("other", "More than 2,000")]}),
        ("The army advanced 12 km into the valley.", {"advanced": [("distance", "12 km")]}),
        ("They paid $500,000 for the guns.", {"paid": [("money", "$500,000")]}),
    ],
)  # fmt: skip
def test_figure_goes_to_the_event_of_its_own_clause(text: str, figures: Given) -> None:
    assert given(text, *figures) == figures


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Rebels attacked the town, which lies 12 miles from the border.", "attacked"),
        ("Rebels attacked a suburb in a city of 3 million people.", "attacked"),
        ("The general said that the raid had failed after 12 men were killed.", "said"),
        ("The two men met in the capital.", "met"),
        ("The deployment meets more resistance, with the deaths of 14 sailors in May.", "deployment"),
        ("They filmed the body of a soldier.", "filmed"),
    ],
)
def test_figure_of_another_clause_is_left_out(text: str, trigger: str) -> None:
    assert given(text, trigger) == {trigger: []}


def test_number_inside_a_time_is_no_figure() -> None:
    text = "The rebels captured 60 towns in their 20 raids."
    times = (Time("t1", span(text, "20 raids"), TimexType.SET),)
    found = Found(parse(text), times=times)
    assert given(text, "captured", "raids", found=found) == {"captured": [("other", "60")], "raids": []}


def test_members_of_an_armed_group_are_fighters() -> None:
    text = "Dozens of Karsa members surrendered."
    group = Party("p1", "Karsa", PartyType.ARMED_GROUP, mentions=(span(text, "Karsa"),))
    found = Found(parse(text), parties=(group,))
    assert given(text, "surrendered", found=found) == {"surrendered": [("fighters", "Dozens")]}


def test_report_without_events_is_left_as_it_is() -> None:
    found = Found(parse("Ten men died."))
    assert find(Report.of("r", "Ten men died."), found) is found
