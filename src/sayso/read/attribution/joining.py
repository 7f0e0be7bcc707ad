"""Joining: what the encoder saw, what quote marks show and what the tree shows; nothing is told twice."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from sayso.read.attribution.draft import Draft, share, words
from sayso.read.syntax import Syntax

TRUSTED = 0.55
"""Least score of what the table of cues shows alone."""
ALONE = 0.75
"""How much of a draft's score is left where the encoder did not see it too."""


def joined(syntax: Syntax, learnt: list[Draft], quoted: list[Draft], parsed: list[Draft]) -> list[Draft]:
    """Return the drafts that stand, in the order of the text.

    Turns of a transcript are exact, so they come first. A quotation whose words no learnt content holds is added, with
    the cue that its frame shows, and so is what the table of cues and the tree show (``parsed``); a quotation that
    nothing introduces goes on from the sentence before it, or floats.
    """
    turns = [one for one in quoted if one.construction == "script"]
    kept = [*turns, *(one for one in learnt if not any(_is_turn(syntax, one, turn) for turn in turns))]
    kept = _apart(syntax, kept, [one for one in quoted if one not in turns and not one.floating])
    kept = _with_parsed(syntax, kept, parsed)
    kept = _with_floating(syntax, kept, [one for one in quoted if one.floating])
    return sorted(kept, key=lambda one: (_start(one), one.head))


def _is_turn(syntax: Syntax, draft: Draft, turn: Draft) -> bool:
    """Whether a draft only tells again what a turn tells, not what is reported inside it."""
    theirs = words(syntax, turn.content)
    mine = words(syntax, draft.content)
    return bool(mine & theirs) and (draft.head not in theirs or share(mine, theirs) >= HALF)


HALF = 0.5
SAME = 0.8


def _apart(syntax: Syntax, kept: list[Draft], more: list[Draft]) -> list[Draft]:
    """Return the drafts with those of ``more`` that tell what none of them tells."""
    told = frozenset[int]().union(
        *(words(syntax, one.content) | words(syntax, one.cue) for one in kept if not _is_carrier(syntax, one))
    )
    return [*kept, *(replace(one, score=ALONE * one.score) for one in more if not words(syntax, one.content) & told)]


def _is_carrier(syntax: Syntax, draft: Draft) -> bool:
    """Whether a draft may only pass on what another tells: ``he said, according to CNN``."""
    return draft.head >= 0 and syntax.tokens[draft.head].lower == "according"


def _with_parsed(syntax: Syntax, kept: list[Draft], parsed: list[Draft]) -> list[Draft]:
    """Add what the table of cues and the tree show and the encoder left out."""
    found = [_Told(one, words(syntax, one.content), words(syntax, one.cue), _is_carrier(syntax, one)) for one in kept]
    for draft in sorted((one for one in parsed if one.score >= TRUSTED), key=lambda one: (-one.score, one.head)):
        mine = _Told(draft, words(syntax, draft.content), words(syntax, draft.cue), _is_carrier(syntax, draft))
        if all(_is_other(syntax, mine, other) for other in found):
            found.append(mine._replace(draft=replace(draft, score=ALONE * draft.score)))
    return [one.draft for one in found]


class _Told(NamedTuple):
    """A draft with the words of its content and cue, and whether it may only pass on what another tells."""

    draft: Draft
    content: frozenset[int]
    cue: frozenset[int]
    carries: bool


def _is_other(syntax: Syntax, one: _Told, other: _Told) -> bool:
    """Whether a draft tells something that another does not: other words, or what someone else's words report."""
    head = one.draft.head
    if head in other.cue or head == other.draft.head:
        return False
    if one.carries != other.carries:
        return True
    if head in other.content:
        return _is_reported_speech(syntax, one.draft) and share(one.content, other.content) < SAME
    return other.draft.head in one.content or not one.content & other.content


SURE = 0.68
NESTED = frozenset({"that", "clause", "wh", "quote", "script", "according"})
NO_ONE_ELSE = frozenset("i we you it they that which who this what one".split())


def _is_reported_speech(syntax: Syntax, draft: Draft) -> bool:
    """Whether someone else's whole clause is told: ``He said the army told them that it would leave``."""
    if draft.source is None or draft.construction not in NESTED:
        return False
    first, last = draft.source
    if syntax.tokens[first].lower in ("my", "our") or not _is_finite(syntax, draft.head):
        return False
    return draft.score >= SURE and (last - first > 1 or syntax.tokens[first].lower not in NO_ONE_ELSE)


def _is_finite(syntax: Syntax, head: int) -> bool:
    """Whether a cue is told to have been said, not an infinitive or gerund (``to say``, ``without saying``)."""
    token = syntax.tokens[head]
    quoted = head > 0 and syntax.tokens[head - 1].lower == "as"
    helped = any(syntax.tokens[c].dep == "aux" and syntax.tokens[c].tag != "TO" for c in syntax.children[head])
    return token.tag not in ("VB", "VBG") or helped or quoted


def _with_floating(syntax: Syntax, kept: list[Draft], floating: list[Draft]) -> list[Draft]:
    """Join a quotation that floats to the attribution of the sentence before it.

    ``They had left, Khan said. “We saw them go.”`` is one attribution in two pieces.
    """
    for one in _apart(syntax, kept, floating)[len(kept) :]:
        before = [other for other in kept if other.head >= 0 and _is_just_before(syntax, other, one)]
        if before:
            host = max(before, key=lambda other: (other.score, -other.head))
            kept[kept.index(host)] = replace(host, content=(*host.content, *one.content))
        else:
            kept.append(one)
    return kept


def _is_just_before(syntax: Syntax, draft: Draft, floating: Draft) -> bool:
    here = syntax.sentences[syntax.tokens[floating.content[0][0]].sentence]
    there = syntax.sentences[syntax.tokens[draft.head].sentence]
    return there.i == here.i - 1


def _start(draft: Draft) -> int:
    return min(first for first, _ in (*draft.cue, *draft.content))
