"""Deaths that nobody brought about, and people who flee, have no type."""

from __future__ import annotations

import pytest

from sayso.read.event.causes import natural
from sayso.read.syntax import parse
from tests.read.event.told import trigger


@pytest.mark.parametrize(
    ("text", "word", "type", "is_natural"),
    [
        ("Ten children died of hunger.", "died", "ASSAULT", True),
        ("Ten children died of measles.", "died", "ASSAULT", True),
        ("Ten soldiers died of wounds.", "died", "ASSAULT", False),
        ("Ten soldiers died in the attack.", "died", "ASSAULT", False),
        ("Ten people died in the earthquake.", "died", "ASSAULT", True),
        ("The death of the minister after a long illness shook the party.", "death", "ASSAULT", True),
        ("Ten soldiers drowned.", "drowned", "AID", True),
        ("Thousands of people fled the town.", "fled", "RETREAT", True),
        ("Villagers fled to the hills.", "fled", "RETREAT", True),
        ("The soldiers fled the town.", "fled", "RETREAT", False),
        ("The soldiers fled the town.", "fled", "COOPERATE", True),
        ("The army left the town.", "left", "RETREAT", False),
        ("The army left the town.", "left", "ASSAULT", True),
        ("The rebels killed ten soldiers in the flood.", "killed", "ASSAULT", False),
    ],
)
def test_natural_cause_or_flight(text: str, word: str, type: str, is_natural: bool) -> None:
    syntax = parse(text)
    assert natural(syntax, trigger(syntax, word, type)) is is_natural
