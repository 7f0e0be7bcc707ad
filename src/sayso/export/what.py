"""What happened, according to whom: events and claims with names and words instead of ids, ready to be printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.export.told import GAP, closed, dated, on_one_line, quoted, speaker_of
from sayso.model import (
    Attribution,
    Basis,
    Claim,
    Event,
    Factuality,
    Figure,
    FigureKind,
    Happened,
    Party,
    PartyType,
    QuoteType,
    Reference,
    SlotName,
)
from sayso.vocab.definitions import vocabulary

REPORT = "report"
ITSELF = "the report itself"
SOMEONE = "someone not named"
KIND = frozenset({FigureKind.MONEY, FigureKind.DISTANCE, FigureKind.OTHER})
"""Figures whose own words say what they count."""


@dataclass(frozen=True, slots=True)
class Account:
    """One holder's account of an event: who (``named`` or not), to whom, through whom, how certain, in which words."""

    claim: Claim
    holder: str
    named: bool
    addressee: str | None
    through: tuple[str, ...]
    basis: str | None
    words: str

    @property
    def certainty(self) -> str:
        """How certain the holder is, in words with FactBank's value: ``did not happen (CT-)``."""
        return f"{shown(self.claim.factuality)} ({self.claim.factuality})"

    @property
    def chain(self) -> str:
        """The holder, to whom it was told and through whom it came: ``residents, through the agency``."""
        told = f", told to {self.addressee}" if self.addressee else ""
        through = f", through {', through '.join(self.through)}" if self.through else ""
        return f"{self.holder}{told}{through}"


def shown(value: Factuality | Basis) -> str:
    """Return a value as the data file puts it for people: ``did not happen`` for ``CT-``."""
    kept = vocabulary("factuality" if isinstance(value, Factuality) else "basis").definition(value)
    return (kept and kept.shown) or value.replace("_", " ")


def kind(event: Event) -> str:
    """Return the PLOVER type and mode of an event: ``ASSAULT, heavy-weapons``; ``no type`` where there is none."""
    return ", ".join(filter(None, (event.type, event.mode))) or "no type"


def details(one: Happened) -> tuple[tuple[str, str], ...]:
    """Return who did it, to whom, where, when and how many, as pairs of a label and words; not the unknown."""
    event = one.event
    if event is None:
        return ()
    pairs = (
        ("who", "; ".join(actors(one))),
        ("to whom", "; ".join(recipients(one))),
        ("where", where(one)),
        ("when", when(one)),
        ("how many", "; ".join(map(figure, event.figures))),
    )
    return tuple(pair for pair in pairs if pair[1])


def actors(one: Happened) -> tuple[str, ...]:
    """Return the names of an event's actors, and the words for those that are no known party."""
    return _filled(one, one.event.actors, SlotName.ACTOR) if one.event else ()


def recipients(one: Happened) -> tuple[str, ...]:
    """Return the names of an event's recipients, and the words for those that are no known party."""
    return _filled(one, one.event.recipients, SlotName.RECIPIENT) if one.event else ()


def where(one: Happened) -> str:
    """Return the name of the place where an event happened, or the words for it."""
    return on_one_line(one.place.name) if one.place else "; ".join(_unknown(one, SlotName.PLACE))


def when(one: Happened) -> str:
    """Return when an event happened, in the report's words with the date or dates."""
    return dated(one.time) if one.time else "; ".join(_unknown(one, SlotName.TIME))


def _filled(one: Happened, ids: tuple[str, ...], slot: SlotName) -> tuple[str, ...]:
    names = (on_one_line(party.name) for party in map(one.party, ids) if party)
    return tuple(dict.fromkeys((*names, *_unknown(one, slot))))


def _unknown(one: Happened, slot: SlotName) -> Iterator[str]:
    """Yield the words in a slot that stand for nothing known."""
    slots = one.event.slots if one.event else ()
    return (on_one_line(filled.span.exact) for filled in slots if filled.slot is slot and filled.id is None)


def figure(number: Figure) -> str:
    """Return a number as the report gives it, with what it counts: ``killed: at least 29 (dockers)``."""
    words = on_one_line(number.span.exact)
    counted = on_one_line(number.of.exact) if number.of else ""
    of = f" ({counted})" if counted and counted.casefold() not in words.casefold() else ""
    return f"{words}{of}" if number.what in KIND else f"{number.what}: {words}{of}"


def accounts(one: Happened) -> tuple[Account, ...]:
    """Return each holder's account of an event, in the order of the claims."""
    return tuple(_account(claim, one) for claim in one.claims)


def _account(claim: Claim, one: Happened) -> Account:
    attribution = one.attribution(claim.attribution)
    holder, named = _holder(claim, one, attribution)
    return Account(
        claim, holder, named,
        _reference(attribution.addressee, one) if attribution and attribution.addressee else None,
        tuple(_through(claim, one, attribution)),
        None if claim.basis is Basis.CANNOT_BE_JUDGED else shown(claim.basis),
        GAP.join(_pieces(claim, attribution)),
    )  # fmt: skip


def _pieces(claim: Claim, attribution: Attribution | None) -> Iterator[str]:
    """Yield the words of a claim piece by piece, in quote marks where they stand in a direct quotation."""
    direct = attribution is not None and attribution.quote_type is QuoteType.DIRECT
    for span in claim.spans or (attribution.content if attribution else ()):
        piece = closed(on_one_line(span.exact))
        yield quoted(piece) if direct else piece


def _holder(claim: Claim, one: Happened, attribution: Attribution | None) -> tuple[str, bool]:
    """Return who holds a claim, in words, and whether that is someone with a name."""
    nearest = next(iter(claim.holder), None)
    if nearest == REPORT:
        return ITSELF, True
    party = one.party(nearest)
    if party and party.type is PartyType.PEOPLE:
        return on_one_line(party.name), False
    return speaker_of(party, attribution.source if attribution else None)


def _through(claim: Claim, one: Happened, attribution: Attribution | None) -> Iterator[str]:
    """Yield through whom a claim came, nearest first; that the report itself is the last is understood."""
    unnamed = [via.span.exact for via in attribution.via if via.party is None] if attribution else []
    for id in claim.holder[1:]:
        party = one.party(id)
        if id is None:
            yield on_one_line(unnamed.pop(0)) if unnamed else SOMEONE
        elif party and not _is_told(party, attribution):
            yield on_one_line(party.name)


def _is_told(party: Party, attribution: Attribution | None) -> bool:
    """Whether a party in the chain is the one to whom it was told, and so is named already."""
    return bool(attribution and attribution.addressee and attribution.addressee.party == party.id)


def _reference(reference: Reference, one: Happened) -> str:
    """Return the words of a reference, with the party's name where the words do not hold it."""
    words, party = on_one_line(reference.span.exact), one.party(reference.party)
    if party is None or party.type is PartyType.PEOPLE or on_one_line(party.name).casefold() in words.casefold():
        return words
    return f"{words} ({on_one_line(party.name)})"
