"""Number expressions: ``at least 29``, ``two dozen``, ``$1.5m``, ``tens of thousands``, ``between 10 and 15``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from sayso.read.syntax import Syntax, Token
from sayso.read.timex.words import CARDINALS, GAP, HYPHEN, JOINT, ONES, TENS, any_of
from sayso.vocab.figure_words import Bound, figure_words


class Numeral(NamedTuple):
    """A number expression: its tokens ``first`` to ``last`` (exclusive), of which ``core`` is the first of the number.

    ``number`` is ``None`` where the words give none ("dozens", "between 10 and 15"); ``currency`` is the mark or word
    before it; ``is_bounded`` says that words such as "at least" stand beside it.
    """

    first: int
    core: int
    last: int
    number: float | None
    low: float | None
    high: float | None
    currency: str | None = None
    is_bounded: bool = False


class _Exact(NamedTuple):
    """A number or vague plural between two code points."""

    number: float | None
    low: float | None
    end: int
    currency: str | None


DIGITS = r"\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?"
SPELT = rf"(?:{any_of(TENS)}{JOINT}{any_of(ONES[1:10])}|{any_of(CARDINALS)})\b"
BASIC = rf"(?:{DIGITS}|{SPELT})"
LONG_SCALES = ("dozen", "hundred", "thousand", "lakh", "million", "crore", "billion", "trillion")
SCALE = rf"{any_of(LONG_SCALES)}\b"
SHORT = r"(?:\s?(?:bn|mn|tn)|m|k)\b"
CURRENCY = r"(?:us|a|au|c|ca)?\$|[£€¥₹]"
EXACT = (
    rf"(?:half{JOINT}(?:an?{GAP})?|an?{GAP}half{JOINT}|an?{GAP}){SCALE}"
    rf"|{BASIC}{GAP}and{GAP}a{GAP}half{GAP}{SCALE}"
    rf"|{BASIC}(?:{SHORT})?(?:(?:{JOINT}{SCALE})+(?:{GAP}(?:and{GAP})?{SPELT}(?:{JOINT}{SCALE})*){{0,3}})?"
)
VAGUE_SCALE = rf"(?:several|(?:an?{GAP})?few|many){GAP}(?P<times>{SCALE}(?:{GAP}{SCALE})*)(?!s)"
COUPLE = rf"an?{GAP}couple(?P<couple>(?:{GAP}(?:of{GAP})?{SCALE})+|(?={GAP}of\b))"
PLURALS = any_of(("tens", "dozens", "scores", "hundreds", "thousands", "millions", "billions"))
OF_PLURALS = any_of(("hundreds", "thousands", "millions", "billions"))
PLURAL = rf"(?P<plural>{PLURALS})\b(?:{GAP}of{GAP}(?P<of>{OF_PLURALS})\b)?"
SOME = rf"several\b|an?{GAP}few\b"
WHOLE = re.compile(
    rf"(?P<currency>{CURRENCY})?\s?(?:{VAGUE_SCALE}|{COUPLE}|{PLURAL}|(?P<exact>{EXACT})|(?P<some>{SOME}))",
    re.IGNORECASE,
)
RANGE = re.compile(rf"{GAP}?(?:to|or|and){GAP}|{HYPHEN}", re.IGNORECASE)
STARTS = frozenset(
    {*CARDINALS, *LONG_SCALES, "a", "an", "half", "several", "few", "many", "us$", "a$", "c$", "$", "£", "€", "¥", "₹",
     "tens", "dozens", "scores", "hundreds", "thousands", "millions", "billions"}
)  # fmt: skip
BINDING = (Bound.FLOOR, Bound.CEILING, Bound.ABOUT)
"""Of several bounds (``possibly as many as``) the one that tells most."""
WORD = re.compile(r"\d[\d,]*(?:\.\d+)?|[a-z]+", re.IGNORECASE)


@lru_cache(maxsize=2048)
def value(words: str) -> float:
    """Return the number that words or figures stand for: ``two hundred and thirty-six``, ``1.5m``, ``half a dozen``."""
    scale = figure_words().scale
    total, current = 0.0, 0.0
    parts = WORD.findall(words.lower())
    for n, word in enumerate(parts):
        if word == "half":
            current += 0.5
        elif word in CARDINALS:
            current += CARDINALS[word]
        elif word in scale:
            factor = scale[word]
            current = (current or 1) * factor
            if factor >= 1000 and scale.get(parts[n + 1] if n + 1 < len(parts) else "") is None:
                total, current = total + current, 0.0
        elif word[0].isdigit():
            current += float(word.replace(",", ""))
    return round(total + current, 6)


def numerals(syntax: Syntax) -> Iterator[Numeral]:
    """Yield the number expressions of a report in the order of the text, what they are numbers of left open."""
    until = 0
    for token in syntax.tokens:
        if token.i >= until and (token.tag == "CD" or token.lower in STARTS or token.text[0].isdigit()):
            numeral = _numeral(syntax, token)
            if numeral is not None:
                yield numeral
                until = numeral.last


def _numeral(syntax: Syntax, token: Token) -> Numeral | None:
    exact = _exact(syntax.text, token.start)
    if exact is None:
        return None
    first, bounds = _bounds_before(syntax, token.i)
    second = _second(syntax.text, exact, syntax.tokens[first].lower == "between" or _between(syntax, token.i))
    if second is not None:
        return _ranged(syntax, token, exact, second)
    last = _last(syntax, token.i, exact.end)
    if last is None:
        return None
    last, after = _bound_after(syntax, last)
    bound = next((b for b in BINDING if b in (*bounds, after)), None)
    low, high = _limits(exact, bound)
    return Numeral(first, token.i, last, exact.number, low, high, exact.currency, bool(bounds) or after is not None)


def _exact(text: str, start: int) -> _Exact | None:
    """Return the number that begins at a place in the text."""
    found = WHOLE.match(text, start)
    if found is None:
        return None
    number, low = _value(found)
    return _Exact(number, low, found.end(), found["currency"])


def _value(found: re.Match[str]) -> tuple[float | None, float | None]:
    """Return the number and the least that an expression can mean."""
    if found["exact"]:
        number = value(found["exact"])
        return number, number
    if found["couple"] is not None:
        return 2 * value(f"one {found['couple']}"), None
    vague = figure_words().vague
    if found["times"]:
        return None, 2 * value(found["times"])
    if found["plural"]:
        return None, _times(vague[found["plural"].lower()], vague.get((found["of"] or "").lower()))
    return None, vague["several" if found["some"].lower() == "several" else "few"]


def _times(vague: float, of: float | None) -> float:
    """``tens of thousands`` are twenty times one thousand: half of what ``thousands`` are at least."""
    return vague if of is None else vague * of / 2


def _limits(exact: _Exact, bound: Bound | None) -> tuple[float | None, float | None]:
    if exact.number is None:
        return exact.low, None
    if bound is Bound.FLOOR:
        return exact.number, None
    if bound is Bound.CEILING:
        return None, exact.number
    return (None, None) if bound is Bound.ABOUT or exact.low is None else (exact.number, exact.number)


def _between(syntax: Syntax, i: int) -> bool:
    return i > 0 and syntax.tokens[i - 1].lower == "between"


def _second(text: str, first: _Exact, is_between: bool) -> _Exact | None:
    """Return the upper end of a range, if the number is the lower end of one."""
    joint = RANGE.match(text, first.end)
    second = _exact(text, joint.end()) if joint and first.number is not None else None
    if joint is None or second is None or second.number is None or first.number is None:
        return None
    if joint[0].strip().lower() == "and" and not is_between:
        return None
    lower = _scaled(text, first, second, joint.end())
    return second if lower < second.number else None


def _scaled(text: str, first: _Exact, second: _Exact, start: int) -> float:
    """Return the lower end, with the scale of the upper one where it has none: ``2 to 3 million``."""
    assert first.number is not None and second.number is not None
    words = WORD.findall(text[start : second.end])
    mantissa = value(words[0]) if words else 0.0
    is_bare = first.number < mantissa < second.number and first.number < 1000
    return first.number * second.number / mantissa if is_bare and mantissa else first.number


def _ranged(syntax: Syntax, token: Token, low: _Exact, high: _Exact) -> Numeral | None:
    first = token.i - 1 if _between(syntax, token.i) else token.i
    last = _last(syntax, token.i, high.end)
    if last is None:
        return None
    joint = RANGE.match(syntax.text, low.end)
    start = joint.end() if joint else low.end
    least = _scaled(syntax.text, low, high, start)
    if first > 0 and syntax.tokens[first - 1].lower == "from" and first == token.i:
        at = next(t.i for t in syntax.tokens[token.i :] if t.end > start)
        return Numeral(at, at, last, high.number, high.number, high.number, high.currency)
    return Numeral(first, token.i, last, None, least, high.number, low.currency or high.currency, True)


def _last(syntax: Syntax, i: int, end: int) -> int | None:
    """Return the token after the number; nothing if the number ends inside a token (``3rd``, ``4x4``)."""
    tokens = syntax.tokens
    while i < len(tokens) and tokens[i].start < end:
        i += 1
    return i if syntax.text[end : tokens[i - 1].end] in ("", ".") else None


def _bounds_before(syntax: Syntax, i: int) -> tuple[int, list[Bound]]:
    """Return the first token of the words that bound a number, and the bounds, the outermost first."""
    table, found = figure_words().before, list[Bound]()
    begin = syntax.sentences[syntax.tokens[i].sentence].first
    while True:
        for length in (5, 4, 3, 2, 1):
            words = [t.lower for t in syntax.tokens[i - length : i]] if i - length >= begin else []
            bound = table.get(" ".join(words)) if words else None
            if bound is not None and not (length == 1 and syntax.tokens[i - 1].tag in ("VBD", "VBP", "VBZ")):
                found.insert(0, bound)
                i -= length
                break
        else:
            return i, found


def _bound_after(syntax: Syntax, last: int) -> tuple[int, Bound | None]:
    """Return the token after the words that bound a number from behind, and the bound."""
    tokens, table = syntax.tokens, figure_words().after
    at = last + 1 if last < len(tokens) and tokens[last].text in ("-", "‐", "‑", "–") else last
    for length in (3, 2, 1):
        bound = table.get(" ".join(t.lower for t in tokens[at : at + length]))
        if bound is not None and at + length <= len(tokens):
            return at + length, bound
    if last < len(tokens) and tokens[last].text == "+":
        return last + 1, Bound.FLOOR
    return last, None
