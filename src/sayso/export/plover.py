"""Claims about events as PLOVER records, in JSON lines: one record a claim.

The fields of PLOVER come first, under its own names; then those that it lacks: who holds it, how certain, on what
ground, and whether it is history. An event of which two holders tell is two records with one ``event_id``. PLOVER has
no record without a type, so an event without one is left out here and in no other export. What is not known is
``null`` or empty, the date of publication never stands in for that of an event, and nothing is filled in that the words
don't say: ``context``, Wikidata ids and the further fields of an entity are left to coders.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from sayso.export.told import GAP
from sayso.export.told_events import REPORT, ToldClaim, ToldEvent, tell_events
from sayso.model import (
    Basis,
    Factuality,
    Figure,
    Findings,
    Party,
    PartyType,
    Place,
    PlacePrecision,
    Report,
    SlotName,
    Status,
    Time,
    TimePrecision,
)
from sayso.vocab.definitions import plover, vocabulary

CODES = {"XKX": "KOS"}
"""Countries that PLOVER calls otherwise than ISO 3166-1."""
DENIED = frozenset({Factuality.CT_MINUS, Factuality.PR_MINUS, Factuality.PS_MINUS})
CLOCK = re.compile(r"T(\d\d:\d\d)")
Number = int | float


class Entity(msgspec.Struct, frozen=True):
    """Who acts, is acted on or holds a claim; ``code`` is a country, ``sector`` PLOVER's where the type tells it."""

    entity_text: str
    code: str | None = None
    sector: str | None = None
    party: str | None = None
    party_type: PartyType | None = None


class Location(msgspec.Struct, frozen=True):
    """Where it happened; ``resolution`` is PLOVER's, 5 (inside a town) to 1 (a country)."""

    name: str
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None
    feature_code: str | None = None
    country: str | None = None
    admin1: str | None = None
    resolution: int | None = None
    precision: PlacePrecision | None = None


class TextInfo(msgspec.Struct, frozen=True):
    """Where the words stand in the report's text, in code points, and the hash of that text."""

    sequence: int
    start: int
    end: int
    text_sha256: str


class Size(msgspec.Struct, frozen=True):
    """How many, where the words give one number; the figures have the rest. Empty for a holder who denies the event."""

    dead: Number | None = None
    injured: Number | None = None
    arrested: Number | None = None


class Citation(msgspec.Struct, frozen=True):
    """Where the report is from."""

    publication: str | None
    title: str | None
    url: str | None
    language: str | None
    codebook: str = "PLOVER"


class Record(msgspec.Struct, frozen=True):
    """One holder's version of one event, with the fields of PLOVER first."""

    id: str
    date: str | None
    time: str | None
    enddate: str | None
    endtime: str | None
    actor: tuple[Entity, ...]
    recipient: tuple[Entity, ...]
    event: tuple[str, ...]
    mode: tuple[str, ...]
    context: tuple[str, ...]
    event_loc: Location | None
    event_text: tuple[str, ...]
    quad_code: int
    event_scale: float | None
    size: Size
    text: str
    text_info: TextInfo
    cite_info: Citation
    coder: str
    has_event: bool
    report: str
    published: str | None
    event_id: str
    claim_id: str | None
    holder: tuple[Entity, ...]
    factuality: Factuality | None
    basis: Basis | None
    background: bool
    date_precision: TimePrecision | None
    figures: tuple[Figure, ...]
    score: float
    made_by: str
    status: Status = Status.MACHINE


def records(findings: Findings) -> Iterator[Record]:
    """Yield a record for each claim about an event with a type, and one for such an event without any claim."""
    for told in tell_events(findings):
        for held in told.held or (None,):
            record = _record(told, held, findings)
            if record:
                yield record


def untyped(findings: Findings) -> int:
    """Return how many events of a report have no type of PLOVER, and so no record."""
    return sum(event.type is None for event in findings.events)


def lines(findings: Findings) -> bytes:
    """Return the records of a report as lines of JSON; empty where there are none."""
    return b"".join(msgspec.json.encode(record) + b"\n" for record in records(findings))


