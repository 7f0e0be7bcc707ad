"""The gazetteer: every place that a name can mean, most populous first, from an index that opens at once.

Three tables are asked: the countries, our own regions (``regions.csv``: valleys, fronts, seas, other spellings), and
the compiled index ``gazetteer_data/gazetteer.bin`` of cities and divisions, which ``training/gazetteer.py`` makes from
GeoNames (CC BY 4.0) and ISO 3166-2. The index is mapped into memory and searched where it lies: sorted 32-bit hashes of
the look-up forms, each with the number of an entry of fixed length and 8 more bits of the hash.
"""

from __future__ import annotations

import csv
import mmap
import re
import struct
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

import msgspec
from msgspec.structs import replace

from sayso.model.values import PlacePrecision
from sayso.vocab.countries import Country, by_name
from sayso.vocab.toponym_key import hash_of, key_of

MAGIC = b"saysogz2"
HEADER = struct.Struct("<8sIIII")
"""Magic, number of hashes, of entries, bytes of the labels, bytes of the names."""
ENTRY = struct.Struct("<IiiIIHBBBB")
"""Id, latitude and longitude in 1e-5 degrees, population, where the name starts, numbers of division, country and
feature code, bytes of the name, renown."""
FEATURES = ("PPL", "PPLC", "ADM1", "ADM2")
MOST_RENOWN = 255
"""What an entry of our own table has, too: it stands there because the news mean it."""
ENTRY_MASK = 0xFFFFFF
FIRST_DIVISIONS = 5000
"""The index starts with the first divisions; they are fewer than this."""
PRECISION = {
    "PPL": PlacePrecision.CITY, "PPLC": PlacePrecision.CITY, "ADM1": PlacePrecision.PROVINCE,
    "ADM2": PlacePrecision.DISTRICT,
}  # fmt: skip


class Entry(msgspec.Struct, frozen=True):
    """A place that a name can mean.

    ``geonameid`` is ``None`` where our sources give none; ``country`` is ISO 3166-1 alpha-3 and ``admin1``
    ISO 3166-2, each ``None`` for what lies in several; ``lat`` and ``lon`` are degrees (WGS 84);
    ``population`` 0 is unknown. ``renown`` is the number of other names that GeoNames lists, up to 255: a sign of
    how well known a town is.
    """

    geonameid: int | None
    name: str
    feature_code: str
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    population: int
    precision: PlacePrecision
    renown: int = 0


class _Index:
    """The compiled index, mapped into memory."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        view = memoryview(self._map)
        _, hashes, entries, labels, _ = HEADER.unpack_from(view)
        first = HEADER.size + 4 * hashes
        self._buckets = view[HEADER.size : first].cast("I")
        self._slots = view[first : first + 4 * hashes].cast("I")
        self._entries = first + 4 * hashes
        label = self._entries + ENTRY.size * entries
        self._names = label + labels
        countries, divisions = bytes(view[label : self._names]).decode().split("\n")
        self._countries = countries.split()
        self._divisions = divisions.split()

    def find(self, key: str) -> tuple[Entry, ...]:
        bucket, check = hash_of(key)
        slot, found = bisect_left(self._buckets, bucket), []
        while slot < len(self._buckets) and self._buckets[slot] == bucket:
            if self._slots[slot] >> 24 == check:
                found.append(self._entry(self._slots[slot] & ENTRY_MASK))
            slot += 1
        return tuple(found)

    def division(self, code: str) -> Entry | None:
        """Return the division of this ISO 3166-2 code; divisions of GeoNames stand before everything else."""
        entries = map(self._entry, range(FIRST_DIVISIONS))
        return next((entry for entry in entries if entry.admin1 == code and entry.feature_code == "ADM1"), None)

    def _entry(self, number: int) -> Entry:
        id, lat, lon, population, start, division, country, feature, length, renown = ENTRY.unpack_from(
            self._map, self._entries + ENTRY.size * number
        )
        code, admin1 = FEATURES[feature], self._divisions[division]
        start += self._names
        return Entry(
            id or None, self._map[start : start + length].decode(), code, self._countries[country],
            admin1 if admin1 != "-" else None, lat / 1e5, lon / 1e5, population, PRECISION[code],
            renown,
        )  # fmt: skip


@cache
def _index() -> _Index:
    return _Index(Path(str(files("sayso.vocab").joinpath("gazetteer_data/gazetteer.bin"))))


SPELLINGS = (("ee", "i"), ("oo", "u"), ("ou", "u"), ("ai", "ay"), ("ei", "ay"), ("tel ", "tall "), ("tal ", "tall "),
             ("iyeh", "iyah"), ("iya", "iyah"), ("e", "a"))  # fmt: skip
"""Ways in which newspapers write Arabic names, and GeoNames' way."""
ASSIMILATED = "dnrstz"
ARTICLE_BEFORE = re.compile(r"^(?:al|el|a[dnrstz]|ash|e[dnrstz]|the) ")


