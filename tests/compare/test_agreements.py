import pytest
from msgspec.structs import replace

from sayso.model import PartyType
from tests.compare.making import findings_of, told

AGREEMENT = [("agreement", [["c1"], ["c2"]])]
FAR = " Days went by. "


def test_two_holders_who_say_the_same_agree():
    findings = findings_of(
        f"[Orsk] {{said}} <the ministry was utterly obstructive>.{FAR}[Reyl] {{said}} <the ministry is "
        "utterly obstructive>."
    )
    assert told(findings) == AGREEMENT


def test_saying_that_one_wants_it_too_agrees_with_who_wanted_it():
    findings = findings_of(
        f"[Orsk] {{said}} <we prefer peace and always have>.{FAR}"
        "[Reyl] {insisted} <they, too, sought a “peaceful solution”>."
    )
    assert told(findings) == AGREEMENT


def test_adding_something_also_is_no_agreement():
    findings = findings_of(
        f"[Orsk] {{said}} <the terms on offer were hard>.{FAR}[Reyl] {{said}} <Norland should also offer "
        "shelter>."
    )
    assert told(findings) == []


@pytest.mark.parametrize("act", ["request", "demand"])
def test_two_who_ask_for_the_same_agree(act):
    findings = findings_of(
        f"[Orsk] {{called on/{act}}} <the king to cancel his meeting in Norland>.{FAR}"
        f"[Tam Ilin] {{called for/{act}}} <the cancellation of the meeting>."
    )
    assert told(findings) == AGREEMENT


def test_question_agrees_with_nothing():
    findings = findings_of(f"[Orsk] {{said}} <the long war is over>.{FAR}[Reyl] {{asked}} <is the long war over?>")
    assert told(findings) == []


def test_lists_of_names_agree_on_nothing():
    findings = findings_of(
        f"[Orsk] {{mentioned}} <the national harbour flag>.{FAR}[Reyl] {{described}} <the national harbour "
        "flag>."
    )
    assert told(findings) == []


def test_people_who_may_be_the_same_are_not_two():
    findings = findings_of(
        f"[officials] {{said}} <the long war is over>.{FAR}[senior officials] {{said}} <the long war is over>."
    )
    assert told(findings) == []


def test_who_has_it_from_the_other_does_not_agree_with_them():
    findings = findings_of(f"[Orsk] {{said}} <the long war is over>.{FAR}[Reyl] {{said}} <the long war is over>.")
    passed_on = replace(findings.claims[1], holder=("p-reyl", "p-orsk", "report"))
    assert told(replace(findings, claims=(findings.claims[0], passed_on))) == []


def test_one_utterance_told_twice_is_no_agreement():
    words = "reckless governors gamble with ordinary sailors’ lives"
    findings = findings_of(f"[Orsk] {{said}} <{words}>.{FAR}[Reyl] {{said}} <{words}>.")
    assert told(findings) == []


def test_outlet_agrees_with_nobody():
    findings = findings_of(f"[Orsk] {{said}} <the long war is over>.{FAR}[Reyl] {{said}} <the long war is over>.")
    outlet = replace(findings.parties[1], type=PartyType.OUTLET)
    assert told(replace(findings, parties=(findings.parties[0], outlet))) == []


def test_words_passed_on_by_another_speaker_agree_with_nothing():
    findings = findings_of(f"[Orsk] {{said}} <the long war is over>.{FAR}[Reyl] {{said}} <the long war is over>.")
    nested = replace(findings.attributions[1], parent="a1")
    assert told(replace(findings, attributions=(findings.attributions[0], nested))) == []


def test_too_much_is_no_agreement():
    findings = findings_of(
        f"[Orsk] {{said}} <we prefer peace and always have>.{FAR}[Reyl] {{insisted}} <it is too late for peace>."
    )
    assert told(findings) == []
