"""Factuality cues: each word has one signature for each tie; forms find their lemma; a particle makes another word."""

from __future__ import annotations

import tomllib
from collections import Counter
from importlib import resources

from sayso.model import Basis, Factuality
from sayso.vocab.basis_words import basis_words
from sayso.vocab.factuality_cues import Signature, factuality_cues, ties_of

CERTAIN, DENIED, OPEN = Factuality.CT_PLUS, Factuality.CT_MINUS, Factuality.UU


def test_word_has_one_signature_for_a_tie():
    lists = tomllib.loads(resources.files("sayso.vocab").joinpath("factuality_cues.toml").read_text(encoding="utf-8"))
    entries = Counter(
        (pos, tie, word)
        for group in lists["group"]
        for pos in ("verbs", "nouns", "adjectives")
        for tie, words in group.get(pos, {}).items()
        for word in words.split()
    )
    assert [entry for entry, count in entries.items() if count > 1] == []


def test_signature_of_inflected_form():
    assert ties_of("managed", "VBD")["to"] == Signature(CERTAIN, DENIED, CERTAIN)
    assert ties_of("failures", "NNS")["to"] == Signature(DENIED, CERTAIN, DENIED)
    assert ties_of("unlikely", "JJ")["to"] == Signature(Factuality.PR_MINUS, Factuality.PR_PLUS, Factuality.PR_MINUS)


def test_what_is_claimed_is_certain_for_the_one_who_claims_it():
    assert ties_of("claimed", "VBD")["that"] == Signature(Factuality.PR_PLUS, OPEN, CERTAIN)


def test_particle_makes_another_word():
    assert ties_of("called", "VBD", "off")["obj"] == Signature(DENIED, OPEN, DENIED)
    assert ties_of("called", "VBD").get("obj") is None


def test_name_and_unknown_word_have_no_signature():
    assert dict(ties_of("hope", "NNP")) == {}
    assert dict(ties_of("table", "NN")) == {}


def test_knowing_presupposes():
    assert ties_of("know", "VB")["that"].is_presupposing
    assert not ties_of("manage", "VB")["to"].is_presupposing


def test_modal_has_a_value_for_its_negation():
    modals = factuality_cues().modals
    assert (modals["may"].yes, modals["may"].no) == (Factuality.PS_PLUS, Factuality.PS_MINUS)
    assert (modals["will"].yes, modals["will"].no) == (Factuality.PR_PLUS, DENIED)


def test_basis_of_words():
    words = basis_words()
    assert words.sources["eyewitness"] is Basis.WITNESSED
    assert words.cues["conclude"] is Basis.DEDUCED
    assert [basis for basis, pattern in words.openings if pattern.search("I saw the bridge burn")] == [Basis.WITNESSED]
