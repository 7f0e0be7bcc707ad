"""Figures: how many were killed, injured, detained, driven out; how much money; how far; each given to its event."""

from __future__ import annotations

import msgspec

from sayso.model import Figure, Report
from sayso.read.figure.attaching import attached
from sayso.read.figure.kinds import sites
from sayso.read.found import Found
from sayso.read.syntax import Syntax

MADE_BY = "figures/rules@1"


def find(report: Report, found: Found) -> Found:
    """Return ``found`` with the figures of each event: those that its own clause tells."""
    if not found.events:
        return found
    times = [time.span for time in found.times]
    free = [site for site in sites(found.syntax) if not any(site.figure.span.overlaps(span) for span in times)]
    given = attached(found.syntax, free, [event.trigger for event in found.events])
    events = (
        msgspec.structs.replace(event, figures=figures) if figures else event
        for event, figures in zip(found.events, given, strict=True)
    )
    return found.having(events=tuple(events))


def figures_in(syntax: Syntax) -> tuple[Figure, ...]:
    """Return all figures of a report, whether or not an event's clause tells them, in the order of the text."""
    return tuple(site.figure for site in sites(syntax))
