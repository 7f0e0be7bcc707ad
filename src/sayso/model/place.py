"""Place: somewhere that a report names."""

from __future__ import annotations

import msgspec

from sayso.model.span import Span
from sayso.model.values import PlacePrecision


class Place(msgspec.Struct, frozen=True):
    """A place that a report mentions, resolved to a gazetteer where it can be.

    ``geonameid`` and ``feature_code`` are GeoNames'; ``country`` is ISO 3166-1 alpha-3, ``admin1`` ISO 3166-2;
    ``lat`` and ``lon`` are degrees (WGS 84). A place that is not in the gazetteer has no coordinates, and
    ``reason`` says why.
    """

    id: str
    name: str
    geonameid: int | None = None
    feature_code: str | None = None
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: PlacePrecision | None = None
    mentions: tuple[Span, ...] = ()
    reason: str | None = None
    made_by: str = ""
