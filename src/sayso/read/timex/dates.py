"""Rules for dates that name a year, month or day: ``September 9, 2001``, ``24 Aug.``, ``the 1980s``, ``2021-08-24``."""

from __future__ import annotations

import re

from sayso.model import TimexMod
from sayso.read.timex.expression import Absolute, Century, Decade, Edge, Expression, Holiday, OfDay, Which
from sayso.read.timex.rules import FIGURES, rule
from sayso.read.timex.words import (
    DAY,
    DAY_WORDS,
    END,
    GAP,
    HOLIDAYS,
    HYPHEN,
    JOINT,
    MONTH,
    MONTHS,
    NUMBER_WORDS,
    ORDINALS,
    SHORT_MONTHS,
    YEAR,
    any_of,
    month_number,
    ordinal,
    spelled_year,
    word_before,
)

MONTH_STARTS = (*MONTHS, *SHORT_MONTHS)
WHOSE_YEAR = {"this": 0, "last": -1, "next": 1}
OF_YEAR = rf"(?:,?{GAP}(?:of{GAP}|in{GAP})?(?P<year>{YEAR})|,?{GAP}(?:of{GAP})?(?P<whose>this|last|next){GAP}year)"
WHICH = {
    "last": Which.LAST, "this past": Which.LAST, "the past": Which.LAST, "past": Which.LAST,
    "this": Which.THIS, "next": Which.NEXT, "this coming": Which.NEXT, "coming": Which.NEXT,
    "the coming": Which.NEXT, "the following": Which.FOLLOWING, "the next": Which.FOLLOWING,
    "the previous": Which.PREVIOUS, "that": Which.THAT,
}  # fmt: skip
WHICH_WORD = rf"(?P<which>{any_of(WHICH)})"
COUNTED = rf"(?![\d%]|[.,:]\d|{GAP}(?:%|percent|per{GAP}cent|million|billion|people|men|troops|soldiers|fighters)\b)"
"""What may not follow: then it is a number of something, not a day or year."""


def which_of(found: re.Match[str]) -> Which:
    """Return which of many is meant by the words of the group ``which``."""
    words = found["which"]
    return WHICH[" ".join(words.lower().split())] if words else Which.ANY


def year_of(found: re.Match[str]) -> int | None:
    """Return the year in the group ``year``."""
    return int(found["year"]) if found["year"] else None


def years_away(found: re.Match[str]) -> int | None:
    """Return how far the year of the group ``whose`` (this, last, next) is from that of publication."""
    return WHOSE_YEAR[found["whose"].lower()] if found["whose"] else None


@rule(rf"(?:{WHICH_WORD}{GAP})?{MONTH}{GAP}(?:the{GAP})?(?P<day>{DAY}|{DAY_WORDS}{END}){COUNTED}{OF_YEAR}?",
      (*MONTH_STARTS, "last", "this", "next"))  # fmt: skip
def month_day(found: re.Match[str]) -> Expression | None:
    """``September 9, 2001``, ``Aug. 24``, ``March eighth``."""
    return _day(found, found["month"], which=which_of(found))


@rule(rf"(?:the{GAP})?(?P<day>{DAY}|{DAY_WORDS}{END})(?:{GAP}of)?{JOINT}{MONTH}(?:{OF_YEAR}|-(?P<short>\d\d(?:\d\d)?))?",
      (FIGURES, *ORDINALS, "the"))  # fmt: skip
def day_month(found: re.Match[str]) -> Expression | None:
    """``24 August 2021``, ``the 9th of September``, ``24-Aug-21``."""
    return _day(found, found["month"], found["short"])


@rule(rf"(?P<day>{DAY})(?={HYPHEN}(?:{DAY}){GAP}{MONTH}{OF_YEAR}?|{GAP}(?:and|to|or){GAP}(?:{DAY}){GAP}(?P<other>{any_of(MONTHS)}))",
      (FIGURES,))  # fmt: skip
def first_day_of_range(found: re.Match[str]) -> Expression | None:
    """The first day in ``8-10 August`` and ``8 and 10 August``."""
    return _day(found, found["month"] or found["other"])


RANGE_BEFORE = re.compile(rf"{MONTH}{GAP}(?:{DAY})(?:{HYPHEN}|{GAP}(?:and|to){GAP})$", re.IGNORECASE)


@rule(rf"(?P<day>{DAY}){COUNTED}{OF_YEAR}?", (FIGURES,))
def last_day_of_range(found: re.Match[str]) -> Expression | None:
    """The last day in ``August 18-20`` and ``Aug. 18 and 20``."""
    before = RANGE_BEFORE.search(found.string[max(0, found.start() - 24) : found.start()])
    return _day(found, before["month"]) if before else None


