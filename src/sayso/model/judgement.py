"""Judgement: what a person decided on an item."""

from __future__ import annotations

import msgspec

from sayso.model.values import Status


class Judgement(msgspec.Struct, frozen=True):
    """What a person decided on an item: who, when (ISO 8601, UTC), why, and the correction if there is one.

    ``merged_into`` names the item that a merged one went into; ``split_into`` the items that it was split into.
    """

    item: str
    status: Status
    person: str
    decided: str
    why: str | None = None
    correction: str | None = None
    merged_into: str | None = None
    split_into: tuple[str, ...] = ()
