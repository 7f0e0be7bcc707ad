"""Passing on: ``he said, according to CNN`` is his statement, via CNN, not a second statement of CNN's."""

from __future__ import annotations

import msgspec

from sayso.model import Attribution, PartyType, Reference, Span
from sayso.read.found import Found


def folded(found: Found) -> Found:
    """Return ``found`` with each ``according to`` that only passes on other attributions folded into their ``via``."""
    carriers = [a for a in found.attributions if a.cue and a.cue[0].exact.lower() == "according to"]
    kept = list(found.attributions)
    for carrier in carriers:
        passed = [a for a in kept if a is not carrier and a.source and _passes(carrier, a, found)]
        passed += [a for a in kept if any(_goes_on(a, one, carrier) for one in passed) and a not in passed]
        if passed and carrier.source:
            via = Reference(carrier.source, carrier.speaker)
            kept = [_with_via(a, via, carrier) if a in passed else a for a in kept if a is not carrier]
            kept = [_without_parent(a, carrier) for a in kept]
    return found.having(attributions=tuple(kept))


def _passes(carrier: Attribution, other: Attribution, found: Found) -> bool:
    """Whether a carrier's content is another's whole statement: source, cue and content, in the same sentence."""
    if not other.cue or other.parent not in (None, carrier.id):
        return False
    starts = [found.syntax.between(a.cue[0].start, a.cue[0].end) for a in (carrier, other)]
    if not all(starts) or starts[0][0].sentence != starts[1][0].sentence:
        return False
    inside = any(span.covers(other.cue[0]) for span in carrier.content)
    inside |= any(span.overlaps(piece) for span in carrier.content for piece in other.content)
    return inside or (other.quote_type == "direct" and _touches(carrier, other))


def _goes_on(attribution: Attribution, passed: Attribution, carrier: Attribution) -> bool:
    """Whether the same source's next words stand between what is passed on and the carrier: ``told …, insisting …``."""
    if not attribution.cue or attribution.source != passed.source:
        return False
    return passed.cue[0].start < attribution.cue[0].start < carrier.cue[0].start


def _touches(carrier: Attribution, other: Attribution) -> bool:
    """Whether ``he said, according to CNN`` stands together, the quotation elsewhere."""
    return 0 <= carrier.cue[0].start - other.cue[-1].end <= 30


def _with_via(attribution: Attribution, via: Reference, carrier: Attribution) -> Attribution:
    parent = carrier.parent if attribution.parent == carrier.id else attribution.parent
    return msgspec.structs.replace(attribution, via=(*attribution.via, via), parent=parent)


def _without_parent(attribution: Attribution, carrier: Attribution) -> Attribution:
    if attribution.parent != carrier.id:
        return attribution
    return msgspec.structs.replace(attribution, parent=carrier.parent)


def party_at(found: Found, span: Span, *types: PartyType) -> str | None:
    """Return the id of the party with a mention in ``span``: the longest one, of these types if any are given."""
    inside = [
        (mention.end - mention.start, -number, party.id)
        for number, party in enumerate(found.parties)
        for mention in party.mentions
        if span.overlaps(mention) and (not types or party.type in types) and mention.start >= span.start
    ]
    return max(inside)[2] if inside else None
