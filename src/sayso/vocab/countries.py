"""The countries of the world: codes, names, demonyms, capitals, and what else stands for a government.

The table is ``countries.csv``, one row a country or territory of ISO 3166-1 and Kosovo (``XKX``, in PLOVER
``KOS``). Codes and names are ISO's; ids, populations and neighbours GeoNames' (CC BY 4.0). Demonyms,
abbreviations, seats of power and feature codes were set by hand, and so were most coordinates (a rough middle
of the country, or its capital); the others are those of the package ``countryinfo``. Lists inside a cell are
parted by semicolons.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

import msgspec


class Country(msgspec.Struct, frozen=True):
    """A country: ISO 3166-1 codes, names, demonyms, capitals (seat of government first), seats of power.

    ``lat`` and ``lon`` are one point for the whole country, in degrees (WGS 84); ``feature_code`` is of
    GeoNames' list (``PCLI`` independent, ``PCLD`` dependent, ``PCLS`` semi-independent); ``neighbours`` are
    alpha-2 codes.
    """

    alpha2: str
    alpha3: str
    numeric: str
    name: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    metonyms: tuple[str, ...]
    lat: float
    lon: float
    geonameid: int
    feature_code: str
    population: int
    continent: str
    neighbours: tuple[str, ...]


LISTS = ("names", "demonyms", "capitals", "metonyms")


class _Names:
    """A look-up without regard to case, accents, dots and "the"; abbreviations keep their case (not "us")."""

    def __init__(self, pairs: Iterable[tuple[str, Country]]) -> None:
        self._exact: dict[str, Country] = {}
        self._folded: dict[str, Country] = {}
        for name, country in pairs:
            key = _plain(name)
            if key.isupper() and len(key) <= 5:
                self._exact.setdefault(key, country)
            else:
                self._folded.setdefault(key.casefold(), country)

    def get(self, name: str) -> Country | None:
        key = _plain(name)
        return self._exact.get(key) or self._folded.get(key.casefold())


ARTICLE = re.compile(r"^[Tt]he\s+")
DROPPED = re.compile(r"[.\u200b-\u200f\u0300-\u036f]")
SPACE = re.compile(r"\s+")


@lru_cache(maxsize=8192)
def _plain(name: str) -> str:
    """Return a name without article, dots and accents, with plain spaces and apostrophes."""
    plain = DROPPED.sub("", unicodedata.normalize("NFKD", name)).replace("’", "'").replace("‘", "'")
    return ARTICLE.sub("", SPACE.sub(" ", plain).strip())


@cache
def all_countries() -> tuple[Country, ...]:
    """Return every country and territory, in the order of the alpha-2 codes."""
    table = files("sayso.vocab").joinpath("countries.csv").read_text(encoding="utf-8")
    return tuple(map(_country, csv.DictReader(table.splitlines())))


def _country(row: dict[str, str]) -> Country:
    lists = {name: tuple(filter(None, row[name].split(";"))) for name in LISTS}
    fields: dict[str, object] = {**row, **lists, "neighbours": tuple(row["neighbours"].split())}
    return msgspec.convert(fields, Country, strict=False)


@cache
def _by_name() -> _Names:
    return _Names((name, country) for country in all_countries() for name in (country.name, *country.names))


@cache
def _by_demonym() -> _Names:
    return _Names((word, country) for country in all_countries() for word in country.demonyms)


@cache
def _by_capital() -> _Names:
    by_size = sorted(all_countries(), key=lambda country: -country.population)
    return _Names((city, country) for country in by_size for city in country.capitals)


@cache
def _by_metonym() -> _Names:
    return _Names((seat, country) for country in all_countries() for seat in country.metonyms)


@cache
def _by_code() -> dict[str, Country]:
    codes = {code: country for country in all_countries() for code in (country.alpha2, country.alpha3)}
    return codes | {"KOS": codes["XKX"]}


def by_name(name: str) -> Country | None:
    """Return the country of this name or abbreviation ("Britain", "the U.S."), or ``None``."""
    return _by_name().get(name)


def by_demonym(word: str) -> Country | None:
    """Return the country whose people or things are so called ("Turkish", "Afghans"), or ``None``."""
    return _by_demonym().get(word) or (_by_demonym().get(word[:-1]) if word.endswith("s") else None)


def by_capital(name: str) -> Country | None:
    """Return the country whose capital or seat of government this is ("Ankara"), or ``None``."""
    return _by_capital().get(name)


def by_metonym(name: str) -> Country | None:
    """Return the country whose government this seat of power stands for ("the Kremlin"), or ``None``."""
    return _by_metonym().get(name)


def by_code(code: str) -> Country | None:
    """Return the country of this ISO 3166-1 alpha-2 or alpha-3 code (``KOS`` is Kosovo too), or ``None``."""
    return _by_code().get(code)
