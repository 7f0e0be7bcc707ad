"""Which words fill the slots: the encoder's scores, bounded by what the tree says."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.read.encoder.network import network
from sayso.read.event.fillers import AGAINST, ENOUGH, NEVER, SLOTS, SURE, Role, Slots, filled
from sayso.read.syntax import parse
from tests.read.event.told import trigger

Chances = dict[str, tuple[float, float, float]]


class Given(Slots):
    """Scores (actor, recipient, place) of words that a test gives; 0 for all others."""

    def __init__(self, words: list[str], chances: Chances) -> None:
        self.words, self.chances = words, chances

    def of(self, trigger: int, words: list[int]) -> np.ndarray:
        rows = [self.chances.get(self.words[i], (0.0, 0.0, 0.0)) for i in words]
        return np.array(rows, np.float32).T


def fillers(
    text: str, word: str, chances: Chances, *, type: str = "ASSAULT", parties: tuple[str, ...] = ()
) -> list[tuple[str, str]]:
    """Return slots with their words; ``parties`` are the words for which a party is known."""
    syntax = parse(text)
    slots = Given([token.text for token in syntax.tokens], chances)
    found = filled(syntax, slots, trigger(syntax, word, type), lambda i: syntax.tokens[i].text in parties)
    return [(one.slot.value, syntax.tokens[one.i].text) for one in found]


ACTIVE = "The rebels attacked the army in Mosul."
PASSIVE = "Ten soldiers were killed in Mosul."


def test_word_that_the_tree_shows_needs_little() -> None:
    chances: Chances = {"rebels": (0.1, 0, 0), "army": (0, 0.1, 0), "Mosul": (0, 0, 0.1)}
    assert fillers(ACTIVE, "attacked", chances) == [("actor", "rebels"), ("recipient", "army"), ("place", "Mosul")]


def test_known_parties_that_attack_and_are_attacked_need_nothing() -> None:
    assert fillers(ACTIVE, "attacked", {}, parties=("rebels", "army")) == [("actor", "rebels"), ("recipient", "army")]


def test_unlikely_words_fill_nothing() -> None:
    assert fillers(ACTIVE, "attacked", {}) == []


def test_nobody_but_the_subject_acts_in_the_active() -> None:
    assert fillers(ACTIVE, "attacked", {"army": (0.99, 0, 0)}) == []


def test_subject_of_a_passive_never_acts() -> None:
    assert fillers(PASSIVE, "killed", {"soldiers": (0.99, 0, 0)}) == [("recipient", "soldiers")]


def test_subject_of_another_clause_fills_nothing() -> None:
    text = "The minister said that an attack had failed."
    assert fillers(text, "attack", {"minister": (0.99, 0.99, 0.99)}) == []


def test_word_fills_one_slot_only() -> None:
    text = "The army sent aid to Mosul."
    assert fillers(text, "sent", {"Mosul": (0, 0.7, 0.9)}, type="AID") == [("place", "Mosul")]


def test_joined_words_fill_a_slot_together() -> None:
    text = "The rebels killed a judge and a policeman."
    chances: Chances = {"judge": (0, 0.9, 0), "policeman": (0, 0.5, 0)}
    assert fillers(text, "killed", chances) == [("recipient", "judge"), ("recipient", "policeman")]


def test_place_that_was_marched_through_is_nobody() -> None:
    text = "Protesters marched through Mosul."
    assert fillers(text, "marched", {"Mosul": (0, 0.95, 0.9)}, type="PROTEST") == [("place", "Mosul")]


def test_sentence_without_nouns_fills_nothing() -> None:
    assert fillers("Attack!", "Attack", {}) == []


@pytest.mark.parametrize(("word", "bar"), [(1, 0.0), (2, ENOUGH), (3, NEVER), (4, AGAINST), (5, NEVER)])
def test_bar_of_a_word_is_set_by_the_tree(word: int, bar: float) -> None:
    role = Role(must=frozenset({1, 3}), may=frozenset({2, 5}), barred=frozenset({3, 5}), others=AGAINST)
    assert role.bar(word) == bar


def test_others_are_taken_where_they_are_sure() -> None:
    assert Role().bar(1) == SURE


def test_encoder_scores_every_word_for_every_slot() -> None:
    syntax = parse(ACTIVE)
    assert syntax.signals is not None
    chances = Slots(network(), syntax.signals).of(2, [1, 4, 6])
    assert chances.shape == (len(SLOTS), 3)
    assert ((chances >= 0) & (chances <= 1)).all()
