"""The skills that are scored: on our own texts, and, where the shared gold is beside the checkout, on that.

Of gold that rules or weights were also made with, only the reports that were held out are scored:

- LGL and GeoVirus: one report in 3 and one in 2 by the MD5 of its id, as in ``training/toponyms.py``;
- GUM's news: none of it was trained on; re3d: one report in 3 by the same hash was kept from training;
- TimeBank: every third report in the order of the ids, which the rules for times were developed without;
- PLV: one sentence in 5 by the same hash; UW: the sentences of its part "dev"; MUC-4: tst1 and tst2.

Of PolNeAR and of the hand-made reports, the parts called "dev" are scored; tables and rules were made with "train".
Events and disputes are scored by the package's own scorers, all else by those beside the shared gold.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import md5
from pathlib import Path
from typing import Any

from evaluation.conventions import as_polnear
from evaluation.own_gold import cases, score
from evaluation.re3d import as_gum
from sayso.compare.matters import matters
from sayso.evaluate.counts import Row, Tally
from sayso.evaluate.skill import Skill as Scored
from sayso.evaluate.skills import case_of, lines_of
from sayso.model import Findings, Report
from sayso.read.pipeline import read

OWN = Path(__file__).parent / "own"

SHARED = Path(os.environ.get("SAYSO_SHARED", Path(__file__).parents[2] / "shared"))

HeldOut = Callable[[list[str]], set[str]]
"""Which of the ids of a gold file belong to reports that are only scored on."""


def by_hash(one_in: int, ids: list[str]) -> set[str]:
    """Return one id in so many, whatever the others are: ``is_held_out`` of ``training/toponyms.py``."""
    return {one for one in ids if int(md5(one.encode(), usedforsecurity=False).hexdigest(), 16) % one_in == 0}


def every_third(ids: list[str]) -> set[str]:
    """Return the third, sixth, ninth… id in the order of the ids."""
    return set(sorted(ids)[2::3])


def of_split(split: str, path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of a gold file that belong to one of its parts."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip())
    return (row for row in rows if row["split"] == split)


@dataclass(frozen=True)
class Skill:
    """A skill scored on shared gold: the scorer, its gold files, and where in its JSON each measure stands.

    ``held_out`` picks the reports that are scored, where rules or weights were made with the others; ``shaped`` brings
    gold of another shape into one that the scorer reads; ``written`` brings a finding (its line and text) into the
    gold's conventions.
    """

    name: str
    scorer: str
    gold: tuple[str, ...]
    measures: tuple[tuple[str, tuple[str, ...]], ...]
    held_out: HeldOut | None = None
    shaped: Callable[[Path], Iterable[dict[str, Any]]] | None = None
    written: Callable[[bytes, str], bytes] | None = None

    def needed(self) -> tuple[str, ...]:
        """Return what must be there to score it."""
        return (f"score/{self.scorer}", *self.gold)

    def there(self) -> bool:
        """Whether the scorer and all gold files are there."""
        return all(any(SHARED.glob(path)) for path in self.needed())

    def score(self) -> dict[str, float]:
        """Read the gold's texts, score the findings, and return the measures in percent."""
        with tempfile.TemporaryDirectory() as folder:
            gold = self._gold(Path(folder))
            found = Path(folder) / "found.jsonl"
            found.write_bytes(b"".join(line + b"\n" for line in _read(gold, self.written)))
            scores = json.loads(_shared(self.scorer, *gold, found, "--json"))
        return {measure: 100 * _at(scores, path) for measure, path in self.measures}

    def _gold(self, folder: Path) -> list[Path]:
        paths = [path for pattern in self.gold for path in sorted(SHARED.glob(pattern))]
        if self.shaped:
            paths = [_shaped(path, folder, self.shaped) for path in paths]
        return [_part(path, folder, self.held_out) for path in paths] if self.held_out else paths


@dataclass(frozen=True)
class PackageSkill:
    """A skill that the package itself scores, as ``sayso evaluate`` does: its gold files in a folder, and its figures.

    Each measure names a figure, and which of its values (a field of ``Row``) is meant.
    """

    name: str
    skill: Scored
    gold: str
    measures: tuple[tuple[str, str], ...]
    folder: Path | None = None

    def needed(self) -> tuple[str, ...]:
        """Return what must be there to score it."""
        return (self.gold,)

    def there(self) -> bool:
        """Whether its gold is there."""
        return any(self._paths())

    def score(self) -> dict[str, float]:
        """Read the gold's texts, score the findings, and return the measures in percent; 0 where there is no figure."""
        total: Tally | None = None
        for path in self._paths():
            for _, line in lines_of(path):
                case = case_of(line, path.parent, self.skill)
                for _, tally in case.scores(read(case.report), lambda findings: matters([findings])):
                    total = total + tally if total else tally
        rows = {row.figure: row for row in total.rows()} if total else {}
        return {figure: 100 * _value(rows.get(figure), value) for figure, value in self.measures}

    def _paths(self) -> list[Path]:
        return sorted((self.folder or SHARED).glob(self.gold))


def _value(row: Row | None, value: str) -> float:
    return float(getattr(row, value) or 0) if row else 0.0


