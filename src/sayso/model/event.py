"""Event: something told to have happened, be happening or be planned."""

from __future__ import annotations

import msgspec

from sayso.model.span import Span
from sayso.model.values import FigureKind, SlotName


class Figure(msgspec.Struct, frozen=True):
    """A number that an account gives: ``at least 29 killed`` has number 29, low 29 and no high.

    ``unit`` is what the number is counted in where that is no people: a currency (``USD``), ``km``, ``t``; ``of`` are
    the words for what is counted (``rebel fighters``).
    """

    what: FigureKind
    number: float | None
    low: float | None
    high: float | None
    span: Span
    unit: str | None = None
    of: Span | None = None


class Slot(msgspec.Struct, frozen=True):
    """The words of an event's own clause that fill one of its slots, and the id of what they stand for, if known."""

    slot: SlotName
    span: Span
    id: str | None = None


class Event(msgspec.Struct, frozen=True):
    """Something told to have happened: trigger, PLOVER type and mode, who, to whom, where, when, how many.

    ``slots`` show the words behind actors, recipients, place and time. ``background`` marks history told in passing.
    """

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
    slots: tuple[Slot, ...] = ()
    background: bool = False
