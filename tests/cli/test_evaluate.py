import json

TEXT = "Ana Toth said that it was late. Nobody moved."
GOLD = {"id": "g", "text": TEXT, "attributions": [{"source": [[0, 8]], "cue": [[9, 13]], "content": [[19, 30]]}]}


def test_figures_are_printed_for_people(sayso, tmp_path):
    (tmp_path / "gold.jsonl").write_text(json.dumps(GOLD) + "\n")
    ran = sayso("evaluate", "attribution", "gold.jsonl")
    assert ran.exit_code == 0
    assert [line.split() for line in ran.stdout.splitlines()] == [
        ["figure", "precision", "recall", "f1", "found", "marked"],
        ["linked", "100.0", "100.0", "100.0", "1", "1"],
        ["detected", "100.0", "100.0", "100.0", "1", "1"],
        ["strict", "100.0", "100.0", "100.0", "1", "1"],
    ]


def test_figures_are_printed_for_programs(sayso, tmp_path):
    (tmp_path / "gold.jsonl").write_text(json.dumps(GOLD) + "\n")
    first, *_ = sayso("evaluate", "attribution", "gold.jsonl", "-f", "jsonl").stdout.splitlines()
    assert json.loads(first) == {
        "figure": "linked", "precision": 100, "recall": 100, "f1": 100, "found": 1, "marked": 1,
    }  # fmt: skip


def test_bad_line_is_named_and_left_out(sayso, tmp_path):
    (tmp_path / "gold.jsonl").write_text("{}\n" + json.dumps(GOLD) + "\n")
    ran = sayso("evaluate", "attribution", "gold.jsonl")
    assert ran.exit_code == 3
    assert "left out gold.jsonl:1: " in ran.stderr


def test_file_without_any_gold_is_named_once_and_gives_no_table(sayso, tmp_path):
    (tmp_path / "gold.jsonl").write_text("{}\n" * 9)
    ran = sayso("evaluate", "attribution", "gold.jsonl")
    assert (ran.exit_code, ran.stdout, ran.stderr.count("left out gold.jsonl")) == (1, "", 1)


def test_gold_may_give_the_words_instead_of_their_places(sayso, tmp_path):
    words = {"source": "Ana Toth", "cue": ["said"], "content": ["it was late"], "speaker": "Ana Toth"}
    (tmp_path / "gold.jsonl").write_text(json.dumps(GOLD | {"attributions": [words]}) + "\n")
    ran = sayso("evaluate", "attribution", "gold.jsonl", "-f", "csv")
    assert ran.stdout.splitlines()[1] == "linked,100.0,100.0,100.0,1,1"


def test_gold_that_is_not_there_is_a_failure(sayso):
    assert sayso("evaluate", "attribution", "missing.jsonl").exit_code == 1
