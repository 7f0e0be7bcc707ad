"""Rules for quarters and halves of a year, and the year-on-year talk of company reports."""

from __future__ import annotations

import re

from sayso.read.timex.dates import WHOSE_YEAR
from sayso.read.timex.expression import Expression, Repeated, SameQuarter, YearPart
from sayso.read.timex.rules import FIGURES, rule
from sayso.read.timex.words import GAP, JOINT, YEAR

NTH = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "final": 4, "latter": 2,
}  # fmt: skip
OF_WHICH_YEAR = rf"(?:,?{GAP}(?:of{GAP}|in{GAP})?(?:(?P<year>{YEAR})|(?P<whose>this|last|next|the){GAP}year))"
YEAR_FIRST = rf"(?:(?P<year_first>{YEAR}){GAP}|(?P<whose_first>this|last|next){GAP}year['’]s{GAP})"


def _year(found: re.Match[str]) -> int | None:
    return next((int(found[group]) for group in ("year", "year_first") if found[group]), None)


def _away(found: re.Match[str]) -> int | None:
    word = found["whose"] or found["whose_first"]
    return WHOSE_YEAR.get(word.lower(), 0) if word else None


@rule(rf"(?:the{GAP})?{YEAR_FIRST}?(?:fiscal{JOINT})?(?P<nth>first|second|third|fourth|final|[1-4](?:st|nd|rd|th)){JOINT}quarter(?P<many>s)?{OF_WHICH_YEAR}?",
      ("the", "fiscal", "this", "last", "next", FIGURES, *NTH))  # fmt: skip
def nth_quarter(found: re.Match[str]) -> Expression:
    """``third-quarter``, ``the fourth quarter of 1990``, ``last year's first quarter``."""
    code = f"Q{NTH[found['nth'].lower()]}"
    return Repeated(f"XXXX-{code}") if found["many"] else YearPart(code, _year(found), _away(found))


@rule(rf"Q(?P<nth>[1-4])(?:{GAP}(?:of{GAP})?(?P<year>{YEAR}))?", ("q1", "q2", "q3", "q4"))
def short_quarter(found: re.Match[str]) -> Expression:
    """``Q3 2020``."""
    return YearPart(f"Q{found['nth']}", int(found["year"]) if found["year"] else None)


@rule(rf"(?:the{GAP})?{YEAR_FIRST}?(?P<nth>first|second|latter){JOINT}half{OF_WHICH_YEAR}",
      ("the", *NTH, "this", "last", "next"))  # fmt: skip
def half_of_year(found: re.Match[str]) -> Expression:
    """``the first half of 2018``; a half of something else is no time."""
    return YearPart(f"H{NTH[found['nth'].lower()]}", _year(found), _away(found))


@rule(rf"the{GAP}(?:latest|current|recent){GAP}(?:fiscal{GAP})?(?:quarter|period)", ("the",))
def latest_quarter(_: re.Match[str]) -> Expression:
    """``the latest quarter``, ``the latest period``."""
    return SameQuarter()


@rule(rf"(?:the{GAP})?(?:(?:comparable|corresponding|same){GAP})?year{JOINT}(?:ago|earlier)(?:{GAP}(?:quarter|period|level|figure))?",
      ("the", "year"))  # fmt: skip
def year_earlier_quarter(_: re.Match[str]) -> Expression:
    """``the year-earlier period``, ``year-ago``."""
    return SameQuarter(-1)


@rule(rf"the{GAP}(?:(?:comparable|corresponding|same){GAP})?(?:period|quarter)(?:{GAP}of)?{GAP}(?:last{GAP}year|a{GAP}year{GAP}(?:ago|earlier))"
      rf"|last{GAP}year['’]s{GAP}(?:period|quarter)", ("the", "last"))  # fmt: skip
def same_quarter_last_year(_: re.Match[str]) -> Expression:
    """``the corresponding period last year``."""
    return SameQuarter(-1)


@rule(rf"the{GAP}(?P<year>{YEAR}){GAP}(?:period|quarter)", ("the",))
def quarter_of_year(found: re.Match[str]) -> Expression:
    """``the 1988 period``."""
    return SameQuarter(year=int(found["year"]))


@rule(rf"the{GAP}quarter(?!{JOINT}(?:of|final|million|mile|century|finals|to)\b)", ("the",))
def the_quarter(_: re.Match[str]) -> Expression:
    """``the quarter``: the one last spoken of."""
    return SameQuarter()
