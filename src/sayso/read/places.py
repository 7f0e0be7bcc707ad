"""Places: where a report's words are, from the gazetteer.

Proposals are weighed as toponyms, resolved to places together, and grouped into one ``Place`` with all its mentions.
People, outlets and governments that bear a place's name are left out; a country is a place even where it acts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from msgspec.structs import replace

from sayso.model import Place, Report, Span, Unresolved
from sayso.read.found import Found
from sayso.read.syntax import Syntax
from sayso.read.toponym.evidence import is_demonym, weigh
from sayso.read.toponym.links import links
from sayso.read.toponym.metonymy import is_government
from sayso.read.toponym.proposals import Toponym, is_capitalised, proposals
from sayso.read.toponym.senses import FIRST_DIVISION_KINDS, TOWN_KINDS, Name, resolve
from sayso.vocab import outlets
from sayso.vocab.countries import all_countries, by_code, by_demonym
from sayso.vocab.gazetteer import Entry, division, entry_of
from sayso.vocab.toponym_key import key_of

STAGE = "places"
MADE_BY = "places/gazetteer@2"
LIKELY = 0.5
"""A proposal that is less likely than this to name a place is left out."""
HOME = 2
"""How many times as much the outlet's country counts as a country that the report only alludes to."""
NOT_LISTED = "not in the gazetteer"


@dataclass(frozen=True, slots=True)
class _Resolved:
    name: str
    entry: Entry | None
    span: Span


def find(report: Report, found: Found) -> Found:
    """Return ``found`` with the places of the report, in the order of the text."""
    syntax = found.syntax
    proposed = tuple(proposals(syntax))
    likely = [
        toponym
        for toponym, score in zip(proposed, weigh(syntax, proposed, found.parties), strict=True)
        if score >= LIKELY and not is_demonym(toponym.name)
    ]
    hints = [*_home(report), *_hints(syntax, proposed, likely)]
    resolved = _resolve(syntax, likely, hints)
    places = tuple(_group(resolved))
    unresolved = (Unresolved(STAGE, place.mentions[0], place.reason) for place in places if place.reason)
    return found.having(places=places, unresolved=(*found.unresolved, *unresolved))


def _span(syntax: Syntax, toponym: Toponym) -> Span:
    return Span.of(syntax.text, syntax.tokens[toponym.first].start, syntax.tokens[toponym.last].end)


def _home(report: Report) -> list[Entry]:
    """Return the country of the report's outlet: a British paper's Salisbury is the one in England."""
    outlet = outlets.by_name(report.outlet) if report.outlet else None
    country = by_code(outlet.country) if outlet and outlet.country else None
    return [entry_of(country)] * HOME if country else []


def _hints(syntax: Syntax, proposed: Iterable[Toponym], likely: Sequence[Toponym]) -> list[Entry]:
    """Return what the report alludes to: countries by their people ("Afghan"), divisions inside longer names."""
    people = {token.text for token in syntax.tokens if is_capitalised(token) and is_demonym(token.text)}
    countries = [entry_of(country) for country in map(by_demonym, sorted(people)) if country]
    places = {toponym.first for toponym in likely}
    others = (toponym for toponym in proposed if toponym.entries and toponym.first not in places)
    large = {toponym.key: toponym.entries[0] for toponym in others}
    return [*countries, *(entry for entry in large.values() if entry.feature_code in ("ADM1", "PCLI"))]


def _resolve(syntax: Syntax, likely: Sequence[Toponym], hints: Sequence[Entry]) -> list[_Resolved]:
    """Return every mention with its place."""
    said = links(syntax, likely)
    entries, towns = _entries(likely), {toponym.key: toponym.kind for toponym in likely if toponym.kind in TOWN_KINDS}
    first = {one.key: link for one, link in reversed([*zip(likely, said, strict=True)]) if any(link)}
    times = Counter(toponym.key for toponym in likely)
    names = [
        Name(
            toponym.key, link.container or first.get(toponym.key, link).container,
            link.beside or first.get(toponym.key, link).beside, toponym.kind or towns.get(toponym.key),
            entries[toponym.key], times[toponym.key],
        )
        for toponym, link in zip(likely, said, strict=True)
    ]  # fmt: skip
    senses = resolve(tuple(dict.fromkeys(name for name in names if name.entries)), _countries() | entries, hints)
    return [
        _Resolved(toponym.name, senses.get(name), _span(syntax, toponym))
        for toponym, name in zip(likely, names, strict=True)
        if not is_government(syntax, toponym)
    ]


@cache
def _countries() -> dict[str, tuple[Entry, ...]]:
    return {key_of(country.name): (entry_of(country),) for country in all_countries()}


def _entries(likely: Iterable[Toponym]) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, tuple[Entry, ...]] = {}
    for toponym in likely:
        entries = found.get(toponym.key) or toponym.entries
        found[toponym.key] = entries + tuple(_divisions(entries)) if toponym.kind in FIRST_DIVISION_KINDS else entries
    return found


def _divisions(entries: tuple[Entry, ...]) -> Iterator[Entry]:
    """Yield the division of the best-known town, if none has the name: that of "Deir ez-Zor province"."""
    if any(entry.feature_code == "ADM1" for entry in entries):
        return
    for entry in entries[:1]:
        if entry.feature_code.startswith("PPL") and entry.admin1 and (around := division(entry.admin1)):
            yield replace(around, name=entry.name)


def _group(resolved: Iterable[_Resolved]) -> Iterable[Place]:
    """Yield one place for all mentions of one entry, or of one unlisted name."""
    groups: dict[object, list[_Resolved]] = {}
    for mention in resolved:
        entry = mention.entry
        key: object = mention.name.casefold() if entry is None else entry.geonameid or (entry.name, entry.lat)
        groups.setdefault(key, []).append(mention)
    for number, mentions in enumerate(groups.values(), 1):
        yield _place(f"pl{number}", mentions)


def _place(id: str, mentions: Sequence[_Resolved]) -> Place:
    spans, entry = tuple(mention.span for mention in mentions), mentions[0].entry
    if entry is None:
        return Place(id, mentions[0].name, mentions=spans, reason=NOT_LISTED, made_by=MADE_BY)
    return Place(
        id, entry.name, entry.geonameid, entry.feature_code, entry.country, entry.admin1, entry.lat, entry.lon,
        entry.precision, spans, made_by=MADE_BY,
    )  # fmt: skip
