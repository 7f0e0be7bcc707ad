from pathlib import Path

import pytest

from evaluation import floors
from evaluation.floors import Floors, Lowered
from evaluation.gate import main

CHANGELOG = Path(__file__).parents[2] / "CHANGELOG.md"


def test_score_below_its_floor_breaks_it():
    assert Floors({"own.linked": 60.0}).broken({"own.linked": 59.9, "own.found": 1.0}) == {"own.linked": 59.9}


def test_score_equal_to_its_floor_when_rounded_breaks_none():
    assert Floors({"own.linked": 60.0}).broken({"own.linked": 59.96}) == {}


def test_raising_never_lowers_a_floor():
    raised = Floors({"a.x": 60.0, "b.y": 10.0}).raised({"a.x": 59.0, "c.z": 5.42})
    assert raised == Floors({"a.x": 60.0, "b.y": 10.0, "c.z": 5.4})


def test_lowering_keeps_the_reason():
    lowered = Floors({"a.x": 60.0}).lower("a.x", 55.0, "gold corrected")
    assert lowered == Floors({"a.x": 55.0}, (Lowered("a.x", 60.0, 55.0, "gold corrected"),))


@pytest.mark.parametrize(("measure", "now", "reason"), [("a.x", 55.0, " "), ("a.x", 61.0, "why"), ("b.y", 1.0, "why")])
def test_lowering_is_refused_without_a_reason_or_a_higher_floor(measure, now, reason):
    with pytest.raises(ValueError, match=r"floor|reason"):
        Floors({"a.x": 60.0}).lower(measure, now, reason)


def test_saved_floors_load_as_they_were(tmp_path, monkeypatch):
    monkeypatch.setattr(floors, "FILE", tmp_path / "floors.toml")
    kept = Floors({"a.x": 55.0}, (Lowered("a.x", 60.0, 55.0, 'a "quoted" reason\\'),))
    floors.save(kept)
    assert floors.load() == kept


def test_gate_lowers_a_floor_in_the_file(tmp_path, monkeypatch):
    monkeypatch.setattr(floors, "FILE", tmp_path / "floors.toml")
    floors.save(Floors({"a.x": 60.0}))
    assert main(["--lower", "a.x=50", "--reason", "why"]) == 0
    assert floors.load().floors == {"a.x": 50.0}


def test_changelog_gives_the_reason_of_every_floor_that_was_lowered():
    changelog = CHANGELOG.read_text(encoding="utf-8")
    assert [one.measure for one in floors.load().lowered if one.reason not in changelog] == []
