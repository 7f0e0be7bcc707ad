"""Speakers: who stands behind the words, and inside whose words they stand."""

from __future__ import annotations

from tests.read.reading import read, said


def test_an_unnamed_spokesman_speaks_for_the_body() -> None:
    assert [one.speaker for one in said("A Foreign Office spokeswoman said the embassy was closed.")] == [
        "Foreign Office"
    ]


def test_a_report_of_a_body_is_the_bodys_word() -> None:
    assert [one.speaker for one in said("A UN report said that the camp was empty.")] == ["UN"]


def test_a_thing_is_nobody() -> None:
    assert [one.speaker for one in said("The footage showed that the camp was empty.")] == [None]


def test_who_does_what_is_told_is_not_who_tells_it() -> None:
    text = "Karim Doss is thought to be the first man tried for joining a group helped by the army."
    assert [(one.cue, one.source) for one in said(text)] == [("is thought", None)]


def test_unnamed_people_are_never_merged() -> None:
    findings = read("Officials said the road was open. Other officials said that it was closed.")
    speakers = [attribution.speaker for attribution in findings.attributions]
    assert len(set(speakers)) == 2
    assert {findings.party(speaker).type for speaker in speakers} == {"people"}


def test_someone_said_by_someone_has_a_parent() -> None:
    findings = read("Lena Orsk said the army had told her that the road was open.")
    outer, inner = findings.attributions
    assert (outer.parent, inner.parent) == (None, outer.id)


def test_i_in_a_quotation_is_who_says_it() -> None:
    findings = read("“My brother called and I told him that they had gone,” said Lena Orsk.")
    inner = [a for a in findings.attributions if a.parent]
    assert all(findings.party(a.speaker).name == "Lena Orsk" for a in inner if a.source and a.source.exact == "I")


def test_he_in_his_own_quotation_is_somebody_else() -> None:
    findings = read("“He told me that they would come back,” Karim Doss said.")
    for attribution in findings.attributions:
        if attribution.parent:
            assert attribution.speaker is None


def test_who_is_what_it_refers_back_to() -> None:
    text = "Reporters met Lena Orsk, who said that the road was open."
    assert [(one.source, one.speaker) for one in said(text)] == [("who", "Lena Orsk")]


def test_the_authors_own_voice_is_no_attribution() -> None:
    assert said("I believe that the road will open.") == []
