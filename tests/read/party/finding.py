"""Finding parties in short texts: what the tests of the stage and of its parts share."""

from __future__ import annotations

from sayso.model import Party, Report
from sayso.read import parties
from sayso.read.found import Found
from sayso.read.syntax import parse


def found_in(text: str) -> Found:
    return parties.find(Report.of("r", text), Found(parse(text)))


def party_of(text: str, name: str) -> Party:
    return next(party for party in found_in(text).parties if party.name == name)


def mentions(party: Party) -> list[str]:
    return [mention.exact for mention in party.mentions]


def who(text: str, words: str, nth: int = 0) -> str | None:
    """Return the name of the party of which these words are the nth mention."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    for party in found_in(text).parties:
        if any(mention.start == start and mention.exact == words for mention in party.mentions):
            return party.name
    return None


def names_in(text: str) -> list[str]:
    """Return the names of all parties of a text, in the order of their first mention."""
    return [party.name for party in found_in(text).parties]
