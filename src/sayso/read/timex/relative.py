"""Rules for dates told from another one: ``yesterday``, ``last week``, ``this summer``, ``the following day``."""

from __future__ import annotations

import re

from sayso.model import TimexMod
from sayso.read.timex.calendar import Unit
from sayso.read.timex.dates import OF_YEAR, WHICH_WORD, which_of, year_of, years_away
from sayso.read.timex.expression import (
    Amount,
    Away,
    Duration,
    Edge,
    Expression,
    Origin,
    Repeated,
    Shift,
    Weekday,
    Weekend,
    Which,
    YearPart,
)
from sayso.read.timex.rules import rule
from sayso.read.timex.words import (
    GAP,
    HYPHEN,
    JOINT,
    MONTH,
    SEASON_CODES,
    UNITS,
    WEEKDAYS,
    any_of,
    word_before,
)

DAYS_AWAY = {
    "today": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2,
}  # fmt: skip


@rule(rf"(?<!USA ){any_of(DAYS_AWAY)}(?!{GAP}(?:programme|program|show)\b)", ("today", "yesterday", "tomorrow", "the"))
def named_day(found: re.Match[str]) -> Expression:
    """``today``, ``the day before yesterday``."""
    return Away(Unit.DAY, DAYS_AWAY[" ".join(found[0].lower().split())])


WEEKS_AWAY = {"last": -1, "this": 0, "next": 1}
NOT_DAYS = r"Times|Telegraph|Mirror|Express|Mail|Herald|Post|Age|Independent|Sun|Star|World|Review|Massacre|Agreement"
NAMED_AFTER_DAYS = {"bloody", "black", "good", "ash", "palm", "super", "cyber", "boxing", "man", "girl"}


@rule(rf"(?:{WHICH_WORD}{GAP})?(?P<name>{any_of(WEEKDAYS)})(?!{GAP}(?:{NOT_DAYS})\b|s\b)(?:,?{GAP}(?:of{GAP})?(?P<week>last|this|next){GAP}week)?",
      (*WEEKDAYS, "last", "this", "next", "the", "following", "coming", "past", "previous"))  # fmt: skip
def weekday(found: re.Match[str]) -> Expression | None:
    """``Tuesday``, ``last Friday``, ``Tuesday of last week``, ``the following Monday``."""
    if not found["name"][0].isupper() or word_before(found.string, found.start()) in NAMED_AFTER_DAYS:
        return None
    weeks = WEEKS_AWAY[found["week"].lower()] if found["week"] else None
    return Weekday(WEEKDAYS[found["name"].lower()], which_of(found), weeks)


@rule(rf"(?:(?:every|each){GAP})?(?P<name>{any_of(WEEKDAYS)})s(?!['’])", (*(f"{name}s" for name in WEEKDAYS),))
def weekdays(found: re.Match[str]) -> Expression | None:
    """``Fridays``: every one of them."""
    return Repeated(f"XXXX-WXX-{WEEKDAYS[found['name'].lower()]}") if found["name"][0].isupper() else None


FROM_PUBLICATION = {
    "this": 0, "the current": 0, "last": -1, "this past": -1, "the past": -1, "next": 1, "the coming": 1,
    "this coming": 1, "this current": 0, "current": 0,
}  # fmt: skip
FROM_PREVIOUS = {
    "that": 0, "that same": 0, "the same": 0, "the following": 1, "the next": 1, "the previous": -1,
    "the preceding": -1, "the ensuing": 1,
}  # fmt: skip
OF_SOMETHING = re.compile(rf"{GAP}of{GAP}(?:the|his|her|its|their|our|my|a|an)\b", re.IGNORECASE)
LENGTH_SIGNS = {"over", "in", "within", "during", "for", "through", "throughout"}
TOLD_UNITS = any_of(word for word, unit in UNITS.items() if unit >= Unit.DAY and word != "fortnight")
UNIT_STARTS = ("this", "last", "next", "that", "the", "current")


@rule(rf"(?P<how>{any_of(FROM_PUBLICATION)}){GAP}(?:fiscal{GAP}|calendar{GAP}|academic{GAP}|school{GAP})?(?P<unit>{TOLD_UNITS})(?!{HYPHEN}|{GAP}or{GAP}so)",
      UNIT_STARTS)  # fmt: skip
