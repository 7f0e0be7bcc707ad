"""One speaker's later words against the earlier ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from sayso.compare.denials import negated_apart, told
from sayso.compare.links import Link, separate
from sayso.compare.pairs import Meeting, Weights
from sayso.compare.propositions import Proposition
from sayso.compare.set_against import MOST_WORDS, contrasts
from sayso.compare.words import breaks, opposed, plain_words
from sayso.model import MatterKind, SpeechAct
from sayso.vocab.comparing import comparing_words

LONGEST_GAP = 80
"""Code points between two claims that words between them can still tell as earlier and later."""
LOOK_AHEAD = 3
NEAR_WORDS = 4
"""Words from a contrast to the word of time that goes with it, this included."""
SHIFTED_SHARE = 0.5
"""Share of both sentences' weight where only a ``not`` or opposite words tell one speaker's claims apart."""


class Order(NamedTuple):
    """The words that tell two claims as earlier and later, and whether the earlier one stands first."""

    words: str
    forward: bool


def links(propositions: Sequence[Proposition]) -> Iterator[Link]:
    """Yield what the report itself tells as a change: ``said at first ..., but later ...``."""
    said = [one for one in propositions if one.attribution and not one.event and not one.own]
    for number, one in enumerate(said):
        for other in islice(said, number + 1, number + 1 + LOOK_AHEAD):
            order = _order(one, other) if one.same_voice(other) and separate(one, other) else None
            if order:
                yield _told_as_change(*((one, other) if order.forward else (other, one)), order.words)


def _told_as_change(earlier: Proposition, later: Proposition, marker: str) -> Link:
    why = f"The report sets what {earlier.name} said later against what came before it with “{marker}”."
    return Link(MatterKind.SHIFT, earlier, later, "content", _moved(earlier, later), why, (), 0.7)


def _order(one: Proposition, other: Proposition) -> Order | None:
    """Return what says that one of two claims came later and stands against the other."""
    text, start, end = one.text, one.extent[1], _content_start(other)
    gap = text[start : max(start, other.extent[0])]
    if len(gap) > LONGEST_GAP or breaks(text, start, other.extent[0]) > 1:
        return None
    frame, lists = text[start:end], comparing_words()
    contrast = contrasts().search(frame)
    if contrast is None or len(plain_words(frame[: contrast.start()])) > MOST_WORDS:
        return None
    for words, forward in ((lists.later, True), (lists.earlier, False)):
        marker = _marker(frame, words)
        if marker:
            return Order(marker, forward)
    return Order(contrast.group(), True) if _found(lists.changed, _introduction(one)) else None


def _marker(frame: str, words: frozenset[str]) -> str:
    """Return a contrast with the word of time that follows it soon: ``but then later``."""
    ends = [match.end() for match in contrasts().finditer(frame)]
    starts = [match.start() for match in contrasts().finditer(frame)]
    near = [
        " ".join(frame[start:mark].split())
        for start, end in zip(starts, ends, strict=True)
        for mark in _found(words, frame)
        if end <= mark and len(plain_words(frame[end:mark])) <= NEAR_WORDS
    ]
    return max(near, key=len, default="")


def _found(words: frozenset[str], text: str) -> list[int]:
    """Return where each of some words ends in a text."""
    present = words.intersection(plain_words(text))
    return [match.end() for word in present for match in re.finditer(rf"\b{word}\b", text, re.IGNORECASE)]


def _introduction(one: Proposition) -> str:
    """Return the words that introduce a claim, as far as they stand before it."""
    return one.text[one.extent[0] : _content_start(one)]


def _content_start(one: Proposition) -> int:
    """Return where the words that a claim is made in begin."""
    return min(span.start for span in one.spans)


def _moved(earlier: Proposition, later: Proposition) -> str:
    """Return the comparison word for two words of one speaker."""
    takes_back = later.attribution is not None and later.attribution.speech_act is SpeechAct.RETRACT
    return "retracts" if takes_back or (later.denies and not earlier.denies) else "revises"


def between(one: Proposition, other: Proposition, weights: Weights) -> Link | None:
    """Return how one speaker's words clash with each other, if they do: one says no to what the other says."""
    if one.own or not one.named or not one.same_voice(other) or not separate(one, other):
        return None
    met = weights.meeting(one, other)
    if met is None or not (told(one) and told(other)) or not _clash(one, other, met):
        return None
    why = f"{one.name} said that it is so, and in other words of the report that it is not."
    return Link(MatterKind.SHIFT, one, other, "factuality", "retracts", why, met.words, 0.6)


def _clash(one: Proposition, other: Proposition, met: Meeting) -> bool:
    if met.of_both < SHIFTED_SHARE or len(met.plain) < 2:
        return False
    if {one.denies, other.denies} == {True, False}:
        return not negated_apart(met)
    if any(opposed(a, b) and a.negated == b.negated for a in met.one.words for b in met.other.words):
        return one.denies is False and other.denies is False
    return one.denies == other.denies and negated_apart(met)
