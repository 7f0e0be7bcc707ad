"""One event with all who hold it, in names and words, ready to be printed as a block or a row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.export.told import GAP, closed, dated, on_one_line, quoted
from sayso.export.told_events import Holder, ToldClaim, counts, holders, named, words_in
from sayso.model import Attribution, Claim, Happened, Party, PartyType, QuoteType, Reference, SlotName


@dataclass(frozen=True, slots=True)
class Account:
    """One holder's account of an event: who, to whom it was told (in the report's words), through whom, in which words.

    ``through`` leaves out the report itself, through which everything came, and whoever it was told to.
    """

    told: ToldClaim
    holder: Holder
    addressee: str | None
    through: tuple[str, ...]
    words: str

    @property
    def claim(self) -> Claim:
        """The claim."""
        return self.told.claim

    @property
    def certainty(self) -> str:
        """How certain the holder is, in words with FactBank's value: ``did not happen (CT-)``."""
        return f"{self.told.certainty} ({self.claim.factuality})"

    @property
    def chain(self) -> str:
        """The holder, to whom it was told and through whom it came: ``residents, through the agency``."""
        told = f", told to {self.addressee}" if self.addressee else ""
        return f"{self.holder.name}{told}{''.join(f', through {name}' for name in self.through)}"


def details(one: Happened) -> tuple[tuple[str, str], ...]:
    """Return who did it, to whom, where, when and how many, as pairs of a label and words; not the unknown."""
    pairs = (
        ("who", "; ".join(actors(one))),
        ("to whom", "; ".join(recipients(one))),
        ("where", where(one)),
        ("when", when(one)),
        ("how many", "; ".join(figures(one))),
    )
    return tuple(pair for pair in pairs if pair[1])


def actors(one: Happened) -> tuple[str, ...]:
    """Return the names of an event's actors, and the words for those that are no known party."""
    return named(one.event, SlotName.ACTOR, one.event.actors, one) if one.event else ()


def recipients(one: Happened) -> tuple[str, ...]:
    """Return the names of an event's recipients, and the words for those that are no known party."""
    return named(one.event, SlotName.RECIPIENT, one.event.recipients, one) if one.event else ()


def figures(one: Happened) -> tuple[str, ...]:
    """Return an event's figures as phrases: ``at least 29 dockers killed``."""
    return tuple(map(counts, one.event.figures)) if one.event else ()


def where(one: Happened) -> str:
    """Return the name of the place where an event happened, or the words for it."""
    return on_one_line(one.place.name) if one.place else _unknown(one, SlotName.PLACE)


def when(one: Happened) -> str:
    """Return when an event happened, in the report's words with the date or dates."""
    return dated(one.time) if one.time else _unknown(one, SlotName.TIME)


def _unknown(one: Happened, slot: SlotName) -> str:
    """Return the words in a slot that stand for nothing known."""
    return "; ".join(words_in(one.event, slot)) if one.event else ""


def accounts(one: Happened) -> tuple[Account, ...]:
    """Return each holder's account of an event, in the order of the claims."""
    return tuple(_account(claim, one) for claim in one.claims)


def _account(claim: Claim, one: Happened) -> Account:
    attribution = one.attribution(claim.attribution)
    nearest, *further = holders(claim, one) or (Holder(""),)
    passed = (link for link in further if not link.is_report and not _is_told(link.party, attribution))
    return Account(
        ToldClaim(claim, (nearest, *further)), nearest,
        _reference(attribution.addressee, one) if attribution and attribution.addressee else None,
        tuple(link.name for link in passed), GAP.join(_pieces(claim, attribution)),
    )  # fmt: skip


def _pieces(claim: Claim, attribution: Attribution | None) -> Iterator[str]:
    """Yield the words of a claim piece by piece, in quote marks where they stand in a direct quotation."""
    direct = attribution is not None and attribution.quote_type is QuoteType.DIRECT
    for span in claim.spans or (attribution.content if attribution else ()):
        piece = closed(on_one_line(span.exact))
        yield quoted(piece) if direct else piece


def _is_told(party: Party | None, attribution: Attribution | None) -> bool:
    """Whether a party in the chain is the one to whom it was told, and so is named already."""
    addressee = attribution.addressee if attribution else None
    return party is not None and addressee is not None and addressee.party == party.id


def _reference(reference: Reference, one: Happened) -> str:
    """Return the words of a reference, with the party's name where the words do not hold it."""
    words, party = on_one_line(reference.span.exact), one.party(reference.party)
    if party is None or party.type is PartyType.PEOPLE or on_one_line(party.name).casefold() in words.casefold():
        return words
    return f"{words} ({on_one_line(party.name)})"
