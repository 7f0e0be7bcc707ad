"""Rules for times of the day: ``5 p.m. EST``, ``this morning``, ``overnight``; and what joins them to a day."""

from __future__ import annotations

import re

from sayso.model import TimexMod
from sayso.read.timex.calendar import Unit
from sayso.read.timex.expression import Away, Edge, Expression, OfDay, Origin
from sayso.read.timex.rules import FIGURES, rule
from sayso.read.timex.words import CARDINALS, END, GAP, JOINT, PARTS_OF_DAY, any_of, word_before

ZONES = ("GMT", "UTC", "EST", "EDT", "ET", "CST", "CDT", "PST", "PDT", "BST", "CET", "CEST", "EET", "MSK", "local time",
         "eastern time", "eastern")  # fmt: skip
ZONE = rf"(?:{GAP}{any_of(ZONES)}\b)"
HALF_DAY = r"(?P<half>[ap]\.m\.|[ap]\.?m\b)"
CLOCK_SIGNS = {
    "at", "by", "until", "till", "from", "around", "about", "before", "after", "since", "shortly", "between",
    "and", "to", "nearly",
}  # fmt: skip
NAMED_CLOCK = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}


def clock_value(hour: int, minute: int, half: str | None) -> str | None:
    """Return a time of the clock as ``17:30``; None if there is no such time."""
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half[0].lower() == "p" else 0)
    return f"{hour:02}:{minute:02}" if hour <= 24 and minute < 60 else None


@rule(rf"(?P<hour>\d{{1,2}})(?:[:.](?P<minute>[0-5]\d))?[ \xa0]?{HALF_DAY}{ZONE}?", (FIGURES,))
def twelve_hours(found: re.Match[str]) -> Expression | None:
    """``5 p.m. EST``, ``10:35am``."""
    value = clock_value(int(found["hour"]), int(found["minute"] or 0), found["half"])
    return OfDay(value) if value else None


@rule(rf"(?P<hour>[01]?\d|2[0-4])(?P<mark>:?)(?P<minute>[0-5]\d)(?P<zone>h|{ZONE})?(?![:%]|[.,]\d)", (FIGURES,))
def twenty_four_hours(found: re.Match[str]) -> Expression | None:
    """``10:35``, ``0735 GMT``."""
    is_sure = found["zone"] is not None
    is_told = found["mark"] != "" and word_before(found.string, found.start()) in CLOCK_SIGNS
    is_plain = found["mark"] == ":" and len(found["hour"]) == 2
    if not (is_sure or is_told or is_plain):
        return None
    value = clock_value(int(found["hour"]), int(found["minute"]), None)
    return OfDay(value) if value else None


@rule(rf"(?P<hour>\d{{1,2}}|{any_of(CARDINALS)}){GAP}o['’]clock", (FIGURES, *CARDINALS))
def o_clock(found: re.Match[str]) -> Expression | None:
    """``five o'clock``: which half of the day is not said."""
    hour = int(found["hour"]) if found["hour"].isdigit() else CARDINALS[found["hour"].lower()]
    value = clock_value(hour, 0, None)
    return OfDay(value) if value else None


@rule(rf"{any_of(NAMED_CLOCK)}", NAMED_CLOCK)
def named_clock(found: re.Match[str]) -> Expression:
    """``noon``, ``midnight``."""
    return OfDay(NAMED_CLOCK[found[0].lower()])


DAY_OF_PART = {
    "this": Away(Unit.DAY, 0), "last": Away(Unit.DAY, -1), "that": Away(Unit.DAY, 0, Origin.PREVIOUS),
    "the same": Away(Unit.DAY, 0, Origin.PREVIOUS), "the next": Away(Unit.DAY, 1, Origin.PREVIOUS),
    "the following": Away(Unit.DAY, 1, Origin.PREVIOUS), "the previous": Away(Unit.DAY, -1, Origin.PREVIOUS),
}  # fmt: skip
PART = rf"(?P<part>{any_of(PARTS_OF_DAY)})"


@rule(rf"(?P<whose>{any_of(DAY_OF_PART)}){GAP}{PART}", ("this", "last", "that", "the"))
def part_of_told_day(found: re.Match[str]) -> Expression:
    """``this morning``, ``last night``, ``the following evening``."""
    whose = DAY_OF_PART[" ".join(found["whose"].lower().split())]
    return OfDay(PARTS_OF_DAY[found["part"].lower()], whose)


EDGE_OF_PART = {"early": TimexMod.START, "mid": TimexMod.MID, "late": TimexMod.END}


@rule(rf"(?P<edge>early|mid|late){JOINT}{PART}", ("early", "mid", "late"))
def edge_of_part(found: re.Match[str]) -> Expression:
    """``mid-afternoon``, ``late evening``."""
    return Edge(EDGE_OF_PART[found["edge"].lower()], OfDay(PARTS_OF_DAY[found["part"].lower()]))


@rule(r"(?:tonight|overnight)", ("tonight", "overnight"))
def night(found: re.Match[str]) -> Expression | None:
    """``tonight``; ``overnight`` in news is the night before the publication."""
    return OfDay("NI", Away(Unit.DAY, 0 if found[0].lower() == "tonight" else -1))


PART_AFTER = re.compile(
    rf"(?:,?{GAP}(?:in{GAP}the{GAP}|at{GAP})?)(?:(?P<edge>early|mid|late){JOINT})?{PART}(?P<many>s)?{END}",
    re.IGNORECASE,
)
"""A part of the day after the day: ``Friday evening``, ``yesterday in the early morning``."""
CLOCK_AFTER = re.compile(
    rf",?{GAP}(?:at{GAP})?(?:about{GAP}|around{GAP})?"
    rf"(?P<hour>\d{{1,2}})(?:[:.](?P<minute>[0-5]\d))?(?:[ \xa0]?{HALF_DAY})?{ZONE}?{END}",
    re.IGNORECASE,
)
"""A time of the clock after the day: ``Friday at 5 p.m.``"""
DAY_AFTER = re.compile(rf",?{GAP}(?:on{GAP}|of{GAP}|(?=\w))", re.IGNORECASE)
"""What joins a time of day to the day after it: ``5 p.m. on Friday``, ``the morning of 9 September``."""


@rule(rf"the{GAP}(?:(?P<edge>early|late){GAP})?{PART}(?={GAP}of{GAP}(?:\d|[A-Z]))", ("the",))
def part_before_day(found: re.Match[str]) -> Expression:
    """``the morning`` of a day that follows."""
    part = OfDay(PARTS_OF_DAY[found["part"].lower()])
    return Edge(EDGE_OF_PART[found["edge"].lower()], part) if found["edge"] else part
