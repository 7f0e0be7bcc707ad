"""How well places are recognised and resolved, as in Gritta et al. 2020 ("A pragmatic guide to geoparsing evaluation").

Precision, recall and F1 over all toponyms of all reports; each mention of a place counts.

- ``end_to_end``: a mention meets a marked toponym, and its place lies within 161 km (100 miles) of the marked one.
  Precision is over the mentions that were given coordinates. The main figure.
- ``recognition``: a mention meets a marked toponym: they share a code point, one to one, the one with most in common
  first.
- ``recognition_strict``: the spans are the same.
- ``within_161_km``: of the mentions that meet a toponym, the share within 161 km; one without coordinates is not.

A mention that meets only a toponym without coordinates is neither right nor wrong. The gold is JSON lines with
``toponyms``. A toponym whose span does not hold its phrase is moved to the nearest place that does, or else left out;
one of the type ``Non_Toponym`` (GeoWebNews) is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

import msgspec

from sayso.evaluate.counts import NOTHING, Counts, Tally
from sayso.evaluate.gold import Marked, decoded
from sayso.evaluate.matching import Range, pairs, shared
from sayso.model import Place

SHAPE = '{"id", "text", "toponyms": [{"start", "end", "phrase", "lat", "lon"}]}'
NEAR = 161
"""Kilometres within which a place counts as the right one."""
RADIUS = 6371.0
"""Of the earth, in kilometres."""
Point = tuple[float, float]
"""Latitude and longitude in degrees."""


class Toponym(msgspec.Struct, frozen=True):
    """A marked toponym: where it stands, its words, and where on earth it is, if that is known."""

    start: int
    end: int
    phrase: str
    lat: float | None = None
    lon: float | None = None
    type: str | None = None


class Gold(Marked, frozen=True):
    """A report with the toponyms that people marked in it."""

    toponyms: tuple[Toponym, ...]


@dataclass(frozen=True, slots=True)
class Score(Tally):
    """The counts of each figure."""

    end_to_end: Counts = NOTHING
    recognition: Counts = NOTHING
    recognition_strict: Counts = NOTHING
    within_161_km: Counts = NOTHING


def gold_of(line: bytes | str) -> Gold:
    """Return a line of a gold file. Raises ``BadLine`` where it has another shape."""
    return decoded(line, Gold, SHAPE)


def score(gold: Gold, places: Iterable[Place]) -> Score:
    """Return how the places that were found in ``gold.text`` agree with the marked ones."""
    toponyms = _located(gold)
    marked = [(span, point) for span, point in toponyms.items() if point]
    vague = [span for span, point in toponyms.items() if not point]
    found = [*{(span.start, span.end): _point(place) for place in places for span in place.mentions}.items()]
    met = pairs(marked, found, lambda one, other: shared(one[0], other[0]))
    meeting = {j for _, j in met}
    counted = [
        (span, point)
        for j, (span, point) in enumerate(found)
        if j in meeting or not any(shared(span, other) for other in vague)
    ]
    near = sum(_near(marked[i][1], found[j][1]) for i, j in met)
    resolved = sum(point is not None for _, point in counted)
    strict = len({span for span, _ in marked} & {span for span, _ in found})
    return Score(
        end_to_end=Counts(near, resolved, len(marked)),
        recognition=Counts(len(met), len(counted), len(marked)),
        recognition_strict=Counts(strict, len(counted), len(marked)),
        within_161_km=Counts(near, len(met), len(met)),
    )


def _located(gold: Gold) -> dict[Range, Point | None]:
    """Return the toponyms by where they stand, each with where on earth it is."""
    located: dict[Range, Point | None] = {}
    for toponym in gold.toponyms:
        span = _span(toponym, gold.text)
        if span and toponym.type != "Non_Toponym":
            located[span] = located.get(span) or _point(toponym)
    return located


def _span(toponym: Toponym, text: str) -> Range | None:
    """Return where the words of a toponym stand; ``None`` where the text does not have them."""
    if text[toponym.start : toponym.end] == toponym.phrase:
        return toponym.start, toponym.end
    starts = [match.start() for match in re.finditer(re.escape(toponym.phrase), text)]
    start = min(starts, key=lambda start: abs(start - toponym.start), default=None)
    return None if start is None else (start, start + len(toponym.phrase))


def _point(place: Place | Toponym) -> Point | None:
    return None if place.lat is None or place.lon is None else (place.lat, place.lon)


def _near(one: Point | None, other: Point | None) -> bool:
    return one is not None and other is not None and kilometres(one, other) <= NEAR


def kilometres(one: Point, other: Point) -> float:
    """Return the great-circle distance of two points, in kilometres (haversine formula)."""
    (lat, lon), (other_lat, other_lon) = (tuple(map(radians, point)) for point in (one, other))
    half = sin((other_lat - lat) / 2) ** 2 + cos(lat) * cos(other_lat) * sin((other_lon - lon) / 2) ** 2
    return 2 * RADIUS * asin(sqrt(min(1.0, half)))
