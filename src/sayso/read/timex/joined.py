"""Times joined to the next one, which tells more of them: ``Thursday and Friday next week``, ``9am every day``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.read.timex.expression import OfDay, Repeated, Weekday, Which
from sayso.read.timex.rules import Hit

JOINT = re.compile(r",? ?(?:and|or|to|until|till|through|-|–) ?|, ")
EACH_DAY = "P1D"


def joined(text: str, hits: Sequence[Hit]) -> list[Hit]:
    """Return the hits, each with what the one after it tells of it."""
    found: list[Hit] = []
    for hit in reversed(hits):
        found.append(_with(hit, text, found[-1]) if found else hit)
    return found[::-1]


def _with(hit: Hit, text: str, following: Hit) -> Hit:
    """Return a hit with the week, or the repetition, of the one that follows."""
    told, more = hit.expression, following.expression
    gap = text[hit.end : following.start]
    is_joined = JOINT.fullmatch(gap) is not None
    if isinstance(told, Weekday) and isinstance(more, Weekday) and is_joined:
        is_bare = told.which == Which.ANY and told.weeks_away is None
        return hit._replace(expression=replace(told, weeks_away=more.weeks_away)) if is_bare else hit
    if isinstance(told, OfDay) and told.day is None and isinstance(more, Repeated):
        of_clock = is_joined and more.value.startswith("XXXX-XX-XXT")
        if of_clock or (gap == " " and more.value == EACH_DAY):
            return hit._replace(expression=Repeated(f"XXXX-XX-XXT{told.value}"))
    return hit
