"""Places of the whole pipeline on reports that nothing was fitted on; "make evaluate" scores all of the gold."""

import json
import subprocess
import sys

import pytest

from sayso.model import Report
from sayso.model.codec import to_json
from sayso.read.pipeline import read
from training.toponyms import is_held_out

REPORTS = 50
"""Reports of each corpus, the first held out, to stay quick."""


@pytest.mark.shared
@pytest.mark.parametrize(("corpus", "one_in"), [("lgl", 3), ("geovirus", 2)])
def test_places_of_unseen_reports_are_found_and_where_they_lie(shared, tmp_path, corpus, one_in):
    lines = (shared / f"data/places/{corpus}.jsonl").read_text("utf-8").split("\n")
    held_out = [line for line in lines if line and is_held_out(json.loads(line)["id"], one_in)][:REPORTS]
    gold, found = tmp_path / "gold.jsonl", tmp_path / "found.jsonl"
    gold.write_text("\n".join(held_out) + "\n", "utf-8")
    given = [json.loads(line) for line in run(shared, "make_input.py", gold).split("\n") if line]
    found.write_bytes(b"".join(to_json(read(Report.of(one["id"], one["text"]))) + b"\n" for one in given))
    scores = json.loads(run(shared, "places.py", gold, found, "--json"))
    assert scores["recognition"]["F"] >= 0.70
    assert scores["acc161"]["acc"] >= 0.75


def run(shared, script, *arguments):
    command = [sys.executable, str(shared / "score" / script), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout
