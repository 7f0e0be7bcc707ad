"""Which events are wanted: the same filter for the record and for reports that are read and not kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from sayso.model import Claim, Event, Factuality, Happened, Party, Place, SlotName, Time
from sayso.record.names import is_named
from sayso.record.views import Happenings
from sayso.vocab import countries
from sayso.vocab.definitions import plover

REPORT = "report"
"""The holder that stands for the report's own voice."""
DAY = len("2021-08-24")


class EventFilter(msgspec.Struct, frozen=True):
    """Which events are wanted; all that is given must hold, and what is left out lets every event pass.

    ``types`` are PLOVER types and ``quads`` quad classes (1 to 4), any of which will do. ``party`` is an actor or
    recipient, ``place`` where it happened (a name in the gazetteer or the report, a country's name or code, an ISO
    3166-2 code), ``holder`` anyone in the chain of holders of a claim, ``report`` for claims of the report itself;
    names match by whole words. One and the same claim must have the ``holder`` and one of the values of ``factuality``;
    the event is then given with all its claims, so that a denial is never left out. ``since`` and ``until`` (ISO 8601
    dates, months or years, both included) are compared with the time of the event, never with the date of the report.
    ``background`` true is for history told in passing only, false for all else. ``score`` is the least.
    """

    types: tuple[str, ...] = ()
    quads: tuple[int, ...] = ()
    place: str | None = None
    party: str | None = None
    holder: str | None = None
    factuality: tuple[Factuality, ...] = ()
    since: str | None = None
    until: str | None = None
    background: bool | None = None
    score: float = 0.0

    @property
    def on_events(self) -> bool:
        """Whether it asks for what only an event has: then claims on other contents cannot pass."""
        named = (self.types, self.quads, self.place, self.party, self.since, self.until)
        return any(named) or self.background is not None

    def sift(self, happened: Iterable[Happened]) -> Happenings:
        """Return what passes, and how many more would if the time at which they happened were known."""
        passing = [one for one in happened if self._admits(one)]
        if not (self.since or self.until):
            return Happenings(tuple(passing))
        dated = [(one, interval) for one in passing if (interval := interval_of(one.time))]
        inside = tuple(one for one, interval in dated if within(interval, self.since, self.until))
        return Happenings(inside, len(passing) - len(dated))

    def _admits(self, one: Happened) -> bool:
        """Whether all but the period holds."""
        if not any(self._holds(claim, one) for claim in one.claims) and (self.holder or self.factuality):
            return False
        if one.event is None:
            said = one.attributions[0].score if one.attributions else 1.0
            return not self.on_events and said >= self.score
        return self._kind(one.event) and self._who(one.event, one) and self._where(one.event, one.place)

    def _kind(self, event: Event) -> bool:
        type = plover().type(event.type or "")
        return (
            (not self.types or event.type in self.types)
            and (not self.quads or (type is not None and type.quad in self.quads))
            and self.background in (None, event.background)
            and event.score >= self.score
        )

    def _who(self, event: Event, one: Happened) -> bool:
        if self.party is None:
            return True
        parties = map(one.party, (*event.actors, *event.recipients))
        names = [name for party in parties for name in _names(party)]
        return is_named(self.party, *names, *slot_words(event, SlotName.ACTOR, SlotName.RECIPIENT))

    def _where(self, event: Event, place: Place | None) -> bool:
        if self.place is None:
            return True
        return is_in(place, self.place) or is_named(self.place, *slot_words(event, SlotName.PLACE))

    def _holds(self, claim: Claim, one: Happened) -> bool:
        """Whether a claim has the wanted factuality in the wanted mouth."""
        if self.factuality and claim.factuality not in self.factuality:
            return False
        if self.holder == REPORT:
            return claim.holder[:1] == (REPORT,)
        return self.holder is None or is_named(self.holder, *_holders(claim, one))


def _holders(claim: Claim, one: Happened) -> Iterator[str]:
    """Yield the names of those in a claim's chain, and the words for the nearest where it has no name."""
    for id in claim.holder:
        yield from _names(one.party(id))
    attribution = one.attribution(claim.attribution)
    if claim.holder[:1] == (None,) and attribution and attribution.source:
        yield attribution.source.exact


def _names(party: Party | None) -> tuple[str, ...]:
    return (party.name, *party.aliases) if party else ()


def slot_words(event: Event, *slots: SlotName) -> Iterator[str]:
    """Yield the words in these slots of an event that stand for no known party or place."""
    return (slot.span.exact for slot in event.slots if slot.slot in slots and slot.id is None)


def is_in(place: Place | None, name: str) -> bool:
    """Whether a place has this name, or lies in the country or division of this name or code."""
    if place is None:
        return False
    country = countries.by_name(name) or countries.by_code(name)
    codes = {country.alpha3} if country else {name}
    mentioned = (span.exact for span in place.mentions)
    return place.country in codes or place.admin1 == name or is_named(name, place.name, *mentioned)


def interval_of(time: Time | None) -> tuple[str, str] | None:
    """Return the first and the last day that a time can mean, open ends as ``""`` and ``"9"``; ``None`` if undated."""
    if time is None or not (time.earliest or time.latest):
        return None
    return (time.earliest or "")[:DAY], (time.latest or "9")[:DAY]


def within(interval: tuple[str, str], since: str | None, until: str | None) -> bool:
    """Whether an interval of days and a period have a day in common; a period's bound may be a month or a year."""
    first, last = interval
    return (not since or last >= since) and (not until or first[: len(until)] <= until)
