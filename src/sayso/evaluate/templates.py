"""Gold of incidents: the templates of MUC-4, and the fills of their slots with what may stand for each.

An alternative is written ``A / B``; a place is a chain from the country down, ``EL SALVADOR: SAN SALVADOR (CITY)``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

import msgspec

from sayso.evaluate.gold import Marked, decoded
from sayso.evaluate.names import names

SHAPE = (
    '{"id", "text", "date", "templates": [{"incident_type", "incident_date", "incident_location", '
    '"perp_organization_id", "hum_tgt_name", "hum_tgt_description", "optional"}]}, '
    'each slot a list of {"value" or "strings", "optional"}'
)
Value = TypeVar("Value")
Within = tuple[str | None, str | None]
"""First and last day, as ISO dates; ``None`` where that side is open."""


class Fill(msgspec.Struct, frozen=True):
    """A fill of a slot: a value of a list, or the strings of the text that stand for it."""

    value: str | None = None
    strings: tuple[str, ...] = ()
    optional: bool = False


class Template(msgspec.Struct, frozen=True):
    """An incident: its slots, each with its fills. One that is optional need not be found."""

    optional: bool = False
    type: tuple[Fill, ...] = msgspec.field(name="incident_type", default=())
    date: tuple[Fill, ...] = msgspec.field(name="incident_date", default=())
    place: tuple[Fill, ...] = msgspec.field(name="incident_location", default=())
    organisation: tuple[Fill, ...] = msgspec.field(name="perp_organization_id", default=())
    victim_names: tuple[Fill, ...] = msgspec.field(name="hum_tgt_name", default=())
    victim_descriptions: tuple[Fill, ...] = msgspec.field(name="hum_tgt_description", default=())


class Gold(Marked, frozen=True):
    """A report with its templates."""

    templates: tuple[Template, ...]


@dataclass(frozen=True, slots=True)
class Options(Generic[Value]):
    """A marked fill: all that may stand for it, and whether it need not be found."""

    fills: frozenset[Value]
    optional: bool


@dataclass(frozen=True, slots=True)
class Fills:
    """The marked fills of a report in each slot, without repeats."""

    type: tuple[Options[str], ...]
    date: tuple[Options[Within], ...]
    place: tuple[Options[str], ...]
    organisation: tuple[Options[str], ...]
    victim: tuple[Options[str], ...]


def gold_of(line: bytes | str) -> Gold:
    """Return a line of a gold file. Raises ``BadLine`` where it has another shape."""
    return decoded(line, Gold, SHAPE)


def fills_of(gold: Gold) -> Fills:
    """Return the marked fills of all templates; what one of them requires is required."""
    templates = gold.templates
    return Fills(
        type=_merged((one, _values(one.type, _plain)) for one in templates),
        date=_merged((one, _values(one.date, _dates)) for one in templates),
        place=_merged((one, _values(one.place, _chains)) for one in templates),
        organisation=_merged((one, _strings(one.organisation)) for one in templates),
        victim=_merged((one, _victims(one)) for one in templates),
    )


def _merged(fills: Iterable[tuple[Template, Iterable[Options[Value]]]]) -> tuple[Options[Value], ...]:
    merged: dict[frozenset[Value], bool] = {}
    for template, options in fills:
        for one in options:
            if one.fills:
                merged[one.fills] = merged.get(one.fills, True) and (one.optional or template.optional)
    return tuple(Options(*one) for one in merged.items())


def _values(fills: Iterable[Fill], read: Callable[[Iterable[str]], frozenset[Value]]) -> Iterator[Options[Value]]:
    for fill in fills:
        if fill.value:
            yield Options(read([part.strip(" ()") for part in fill.value.split(" / ")]), fill.optional)


def _plain(options: Iterable[str]) -> frozenset[str]:
    return frozenset(options)


def _strings(fills: Iterable[Fill]) -> Iterator[Options[str]]:
    for fill in fills:
        yield Options(names(fill.strings), fill.optional)


def _victims(template: Template) -> list[Options[str]]:
    """Return the victims, by name and by description; those that share a string are one."""
    victims: list[Options[str]] = []
    for one in _strings((*template.victim_names, *template.victim_descriptions)):
        at = next((n for n, other in enumerate(victims) if other.fills & one.fills), None)
        if at is not None:
            victims[at] = Options(victims[at].fills | one.fills, victims[at].optional)
        elif one.fills:
            victims.append(one)
    return victims


def _dates(options: Iterable[str]) -> frozenset[Within]:
    return frozenset(within for option in options if (within := _within(option)))


def _within(written: str) -> Within | None:
    """Read "16 NOV 89", "- 16 NOV 89" or "1 NOV 89 - 30 NOV 89"."""
    first, dash, last = written.rpartition("-")
    until = _day(last)
    return ((_day(first) if dash else until), until) if until else None


def _day(written: str) -> str | None:
    try:
        return datetime.strptime(written.strip().title(), "%d %b %y").date().isoformat()
    except ValueError:
        return None


def _chains(options: Iterable[str]) -> frozenset[str]:
    return frozenset[str]().union(*map(_chain, options))


def _chain(written: str) -> frozenset[str]:
    """Return the names of a place, without the country where there is more."""
    parts = [re.sub(r"\(.*|\).*", "", part) for part in re.split(r":| - ", written)]
    return names(parts[1:] or parts)
