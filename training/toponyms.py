"""Fits the weights of the evidence for toponyms (``src/sayso/read/toponym/weights.csv``).

    python training/toponyms.py LGL GEOVIRUS RE3D REPORTS

LGL (Lieberman et al. 2010) and GEOVIRUS (Gritta et al. 2018) are JSON lines ``{id, text, toponyms: [{start, end,
lat?}]}``; RE3D (Dstl) is ``{id, source, text, entities: [{start, end, type}]}``; REPORTS is a folder of ``docNN.json``
``{id, text}`` and ``goldNN.json`` ``{places: [{words}]}``. A third of LGL and half of GEOVIRUS are held out
(``is_held_out``). Where only the words of places or only locations are known (RE3D, REPORTS), a country or capital
that is not among them, which may be a government there, is left out. Adjectives and demonyms, which LGL counts as
toponyms, are taken as no places; a toponym without coordinates is left out. Logistic regression with an L2 penalty,
by gradient descent with numpy.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from hashlib import md5
from pathlib import Path

import numpy as np

from sayso.model import Report
from sayso.read import parties
from sayso.read.found import Found
from sayso.read.syntax import Syntax, parse
from sayso.read.toponym.evidence import Use, evidence
from sayso.read.toponym.proposals import Toponym, proposals
from sayso.vocab.countries import by_capital, by_name
from sayso.vocab.toponym_key import key_of

WEIGHTS = Path(__file__).parent.parent / "src/sayso/read/toponym/weights.csv"
RAREST = 5
"""Evidence seen less often than this is left out."""
LEFT_OUT = "BBC Online"
"""The part of RE3D whose licence forbids commercial use."""

Example = tuple[list[str], bool]
Judge = Callable[[Syntax, Toponym], bool | None]
"""Tells whether a proposal is a place, ``None`` where the gold does not tell."""


def is_held_out(report_id: str, one_in: int) -> bool:
    """Whether a report of LGL (one in 3) or GEOVIRUS (one in 2) is only scored on."""
    return int(md5(report_id.encode(), usedforsecurity=False).hexdigest(), 16) % one_in == 0


def reports(lgl: Path, geovirus: Path, re3d: Path, folder: Path) -> Iterator[tuple[str, Judge]]:
    """Yield the text of each report to learn from and the judge of its proposals."""
    for path, one_in in ((lgl, 3), (geovirus, 2)):
        for report in _lines(path):
            if not is_held_out(report["id"], one_in):
                yield report["text"], located(report["toponyms"])
    for report in _lines(re3d):
        if report["source"] != LEFT_OUT:
            yield report["text"], labelled(report["entities"])
    for gold in sorted(folder.glob("gold*.json")):
        text = json.loads(gold.with_name(gold.name.replace("gold", "doc")).read_text("utf-8"))["text"]
        yield text, worded(json.loads(gold.read_text("utf-8"))["places"])


def _lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]


def located(toponyms: list[dict]) -> Judge:
    """Return the judge for gold with all toponyms; one without coordinates is not judged."""

    def judge(syntax: Syntax, found: Toponym) -> bool | None:
        met = _met(syntax, found, toponyms)
        return None if met and met[0].get("lat") is None else bool(met)

    return judge


def labelled(entities: list[dict]) -> Judge:
    """Return the judge for gold with named entities of which some are locations."""
    locations = [each for each in entities if each["type"] == "Location"]

    def judge(syntax: Syntax, found: Toponym) -> bool | None:
        if _met(syntax, found, locations):
            return True
        return None if _may_govern(found) else False

    return judge


def worded(places: list[dict]) -> Judge:
    """Return the judge for gold that tells only the words of places."""
    words = {key_of(place["words"]).removeprefix("the ") for place in places}

    def judge(_: Syntax, found: Toponym) -> bool | None:
        if found.key.removeprefix("the ") in words:
            return True
        return None if _may_govern(found) else False

    return judge


def _met(syntax: Syntax, found: Toponym, spans: list[dict]) -> list[dict]:
    start, end = syntax.tokens[found.first].start, syntax.tokens[found.last].end
    return [span for span in spans if span["start"] < end and start < span["end"]]


def _may_govern(found: Toponym) -> bool:
    return bool(by_name(found.name) or by_capital(found.name))


def examples(text: str, judge: Judge) -> Iterator[Example]:
    """Yield the evidence of each proposal of a text and whether it is a place."""
    syntax = parse(text)
    found = tuple(proposals(syntax))
    use = Use(syntax, found, parties.find(Report.of("", text), Found(syntax)).parties)
    for one in found:
        is_place = judge(syntax, one)
        if is_place is not None:
            signs = list(evidence(syntax, use, one))
            yield signs, is_place and "a demonym" not in signs


def fit(rows: list[Example], penalty: float = 3.0, steps: int = 1000) -> dict[str, float]:
    """Return the weight of each kind of evidence."""
    counts = Counter(sign for signs, _ in rows for sign in set(signs))
    names = sorted(name for name, count in counts.items() if count >= RAREST)
    column = {name: n for n, name in enumerate(names)}
    pairs = [(n, column[sign]) for n, (signs, _) in enumerate(rows) for sign in set(signs) if sign in column]
    row, sign = np.array(pairs).T
    truth, weights, speed = np.array([label for _, label in rows], float), np.zeros(len(names)), np.zeros(len(names))
    for _ in range(steps):
        off = 1 / (1 + np.exp(-np.bincount(row, weights[sign], len(rows)))) - truth
        gradient = np.bincount(sign, off[row], len(names)) + penalty * weights
        speed = 0.9 * speed - 0.3 * gradient / len(rows)
        weights += speed
    return dict(zip(names, weights, strict=True))


def write(weights: dict[str, float]) -> None:
    """Write the weights in the order of their evidence."""
    lines = [f'"{name}",{weight:.2f}' for name, weight in sorted(weights.items()) if abs(weight) >= 0.05]
    WEIGHTS.write_text("\n".join(["evidence,weight", *lines]) + "\n", encoding="utf-8")


def main(paths: Iterable[str]) -> None:
    """Fit and write."""
    rows = [row for text, judge in reports(*map(Path, paths)) for row in examples(text, judge)]
    write(fit(rows))
    sys.stdout.write(f"{len(rows)} proposals, of which {sum(label for _, label in rows)} are places\n")


if __name__ == "__main__":
    main(sys.argv[1:])
