"""What the tree says of who acts, on whom, and where."""

from __future__ import annotations

import pytest

from sayso.read.event import grammar
from sayso.read.syntax import parse
from tests.read.event.told import at, trigger, words


@pytest.mark.parametrize(
    ("text", "word", "acting"),
    [
        ("The rebels attacked the village.", "attacked", ["rebels"]),
        ("Ten soldiers were killed by rebels.", "killed", ["rebels"]),
        ("Ten soldiers were killed.", "killed", []),
        ("Ten soldiers died in the village.", "died", []),
        ("The army launched an attack on the village.", "attack", ["army"]),
        ("The minister condemned an attack on the village.", "attack", []),
        ("The attack by rebels killed ten soldiers.", "attack", ["rebels"]),
        ("The Turkish offensive killed ten soldiers.", "killed", ["Turkish"]),
    ],
)
def test_who_acts(text: str, word: str, acting: list[str]) -> None:
    syntax = parse(text)
    assert words(syntax, grammar.acting_on(syntax, at(syntax, word))) == acting


@pytest.mark.parametrize(
    ("text", "word", "affected"),
    [
        ("The rebels attacked the village.", "attacked", ["village"]),
        ("The village was attacked by rebels.", "attacked", ["village"]),
        ("The rebels attacked the army in the village.", "attacked", ["army"]),
        ("The army launched an attack against the rebels.", "launched", ["rebels"]),
        ("The army launched an attack against the rebels.", "attack", ["rebels"]),
        ("The army launched rockets.", "launched", ["rockets"]),
    ],
)
def test_to_whom_it_is_done(text: str, word: str, affected: list[str]) -> None:
    syntax = parse(text)
    assert words(syntax, grammar.affected_by(syntax, at(syntax, word))) == affected


@pytest.mark.parametrize(
    ("text", "word", "struck"),
    [
        ("The rebels attacked the army in the village.", "attacked", ["army"]),
        ("Soldiers attacked and killed ten villagers.", "attacked", ["villagers"]),
        ("The army launched an attack against the rebels.", "launched", ["rebels"]),
        ("The attack on the rebels failed.", "attack", ["rebels"]),
        ("The army marched through the village.", "marched", []),
    ],
)
def test_whom_an_act_of_violence_hits(text: str, word: str, struck: list[str]) -> None:
    syntax = parse(text)
    assert words(syntax, grammar.struck(syntax, at(syntax, word))) == struck


@pytest.mark.parametrize(
    ("text", "word", "undergoing"),
    [
        ("Ten soldiers were killed.", "killed", ["soldiers"]),
        ("Ten soldiers died in the village.", "died", ["soldiers"]),
        ("The rebels killed ten soldiers.", "killed", []),
        ("The attack was launched by rebels.", "launched", []),
    ],
)
def test_subject_of_a_passive_or_of_dying_undergoes_it(text: str, word: str, undergoing: list[str]) -> None:
    syntax = parse(text)
    assert words(syntax, grammar.undergoing(syntax, trigger(syntax, word))) == undergoing


def test_makers_stand_before_a_noun() -> None:
    syntax = parse("Turkey's new offensive began.")
    assert "Turkey" in words(syntax, grammar.makers(syntax, at(syntax, "offensive")))


@pytest.mark.parametrize(("noun", "one_sided"), [("offensive", True), ("attacks", True), ("war", False)])
def test_only_what_one_side_does_is_one_sided(noun: str, one_sided: bool) -> None:
    syntax = parse(f"The {noun} began.")
    assert grammar.is_one_sided(syntax, at(syntax, noun)) is one_sided


@pytest.mark.parametrize(
    ("text", "word", "place", "there"),
    [
        ("Rebels attacked the army in Mosul.", "attacked", "Mosul", True),
        ("Rebels attacked the army near Mosul.", "attacked", "Mosul", True),
        ("Rebels attacked Mosul.", "attacked", "Mosul", True),
        ("Mosul was attacked by rebels.", "attacked", "Mosul", True),
        ("The attack in Mosul killed ten soldiers.", "attack", "Mosul", True),
        ("Rebels from Mosul attacked the army.", "attacked", "Mosul", False),
        ("The mayor of Mosul was attacked by rebels.", "attacked", "Mosul", False),
        ("A minister in Baghdad said that rebels had attacked the army.", "attacked", "Baghdad", False),
    ],
)
def test_place_is_where_it_happened_only_in_its_own_clause(text: str, word: str, place: str, there: bool) -> None:
    syntax = parse(text)
    assert grammar.is_at(syntax, trigger(syntax, word), at(syntax, place)) is there


def test_what_is_said_about_a_place_was_not_said_there() -> None:
    syntax = parse("Karim Doss accused the army on the border.")
    assert grammar.is_at(syntax, trigger(syntax, "accused", "ACCUSE"), at(syntax, "border")) is False


def test_subjects_of_other_clauses_are_known_with_their_words() -> None:
    syntax = parse("The minister said that rebels had attacked the army.")
    assert words(syntax, grammar.subjects_elsewhere(syntax, at(syntax, "attacked"))) == ["minister"]


def test_relative_clause_in_a_subject_is_no_other_clause() -> None:
    syntax = parse("The rebels who attacked the army in Mosul were arrested.")
    assert words(syntax, grammar.subjects_elsewhere(syntax, at(syntax, "attacked"))) == ["rebels"]


def test_words_of_a_relative_clause_are_elsewhere_for_the_main_clause() -> None:
    syntax = parse("The rebels who attacked the army in Mosul were arrested.")
    assert at(syntax, "Mosul") in grammar.objects_elsewhere(syntax, at(syntax, "arrested"))
    assert at(syntax, "Mosul") not in grammar.objects_elsewhere(syntax, at(syntax, "attacked"))


def test_word_behind_a_preposition_of_place_is_located() -> None:
    syntax = parse("Protesters marched through Mosul against the minister.")
    assert words(syntax, grammar.located(syntax, at(syntax, "marched"))) == ["Mosul"]
