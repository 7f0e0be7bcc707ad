import json
from pathlib import Path

import pytest

from sayso.errors import BadLine, Unreachable
from sayso.evaluate import disputes
from sayso.evaluate.attribution import Score
from sayso.evaluate.skill import Skill
from sayso.evaluate.skills import SCORERS, case_of, lines_of
from sayso.model import Findings

HERE = Path()
LINE = {"id": "g", "text": "so", "published": "2021-08-26", "attributions": [], "timex": []}


def test_every_skill_has_a_scorer():
    assert list(SCORERS) == list(Skill)


def test_skills_are_told_by_their_keys():
    case = case_of(json.dumps(LINE).encode(), HERE)
    assert ([skill for skill, _ in case.golds], case.report.published) == (["attributions", "times"], "2021-08-26")


def test_one_skill_may_be_wanted():
    case = case_of(json.dumps(LINE).encode(), HERE, Skill.ATTRIBUTIONS)
    assert list(case.scores(Findings(case.report))) == [(Skill.ATTRIBUTIONS, Score())]


@pytest.mark.parametrize(
    ("keys", "skills"),
    [
        (["timex", "events"], ["times"]),
        (["tokens", "events"], ["factuality"]),
        (["statements", "entities", "events", "disputes"], ["speakers", "events", "disputes"]),
        (["root", "source", "target", "quad"], ["sentences"]),
        (["templates"], ["incidents"]),
    ],
)
def test_events_are_told_from_those_of_other_gold_by_the_keys_beside_them(keys, skills):
    line = {"id": "g", "text": "so"} | dict.fromkeys(keys, "") | {key: [] for key in keys if key[-1] in "sx"}
    case = case_of(json.dumps(line).encode(), HERE)
    assert [skill for skill, _ in case.golds] == skills


def test_matters_are_scored_where_something_compares_claims():
    line = json.dumps({"id": "g", "text": "so", "statements": [], "disputes": []}).encode()
    case = case_of(line, HERE, Skill.DISPUTES)
    findings = Findings(case.report)
    assert list(case.scores(findings)) == []
    assert list(case.scores(findings, lambda _: ())) == [(Skill.DISPUTES, disputes.Score())]


@pytest.mark.parametrize(
    ("line", "wanted", "message"),
    [
        (b"[]", None, "Expected `object`"),
        (b'{"id": "g", "text": "so"}', None, r'one of "attributions" \(attributions\), "statements" \(speakers\)'),
        (json.dumps(LINE).encode(), Skill.PLACES, 'A line of gold has "toponyms"'),
        (json.dumps(LINE | {"events": []}).encode(), Skill.EVENTS, 'A line of gold has "events" and "entities"'),
    ],
)
def test_line_without_a_key_of_a_skill_is_named(line, wanted, message):
    with pytest.raises(BadLine, match=message):
        case_of(line, HERE, wanted)


def test_json_file_of_one_object_is_one_line(tmp_path):
    whole, lines = tmp_path / "whole.json", tmp_path / "lines.json"
    whole.write_text('{\n"id": 1}\n')
    lines.write_text('{"id": 1}\n\n{"id": 2}\n')
    assert lines_of(whole) == [(str(whole), b'{\n"id": 1}\n')]
    assert lines_of(lines) == [(f"{lines}:1", b'{"id": 1}'), (f"{lines}:3", b'{"id": 2}')]


def test_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(Unreachable, match="cannot be read"):
        lines_of(tmp_path / "missing.jsonl")
