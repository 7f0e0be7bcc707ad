"""Gold of who and what a report names, and the mentions of both sides as they are compared: by their words.

A mention is *named* where its head has a capitalised word; at the start of a sentence only where the same word is
capitalised inside a sentence, too. The head is, unless it is marked, what stands before the first comma, preposition or
relative pronoun: its last word, with the capitalised words before it. A mention is a pronoun where all its words are.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import msgspec

from sayso.evaluate.gold import Marked, decoded
from sayso.evaluate.matching import Range
from sayso.evaluate.names import DETERMINERS, is_pronoun
from sayso.evaluate.words import Words
from sayso.model import Party, Place

SHAPE = '{"id", "text", "mentions": [{"start", "end", "type", "cluster"}]}'
TOKEN = re.compile(r"['’]s\b|\w+|[^\w\s]")
"""Words, possessives, and each punctuation mark."""
AFTER_HEAD = frozenset(", ( of in at from for with on by to who which that whose where based called".split())
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
TITLES = frozenset("Mr Mrs Ms Dr Prof Gen Lt Col Maj Capt Sgt Adm Sen Rep Gov Rev St".split())
"""Cut short with a full stop that ends no sentence."""


class Kind(StrEnum):
    """The classes that a mention's type is one of."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"


KINDS = {
    "person": Kind.PERSON, "people": Kind.PERSON, "organisation": Kind.ORGANISATION, "organization": Kind.ORGANISATION,
    "armed_group": Kind.ORGANISATION, "government": Kind.ORGANISATION, "outlet": Kind.ORGANISATION, "place": Kind.PLACE,
}  # fmt: skip


class MarkedMention(msgspec.Struct, frozen=True):
    """Marked words that refer to someone or something.

    ``type`` is a value of ``PartyType``, or ``place``; mentions of any other type are neither right nor wrong.
    ``cluster`` is the same for all mentions of one. ``head`` (start, end) and ``named`` may say what else is
    worked out.
    """

    start: int
    end: int
    type: str | None = None
    cluster: str | int | None = None
    head: Range | None = None
    named: bool | None = None


class Gold(Marked, frozen=True):
    """A report with the mentions that people marked in it."""

    mentions: tuple[MarkedMention, ...]


def gold_of(line: bytes | str) -> Gold:
    """Return a line of a gold file. Raises ``BadLine`` where it has another shape."""
    return decoded(line, Gold, SHAPE)


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """A mention, marked or found, by the numbers of its words; ``kind`` is ``None`` for what is not compared."""

    words: frozenset[int]
    head: frozenset[int]
    cluster: Hashable
    type: str | None
    named: bool = False
    pronoun: bool = False

    @property
    def kind(self) -> Kind | None:
        """The class of its type."""
        return KINDS.get(self.type or "")


class Text:
    """A text by its words, with those that are capitalised, and not for beginning a sentence."""

    def __init__(self, text: str) -> None:
        """Number the words of ``text`` and see which are names."""
        self._numbers = Words(text, TOKEN)
        self.words = [text[start:end] for start, end in self._numbers.spans]
        starts = set(self._sentence_starts(text))
        inside = {word for n, word in enumerate(self.words) if word[0].isupper() and n not in starts}
        self.capitals = frozenset(
            n for n, word in enumerate(self.words)
            if word[0].isupper() and word.lower() not in DETERMINERS and not is_pronoun(word)
            and (n not in starts or word in inside)
        )  # fmt: skip

    def _sentence_starts(self, text: str) -> Iterator[int]:
        """Yield the words that begin a sentence or a line, quote marks passed over."""
        begins, last = True, 0
        for number, (start, end) in enumerate(self._numbers.spans):
            begins = begins or "\n" in text[last:start]
            if begins and self.words[number][0].isalnum():
                yield number
                begins = False
            begins = begins or (self.words[number] in {".", "!", "?"} and not self._shortens(number, text, end))
            last = end

    def _shortens(self, number: int, text: str, end: int) -> bool:
        """Whether a full stop belongs to an initial or to a title cut short, or stands inside a word."""
        before = self.words[number - 1] if number else ""
        return text[end : end + 1].isalnum() or (len(before) == 1 and before.isupper()) or before in TITLES

    def marked(self, mentions: Sequence[MarkedMention]) -> list[Mention]:
        """Return the marked mentions, each span once."""
        found: dict[frozenset[int], Mention] = {}
        for number, one in enumerate(mentions):
            words = self._numbers.of([(one.start, one.end)])
            if words:
                cluster = ("alone", number) if one.cluster is None else one.cluster
                head = self._numbers.of([one.head]) if one.head else self._head(sorted(words))
                pronoun = all(is_pronoun(self.words[word]) for word in words)
                named = not pronoun and bool(head & self.capitals) if one.named is None else one.named
                found.setdefault(words, Mention(words, head, cluster, one.type, named, pronoun))
        return list(found.values())

    def _head(self, words: Sequence[int]) -> frozenset[int]:
        """Return the head of a noun phrase as well as it can be told without a parse."""
        cut = next((n for n, i in enumerate(words) if n and self.words[i].lower() in AFTER_HEAD), len(words))
        first = cut - 1
        while first and all(self.words[words[n]][0].isupper() for n in (first, first - 1)):
            first -= 1
        return frozenset(words[first:cut])

    def found(self, parties: Iterable[Party], places: Iterable[Place]) -> list[Mention]:
        """Return the mentions of parties and places, each span once, a party's before a place's."""
        found: dict[frozenset[int], Mention] = {}
        both: list[Party | Place] = [*parties, *places]
        for number, one in enumerate(both):
            kind = one.type.value if isinstance(one, Party) else "place"
            for span in one.mentions:
                words = self._numbers.of([(span.start, span.end)])
                if words:
                    found.setdefault(words, Mention(words, words, number, kind))
        return list(found.values())

    def bare(self, mention: Mention) -> frozenset[int]:
        """Return a mention's words without an article in front and a possessive behind."""
        first, last = min(mention.words), max(mention.words)
        drop = {n for n, words in ((first, DETERMINERS), (last, POSSESSIVE)) if self.words[n].lower() in words}
        return mention.words - drop or mention.words
