"""Happened: one event of a report with all that its ids stand for, so that it can be read alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from sayso.model.attribution import Attribution
from sayso.model.claim import Claim
from sayso.model.codec import ReportHeader, header_of
from sayso.model.event import Event
from sayso.model.findings import Findings
from sayso.model.party import Party
from sayso.model.place import Place
from sayso.model.time import Time


class Happened(msgspec.Struct, frozen=True):
    """What happened, according to whom: an event of a report and every claim on it.

    ``attributions`` are those that the claims come from, and those inside which these stand; ``parties`` are all that
    event, claims and attributions name; ``place`` and ``time`` are the event's. Without an ``event`` the claims are on
    words that tell of none (``the group has changed``): then the first attribution holds these.
    """

    report: ReportHeader
    event: Event | None
    claims: tuple[Claim, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    parties: tuple[Party, ...] = ()
    place: Place | None = None
    time: Time | None = None

    def party(self, id: str | None) -> Party | None:
        """Return the party with this id, or ``None``."""
        return next((party for party in self.parties if party.id == id), None)

    def attribution(self, id: str | None) -> Attribution | None:
        """Return the attribution with this id, or ``None``."""
        return next((attribution for attribution in self.attributions if attribution.id == id), None)


def happened(findings: Findings) -> tuple[Happened, ...]:
    """Return the events of a report with the claims on them, in the order of the text."""
    claims: dict[str | None, list[Claim]] = {}
    for claim in findings.claims:
        claims.setdefault(claim.event, []).append(claim)
    ordered = sorted(findings.events, key=lambda event: (event.trigger.start, event.trigger.end))
    return tuple(_happened(findings, event, claims.get(event.id, [])) for event in ordered)


def contents(findings: Findings) -> tuple[Happened, ...]:
    """Return what is claimed and is no event, content by content, in the order of the text."""
    claims: dict[str, list[Claim]] = {}
    for claim in findings.claims:
        if claim.event is None:
            claims.setdefault(claim.attribution or f"\0{claim.id}", []).append(claim)
    return tuple(_happened(findings, None, group) for group in sorted(claims.values(), key=_where))


def _happened(findings: Findings, event: Event | None, claims: list[Claim]) -> Happened:
    """Join an event and its claims with what they name."""
    attributions = tuple(_nesting(findings, dict.fromkeys(claim.attribution for claim in claims)))
    named = set(_named(event, claims, attributions))
    return Happened(
        header_of(findings.report), event, tuple(claims), attributions,
        tuple(party for party in findings.parties if party.id in named),
        findings.place(event.place) if event else None, findings.time(event.time) if event else None,
    )  # fmt: skip


def _nesting(findings: Findings, ids: Iterable[str | None]) -> Iterator[Attribution]:
    """Yield the attributions of these ids, then those inside whose words they stand, each once."""
    seen, wanted = set[str | None](), list(ids)
    while wanted:
        found = [one for one in map(findings.attribution, wanted) if one and one.id not in seen]
        yield from found
        seen.update(one.id for one in found)
        wanted = list(dict.fromkeys(one.parent for one in found))


def _named(event: Event | None, claims: Iterable[Claim], attributions: Iterable[Attribution]) -> Iterator[str | None]:
    """Yield the ids of the parties that an event, its claims and their attributions name."""
    if event:
        yield from (*event.actors, *event.recipients)
        yield from (slot.id for slot in event.slots)
    for claim in claims:
        yield from claim.holder
    for attribution in attributions:
        references = (*attribution.via, *([attribution.addressee] if attribution.addressee else []))
        yield from (attribution.speaker, attribution.outlet, *(reference.party for reference in references))


def _where(claims: list[Claim]) -> int:
    """Return where the words of claims begin."""
    return min((span.start for claim in claims for span in claim.spans), default=0)
