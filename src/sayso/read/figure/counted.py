"""What a number counts: the noun, the words for it, and which numbers count nothing that happened."""

from __future__ import annotations

import re
from typing import NamedTuple

from sayso.read.figure.numbers import Numeral
from sayso.read.syntax import Syntax, Token
from sayso.vocab.figure_words import figure_words, is_in


class Counted(NamedTuple):
    """A number expression with what it counts.

    ``top`` is the token by which the whole phrase hangs in the tree; ``noun`` the token for what is counted, if any.
    """

    numeral: Numeral
    top: int
    noun: int | None


MODIFIERS = frozenset({"nummod", "quantmod", "compound", "amod", "nmod", "det", "advmod", "npadvmod", "predet", "poss"})
NOMINAL = ("N", "CD", "PRP", "DT", "JJ")
CROSSED = frozenset({"more", "other", "of", "them", "whom", "the", "their", "its", "his", "these", "those"})


def counted(syntax: Syntax, numeral: Numeral) -> Counted:
    """Return what a number counts by the tree, and where the tree fails by the next word."""
    tokens = syntax.tokens
    top = _top(syntax, numeral)
    head = tokens[tokens[top].head]
    if head.i >= numeral.last and tokens[top].dep in MODIFIERS and head.tag.startswith(("N", "JJ", "PRP")):
        noun = _past_units(syntax, head)
        if noun.lower == "more" or (noun.lower in figure_words().result and not noun.tag.startswith("N")):
            return Counted(numeral, noun.i, None)
        return Counted(numeral, noun.i, _before_comma(syntax, numeral.last, noun.i))
    behind = [t for t in tokens[numeral.last : numeral.last + 2] if t.sentence == tokens[top].sentence]
    after = next((t for t in behind if t.lower != "more"), None)
    if after is None:
        return Counted(numeral, top, None)
    if after.lower == "of":
        return Counted(numeral, top, _partitive(syntax, after))
    if after.tag in ("NNS", "NNPS") or after.lower in ("people", "police", "men", "women", "children"):
        return Counted(numeral, after.i, after.i)
    return Counted(numeral, top, None)


def _top(syntax: Syntax, numeral: Numeral) -> int:
    """Return the last token of the number whose head is outside the whole expression."""
    inside = range(numeral.first, numeral.last)
    tops = [i for i in range(numeral.core, numeral.last) if syntax.tokens[i].head not in inside]
    roots = [i for i in range(numeral.core, numeral.last) if syntax.tokens[i].head == i]
    words = [i for i in tops or roots if syntax.tokens[i].is_word]
    return words[-1] if words else numeral.last - 1


def _past_units(syntax: Syntax, head: Token) -> Token:
    """Return what a modifier of a modifier counts: in ``12 rebel fighters`` never the rebel."""
    above = syntax.tokens[head.head]
    is_inner = (head.dep in ("compound", "nmod", "nummod", "quantmod") or head.lower == "more") and above.i > head.i
    return above if is_inner and above.tag.startswith("N") else head


def _before_comma(syntax: Syntax, first: int, noun: int) -> int:
    """Return the noun, or, where the tree reaches over a comma, the noun that stands before the comma."""
    words = syntax.tokens[first : noun + 1]
    comma = next((t.i for t in words if t.text in (",", ";", ")")), None)
    if comma is None or words[0].i == comma:
        return noun
    before = syntax.tokens[comma - 1]
    return before.i if before.tag.startswith("N") else noun


def _partitive(syntax: Syntax, preposition: Token) -> int | None:
    """Return the noun behind ``of``, or behind ``of them``: ``five of them children``."""
    behind = syntax.tokens[preposition.i + 1 : preposition.i + 3]
    if len(behind) == 2 and behind[0].lower in ("them", "whom") and behind[1].tag in ("NNS", "NNPS"):
        return behind[1].i
    return _object(syntax, preposition)


def _object(syntax: Syntax, preposition: Token) -> int | None:
    """Return the noun behind ``of``; a pronoun (``five of them``) names nothing."""
    below = [syntax.tokens[i] for i in syntax.children[preposition.i]]
    noun = next((t for t in below if t.dep in ("pobj", "pcomp") and t.i > preposition.i), None)
    if noun is not None:
        return noun.i if noun.tag.startswith(("N", "JJ", "CD")) else None
    return _next_noun(syntax, preposition.i + 1)


def _next_noun(syntax: Syntax, i: int) -> int | None:
    """Return the last word of the run of nouns and adjectives that begins at a token, where the tree has none."""
    last = None
    for token in syntax.tokens[i : i + 6]:
        if not token.tag.startswith(("N", "J", "DT", "PRP$", "POS", "CD")):
            break
        last = token.i if token.tag.startswith("N") else last
    return last


def counted_words(syntax: Syntax, one: Counted) -> tuple[int, int] | None:
    """Return where the words for what is counted start and end, without the number and articles."""
    if one.noun is None:
        return None
    tokens, first = syntax.tokens, one.numeral.last
    if one.noun < first:
        return None
    between = tokens[first : one.noun]
    cut = (t.i + 1 for t in reversed(between) if t.tag in ("CC", "CD", "IN") or (not t.is_word and t.text != "-"))
    first = next(cut, first)
    while first < one.noun and (tokens[first].lower in CROSSED or not tokens[first].is_word):
        first += 1
    between = tokens[first : one.noun]
    if any(t.tag.startswith("V") and t.dep not in ("amod", "compound") for t in between) or len(between) > 6:
        first = one.noun
    return tokens[first].start, tokens[one.noun].end


