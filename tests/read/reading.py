"""For tests of reading: short texts read whole, and what was found in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from sayso.model import Attribution, Findings, Report
from sayso.read import pipeline


@lru_cache(maxsize=256)
def read(text: str, published: str | None = "2021-08-26") -> Findings:
    return pipeline.read(Report.of("r", text, published=published, language="en"))


@dataclass(frozen=True)
class Said:
    """An attribution in plain words: source, cue, content pieces, and the speaker's name."""

    source: str | None
    cue: str
    content: tuple[str, ...]
    speaker: str | None


def said(text: str) -> list[Said]:
    findings = read(text)
    return [_plain(findings, attribution) for attribution in findings.attributions]


def only(text: str) -> Attribution:
    """The one attribution of a text."""
    (attribution,) = read(text).attributions
    return attribution


def _plain(findings: Findings, attribution: Attribution) -> Said:
    party = findings.party(attribution.speaker)
    return Said(
        attribution.source.exact if attribution.source else None,
        " ".join(span.exact for span in attribution.cue),
        tuple(span.exact for span in attribution.content),
        party.name if party else None,
    )
