import pytest
from msgspec.structs import replace

from tests.compare.making import findings_of, told

CONTRADICTION = "contradiction"


def test_denial_of_the_same_words_contradicts_them():
    findings = findings_of(
        "[Lena Orsk] {said} <the harbour had been shelled>. [Tam Reyl] {denied/deny} <the harbour had been shelled>."
    )
    assert told(findings) == [(CONTRADICTION, [["c1"], ["c2"]])]


def test_disagreeing_that_something_will_change_contradicts_that_it_has():
    findings = findings_of(
        "[Orsk] {said} <the Guard had changed>. A day passed. [Reyl] {disagreed that/deny} <the Guard would "
        "change>."
    )
    assert told(findings) == [(CONTRADICTION, [["c1"], ["c2"]])]


def test_denial_of_other_words_contradicts_nothing():
    findings = findings_of(
        "[Orsk] {said} <the harbour had been shelled>. A day passed. [Reyl] {denied/deny} <he would resign "
        "over the budget>."
    )
    assert told(findings) == []


def test_not_denying_is_no_denial():
    findings = findings_of(
        "[Orsk] {said} <the harbour had been shelled>. Then [Reyl] {did not deny} <the harbour had been "
        "shelled>."
    )
    assert [kind for kind, _ in told(findings)] != [CONTRADICTION]


def test_negation_alone_tells_two_claims_apart():
    findings = findings_of(
        "[Orsk] {said} <it is a war of the king’s making>. Days went by. [Reyl] {said} <it is not a war of "
        "the king’s making>."
    )
    assert told(findings) == [(CONTRADICTION, [["c1"], ["c2"]])]


def test_two_claims_under_a_negation_do_not_contradict_each_other():
    findings = findings_of(
        "[Orsk] {said} <no ship had left the harbour>. Days went by. [Reyl] {said} <ships never left the "
        "harbour>."
    )
    assert told(findings) == [("agreement", [["c1"], ["c2"]])]


def test_words_that_cannot_both_be_true_contradict_each_other():
    findings = findings_of(
        "[Orsk] {said} <the truce includes the border villages>. Days went by. "
        "[Reyl] {said} <the truce excludes the border villages>."
    )
    assert told(findings) == [(CONTRADICTION, [["c1"], ["c2"]])]


@pytest.mark.parametrize("content", ["the allegations", "these charges", "any such accusation"])
def test_denial_that_only_points_back_answers_the_accusation_before_it(content):
    findings = findings_of(f"[Orsk] {{accused/accuse}} <soldiers of looting>. [Reyl] {{denied/deny}} <{content}>.")
    assert told(findings) == [(CONTRADICTION, [["c1"], ["c2"]])]


def test_charges_do_not_point_back_at_what_is_no_accusation():
    findings = findings_of(
        "[Orsk] {said} <he was worried about the prisoners’ health>. [Reyl] {denied/deny} <the charges>."
    )
    assert told(findings) == []


def test_denial_far_behind_answers_nothing():
    far = "Nothing happened for a while. " * 10
    findings = findings_of(
        f"[Orsk] {{accused/accuse}} <soldiers of looting>. {far}[Reyl] {{denied/deny}} <the allegations>."
    )
    assert told(findings) == []


def test_denied_reports_are_a_side_of_their_own():
    findings = findings_of(
        "[Reyl] {rejected/deny} <reports that his men had fled> from the harbour, where {reports} <his men "
        "had fled>."
    )
    inner = replace(findings.attributions[1], source=None, speaker=None, parent="a1")
    held = replace(findings.claims[1], holder=(None, "report"))
    findings = replace(findings, attributions=(findings.attributions[0], inner), claims=(findings.claims[0], held))
    assert told(findings) == [(CONTRADICTION, [["c1"], ["c2"]])]


def test_one_speaker_does_not_contradict_the_own_body():
    findings = findings_of(
        "[Guard spokesman Reyl] {said} <the harbour was shelled>. Then the [Guard] {denied/deny} <the "
        "harbour was shelled>."
    )
    guard, speaker = findings.parties[1], findings.parties[0]
    from sayso.model import Tie, TieKind

    speaks = Tie(TieKind.SPEAKS_FOR, guard.id, speaker.mentions[0])
    findings = replace(findings, parties=(replace(speaker, ties=(speaks,)), guard))
    assert [kind for kind, _ in told(findings)] == ["shift"]


def test_call_that_is_dismissed_is_the_request_before_it():
    findings = findings_of(
        "[Orsk] {demanded/demand} <a ceasefire>, and [she] {noted} <no aid had come>. "
        "[Reyl] {dismissed/deny} <the call>."
    )
    assert told(findings) == [(CONTRADICTION, [["c1"], ["c3"]])]


def test_what_is_only_asked_contradicts_nothing():
    findings = findings_of(
        "[Orsk] {will determine} <whether the army used mustard gas>. Days went by. "
        "[Reyl] {denied/deny} <the army used mustard gas>."
    )
    assert told(findings) == []


def test_future_that_may_not_come_does_not_contradict_what_was():
    findings = findings_of(
        "[Orsk] {said} <a strike on the harbour may not come>. Days went by. "
        "[Reyl] {said} <a strike on the harbour came>."
    )
    assert told(findings) == []


def test_holder_whose_name_is_not_known_may_be_the_other_one():
    findings = findings_of(
        "[Orsk] {said} <it is a war of the king’s making>. Days went by. "
        "[the senator] {said} <it is not a war of the king’s making>."
    )
    assert told(findings) == []


def test_rejecting_a_thing_is_not_denying_what_another_says_of_it():
    findings = findings_of(
        "[Orsk] {said} <the king’s new rules on harbour fees were worthless>. Days went by. "
        "[Reyl] {rejected/deny} <the king’s new rules on harbour fees>."
    )
    assert told(findings) == []


def test_account_that_is_disputed_is_that_of_its_owner():
    findings = findings_of(
        "[Orsk] {said} <the ferry had sunk in a storm>, and [Ilin] {said} <snow would fall>. "
        "[Reyl] {disputed/deny} <Orsk’s account>."
    )
    assert told(findings) == [(CONTRADICTION, [["c1"], ["c3"]])]


def test_account_of_someone_who_has_not_spoken_is_nobodys():
    findings = findings_of("[Ilin] {said} <snow would fall>. [Reyl] {disputed/deny} <the ministry’s account>.")
    assert told(findings) == []


def test_short_denial_that_names_someone_does_not_deny_what_they_said():
    text = "[Orsk] {praised/praise} <the guards>. [the militants] {denied/deny} <they had detained Orsk>."
    findings = findings_of(text)
    assert told(findings) == []
