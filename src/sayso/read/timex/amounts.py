"""Rules for lengths of time and what is reckoned by them: ``the past 40 years``, ``three months earlier``."""

from __future__ import annotations

import re

from sayso.model import TimexMod
from sayso.read.timex.calendar import Unit
from sayso.read.timex.expression import Amount, Duration, Expression, Origin, Reference, Shift
from sayso.read.timex.rules import FIGURES, rule
from sayso.read.timex.words import (
    ANY_UNIT,
    CARDINALS,
    GAP,
    HYPHEN,
    JOINT,
    MOD,
    MODS,
    NUMBER,
    PLURAL_UNITS,
    SCALES,
    UNITS,
    any_of,
    number,
    word_before,
)

TOWARD = {
    "past": -1, "last": -1, "previous": -1, "preceding": -1, "next": 1, "coming": 1, "following": 1,
    "first": 0, "final": 0, "entire": 0, "full": 0,
}  # fmt: skip
NO_AGE = rf"(?!{NUMBER}{HYPHEN})"
DETERMINER = rf"(?:(?:the|these|those|this){GAP}{NO_AGE})?"
HEAD = rf"(?:(?P<mod>{MOD}){GAP})?{DETERMINER}(?:(?P<toward>{any_of(TOWARD)}){GAP})?"
HEAD_STARTS = ("the", "these", "those", *TOWARD, *(mod.split()[0] for mod in MODS))
VAGUE = any_of(("several", "a few", "few", "some", "many", "a number of", "dozens of", "hundreds of", "a couple of",
                "a couple", "couple of", "thousands of", "recent", "coming", "past"))  # fmt: skip
FILLERS = ("more", "additional", "full", "straight", "consecutive", "whole", "long", "trading", "calendar", "business",
           "working", "successive")  # fmt: skip
FILLED = rf"(?:{GAP}{any_of(FILLERS)})?"
UNIT = rf"(?P<unit>{any_of(ANY_UNIT)})"
ABOUT = rf"(?P<about>{GAP}or{GAP}(?:so|more|less|longer))?"
TAIL_WORDS = {
    "ago": (-1, Origin.PUBLISHED), "earlier": (-1, Origin.PREVIOUS), "previously": (-1, Origin.PREVIOUS),
    "before": (-1, Origin.PREVIOUS), "later": (1, Origin.PREVIOUS), "afterwards": (1, Origin.PREVIOUS),
    "afterward": (1, Origin.PREVIOUS), "after": (1, Origin.PREVIOUS), "from now": (1, Origin.PUBLISHED),
    "hence": (1, Origin.PUBLISHED), "from today": (1, Origin.PUBLISHED),
}  # fmt: skip
NOTHING_FOLLOWS = rf"(?={GAP}?[.,;:!?)\]”\"—–]|\s*$|{GAP}(?:and|but)\b)"
BARE_TAIL = rf"(?:before|after){NOTHING_FOLLOWS}"
TAIL = rf"{GAP}(?P<tail>ago|previously|afterwards?|from{GAP}(?:now|today)|hence|earlier|later|{BARE_TAIL})"
EVENT = rf"(?={GAP}(?P<event>before|after)\b|)"
"""An event may follow, from which the length of time is reckoned: ``two days before the towers fell``."""
TOWARD_EVENT = {"before": 1, "after": -1, None: 0}
OLD = rf"(?!{GAP}(?:old|of{GAP}age)\b)"
VAGUE_STARTS = ("several", "a", "few", "some", "many", "dozens", "hundreds", "thousands", "couple", "recent", "coming",
                "past", "the")  # fmt: skip
NO_RATE = rf"(?!{GAP}(?:a|per){GAP}(?:day|night|week|month|year)\b)"
THINGS = re.compile(
    rf"{GAP}(?:civil{GAP})?(?:war|conflict|truce|ceasefire|insurgency|siege|campaign|regime|rule|embargo|stand-?off|stalemate"
    r"|occupation|rebellion|uprising|blockade|feud|dispute|crisis|treaty|agreement|deal|pact|government|offensive)\b",
    re.IGNORECASE,
)
"""What a number of years may be the age of; a person's age is no time (TimeBank and AQUAINT don't mark it)."""
NUMBER_STARTS = (FIGURES, "a", *CARDINALS, *SCALES)
OR_MODS = {"or more": TimexMod.EQUAL_OR_MORE, "or longer": TimexMod.EQUAL_OR_MORE, "or less": TimexMod.EQUAL_OR_LESS}
COUNT = rf"(?P<count>{NUMBER})(?:(?:{GAP}(?:to|or){GAP}|{HYPHEN}){NUMBER})?"