EVENTS = (
    ("found", "recall"), ("complete", "recall"), ("type", "recall"), ("actor_right", "f1"), ("actor", "precision"),
    ("recipient_right", "f1"), ("place_right", "f1"), ("time_right", "f1"), ("holder", "recall"),
    ("factuality", "recall"), ("factuality_macro_f1", "f1"),
)  # fmt: skip
"""The figures of events that have floors."""
INCIDENT_SLOTS = ("type", "date", "place", "organisation", "victim")
SKILLS: tuple[Skill | PackageSkill, ...] = (
    PackageSkill("own_events", Scored.EVENTS, "events.jsonl", EVENTS, OWN),
    Skill("worked_example", "speakers.py", ("seed/gold.json",), (("right_speaker", ("linked", "R")),)),
    Skill(
        "attribution",
        "attribution.py",
        ("data/attribution/polnear_dev.jsonl",),
        (
            ("linked_f1", ("linked", "all", "F")),
            ("direct_f1", ("linked", "direct", "F")),
            ("mixed_f1", ("linked", "mixed", "F")),
            ("indirect_f1", ("linked", "indirect", "F")),
        ),
    ),
    Skill(
        "attribution_extents",
        "attribution.py",
        ("data/attribution/polnear_dev.jsonl",),
        (
            ("strict_source_f1", ("strict", "source", "F")),
            ("strict_cue_f1", ("strict", "cue", "F")),
            ("strict_content_f1", ("strict", "content", "F")),
        ),
        written=as_polnear,
    ),
    Skill(
        "speakers",
        "speakers.py",
        ("data/speakers/gum_news_attribution.jsonl",),
        (("right_of_matched", ("fields", "speaker", "acc")),),
    ),
    Skill(
        "parties_gum",
        "parties.py",
        ("data/parties/gum_news.jsonl",),
        (("conll", ("conll",)), ("named_class_f1", ("named_class", "F")), ("named_f1", ("named", "F"))),
    ),
    Skill(
        "parties_re3d",
        "parties.py",
        ("data/parties/re3d.jsonl",),
        (("named_class_f1", ("named_class", "F")), ("named_f1", ("named", "F"))),
        held_out=partial(by_hash, 3),
        shaped=as_gum,
    ),
    Skill("reports", "speakers.py", ("data/reports/dev/gold*.json",), (("linked_f1", ("linked", "F")),)),
    Skill(
        "times",
        "times.py",
        ("data/times/timebank_train.jsonl",),
        (("value_f1", ("value", "F")),),
        held_out=every_third,
    ),
    Skill(
        "places_lgl",
        "places.py",
        ("data/places/lgl.jsonl",),
        (("recognition_f1", ("recognition", "F")), ("within_161_km", ("acc161", "acc"))),
        held_out=partial(by_hash, 3),
    ),
    Skill(
        "places_geovirus",
        "places.py",
        ("data/places/geovirus.jsonl",),
        (("recognition_f1", ("recognition", "F")), ("within_161_km", ("acc161", "acc"))),
        held_out=partial(by_hash, 2),
    ),
    Skill(
        "plover",
        "events.py",
        ("data/events/plover_plv_train.jsonl",),
        (
            ("root_macro_f1", ("root", "macro_f1")),
            ("quad_macro_f1", ("quad", "macro_f1")),
            ("actor", ("actor", "acc")),
            ("recipient", ("recipient", "acc")),
        ),
        held_out=partial(by_hash, 5),
    ),
    Skill(
        "incidents",
        "events.py",
        ("data/events/muc4_tst1.jsonl", "data/events/muc4_tst2.jsonl"),
        (("mean_f1", ("mean_f1",)), *((f"{slot}_f1", (slot, "F")) for slot in INCIDENT_SLOTS)),
    ),
    Skill(
        "factuality",
        "factuality.py",
        ("data/factuality/uw_train_dev.jsonl",),
        (("pearson_r", ("recalled", "r")), ("three_macro_f1", ("recalled", "three")), ("recall", ("recall", "acc"))),
        shaped=partial(of_split, "dev"),
    ),
    PackageSkill("worked_example_events", Scored.EVENTS, "seed/gold.json", EVENTS),
    PackageSkill("worked_example_disputes", Scored.DISPUTES, "seed/gold.json", (("found", "recall"),)),
    PackageSkill("reports_events", Scored.EVENTS, "data/reports/dev/gold*.json", EVENTS),
)


def own_scores() -> dict[str, float]:
    """Score the reader on our own short texts."""
    return score((case, read(Report.of(case.id, case.text, published=case.published))) for case in cases())


def _part(path: Path, folder: Path, held_out: HeldOut) -> Path:
    lines = {str(json.loads(line)["id"]): line for line in path.read_text(encoding="utf-8").split("\n") if line.strip()}
    kept = held_out(list(lines))
    (folder / path.name).write_text("\n".join(lines[one] for one in lines if one in kept), encoding="utf-8")
    return folder / path.name


def _shaped(path: Path, folder: Path, shape: Callable[[Path], Iterable[dict[str, Any]]]) -> Path:
    (folder / path.name).write_text("\n".join(json.dumps(row) for row in shape(path)), encoding="utf-8")
    return folder / path.name


def _read(gold: Iterable[Path], written: Callable[[bytes, str], bytes] | None) -> Iterable[bytes]:
    from sayso.model.codec import to_json

    for line in filter(None, _shared("make_input.py", *gold).split("\n")):
        given = json.loads(line)
        found = to_json(_findings(given))
        yield written(found, given["text"]) if written else found


def _findings(given: dict[str, str | None]) -> Findings:
    names = ("published", "outlet", "language")
    report = Report.of(str(given["id"]), given["text"] or "", **{name: given[name] for name in names})
    return read(report)


def _shared(script: str, *arguments: Path | str) -> str:
    command = [sys.executable, str(SHARED / "score" / script), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout


def _at(scores: Mapping[str, object], path: tuple[str, ...]) -> float:
    at: object = scores
    for key in path:
        assert isinstance(at, dict)
        at = at[key]
    assert isinstance(at, float | int)
    return float(at)