def unit_from_publication(found: re.Match[str]) -> Expression | None:
    """``this week``, ``last year``, ``the current quarter``; ``the past year`` is a length of time.

    ``the last year of his rule`` is the last of those years, whenever that was.
    """
    is_one_of = word_before(found.string, found.start()) in ("the", "his", "her", "its", "their")
    if is_one_of and found["how"].lower() == "last" and OF_SOMETHING.match(found.string, found.end()):
        return None
    how, word = " ".join(found["how"].lower().split()), found["unit"].lower()
    unit, offset = UNITS[word], FROM_PUBLICATION[how]
    if word in ("day", "night"):
        return None
    if how in ("the past", "this past", "the coming"):
        return Duration(Amount(1, unit), toward=offset)
    return Away(unit, offset)


@rule(rf"(?P<how>{any_of(FROM_PREVIOUS)}){GAP}(?:fiscal{GAP})?(?P<unit>{TOLD_UNITS})(?!{HYPHEN})(?P<about>{GAP}or{GAP}so)?",
      UNIT_STARTS)  # fmt: skip
def unit_from_previous(found: re.Match[str]) -> Expression | None:
    """``that day``, ``the following year``; ``over the next year`` is a length of time."""
    how, word = " ".join(found["how"].lower().split()), found["unit"].lower()
    unit = UNITS[word]
    if word == "night":
        return None
    if how == "the next" and unit != Unit.DAY and word_before(found.string, found.start()) in LENGTH_SIGNS:
        return Duration(Amount(1, unit), TimexMod.APPROX if found["about"] else None, toward=1)
    return Away(unit, FROM_PREVIOUS[how], Origin.PREVIOUS)


@rule(rf"(?:the|a){GAP}(?P<unit>day|week|month|year){GAP}(?P<way>before|after|earlier|later)(?={GAP}?[.,;:!?)\]—–]|{GAP}?$|{GAP}(?:when|in|at|and|but)\b)",
      ("the", "a"))  # fmt: skip
def unit_before(found: re.Match[str]) -> Expression | None:
    """``the day before``, where no event follows."""
    sign = -1 if found["way"].lower() in ("before", "earlier") else 1
    return Shift(Amount(1, UNITS[found["unit"].lower()]), sign, Origin.PREVIOUS)


WHOLE = rf"(?:full{GAP}|entire{GAP}|whole{GAP}|fiscal{GAP}|current{GAP}|calendar{GAP})?"


ENDED = rf"(?P<ended>(?={GAP}(?:ended|ending){GAP}(?:on{GAP})?(?:{MONTH}|\d)))"
NO_CLAUSE = rf"(?!{HYPHEN}|{GAP}(?:before|after|when|that|in{GAP}which|he|she|they|we|you|\d)\b)"


@rule(rf"the{GAP}{WHOLE}(?P<unit>year|month|week){NO_CLAUSE}{ENDED}?", ("the",))
def the_unit(found: re.Match[str]) -> Expression | None:
    """``the year``, ``the month``: the one of the publication; ``the year ended`` on some day is a length of time."""
    unit = UNITS[found["unit"].lower()]
    return Away(unit, 0) if found["ended"] is None else Duration(Amount(1, unit))


@rule(rf"(?:the{GAP})?year(?:['’]s)?{JOINT}end", ("the", "year"))
def year_end(_: re.Match[str]) -> Expression:
    """``year-end``, ``the year's end``."""
    return Edge(TimexMod.END, Away(Unit.YEAR, 0), 0.25)


WEEKENDS_AWAY = {"this": 0, "last": -1, "next": 1, "this coming": 0, "this past": -1}


@rule(rf"(?P<how>the|{any_of(WEEKENDS_AWAY)}|(?P<that>that)){GAP}weekend", ("the", *UNIT_STARTS))
def weekend(found: re.Match[str]) -> Expression | None:
    """``the weekend``, ``last weekend``."""
    return None if found["that"] else Weekend(WEEKENDS_AWAY.get(" ".join(found["how"].lower().split())))


@rule(rf"(?:{WHICH_WORD}{GAP}|(?P<the>the){GAP})?(?P<name>{any_of(SEASON_CODES)}){OF_YEAR}?",
      (*SEASON_CODES, *UNIT_STARTS))  # fmt: skip
def season(found: re.Match[str]) -> Expression | None:
    """``this summer``, ``the winter of 2017``, ``in spring``; not ``to fall`` or ``Arab Spring``."""
    name, which, before = found["name"], which_of(found), word_before(found.string, found.start())
    dated = year_of(found) is not None or years_away(found) is not None
    is_told = dated or which != Which.ANY or (found["the"] and name.lower() != "fall")
    is_told = is_told or before in ("in", "since", "until", "by", "during", "late", "early", "mid")
    is_collapse = name.lower() == "fall" and dated and re.search(r"\sin\s", found[0])
    if not is_told or is_collapse or (name[0].isupper() and not dated):
        return None
    return YearPart(SEASON_CODES[name.lower()], year_of(found), years_away(found), which)
