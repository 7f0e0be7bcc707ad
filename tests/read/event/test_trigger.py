"""Which words may be triggers, how far one reaches, and which two tell of one thing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.read.event import trigger as triggers
from sayso.read.event.trigger import Trigger
from sayso.read.syntax import Syntax, parse
from tests.read.event.told import at, trigger


def apart(text: str, *given: tuple[str, str | None, float]) -> list[tuple[str, str | None]]:
    """Return the words and types of the triggers that are left of some (word, type, chance)."""
    syntax = parse(text)
    made = [_with_words(syntax, trigger(syntax, *one)) for one in given]
    return [
        (syntax.text[syntax.tokens[one.first].start : syntax.tokens[one.last - 1].end], one.type)
        for one in triggers._apart(syntax, made)
    ]


def _with_words(syntax: Syntax, one: Trigger) -> Trigger:
    first, last = triggers._words(syntax, one.i)
    return replace(one, first=first, last=last)


@pytest.mark.parametrize(
    ("text", "word", "may"),
    [
        ("The rebels attacked the village.", "attacked", True),
        ("The attack failed.", "attack", True),
        ("The village was attacked.", "was", False),
        ("The rebels attacked the village.", "rebels", False),
        ("The army attacked the village.", "army", False),
        ("Enemy jets bombed the village.", "jets", False),
        ("The operation failed.", "operation", True),
        ("Rebels attacked Mosul.", "Mosul", False),
        ("The attack took place in the village.", "place", False),
    ],
)
def test_words_for_people_bodies_and_names_are_no_triggers(text: str, word: str, may: bool) -> None:
    syntax = parse(text)
    assert triggers.may_tell(syntax.tokens[at(syntax, word)]) is may


@pytest.mark.parametrize(
    ("text", "word", "whole"),
    [
        ("The rebels carried out an attack.", "carried", "carried out"),
        ("A rocket attack killed ten soldiers.", "attack", "rocket attack"),
        ("The town is under siege.", "siege", "siege"),
        ("The rebels attacked the village.", "attacked", "attacked"),
    ],
)
def test_trigger_is_a_verb_with_its_particle_or_a_noun_with_its_nouns(text: str, word: str, whole: str) -> None:
    syntax = parse(text)
    first, last = triggers._words(syntax, at(syntax, word))
    assert " ".join(token.text for token in syntax.tokens[first:last]) == whole


def test_verb_and_noun_of_one_act_are_one_trigger() -> None:
    given = ("launched", "ASSAULT", 0.9), ("attack", "ASSAULT", 0.8)
    assert apart("The army launched an attack on rebels.", *given) == [("launched an attack", "ASSAULT")]


def test_two_joined_verbs_are_two_triggers() -> None:
    given = ("attacked", "ASSAULT", 0.9), ("killed", "ASSAULT", 0.8)
    assert apart("The rebels attacked and killed ten soldiers.", *given) == [
        ("attacked", "ASSAULT"), ("killed", "ASSAULT"),
    ]  # fmt: skip


def test_typed_trigger_stands_before_an_untyped_one_of_the_same_thing() -> None:
    given = ("launched", None, 0.9), ("attack", "ASSAULT", 0.4)
    assert apart("The army launched an attack.", *given) == [("launched an attack", "ASSAULT")]


def test_struck_a_deal_is_the_deal() -> None:
    given = ("struck", "ASSAULT", 0.9), ("deal", "AGREE", 0.5)
    assert apart("The rebels struck a deal.", *given) == [("deal", "AGREE")]


@pytest.mark.parametrize(
    ("text", "verb", "types"),
    [
        ("The army imposed sanctions.", "imposed", {"SANCTION"}),
        ("The rebels struck a deal.", "struck", {"AGREE"}),
        ("The rebels held talks.", "held", {"CONSULT"}),
        ("The rebels held the town.", "held", set()),
        ("The rebels condemned the attack.", "condemned", set()),
    ],
)
def test_object_tells_the_type_of_a_verb_that_adds_nothing(text: str, verb: str, types: set[str]) -> None:
    syntax = parse(text)
    assert triggers._told_by_object(syntax, at(syntax, verb)) == types


def test_score_is_that_of_the_type_or_of_a_new_thing() -> None:
    made = Trigger(0, 0, 1, "ASSAULT", typed=0.9, new=0.2)
    assert (made.score, replace(made, type=None).score) == (0.9, 0.2)


def test_no_words_have_no_triggers() -> None:
    assert triggers.triggers(parse(""), ("ASSAULT",)) == []


def test_words_that_no_encoder_read_have_no_triggers() -> None:
    syntax = parse("The rebels attacked the village.")
    unread = Syntax(syntax.text, syntax.tokens, syntax.sentences)
    assert triggers.triggers(unread, ("ASSAULT",)) == []
