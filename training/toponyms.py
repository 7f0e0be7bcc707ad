"""Fits the weights of the evidence for toponyms (``src/sayso/read/toponym_weights.csv``).

    python training/toponyms.py REPORTS [REPORTS ...]

REPORTS are JSON lines ``{id, text, toponyms: [{start, end, lat?}]}`` such as LGL (Lieberman et al. 2010) and GeoVirus
(Gritta et al. 2018), or ``{id, text, places: [{words}]}`` where only the words are known: then every mention of them
is a place, and a country or capital that is not among them, which may be a government there, is left out. Adjectives
and demonyms, which LGL counts as toponyms, are taken as no places; a toponym without coordinates is left out.
Logistic regression with an L2 penalty, by gradient descent with numpy. The shipped weights were fitted on two thirds
of LGL, half of GeoVirus and forty conflict reports; the rest of the two corpora was held out.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np

from sayso.read.syntax import Syntax, parse
from sayso.read.toponym_evidence import Use, evidence
from sayso.read.toponyms import proposals
from sayso.vocab.countries import by_capital, by_name
from sayso.vocab.toponym_key import key_of

WEIGHTS = Path(__file__).parent.parent / "src/sayso/read/toponym_weights.csv"
RAREST = 5
"""Evidence seen less often than this is left out."""


def worded(report: dict, syntax: Syntax) -> list[tuple[list[str], bool]]:
    """Return the same of a report of which only the words of its places are known."""
    words = {key_of(place["words"]).removeprefix("the ") for place in report["places"]}
    found, rows = list(proposals(syntax)), []
    use = Use(syntax, found)
    for one in found:
        named = one.key.removeprefix("the ") in words
        if named or not (by_name(one.name) or by_capital(one.name)):
            signs = list(evidence(syntax, use, one))
            rows.append((signs, named and "a demonym" not in signs))
    return rows


def examples(report: dict, syntax: Syntax) -> list[tuple[list[str], bool]]:
    """Return the evidence of each proposal of a report and whether it is a place."""
    if "places" in report:
        return worded(report, syntax)
    found, rows = list(proposals(syntax)), []
    use = Use(syntax, found)
    for one in found:
        start, end = syntax.tokens[one.first].start, syntax.tokens[one.last].end
        met = [gold for gold in report["toponyms"] if gold["start"] < end and start < gold["end"]]
        if met and met[0].get("lat") is None:
            continue
        signs = list(evidence(syntax, use, one))
        rows.append((signs, bool(met) and "a demonym" not in signs))
    return rows


def fit(rows: list[tuple[list[str], bool]], penalty: float = 5.0, steps: int = 1500) -> dict[str, float]:
    """Return the weight of each kind of evidence."""
    counts = Counter(sign for signs, _ in rows for sign in set(signs))
    names = sorted(name for name, count in counts.items() if count >= RAREST)
    column = {name: n for n, name in enumerate(names)}
    seen = np.zeros((len(rows), len(names)))
    for n, (signs, _) in enumerate(rows):
        seen[n, [column[sign] for sign in signs if sign in column]] = 1
    truth, weights, speed = np.array([label for _, label in rows], float), np.zeros(len(names)), np.zeros(len(names))
    for _ in range(steps):
        gradient = seen.T @ (1 / (1 + np.exp(-seen @ weights)) - truth) + penalty * weights
        speed = 0.9 * speed - 0.5 * gradient / len(rows)
        weights += speed
    return dict(zip(names, weights, strict=True))


def write(weights: dict[str, float]) -> None:
    """Write the weights, heaviest last."""
    lines = [f'"{name}",{weight:.2f}' for name, weight in sorted(weights.items()) if abs(weight) >= 0.05]
    WEIGHTS.write_text("\n".join(["evidence,weight", *lines]) + "\n", encoding="utf-8")


def main(paths: list[str]) -> None:
    """Fit and write."""
    reports = [json.loads(line) for path in paths for line in Path(path).read_text("utf-8").splitlines()]
    rows = [row for report in reports for row in examples(report, parse(report["text"]))]
    write(fit(rows))


if __name__ == "__main__":
    main(sys.argv[1:])
