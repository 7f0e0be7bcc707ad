"""Ties between parties and the words that say so."""

from __future__ import annotations

import pytest

from sayso.model import Report
from sayso.read import parties
from sayso.read.found import Found
from sayso.read.syntax import parse


def ties_in(text: str) -> list[tuple[str, str, str, str]]:
    found = parties.find(Report.of("r", text), Found(parse(text))).parties
    names = {party.id: party.name for party in found}
    return [(party.name, tie.tie, names[tie.party], tie.span.exact) for party in found for tie in party.ties]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Taliban spokesman Karim Daoudi spoke.", [("Karim Daoudi", "speaks_for", "Taliban", "Taliban spokesman")]),
        ("Karim Daoudi, a member of Hamas, spoke.", [("Karim Daoudi", "member_of", "Hamas", "a member of Hamas")]),
        ("Karim Daoudi, the former head of Hamas, spoke.", []),
        ("Karim Daoudi, the deputy head of Hamas, spoke.",
         [("Karim Daoudi", "member_of", "Hamas", "the deputy head of Hamas")]),
        ("Karim Daoudi leads the Cedar Front, a militia.",
         [("Karim Daoudi", "leads", "Cedar Front", "Karim Daoudi leads the Cedar Front")]),
        ("The Cedar Front was founded by Karim Daoudi.",
         [("Karim Daoudi", "founded", "Cedar Front", "Cedar Front was founded by Karim Daoudi")]),
        ("Karim Daoudi met Hamas.", []),
    ],
)  # fmt: skip
def test_tie(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert ties_in(text) == expected
