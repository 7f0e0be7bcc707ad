import pytest
from msgspec.structs import replace
from sqlalchemy import select

from sayso.errors import NoSuchParty
from sayso.model import Factuality
from sayso.model.happened import contents, happened
from sayso.record import EventFilter, Happenings, schema
from tests.port_of_karsk import TEXT, findings
from tests.record.making import capture_of


@pytest.fixture
def told(record):
    found = findings()
    record.add(capture_of(TEXT), found.report, found)
    return record


def ids(found):
    return [one.event.id for one in found.happened]


def test_record_gives_back_every_event_with_what_it_names(told):
    assert told.happened() == Happenings(happened(findings()))


def test_record_with_events_and_claims_is_sound(told):
    assert told.verify().faults == ()


def test_figures_given_as_whole_numbers_are_sound(record):
    found = findings()
    figure = replace(found.events[0].figures[0], number=29, low=29)
    found = replace(found, events=(replace(found.events[0], figures=(figure,)), *found.events[1:]))
    record.add(capture_of(TEXT), found.report, found)
    assert record.verify().faults == ()


def test_other_contents_stand_behind_the_events_of_their_report(told):
    found = told.happened(others=True).happened
    assert found == (*happened(findings()), *contents(findings()))


def test_actors_recipients_and_unresolved_words_can_be_queried(told):
    parties = schema.event_parties.c
    with told._reading() as connection:
        rows = connection.execute(select(parties.place, parties.role, parties.party, parties.words)).all()
    assert [tuple(row) for row in rows] == [
        (0, "actor", None, "Rebels"), (0, "actor", "p6", None), (1, "recipient", None, "two reporters"),
        (0, "actor", "p3", None),
    ]  # fmt: skip


def test_holders_can_be_queried_nearest_first(told):
    holders = schema.claim_holders.c
    with told._reading() as connection:
        rows = connection.execute(select(holders.place, holders.holder).limit(3)).all()
    assert [tuple(row) for row in rows] == [(0, "p1"), (1, "p2"), (2, "report")]


@pytest.mark.parametrize(("wanted", "expected"), [
    (EventFilter(types=("ASSAULT",)), ["e1", "e4"]),
    (EventFilter(types=("ASSAULT", "COERCE"), background=False), ["e1", "e2"]),
    (EventFilter(quads=(4,), background=True), ["e4"]),
    (EventFilter(quads=(1,)), []),
    (EventFilter(types=("ASSAULT",), quads=(1,)), []),
    (EventFilter(party="the Northern Front's"), ["e4"]),
    (EventFilter(party="rebels"), ["e1"]),
    (EventFilter(party="reporters"), ["e2"]),
    (EventFilter(place="karsk"), ["e1"]),
    (EventFilter(place="Kyrgyzstan"), ["e1"]),
    (EventFilter(place="KGZ"), ["e1"]),
    (EventFilter(place="KG-C"), ["e1"]),
    (EventFilter(place="Dol"), ["e2", "e4"]),
    (EventFilter(holder="report"), ["e4"]),
    (EventFilter(holder="Orsk"), ["e1"]),
    (EventFilter(holder="Meridian"), ["e1"]),
    (EventFilter(factuality=(Factuality.CT_MINUS, Factuality.UU)), ["e1", "e3"]),
    (EventFilter(holder="Front", factuality=(Factuality.CT_MINUS,)), ["e1"]),
    (EventFilter(holder="Orsk", factuality=(Factuality.CT_MINUS,)), []),
    (EventFilter(score=0.75), ["e1", "e2"]),
])  # fmt: skip
def test_filter_lets_events_pass(told, wanted, expected):
    assert ids(told.happened(wanted)) == expected
    assert told.happened(wanted) == wanted.sift(happened(findings()))


@pytest.mark.parametrize(("since", "until", "expected", "undated"), [
    ("2021-08-24", "2021-08-24", ["e1"], 2), ("2021-08", None, ["e1"], 2), ("2021-08-25", None, [], 2),
    (None, "1994-06-15", ["e4"], 2), ("1994", "2021-08", ["e1", "e4"], 2), ("1995", "2020", [], 2),
])  # fmt: skip
def test_period_is_that_of_the_event_and_the_undated_are_counted(told, since, until, expected, undated):
    found = told.happened(EventFilter(since=since, until=until))
    assert (ids(found), found.undated) == (expected, undated)


def test_only_the_undated_that_all_else_holds_of_are_counted(told):
    assert told.happened(EventFilter(types=("ASSAULT",), since="2021")).undated == 0


def test_event_comes_with_the_claims_of_all_its_holders(told):
    [one] = told.happened(EventFilter(holder="Orsk", types=("ASSAULT",))).happened
    assert [claim.id for claim in one.claims] == ["c1", "c2"]


def test_contents_pass_by_holder_certainty_and_score_alone(told):
    def passing(**wanted):
        found = told.happened(EventFilter(**wanted), others=True).happened
        return [one.claims[0].id for one in found if one.event is None]

    assert passing() == ["c7", "c6"]
    assert passing(holder="Orsk") == ["c6"]
    assert passing(score=0.5) == ["c7"]
    assert passing(place="Karsk") == []


def test_unnamed_holder_is_found_by_the_words_for_it(record):
    found = findings()
    claims = tuple(replace(claim, holder=(None, "report")) for claim in found.claims if claim.id == "c3")
    found = replace(found, claims=claims)
    record.add(capture_of(TEXT), found.report, found)
    assert ids(record.happened(EventFilter(holder="residents"))) == ["e2"]


def test_superseded_reading_is_not_told(told):
    found = replace(findings(), events=(), claims=())
    told.add(capture_of(TEXT), found.report, found)
    assert told.happened() == Happenings(())


def test_party_that_no_report_names_is_told_the_nearest(told):
    with pytest.raises(NoSuchParty, match=r'No party "Orskk" in .* Near to it: "Lena Orsk"'):
        told.happened(EventFilter(holder="Orskk"))
    assert told.happened(EventFilter(party="Meridian")) == Happenings(())
