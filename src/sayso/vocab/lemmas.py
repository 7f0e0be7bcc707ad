"""Lemmas of verbs and nouns by rule: enough to look a form up in a table of known words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

_IRREGULAR = """
be am is are was were been being|bear bore borne|begin began begun|bet bet|bid bade bidden|bring brought
buy bought|catch caught|choose chose chosen|come came|deal dealt|draw drew drawn|drive drove driven|feel felt
fight fought|find found|forbid forbade forbidden|foresee foresaw foreseen|forget forgot forgotten
forgive forgave forgiven|get got gotten|give gave given|go went gone|grow grew grown|have has had having|hear heard
hide hid hidden|hold held|keep kept|know knew known|lay laid|lead led|leave left|let let|lie lay lain|lose lost
make made|mean meant|meet met|mistake mistook mistaken|overhear overheard|pay paid|put put|read read|
retell retold|rewrite rewrote rewritten|ring rang rung|rise rose risen|say said|see saw seen|seek sought
sell sold|send sent|set set|shake shook shaken|show showed shown|sing sang sung|speak spoke spoken|spell spelt
spend spent|spread spread|stand stood|swear swore sworn|take took taken|teach taught|tell told|think thought
throw threw thrown|understand understood|uphold upheld|withdraw withdrew withdrawn|withhold withheld|write wrote written
wear wore worn|foretell foretold|misspeak misspoke misspoken|broadcast broadcast|hit hit|strike struck|win won
learn learnt|burn burnt|dream dreamt|leap leapt|plead pled|blow blew blown|break broke broken|bind bound|cast cast
hang hung|shoot shot|slam slammed|quit quit|retweet retweeted|tweet tweeted|flee fled|fly flew flown|fall fell fallen
freeze froze frozen|slay slew slain|retake retook retaken|overrun overran overrun|shut shut|lose lost|sink sank sunk
overthrow overthrew overthrown|steal stole stolen
"""


@lru_cache(maxsize=1)
def _irregular() -> dict[str, str]:
    groups = (group.split() for group in _IRREGULAR.replace("\n", "|").split("|") if group.strip())
    return {form: forms[0] for forms in groups for form in forms}


def bases(form: str) -> Iterator[str]:
    """Yield the words that ``form`` (lower case) may be an inflected form of, likeliest first, itself included."""
    if form in _irregular():
        yield _irregular()[form]
    yield form
    if form.endswith(("ies", "ied")):
        yield form[:-3] + "y"
    for ending in ("ing", "es", "ed", "s", "d"):
        if form.endswith(ending) and len(form) > len(ending) + 2:
            yield from _stems(form[: -len(ending)], ending)


def _stems(stem: str, ending: str) -> Iterator[str]:
    """Yield the stem with and without a dropped e or a doubled consonant; ``hop(e)d`` is likelier of ``hope``."""
    takes_e = ending in ("ing", "ed", "es", "d")
    drops_e = takes_e and len(stem) > 2 and stem[-1] not in "aeiouwxy" and stem[-2] in "aeiou"
    if drops_e and stem[-3] not in "aeiou":
        yield stem + "e"
    yield stem
    if takes_e:
        yield stem + "e"
    if ending in ("ing", "ed") and len(stem) > 3 and stem[-1] == stem[-2]:
        yield stem[:-1]


def lemma(form: str, known: frozenset[str] | dict[str, object]) -> str | None:
    """Return the known word that ``form`` (lower case) is a form of, or ``None``."""
    return next((base for base in bases(form) if base in known), None)
