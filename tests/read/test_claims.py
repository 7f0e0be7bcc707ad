"""Claims: who holds that something happened, through whom, how surely and on what ground."""

from __future__ import annotations

import pytest

from tests.read.factuality.claiming import Held, contents, found_in, held


def test_event_in_no_ones_words_is_the_reports():
    assert held("Soldiers attacked the village.", "attacked") == [Held(("report",), "CT+")]


def test_event_in_someones_words_is_theirs_and_the_report_passes_it_on():
    assert held("Doss said that soldiers attacked the village.", "attacked") == [Held(("Doss", "report"), "CT+")]


def test_chain_goes_from_the_nearest_speaker_to_the_report():
    text = "Doss said that the governor had told him that rebels burned the bridge."
    assert held(text, "burned") == [Held(("the governor", "Doss", "report"), "CT+")]


def test_outlet_that_passed_it_on_is_a_link():
    text = "Doss said the rebels had burned the bridge, according to CNN."
    assert held(text, "burned") == [Held(("Doss", "CNN", "report"), "CT+")]


@pytest.mark.parametrize(
    ("text", "trigger", "factuality"),
    [
        ("The ministry denied that its soldiers attacked the village.", "attacked", "CT-"),
        ("“We did not attack the village,” the ministry said.", "attack", "CT-"),
        ("The ministry vowed to retake the village.", "retake", "PR+"),
        ("The ministry promised that it would not attack the village.", "attack", "CT-"),
        ("The ministry threatened to burn the village.", "burn", "PS+"),
        ("The ministry refused to withdraw.", "withdraw", "CT-"),
        ("The ministry called on the rebels to withdraw from the village.", "withdraw", "Uu"),
        ("“Withdraw from the village,” the ministry told the rebels.", "Withdraw", "Uu"),
        ("The ministry warned that rebels could burn the bridge.", "burn", "PS+"),
        ("The ministry did not say whether soldiers had attacked the village.", "attacked", "Uu"),
        ("The ministry said that unless rebels withdrew, soldiers would attack the village.", "withdrew", "Uu"),
        ("The ministry said that unless rebels withdrew, soldiers would attack the village.", "attack", "PS+"),
    ],
)
def test_factuality_in_a_speakers_mouth(text, trigger, factuality):
    (claim,) = held(text, trigger)
    assert claim[:2] == (("The ministry" if text.startswith("The") else "the ministry", "report"), factuality)


def test_belief_without_a_believer_is_probable():
    text = "Rebels are believed to have attacked the village."
    assert held(text, "attacked") == [Held((None, "report"), "PR+", "induced")]


def test_doubt_is_probably_not():
    assert held("Doss doubts that the army will attack the village.", "attack") == [
        Held(("Doss", "report"), "PR-", "induced")
    ]


def test_denial_of_reports_is_a_claim_of_its_own():
    text = "The army denied reports that its soldiers had burned the bridge."
    assert held(text, "burned") == [Held((None, "report"), "CT+", "told"), Held(("The army", "report"), "CT-")]


def test_what_someone_will_not_confirm_is_open_for_them():
    text = "Omar Doss met the elders, but stopped short of confirming reports that a commander met with the envoys."
    assert held(text, "met with") == [Held((None, "report"), "CT+", "told"), Held(("Omar Doss", "report"), "Uu")]


def test_teller_goes_on_after_what_was_told():
    said = "Omar Doss said the elders had met with all envoys in the town"
    text = f"{said}, but stopped short of confirming reports that a commander met with the rebels."
    assert held(text, "met with the rebels") == [
        Held((None, "report"), "CT+", "told"),
        Held(("Omar Doss", "report"), "Uu"),
    ]


def test_attribution_that_leaves_reports_open_is_no_link():
    text = "Doss said the road was open, but would not confirm reports that soldiers burned the bridge."
    assert held(text, "burned") == [Held((None, "report"), "CT+", "told"), Held(("Doss", "report"), "Uu")]


def test_admission_shows_the_reports_own_view():
    assert held("Doss admitted that rebels had burned the bridge.", "burned") == [
        Held(("Doss", "report"), "CT+"),
        Held(("report",), "CT+"),
    ]


def test_false_claim_is_none_for_the_report():
    assert held("Doss falsely claimed that rebels had burned the bridge.", "burned") == [
        Held(("Doss", "report"), "CT+"),
        Held(("report",), "CT-"),
    ]


@pytest.mark.parametrize(
    ("text", "trigger", "basis"),
    [
        ("A witness said that soldiers shot two farmers.", "shot", "witnessed"),
        ("“I saw soldiers burn the bridge,” Doss said.", "burn", "witnessed"),
        ("Investigators concluded that soldiers burned the bridge.", "burned", "deduced"),
        ("Doss believes that soldiers burned the bridge.", "burned", "induced"),
        ("Doss said he had been told that soldiers burned the bridge.", "burned", "told"),
        ("Doss said that soldiers burned the bridge.", "burned", "cannot_be_judged"),
    ],
)
def test_basis(text, trigger, basis):
    assert [claim.basis for claim in held(text, trigger)] == [basis]


def test_content_that_is_no_event_has_a_claim():
    assert contents("Doss said that the militia had changed.") == [Held(("Doss", "report"), "CT+")]
    assert contents("Khan disagreed that the militia would change.") == [Held(("Khan", "report"), "CT-")]
    assert contents("Doss invited all elders to stay in the town.") == [Held(("Doss", "report"), "Uu")]


def test_content_that_is_the_clause_of_an_event_is_not_told_twice():
    text = "Doss said that soldiers attacked the village."
    assert contents(text, "attacked") == []
    assert contents("Doss said that the village was under siege.", "under siege") == []


def test_claim_shows_the_words_of_its_clause():
    found = found_in("Soldiers attacked the village, and the farmers fled after a bridge burned.", "attacked", "burned")
    assert [[span.exact for span in claim.spans] for claim in found.claims] == [
        ["Soldiers attacked the village"],
        ["after a bridge burned"],
    ]


def test_claim_points_at_its_event_and_attribution():
    found = found_in("Doss said that soldiers attacked the village.", "attacked")
    (claim,) = found.claims
    assert (claim.id, claim.event, claim.attribution, claim.made_by) == ("c1", "e1", "a1", "claims/rules@1")
