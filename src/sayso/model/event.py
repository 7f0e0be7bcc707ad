"""Event: something told to have happened, be happening or be planned."""

from __future__ import annotations

import msgspec

from sayso.model.span import Span
from sayso.model.values import FigureKind


class Figure(msgspec.Struct, frozen=True):
    """A number that an account gives: ``at least 29 killed`` has number 29, low 29 and no high."""

    what: FigureKind
    number: float | None
    low: float | None
    high: float | None
    span: Span


class Event(msgspec.Struct, frozen=True):
    """Something told to have happened: trigger, PLOVER type and mode, who, to whom, where, when, how many."""

    id: str
    trigger: Span
    type: str | None = None
    mode: str | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: str | None = None
    time: str | None = None
    figures: tuple[Figure, ...] = ()
    score: float = 1.0
    made_by: str = ""
