import json

import pytest

from evaluation.skills import SKILLS, PackageSkill, Skill, by_hash, every_third, of_split
from sayso.evaluate.skill import Skill as Scored
from training.toponyms import is_held_out

IDS = [f"report-{number}" for number in range(1000)]


@pytest.mark.parametrize("one_in", [2, 3])
def test_places_are_scored_on_the_reports_that_no_weight_was_made_with(one_in):
    assert by_hash(one_in, IDS) == {one for one in IDS if is_held_out(one, one_in)}


def test_times_are_scored_on_every_third_report_by_id():
    assert every_third(["f", "b", "a", "e", "c", "d", "g"]) == {"c", "f"}


@pytest.mark.parametrize(("name", "one_in"), [("places_lgl", 3), ("places_geovirus", 2), ("times", 3), ("plover", 5)])
def test_share_of_reports_that_is_scored(name, one_in):
    skill = next(skill for skill in SKILLS if skill.name == name)
    assert abs(len(skill.held_out(IDS)) - 1000 / one_in) < 50


def test_rows_of_one_part_are_scored(tmp_path):
    (tmp_path / "gold.jsonl").write_text('{"id": 1, "split": "train"}\n{"id": 2, "split": "dev"}\n', encoding="utf-8")
    assert list(of_split("dev", tmp_path / "gold.jsonl")) == [{"id": 2, "split": "dev"}]


def test_figures_of_the_packages_own_scorer_are_measures(tmp_path):
    skill = PackageSkill(
        "times", Scored.TIMES, "*.jsonl", (("value", "f1"), ("strict", "recall"), ("none", "f1")), tmp_path
    )
    assert not skill.there()
    timex = {"start": 6, "end": 17, "type": "DATE", "value": "2019-10-14"}
    line = {"id": "g", "text": "On 14 October 2019 it rained.", "timex": [timex | {"start": 3, "end": 18}, timex]}
    (tmp_path / "gold.jsonl").write_text(json.dumps(line), encoding="utf-8")
    assert skill.there()
    assert skill.score() == {"value": pytest.approx(200 / 3), "strict": 50, "none": 0}


def test_only_the_held_out_part_is_given_to_the_scorer(tmp_path, monkeypatch):
    lines = [f'{{"id": "{letter}", "text": "…"}}' for letter in "abc"]
    (tmp_path / "gold.jsonl").write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.setattr("evaluation.skills.SHARED", tmp_path)
    (tmp_path / "kept").mkdir()
    (kept,) = Skill("one", "one.py", ("gold.jsonl",), (), held_out=every_third)._gold(tmp_path / "kept")
    assert kept.read_text(encoding="utf-8") == lines[2]
