"""Causes: deaths that nobody is said to have brought about, flights of people and what is published have no type."""

from __future__ import annotations

from sayso.read.event.clause import subject
from sayso.read.event.trigger import Trigger
from sayso.read.syntax import Syntax, Token
from sayso.read.tree import below, sentence_of
from sayso.vocab import titles
from sayso.vocab.lemmas import bases
from sayso.vocab.plover_words import types_of

DYING = frozenset({"die", "death", "perish", "drown"})
NATURAL = frozenset(
    "malnutrition starvation hunger disease cancer illness cold age heart famine cholera covid coronavirus flu "
    "accident crash earthquake flood storm natural sick".split()
)
NEAR = 9
"""Words within which a natural cause stands beside a death."""
PUBLISHED = frozenset(
    "video statement figure report footage image detail data film letter document picture photo photograph name "
    "recording tape list transcript result finding song album".split()
)
"""What is released to the public, not set free."""
WOUNDS = frozenset("wound wounds injury injuries burns torture blows shots gunshot shrapnel poisoning".split())
"""What one dies of by another's hand."""
FLEEING = frozenset({"flee", "leave", "depart", "escape", "evacuate", "move"})


def natural(syntax: Syntax, trigger: Trigger) -> bool:
    """Whether a trigger tells of a death without violence, of people who flee, or of something made public."""
    token = syntax.tokens[trigger.i]
    forms = set(bases(token.lower))
    if forms & DYING:
        if "drown" in forms or _of_illness(syntax, trigger.i):
            return True
        around = sentence_of(syntax, trigger.i)
        near = (t for t in around if abs(t.i - token.i) < NEAR)
        return any(t.lower in NATURAL for t in near) or not any(_is_violent(t) for t in around)
    if forms & {"release"} and any(t.lower.removesuffix("s") in PUBLISHED for t in _published(syntax, trigger.i)):
        return True
    if forms & FLEEING and token.tag[0] == "V":
        who = subject(syntax, trigger.i)
        flight = bool(forms & {"flee", "escape"}) and trigger.type != "RETREAT"
        return flight or trigger.type == "ASSAULT" or (who is not None and _is_people(syntax.tokens[who].lower))
    return False


def _is_violent(token: Token) -> bool:
    return "ASSAULT" in types_of(token.lower) and not DYING.intersection(bases(token.lower))


def _published(syntax: Syntax, i: int) -> list[Token]:
    """Return what is released: the object of the verb, or the subject of its passive."""
    return [token for token in below(syntax, i) if token.dep in ("dobj", "nsubjpass")]


def _of_illness(syntax: Syntax, i: int) -> bool:
    """Whether somebody died *of* something that is no wound."""
    causes = [
        syntax.tokens[one].lower
        for c in syntax.children[i] if syntax.tokens[c].lower == "of" and syntax.tokens[i].tag[0] == "V"
        for one in syntax.children[c]
    ]  # fmt: skip
    return any(cause not in WOUNDS for cause in causes)


PEOPLE = frozenset(
    "people residents families civilians refugees thousands villagers inhabitants migrants children women".split()
)


def _is_people(noun: str) -> bool:
    return titles.is_people(noun) or noun in PEOPLE
