"""Our scores of what happened agree with those of the scorers beside the shared data, on answers with made mistakes."""

import json
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from sayso.evaluate.skill import Skill
from sayso.evaluate.skills import case_of
from sayso.model import (
    Claim,
    Event,
    Factuality,
    Findings,
    Matter,
    Party,
    PartyType,
    Place,
    Side,
    SideSpan,
    Span,
    Time,
    TimexType,
)
from sayso.model.codec import to_json
from sayso.model.values import Basis, MatterKind
from sayso.read.pipeline import read

pytestmark = pytest.mark.shared

HERE = Path()
FACTUALITY = list(Factuality)


@pytest.fixture
def scored(shared, tmp_path):
    """Return our score of what was found in gold lines, and what the shared scorer says of it."""

    def both(scorer, skill, lines, found_in):
        total, found = None, tmp_path / "found.jsonl"
        with found.open("wb") as output:
            for number, line in enumerate(lines):
                case = case_of(json.dumps(line).encode(), HERE, skill)
                findings = found_in(case, number)
                output.write(to_json(findings) + b"\n")
                ((_, score),) = case.scores(findings)
                total = total + score if total else score
        return total, ran(shared, scorer, [written(tmp_path, lines)], found)

    return both


def written(folder, lines):
    path = folder / "gold.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return path


def ran(shared, scorer, gold, found):
    command = [sys.executable, shared / "score" / scorer, *gold, found, "--json"]
    return json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)


def lines_of(path, count=None):
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()][:count]


def figures(total):
    return {row.figure: row for row in total.rows()}


def test_sentences(shared, scored):
    """Every other sentence has an event as marked, or with a mistake; of the others, attributions are read."""
    lines = lines_of(shared / "data/events/plover_plv_train.jsonl", 24)

    def found(case, number):
        if number % 2:
            return read(case.report)
        gold = case.golds[0][1]
        root = {"YIELD": "RETREAT"}.get(gold.root, gold.root) if number % 3 else "ASSAULT"
        parties = tuple(
            Party(id, name, PartyType.ORGANISATION) for id, name in (("p1", gold.actor), ("p2", gold.recipient))
        )
        event = Event("e1", Span(0, 1, case.report.text[:1]), root, actors=("p1",), recipients=("p1",))
        return Findings(case.report, parties, events=(event, event))

    total, scores = scored("events.py", Skill.SENTENCES, lines, found)
    given = figures(total)
    assert {name: given[name].recall for name in ("root", "quad", "actor", "recipient", "typed")} == {
        name: pytest.approx(scores[name]["acc"]) for name in ("root", "quad", "actor", "recipient", "typed")
    }
    assert {name: given[f"{name}_macro_f1"].f1 for name in ("root", "quad")} == {
        name: pytest.approx(scores[name]["macro_f1"]) for name in ("root", "quad")
    }
    assert 0 < scores["root"]["acc"] < 1


@pytest.mark.parametrize("part", ["tst1", "tst2"])
def test_incidents(shared, scored, part, monkeypatch):
    monkeypatch.syspath_prepend(str(shared / "score"))
    import incidents
    from gold import read_gold

    path = shared / f"data/events/muc4_{part}.jsonl"
    fills = {
        report["id"]: {slot: incidents.gold_fills(report, slot) for slot in incidents.SLOTS}
        for report in read_gold([path])
    }
    total, scores = scored(
        "events.py", Skill.INCIDENTS, lines_of(path), lambda case, number: incidents_in(case, number, fills)
    )
    given = figures(total)
    assert {name: rounded(given[name]) for name in incidents.SLOTS} == {
        name: tuple(pytest.approx(scores[name][letter]) for letter in "PRF") for name in incidents.SLOTS
    }
    assert given["mean_f1"].f1 == pytest.approx(scores["mean_f1"])
    assert 0.2 < scores["mean_f1"] < 1


def rounded(row):
    return row.precision, row.recall, row.f1


KINDS = {
    "ATTACK": ("ASSAULT", None), "BOMBING": ("ASSAULT", "explosives"), "KIDNAPPING": ("ASSAULT", "abduct"),
    "ARSON": ("ASSAULT", "destroy"), "ROBBERY": ("COERCE", "seize"), "FORCED WORK STOPPAGE": ("PROTEST", "strike"),
}  # fmt: skip


