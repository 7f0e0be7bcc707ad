"""Holders who do not depend on each other and say the same."""

from __future__ import annotations

import re
from itertools import islice

from sayso.compare.denials import ASKING, negated_apart
from sayso.compare.links import Link, separate
from sayso.compare.pairs import Meeting, Weights
from sayso.compare.propositions import Proposition, asks, may_be_one, modal, states
from sayso.compare.words import WORD, opposed, printed
from sayso.model import MatterKind, PartyType
from sayso.vocab.comparing import comparing_words

SAME_SHARE = 0.5
ASKED_SHARE = 0.25
ASKED_LIGHTER = 0.8
OPENING = 12
"""Words of a claim among which one that says that it agrees must stand."""
UTTERANCE, UTTERANCE_SHARE = 5, 0.9
SAID_SAME_SHARE = 0.1


def between(one: Proposition, other: Proposition, weights: Weights) -> Link | None:
    """Return how two claims of different holders say the same, if they do."""
    if one.own or other.own or one.same_voice(other) or not separate(one, other) or _depends(one, other):
        return None
    if not (_of_its_own(one) and _of_its_own(other)):
        return None
    met = weights.meeting(one, other)
    if met is None or one.denies != other.denies or one.denies is None or _apart(met) or _one_utterance(met):
        return None
    marker = sameness(other)
    if len(met.plain) >= 2 and (_say_alike(met) or _ask_alike(one, other, met)):
        return _link(one, other, met, "say the same", 0.7)
    if marker and met.plain and met.of_both >= SAID_SAME_SHARE:
        return _link(one, other, met, f"say the same, as “{marker}” tells", 0.6)
    return None


def _of_its_own(one: Proposition) -> bool:
    """Whether a holder is known and says it itself: an outlet passes words on, a nested claim is passed on."""
    if one.attribution is None or one.attribution.parent:
        return False
    return one.known and not (one.holder and one.holder.type is PartyType.OUTLET)


def _one_utterance(met: Meeting) -> bool:
    """Whether so many words are the same that one utterance is told twice, as in a report that grows by the hour."""
    return len(met.plain) >= UTTERANCE and met.of_lighter >= UTTERANCE_SHARE


def _apart(met: Meeting) -> bool:
    """Whether two sentences do not say the same for all that they share."""
    clash = any(opposed(a, b) for a in met.one.words for b in met.other.words)
    return clash or asks(met.one) or asks(met.other) or negated_apart(met)


def _say_alike(met: Meeting) -> bool:
    states_it = states(met.one) or states(met.other)
    return met.of_both >= SAME_SHARE and states_it and modal(met.one) == modal(met.other)


def _ask_alike(one: Proposition, other: Proposition, met: Meeting) -> bool:
    """Whether both ask for something, and one in words that the other has too."""
    acts = {claim.attribution.speech_act for claim in (one, other) if claim.attribution}
    return acts <= ASKING and met.of_both >= ASKED_SHARE and met.of_lighter >= ASKED_LIGHTER


def _depends(one: Proposition, other: Proposition) -> bool:
    """Whether one has it from the other."""
    first, second = one.claim.holder, other.claim.holder
    passed_on = (set(first[:1]) & set(second[1:])) | (set(second[:1]) & set(first[1:]))
    return bool(passed_on - {None}) or may_be_one(one, other)


def sameness(other: Proposition) -> str:
    """Return the word with which a claim says that it agrees with another: ``they, too, want peace``."""
    words = " ".join(span.exact for span in (*other.frame, *other.spans[:1]))
    opening, same = islice(WORD.finditer(words), OPENING), comparing_words().sameness
    marks = (match for match in opening if match.group().lower() in same)
    return next((match.group() for match in marks if match.group() != "too" or _set_off(words, match)), "")


def _set_off(words: str, match: re.Match[str]) -> bool:
    """Whether a word stands between marks: ``they, too, want it``, not ``too late``."""
    return words[: match.start()].rstrip().endswith(",") or not words[match.end() :].strip()[:1].isalnum()


def _link(one: Proposition, other: Proposition, met: Meeting, how: str, score: float) -> Link:
    why = f"{one.name} and {other.name} {how}; both speak of {printed(iter(met.words))}."
    return Link(MatterKind.AGREEMENT, one, other, "content", "agrees", why, met.words, score)
