"""Span: the words in a report that an item points at."""

from __future__ import annotations

import msgspec


class Span(msgspec.Struct, frozen=True, order=True):
    """Words in a report's text: ``text[start:end] == exact``.

    ``start`` and ``end`` are code points into the report's working text, 0-based, end exclusive
    (W3C TextPositionSelector); ``exact`` is the words themselves (TextQuoteSelector).
    """

    start: int
    end: int
    exact: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """Return the span of ``text`` from ``start`` to ``end``."""
        return cls(start, end, text[start:end])

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end
