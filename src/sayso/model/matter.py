"""Matter and Comparison: the claims about one thing, and how they stand to one another."""

from __future__ import annotations

import msgspec

from sayso.model.span import Span
from sayso.model.values import MatterKind, Status


class SideSpan(msgspec.Struct, frozen=True):
    """A span with the id of the report in which it stands."""

    report: str
    span: Span


class Side(msgspec.Struct, frozen=True):
    """One side of a matter: the claims that stand together, who holds them, where and when they were said."""

    claims: tuple[str, ...]
    holders: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    spans: tuple[SideSpan, ...] = ()
    said_on: tuple[str | None, ...] = ()


class Comparison(msgspec.Struct, frozen=True):
    """Two claims of a matter (their ids), one field, and how they stand: a word of the comparison list."""

    first: str
    second: str
    field: str
    relation: str


class Matter(msgspec.Struct, frozen=True):
    """The claims about one thing, from one or many reports, and in what way they differ or agree."""

    id: str
    about: str
    kind: MatterKind
    field: str | None
    why: str
    sides: tuple[Side, ...]
    comparisons: tuple[Comparison, ...] = ()
    score: float = 1.0
    status: Status = Status.MACHINE
    made_by: str = ""
