"""Mention: words in a report that name or describe a party, or stand for one; the working noun of the parties stage."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from sayso.model import PartyType, Span
from sayso.read.syntax import Syntax

NOBODY = -1
"""In place of a token: said of no one sure."""


class Form(Enum):
    """How a mention refers: by a name, by a description ("the group", "a senior official"), by a pronoun.

    By what speaks for it ("a US statement"), or as several at once ("Iran and Russia").
    """

    NAME = "name"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"
    VOICE = "voice"
    JOINT = "joint"


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention: tokens ``first`` to ``last`` (exclusive), the head token, and what its words tell.

    ``title`` are the words of address or role before a name ("Taliban spokesman"), from token ``title_first`` on;
    ``country`` is ISO 3166-1 alpha-3; ``gender`` ``"male"`` or ``"female"``; ``definite`` whether it points back
    ("the group") or brings in someone new ("a group"). ``type`` is ``None`` where the words do not tell.
    ``said_of`` is the token of whom a description says what they are ("*he* is a doctor"), ``NOBODY`` for no one sure.
    ``sure`` is false for a name that only its use suggests to be a person's.
    """

    first: int
    last: int
    head: int
    form: Form
    words: str
    type: PartyType | None = None
    country: str | None = None
    gender: str | None = None
    plural: bool = False
    definite: bool = False
    title: str = ""
    title_first: int = -1
    canonical: str = ""
    said_of: int | None = None
    sure: bool = True

    def span(self, syntax: Syntax) -> Span:
        """Return the mention's span in the text."""
        return Span.of(syntax.text, syntax.tokens[self.first].start, syntax.tokens[self.last - 1].end)


def words_of(syntax: Syntax, first: int, last: int) -> str:
    """Return the text of the tokens from ``first`` to ``last`` (exclusive), as printed."""
    return syntax.text[syntax.tokens[first].start : syntax.tokens[last - 1].end]
