"""Words that only look like a time: ``may`` the verb, ``May`` the prime minister, ``march``, ``past achievements``."""

from __future__ import annotations

from sayso.read.syntax import Syntax, Token
from sayso.read.timex.expression import Absolute, Edge, Expression, Reference, Weekday, YearPart
from sayso.read.timex.rules import Hit

NOUN_REFERENCES = {"past", "future"}


def is_doubtful(hit: Hit, syntax: Syntax) -> bool:
    """Whether the parser takes the words of a hit for something other than a time."""
    kind = _bare(hit.expression)
    if isinstance(kind, Reference):
        return _is_attribute(hit, syntax)
    if not isinstance(kind, Absolute | Weekday | YearPart):
        return False
    if isinstance(kind, Absolute) and (kind.day is not None or kind.month is None or kind.year is not None):
        return False
    tokens = [token for token in syntax.between(hit.start, hit.end) if token.is_word]
    return bool(tokens) and _is_other(tokens[-1])


def _bare(expression: Expression) -> Expression:
    return expression.of if isinstance(expression, Edge) else expression


def _is_other(token: Token) -> bool:
    is_verb = token.tag.startswith(("VB", "MD")) and token.lower not in ("spring", "summer", "winter")
    return is_verb or token.name.endswith(("-PERSON", "-ORG", "-WORK_OF_ART"))


def _is_attribute(hit: Hit, syntax: Syntax) -> bool:
    """Whether ``the past`` or ``the future`` goes on to a noun: ``the future president``."""
    tokens = syntax.between(hit.start, hit.end)
    if not tokens or tokens[-1].lower not in NOUN_REFERENCES or tokens[-1].i + 1 >= len(syntax.tokens):
        return False
    return syntax.tokens[tokens[-1].i + 1].tag.startswith(("NN", "JJ", "CD"))