def _mod(found: re.Match[str]) -> TimexMod | None:
    if found["about"]:
        return OR_MODS.get(" ".join(found["about"].lower().split()), TimexMod.APPROX)
    return MODS[" ".join(found["mod"].lower().split())] if found["mod"] else None


def _toward(found: re.Match[str]) -> int:
    return TOWARD[found["toward"].lower()] if found["toward"] else 0


def _event(found: re.Match[str]) -> int:
    return TOWARD_EVENT[found["event"].lower() if found["event"] else None]


def _shift(amount: Amount, found: re.Match[str]) -> Expression:
    sign, origin = TAIL_WORDS[" ".join(found["tail"].lower().split())]
    return Shift(amount, sign, origin, _mod(found))


@rule(rf"{HEAD}{COUNT}{FILLED}{JOINT}{UNIT}{OLD}{NO_RATE}(?:{HYPHEN}(?:(?P<old>old)|long))?{EVENT}{ABOUT}",
      (*HEAD_STARTS, *NUMBER_STARTS))  # fmt: skip
def counted(found: re.Match[str]) -> Expression | None:
    """``40 years``, ``two-year``, ``more than four hours``, ``eight-month-old``, ``the first nine months``."""
    amount = _amount(found)
    if amount is None or (found["old"] and amount.unit == Unit.YEAR and not THINGS.match(found.string, found.end())):
        return None
    return Duration(amount, _mod(found), _toward(found), _event(found))


@rule(rf"{HEAD}{COUNT}{FILLED}{GAP}{UNIT}{ABOUT}{TAIL}", (*HEAD_STARTS, *NUMBER_STARTS))
def counted_from(found: re.Match[str]) -> Expression | None:
    """``two years ago``, ``three months earlier``, ``ten days from now``."""
    amount = _amount(found)
    return None if amount is None else _shift(amount, found)


def amount_of(count: float, word: str) -> Amount:
    """Return so many of the unit that a word names; a fortnight is two weeks."""
    return Amount(count * 2 if word.startswith("fortnight") else count, ANY_UNIT[word])


NOT_COUNTED = {"second", "quarter"}
"""``two second``, ``the 1988 quarter``: no length of time unless hyphened; ``three-quarters`` only if not."""


def _amount(found: re.Match[str]) -> Amount | None:
    word, count = found["unit"].lower(), number(found["count"])
    gap = found.string[found.end("count") : found.start("unit")]
    is_hyphened = not gap.isspace()
    if count is None or (count == 1 and _is_some_day(found, word)):
        return None
    if word in NOT_COUNTED if not is_hyphened else word == "quarters":
        return None
    return amount_of(count, word)


def _is_some_day(found: re.Match[str], word: str) -> bool:
    """Whether ``one day`` is a day that isn't told which."""
    signs = ("for", "in", "by", "within", "after", "than", "over", "least", "about", "only", "just", "lasted")
    is_bare = found["mod"] is None and found["toward"] is None
    return word in ("day", "night") and is_bare and word_before(found.string, found.start()) not in signs


@rule(rf"{HEAD}(?P<vague>{VAGUE}){GAP}(?P<unit>{any_of(PLURAL_UNITS)}){OLD}{EVENT}{ABOUT}",
      (*HEAD_STARTS, *VAGUE_STARTS))  # fmt: skip
def vague(found: re.Match[str]) -> Expression | None:
    """``several years``, ``the past few weeks``, ``a couple of days``."""
    unit, words = PLURAL_UNITS[found["unit"].lower()], found["vague"].lower()
    if words in ("recent", "past"):
        return Reference("PAST_REF") if unit >= Unit.YEAR else Duration(Amount(None, unit), toward=-1)
    if words == "coming":
        return Reference("FUTURE_REF") if unit >= Unit.MONTH else Duration(Amount(None, unit), toward=1)
    if "couple" in words:
        return Duration(Amount(2, unit), TimexMod.APPROX, _toward(found))
    return Duration(Amount(None, unit), _mod(found), _toward(found), _event(found))


