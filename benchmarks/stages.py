"""The time that each stage of reading takes, the syntax included."""

from __future__ import annotations

import time
from pathlib import Path

from benchmarks.texts import texts_of
from sayso.model import Report
from sayso.read.found import Found
from sayso.read.pipeline import STAGES
from sayso.read.syntax import parse


def stage_times(path: Path, published: str = "2019-10-17") -> dict[str, float]:
    """Return the seconds that each stage spends on the texts of a JSON-lines file, in the order of the stages."""
    spent = dict.fromkeys(("syntax", *(name for name, _ in STAGES)), 0.0)
    texts = texts_of(path)
    _read(texts[0], published, dict(spent))
    for text in texts:
        _read(text, published, spent)
    return spent


def _read(text: str, published: str, spent: dict[str, float]) -> None:
    report = Report.of("bench", text, published=published, language="en")
    started = time.perf_counter()
    found = Found(parse(report.text))
    spent["syntax"] += time.perf_counter() - started
    for name, find in STAGES:
        started = time.perf_counter()
        found = find(report, found)
        spent[name] += time.perf_counter() - started
