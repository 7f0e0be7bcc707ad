"""Grammar: what the tree says of who acts in an event, on whom, and where it was."""

from __future__ import annotations

from sayso.read.event.clause import (
    SUBJECTS,
    agent,
    behind,
    clause_of,
    is_passive,
    subject,
)
from sayso.read.event.spoken import VERBAL
from sayso.read.event.trigger import LIGHT, Trigger
from sayso.read.syntax import Syntax, Token
from sayso.read.tree import is_verb, objects_of, sentence_of, verb_above
from sayso.vocab import titles
from sayso.vocab.lemmas import bases
from sayso.vocab.plover_words import types_of

ON = frozenset("on against at of in into with to upon between".split())
"""Prepositions behind a noun for an act, before whom it was done to."""
ONTO = ON - {"in", "of"}
"""Prepositions behind a verb, before whom it was done to; *in* says where."""
WITHIN = frozenset("near outside inside around across along within throughout through".split())
"""Prepositions before a place and nobody to whom something was done."""
AT = WITHIN | frozenset("in at over on of into against".split())
"""Prepositions before where something happened."""
TAKING = frozenset(
    "take retake capture recapture invade storm overrun seize conquer besiege bomb shell bombard enter hit attack "
    "liberate lose reach occupy leave threaten strike target pound".split()
)
"""Verbs whose object may be where it happened."""
UNDERGONE = frozenset("die perish drown disappear suffer vanish starve succumb".split())
"""Verbs whose subject is to whom it happened."""
LED = frozenset({"led", "backed", "imposed", "run", "ordered", "sponsored", "trained"})
"""Participles behind whose name stands who did it: *US-led*."""
ONE_SIDED = frozenset(
    "offensive attack strike airstrike raid invasion incursion bombardment bombing shelling assault blockade "
    "onslaught intervention occupation siege".split()
)
"""Nouns for what one side does to another; a *war* or *violence* is merely where its adjective says."""


def is_one_sided(syntax: Syntax, i: int) -> bool:
    """Whether a noun tells of what one side does: *Turkey's offensive*."""
    return any(base in ONE_SIDED for base in bases(syntax.tokens[i].lower))


def acting_on(syntax: Syntax, i: int) -> frozenset[int]:
    """Return the words that the tree shows as those who do it."""
    token = syntax.tokens[i]
    if token.dep == "amod" and token.tag == "VBG":
        return frozenset({token.head})
    if is_verb(token):
        done = is_passive(syntax, i) or is_undergone(token.lower)
        found = {_doer(syntax, agent(syntax, i)), None if done else _doer(syntax, subject(syntax, i))}
        return frozenset(one for one in found if one is not None)
    found = {agent(syntax, i), *makers(syntax, i)}
    verb = clause_of(syntax, i)
    if verb != i and token.dep in ("dobj", "nsubjpass") and _is_light(syntax, verb):
        found |= {agent(syntax, verb), None if is_passive(syntax, verb) else subject(syntax, verb)}
    return frozenset(one for one in found if one is not None)


def _doer(syntax: Syntax, done_by: int | None) -> int | None:
    """Return who acts where the subject is itself an act: *a Turkish offensive took the town*."""
    if done_by is None or not types_of(syntax.tokens[done_by].lower) & {"ASSAULT", "MOBILIZE"}:
        return done_by
    return next(iter(makers(syntax, done_by)), done_by)


def makers(syntax: Syntax, i: int) -> set[int]:
    """Return who stands before a noun as its owner or maker: *Turkey's offensive*, *Turkish*, *US-led*."""
    found: set[int] = set()
    for c in syntax.children[i]:
        token = syntax.tokens[c]
        if c > i or token.dep not in ("poss", "amod", "compound", "nmod"):
            continue
        if token.lower in LED:
            found |= {one for one in syntax.children[c] if one < c and syntax.tokens[one].tag[0] in "NJ"}
        else:
            found.add(c)
    return found


def _is_light(syntax: Syntax, verb: int) -> bool:
    return syntax.tokens[verb].lower in LIGHT