def incidents_in(case, number, fills):
    """An event for each fill of the longest slot, every third one without what the others have right."""
    slots = fills[case.report.id]
    events, parties, places, times = [], [], [], []
    for n in range(max(map(len, slots.values()), default=0)):
        here = {slot: options[n][0] for slot, options in slots.items() if n < len(options)}
        type, mode = KINDS[min(here["type"])] if "type" in here else ("ASSAULT", "explosives")
        if "date" in here:
            first, last = min(here["date"], key=str)
            first = first if n % 3 else "1970-01-01"
            times.append(Time(f"t{n}", Span(0, 0, ""), TimexType.DATE, last, earliest=first, latest=last))
        if "place" in here:
            places.append(Place(f"l{n}", min(here["place"]).title() if n % 3 else "Elsewhere"))
        for slot, of in (("organisation", PartyType.ARMED_GROUP), ("victim", PartyType.PERSON)):
            if slot in here:
                parties.append(Party(f"{slot}{n}", max(here[slot]).upper() if (n + number) % 4 else "Nobody", of))
        events.append(
            Event(
                f"e{n}", Span(0, 0, ""), type, mode,
                actors=(f"organisation{n}",) if "organisation" in here else (),
                recipients=(f"victim{n}", f"organisation{n}") if "victim" in here else (),
                place=f"l{n}", time=f"t{n}",
            )
        )  # fmt: skip
    return Findings(case.report, tuple(parties), tuple(places), tuple(times), events=tuple(events))


def test_factuality(shared, scored):
    lines = [one for one in lines_of(shared / "data/factuality/uw_train_dev.jsonl") if one["split"] == "dev"][:200]

    def found(case, number):
        gold, text, events, claims = case.golds[0][1], case.report.text, [], []
        for n, one in enumerate(gold.events):
            start, end = gold.span(one)
            events.append(Event(f"e{n}", Span.of(text, max(start - 2 * (n % 2), 0), end)))
            values = (FACTUALITY[(number + n) % 8], min(FACTUALITY, key=lambda value: abs(grade(value) - one.score)))
            for m, (holder, value) in enumerate(zip((("p1", "report"), ("report",)), values, strict=True)):
                if (number + n + m) % 5 or n % 3:
                    claims.append(Claim(f"c{n}-{m}", holder, value, Basis.TOLD, f"e{n}"))
        dropped = [event for n, event in enumerate(events) if (n + number) % 4]
        return Findings(case.report, events=tuple(dropped), claims=tuple(claims[number % 2 :]))

    total, scores = scored("factuality.py", Skill.FACTUALITY, lines, found)
    given = figures(total)
    assert given["recall"].recall == pytest.approx(scores["recall"]["acc"])
    for prefix, theirs in (("", scores["recalled"]), ("all_", scores["all"])):
        ours = [given[f"{prefix}{name}"].f1 for name in ("three_macro_f1", "pearson_r", "mean_error")]
        assert ours == [pytest.approx(theirs[name]) for name in ("three", "r", "mae")]
        assert given[f"{prefix}three"].marked == theirs["of"]


def grade(value):
    return {"CT+": 3, "PR+": 2, "PS+": 1, "PS-": -1, "PR-": -2, "CT-": -3}.get(value, 0)


@pytest.mark.parametrize(("folder", "pattern"), [("seed", "gold.json"), ("data/reports/train", "gold*.json")])
def test_disputes(shared, folder, pattern, tmp_path):
    paths = [
        path for path in sorted((shared / folder).glob(pattern)) if json.loads(path.read_text("utf-8"))["disputes"]
    ]
    total, made = None, []
    for path in paths:
        case = case_of(path.read_bytes(), path.parent, Skill.DISPUTES)
        matters = list(matters_in(case))
        ((_, score),) = case.scores(Findings(case.report), lambda _, matters=matters: matters)
        total, made = total + score if total else score, [*made, *matters]
    found = tmp_path / "found.jsonl"
    found.write_bytes(b"\n".join(map(as_printed, made)))
    scores, given = ran(shared, "disputes.py", paths, found), figures(total)
    assert rounded(given["found"]) == tuple(pytest.approx(scores["all"][letter]) for letter in "PRF")
    assert given["kind"].recall == pytest.approx(scores["kind"]["acc"])
    assert {name: given[name].recall for name in scores["recall"]} == pytest.approx(scores["recall"])


def as_printed(matter):
    sides = [
        {"spans": [{"report": one.report, **msgspec.to_builtins(one.span)} for one in side.spans]}
        for side in matter.sides
    ]
    return msgspec.json.encode({"kind": matter.kind, "sides": sides})


def matters_in(case):
    """A matter for each marked dispute: some sides cut short, some of another kind, and one that is made up."""
    gold, text = case.golds[0][1], case.report.text
    spans = {one.id: [(two.start, two.end) for two in one.content] for one in gold.statements}
    spans |= {one.id: [(one.trigger.start, one.trigger.end)] for one in gold.events}

    def side(ids, cut):
        places = [(start, end - (end - start) * 3 * cut // 4) for id in ids for start, end in spans[id]]
        return Side((), spans=tuple(SideSpan(case.report.id, Span.of(text, *place)) for place in places))

    kinds = [MatterKind.FIGURES, MatterKind.SHIFT, MatterKind.AGREEMENT]
    for n, dispute in enumerate(gold.disputes):
        sides = tuple(side(ids, (n + m) % 3 == 2) for m, ids in enumerate(dispute.sides))
        yield Matter(f"m{n}", "", kinds[n % 3], None, "", sides)
    yield Matter("made", "", MatterKind.SHIFT, None, "", (side([], 0), side(list(spans)[:1], 0)))
