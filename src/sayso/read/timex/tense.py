"""Whether a time stands with a verb of the past or of the future: that tells last Friday from next."""

from __future__ import annotations

import re
from enum import Enum

from sayso.read.syntax import Syntax, Token
from sayso.read.timex.words import word_before


class Tense(Enum):
    """The side of the publication on which a time lies, as far as the verb tells."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    OPEN = "open"


MODALS = {"will", "'ll", "’ll", "wo", "would", "shall", "may", "might", "must", "should"}
AHEAD = {"due", "set", "scheduled", "expected", "slated", "planned", "payable", "going", "likely", "poised", "bound"}
PAST_HELPERS = {"was", "were", "had", "did", "has", "have", "been", "'d", "’d", "'ve", "’ve"}
PRESENT_HELPERS = {"is", "are", "am", "'s", "'re", "’s", "’re"}
UNTIL = {"until", "till", "by", "through", "due", "expire", "to"}
PUT_OFF = {"extended", "given", "gave", "postponed", "delayed", "adjourned", "moved", "rescheduled", "prolonged", "put"}
NEAR = 2
"""Steps up the tree (noun, preposition, verb) within which a verb of the present governs a time to come."""
AT_LEAST = re.compile(r"\bat least $")
MAX_STEPS = 12


def tense_at(syntax: Syntax, start: int) -> Tense:
    """Return the tense of the verb that governs the words at ``start``."""
    tokens = syntax.between(start, start + 1)
    if not tokens:
        return Tense.OPEN
    token = tokens[0]
    if _is_of_past_event(syntax, token):
        return Tense.OPEN
    for steps in range(MAX_STEPS):
        found = _tense_of(syntax, token)
        if found == Tense.PRESENT and steps > NEAR:
            return Tense.OPEN
        if found is not None:
            return _but_for_until(found, token, syntax, start)
        if token.head == token.i:
            break
        token = syntax.tokens[token.head]
    return Tense.OPEN


PLANNED = {"election", "elections", "vote", "referendum", "meeting", "summit", "talks", "match", "game", "poll",
           "deadline", "session", "debate", "hearing", "conference"}  # fmt: skip


def _is_of_past_event(syntax: Syntax, token: Token) -> bool:
    """Whether the time is that of an event and not of the verb: ``Wednesday's ruling``, but not ``Sunday's vote``."""
    has_genitive = any(syntax.tokens[child].tag == "POS" for child in syntax.children[token.i])
    return has_genitive and syntax.tokens[token.head].lower not in PLANNED


def _but_for_until(tense: Tense, verb: Token, syntax: Syntax, start: int) -> Tense:
    """``was extended until Friday``: the verb is past, the time is not; so in ``unless they left by Friday``.

    ``lasted until Friday`` leaves it open.
    """
    text = syntax.text
    if AT_LEAST.search(text, max(0, start - 10), start):
        start -= len("at least ")
    if tense != Tense.PAST or word_before(text, start) not in UNTIL:
        return tense
    supposed = any(syntax.tokens[child].lower in ("if", "unless") for child in syntax.children[verb.i])
    return Tense.FUTURE if supposed or verb.lower in PUT_OFF else Tense.OPEN


def _tense_of(syntax: Syntax, token: Token) -> Tense | None:
    """Return the tense that one word gives; None for a word that gives none, so that its head is asked."""
    if _looks_ahead(syntax, token):
        return Tense.OPEN if _has_helper(syntax, token, {"had"}) else Tense.FUTURE
    if not token.tag.startswith(("VB", "MD")):
        return None
    if token.lower in MODALS or _has_helper(syntax, token, MODALS):
        return Tense.OPEN if _has_helper(syntax, token, {"have", "'ve"}) else Tense.FUTURE
    if token.tag == "VBD" or _has_helper(syntax, token, PAST_HELPERS):
        return Tense.PAST
    if token.tag in ("VB", "VBN") and _has_helper(syntax, token, {"to"}):
        return _of_infinitive(syntax, token)
    if _has_helper(syntax, token, PRESENT_HELPERS):
        return Tense.OPEN if token.tag == "VBN" and _has_helper(syntax, token, {"being"}) else Tense.PRESENT
    if token.tag in ("VBP", "VBZ"):
        return Tense.PRESENT
    return Tense.PAST if token.tag == "VBN" else None


def _looks_ahead(syntax: Syntax, token: Token) -> bool:
    """Whether a word says that something is to come: ``due``, ``scheduled``; ``set`` only with ``to`` or ``for``."""
    if token.lower not in AHEAD or token.tag == "VBD":
        return False
    following = syntax.tokens[token.i + 1].lower if token.i + 1 < len(syntax.tokens) else ""
    return token.lower != "set" or following in ("to", "for")


def _of_infinitive(syntax: Syntax, token: Token) -> Tense | None:
    """``plans to vote Friday`` looks ahead, ``had been due to expire Friday`` does not."""
    head = syntax.tokens[token.head]
    if _has_helper(syntax, head, {"had"}):
        return Tense.PAST
    return Tense.FUTURE


def _has_helper(syntax: Syntax, token: Token, words: set[str]) -> bool:
    return any(syntax.tokens[child].lower in words for child in syntax.children[token.i] if child < token.i)