def is_undergone(verb: str) -> bool:
    """Whether what a verb (lower case) tells happens to its subject: *die*."""
    return any(base in UNDERGONE for base in bases(verb))


def undergoing(syntax: Syntax, trigger: Trigger) -> frozenset[int]:
    """Return the subject of a passive, or of dying: to whom it is done."""
    token = syntax.tokens[trigger.i]
    if not is_verb(token) or not (is_passive(syntax, trigger.i) or is_undergone(token.lower)):
        return frozenset()
    done_to = subject(syntax, trigger.i)
    if done_to is None or types_of(syntax.tokens[done_to].lower) & {"ASSAULT", "PROTEST"}:
        return frozenset()
    return frozenset({done_to})


def affected_by(syntax: Syntax, i: int) -> frozenset[int]:
    """Return the words that the tree shows as those to whom it is done."""
    verbal = is_verb(syntax.tokens[i])
    found = _before(syntax, i, ONTO if verbal else ON)
    if syntax.tokens[i].dep == "amod" and syntax.tokens[i].tag == "VBN":
        found.add(syntax.tokens[i].head)
    for c in syntax.children[i]:
        below = syntax.tokens[c]
        if below.dep == "dobj" and _is_act_of(syntax, i, c):
            found |= _before(syntax, c, ONTO)
        elif below.dep in ("dobj", "nsubjpass", "dative"):
            found.add(behind(syntax, c, i))
    if verbal and is_passive(syntax, i) and (done_to := subject(syntax, i)) is not None:
        found.add(done_to)
    if not verbal:
        found |= _aimed_at(syntax, clause_of(syntax, i), i)
    return frozenset(found)


def plainly_affected(syntax: Syntax, i: int) -> set[int]:
    """Return the object of a verb, and who stands behind its *with* or *against*; the noun before which it stands."""
    token = syntax.tokens[i]
    if token.dep == "amod" and token.tag == "VBN":
        return {token.head}
    if not is_verb(token) or is_passive(syntax, i):
        return set()
    return _before(syntax, i, frozenset({"with", "against"})).union(_own_objects(syntax, i))


def _is_act_of(syntax: Syntax, verb: int, noun: int) -> bool:
    """Whether a verb only says that its object happened: *launched an attack*."""
    return _is_light(syntax, verb) and syntax.tokens[noun].tag[0] == "N" and bool(types_of(syntax.tokens[noun].lower))


def _before(syntax: Syntax, i: int, prepositions: frozenset[str]) -> set[int]:
    """Return the words that hang on a word by one of these prepositions."""
    behind_it = [c for c in syntax.children[i] if syntax.tokens[c].dep == "prep"]
    return {one for c in behind_it if syntax.tokens[c].lower in prepositions for one in objects_of(syntax, c)}


def struck(syntax: Syntax, i: int) -> frozenset[int]:
    """Return whom an act of violence hits, as the tree shows it beyond doubt: the object, *on* or *against* whom."""
    against = frozenset({"on", "against"})
    found = _before(syntax, i, against)
    for c in _direct_objects(syntax, i):
        found |= _before(syntax, c, against) if _is_act_of(syntax, i, c) else {behind(syntax, c, i)}
    return frozenset(found)


def _direct_objects(syntax: Syntax, i: int) -> list[int]:
    """Return the objects of a verb, or those that it shares with the next: *attacked and killed ten villagers*."""
    own = _own_objects(syntax, i)
    after = i + 2 < len(syntax.tokens) and syntax.tokens[i + 2]
    if own or not after or after.dep != "conj" or after.head != i or is_passive(syntax, i):
        return own
    return _own_objects(syntax, after.i)


def _own_objects(syntax: Syntax, verb: int) -> list[int]:
    return [c for c in syntax.children[verb] if syntax.tokens[c].dep == "dobj"]


