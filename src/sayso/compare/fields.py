"""Two claims of events, field by field: who, to whom, where, when, how many, and whether it happened."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.compare.propositions import Proposition
from sayso.compare.words import stem
from sayso.model import Comparison, Event, Factuality, Figure, Findings

AGREES, ADDS, VAGUE, CONTRADICTS, SILENT = "agrees", "adds", "vague", "contradicts", "silent"
SIGN = {"+": 1, "-": -1, "u": 0}


def sign(factuality: Factuality) -> int:
    """Return 1 where the holder says it is so, -1 where it is not so, 0 where the words do not say."""
    return SIGN[factuality[-1]]


def compared(one: Proposition, other: Proposition) -> tuple[Comparison, ...]:
    """Return how two claims compare, in each field in which at least one of them says something."""
    pairs = ((field, relation) for field, relation in relations(one, other) if relation != SILENT)
    return tuple(Comparison(one.claim.id, other.claim.id, field, relation) for field, relation in pairs)


def relations(one: Proposition, other: Proposition) -> Iterator[tuple[str, str]]:
    """Yield each field with how the two claims compare in it (a comparison word)."""
    yield "factuality", factuality(one.claim.factuality, other.claim.factuality)
    if one.event is None or other.event is None:
        return
    first, second = one.event, other.event
    yield "type", _named({first.type} - {None}, {second.type} - {None})
    yield "actor", _named(_parties(one, first.actors), _parties(other, second.actors))
    yield "recipient", _named(_parties(one, first.recipients), _parties(other, second.recipients))
    yield "place", _named(_place(one.findings, first), _place(other.findings, second))
    yield "time", _time(one.findings, first, other.findings, second)
    yield "figures", _figures(first.figures, second.figures)


def factuality(one: Factuality, other: Factuality) -> str:
    """Return how two values of factuality compare: yes and no contradict, a surer one is more exact."""
    if one == other:
        return AGREES
    if sign(one) * sign(other) < 0:
        return CONTRADICTS
    return VAGUE


def _named(one: set[str | None] | set[str], other: set[str | None] | set[str]) -> str:
    """Compare what stands in one slot: names, in any number."""
    if not one or not other:
        return ADDS if other else SILENT
    return AGREES if one & other else CONTRADICTS


def _parties(one: Proposition, ids: tuple[str, ...]) -> set[str]:
    parties = (one.findings.party(id) for id in ids)
    return {party.name.lower() for party in parties if party}


def _place(findings: Findings, event: Event) -> set[str]:
    place = findings.place(event.place)
    return {str(place.geonameid or place.name.lower())} if place else set()


def _time(one: Findings, first: Event, other: Findings, second: Event) -> str:
    """Compare two times: apart, the same, or one inside the other."""
    times = (one.time(first.time), other.time(second.time))
    if times[0] is None or times[1] is None:
        return ADDS if times[1] else SILENT
    bounds = [(time.earliest, time.latest) for time in times if time]
    (start, end), (from_, until) = bounds
    if None in (start, end, from_, until):
        return AGREES if times[0].value == times[1].value else VAGUE
    if bounds[0] == bounds[1]:
        return AGREES
    return VAGUE if str(start) <= str(until) and str(from_) <= str(end) else CONTRADICTS


def _figures(one: tuple[Figure, ...], other: tuple[Figure, ...]) -> str:
    """Compare the numbers of the same kinds."""
    pairs = list(same_kind(one, other))
    if not pairs:
        return ADDS if other and not one else SILENT
    if any(apart(a, b) for a, b in pairs):
        return CONTRADICTS
    return AGREES if all((a.low, a.high) == (b.low, b.high) for a, b in pairs) else VAGUE


def same_kind(one: tuple[Figure, ...], other: tuple[Figure, ...]) -> Iterator[tuple[Figure, Figure]]:
    """Yield each two numbers that count the same, in the same unit."""
    for first in one:
        yield from ((first, second) for second in other if _counts(first) == _counts(second))


def _counts(figure: Figure) -> tuple[str, str | None, str]:
    """Return what a number counts, with its words where the kind says little."""
    of = figure.of.exact.lower().split() if figure.of and figure.what == "other" else []
    return figure.what, figure.unit, stem(of[-1]) if of else ""


def apart(one: Figure, other: Figure) -> bool:
    """Whether two numbers cannot both be true: their ranges do not meet."""
    bounds = [(figure.low, figure.high) for figure in (one, other)]
    if any(low is None and high is None for low, high in bounds):
        return False
    (low, high), (least, most) = bounds
    return (high is not None and least is not None and high < least) or (
        most is not None and low is not None and most < low
    )
