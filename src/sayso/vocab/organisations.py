"""Organisations: groups, alliances and agencies whose names do not say what they are (``organisations.toml``)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

import msgspec

from sayso.model import PartyType


class Organisation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A known body: its name, the names and acronyms that mean the same body, its type and its country.

    ``country`` is ISO 3166-1 alpha-3, empty where it has none.
    """

    name: str
    type: PartyType
    aliases: tuple[str, ...] = ()
    country: str = ""


KINDS = (PartyType.ARMED_GROUP, PartyType.ORGANISATION, PartyType.GOVERNMENT)


@cache
def all_organisations() -> tuple[Organisation, ...]:
    """Return every organisation, kind by kind in the order of the file."""
    table = tomllib.loads(files("sayso.vocab").joinpath("organisations.toml").read_text(encoding="utf-8"))
    return tuple(msgspec.convert({**row, "type": kind}, Organisation) for kind in KINDS for row in table[kind])


@cache
def _by_name() -> dict[str, Organisation]:
    found: dict[str, Organisation] = {}
    for organisation in all_organisations():
        for name in (organisation.name, *organisation.aliases):
            found.setdefault(name.replace("’", "'"), organisation)
    return found


def by_name(name: str) -> Organisation | None:
    """Return the organisation of this name or acronym, without article and as printed, or ``None``."""
    return _by_name().get(name.replace("’", "'"))
