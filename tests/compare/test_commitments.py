import msgspec
import pytest
from msgspec.structs import replace

from sayso.compare.commitment_filter import CommitmentFilter
from sayso.compare.commitments import commitments, pledge, said, why
from sayso.model import Commitment, Outcome, SpeechAct
from sayso.model.codec import header_of
from tests.port_of_karsk import ATTRIBUTIONS, PARTIES, TIMES, findings

PROMISE, REQUEST = commitments(findings())


def test_commitments_are_the_acts_that_bind_or_ask_in_the_order_of_the_text():
    found = findings()
    assert commitments(found) == (
        Commitment(header_of(found.report), ATTRIBUTIONS[3], PARTIES[2], None, TIMES[2], TIMES[1], ("c4", "c7")),
        Commitment(header_of(found.report), ATTRIBUTIONS[5], PARTIES[0]),
    )


def test_commitment_is_open_until_a_person_decides():
    assert {one.outcome for one in commitments(findings(), as_of="2030-01-01")} == {Outcome.OPEN}


@pytest.mark.parametrize(("as_of", "past"), [
    ("2021-08-27", False), ("2021-08-28", True), ("2021-09", True), ("2021", False), (None, None),
])  # fmt: skip
def test_deadline_is_past_on_the_day_after_it(as_of, past):
    assert commitments(findings(), as_of=as_of)[0].past_deadline is past


def test_deadline_without_a_date_is_not_past():
    times = tuple(replace(time, earliest=None, latest=None, value=None) for time in TIMES)
    assert commitments(replace(findings(), times=times), as_of="2030")[0].past_deadline is None


def test_other_acts_with_a_condition_are_listed_if_wanted():
    warning = replace(ATTRIBUTIONS[3], speech_act=SpeechAct.WARN)
    found = replace(findings(), attributions=(warning,))
    assert commitments(found) == ()
    [one] = commitments(found, conditional=True)
    assert why(one) == "Northern Front: warning, on a condition, due by 2021-08-27; open."


def test_pledge_has_the_shape_of_a_matter_and_what_only_a_commitment_has():
    found = msgspec.to_builtins(pledge(commitments(findings(), as_of="2021-09")[0]))
    about = "If the army leaves by Friday, we will open the gates"
    assert found.pop("deadline")["value"] == "2021-08-27"
    assert found.pop("sides") == (
        {
            "claims": ("c4", "c7"), "holders": ("Northern Front",), "reports": ("karsk",),
            "spans": ({"report": "karsk", "start": 261, "end": 313, "exact": about},), "said_on": ("2021-08-25",),
        },
    )  # fmt: skip
    assert found == {
        "id": "karsk:a4", "about": about, "kind": "commitment", "field": None,
        "why": "Northern Front: promise, on a condition, due by 2021-08-27; past its deadline, still open.",
        "score": 1.0, "status": "machine", "made_by": "attributions@1", "attribution": "a4", "act": "promise",
        "speaker": "Northern Front", "addressee": None,
        "condition": {
            "if": {"start": 264, "end": 289, "exact": "the army leaves by Friday"},
            "then": {"start": 291, "end": 313, "exact": "we will open the gates"},
        },
        "past_deadline": True, "outcome": "open",
    }  # fmt: skip


def test_speaker_without_a_name_stands_under_the_words_for_it():
    assert pledge(replace(REQUEST, speaker=None)).sides[0].holders == ("She",)


def test_what_has_no_time_of_its_own_was_said_on_the_day_of_publication_or_before():
    assert said(PROMISE) == ("2021-08-25", "2021-08-25", "said_on")
    assert said(REQUEST) == ("2021-08-26", "2021-08-26", "published")
    assert said(replace(REQUEST, report=replace(REQUEST.report, published=None))) is None


@pytest.mark.parametrize(("wanted", "expected"), [
    (CommitmentFilter(), ["a4", "a6"]),
    (CommitmentFilter(acts=(SpeechAct.REQUEST, SpeechAct.DEMAND)), ["a6"]),
    (CommitmentFilter(speaker="the Front"), ["a4"]),
    (CommitmentFilter(speaker="Orsk"), ["a6"]),
    (CommitmentFilter(to="guards"), ["a6"]),
    (CommitmentFilter(since="2021-08-26"), ["a6"]),
    (CommitmentFilter(until="2021-08-25"), ["a4"]),
    (CommitmentFilter(since="2021-08", until="2021"), ["a4", "a6"]),
    (CommitmentFilter(until="2020"), []),
])  # fmt: skip
def test_filter_lets_commitments_pass(wanted, expected):
    assert [one.attribution.id for one in wanted.sift((PROMISE, REQUEST)).commitments] == expected


def test_commitments_that_have_no_date_are_counted_where_a_period_is_wanted():
    undated = replace(REQUEST, report=replace(REQUEST.report, published=None))
    assert CommitmentFilter(since="2021").sift((undated,)) == ((), 1)
    assert CommitmentFilter().sift((undated,)) == ((undated,), 0)


def test_month_of_publication_meets_every_day_of_it():
    monthly = replace(REQUEST, report=replace(REQUEST.report, published="2021-08"))
    assert CommitmentFilter(since="2021-08-15").sift((monthly,)).commitments == (monthly,)
    assert CommitmentFilter(since="2021-09").sift((monthly,)).commitments == ()
