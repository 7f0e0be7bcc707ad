from msgspec.structs import replace

from sayso.compare import matters
from sayso.model import Comparison, Event, Place, Report
from tests.compare.making import findings_of, told, with_event

BASE = replace(
    findings_of("[Orsk] [Reyl] The army attacked Ilin Harbour; attacks killed people; there was no gunfire."),
    places=(Place("l1", "Ilin Harbour", 1),),
)


def test_one_event_that_another_holder_denies_is_a_contradiction():
    findings = with_event(with_event(BASE, "e1", "attacked", "p-orsk", "CT+"), "e1", "attacked", "p-reyl", "CT-")
    [matter] = matters([findings])
    assert (matter.kind, matter.field) == ("contradiction", "factuality")
    assert matter.why == "Orsk says that it happened, Reyl that it did not: “attacked”."
    assert Comparison("e1", "e2", "factuality", "contradicts") in matter.comparisons


def test_less_certain_holder_does_not_contradict():
    findings = with_event(with_event(BASE, "e1", "attacked", "p-orsk", "CT+"), "e1", "attacked", "p-reyl", "PS+")
    assert told(findings) == []


def test_numbers_that_cannot_both_be_true_are_figures():
    place = {"place": "l1"}
    findings = with_event(BASE, "e1", "attacked", "p-orsk", "CT+", killed=(9, 9), **place)
    findings = with_event(findings, "e2", "attacks", "p-reyl", "CT+", killed=(14, 20), **place)
    [matter] = matters([findings])
    assert (matter.kind, matter.field) == ("figures", "figures")
    assert matter.why == "Orsk counts “attacked” (killed), Reyl “attacks”."


def test_numbers_that_fit_are_no_dispute():
    findings = with_event(BASE, "e1", "attacked", "p-orsk", "CT+", killed=(9, 30), place="l1")
    findings = with_event(findings, "e2", "attacks", "p-reyl", "CT+", killed=(14, 20), place="l1")
    assert told(findings) == []


def test_events_with_nothing_else_in_common_are_two():
    findings = with_event(with_event(BASE, "e1", "attacked", "p-orsk", "CT+"), "e2", "attacks", "p-reyl", "CT-")
    assert told(findings) == []


def test_same_deed_laid_at_another_door_is_a_contradiction():
    slots = {"recipients": ("p-reyl",), "place": "l1"}
    findings = with_event(BASE, "e1", "attacked", "p-orsk", "CT+", actors=("p-orsk",), **slots)
    findings = with_event(findings, "e2", "attacks", "p-reyl", "CT+", actors=("p-reyl",), **slots)
    [matter] = matters([findings])
    assert (matter.kind, matter.field) == ("contradiction", "actor")


def test_report_and_speaker_who_both_say_that_nothing_happened_agree():
    findings = with_event(BASE, "e1", "attacked", "report", "CT-", place="l1")
    findings = with_event(findings, "e2", "gunfire", "p-reyl", "CT-", place="l1")
    assert told(findings) == [("agreement", [["e1"], ["e2"]])]


def test_report_that_tells_what_a_speaker_tells_is_no_agreement():
    findings = with_event(BASE, "e1", "attacked", "report", "CT+", recipients=("p-orsk",), place="l1")
    findings = with_event(findings, "e2", "attacks", "p-reyl", "CT+", recipients=("p-orsk",), place="l1")
    assert told(findings) == []


def test_two_who_say_that_nothing_of_the_kind_has_happened_yet_agree():
    report = Report.of("r1", "They have not yet attacked; no gunfire yet, said Reyl.")
    findings = replace(BASE, report=report)
    findings = with_event(findings, "e1", "not yet attacked", "report", "CT-")
    findings = with_event(findings, "e2", "no gunfire yet", "p-reyl", "CT-")
    assert told(findings) == [("agreement", [["e1"], ["e2"]])]


def test_claim_of_an_event_that_is_all_of_a_content_stands_for_the_content():
    findings = findings_of(
        "[Orsk] {said} <the harbour was shelled>. Far on, [Reyl] {denied/deny} <the harbour was shelled>."
    )
    claims = tuple(replace(claim, event=f"e{number}") for number, claim in enumerate(findings.claims))
    events = tuple(Event(f"e{number}", claim.spans[0]) for number, claim in enumerate(findings.claims))
    assert told(replace(findings, claims=claims, events=events)) == [("contradiction", [["c1"], ["c2"]])]


def test_own_view_of_the_report_on_what_another_tells_is_no_second_account():
    findings = with_event(with_event(BASE, "e1", "attacked", "p-orsk", "CT+"), "e1", "attacked", "report", "CT-")
    assert told(findings) == []


def test_numbers_of_holders_who_are_not_named_are_not_set_against_each_other():
    findings = with_event(BASE, "e1", "attacked", None, "CT+", killed=(9, 9), place="l1")
    findings = with_event(findings, "e2", "attacks", None, "CT+", killed=(14, 20), place="l1")
    assert told(findings) == []
