"""The words of English for numbers, months, weekdays, units and the like, and the regular expressions made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sayso.model import TimexMod
from sayso.read.timex.calendar import Unit


def any_of(words: Iterable[str]) -> str:
    """Return a regular expression for any of these words, the longest first, spaces being any gap."""
    longest = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", GAP) for word in longest) + ")"


GAP = r"[ \t\xa0]{0,2}\s"
"""White space between the words of an expression: at most one line break."""
HYPHEN = r"[-‐‑–]"
JOINT = rf"(?:{HYPHEN}|{GAP})"
END = r"(?![^\W_])"
"""The end of a word."""

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12,
}  # fmt: skip
SHORT_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip
MONTH = rf"(?P<month>{any_of(MONTHS)}{END}|{any_of(SHORT_MONTHS)}{END}\.?)"

WEEKDAYS = {
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
}  # fmt: skip
SHORT_WEEKDAYS = {
    "mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7,
}  # fmt: skip

SEASON_CODES = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}

UNITS = {
    "second": Unit.SECOND, "minute": Unit.MINUTE, "hour": Unit.HOUR, "day": Unit.DAY, "night": Unit.DAY,
    "week": Unit.WEEK, "fortnight": Unit.WEEK, "month": Unit.MONTH, "quarter": Unit.QUARTER, "year": Unit.YEAR,
    "decade": Unit.DECADE, "century": Unit.CENTURY,
}  # fmt: skip
PLURAL_UNITS = {("centuries" if word == "century" else f"{word}s"): unit for word, unit in UNITS.items()}
ANY_UNIT = UNITS | PLURAL_UNITS

ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
CARDINALS = {word: value for value, word in enumerate(ONES)} | {word: 10 * value for value, word in enumerate(TENS, 2)}
SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000}
NTH = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth",
    "twenty-sixth", "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first",
)  # fmt: skip
ORDINALS = {word: value for value, word in enumerate(NTH, 1)}

_WORD = any_of([*CARDINALS, *SCALES])
NUMBER_WORDS = rf"(?:an?{GAP}(?={any_of(SCALES)}))?{_WORD}(?:(?:{GAP}and)?{JOINT}{_WORD}){{0,4}}"
FIGURE = rf"\d{{1,3}}(?:,\d{{3}}){{1,2}}|\d{{1,5}}(?:\.\d{{1,2}}|½|{JOINT}1/2)?"
NUMBER = rf"(?:{FIGURE}|{NUMBER_WORDS})(?:{GAP}and{GAP}a{GAP}half)?"
YEAR = r"(?:1[0-9]|20)\d\d(?!\d)"
"""A year of four digits, 1000 to 2099."""
DAY = rf"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[.,:]\d){END}"
DAY_WORDS = any_of(ORDINALS)

MODS = {
    "more than": TimexMod.MORE_THAN, "less than": TimexMod.LESS_THAN, "fewer than": TimexMod.LESS_THAN,
    "nearly": TimexMod.LESS_THAN, "almost": TimexMod.LESS_THAN, "at least": TimexMod.EQUAL_OR_MORE,
    "at most": TimexMod.EQUAL_OR_LESS, "up to": TimexMod.EQUAL_OR_LESS, "no more than": TimexMod.EQUAL_OR_LESS,
    "about": TimexMod.APPROX, "around": TimexMod.APPROX, "roughly": TimexMod.APPROX, "some": TimexMod.APPROX,
    "approximately": TimexMod.APPROX, "well over": TimexMod.MORE_THAN, "just over": TimexMod.MORE_THAN,
    "just under": TimexMod.LESS_THAN,
}  # fmt: skip
MOD = any_of(MODS)

PARTS_OF_DAY = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}

HOLIDAYS: dict[str, tuple[int, int] | int] = {
    "christmas day": (12, 25), "christmas eve": (12, 24), "christmas": (12, 25), "boxing day": (12, 26),
    "new year's day": (1, 1), "new year’s day": (1, 1), "new year's eve": (12, 31), "new year’s eve": (12, 31),
    "valentine's day": (2, 14), "valentine’s day": (2, 14), "halloween": (10, 31), "bastille day": (7, 14),
    "nowruz": (3, 21), "armistice day": (11, 11), "easter sunday": 0, "easter monday": 1,
    "good friday": -2, "palm sunday": -7, "easter": 0,
}  # fmt: skip
"""Holiday -> (month, day), or the days after Easter Sunday."""


def number(words: str) -> float | None:
    """Return the number that words or figures stand for (``twenty-four``, ``2 1/2``, ``1,500``), or None."""
    words = words.lower().replace(",", "")
    halves = 0.5 if re.search(r"½|1/2|half", words) else 0.0
    words = re.sub(r"½|1/2|\band\s+a\s+half", "", words)
    figures = re.match(r"\s*(\d+(?:\.\d+)?)", words)
    whole = float(figures[1]) if figures else _spelled(re.findall(r"[a-z]+", words))
    return None if whole is None else whole + halves


def _spelled(words: list[str]) -> float | None:
    total, current = 0, 0
    for word in words:
        if word in SCALES:
            current = max(current, 1) * SCALES[word]
            if word == "thousand":
                total, current = total + current, 0
        elif word in CARDINALS:
            current += CARDINALS[word]
        elif word not in ("a", "an", "and"):
            return None
    return float(total + current) or None


def spelled_year(words: str) -> int | None:
    """Return the year spelled out: ``nineteen ninety-four``, ``two thousand and one``."""
    first, _, rest = words.lower().partition(" ")
    if first in ("nineteen", "twenty", "eighteen"):
        below = _spelled(re.findall(r"[a-z]+", rest))
        return None if below is None or below < 10 else CARDINALS[first] * 100 + int(below)
    year = _spelled(re.findall(r"[a-z]+", words.lower()))
    return None if year is None else int(year)


def month_number(word: str) -> int:
    """Return the number of a month by its name or short form."""
    word = word.lower().rstrip(".")
    return MONTHS.get(word) or SHORT_MONTHS[word]


def ordinal(word: str) -> int:
    """Return the number of an ordinal in words or figures: ``eighth``, ``8th``, ``8``."""
    figures = re.match(r"\d+", word)
    return int(figures[0]) if figures else ORDINALS[re.sub(r"[\s‐‑–]+", "-", word.lower())]


def word_before(text: str, at: int) -> str:
    """Return the word before a place in the text, in lower case; nothing if punctuation (but a hyphen) intervenes."""
    found = re.search(r"([^\W_]+)[\s‐‑-]{1,3}$", text[max(0, at - 24) : at])
    return found[1].lower() if found else ""
