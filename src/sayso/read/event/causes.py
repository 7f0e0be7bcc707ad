"""Causes: deaths that nobody brought about, and flights of people, have no PLOVER type."""

from __future__ import annotations

from sayso.read.event.clause import subject
from sayso.read.event.trigger import Trigger
from sayso.read.syntax import Syntax
from sayso.vocab import titles
from sayso.vocab.lemmas import bases

DYING = frozenset({"die", "death", "perish", "drown"})
NATURAL = frozenset(
    "malnutrition starvation hunger disease cancer illness cold old age heart famine cholera covid coronavirus flu "
    "accident crash earthquake flood storm drown fall natural sick".split()
)
FLEEING = frozenset({"flee", "leave", "depart", "escape", "evacuate", "move"})


def natural(syntax: Syntax, trigger: Trigger) -> bool:
    """Whether a trigger tells of a death from a natural cause, or of people who flee."""
    token = syntax.tokens[trigger.i]
    forms = set(bases(token.lower))
    if forms & DYING:
        sentence = syntax.sentences[token.sentence]
        return any(t.lower in NATURAL for t in syntax.tokens[sentence.first : sentence.last] if abs(t.i - token.i) < 9)
    if forms & FLEEING and token.tag[0] == "V":
        who = subject(syntax, trigger.i)
        return trigger.type == "ASSAULT" or (who is not None and _is_people(syntax.tokens[who].lower))
    return False


def _is_people(noun: str) -> bool:
    return titles.is_people(noun) or noun in ("people", "residents", "families", "civilians", "refugees", "thousands")