def _day(found: re.Match[str], name: str, short: str | None = None, which: Which = Which.ANY) -> Expression | None:
    if not name[0].isupper():
        return None
    month, day, year = month_number(name), ordinal(found["day"]), year_of(found)
    if short:
        year = int(short) if len(short) == 4 else _full_year(int(short))
    elif (month, day) == (9, 11) and re.match(r"\s+(?:terror|attack)", found.string[found.end() : found.end() + 8]):
        year = year or 2001
    return Absolute(year, month, day, years_away(found), which)


def _full_year(short: int) -> int:
    """Return the year that two figures stand for, 1950 to 2049."""
    return short + (2000 if short < 50 else 1900)


MONTH_SIGNS = {
    "in", "since", "until", "till", "by", "from", "through", "of", "during", "early", "late", "mid", "before",
    "after", "between", "to", "and", "for", "this", "last", "next", "each", "every", "or", "around", "as",
}  # fmt: skip
MARCHERS = re.compile(rf"{GAP}(?:for|of{GAP}the|on|against){GAP}", re.IGNORECASE)
MAY_SIGNS = MONTH_SIGNS - {"and", "or", "to", "for", "as", "of"}


@rule(rf"(?:{WHICH_WORD}{GAP})?{MONTH}{OF_YEAR}?", (*MONTH_STARTS, "last", "this", "next", "that", "the"))
def month_only(found: re.Match[str]) -> Expression | None:
    """``August 1988``, ``June last year``, ``last December``."""
    name, which, before = found["month"], which_of(found), word_before(found.string, found.start())
    year, away = year_of(found), years_away(found)
    if not name[0].isupper() or which in (Which.FOLLOWING, Which.PREVIOUS):
        return None
    if which == Which.ANY and year is None and away is None:
        if name.lower() == "march" and MARCHERS.match(found.string, found.end()):
            return None
        if name.lower() == "may" and before not in MAY_SIGNS:
            return None
        if name.lower() in SHORT_MONTHS and before not in MONTH_SIGNS:
            return None
    return Absolute(year, month_number(name), None, away, which)


ISO_TIME = r"(?:[T ](?P<clock>(?:[01]\d|2[0-4]):[0-5]\d)(?::[0-5]\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?"


@rule(rf"(?P<year>{YEAR})(?P<mark>[-/.])(?P<month>1[0-2]|0?[1-9])(?:(?P=mark)(?P<day>3[01]|[12]\d|0?[1-9])(?!\d){ISO_TIME})?",
      (FIGURES,))  # fmt: skip
def iso(found: re.Match[str]) -> Expression | None:
    """``2021-08-24``, ``2021/08/24``, ``2021-08``, ``2021-08-24T10:30Z``."""
    month, day = found["month"], found["day"]
    if day is None and (found["mark"] != "-" or len(month) == 1):
        return None
    date = Absolute(int(found["year"]), int(month), int(day) if day else None)
    return OfDay(found["clock"], date) if found["clock"] else date


@rule(r"(?P<first>\d{1,2})(?P<mark>[-/.])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)?\d\d)(?![\d.]\d)", (FIGURES,))
def figures(found: re.Match[str]) -> Expression | None:
    """``24/08/2021`` or ``8/24/2021``; where both could be the month, neither is taken for it."""
    first, second, year = int(found["first"]), int(found["second"]), found["year"]
    number = int(year) if len(year) == 4 else _full_year(int(year))
    if first > 31 or second > 31 or min(first, second) == 0 or (first > 12 and second > 12):
        return None
    if first > 12 or first == second:
        return Absolute(number, second, first)
    return Absolute(number, first, second) if second > 12 else Absolute()


@rule(r"9/11(?!/)", (FIGURES,))
def nine_eleven(_: re.Match[str]) -> Expression:
    """``9/11``."""
    return Absolute(2001, 9, 11)


NUMBERED = {
    "resolution", "resolutions", "flight", "no", "number", "room", "page", "route", "highway", "unit", "article",
    "battalion", "class", "some", "about", "nearly", "almost", "least", "than", "over", "only", "another",
}  # fmt: skip
YEAR_SIGNS = {
    "in", "since", "of", "by", "until", "till", "before", "after", "from", "between", "during", "early", "late",
    "mid", "to", "circa", "spring", "summer", "autumn", "fall", "winter", "the", "and", "through",
}  # fmt: skip


@rule(rf"(?:(?P<the>the{GAP}year|year){GAP})?(?P<year>{YEAR}){COUNTED}(?![$€£°/])(?P<things>(?={GAP}[a-z]+s\b))?",
      (FIGURES, "the", "year"))  # fmt: skip
def year_only(found: re.Match[str]) -> Expression | None:
    """``1988``, ``the year 2000``; not a number of things."""
    text, start, year = found.string, found.start(), int(found["year"])
    if found["the"]:
        return Absolute(year)
    before = word_before(text, start)
    if text[max(0, start - 1) : start] in tuple("$€£#+*/.,") or before in NUMBERED:
        return None
    is_count = found["things"] is not None and (year % 100 == 0 or before not in YEAR_SIGNS)
    if is_count and not 1980 < year < 2050:
        return None
    return Absolute(year) if year >= 1900 or before in YEAR_SIGNS else None


