"""Events with coordinates as GeoJSON (RFC 7946), for a map: one feature for each claim about an event.

A point is that of the event's place in the gazetteer; ``precision`` says how large the place is, so that the middle of
a province is not taken for a spot. Two holders of one event are two features on one point, told apart by ``holder``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from sayso.export.told_events import ToldClaim, ToldEvent, tell_events
from sayso.model import Basis, Factuality, Findings, Place, PlacePrecision, Report, Status

OPENING, BETWEEN, CLOSING = b'{"type":"FeatureCollection","features":[\n', b",\n", b"\n]}\n"


class Point(msgspec.Struct, frozen=True, tag_field="type", tag="Point"):
    """A point: longitude, then latitude, in degrees (WGS 84)."""

    coordinates: tuple[float, float]


class Properties(msgspec.Struct, frozen=True):
    """What a map shows of a claim about an event; all of it flat, as programs for maps want it."""

    report: str
    event: str
    claim: str | None
    outlet: str | None
    published: str | None
    type: str | None
    mode: str | None
    trigger: str
    words: str
    actors: str | None
    recipients: str | None
    date: str | None
    enddate: str | None
    place: str
    country: str | None
    precision: PlacePrecision | None
    figures: str | None
    holder: str | None
    factuality: Factuality | None
    certainty: str | None
    basis: Basis | None
    background: bool
    score: float
    made_by: str
    status: Status = Status.MACHINE


class Feature(msgspec.Struct, frozen=True, tag_field="type", tag="Feature"):
    """One holder's version of one event, on the map."""

    id: str
    geometry: Point
    properties: Properties


def features(findings: Findings) -> Iterator[Feature]:
    """Yield a feature for each claim about an event of a report that has coordinates, in the order of the text."""
    for told in tell_events(findings):
        place, point = told.place, _point(told)
        if place and point:
            for held in told.held or (None,):
                properties = _properties(told, held, place, findings.report)
                ids = (findings.report.id, told.event.id, properties.claim)
                yield Feature("-".join(id for id in ids if id), point, properties)


def unplaced(findings: Findings) -> int:
    """Return how many events of a report have no coordinates, and so no feature."""
    return sum(_point(told) is None for told in tell_events(findings))


def collection(reports: Iterable[Findings]) -> Iterator[bytes]:
    """Yield a feature collection piece by piece: the events of all reports."""
    yield OPENING
    between = b""
    for findings in reports:
        for feature in features(findings):
            yield between + msgspec.json.encode(feature)
            between = BETWEEN
    yield CLOSING


def _point(told: ToldEvent) -> Point | None:
    place = told.place
    if place is None or place.lat is None or place.lon is None:
        return None
    return Point((place.lon, place.lat))


def _properties(told: ToldEvent, held: ToldClaim | None, place: Place, report: Report) -> Properties:
    event, (first, last), claim = told.event, told.dates, held.claim if held else None
    return Properties(
        report=report.id, event=event.id, claim=claim.id if claim else None,
        outlet=report.outlet, published=report.published,
        type=event.type, mode=event.mode, trigger=event.trigger.exact, words="".join(told.clause),
        actors="; ".join(told.actors) or None, recipients="; ".join(told.recipients) or None,
        date=first, enddate=last, place=place.name, country=place.country, precision=place.precision,
        figures="; ".join(told.figures) or None,
        holder=held.holder if held else None, certainty=held.certainty if held else None,
        factuality=claim.factuality if claim else None, basis=claim.basis if claim else None,
        background=event.background, score=round(event.score, 4), made_by=event.made_by,
    )  # fmt: skip
