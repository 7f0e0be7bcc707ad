"""Findings: what reading a report found."""

from __future__ import annotations

import msgspec

from sayso.model.attribution import Attribution
from sayso.model.claim import Claim
from sayso.model.drawing import html_of
from sayso.model.event import Event
from sayso.model.party import Party
from sayso.model.place import Place
from sayso.model.report import Report
from sayso.model.span import Span
from sayso.model.time import Time


class Unresolved(msgspec.Struct, frozen=True):
    """What a stage could not resolve, where, and why."""

    stage: str
    span: Span | None
    reason: str


class Findings(msgspec.Struct, frozen=True):
    """Everything that reading one report found. Ids are unique within the report."""

    report: Report
    parties: tuple[Party, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()

    def party(self, id: str | None) -> Party | None:
        """Return the party with this id, or ``None``."""
        return next((party for party in self.parties if party.id == id), None)

    def place(self, id: str | None) -> Place | None:
        """Return the place with this id, or ``None``."""
        return next((place for place in self.places if place.id == id), None)

    def time(self, id: str | None) -> Time | None:
        """Return the time with this id, or ``None``."""
        return next((time for time in self.times if time.id == id), None)

    def attribution(self, id: str | None) -> Attribution | None:
        """Return the attribution with this id, or ``None``."""
        return next((attribution for attribution in self.attributions if attribution.id == id), None)

    def __repr__(self) -> str:
        """Name the report and count what was found in it; the whole would fill the screen."""
        counts = ", ".join(f"{len(getattr(self, name))} {name}" for name in self.__struct_fields__[1:])
        return f"<Findings in {self.report!r}: {counts}>"

    def _repr_html_(self) -> str | None:
        return html_of(self)
