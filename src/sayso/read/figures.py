"""Figures: how many were killed, injured, detained, driven out; how much money; how far; each given to its event."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from sayso.model import Figure, FigureKind, Report, Span
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
    groups = [mention for party in found.parties if party.type == "armed_group" for mention in party.mentions]
    free = [
        site._replace(figure=_manned(site.figure, groups))
        for site in sites(found.syntax)
        if not any(site.figure.span.overlaps(span) for span in times)
    ]
    given = attached(found.syntax, free, [event.trigger for event in found.events])
    events = (
        msgspec.structs.replace(event, figures=figures) if figures else event
        for event, figures in zip(found.events, given, strict=True)
    )
    return found.having(events=tuple(events))


MEMBERS = ("members", "men", "supporters", "recruits", "loyalists")
OPEN_KINDS = frozenset({FigureKind.OTHER, FigureKind.CIVILIANS, FigureKind.DISPLACED})


def _manned(figure: Figure, groups: Sequence[Span]) -> Figure:
    """Count the members of an armed group as fighters, whatever they are called: ``Northern Front members``."""
    of = figure.of
    if of is None or figure.what not in OPEN_KINDS:
        return figure
    mention = next((group for group in groups if group.overlaps(of)), None)
    is_manned = mention is not None and (mention.end >= of.end or of.exact.lower().endswith(MEMBERS))
    return msgspec.structs.replace(figure, what=FigureKind.FIGHTERS) if is_manned else figure


def figures_in(syntax: Syntax) -> tuple[Figure, ...]:
    """Return all figures of a report, whether or not an event's clause tells them, in the order of the text."""
    return tuple(site.figure for site in sites(syntax))
