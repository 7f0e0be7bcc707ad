"""Learnt attributions: what the encoder's heads take for cues, with the source and content that each ties together.

The score of an attribution is the chance that its content and source are right, fitted on reports kept from training
(Platt 1999: a logistic curve over what the heads say; ``training/reader/calibrate.py``).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from sayso.model import SpeechAct
from sayso.read.attribution.draft import Draft, Range, pieces, share
from sayso.read.encoder.links import Link, links
from sayso.read.encoder.network import network
from sayso.read.syntax import Syntax, Token

ENOUGH = 0.38
"""Least score of an attribution that is told.

PolNeAR, where stances count, is scored best with 0.35, conflict reports with 0.5.
"""
CLEAR = 0.8
"""Least chance of a speech act that only the encoder sees."""
PART = 0.3
"""A content that holds this share of a quotation's words holds all of it."""
SAME = 0.8
"""Two contents that share more of their words than this are one."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A link with the words of its content; ``nested`` where its cue stands inside another's content."""

    link: Link
    told: frozenset[int]
    nested: bool = False


def drafts(syntax: Syntax, quotes: Sequence[Range]) -> list[Draft]:
    """Return the attributions that the heads see; empty for a syntax that the encoder did not make.

    ``quotes`` are the words of each quotation, without its marks.
    """
    if syntax.signals is None:
        return []
    net = network()
    weights = net.labels["calibration"]
    carriers = frozenset(token.i for token in syntax.tokens if token.lower == "according")
    scored = [(score(one, weights), one) for one in candidates(links(net, syntax.signals), carriers)]
    return [_draft(syntax, quotes, one.link, chance) for chance, one in scored if chance >= ENOUGH]


def candidates(found: Sequence[Link], carriers: frozenset[int] = frozenset()) -> list[Candidate]:
    """Return the links of which none shares its cue with a surer one, or tells the same; the surest first.

    ``carriers`` are the words of which one may tell the same as another cue: ``he said, according to CNN``.
    """
    kept: list[Candidate] = []
    for link in sorted(found, key=lambda one: (-max(one.outer, one.any), one.anchor)):
        told = _inside(link.content)
        if not any(_is_double(link, told, other, carriers) for other in kept):
            kept.append(Candidate(link, told))
    kept = [_cut(one, kept) for one in kept]
    return [replace(one, nested=any(_holds(other, one) for other in kept if other is not one)) for one in kept]


def _is_double(link: Link, told: frozenset[int], other: Candidate, carriers: frozenset[int]) -> bool:
    """Whether a surer attribution has the same cue, or tells the same without being told by this one."""
    if link.cue[0] < other.link.cue[1] and other.link.cue[0] < link.cue[1]:
        return True
    if (link.anchor in carriers) != (other.link.anchor in carriers):
        return False
    is_inside = link.anchor in other.told or other.link.anchor in told
    return share(told, other.told) >= SAME and not is_inside


def _holds(outer: Candidate, inner: Candidate) -> bool:
    """Whether an attribution stands inside another's content, and not the other way round as well."""
    return inner.link.anchor in outer.told and outer.link.anchor not in inner.told


def _cut(one: Candidate, others: Sequence[Candidate]) -> Candidate:
    """End a content where the same speaker's next words are introduced: ``said they stay, but refused to say why``."""
    source = one.link.source
    nexts = [
        other.link.cue[0] for other in others
        if source and other.link.source == source and other.link.anchor in one.told and source[0] not in one.told
    ]  # fmt: skip
    if not nexts or min(nexts) <= min(one.told):
        return one
    content = tuple((first, min(last, min(nexts))) for first, last in one.link.content if first < min(nexts))
    return Candidate(replace(one.link, content=content), _inside(content))


def _inside(content: Sequence[Range]) -> frozenset[int]:
    return frozenset(i for first, last in content for i in range(first, last))


def features(candidate: Candidate) -> tuple[float, ...]:
    """Return what the score is worked out from: log odds of what the heads say, apart for what is nested."""
    link, nested = candidate.link, float(candidate.nested)
    cue = (_odds(link.outer) * (1 - nested), _odds(link.any) * (1 - nested), _odds(link.any) * nested)
    return (1.0, *cue, *map(_odds, link.sureness), nested, float(link.source is None))


def score(candidate: Candidate, weights: Sequence[float]) -> float:
    """Return the chance that a candidate is right in content and source."""
    at = sum(weight * value for weight, value in zip(weights, features(candidate), strict=True))
    return 1.0 / (1.0 + math.exp(-at))