ARTICLE_SIGNS = {
    "in", "for", "within", "after", "about", "nearly", "almost", "over", "than", "barely", "only", "just", "least",
    "around", "lasting", "lasted", "took", "takes", "take", "half", "under", "spent", "every", "since", "quarter", "up",
}  # fmt: skip


@rule(rf"{HEAD}(?:(?P<vague>{VAGUE}){GAP})?(?P<unit>{any_of(PLURAL_UNITS)}){ABOUT}{TAIL}",
      (*HEAD_STARTS, *VAGUE_STARTS, *PLURAL_UNITS))  # fmt: skip
def vague_from(found: re.Match[str]) -> Expression | None:
    """``several years ago``, ``days later``, ``a couple of weeks earlier``."""
    count = 2 if found["vague"] and "couple" in found["vague"].lower() else None
    return _shift(Amount(count, PLURAL_UNITS[found["unit"].lower()]), found)


PLURAL_SIGNS = {"for", "in", "within", "after", "over", "take", "last", "lasting", "took", "spent", "spend", "through"}
BARE_UNITS = any_of(word for word, unit in PLURAL_UNITS.items() if unit != Unit.SECOND and word != "quarters")


@rule(rf"(?P<unit>{BARE_UNITS}){OLD}{EVENT}(?P<long>{HYPHEN}(?:long|old))?", PLURAL_UNITS)
def bare(found: re.Match[str]) -> Expression | None:
    """``for decades``, ``within weeks``, ``years-long``, ``days after``."""
    is_told = found["event"] or found["long"] or word_before(found.string, found.start()) in PLURAL_SIGNS
    amount = Amount(None, PLURAL_UNITS[found["unit"].lower()])
    return Duration(amount, event=_event(found)) if is_told else None


ARTICLE_SIGNS = {
    "in", "for", "within", "after", "over", "than", "barely", "only", "just", "lasting", "lasted", "took", "takes",
    "take", "under", "spent", "since", "by", "of",
}  # fmt: skip
ARTICLE_UNIT = rf"(?P<unit>{any_of(word for word in UNITS if word not in ('second', 'quarter'))})"
ARTICLE = (
    rf"(?:(?P<mod>{MOD}){GAP})?(?P<half>half{GAP})?(?:an?|another|one){GAP}(?:(?:full|whole|good|additional){GAP})?"
)
ARTICLE_STARTS = ("a", "an", "another", "half", *(mod.split()[0] for mod in MODS))
AND_A_HALF = rf"(?P<more>{GAP}and{GAP}a{GAP}half)?"


def _article_amount(found: re.Match[str]) -> Amount:
    count = 0.5 if found["half"] else 1.5 if found["more"] else 1
    return amount_of(count, found["unit"].lower())


@rule(rf"{ARTICLE}{ARTICLE_UNIT}{OLD}{AND_A_HALF}{EVENT}{ABOUT}", ARTICLE_STARTS)
def article(found: re.Match[str]) -> Expression | None:
    """``for a year``, ``about a decade``, ``a minute and a half``; not the rate in ``$2 a year``."""
    before = word_before(found.string, found.start())
    is_told = found["mod"] or found["half"] or found["more"] or found["about"] or found["event"]
    if not is_told and before not in ARTICLE_SIGNS and not found[0].lower().startswith("another"):
        return None
    return Duration(_article_amount(found), _mod(found), event=_event(found))


@rule(rf"{ARTICLE}{ARTICLE_UNIT}{AND_A_HALF}{ABOUT}{TAIL}", (*ARTICLE_STARTS, "one"))
def article_from(found: re.Match[str]) -> Expression:
    """``a year ago``, ``half an hour later``."""
    return _shift(_article_amount(found), found)


@rule(rf"(?P<unit>day|week|month|year|decade|century|hour|minute|night){JOINT}long", UNITS)
def unit_long(found: re.Match[str]) -> Expression:
    """``week-long``."""
    return Duration(Amount(1, UNITS[found["unit"].lower()]))


@rule(rf"(?P<vague>several|multi){HYPHEN}(?P<unit>{any_of(UNITS)})", ("several", "multi"))
def vague_hyphened(found: re.Match[str]) -> Expression:
    """``several-year``."""
    return Duration(Amount(None, UNITS[found["unit"].lower()]))
