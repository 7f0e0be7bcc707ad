"""Fit the scores of attributions on reports kept from training, and say how well they are fitted.

    python -m training.reader.calibrate CACHE RUN WEIGHTS

The labels.json of ``WEIGHTS`` gets the coefficients of a logistic curve (Platt 1999) over what the heads say of a link;
right is a link that shares half of its content's words and half of its source's with the gold's. Printed are F1 by the
least score that is told, and a reliability table with its expected calibration error (Guo et al. 2017), both with
curves fitted on the other half of the reports.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.read.attribution.draft import share
from sayso.read.attribution.learnt import Candidate, candidates, features
from sayso.read.encoder.links import links
from sayso.read.encoder.network import Network
from sayso.read.encoder.pieces import Word
from training.reader.batches import load
from training.reader.examples import Example

Floats = NDArray[np.float64]
MARKS = frozenset({"``", "''", ",", ".", ":", "-LRB-", "-RRB-", "HYPH", "NFP"})
RIDGE = 1e-2
REPORTS = 6.0
"""How much a candidate of the conflict reports counts: they are few, and nearer to what sayso is for. Of PolNeAR, what
stands inside another's content counts nothing, since it is not marked there."""
CORPORA = ("polnear_train", "reports_train")


@dataclass
class Judged:
    """A candidate of a report, and whether it is right; the corpus says whether nested ones are marked in it."""

    report: str
    corpus: str
    candidate: Candidate
    right: bool


def judged(net: Network, example: Example) -> list[Judged]:
    """Return the candidates of an example, matched with its gold one to one, the best overlap first."""
    words = [Word(*one) for one in zip(example.pieces, example.shapes, strict=True)]
    found = candidates(links(net, net.read(words, frozenset())))
    plain = frozenset(i for i, tag in enumerate(example.tags) if tag not in MARKS)
    pairs = []
    for n, one in enumerate(found):
        source = frozenset(range(*one.link.source)) if one.link.source else frozenset()
        for m, told in enumerate(example.told or ()):
            overlap = share(one.told & plain, told.content & plain)
            same = share(source & plain, told.source & plain) >= 0.5 or not (source or told.source)
            if overlap >= 0.5 and same:
                pairs.append((-overlap, n, m))
    mine, theirs = set[int](), set[int]()
    for _, n, m in sorted(pairs):
        if n not in mine and m not in theirs:
            mine.add(n)
            theirs.add(m)
    return [Judged(example.id, example.corpus, one, n in mine) for n, one in enumerate(found)]


def fit(x: Floats, y: Floats, weight: Floats) -> Floats:
    """Return the coefficients of a logistic curve over weighted candidates, by Newton's method with a small ridge."""
    w = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (weight * (p - y)) + RIDGE * w
        curvature = (x * (weight * p * (1 - p))[:, None]).T @ x + RIDGE * np.eye(len(w))
        w -= np.linalg.solve(curvature, gradient)
    return w


def crossed(all_judged: list[Judged], x: Floats, y: Floats, weight: Floats) -> Floats:
    """Return scores of each candidate by a curve fitted on the other half of the reports."""
    half = np.array([hash_half(one.report) for one in all_judged])
    scores = np.zeros(len(y))
    for side in (0, 1):
        w = fit(x[half != side], y[half != side], weight[half != side])
        scores[half == side] = 1 / (1 + np.exp(-x[half == side] @ w))
    return scores


def hash_half(id: str) -> int:
    """Return 0 or 1 by the sum of an id's characters."""
    return sum(map(ord, id)) % 2


def report(name: str, scores: Floats, y: Floats, marked: int) -> None:
    """Print F1 by least score, and the reliability of the scores."""
    print(f"{name}: {len(y)} candidates, {marked} marked")
    for least in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5):
        kept = scores >= least
        p, r = y[kept].mean(), y[kept].sum() / marked
        print(f"  score >= {least:.2f}: P {100 * p:.1f} R {100 * r:.1f} F1 {200 * p * r / (p + r):.1f}")
    error = 0.0
    for low in np.arange(0, 1, 0.1):
        inside = (scores >= low) & (scores < low + 0.1)
        if inside.any():
            error += inside.mean() * abs(scores[inside].mean() - y[inside].mean())
            print(f"  {low:.1f}: {inside.sum():5d} mean score {scores[inside].mean():.2f} right {y[inside].mean():.2f}")
    print(f"  expected calibration error {100 * error:.1f}")


def main() -> None:
    """Fit, print, and write the coefficients."""
    cache, run, weights = map(Path, sys.argv[1:4])
    config = json.loads((run / "labels.json").read_text())["config"]
    net = Network(weights)
    examples = [e for name in CORPORA for e in load(cache, name, config["held_out"][name] or 5, held=True)]
    found = [one for example in examples for one in judged(net, example)]
    x = np.array([features(one.candidate) for one in found])
    y = np.array([float(one.right) for one in found])
    usable = np.array([REPORTS if one.corpus == "reports" else float(not one.candidate.nested) for one in found])
    scores = crossed(found, x, y, usable)
    for corpus in ("polnear", "reports"):
        mine = np.array([one.corpus == corpus for one in found])
        marked = sum(len(e.told or ()) for e in examples if e.corpus == corpus)
        report(corpus, scores[mine], y[mine], marked)
    path = weights / "labels.json"
    labels = json.loads(path.read_text()) | {"calibration": [round(float(v), 4) for v in fit(x, y, usable)]}
    path.write_text(json.dumps(labels, indent=1) + "\n")


if __name__ == "__main__":
    main()
