"""Genders told by pronouns that leave no choice."""

from __future__ import annotations

import pytest

from sayso.read.party import genders
from sayso.read.party.descriptions import find_descriptions
from sayso.read.party.kinds import typed
from sayso.read.party.names import find_names
from sayso.read.party.naming import link_names
from sayso.read.party.view import quoted
from sayso.read.syntax import parse


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dilan Kaya left. She was tired.", "female"),
        ("Dilan Kaya left. He was tired.", "male"),
        ("Dilan Kaya left with a friend. He was tired.", None),
        ("Dilan Kaya left. “He was tired,” they said.", None),
        ("Dilan Kaya left. He was tired. Dilan Kaya slept. She woke.", None),
    ],
)
def test_gender_of_a_name_by_its_pronouns(text: str, expected: str | None) -> None:
    syntax = parse(text)
    names = typed(syntax, find_names(syntax))
    clusters = link_names(syntax, names)
    genders.learn(syntax, quoted(syntax), clusters, find_descriptions(syntax, names))
    assert [cluster.gender for cluster in clusters] == [expected]
