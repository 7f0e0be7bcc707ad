import pytest
from msgspec.structs import replace

from sayso.export.told_events import counts, day, tell_events, worth_showing
from sayso.model import Claim, Factuality, FigureKind, TimexMod
from tests.export.happenings import CLAIMS, EVENTS, TIMES, at, findings


def held_of(found, number=1):
    return [(one.certainty, one.holder, one.basis) for one in tell_events(found)[number - 1].held]


def test_event_is_told_with_when_where_who_to_whom_and_how_many():
    assert [(one.number, one.code, one.facts) for one in tell_events(findings())] == [
        (1, "ASSAULT firearms", ("2021-08-24", "in Port Orsk", "the army → dockers", "at least 29 dockers killed")),
        (2, "CONSULT", ("on Sunday", "Ari Venn → Harbour Dockers' Union")),
        (3, "", ("=Tugs",)),
        (4, "ASSAULT heavy-weapons", ("1994", "in the old town", "the army")),
    ]


def test_numbers_follow_the_text_not_the_order_of_finding():
    assert tell_events(replace(findings(), events=EVENTS[::-1])) == tell_events(findings())


def test_each_holder_has_a_certainty_and_a_ground_of_its_own():
    assert held_of(findings()) == [
        ("certain", "residents (unnamed)", "saw it"),
        ("did not happen", "the army, through reports from the harbour (unnamed)", "told by others"),
    ]


def test_report_is_named_where_it_is_the_only_holder():
    assert held_of(findings(), 2) == [("possible", "the report", "")]


@pytest.mark.parametrize(
    ("holder", "attribution", "told"),
    [
        ((None, "report"), None, "someone unnamed"),
        ((None,), None, "someone unnamed"),
        ((), None, "someone unnamed"),
        (("p3", "p1", "report"), "a1", "Ari Venn, through the army"),
        ((None, "report"), "a2", "reports from the harbour (unnamed)"),
    ],
)
def test_chain_of_holders_is_told_from_the_nearest_on(holder, attribution, told):
    claim = replace(CLAIMS[0], holder=holder, attribution=attribution)
    assert held_of(replace(findings(), claims=(claim,)))[0][1] == told


def test_pronoun_that_stands_for_no_party_is_not_resolved():
    found = findings()
    said = replace(found.attributions[0], source=replace(at("residents"), exact="They"), speaker=None)
    claim = Claim("c1", (None, "report"), Factuality.CT_PLUS, CLAIMS[0].basis, "e1", "a1")
    assert held_of(replace(found, attributions=(said,), claims=(claim,)))[0][1] == "They (not resolved)"


def test_unsure_events_without_a_type_are_only_counted_and_history_comes_last():
    told, hidden = worth_showing(tell_events(replace(findings(), events=EVENTS[::-1])), everything=False)
    assert ([one.number for one in told], [one.number for one in hidden]) == ([1, 2, 4], [3])


def test_everything_is_told_on_demand():
    told, hidden = worth_showing(tell_events(findings()), everything=True)
    assert ([one.number for one in told], hidden) == ([1, 2, 3, 4], ())


def test_sure_event_without_a_type_is_told():
    sure = replace(EVENTS[2], score=0.5)
    told, hidden = worth_showing(tell_events(replace(findings(), events=(sure,))), everything=False)
    assert (len(told), hidden) == (1, ())


@pytest.mark.parametrize(
    ("what", "number", "of", "told"),
    [
        (FigureKind.KILLED, "at least 29", "dockers", "at least 29 dockers killed"),
        (FigureKind.KILLED, "at least 29", None, "at least 29 killed"),
        (FigureKind.KILLED, "29 dockers", "dockers", "29 dockers killed"),
        (FigureKind.TROOPS, "at least 29", "Soldiers", "at least 29 Soldiers"),
        (FigureKind.TROOPS, "at least 29", None, "at least 29 troops"),
        (FigureKind.MONEY, "at least 29", None, "at least 29"),
    ],
)
def test_figure_is_told_in_the_words_of_the_report(what, number, of, told):
    figure = replace(EVENTS[0].figures[0], what=what, span=at(number), of=at(of) if of else None)
    assert counts(figure) == told


@pytest.mark.parametrize(
    ("value", "earliest", "latest", "mod", "told"),
    [
        ("2021-08", "2021-08-01", "2021-08-31", None, "2021-08"),
        ("2021-W34", "2021-08-23", "2021-08-29", None, "2021-08-23 to 2021-08-29"),
        ("1994", "1994-09-01", "1994-12-31", TimexMod.END, "1994-09-01 to 1994-12-31"),
        ("2021-08-24", None, "2021-08-24", TimexMod.BEFORE, "unknown to 2021-08-24"),
        ("P3D", None, None, None, "Tuesday (P3D)"),
        (None, None, None, None, "Tuesday (date not resolved)"),
    ],
)
def test_day_is_a_date_or_the_words_for_it(value, earliest, latest, mod, told):
    assert day(replace(TIMES[0], value=value, earliest=earliest, latest=latest, mod=mod)) == told