def located(syntax: Syntax, i: int) -> frozenset[int]:
    """Return the words that stand in the sentence as where something was, and never as to whom it was done."""
    return frozenset(
        one
        for token in sentence_of(syntax, i) if token.dep == "prep" and token.lower in WITHIN
        for one in objects_of(syntax, token.i)
    )  # fmt: skip


def _aimed_at(syntax: Syntax, verb: int, i: int) -> set[int]:
    """Return whom a verb with a noun for an act is aimed at: *launched an attack on the town*."""
    return {
        one
        for c in syntax.children[verb] if syntax.tokens[c].dep == "prep" and syntax.tokens[c].lower in ("on", "against")
        for one in objects_of(syntax, c) if c > i
    }  # fmt: skip


def subjects_elsewhere(syntax: Syntax, i: int) -> frozenset[int]:
    """Return the subjects of the sentence's other verbs, with the words in their phrases."""
    verb = clause_of(syntax, i)
    found: set[int] = set()
    for token in sentence_of(syntax, i):
        if token.dep in SUBJECTS and token.head not in (i, verb):
            own = token.i != verb and _holds(syntax, token.i, verb)  # a relative clause in that subject is no other
            found |= {
                t.i for t in syntax.subtree(token.i) if t.tag[0] in "NPJ" and not (own and _holds(syntax, verb, t.i))
            }
    return frozenset(found)


def objects_elsewhere(syntax: Syntax, i: int) -> frozenset[int]:
    """Return the objects of the sentence's other verbs, what a relative clause tells, and where from."""
    verb = clause_of(syntax, i)
    found: set[int] = set()
    for token in sentence_of(syntax, i):
        if (token.dep == "dobj" and token.head not in (i, verb)) or _is_origin(syntax, token):
            found.add(token.i)
        if token.dep == "relcl" and not _holds(syntax, token.i, i):
            found |= {t.i for t in syntax.subtree(token.i)}
    return frozenset(found)


def _holds(syntax: Syntax, verb: int, i: int) -> bool:
    """Whether a token stands in the phrase of a verb."""
    first, last = syntax.edges[verb]
    return first <= i <= last


def is_at(syntax: Syntax, trigger: Trigger, i: int) -> bool:
    """Whether a place stands in a trigger's own clause as where it happened, behind a preposition or as its object."""
    token = syntax.tokens[i]
    while token.dep in ("compound", "poss", "appos", "conj", "nmod") and token.head != token.i:
        token = syntax.tokens[token.head]
    if token.i == trigger.i:
        return True
    above = syntax.tokens[token.head]
    if token.dep in ("dobj", "nsubjpass"):
        return above.i == trigger.i and any(base in TAKING for base in bases(above.lower))
    if token.dep != "pobj" or above.lower not in AT:
        return False
    if trigger.type in VERBAL and above.lower not in ("in", "at"):
        return False
    return not _is_origin(syntax, token) and _governs(syntax, above.head, trigger.i)


def _is_origin(syntax: Syntax, token: Token) -> bool:
    """Whether a word says where something came *from*, or whose someone is: the mayor *of* a town may be anywhere."""
    above = syntax.tokens[token.head]
    if token.dep != "pobj" or above.lower not in ("from", "of"):
        return False
    noun = syntax.tokens[above.head].lower
    return above.lower == "from" or titles.is_role(noun) or titles.is_people(noun)


def _governs(syntax: Syntax, holder: int, trigger: int) -> bool:
    """Whether a phrase's holder is the trigger, its clause's verb, or a noun beside it: *the town of X in Y*."""
    token = syntax.tokens[holder]
    for _ in range(3):
        if token.i in (trigger, clause_of(syntax, trigger)):
            return True
        beside = token.head in (trigger, clause_of(syntax, trigger)) and token.dep in ("dobj", *SUBJECTS)
        if token.head == token.i or not (beside or titles.is_place_or_thing(token.lower)):
            break
        token = syntax.tokens[token.head]
        if token.tag == "IN":
            token = syntax.tokens[token.head]
    return is_verb(token) and token.i == verb_above(syntax, trigger) and syntax.tokens[trigger].dep in ("xcomp", "dobj")