def _odds(chance: float) -> float:
    kept = min(max(chance, 0.005), 0.995)
    return math.log(kept / (1.0 - kept))


def _draft(syntax: Syntax, quotes: Sequence[Range], link: Link, chance: float) -> Draft:
    content = tuple(_bare(syntax, one) for one in _joined(syntax, whole(quotes, link.anchor, link.content)))
    return Draft(link.anchor, "learnt", (link.cue,), _source(syntax, link.source), content, chance, act=_act(link))


def whole(quotes: Sequence[Range], anchor: int, content: Sequence[Range]) -> list[Range]:
    """Return a content with all of each quotation of which it holds a good part: who says some of it says all of it.

    The marks are exact. A quotation around the cue is someone else's.
    """
    told = set(_inside(content))
    starts = {first for first, _ in content}
    for first, last in quotes:
        inside = sum(i in told for i in range(first, last))
        if PART * (last - first) <= inside < last - first and not first <= anchor < last:
            starts -= set(range(first + 1, last))
            told.update(range(first, last))
    return pieces(told, starts)


def _joined(syntax: Syntax, pieces: Sequence[Range]) -> list[Range]:
    """Return the pieces of a content, of which those that only a comma parts are one."""
    found = list(pieces[:1])
    for first, last in pieces[1:]:
        between = syntax.tokens[found[-1][1] : first]
        if len(between) == 1 and between[0].text in LOOSE:
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return found


def _act(link: Link) -> SpeechAct:
    """Return the likeliest act, if it is likely enough: most of what is said is plainly asserted."""
    if link.acts is None:
        return SpeechAct.ASSERT
    best = int(link.acts.argmax())
    chance = float(np.exp(link.acts[best] - np.logaddexp.reduce(link.acts)))
    return SpeechAct(network().labels["acts"][best]) if chance >= CLEAR else SpeechAct.ASSERT


OPENING, CLOSING = frozenset({"“", "«", "„", "``"}), frozenset({"”", "»"})
EITHER = frozenset({'"', "''"})
LOOSE = frozenset({",", ";", ":", "-", "–", "—"})
JOINING = LOOSE | frozenset({"but", "and", "also", "then", "instead", "while", "yet"})
"""What is left over at the end of a content where another one of the same speaker's begins."""


def _bare(syntax: Syntax, piece: Range) -> Range:
    """Return a piece of content without the ``that`` that opens it and the quote marks around it."""
    first, last = piece
    while last - first > 1 and syntax.tokens[last - 1].text in JOINING:
        last -= 1
    while last - first > 1 and not _says(syntax.tokens[first]):
        first += 1
    opens = syntax.tokens[first]
    if last - first > 1 and opens.lower == "that" and opens.tag == "IN":
        first += 1
    return _unquoted(syntax, first, last)


def _says(token: Token) -> bool:
    """Whether a token may open a content: a word, or a mark that opens something."""
    return token.is_word or token.text in OPENING | EITHER or token.text in "‘[($£€-"


def _unquoted(syntax: Syntax, first: int, last: int) -> Range:
    """Leave out the marks of a quotation that is the whole piece, and a mark whose partner stands outside it."""
    if last - first > 2 and syntax.tokens[first].text == "‘" and syntax.tokens[last - 1].text == "’":
        return _trimmed(syntax, first + 1, last - 1)
    marks = [i for i in range(first, last) if syntax.tokens[i].text in OPENING | CLOSING | EITHER]
    opens = bool(marks) and marks[0] == first and syntax.tokens[first].text in OPENING | EITHER
    closes = bool(marks) and marks[-1] == last - 1 and syntax.tokens[last - 1].text in CLOSING | EITHER
    paired = len(marks) % 2 == 0
    if opens and closes and len(marks) == 2 and last - first > 2:
        return _trimmed(syntax, first + 1, last - 1)
    if opens and not paired and last - first > 1:
        return first + 1, last
    if closes and not paired and last - first > 1:
        return _trimmed(syntax, first, last - 1)
    return first, last


def _trimmed(syntax: Syntax, first: int, last: int) -> Range:
    """Leave out a comma before a closing mark."""
    return first, last - (last - first > 1 and syntax.tokens[last - 1].text in LOOSE)


def _source(syntax: Syntax, source: Range | None) -> Range | None:
    """Return a source without a comma at its end, unless that closes its apposition: ``Elyas, 25, from Herat,``."""
    if source is None:
        return None
    first, last = source
    commas = [i for i in range(first, last) if syntax.tokens[i].text in LOOSE]
    return (first, last - 1) if commas == [last - 1] and last - first > 1 else source