BESIDE = re.compile(r"\s?%|[./:]\d|/|[-‐‑–](?=\w)|['’]\d|(?:st|nd|rd|th)\b|°")
PART_BEFORE = re.compile(r"\w[-‐‑–/.:]$|[#/’]$")
YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
NOT_ONE = frozenset({
    "no", "any", "every", "each", "this", "that", "the", "which", "another", "some", "such", "only", "day", "their",
    "his", "her", "its", "our", "my", "your", "last", "number",
})  # fmt: skip
PARENTS = frozenset({"father", "mother", "parent", "parents", "married", "grandmother", "grandfather", "widow"})


PASSED = frozenset({
    "were", "was", "had", "been", "have", "has", "are", "reported", "reportedly", "also", "others", "more", "still",
    "now", "feared", "left",
})  # fmt: skip
"""Words that may stand between those counted and what became of them."""


def beside(syntax: Syntax, one: Counted) -> Token | None:
    """Return the next word of weight behind those counted: ``and 14 [captured]``, ``12 people still [trapped]``."""
    at = max(one.numeral.last, one.noun + 1 if one.noun is not None else 0)
    here = syntax.tokens[one.numeral.core].sentence
    for token in syntax.tokens[at : at + 4]:
        if token.sentence != here:
            return None
        if token.lower not in PASSED:
            return token
    return None


def is_counting(syntax: Syntax, one: Counted) -> bool:
    """Whether a number counts something: years, dates, ages, shares, ranks, names and lengths of time do not."""
    numeral, tokens = one.numeral, syntax.tokens
    if numeral.currency:
        return True
    if _is_part(syntax, numeral) or _is_numbering(syntax, one) or _is_age(syntax, numeral) or numeral.number == 0:
        return False
    words = figure_words()
    nouns = [*tokens[numeral.last : numeral.last + 1], *([tokens[one.noun]] if one.noun is not None else [])]
    if any(is_in(words.never, noun.lower) for noun in nouns if not noun.tag.startswith(("MD", "V"))):
        return False
    return _is_one_counted(syntax, one) if numeral.number == 1 else not _is_mere_part(syntax, one)


def _is_mere_part(syntax: Syntax, one: Counted) -> bool:
    """Whether the number is of some of those told before, of whom no verb tells more: ``50 of them seriously``."""
    behind = syntax.tokens[one.numeral.last : one.numeral.last + 3]
    words = [t.lower for t in behind]
    is_part = one.noun is None and words[:1] == ["of"] and words[1:2] in (["them"], ["whom"], ["these"], ["those"])
    return is_part and len(behind) == 3 and not behind[2].tag.startswith(("V", "MD"))


def _is_part(syntax: Syntax, numeral: Numeral) -> bool:
    """Whether the number is part of a longer word, a share, a score or a code: ``F-16``, ``12-year``, ``24/7``."""
    text = syntax.text
    start, end = syntax.tokens[numeral.core].start, syntax.tokens[numeral.last - 1].end
    if BESIDE.match(text, end) and not text.startswith(("-strong", " strong"), end):
        return True
    return bool(PART_BEFORE.search(text[max(0, start - 2) : start]))


def _is_numbering(syntax: Syntax, one: Counted) -> bool:
    """Whether the number names its noun (``Resolution 2254``, ``the 2015 attacks``) or a day."""
    numeral, tokens = one.numeral, syntax.tokens
    before = tokens[numeral.first - 1] if numeral.first else None
    exact = tokens[numeral.core].text
    if numeral.is_bounded:
        return False
    if before is not None and before.lower in figure_words().numbered and not before.tag.startswith("V"):
        return True
    top = tokens[_top(syntax, numeral)]
    if top.dep == "nummod" and top.head < numeral.first and tokens[top.head].tag.startswith("NN"):
        return True
    return numeral.last - numeral.core == 1 and bool(YEAR.match(exact)) and not _is_people(syntax, one)


def _is_people(syntax: Syntax, one: Counted) -> bool:
    """Whether the very next word is the noun, and one for people: ``2000 fighters``."""
    noun = one.noun
    if noun is None or noun != one.numeral.last:
        return False
    word = syntax.tokens[noun].lower
    words = figure_words()
    return is_in(words.people, word) or is_in(frozenset(words.noun), word)


def _is_age(syntax: Syntax, numeral: Numeral) -> bool:
    """Whether a bare number is an age (``Amal, 32, a nurse``), or one's children (``a father of two``)."""
    tokens = syntax.tokens
    if numeral.first < 2 or numeral.last >= len(tokens) or numeral.is_bounded:
        return False
    before, after = tokens[numeral.first - 1], tokens[numeral.last]
    if before.lower == "of" and tokens[numeral.first - 2].lower in PARENTS:
        return True
    return (before.text in (",", "(") and after.text in (",", ")", ".", ";")) and (numeral.number or 999) < 120


def _is_one_counted(syntax: Syntax, one: Counted) -> bool:
    """Whether ``one`` is a count and no pronoun: it needs a noun and neither determiner before it nor ``of`` behind."""
    numeral, tokens = one.numeral, syntax.tokens
    if numeral.is_bounded:
        return True
    before = tokens[numeral.first - 1].lower if numeral.first else ""
    after = tokens[numeral.last].lower if numeral.last < len(tokens) else ""
    return one.noun is not None and before not in NOT_ONE and after not in ("of", "-")
