"""Names as they are compared: normalised, pronouns left out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from sayso.evaluate.matching import overlap
from sayso.evaluate.words import WORD
from sayso.model import Party, Place

PRONOUNS = frozenset(
    "i me my mine myself we us our ours ourselves you your yours he him his himself she her hers herself it its itself "
    "they them their theirs themselves who whom whose which that this these those one".split()
)
DETERMINERS = frozenset("the a an this that these those its his her their our".split())
SMALL = frozenset("a an and at by for from in of on or s the to with its his her their".split())
"""Words that two names may share by chance."""


def content_words(text: str) -> frozenset[str]:
    """Return the words of a text in lower case, small ones left out."""
    return frozenset(WORD.findall(text.lower())) - SMALL


def normal(name: str) -> str:
    """Return a name in lower case, without punctuation, an article in front or a possessive behind."""
    words = WORD.findall(re.sub(r"\.|['’]s\b|['’](?=\W|$)", "", name.replace("_", " ").lower()))
    while len(words) > 1 and words[0] in DETERMINERS:
        words = words[1:]
    return " ".join(words)


def is_pronoun(word: str) -> bool:
    """Whether a word is a pronoun: "us" and "Who" are, "US" and "WHO" are not."""
    return word.lower() in PRONOUNS and word in (word.lower(), word.capitalize())


def names(given: Iterable[str | None]) -> frozenset[str]:
    """Return names as they are compared; pronouns and what is empty are left out."""
    return frozenset(normal(name) for name in given if name and not is_pronoun(name)) - {""}


def called(noun: Party | Place | None) -> frozenset[str]:
    """Return all that a party or a place is called in its report."""
    if noun is None:
        return frozenset()
    aliases = noun.aliases if isinstance(noun, Party) else ()
    return names([noun.name, *aliases, *(mention.exact for mention in noun.mentions)])


def alike(some: Collection[str], others: Collection[str]) -> bool:
    """Whether one name is in both, or two of them share half of their words."""
    if not set(some).isdisjoint(others):
        return True
    return any(overlap(_words(one), _words(other)) >= 0.5 for one in some for other in others)


def _words(name: str) -> frozenset[str]:
    return frozenset(name.split())
