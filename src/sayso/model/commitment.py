"""Commitment: a promise, threat, demand, request or concession, and what became of it."""

from __future__ import annotations

import msgspec

from sayso.model.attribution import Attribution
from sayso.model.codec import ReportHeader
from sayso.model.party import Party
from sayso.model.time import Time
from sayso.model.values import Outcome


class Commitment(msgspec.Struct, frozen=True):
    """What someone bound themselves to do, or wanted of another: who, to whom, what, on what condition, by when.

    ``attribution`` has the words, the speech act and the condition. ``claims`` are the ids of the claims that come from
    it. ``outcome`` is ``open`` until a person sets another. ``past_deadline`` says whether the deadline lay before the
    day that was asked for; ``None`` where there is no such day or no deadline with a date.
    """

    report: ReportHeader
    attribution: Attribution
    speaker: Party | None = None
    addressee: Party | None = None
    said_on: Time | None = None
    deadline: Time | None = None
    claims: tuple[str, ...] = ()
    outcome: Outcome = Outcome.OPEN
    past_deadline: bool | None = None
