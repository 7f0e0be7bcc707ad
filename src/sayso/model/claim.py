"""Claim: one holder's version of one proposition."""

from __future__ import annotations

import msgspec

from sayso.model.span import Span
from sayso.model.values import Basis, Factuality


class Claim(msgspec.Struct, frozen=True):
    """One holder's version of one proposition, with its factuality in that holder's mouth.

    ``holder`` is the chain of party ids, nearest holder first and the outlet last; ``"report"`` stands for the
    report's own voice and ``None`` for someone unnamed.
    """

    id: str
    holder: tuple[str | None, ...]
    factuality: Factuality
    basis: Basis
    event: str | None = None
    attribution: str | None = None
    spans: tuple[Span, ...] = ()
    made_by: str = ""
