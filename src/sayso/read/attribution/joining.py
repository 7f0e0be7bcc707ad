"""Joining: one attribution for one cue, quotations before the parse, and no content told twice."""

from __future__ import annotations

from dataclasses import replace

from sayso.read.attribution.draft import Draft, share, words
from sayso.read.syntax import Syntax

SAME = 0.8
"""Two contents that share more of their words than this are one."""


def joined(syntax: Syntax, quoted: list[Draft], parsed: list[Draft]) -> list[Draft]:
    """Return the drafts that stand, in the order of the text.

    A quotation's own cue beats what the parse makes of the same cue. Of two drafts with much the same content the
    better scored one stands, unless one reports the other (``He says they say so``), when both do.
    """
    kept = _one_for_each_quotation(syntax, quoted)
    heads = {draft.head for draft in kept if draft.head >= 0}
    told = [words(syntax, draft.content) for draft in kept]
    for draft in sorted(parsed, key=lambda one: (-one.score, one.head)):
        mine = words(syntax, draft.content)
        pairs = zip(kept, told, strict=True)
        if draft.head in heads or any(_same(draft, mine, other, theirs) for other, theirs in pairs):
            continue
        kept.append(draft)
        told.append(mine)
        heads.add(draft.head)
    kept = _with_floating_joined(syntax, _without_weak_nested(syntax, kept))
    return sorted(kept, key=lambda one: (_start(one), one.head))


def _one_for_each_quotation(syntax: Syntax, quoted: list[Draft]) -> list[Draft]:
    """Drop a floating quotation that is a turn of a transcript."""
    turns = frozenset[int]().union(*(words(syntax, one.content) for one in quoted if one.construction == "script"))
    return [one for one in quoted if not (one.floating and words(syntax, one.content) & turns)]


def _with_floating_joined(syntax: Syntax, drafts: list[Draft]) -> list[Draft]:
    """Join a quotation that floats to the attribution of the sentence before it.

    ``They had left, Khan said. “We saw them go.”`` is one attribution in two pieces.
    """
    kept = [one for one in drafts if not one.floating]
    for floating in (one for one in drafts if one.floating):
        before = [one for one in kept if one.head >= 0 and _is_just_before(syntax, one, floating)]
        if before:
            host = max(before, key=lambda one: (one.construction in MAIN, -one.head))
            kept[kept.index(host)] = replace(host, content=(*host.content, *floating.content))
        else:
            kept.append(floating)
    return kept


MAIN = frozenset({"fronted", "that", "clause", "according", "quote"})


def _is_just_before(syntax: Syntax, draft: Draft, floating: Draft) -> bool:
    here = syntax.sentences[syntax.tokens[floating.content[0][0]].sentence]
    there = syntax.sentences[syntax.tokens[draft.head].sentence]
    return there.i == here.i - 1 and draft.construction in MAIN


def _without_weak_nested(syntax: Syntax, drafts: list[Draft]) -> list[Draft]:
    """Drop what stands inside another's content, unless it gives someone else's whole clause.

    ``He said they want peace`` is one attribution; ``He said the army told them that it would leave`` is two.
    """
    contents = [(one, words(syntax, one.content)) for one in drafts if one.construction != "according"]
    return [
        draft
        for draft in drafts
        if not any(draft.head in inside for other, inside in contents if other is not draft)
        or _is_reported_speech(syntax, draft)
    ]


SURE = 0.68
NESTED = frozenset({"that", "clause", "wh", "quote", "script", "according"})
NO_ONE_ELSE = frozenset("i we you it they that which who this what one".split())


def _is_finite(syntax: Syntax, head: int) -> bool:
    """Whether a cue is told to have been said, not an infinitive or gerund (``to say``, ``without saying``)."""
    token = syntax.tokens[head]
    quoted = head > 0 and syntax.tokens[head - 1].lower == "as"
    helped = any(syntax.tokens[c].dep == "aux" and syntax.tokens[c].tag != "TO" for c in syntax.children[head])
    return token.tag not in ("VB", "VBG") or helped or quoted


def _is_reported_speech(syntax: Syntax, draft: Draft) -> bool:
    if draft.source is None or draft.construction not in NESTED:
        return False
    first, last = draft.source
    if syntax.tokens[first].lower in ("my", "our") or not _is_finite(syntax, draft.head):
        return False
    return draft.score >= SURE and (last - first > 1 or syntax.tokens[first].lower not in NO_ONE_ELSE)


def _start(draft: Draft) -> int:
    return min(first for first, _ in (*draft.cue, *draft.content))


def _same(one: Draft, mine: frozenset[int], other: Draft, theirs: frozenset[int]) -> bool:
    """Whether two drafts tell one thing; ``mine`` and ``theirs`` are the words of their contents."""
    if (one.construction == "according") != (other.construction == "according") or not mine & theirs:
        return False
    return share(mine, theirs) >= SAME and one.head not in theirs and other.head not in mine
