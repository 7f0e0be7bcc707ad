import json

import pytest

from evaluation import floors
from evaluation.skills import OWN, SKILLS
from sayso.evaluate.happenings import HELD, gold_of
from sayso.evaluate.skill import Skill
from sayso.evaluate.skills import case_of

LINES = (OWN / "events.jsonl").read_bytes().splitlines()
GOLD = [gold_of(line) for line in LINES]


def named(line):
    return json.loads(line)["id"]


@pytest.mark.parametrize("line", LINES, ids=named)
def test_own_events_point_at_words_of_their_text(line):
    report = json.loads(line)
    pieces = [event["trigger"] for event in report["events"]]
    for statement in report["statements"]:
        pieces += [statement["source"], statement["cue"], *statement["content"]]
    assert [piece for piece in pieces if report["text"][piece["start"] : piece["end"]] != piece["words"]] == []
    figures = [figure["words"] for event in report["events"] for figure in event["figures"]]
    assert [words for words in figures if words not in report["text"]] == []


@pytest.mark.parametrize("line", LINES, ids=named)
def test_own_events_are_gold_of_speakers_and_disputes_too(line):
    assert [skill for skill, _ in case_of(line, OWN).golds] == [Skill.SPEAKERS, Skill.EVENTS, Skill.DISPUTES]


def test_own_events_are_held_in_many_ways_and_of_many_types():
    events = [event for gold in GOLD for event in gold.events]
    assert {event.held for event in events} == set(HELD) - {"reported"}
    assert len({event.type for event in events}) >= 8


def test_own_events_are_read_no_worse_than_the_floors():
    skill = next(skill for skill in SKILLS if skill.name == "own_events")
    scores = {f"own_events.{measure}": value for measure, value in skill.score().items()}
    assert floors.load().broken(scores) == {}
