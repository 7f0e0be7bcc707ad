"""The words that tell an event's mode."""

import pytest

from sayso.vocab.definitions import plover
from sayso.vocab.modes import mode_of, modes


@pytest.mark.parametrize(
    ("type", "trigger", "clause", "mode"),
    [
        ("ASSAULT", ["kidnapped"], ["gunmen", "kidnapped", "two", "dockers"], "abduct"),
        ("ASSAULT", ["attacked"], ["jets", "attacked", "the", "port"], "aerial"),
        ("ASSAULT", ["attacked"], ["rebels", "attacked", "the", "port"], None),
        ("COERCE", ["arrested"], ["police", "arrested", "him"], "arrest"),
        ("RETREAT", ["released"], ["they", "released", "him"], "release"),
        ("PROTEST", ["marched"], ["nurses", "marched"], "demo"),
        ("AID", ["sent"], ["sent", "food"], None),
    ],
)
def test_mode_is_told_by_trigger_or_clause(type, trigger, clause, mode):
    assert mode_of(type, trigger, clause) == mode


def test_trigger_decides_before_its_clause():
    assert mode_of("ASSAULT", ["shelled"], ["jets", "shelled", "the", "port"]) == "heavy-weapons"


def test_every_mode_is_one_of_its_plover_type():
    allowed = {one.name: {mode.name for mode in one.modes} for one in plover().types}
    assert {(one.type, one.mode) for one in modes() if one.mode not in allowed[one.type]} == set()
