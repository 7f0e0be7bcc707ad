"""Speech: of each attribution its act, addressee, via, channel, outlet, time and place of saying, and condition."""

from __future__ import annotations

import msgspec

from sayso.model import Attribution, Reference, Report
from sayso.read.attribution import acts, channels, conditions, passing
from sayso.read.attribution.frame import Frame, frame_of
from sayso.read.found import Found

MADE_BY = "speech/rules@2"


def find(report: Report, found: Found) -> Found:
    """Return ``found`` with the circumstances of each attribution; what is passed on ``via`` another is folded in."""
    found = passing.folded(found)
    done: list[Attribution] = []
    for attribution in found.attributions:
        frame = frame_of(found, attribution)
        done.append(_told(found, attribution, frame, done))
    return found.having(attributions=tuple(done))


def _told(found: Found, attribution: Attribution, frame: Frame | None, before: list[Attribution]) -> Attribution:
    act = acts.act_of(found, attribution, frame)
    addressee = channels.addressee_of(found, attribution, frame, act)
    channel, outlet = channels.channel_of(found, attribution, frame, before)
    if earlier := channels.goes_on_from(attribution, frame, before):
        addressee = addressee or earlier.addressee
        channel, outlet = channel or earlier.channel, outlet or earlier.outlet
    addressee = _meant(found, attribution, addressee)
    return msgspec.structs.replace(
        attribution,
        speech_act=act,
        addressee=addressee,
        channel=channel,
        outlet=outlet or _outlet(found, addressee),
        said_on=channels.said_on(found, attribution, frame),
        said_at=channels.said_at(found, attribution, frame),
        condition=conditions.condition_of(found, attribution, act),
        deadline=conditions.deadline_of(found, attribution, act),
    )


HIM, ME = frozenset({"him", "her"}), frozenset({"me", "us"})


def _meant(found: Found, attribution: Attribution, addressee: Reference | None) -> Reference | None:
    """Give a pronoun inside someone's words its party: in ``Khan said that Doss had told him``, *him* is Khan."""
    outer = next((a for a in found.attributions if a.id == attribution.parent), None)
    if addressee is None or outer is None or outer.speaker in (None, attribution.speaker):
        return addressee
    pronouns = ME if outer.quote_type == "direct" else HIM
    if addressee.span.exact.lower() not in pronouns:
        return addressee
    return msgspec.structs.replace(addressee, party=outer.speaker)


def _outlet(found: Found, addressee: Reference | None) -> str | None:
    """What is told to an outlet is carried by it."""
    party = next((p for p in found.parties if addressee and p.id == addressee.party), None)
    return party.id if party is not None and party.type == "outlet" else None
