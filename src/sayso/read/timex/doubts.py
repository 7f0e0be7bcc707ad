"""Words that only look like a time: ``may`` the verb, ``May`` the prime minister, ``march``, ``past achievements``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sayso.model import Party, PartyType
from sayso.read.syntax import Syntax, Token
from sayso.read.timex.expression import Absolute, Edge, Expression, Reference, Weekday, YearPart
from sayso.read.timex.rules import Hit
from sayso.vocab import given_names, titles

NOUN_REFERENCES = {"past", "future"}
LONGEST_IDIOM = 30
IDIOM = re.compile(r"here today,? (?:and )?gone tomorrow", re.IGNORECASE)
GIVEN = {"april", "may", "june", "august"}
"""Months that are given names too."""
BEARERS = (PartyType.PERSON, PartyType.ORGANISATION, PartyType.OUTLET, PartyType.ARMED_GROUP)
LONGEST_NAME = 5
"""Words of the longest mention of a party that is taken for its name."""


class Named:
    """The code points that belong to names of persons, bodies and outlets of several words ("April Jones")."""

    def __init__(self, parties: Iterable[Party]) -> None:
        """Look at the mentions that are names once."""
        self._inside: set[int] = set()
        for party in parties:
            names = {party.name, *party.aliases} if party.type in BEARERS else ()
            for span in party.mentions:
                words = span.exact.split()
                capitals = all(word[0].isupper() for word in words)
                if span.exact in names and capitals and 1 < len(words) <= LONGEST_NAME:
                    self._inside.update(range(span.start, span.end))

    def has(self, hit: Hit) -> bool:
        """Whether a hit is part of such a name."""
        return hit.end - 1 in self._inside and hit.start in self._inside


def is_doubtful(hit: Hit, syntax: Syntax, named: Named) -> bool:
    """Whether the words of a hit are something other than a time: a name, a verb, an idiom."""
    idiom = IDIOM.search(syntax.text, max(0, hit.start - LONGEST_IDIOM), hit.end + LONGEST_IDIOM)
    if idiom and idiom.start() <= hit.start < idiom.end():
        return True
    kind = _bare(hit.expression)
    if isinstance(kind, Reference):
        return _is_attribute(hit, syntax)
    if not isinstance(kind, Absolute | Weekday | YearPart):
        return False
    if isinstance(kind, Absolute) and (kind.day is not None or kind.month is None or kind.year is not None):
        return False
    tokens = [token for token in syntax.between(hit.start, hit.end) if token.is_word]
    if not tokens:
        return False
    is_month = isinstance(kind, Absolute) and len(tokens) == 1
    return _is_verb(tokens[-1]) or named.has(hit) or (is_month and _is_part_of_name(syntax, tokens[0]))


def _is_part_of_name(syntax: Syntax, token: Token) -> bool:
    """Whether a month stands in a person's name: ``April Jones``, ``Mr March``."""
    before = syntax.tokens[token.i - 1].text if token.i else ""
    if before in titles.addresses():
        return True
    head = syntax.tokens[token.head]
    may_be_given = given_names.gender_of(token.text) is not None or token.lower in GIVEN
    return (
        may_be_given and token.dep == "compound" and head.i == token.i + 1 and head.tag == "NNP" and head.text.istitle()
    )


def _bare(expression: Expression) -> Expression:
    return expression.of if isinstance(expression, Edge) else expression


def _is_verb(token: Token) -> bool:
    return token.tag.startswith(("VB", "MD")) and token.lower not in ("spring", "summer", "winter")


def _is_attribute(hit: Hit, syntax: Syntax) -> bool:
    """Whether ``the past`` or ``the future`` goes on to a noun: ``the future president``."""
    tokens = syntax.between(hit.start, hit.end)
    if not tokens or tokens[-1].lower not in NOUN_REFERENCES or tokens[-1].i + 1 >= len(syntax.tokens):
        return False
    return syntax.tokens[tokens[-1].i + 1].tag.startswith(("NN", "JJ", "CD"))
