"""Attributions: every pattern in which English reports speech, on sentences of our own."""

from __future__ import annotations

import pytest

from sayso.model import QuoteType
from tests.read.reading import Said, only, read, said


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The minister said that the road was open.", "The minister", "said", ["the road was open"]),
        ("The minister said the road was open.", "The minister", "said", ["the road was open"]),
        ("The road was open, the minister said.", "the minister", "said", ["The road was open"]),
        ("The road, the minister said, was open.", "the minister", "said", ["The road", "was open"]),
        ("The army vowed to hold the bridge.", "The army", "vowed", ["to hold the bridge"]),
        ("The army denied shelling the town.", "The army", "denied", ["shelling the town"]),
        ("Critics called the plan a disgrace.", "Critics", "called", ["the plan a disgrace"]),
        ("The envoy accused the army of murder.", "The envoy", "accused", ["the army of murder"]),
        ("The envoy called on the army to withdraw.", "The envoy", "called on", ["the army to withdraw"]),
        ("The envoy asked whether the road was open.", "The envoy", "asked", ["whether the road was open"]),
        ("According to the mayor, the road was open.", "the mayor", "According to", ["the road was open"]),
        ("The road was open, according to the mayor.", "the mayor", "according to", ["The road was open"]),
        ("The mayor is confident that the road will open.", "The mayor", "is confident", ["the road will open"]),
        ("The road is believed to be open.", None, "is believed", ["The road", "to be open"]),
        ("Officials repeated claims that the road was open.", "Officials", "claims", ["the road was open"]),
        ("“We stay,” said the mayor.", "the mayor", "said", ["We stay"]),
        ("“We stay,” the mayor said.", "the mayor", "said", ["We stay"]),
        ("The mayor said: “We will stay here.”", "The mayor", "said", ["We will stay here."]),
        ("“We stay,” the mayor said. “We have no choice.”", "the mayor", "said", ["We stay", "We have no choice."]),
        ("“We stay,” the mayor said, “and they know it.”", "the mayor", "said", ["We stay", "and they know it."]),
        ("''We stay,'' the mayor said.", "the mayor", "said", ["We stay"]),
        ("“We stay for good.” — Karim Doss, a farmer", "Karim Doss, a farmer", "—", ["We stay for good."]),
        ("Elyas, 25, from Herat, said the army had fled.", "Elyas, 25, from Herat,", "said", ["the army had fled"]),
        ("The agency quoted Khan as saying that he would stay.", "Khan", "saying", ["he would stay"]),
    ],
)  # fmt: skip
def test_who_said_what(text: str, source: str | None, cue: str, content: list[str]) -> None:
    found = [(one.source, one.cue, list(one.content)) for one in said(text)]
    assert (source, cue, content) in found


def test_several_cues_in_one_sentence_are_several_attributions() -> None:
    text = "Doss tweeted that “the pass is ours,” but later told elders that it was calm, insisting he wanted peace."
    assert [(one.cue, one.speaker) for one in said(text)] == [
        ("tweeted", "Doss"),
        ("later told", "Doss"),
        ("insisting", "Doss"),
    ]


def test_a_quotation_that_goes_on_in_the_next_paragraph_is_one_attribution() -> None:
    text = "“We stay,” said Karim Doss.\n\n“We have nowhere else to go.”"
    assert said(text) == [Said("Karim Doss", "said", ("We stay", "We have nowhere else to go."), "Karim Doss")]


def test_a_paragraph_that_ends_in_a_colon_leads_up_to_the_next() -> None:
    text = "The ministry issued the following statement:\n\n“We regret the loss of life in the north.”"
    assert [one.content for one in said(text)] == [("We regret the loss of life in the north.",)]


def test_a_turn_of_a_transcript_has_its_speaker() -> None:
    text = "KHAN: We will stay in the valley.\n\nDOSS: Nobody asked you to leave it."
    assert [(one.source, one.content) for one in said(text)] == [
        ("KHAN", ("We will stay in the valley.",)),
        ("DOSS", ("Nobody asked you to leave it.",)),
    ]


def test_a_floating_quotation_belongs_to_the_subject_of_the_sentence_before() -> None:
    findings = read("Karim Doss was furious. “Nobody told us about the deal.”")
    (attribution,) = findings.attributions
    assert (attribution.floating, attribution.source, findings.party(attribution.speaker).name) == (
        True,
        None,
        "Karim Doss",
    )


def test_a_quotation_after_another_persons_sentence_is_not_the_first_ones() -> None:
    text = "“The road is closed,” said Lena Orsk. Karim Doss agreed at once. “Nobody can pass it now.”"
    assert [one.speaker for one in said(text)] == ["Lena Orsk", "Karim Doss"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said: “We will not leave the town.”", QuoteType.DIRECT),
        ("He said the town was “under heavy siege” again.", QuoteType.MIXED),
        ("He said the town was under siege.", QuoteType.INDIRECT),
        ("He said the so-called “caliphate” was gone for good.", QuoteType.INDIRECT),
    ],
)
def test_quote_type_is_how_much_stands_in_marks(text: str, expected: QuoteType) -> None:
    assert only(text).quote_type is expected


@pytest.mark.parametrize(
    "text",
    [
        "The army attacked the town and defended the bridge.",
        "The talks seem to have failed.",
        "The museum opened its doors on Monday.",
    ],
)
def test_deeds_and_hedges_are_no_speech(text: str) -> None:
    assert said(text) == []


def test_content_stops_where_the_speaker_goes_on_to_something_else() -> None:
    text = "Doss said the talks had gone well, but declined to name a date."
    assert ("said", ("the talks had gone well",)) in [(one.cue, one.content) for one in said(text)]


def test_what_follows_in_reported_speech_is_part_of_it() -> None:
    text = "The group told the elders that they wanted peace, but if that fails, they will fight for the valley."
    assert [one.content for one in said(text)] == [
        ("they wanted peace, but if that fails, they will fight for the valley",)
    ]


def test_a_stray_quote_mark_is_told_and_costs_nothing() -> None:
    findings = read("Doss said, “the road is open.\n\nThe mayor said that the bridge was closed.")
    assert [span.exact for a in findings.attributions for span in a.content][-1] == "the bridge was closed"
    assert [u.reason for u in findings.unresolved] == ["The quotation is not closed in its paragraph."]


def test_indirect_content_keeps_the_mark_that_closes_its_quotation() -> None:
    assert only("He called it “a disaster.”").content[0].exact == "it “a disaster.”"