RANGE_OF_YEARS = re.compile(rf"(?P<century>1[0-9]|20)(?P<first>\d\d){HYPHEN}$")


@rule(r"(?P<short>\d\d)(?![\d%]|[.,:/-]\d)", (FIGURES,))
def last_year_of_range(found: re.Match[str]) -> Expression | None:
    """The last year in ``2014-18``."""
    before = RANGE_OF_YEARS.search(found.string[max(0, found.start() - 5) : found.start()])
    if not before or int(found["short"]) <= int(before["first"]):
        return None
    return Absolute(int(before["century"] + found["short"]))


@rule(rf"(?:fiscal|financial|calendar|tax|FY){GAP}(?:year{GAP})?(?P<year>{YEAR})",
      ("fiscal", "financial", "calendar", "tax", "fy"))  # fmt: skip
def fiscal_year(found: re.Match[str]) -> Expression | None:
    """``fiscal 1988``: the calendar year of that name, since whose fiscal year it is isn't known."""
    return Absolute(year_of(found))


@rule(rf"(?:the{GAP}year{GAP})?(?:(?:nineteen|twenty){JOINT}{NUMBER_WORDS}|two{GAP}thousand(?:{GAP}and{JOINT}{NUMBER_WORDS})?)",
      ("the", "nineteen", "twenty"))  # fmt: skip
def year_in_words(found: re.Match[str]) -> Expression | None:
    """``nineteen ninety-four``, ``the year two thousand``."""
    words = found[0].lower()
    year = spelled_year(words[words.find("year") + 4 :].strip() if "year" in words else words)
    return Absolute(year) if year and 1900 <= year <= 2099 else None


NAMED_DECADES = {
    "twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970,
    "eighties": 1980, "nineties": 1990,
}  # fmt: skip


@rule(rf"(?:the{GAP})?(?:(?P<full>(?:1[0-9]|20)\d0)['’]?s|(?P<mark>['’‘])?(?P<short>\d0)['’]?s)", (FIGURES, "the"))
def decade_in_figures(found: re.Match[str]) -> Expression | None:
    """``the 1980s``, ``the '80s``; not the ``40s`` that someone is in."""
    if found["full"]:
        return Decade(int(found["full"]))
    is_marked = found["mark"] or found.string[max(0, found.start() - 1) : found.start()] in ("'", "’", "‘")
    is_named = found[0][:3].lower() == "the" and int(found["short"]) >= 50
    return Decade(_full_year(int(found["short"]))) if is_marked or is_named else None


@rule(rf"(?:the{GAP})?(?P<name>{any_of(NAMED_DECADES)})", ("the", *NAMED_DECADES))
def decade_in_words(found: re.Match[str]) -> Expression | None:
    """``the nineties``; not ``in his sixties``."""
    before = word_before(found.string, found.start())
    is_age = before in ("his", "her", "their", "my", "our", "your")
    return None if is_age else Decade(NAMED_DECADES[found["name"].lower()])


@rule(rf"(?:the{GAP})?(?P<nth>\d{{1,2}}(?:st|nd|rd|th)|{DAY_WORDS}){JOINT}century(?:{GAP}(?P<era>BCE?|B\.C\.))?",
      (FIGURES, "the", *ORDINALS))  # fmt: skip
def century(found: re.Match[str]) -> Expression | None:
    """``the 20th century``, ``nineteenth-century``."""
    number = ordinal(found["nth"])
    return Century(number) if 1 <= number <= 30 and not found["era"] else None


@rule(rf"(?:(?P<which>last|this|next){GAP})?(?P<name>{any_of(HOLIDAYS)})(?:,?{GAP}(?P<year>{YEAR}))?",
      ("last", "this", "next", *(name.split()[0].split("'")[0].split("’")[0] for name in HOLIDAYS)))  # fmt: skip
def holiday(found: re.Match[str]) -> Expression | None:
    """``Christmas Eve``, ``Easter Monday``, ``last Christmas``."""
    name = " ".join(found["name"].lower().replace("’", "'").split())
    return Holiday(name, year_of(found), which_of(found)) if found["name"][0].isupper() else None


@rule(rf"(?P<year>{YEAR}){GAP}(?:(?:or|and){GAP}(?P<way>later|beyond|after|onwards?|earlier|before)|onwards?)",
      (FIGURES,))  # fmt: skip
def open_year(found: re.Match[str]) -> Expression | None:
    """``1994 or later``, ``1990 and beyond``."""
    is_before = found["way"] in ("earlier", "before")
    return Edge(TimexMod.ON_OR_BEFORE if is_before else TimexMod.ON_OR_AFTER, Absolute(year_of(found)), 1.0)
