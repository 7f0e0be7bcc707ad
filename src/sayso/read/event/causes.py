"""Causes: deaths that nobody brought about, and flights of people, have no PLOVER type."""

from __future__ import annotations

from sayso.read.event.clause import subject
from sayso.read.event.trigger import Trigger
from sayso.read.syntax import Syntax
from sayso.vocab import titles
from sayso.vocab.lemmas import bases

DYING = frozenset({"die", "death", "perish", "drown"})
NATURAL = frozenset(
    "malnutrition starvation hunger disease cancer illness cold age heart famine cholera covid coronavirus flu "
    "accident crash earthquake flood storm natural sick".split()
)
WOUNDS = frozenset("wound wounds injury injuries burns torture blows shots gunshot shrapnel poisoning".split())
"""What one dies of by another's hand."""
FLEEING = frozenset({"flee", "leave", "depart", "escape", "evacuate", "move"})


def natural(syntax: Syntax, trigger: Trigger) -> bool:
    """Whether a trigger tells of a death from a natural cause, or of people who flee."""
    token = syntax.tokens[trigger.i]
    forms = set(bases(token.lower))
    if forms & DYING:
        if "drown" in forms or _of_illness(syntax, trigger.i):
            return True
        sentence = syntax.sentences[token.sentence]
        return any(t.lower in NATURAL for t in syntax.tokens[sentence.first : sentence.last] if abs(t.i - token.i) < 9)
    if forms & FLEEING and token.tag[0] == "V":
        who = subject(syntax, trigger.i)
        flight = bool(forms & {"flee", "escape"}) and trigger.type != "RETREAT"
        return flight or trigger.type == "ASSAULT" or (who is not None and _is_people(syntax.tokens[who].lower))
    return False


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
