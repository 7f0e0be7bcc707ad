"""Whether events are held by the right ones, with the right factuality in their mouth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.evaluate.entities import Entities
from sayso.evaluate.happenings import REPORT, Gold, Happening
from sayso.evaluate.names import called
from sayso.model import Claim, Event, Factuality, Findings, PartyType

HAPPENED, NOT, UNCERTAIN = "happened", "not", "uncertain"
UNCONFIRMED = "reported, unconfirmed"
WAYS = {
    "happened": (HAPPENED,), "did not happen": (NOT,), "reported": (HAPPENED, UNCERTAIN),
    UNCONFIRMED: (HAPPENED, UNCERTAIN),
}  # fmt: skip
"""What is right for events that are held so; for all others, only that it is uncertain."""
AHEAD = frozenset({"planned", "threatened", "conditional", "possible"})


def way(factuality: Factuality) -> str:
    """Return which of three ways a factuality is: it certainly happened, certainly did not, or neither."""
    return {Factuality.CT_PLUS: HAPPENED, Factuality.CT_MINUS: NOT}.get(factuality, UNCERTAIN)


def ways(marked: Happening) -> tuple[str, ...]:
    """Return which of the three ways are right for a marked event.

    What is planned, threatened, conditional or possible is uncertain, however sure its holder is of it. Else the
    marked factuality decides, or, where none is marked, how it is held: what is only said to be reported may be
    certain in the mouth of its holder, or not.
    """
    if marked.held in AHEAD:
        return (UNCERTAIN,)
    return (way(marked.factuality),) if marked.factuality else WAYS[marked.held]


@dataclass(frozen=True, slots=True)
class Told:
    """How an event is told: whether by the marked holder, in which way, and whether the report stays out of it.

    ``way`` is ``None`` where the marked holder has no claim on it.
    """

    by_holder: bool
    way: str | None
    so: bool

    def pair(self, marked: Happening) -> tuple[str, str | None]:
        """Return the marked way, and the one that was found; of two that are right, the one that was found."""
        right = ways(marked)
        return (self.way if self.way in right else right[0]), (self.way if self.so else None)


class Holders:
    """Compares the holders of events in a report."""

    def __init__(self, gold: Gold, findings: Findings) -> None:
        """Take the gold of a report, and what was found in it."""
        self.gold, self.findings, self.entities = gold, findings, Entities(gold.entities)

    def told(self, marked: Happening, event: Event) -> Told:
        """Return how a marked event is told, as it was found."""
        claims = [claim for claim in self.findings.claims if claim.event == event.id]
        holder = self.gold.holder(marked)
        tellers = [claim for claim in claims if not _is_silent(claim)] or claims
        right = [claim for claim in tellers if self._is(holder, claim)]
        held = right or [claim for claim in claims if self._is(holder, claim)]
        return Told(bool(right), way(held[0].factuality) if held else None, _so(marked, claims))

    def _is(self, holder: str | None, claim: Claim) -> bool:
        """Whether the nearest holder of a claim is the marked one."""
        nearest = claim.holder[0] if claim.holder else None
        if REPORT in (holder, nearest):
            return holder == nearest
        party = self.findings.party(nearest)
        if holder is None:
            return party is None or party.type == PartyType.PEOPLE
        return self.entities.same(holder, called(party))


def _is_silent(claim: Claim) -> bool:
    """Whether a claim is the report's own, and commits it to nothing."""
    return claim.holder[:1] == (REPORT,) and claim.factuality in (Factuality.UU, Factuality.CT_U)


def _so(marked: Happening, claims: Sequence[Claim]) -> bool:
    """Whether the report does not vouch for what it marks as unconfirmed."""
    own = [claim for claim in claims if claim.holder[:1] == (REPORT,)]
    return marked.held != UNCONFIRMED or all(way(claim.factuality) == UNCERTAIN for claim in own)
