"""Found: what the stages have found so far; handed from stage to stage and never changed in place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from sayso.model import Attribution, Claim, Event, Findings, Party, Place, Report, Time, Unresolved
from sayso.read.syntax import Syntax


@dataclass(frozen=True, slots=True)
class Found:
    """What has been found in a report, stage by stage; a stage returns a new one with its own part filled in."""

    syntax: Syntax
    parties: tuple[Party, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()

    def having(self, **parts: Any) -> Found:
        """Return a copy with these parts replaced."""
        return replace(self, **parts)

    def findings(self, report: Report) -> Findings:
        """Return the findings of ``report`` without the syntax."""
        return Findings(
            report,
            self.parties,
            self.places,
            self.times,
            self.attributions,
            self.events,
            self.claims,
            self.unresolved,
        )


Stage = Callable[[Report, Found], Found]
"""A stage's ``find``: it never changes what it was given and never fails a report."""
