"""Outlets: newspapers, agencies, broadcasters and news sites by name (``outlets.toml``)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

import msgspec


class Outlet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A news outlet: its name, the other names under which reports cite it, and the country of its seat.

    ``country`` is ISO 3166-1 alpha-3, empty where it has none. ``word`` marks a name that is also a common word
    or another name ("Time"): it counts only with the article that belongs to it, as printed.
    """

    name: str
    aliases: tuple[str, ...] = ()
    country: str = ""
    word: bool = False


ARTICLES = ("the ", "The ")


@cache
def all_outlets() -> tuple[Outlet, ...]:
    """Return every outlet, in the order of the file."""
    table = tomllib.loads(files("sayso.vocab").joinpath("outlets.toml").read_text(encoding="utf-8"))
    return tuple(msgspec.convert(row, Outlet) for row in table["outlet"])


@cache
def _by_name() -> dict[str, Outlet]:
    found: dict[str, Outlet] = {}
    for outlet in all_outlets():
        for name in (outlet.name, *outlet.aliases):
            found.setdefault(name, outlet)
            if name.startswith(ARTICLES) and outlet.word:
                found.setdefault("the " + name[4:], outlet)
            elif not outlet.word:
                found.setdefault(name.removeprefix("The "), outlet)
    return found


def by_name(name: str) -> Outlet | None:
    """Return the outlet of this name, as printed and with or without its article, or ``None``.

    Case counts ("the Sun" is an outlet, "the sun" is none); a name that is also a common word needs its article.
    """
    found = _by_name().get(name)
    if found is None and name.startswith(ARTICLES):
        plain = _by_name().get(name[4:])
        return plain if plain and not plain.word else None
    return found