def _record(told: ToldEvent, held: ToldClaim | None, findings: Findings) -> Record | None:
    event, report = told.event, findings.report
    kind = plover().type(event.type or "")
    if kind is None:
        return None
    claim = held.claim if held else None
    first, last = told.dates
    text, info = _text(told, held, report)
    return Record(
        id="-".join((report.id, event.id, *([claim.id] if claim else []))),
        date=first, time=_clock(told.time), enddate=last, endtime=None,
        actor=_entities(told, SlotName.ACTOR, event.actors, findings),
        recipient=_entities(told, SlotName.RECIPIENT, event.recipients, findings),
        event=(kind.name,), mode=(event.mode,) if event.mode else (), context=(),
        event_loc=_location(told), event_text=(event.trigger.exact,), quad_code=kind.quad, event_scale=kind.score,
        size=Size() if claim and claim.factuality in DENIED else _size(event.figures), text=text, text_info=info,
        cite_info=Citation(report.outlet, report.title, report.url, report.language),
        coder="sayso", has_event=True, report=report.id, published=report.published,
        event_id=event.id, claim_id=claim.id if claim else None,
        holder=tuple(_link(link.words, link.party, link.is_report) for link in held.chain) if held else (),
        factuality=claim.factuality if claim else None, basis=claim.basis if claim else None,
        background=event.background, date_precision=told.time.precision if told.time else None,
        figures=event.figures, score=event.score, made_by=event.made_by,
    )  # fmt: skip


def _text(told: ToldEvent, held: ToldClaim | None, report: Report) -> tuple[str, TextInfo]:
    """Return the words of the claim, or the trigger, and where they stand."""
    spans = (held.claim.spans if held else ()) or (told.event.trigger,)
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    return GAP.join(span.exact for span in spans), TextInfo(told.number, start, end, report.text_sha256)


def _clock(time: Time | None) -> str | None:
    """Return the time of day, where the hour is known."""
    found = CLOCK.search(time.value) if time and time.value else None
    return found[1] if found else None


def _entities(told: ToldEvent, slot: SlotName, ids: tuple[str, ...], findings: Findings) -> tuple[Entity, ...]:
    """Return the parties in a slot, and the words in it that stand for no party."""
    parties = [party for party in map(findings.party, ids) if party]
    words = [one.span.exact for one in told.event.slots if one.slot is slot and one.id is None]
    return (*(_link(party.name, party) for party in parties), *map(Entity, words))


def _link(name: str, party: Party | None, is_report: bool = False) -> Entity:
    if party is None:
        return Entity(name, party=REPORT if is_report else None)
    definition = vocabulary("party_types").definition(party.type)
    code = CODES.get(party.country, party.country) if party.country else None
    return Entity(party.name, code, definition.plover if definition else None, party.id, party.type)


def _location(told: ToldEvent) -> Location | None:
    place = told.place
    if place is None:
        return Location(told.place_words) if told.place_words else None
    return Location(
        place.name, place.lat, place.lon, place.geonameid, place.feature_code, place.country, place.admin1,
        _resolution(place), place.precision,
    )  # fmt: skip


def _resolution(place: Place) -> int | None:
    definition = vocabulary("place_precisions").definition(place.precision) if place.precision else None
    return int(definition.plover) if definition and definition.plover else None


def _size(figures: tuple[Figure, ...]) -> Size:
    """Return how many are dead, injured and arrested, each only where one figure alone tells of it."""
    numbers: dict[str, list[float | None]] = {}
    for figure in figures:
        definition = vocabulary("figures").definition(figure.what)
        if definition and definition.plover:
            numbers.setdefault(definition.plover, []).append(figure.number)
    return Size(**{name: whole(given[0]) for name, given in numbers.items() if len(given) == 1})


def whole(number: float | None) -> Number | None:
    """Return a number without a needless ``.0``."""
    return int(number) if number is not None and float(number).is_integer() else number
