import pytest

from sayso.compare import matters
from tests.compare.making import findings_of, told

AGAINST = [("contradiction", [["c1"], ["c2"]])]


@pytest.mark.parametrize("between", [". Still, ", ". But ", ", while ", ". However, "])
def test_some_and_others_are_set_against_each_other(between):
    findings = findings_of(
        f"[some] {{believe/expect}} <it is a sign of goodwill>{between}[others] {{believe/expect}} <it is a "
        "trap>."
    )
    assert told(findings) == AGAINST


def test_some_and_others_without_a_contrast_may_both_be_right():
    findings = findings_of("[some] {said} <they had been beaten>. [others] {said} <they had been robbed>.")
    assert told(findings) == []


def test_claim_made_despite_reports_is_set_against_them():
    findings = findings_of("[Orsk] {said} <the Guard had changed>, despite [reports] {of} <looting by its men>.")
    assert told(findings) == AGAINST


def test_claim_made_in_a_sentence_that_opens_with_despite_reports_is_set_against_them():
    findings = findings_of("Despite [reports] {of} <looting by its men>, [Orsk] {said} <the Guard had changed>.")
    assert told(findings) == AGAINST


def test_despite_in_the_next_sentence_sets_nothing_against_the_claim_before_it():
    findings = findings_of("[Orsk] {said} <the Guard had changed>. Despite [reports] {of} <looting>, they marched.")
    assert told(findings) == []


def test_despite_alone_sets_nothing_against_a_claim():
    findings = findings_of("[Orsk] {said} <the fair would open>, despite [Reyl] {warning/warn} <it would rain>.")
    assert told(findings) == []


def test_but_sets_claims_on_one_thing_against_each_other():
    findings = findings_of(
        "[Orsk] {said} <the bombs had hit rebels>, but [residents] {said} <the bombs had hit a school>."
    )
    assert told(findings) == AGAINST


def test_while_before_two_claims_on_one_thing_sets_them_against_each_other():
    findings = findings_of("While [Orsk] {said} <the road was open>, [residents] {said} <guards had mined the road>.")
    assert told(findings) == AGAINST


def test_but_between_claims_on_different_things_says_nothing():
    findings = findings_of("[Orsk] {said} <the road was open>, but [residents] {said} <prices had doubled>.")
    assert told(findings) == []


def test_but_that_goes_on_with_the_first_speaker_says_nothing():
    findings = findings_of(
        "[Orsk] {said} <she had met envoys of the Guard>, but stopped short of confirming "
        "[reports] {that} <an envoy met the king>."
    )
    assert told(findings) == []


def test_requests_are_not_set_against_claims():
    findings = findings_of(
        "[Orsk] {asked/request} <Reyl to open the road>, but [residents] {said} <the road was mined>."
    )
    assert told(findings) == []


def test_reason_names_both_holders_and_the_words_of_the_report():
    findings = findings_of(
        "[Orsk] {said} <the bombs had hit rebels>, but [residents] {said} <the bombs had hit a school>."
    )
    [matter] = matters([findings])
    assert matter.why == (
        "The report sets what residents said against what Orsk said with “but”; both speak of bombs, hit."
    )


def test_name_alone_does_not_make_two_claims_one_matter():
    findings = findings_of(
        "[Orsk] {said} <Ilin’s plan was late>, but [residents] {said} <Ilin’s men had left>.", names=("Ilin",)
    )
    assert told(findings) == []
