import json

import pytest

TEXT = "Ana Toth said that it was late. It rained."
GOLD = {"id": "g", "text": TEXT, "attributions": [{"source": [[0, 8]], "cue": [[9, 13]], "content": [[19, 30]]}]}
MENTIONS = [{"start": 0, "end": 8, "type": "person", "cluster": 1}]
MORE = {
    "mentions": MENTIONS, "timex": [], "toponyms": [], "entities": [{"id": "ana", "name": "Ana Toth"}],
    "statements": [{"source": {"start": 0, "end": 8}, "speaker": "ana", "content": [{"start": 19, "end": 30}]}],
}  # fmt: skip


@pytest.fixture
def gold(tmp_path):
    """Write gold lines into a file of the folder in which the program runs."""
    return lambda *lines: (tmp_path / "gold.jsonl").write_text("\n".join(map(json.dumps, lines)))


def test_figures_are_printed_for_people(sayso, gold):
    gold(GOLD)
    ran = sayso("evaluate", "gold.jsonl")
    assert ran.exit_code == 0
    figures, _, calibration = ran.stdout.partition("\n\n")
    right = ["100.0", "100.0", "100.0", "1", "1"]
    names = ["linked", "detected", "strict", "source", "cue", "content", "indirect", "reporting"]
    assert [line.split() for line in figures.splitlines()] == [
        ["attributions", "precision", "recall", "f1", "found", "marked"],
        *([name, *right] for name in names),
    ]
    head, columns, *bins = calibration.splitlines()
    assert head.startswith("calibration error ")
    assert columns.split() == ["score", "found", "mean", "right", "#", "right", "|", "mean", "score"]
    assert len(bins) == 10
    assert max(map(len, ran.stdout.splitlines())) <= 80


def test_figures_are_printed_for_programs(sayso, gold):
    gold(GOLD)
    first, *_, last = map(json.loads, sayso("evaluate", "gold.jsonl", "-f", "jsonl").stdout.splitlines())
    assert first == {
        "skill": "attributions", "figure": "linked", "precision": 100, "recall": 100, "f1": 100, "found": 1,
        "marked": 1,
    }  # fmt: skip
    assert (last["figure"], [one["found"] for one in last["bins"]].count(1), set(last["bins"][0])) == (
        "calibration_error", 1, {"above", "up_to", "found", "mean_score", "right"},
    )  # fmt: skip


def test_each_skill_that_there_is_gold_for_is_scored(sayso, gold):
    gold(GOLD | MORE)
    rows = [line.split(",") for line in sayso("evaluate", "gold.jsonl", "-f", "csv").stdout.splitlines()]
    assert rows[0] == ["skill", "figure", "precision", "recall", "f1", "found", "marked"]
    mains = {skill: figure for skill, figure, *_ in reversed(rows[1:])}
    assert mains == {
        "attributions": "linked", "speakers": "linked", "parties": "typed", "times": "value", "places": "end_to_end",
    }  # fmt: skip
    assert ["parties", "conll", "", "", "66.7", "", ""] in rows  # one mention alone has no link for MUC


def test_events_are_scored(sayso, gold):
    event = {"id": "e", "trigger": {"start": 34, "end": 40}, "held": "happened", "by": "report"}
    gold(GOLD | {"entities": [], "events": [event]})
    ran = sayso("evaluate", "gold.jsonl", "--skill", "events", "-f", "csv")
    assert ran.exit_code == 0
    found, complete, *_ = [line.split(",") for line in ran.stdout.splitlines()[1:]]
    assert (found[:2], found[-1], complete[:2]) == (["events", "found"], "1", ["events", "complete"])


def test_disputes_are_scored(sayso, gold):
    gold(GOLD | {"statements": [{"id": "s1", "content": [{"start": 19, "end": 30}]}], "disputes": []})
    ran = sayso("evaluate", "gold.jsonl", "--skill", "disputes", "-f", "csv")
    assert ran.stdout.splitlines()[1].startswith("disputes,found,")


def test_one_skill_alone_may_be_scored(sayso, gold):
    gold(GOLD | MORE)
    ran = sayso("evaluate", "gold.jsonl", "--skill", "speakers", "-f", "csv")
    assert {line.partition(",")[0] for line in ran.stdout.splitlines()} == {"skill", "speakers"}


def test_skill_that_there_is_no_gold_for_is_a_failure(sayso, gold):
    gold(GOLD)
    ran = sayso("evaluate", "gold.jsonl", "--skill", "places")
    assert (ran.exit_code, ran.stdout) == (1, "")
    assert 'A line of gold has "toponyms"' in ran.stderr


def test_only_the_first_reports_may_be_read(sayso, gold):
    gold(GOLD, GOLD)
    rows = sayso("evaluate", "gold.jsonl", "--limit", "1", "-f", "csv").stdout.splitlines()
    assert rows[1] == "attributions,linked,100.0,100.0,100.0,1,1"


def test_bad_line_is_named_and_left_out(sayso, gold):
    gold({}, GOLD)
    ran = sayso("evaluate", "gold.jsonl")
    assert ran.exit_code == 3
    assert "left out gold.jsonl:1: " in ran.stderr


def test_file_without_any_gold_is_named_once_and_gives_no_table(sayso, gold):
    gold(*[{}] * 9)
    ran = sayso("evaluate", "gold.jsonl")
    assert (ran.exit_code, ran.stdout, ran.stderr.count("left out gold.jsonl")) == (1, "", 1)


def test_gold_may_give_the_words_instead_of_their_places(sayso, gold):
    words = {"source": "Ana Toth", "cue": ["said"], "content": ["it was late"], "speaker": "Ana Toth"}
    gold(GOLD | {"attributions": [words]})
    ran = sayso("evaluate", "gold.jsonl", "-f", "csv")
    assert ran.stdout.splitlines()[1] == "attributions,linked,100.0,100.0,100.0,1,1"


def test_gold_that_is_not_there_is_a_failure(sayso):
    assert sayso("evaluate", "missing.jsonl").exit_code == 1
