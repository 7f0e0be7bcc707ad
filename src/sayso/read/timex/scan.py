"""Finding the time expressions of a text, in its order, without overlap."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.model import TimexMod
from sayso.read.timex import amounts, clock, dates, quarters, relative, vague  # noqa: F401  (registers the rules)
from sayso.read.timex.clock import CLOCK_AFTER, DAY_AFTER, EDGE_OF_PART, PART_AFTER, clock_value
from sayso.read.timex.expression import Absolute, Away, Edge, Expression, OfDay, Repeated, Weekday, is_date, is_day
from sayso.read.timex.rules import RULES, Hit, longest_at
from sayso.read.timex.words import GAP, PARTS_OF_DAY, SHORT_WEEKDAYS, any_of

WORD = re.compile(r"[^\W_]+")
EDGES = {"early": TimexMod.START, "late": TimexMod.END, "mid": TimexMod.MID, "beginning": TimexMod.START,
         "start": TimexMod.START, "earlier": TimexMod.START, "later": TimexMod.END, "end": TimexMod.END,
         "middle": TimexMod.MID, "close": TimexMod.END, "turn": TimexMod.START, "early part": TimexMod.START,
         "latter part": TimexMod.END, "late part": TimexMod.END, "first week": TimexMod.START,
         "first weeks": TimexMod.START, "first days": TimexMod.START, "last week": TimexMod.END,
         "last days": TimexMod.END, "final days": TimexMod.END, "final weeks": TimexMod.END}  # fmt: skip
EDGE_WORDS = re.compile(
    rf"(?:the{GAP})?(?:(?P<of>{any_of(EDGES)}){GAP}of|(?P<at>early|late|mid|earlier|later)(?:{GAP}(?:in|on))?)"
    rf"(?:{GAP}|[-‐‑])(?=\w|['’]\d)",
    re.IGNORECASE,
)
EDGE_STARTS = {"the", *(words.split()[0] for words in EDGES)}
"""Words that may begin a part of a period: ``the late 1990s``, ``the end of June``."""
WEEKDAY_BEFORE = re.compile(rf"(?:{any_of(SHORT_WEEKDAYS)})\.?,?{GAP}(?=\w)", re.IGNORECASE)
DATE_AFTER_WEEKDAY = re.compile(rf",?{GAP}(?=\w)")


def expressions(text: str) -> Iterator[Hit]:
    """Yield the time expressions of a text; linear in its length."""
    done = 0
    for found in WORD.finditer(text):
        start = found.start()
        if start < done:
            continue
        word = found[0].lower()
        if word not in RULES and word not in EDGE_STARTS and word not in SHORT_WEEKDAYS and not word[0].isdigit():
            continue
        hit = hit_at(text, start, word)
        if hit is not None:
            done = hit.end
            yield hit


def hit_at(text: str, start: int, word: str) -> Hit | None:
    """Return the expression that begins with the word at ``start``, with all that belongs to it."""
    hit = longest_at(text, start, word)
    if word in EDGE_STARTS:
        edge = _edge_at(text, start)
        if edge is not None and (hit is None or edge.end > hit.end):
            hit = edge
    if hit is None and word in SHORT_WEEKDAYS:
        return _after_short_weekday(text, start)
    return None if hit is None else _with_rest(text, hit)


def _base_at(text: str, start: int) -> Hit | None:
    word = WORD.match(text, start)
    return longest_at(text, start, word[0].lower()) if word else None


def _edge_at(text: str, start: int) -> Hit | None:
    words = EDGE_WORDS.match(text, start)
    if words is None:
        return None
    base = _base_at(text, words.end())
    if base is None or not is_date(base.expression):
        return None
    base = _with_rest(text, base)
    word = " ".join((words["of"] or words["at"]).lower().split())
    by_publication = word in ("earlier", "later") and isinstance(base.expression, Away) and base.expression.offset == 0
    share = 0.25 if words["of"] and "part" not in word else 0.5
    return Hit(start, base.end, Edge(EDGES[word], base.expression, share, by_publication))


def _after_short_weekday(text: str, start: int) -> Hit | None:
    """``Tue., Aug. 24``: a short weekday counts only before a full date."""
    before = WEEKDAY_BEFORE.match(text, start)
    base = _base_at(text, before.end()) if before else None
    if base is None or not (isinstance(base.expression, Absolute) and base.expression.day):
        return None
    return Hit(start, base.end, base.expression)


def _with_rest(text: str, hit: Hit) -> Hit:
    """Return a hit together with the date, time of day or day that goes on after it."""
    if isinstance(hit.expression, Weekday):
        hit = _with_date(text, hit)
    part = hit.expression.of if isinstance(hit.expression, Edge) else hit.expression
    if isinstance(part, OfDay) and part.day is None:
        return _with_day(text, hit, part)
    if is_day(hit.expression):
        return _with_part(text, hit) or _with_clock(text, hit) or hit
    return hit


def _with_date(text: str, hit: Hit) -> Hit:
    """``Tuesday, August 24``."""
    joint = DATE_AFTER_WEEKDAY.match(text, hit.end)
    base = _base_at(text, joint.end()) if joint else None
    if base is None or not (isinstance(base.expression, Absolute) and base.expression.day):
        return hit
    return Hit(hit.start, base.end, base.expression)


def _with_part(text: str, hit: Hit) -> Hit | None:
    """``Friday evening``; ``Tuesday nights`` is a set."""
    part = PART_AFTER.match(text, hit.end)
    if part is None:
        return None
    code, day = PARTS_OF_DAY[part["part"].lower()], hit.expression
    if part["many"]:
        if not isinstance(day, Weekday):
            return None
        return Hit(hit.start, part.end(), Repeated(f"XXXX-WXX-{day.number}T{code}"))
    if isinstance(day, Edge):
        return Hit(hit.start, part.end(), Edge(day.mod, OfDay(code, day.of)))
    whole: Expression = OfDay(code, day)
    return Hit(hit.start, part.end(), Edge(EDGE_OF_PART[part["edge"].lower()], whole) if part["edge"] else whole)


def _with_clock(text: str, hit: Hit) -> Hit | None:
    """``Friday at 5 p.m.``"""
    time = CLOCK_AFTER.match(text, hit.end)
    if time is None or not (time["half"] or time["minute"]):
        return None
    value = clock_value(int(time["hour"]), int(time["minute"] or 0), time["half"])
    return Hit(hit.start, time.end(), OfDay(value, hit.expression)) if value else None


def _with_day(text: str, hit: Hit, part: OfDay) -> Hit:
    """``5 p.m. on Friday``, ``midnight Friday``, ``mid-afternoon yesterday``."""
    joint = DAY_AFTER.match(text, hit.end)
    base = _base_at(text, joint.end()) if joint else None
    if base is None or not is_day(base.expression):
        return hit
    if isinstance(base.expression, Weekday):
        base = _with_date(text, base)
    whole: Expression = OfDay(part.value, base.expression)
    if isinstance(hit.expression, Edge):
        whole = Edge(hit.expression.mod, whole)
    return Hit(hit.start, base.end, whole)
