"""A trigger's own clause: its verb, voice, subject, agent, and nouns that are joined."""

from __future__ import annotations

import pytest

from sayso.read.event import clause
from sayso.read.syntax import parse
from tests.read.event.told import at, words


def subject_of(text: str, verb: str) -> str | None:
    syntax = parse(text)
    found = clause.subject(syntax, at(syntax, verb))
    return None if found is None else syntax.tokens[found].text


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("The rebels attacked the village.", "attacked", "rebels"),
        ("Ten soldiers were killed by rebels.", "killed", "soldiers"),
        ("The rebels attacked the village and killed ten soldiers.", "killed", "rebels"),
        ("The soldiers who attacked the village were arrested.", "attacked", "soldiers"),
        ("The soldiers attacked by rebels asked for help.", "attacked", "soldiers"),
        ("The army wants to attack the village.", "attack", "army"),
        ("Attack the village.", "Attack", None),
    ],
)
def test_subject_is_own_or_shared_or_the_noun_before_a_relative(text: str, verb: str, subject: str | None) -> None:
    assert subject_of(text, verb) == subject


@pytest.mark.parametrize(
    ("text", "verb", "passive"),
    [
        ("The rebels attacked the village.", "attacked", False),
        ("The rebels have attacked the village.", "attacked", False),
        ("The village was attacked by rebels.", "attacked", True),
        ("The soldiers killed in the village were buried.", "killed", True),
    ],
)
def test_voice(text: str, verb: str, passive: bool) -> None:
    syntax = parse(text)
    assert clause.is_passive(syntax, at(syntax, verb)) is passive


@pytest.mark.parametrize(
    ("text", "word", "agent"),
    [
        ("Ten soldiers were killed by rebels in the village.", "killed", "rebels"),
        ("The attack by rebels in the village killed ten soldiers.", "attack", "rebels"),
        ("Ten soldiers were killed in the village.", "killed", None),
    ],
)
def test_agent_is_named_by_by(text: str, word: str, agent: str | None) -> None:
    syntax = parse(text)
    found = clause.agent(syntax, at(syntax, word))
    assert (None if found is None else syntax.tokens[found].text) == agent


def test_noun_belongs_to_the_clause_of_the_verb_above_it() -> None:
    syntax = parse("The army launched an attack on the village.")
    assert syntax.tokens[clause.clause_of(syntax, at(syntax, "attack"))].text == "launched"
    assert clause.clause_of(syntax, at(syntax, "launched")) == at(syntax, "launched")


def test_auxiliary_opens_no_clause() -> None:
    syntax = parse("The village was attacked.")
    assert [t.text for t in syntax.tokens if clause.is_verb(t)] == ["attacked"]


def test_joined_nouns_are_taken_together() -> None:
    syntax = parse("Soldiers, policemen and guards attacked the village.")
    assert words(syntax, clause.joined(syntax, at(syntax, "Soldiers"))) == ["Soldiers", "policemen", "guards"]
