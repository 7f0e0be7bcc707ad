"""Rules for ``now``, ``recently`` and ``soon``, and for what happens again and again."""

from __future__ import annotations

import re

from sayso.read.timex.calendar import Unit
from sayso.read.timex.expression import Expression, Reference, Repeated
from sayso.read.timex.rules import rule
from sayso.read.timex.words import (
    ANY_UNIT,
    GAP,
    MONTHS,
    NUMBER,
    PARTS_OF_DAY,
    SEASON_CODES,
    UNITS,
    WEEKDAYS,
    any_of,
    month_number,
    number,
    word_before,
)

PRESENT = ("now", "right now", "currently", "current", "at present", "presently", "nowadays", "these days",
           "at the moment", "this moment", "for the moment")  # fmt: skip
PAST = ("recently", "more recently", "most recently", "recent", "lately", "the past", "the recent past",
        "the distant past", "then current")  # fmt: skip
FUTURE = ("soon", "in future", "the future", "the near future", "the foreseeable future", "the immediate future",
          "the not too distant future", "the short term", "sometime soon", "a later date", "the coming months",
          "coming months", "coming quarters")  # fmt: skip
VALUES = {
    **dict.fromkeys(PRESENT, "PRESENT_REF"), **dict.fromkeys(PAST, "PAST_REF"), **dict.fromkeys(FUTURE, "FUTURE_REF"),
}  # fmt: skip


@rule(rf"{any_of(VALUES)}", {words.split()[0] for words in VALUES})
def reference(found: re.Match[str]) -> Expression | None:
    """``now``, ``recently``, ``the past``, ``soon``."""
    words, text = " ".join(found[0].lower().split()), found.string
    is_measured = word_before(text, found.start()) in ("as", "too", "so", "how") or FOLLOWED.match(text, found.end())
    if words == "soon" and is_measured:
        return None
    return Reference(VALUES[words])


FOLLOWED = re.compile(rf"{GAP}(?:after|as|enough){GAP}", re.IGNORECASE)

ADVERBS = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "XXXX-XX-XXTNI", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y",
    "annually": "P1Y",
}  # fmt: skip


@rule(rf"(?:twice{GAP}|bi-?)?{any_of(ADVERBS)}", ("twice", *ADVERBS))
def adverb(found: re.Match[str]) -> Expression | None:
    """``daily``; not a newspaper's ``Daily``."""
    word = found[0].lower().split()[-1]
    return Repeated(ADVERBS[word]) if word in ADVERBS and not found[0][0].isupper() else None


LETTERS = {Unit.SECOND: "S", Unit.MINUTE: "M", Unit.HOUR: "H", Unit.DAY: "D", Unit.WEEK: "W", Unit.MONTH: "M",
           Unit.QUARTER: "Q", Unit.YEAR: "Y", Unit.DECADE: "E", Unit.CENTURY: "C"}  # fmt: skip
"""The letters of TIMEX3 for units; those below a day follow a ``T``."""


@rule(rf"(?:every|each){GAP}(?:(?P<count>{NUMBER}|other|few){GAP})?(?P<unit>{any_of(ANY_UNIT)})", ("every", "each"))
def every_unit(found: re.Match[str]) -> Expression | None:
    """``every day``, ``each month``, ``every two weeks``."""
    unit, words = ANY_UNIT[found["unit"].lower()], (found["count"] or "one").lower()
    count = {"other": "2", "few": "X"}.get(words) or f"{number(words) or 1:g}"
    return Repeated(f"P{'T' if unit < Unit.DAY else ''}{count}{LETTERS[unit]}")


NAMES = any_of([*WEEKDAYS, *MONTHS, *SEASON_CODES, *PARTS_OF_DAY])


@rule(rf"(?:every|each){GAP}(?P<name>{NAMES})(?:{GAP}(?P<part>{any_of(PARTS_OF_DAY)}))?", ("every", "each"))
def every_named(found: re.Match[str]) -> Expression:
    """``every Friday``, ``each July``, ``every night``."""
    name = found["name"].lower()
    part = f"T{PARTS_OF_DAY[found['part'].lower()]}" if found["part"] else ""
    if name in WEEKDAYS:
        return Repeated(f"XXXX-WXX-{WEEKDAYS[name]}{part}")
    if name in MONTHS:
        return Repeated(f"XXXX-{month_number(name):02}")
    return Repeated(f"XXXX-{SEASON_CODES[name]}" if name in SEASON_CODES else f"XXXX-XX-XXT{PARTS_OF_DAY[name]}")


@rule(rf"(?:once|twice|(?:two|three|four|five|several){GAP}times){GAP}(?:a|an|each|every|per){GAP}(?P<unit>{any_of(UNITS)})",
      ("once", "twice", "two", "three", "four", "five", "several"))  # fmt: skip
def times_a_unit(found: re.Match[str]) -> Expression:
    """``twice a week``."""
    unit = UNITS[found["unit"].lower()]
    return Repeated(f"P{'T' if unit < Unit.DAY else ''}1{LETTERS[unit]}")
