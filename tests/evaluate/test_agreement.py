"""Our scores agree with those of the scorers beside the shared data, on what is found in a few reports of each."""

import json
import subprocess
import sys

import pytest

from sayso.evaluate.skill import Skill
from sayso.evaluate.skills import case_of
from sayso.model.codec import to_json
from sayso.read.pipeline import read

pytestmark = pytest.mark.shared

GUM_KINDS = {"person": "person", "organization": "organisation", "place": "place"}
ATTRIBUTIONS = {
    "linked": ("linked", "all"), "detected": ("detect", "all"), "direct": ("linked", "direct"),
    "mixed": ("linked", "mixed"), "indirect": ("linked", "indirect"), "source": ("strict", "source"),
    "cue": ("strict", "cue"), "content": ("strict", "content"),
}  # fmt: skip
SPEAKERS = {"linked": ("linked",), "detected": ("detected",)}
FIELDS = (
    "source", "speaker", "quote_type", "speech_act", "channel", "addressee", "outlet", "said_on", "said_at",
    "condition",
)  # fmt: skip
TIMES = {name: (name,) for name in ("value", "type", "relaxed", "strict")}
PLACES = {name: (name,) for name in ("end_to_end", "recognition", "recognition_strict")}
PARTIES = {"typed": ("named_class",), "names": ("named",), "exact": ("named_strict",)} | {
    name: (name,) for name in ("muc", "b3", "ceafe")
}

SKILLS = {
    "attribution.py": Skill.ATTRIBUTIONS, "times.py": Skill.TIMES, "places.py": Skill.PLACES,
    "speakers.py": Skill.SPEAKERS, "parties.py": Skill.PARTIES,
}  # fmt: skip


@pytest.fixture
def scored(shared, tmp_path):
    """Read the reports of gold lines; return our score in a skill, and what a scorer says."""

    def both(scorer, lines, theirs=None, folder=None):
        total, found = None, tmp_path / "found.jsonl"
        with found.open("wb") as output:
            for line in lines:
                case = case_of(json.dumps(line).encode(), folder or tmp_path, SKILLS[scorer])
                findings = read(case.report)
                output.write(to_json(findings) + b"\n")
                ((_, score),) = case.scores(findings)
                total = total + score if total else score
        if theirs is None:
            theirs = [tmp_path / "gold.jsonl"]
            theirs[0].write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
        command = [sys.executable, shared / "score" / scorer, *theirs, found, "--json"]
        return total, json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)

    return both


def first(path, count, start=0):
    return [json.loads(line) for line in path.read_text("utf-8").split("\n")[start : start + count]]


def ours(total, names, within=1e-9):
    """Our precision, recall and F1 in figures, as far as there are rows of them."""
    rows = {row.figure: row for row in total.rows() if row.figure in names}
    return {name: pytest.approx((row.precision, row.recall, row.f1), abs=within) for name, row in rows.items()}


def theirs(scores, names):
    def at(path):
        found = scores
        for key in path:
            found = found[key]
        return tuple(found[letter] for letter in "PRF")

    return {name: at(path) for name, path in names.items()}


def test_attributions(shared, scored):
    total, scores = scored("attribution.py", first(shared / "data/attribution/polnear_dev.jsonl", 6))
    assert ours(total, ATTRIBUTIONS) == theirs(scores, ATTRIBUTIONS)


def test_times(shared, scored):
    total, scores = scored("times.py", first(shared / "data/times/timebank_train.jsonl", 8))
    assert ours(total, TIMES) == theirs(scores, TIMES)


@pytest.mark.parametrize("corpus", ["lgl", "geovirus"])
def test_places(shared, scored, corpus):
    total, scores = scored("places.py", first(shared / f"data/places/{corpus}.jsonl", 6))
    assert ours(total, PLACES) == theirs(scores, PLACES)
    assert total.within_161_km.recall == pytest.approx(scores["acc161"]["acc"])


@pytest.mark.parametrize(("folder", "pattern"), [("seed", "gold.json"), ("data/reports/dev", "gold*.json")])
def test_speakers(shared, scored, folder, pattern):
    paths = sorted((shared / folder).glob(pattern))
    total, scores = scored(
        "speakers.py", [json.loads(path.read_text("utf-8")) for path in paths], paths, paths[0].parent
    )
    assert ours(total, SPEAKERS) == theirs(scores, SPEAKERS)
    fields = {name: getattr(total, name) for name in FIELDS}
    judged = {name: (pytest.approx(counts.recall), counts.marked) for name, counts in fields.items() if counts.marked}
    assert judged == {name: (field["acc"], field["of"]) for name, field in scores["fields"].items()}


def test_parties(shared, scored, monkeypatch, tmp_path):
    rows = first(shared / "data/parties/gum_news.jsonl", 6)
    monkeypatch.syspath_prepend(str(shared / "score"))
    from parties import gold_mentions

    gum = tmp_path / "gum.jsonl"
    gum.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    total, scores = scored("parties.py", [mentions_of(row, gold_mentions(row)) for row in rows], [gum])
    given = ours(total, PARTIES, within=0.01)  # they count GUM's tokens, we count words of the text
    assert given == theirs(scores, PARTIES)


def mentions_of(row, mentions):
    """A row of GUM in our own shape, with the head and what is named as the scorer has it."""

    def place(tokens):
        return [row["offsets"][min(tokens)][0], row["offsets"][max(tokens)][1]]

    marked = [
        {"start": place(one.tokens)[0], "end": place(one.tokens)[1], "type": one.kind, "cluster": one.cluster,
         "head": place(one.head), "named": one.named}
        for one in mentions
    ]  # fmt: skip
    return {"id": row["id"], "text": row["text"], "published": row["date"], "mentions": marked}
