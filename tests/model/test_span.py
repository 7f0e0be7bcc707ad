"""Spans count code points, end exclusive."""

from __future__ import annotations

from sayso.model import Span


def test_span_counts_code_points() -> None:
    assert Span.of("🔥 Doss", 2, 6) == Span(2, 6, "Doss")


def test_covers_and_overlaps() -> None:
    outer, inner, beside = Span(0, 10, ""), Span(2, 10, ""), Span(10, 12, "")
    assert (outer.covers(inner), inner.covers(outer), outer.overlaps(inner), outer.overlaps(beside)) == (
        True, False, True, False,
    )  # fmt: skip
