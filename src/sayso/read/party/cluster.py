"""Cluster: a party in the making - the mentions found so far to be of one party, and what they tell about it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from sayso.model import PartyType
from sayso.read.party.mentions import Form, Mention


@dataclass(eq=False, slots=True)
class Cluster:
    """Mentions of one party. It grows while a report is read, and never leaves the parties stage.

    ``roles`` are the spans of tokens (first, last) that say what the party is; ``kin`` the clusters of its relatives
    by the noun ("father").
    """

    type: PartyType
    mentions: list[Mention] = field(default_factory=list)
    gender: str | None = None
    country: str | None = None
    plural: bool = False
    roles: list[tuple[int, int]] = field(default_factory=list)
    kin: dict[str, Cluster] = field(default_factory=dict)
    variants: list[tuple[Mention, str]] = field(default_factory=list)

    @property
    def named(self) -> bool:
        """Whether the party is called by a name anywhere."""
        return any(mention.form is Form.NAME for mention in self.mentions)

    @property
    def doubtful(self) -> bool:
        """Whether nothing but its use says that its name is a person's."""
        return self.type is PartyType.PERSON and not any(m.sure and m.form is Form.NAME for m in self.mentions)

    @property
    def single(self) -> bool:
        """Whether it is one human being, named or not."""
        return self.type is PartyType.PERSON or (self.type is PartyType.PEOPLE and not self.plural)

    def add(self, mention: Mention) -> None:
        """Take in a mention, and what it tells of gender and country."""
        self.mentions.append(mention)
        self.gender = self.gender or mention.gender
        if mention.form is Form.NAME or not self.named:
            self.country = self.country or mention.country

    def names(self) -> list[str]:
        """Return the names in it, as printed."""
        return [mention.words for mention in self.mentions if mention.form is Form.NAME]


@lru_cache(maxsize=4096)
def folded(words: str) -> str:
    """Return a name as compared: no case, accents, dots or article, plain apostrophes and hyphens."""
    plain = unicodedata.normalize("NFKD", words.casefold().replace("ı", "i").replace("ø", "o").replace("ł", "l"))
    plain = "".join(c for c in plain if not unicodedata.combining(c) and c != ".")
    plain = plain.replace("’", "'").replace("‘", "'").replace("–", "-").removesuffix("'s")
    return plain.removeprefix("the ").strip()


def are_near(one: str, other: str, edits: int) -> bool:
    """Whether at most so many letters must be added, left out or exchanged to turn one word into the other."""
    if abs(len(one) - len(other)) > edits:
        return False
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        above, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (a != b))
    return row[-1] <= edits


def is_one_edit(one: str, other: str) -> bool:
    """Whether two different words are one letter apart: one added, left out or exchanged, or two swapped."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    if len(one) == len(other):
        differing = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        swapped = len(differing) == 2 and differing[1] == differing[0] + 1
        return len(differing) == 1 or (swapped and one[differing[0]] == other[differing[1]]
                                       and one[differing[1]] == other[differing[0]])  # fmt: skip
    short, long = sorted((one, other), key=len)
    return any(short == long[:i] + long[i + 1 :] for i in range(len(long)))
