from msgspec.structs import replace

from sayso.model import Happened
from sayso.model.codec import header_of
from sayso.model.happened import contents, happened
from tests.port_of_karsk import ATTRIBUTIONS, CLAIMS, EVENTS, PARTIES, PLACES, TIMES, findings


def test_event_stands_with_its_claims_and_all_that_these_name():
    found = findings()
    assert happened(found)[0] == Happened(
        header_of(found.report), EVENTS[0], CLAIMS[:2], ATTRIBUTIONS[:2], PARTIES[:4], PLACES[0], TIMES[0],
    )  # fmt: skip


def test_events_come_in_the_order_of_the_text():
    found = replace(findings(), events=EVENTS[::-1])
    assert [one.event.id for one in happened(found)] == ["e1", "e2", "e3", "e4"]


def test_event_that_nobody_is_told_to_hold_is_kept():
    found = replace(findings(), claims=())
    assert [one.claims for one in happened(found)] == [(), (), (), ()]


def test_claims_on_contents_are_grouped_by_their_attribution():
    again = replace(CLAIMS[5], id="c8", holder=("report",))
    found = replace(findings(), claims=(*CLAIMS, again))
    assert [(one.event, [claim.id for claim in one.claims]) for one in contents(found)] == [
        (None, ["c7"]), (None, ["c6", "c8"]),
    ]  # fmt: skip


def test_report_without_events_tells_of_none():
    assert happened(replace(findings(), events=(), claims=())) == ()
