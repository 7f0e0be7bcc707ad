"""Commitments: what speakers bound themselves to do or wanted of another, on what condition and by when.

What became of one is a person's to say: nothing here sets an outcome.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from sayso.model import (
    Attribution,
    Commitment,
    Condition,
    Findings,
    MatterKind,
    Outcome,
    Reference,
    SpeechAct,
    Status,
    Time,
)
from sayso.model.codec import header_of

ACTS = (SpeechAct.PROMISE, SpeechAct.THREATEN, SpeechAct.DEMAND, SpeechAct.REQUEST, SpeechAct.CONCEDE)
"""The speech acts that bind the speaker, or ask something of another."""
DAY = len("2021-08-24")
Clock = Literal["said_on", "published"]


class Stretch(msgspec.Struct, frozen=True):
    """Words of a report, with the report's id beside their place in its text."""

    report: str
    start: int
    end: int
    exact: str


class PledgeSide(msgspec.Struct, frozen=True):
    """The one side of a commitment: the claims that come from its words, who holds them, where and when."""

    claims: tuple[str, ...]
    holders: tuple[str, ...]
    reports: tuple[str, ...]
    spans: tuple[Stretch, ...]
    said_on: tuple[str | None, ...]


class Pledge(msgspec.Struct, frozen=True):
    """A commitment in the shape in which matters are printed, and below it what only a commitment has."""

    id: str
    about: str
    kind: MatterKind
    field: str | None
    why: str
    sides: tuple[PledgeSide, ...]
    score: float
    status: Status
    made_by: str
    attribution: str
    act: SpeechAct
    speaker: str | None
    addressee: Reference | None
    condition: Condition | None
    deadline: Time | None
    past_deadline: bool | None
    outcome: Outcome


def commitments(
    findings: Findings, *, as_of: str | None = None, conditional: bool = False
) -> tuple[Commitment, ...]:  # fmt: skip
    """Return the commitments of a report, in the order of the text.

    ``as_of`` is the day (ISO 8601) on which a deadline is looked at. With ``conditional``, whatever else has a
    condition is given too, such as a warning.
    """
    found = [
        one for one in findings.attributions if one.speech_act in ACTS or (conditional and one.condition is not None)
    ]
    return tuple(_commitment(one, findings, as_of) for one in sorted(found, key=_where))


def _commitment(attribution: Attribution, findings: Findings, as_of: str | None) -> Commitment:
    deadline = findings.time(attribution.deadline)
    return Commitment(
        report=header_of(findings.report),
        attribution=attribution,
        speaker=findings.party(attribution.speaker),
        addressee=findings.party(attribution.addressee.party) if attribution.addressee else None,
        said_on=findings.time(attribution.said_on),
        deadline=deadline,
        claims=tuple(claim.id for claim in findings.claims if claim.attribution == attribution.id),
        past_deadline=_is_past(deadline, as_of),
    )


def _where(attribution: Attribution) -> int:
    return min((span.start for span in (*attribution.content, *attribution.cue)), default=0)


def _is_past(deadline: Time | None, as_of: str | None) -> bool | None:
    """Whether a deadline's last day lies before a day; ``None`` where one of the two is not known."""
    if as_of is None or deadline is None or not deadline.latest:
        return None
    return deadline.latest[:DAY] < as_of


def said(commitment: Commitment) -> tuple[str, str, Clock] | None:
    """Return the first and the last day on which it can have been said, and by which clock; ``None`` if undated.

    Where no words say when it was, it is the day of publication: it was said then or before. Days are strings to
    compare (``2021-08-24``); that of an open end sorts before or behind every other.
    """
    time, published = commitment.said_on, commitment.report.published
    if time and (time.earliest or time.latest):
        return (time.earliest or "")[:DAY], (time.latest or "9")[:DAY], "said_on"
    return (published[:DAY], published[:DAY].ljust(DAY, "9"), "published") if published else None


def pledge(commitment: Commitment) -> Pledge:
    """Return a commitment as it is printed to other programs."""
    attribution, report = commitment.attribution, commitment.report.id
    return Pledge(
        id=f"{report}:{attribution.id}",
        about=" … ".join(" ".join(span.exact.split()) for span in attribution.content),
        kind=MatterKind.COMMITMENT,
        field=None,
        why=why(commitment),
        sides=(_side(commitment),),
        score=attribution.score,
        status=Status.MACHINE,
        made_by=attribution.made_by,
        attribution=attribution.id,
        act=attribution.speech_act,
        speaker=commitment.speaker.name if commitment.speaker else None,
        addressee=attribution.addressee,
        condition=attribution.condition,
        deadline=commitment.deadline,
        past_deadline=commitment.past_deadline,
        outcome=commitment.outcome,
    )


def _side(commitment: Commitment) -> PledgeSide:
    report = commitment.report.id
    spans = (Stretch(report, span.start, span.end, span.exact) for span in commitment.attribution.content)
    said_on = commitment.said_on.value if commitment.said_on else None
    return PledgeSide(commitment.claims, (_holder(commitment),), (report,), tuple(spans), (said_on,))


def _holder(commitment: Commitment) -> str:
    """Return who speaks, or the words that stand for someone unnamed."""
    source = commitment.attribution.source
    name = commitment.speaker.name if commitment.speaker else source.exact if source else "someone not named"
    return " ".join(name.split())


NOUNS = {act: act.replace("_", " ") for act in SpeechAct} | {
    SpeechAct.THREATEN: "threat", SpeechAct.CONCEDE: "concession", SpeechAct.WARN: "warning",
    SpeechAct.ASSERT: "assertion", SpeechAct.EXPECT: "expectation", SpeechAct.ACCUSE: "accusation",
    SpeechAct.DENY: "denial", SpeechAct.REFUSE: "refusal", SpeechAct.ACKNOWLEDGE: "acknowledgement",
}  # fmt: skip
"""Each speech act as a noun."""


def why(commitment: Commitment) -> str:
    """Return one sentence that says what kind of commitment it is and how it stands."""
    attribution, deadline = commitment.attribution, commitment.deadline
    condition = ", on a condition" if attribution.condition else ""
    due = f", due by {deadline.latest or deadline.value or deadline.span.exact}" if deadline else ""
    past = "past its deadline, still " if commitment.past_deadline else ""
    return f"{_holder(commitment)}: {NOUNS[attribution.speech_act]}{condition}{due}; {past}{commitment.outcome}."