@lru_cache(maxsize=4096)
def candidates_spelt_otherwise(name: str) -> tuple[Entry, ...]:
    """Return the places of a name that GeoNames transcribes in another way: with the article, an ``h``, other vowels.

    For names that ``candidates`` doesn't know and that surely are places, for the match is loose.
    """
    bare = ARTICLE_BEFORE.sub("", key_of(name))
    if len(bare) < 5:
        return ()
    stems = {bare}
    for news, ours in SPELLINGS:
        stems |= {stem.replace(news, ours) for stem in stems}
    stems |= {f"{stem}h" for stem in stems if stem.endswith("a")}
    article = f"a{bare[0]} " if bare[0] in ASSIMILATED else "al "
    found = {entry for stem in sorted(stems) for key in (stem, article + stem) for entry in _index().find(key)}
    return tuple(sorted(found, key=lambda entry: (-entry.population, entry.name, entry.lat)))


@cache
def _regions() -> dict[str, tuple[Entry, ...]]:
    """Look-up form -> the entries of our own table."""
    found: dict[str, tuple[Entry, ...]] = {}
    table = files("sayso.vocab").joinpath("regions.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(table.splitlines()):
        entry = Entry(
            int(row["geonameid"]) if row["geonameid"] else None, row["name"], row["feature_code"],
            row["country"] or None, row["admin1"] or None, float(row["lat"]), float(row["lon"]),
            int(row["population"] or 0), PlacePrecision(row["precision"]), MOST_RENOWN,
        )  # fmt: skip
        for key in {key_of(name) for name in (row["name"], *row["names"].split(";")) if name}:
            found[key] = (*found.get(key, ()), entry)
    return found


@cache
def entry_of(country: Country) -> Entry:
    """Return a country as an entry of the gazetteer."""
    return Entry(
        country.geonameid, country.name, country.feature_code, country.alpha3, None, country.lat, country.lon,
        country.population, PlacePrecision.COUNTRY,
    )  # fmt: skip


@lru_cache(maxsize=16384)
def candidates(name: str) -> tuple[Entry, ...]:
    """Return all places of this name: those of our own table first, then the most populous first.

    The name may stand with or without "the"; case, accents, hyphens and apostrophes make no difference, but the case
    of a country's abbreviation does.
    """
    key = key_of(name)
    if not key:
        return ()
    regions = _regions().get(key, ()) or _regions().get(key.removeprefix("the "), ())
    country = by_name(name)
    listed = _index().find(key) or _index().find(key.removeprefix("the "))
    new = tuple(entry for entry in listed if not any(_is_same(entry, region) for region in regions))
    others = ((entry_of(country),) if country else ()) + new
    return tuple(_with_one_capital(regions + tuple(sorted(others, key=lambda entry: -entry.population))))


def _with_one_capital(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield entries, of which only the first of a country is its capital: the index has all of the capital's name."""
    capitals: set[str | None] = set()
    for entry in entries:
        is_other = entry.feature_code == "PPLC" and entry.country in capitals
        yield replace(entry, feature_code="PPL") if is_other else entry
        if entry.feature_code == "PPLC":
            capitals.add(entry.country)


def _is_same(entry: Entry, region: Entry) -> bool:
    """Whether our own table has a place already."""
    near = abs(entry.lat - region.lat) < 0.2 and abs(entry.lon - region.lon) < 0.2
    same_id = entry.geonameid is not None and entry.geonameid == region.geonameid
    return same_id or (near and entry.precision == region.precision)


@cache
def _abbreviations() -> dict[str, str]:
    table = files("sayso.vocab").joinpath("division_abbreviations.csv").read_text(encoding="utf-8")
    return {row["abbreviation"]: row["division"] for row in csv.DictReader(table.splitlines())}


@cache
def division(code: str) -> Entry | None:
    """Return the first division of this ISO 3166-2 code, or ``None``."""
    return _index().division(code)


@cache
def by_abbreviation(word: str) -> Entry | None:
    """Return the state or province that is so abbreviated ("Ky.", "NSW"), or ``None``; many are words too."""
    code = _abbreviations().get(word)
    return division(code) if code else None
