import pytest

from tests.compare.making import findings_of, told

SHIFT = [("shift", [["c1"], ["c2"]])]


@pytest.mark.parametrize(
    "between", [", but then later {told} a crowd that ", ", but now {says} ", "; however, he later {admitted} "]
)
def test_later_words_against_the_earlier_are_a_shift(between):
    findings = findings_of(f"[Reyl] {{tweeted}} that <the enemy is surrounded>{between}<nobody had fired a shot>.")
    assert told(findings) == SHIFT


def test_words_initially_said_and_then_not_are_a_shift():
    findings = findings_of("[Reyl] initially {said} <the gate was shut>, but {conceded} <a guard had left it open>.")
    assert told(findings) == SHIFT


def test_earlier_words_stand_first_wherever_the_report_tells_them():
    findings = findings_of(
        "[Reyl] {said} <the king could stay>, though he had previously {demanded} <the king’s resignation>."
    )
    assert told(findings) == [("shift", [["c2"], ["c1"]])]


def test_later_words_without_a_contrast_are_no_shift():
    findings = findings_of("[Reyl] {said} <the gate was shut>, and later {said} <the guards were tired>.")
    assert told(findings) == []


def test_something_announced_earlier_and_added_to_is_no_shift():
    findings = findings_of(
        "[Reyl] had {announced} <the truce> earlier on Monday but {said} <it would not cover the coast>."
    )
    assert told(findings) == []


def test_but_of_another_speaker_is_no_shift():
    findings = findings_of("[Reyl] {said} <the gate was shut>, but later [Orsk] {said} <prices had doubled>.")
    assert told(findings) == []


def test_saying_and_denying_the_same_is_a_shift_however_far_apart():
    far = "Much happened then. " * 10
    findings = findings_of(
        f"[Reyl] {{said}} <the Guard holds forty prisoners>. {far}[Reyl] {{denied/deny}} <the Guard holds "
        "forty prisoners>."
    )
    assert told(findings) == SHIFT


def test_now_that_goes_with_no_contrast_is_no_shift():
    findings = findings_of(
        "[Reyl] {praised} <the truce> but the mood in the town was grim, for now, and he {vowed} <to rebuild it>."
    )
    assert told(findings) == []
