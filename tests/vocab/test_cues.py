"""The cue table: forms are looked up by lemma and part of speech, and each row is sound."""

from __future__ import annotations

import pytest

from sayso.model import SpeechAct
from sayso.vocab import act_words, cues
from sayso.vocab.lemmas import lemma
from sayso.vocab.phrases import phrases


@pytest.mark.parametrize(
    ("form", "tag", "expected"),
    [
        ("said", "VBD", "say"),
        ("vowing", "VBG", "vow"),
        ("denied", "VBD", "deny"),
        ("hoped", "VBD", "hope"),
        ("told", "VBN", "tell"),
        ("claims", "NNS", "claim"),
        ("adamant", "JJ", "adamant"),
        ("bridge", "NN", None),
        ("Said", "NNP", None),
    ],
)
def test_forms_are_found_by_lemma(form: str, tag: str, expected: str | None) -> None:
    cue = cues.lookup(form, tag)
    assert (cue.lemma if cue else None) == expected


def test_every_row_has_a_score_and_an_act() -> None:
    for (pos, word), cue in cues.table().items():
        assert (pos in "vnj", word == cue.lemma) == (True, True)
        assert all(0.4 <= score <= 1 for score in cue.ties.values())
        assert cue.ties.keys() == cue.acts.keys()


def test_one_cue_does_different_acts_in_different_constructions() -> None:
    insist = cues.table()["v", "insist"]
    assert (insist.act_of("that"), cues.table()["v", "ask"].act_of("obj-to")) == (SpeechAct.ASSERT, SpeechAct.REQUEST)


@pytest.mark.parametrize(
    ("form", "known", "expected"), [("hoped", {"hope", "hop"}, "hope"), ("hopping", {"hop"}, "hop")]
)
def test_lemma_prefers_the_likelier_stem(form: str, known: set[str], expected: str) -> None:
    assert lemma(form, frozenset(known)) == expected


def test_phrase_lists_name_only_values_of_the_lists() -> None:
    lists = phrases()
    assert lists.channels["op-ed"] == "op_ed"
    assert {"tell", "urge"} <= lists.addressing["object"]
    assert lists.conditions[0] == max(lists.conditions, key=len)


def test_every_pattern_of_acts_compiles() -> None:
    assert {act for act, _ in act_words.rules()} <= set(SpeechAct)
