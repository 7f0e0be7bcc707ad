"""What a finding stands on, so that a judgement finds it again when the report is read anew.

Ids are not for that: another reading numbers its findings anew. The words alone are not enough for a claim, because
several holders make claims on the same words; there the nearest holder's name tells them apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sayso.model import Attribution, Claim, Event, Party, Place, Span
from sayso.record.names import fold
from sayso.record.rows import Finding, Kept


class Anchor(NamedTuple):
    """Where a finding's chief words begin and end, and in whose voice a claim is made (folded; else ``None``)."""

    start: int
    end: int
    voice: str | None = None


def anchors(findings: Iterable[Kept]) -> Iterator[tuple[Kept, Anchor]]:
    """Yield the findings of a reading that stand on words, each with its anchor."""
    found = list(findings)
    known = {id: one.finding for one in found if (id := getattr(one.finding, "id", None))}
    for one in found:
        if span := _words(one.finding, known):
            voice = _voice(one.finding, known) if isinstance(one.finding, Claim) else None
            yield one, Anchor(span.start, span.end, voice)


def _words(finding: Finding | None, known: dict[str, Finding]) -> Span | None:
    """Return the words that a finding chiefly stands on.

    They are an attribution's content, a party's first mention, an event's trigger. A claim stands on the words of what
    it is about, because a stage may cut its own words another way.
    """
    if isinstance(finding, Attribution):
        return next(iter(finding.content or finding.cue), finding.source)
    if isinstance(finding, Party | Place):
        return next(iter(finding.mentions), None)
    if isinstance(finding, Event):
        return finding.trigger
    if isinstance(finding, Claim):
        about = known.get(finding.event or finding.attribution or "")
        return _words(about, known) if about else next(iter(finding.spans), None)
    return finding.span if finding else None


def _voice(claim: Claim, known: dict[str, Finding]) -> str:
    """Return the name of a claim's nearest holder: ``report`` for the report itself, empty for someone unnamed."""
    nearest = next(iter(claim.holder), None)
    party = known.get(nearest or "")
    return fold(party.name) if isinstance(party, Party) else nearest or ""
