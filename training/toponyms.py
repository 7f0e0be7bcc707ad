"""Fits the weights of the evidence for toponyms (``src/sayso/read/toponym_weights.csv``).

    python training/toponyms.py REPORTS [REPORTS ...]

REPORTS are JSON lines ``{id, text, toponyms: [{start, end, lat?}]}`` such as LGL (Lieberman et al. 2010) and GeoVirus
(Gritta et al. 2018). Adjectives and demonyms, which LGL counts as toponyms, are taken as no places; a toponym without
coordinates is left out. Logistic regression with an L2 penalty, by gradient descent with numpy.
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

WEIGHTS = Path(__file__).parent.parent / "src/sayso/read/toponym_weights.csv"
RAREST = 5
"""Evidence seen less often than this is left out."""


def examples(report: dict, syntax: Syntax) -> list[tuple[list[str], bool]]:
    """Return the evidence of each proposal of a report and whether it is a place."""
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


def fit(rows: list[tuple[list[str], bool]], penalty: float = 1.0, steps: int = 4000) -> dict[str, float]:
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
