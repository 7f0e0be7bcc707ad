"""Readings that the report itself sets against each other: ``some believe ... Still, others believe ...``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from sayso.compare.denials import contradiction, told
from sayso.compare.links import Link, separate
from sayso.compare.pairs import Meeting, Weights
from sayso.compare.propositions import Proposition, states, tells_of_claims
from sayso.compare.words import Word, breaks, opposed, plain_words
from sayso.model import SpeechAct
from sayso.vocab.comparing import comparing_words

LONGEST_GAP = 60
"""Code points between two claims that a word between them can still set against each other."""
LONGEST_OPENING = 30
"""Code points before a claim in which its sentence opens with a contrast."""
LOOK_AHEAD = 3
MOST_WORDS = 2
"""Words beside a contrast that may stand between two claims."""
SILENT = frozenset({SpeechAct.DECLINE_COMMENT})


class Marker(NamedTuple):
    """The words that set two claims against each other; ``conceded`` is the claim that they concede, if they do."""

    words: str
    conceded: Proposition | None = None


def links(propositions: Sequence[Proposition], weights: Weights) -> Iterator[Link]:
    """Yield the pairs of claims, one soon after the other, that the report sets against each other."""
    said = [one for one in propositions if one.attribution and not one.event]
    for number, one in enumerate(said):
        for other in islice(said, number + 1, number + 1 + LOOK_AHEAD):
            link = _against(one, other, weights)
            if link:
                yield link


def _against(one: Proposition, other: Proposition, weights: Weights) -> Link | None:
    if not all(claim.sourced or tells_of_claims(claim) for claim in (one, other)):
        return None
    if one.same_voice(other) or not separate(one, other) or not (_speaks(one) and _speaks(other)):
        return None
    marker = marker_between(one, other)
    if marker is None:
        return None
    met = weights.meeting(one, other)
    pair = some_and_others(one, other)
    if marker.conceded and not tells_of_claims(marker.conceded):
        return None
    if not (marker.conceded or pair or (met and _on_one_thing(one, other, met))):
        return None
    why = f"The report sets what {other.name} said against what {one.name} said with “{marker.words}”"
    about: tuple[Word, ...] = met.words if met else ()
    return contradiction(one, other, why, about, 0.7 if marker.conceded or pair else 0.6)


def _on_one_thing(one: Proposition, other: Proposition, met: Meeting) -> bool:
    """Whether two claims are about one thing, so that a plain ``but`` sets them against each other."""
    both = ((met.one, one), (met.other, other))
    if not all(told(claim) and claim.known and (states(unit) or claim.denies) for unit, claim in both):
        return False
    return bool(met.plain) or _says_no(one, other, met)


def _says_no(one: Proposition, other: Proposition, met: Meeting) -> bool:
    """Whether one of two claims on the same name says no, or both say what cannot both be true."""
    if {one.denies, other.denies} == {True, False}:
        return True
    return any(opposed(a, b) and a.negated == b.negated for a in met.one.words for b in met.other.words)


def _speaks(one: Proposition) -> bool:
    return one.attribution is not None and one.attribution.speech_act not in SILENT


def some_and_others(one: Proposition, other: Proposition) -> bool:
    """Whether two holders are told apart only by being ``some`` and ``others``."""
    lists = comparing_words()
    first, second = plain_words(one.name), plain_words(other.name)
    return bool(first[:1] and first[0] in lists.some and lists.others.intersection(second[:2]))


def marker_between(one: Proposition, other: Proposition) -> Marker | None:
    """Return what sets the second of two claims against the first: between them, in its frame, or before the first."""
    text, start, end = one.text, one.extent[1], other.extent[0]
    if start > end or end - start > LONGEST_GAP or breaks(text, start, end) > 1:
        return None
    gap, concessions, openers = text[start:end], comparing_words().concessions, sorted(comparing_words().openers)
    one_sentence = not breaks(text, start, end)
    if one_sentence and (words := _leading(gap, re.compile(rf"\b(?:{_any_of(concessions)})\b", re.IGNORECASE))):
        return Marker(words, other)
    if one_sentence and (words := _opener(one, concessions)):
        return Marker(words, one)
    words = _leading(gap, contrasts()) or _in_frame(other) or (_opener(one, openers) if one_sentence else "")
    return Marker(words) if words else None


def _leading(gap: str, pattern: re.Pattern[str]) -> str:
    """Return a contrast that the second claim follows at once; in ``but would not confirm`` its own subject goes on."""
    contrast = _first(gap, pattern)
    return contrast if len(plain_words(gap)) <= MOST_WORDS + len(plain_words(contrast)) else ""


def _first(words: str, pattern: re.Pattern[str]) -> str:
    match = pattern.search(words)
    return match.group() if match else ""


@lru_cache(maxsize=1)
def contrasts() -> re.Pattern[str]:
    """Return the pattern of the words that set what follows against what went before."""
    lists = comparing_words()
    anywhere = _any_of((*lists.contrast_phrases, *sorted(lists.contrasts)))
    opening = _any_of(sorted(lists.opening_contrasts))
    return re.compile(rf"\b(?:{anywhere})\b|(?<=[.,;:—–] )(?:{opening})\b", re.IGNORECASE)


def _any_of(phrases: Sequence[str]) -> str:
    return "|".join(map(re.escape, phrases))


def _in_frame(other: Proposition) -> str:
    """Return a contrast that stands among the words that say who speaks: ``the army, however, said``."""
    frame = other.frame
    if len(frame) < 2:
        return ""
    start, end = min(span.start for span in frame), max(span.end for span in frame)
    inside = any(start <= span.start and span.end <= end for span in other.spans)
    return "" if inside else _first(other.text[start:end], contrasts())


def _opener(one: Proposition, openers: Sequence[str]) -> str:
    """Return what opens a sentence of two claims: ``While the army said ..., residents said ...``."""
    start = one.extent[0]
    before = one.text[max(start - LONGEST_OPENING, 0) : start].lower()
    pattern = rf"\b(?:{_any_of(openers)})(?: \w+)?\W*$"
    match = re.search(pattern, before)
    return " ".join(match.group().split()) if match else ""
