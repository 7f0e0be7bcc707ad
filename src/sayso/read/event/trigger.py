"""Triggers: the words that tell of something that happened, with their PLOVER type.

The encoder gives each word the probability that it tells of an event of a type, of an event that PLOVER has no type
for, or of none. Words of one event are told apart from those of several by the tree: *carried out an attack* and
*rocket attack* tell of one thing, *attacked and killed* of two.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from sayso.read.encoder.network import Floats
from sayso.read.syntax import Syntax, Token
from sayso.vocab import titles
from sayso.vocab.plover_words import is_doubtful, plain_type, types_of

TYPED, DOUBTFUL, LISTED = 0.7, 0.5, 0.3
"""A word tells of an event of a type from this probability on; from the last, where it is listed for that type, from
the one between, where it is listed but tells of much else too."""
BEST = 0.6
"""What the type itself must be as likely as, where a word is not listed for it."""
NEARER = 5.0
"""How much likelier a type is taken to be where the word is listed for it."""
EVEN = 0.5
"""A plain word is believed from this probability of happening on, and counts as this sure of its type."""
HAPPENS = 0.6
"""A word tells of something that happens, whatever its type, from this probability on."""
ONE_THING = frozenset(
    "dobj compound amod nmod prep pobj xcomp acomp attr nsubj nsubjpass appos acl prt".split()
)
"""Labels of arcs between two words of one event; coordinated and subordinate clauses tell of another."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """The main word of an event (token ``i``), its words (first, last exclusive), type, and how sure that is.

    ``type`` is ``None`` where PLOVER has none; ``typed`` is the probability of any type, ``new`` that the event is
    one that a reader would note.
    """

    i: int
    first: int
    last: int
    type: str | None
    typed: float
    new: float
    happens: float = 1.0
    listed: bool = False

    @property
    def score(self) -> float:
        """How sure it is that these words tell of such an event."""
        return self.typed if self.type else self.new


def triggers(syntax: Syntax, types: tuple[str, ...]) -> list[Trigger]:
    """Return the triggers of a report in the order of the text; ``types`` name the encoder's classes but the first."""
    if syntax.signals is None or not syntax.tokens:
        return []
    chances = _softmax(syntax.signals.of("event"))
    happens = 1.0 / (1.0 + np.exp(-syntax.signals.of("happens")[:, 0]))
    typed = chances[:, 1:-1].sum(1)
    found = [
        _trigger(syntax, i, types, chances[i], float(happens[i]))
        for i in np.flatnonzero((typed >= LISTED) | (happens >= EVEN) | _under(syntax)).tolist()
        if may_tell(syntax.tokens[i])
    ]
    return _apart(syntax, [one for one in found if one.type or one.happens >= HAPPENS])


def _softmax(scores: Floats) -> Floats:
    powers = np.exp(scores - scores.max(1, keepdims=True))
    return np.asarray(powers / powers.sum(1, keepdims=True), np.float32)


def may_tell(token: Token) -> bool:
    """Whether a word can be a trigger: a verb that is no auxiliary, a noun for no people, an adjective."""
    if token.tag[0] == "V":
        return token.dep not in ("aux", "auxpass") and token.lower not in AUXILIARIES
    if token.lower == "place":
        return False
    if token.tag in ("NN", "NNS"):
        return not titles.is_human(token.lower) and not _is_body(token.lower)
    return token.tag == "JJ"


AUXILIARIES = frozenset("be been being is are was were am have has had having do does did".split())


CRAFT = frozenset("warplane jet plane helicopter aircraft drone tank warship gunboat submarine".split())
"""Words for what the forces of a state act with: *Turkish jets bombed the town*."""


def is_craft(noun: str) -> bool:
    """Whether a noun (lower case) is a word for what forces act with."""
    return noun in CRAFT or noun.removesuffix("s") in CRAFT


def _is_body(noun: str) -> bool:
    """Whether a noun is a word for a body, or its craft, and for nothing that happens: *army*, but not *operation*."""
    body = titles.body_type(noun) or titles.body_type(noun.removesuffix("s"))
    return (body is not None or is_craft(noun)) and not types_of(noun)


def _trigger(syntax: Syntax, i: int, types: tuple[str, ...], chances: Floats, happens: float) -> Trigger:
    """Return the trigger of a word; a type that the word is listed for goes before a likelier one."""
    first, last = _words(syntax, i)
    by_object = _told_by_object(syntax, i)
    listed = by_object or types_of(syntax.tokens[i].lower)
    own = {type: float(chance) for type, chance in zip(types, chances[1:], strict=False)}
    typed, other = sum(own.values()), float(chances[-1])
    best = max(own, key=lambda type: own[type] * (NEARER if type in listed else 1.0))
    if by_object and best not in by_object and own[best] < BEST:
        best = max(by_object, key=lambda type: own[type])
    bar = TYPED if best not in listed else DOUBTFUL if is_doubtful(syntax.tokens[i].lower) else LISTED
    type = best if typed >= bar and typed > other else None
    if type is None and (happens >= EVEN or _is_under(syntax, i)) and (plain := _plain(syntax, i)):
        return Trigger(i, first, last, plain, max(typed, EVEN), happens * max(other, 0.1), happens, listed=True)
    if best in ("ASSAULT", "COERCE") and best not in listed and own[best] < BEST:
        type = None
    return Trigger(i, first, last, type, typed, happens * max(other, 0.1), happens, best in listed)


def _under(syntax: Syntax) -> NDArray[np.bool_]:
    """Return for each word whether it stands behind *under*."""
    return np.array([_is_under(syntax, token.i) for token in syntax.tokens])


def _is_under(syntax: Syntax, i: int) -> bool:
    """Whether a word tells what someone is *under*: *under siege*."""
    return i > 0 and syntax.tokens[i - 1].lower == "under" and syntax.tokens[i].tag == "NN"


def _plain(syntax: Syntax, i: int) -> str | None:
    """Return the type that a word plainly tells of, with its particle or object if that makes the phrase."""
    token = syntax.tokens[i]
    after = syntax.tokens[i + 1].lower if i + 1 < len(syntax.tokens) else ""
    if token.tag[0] == "J":
        return None
    return plain_type(token.lower, after)


def _told_by_object(syntax: Syntax, i: int) -> frozenset[str]:
    """Return the types that the object of a verb tells of, where the verb adds nothing: *imposed sanctions*."""
    if syntax.tokens[i].lower not in LIGHT | SUPPORTING:
        return frozenset()
    nouns = (syntax.tokens[c] for c in syntax.children[i] if syntax.tokens[c].dep == "dobj")
    return next((types_of(noun.lower) for noun in nouns if noun.tag[0] == "N"), frozenset())


def _words(syntax: Syntax, i: int) -> tuple[int, int]:
    """Return the words of a trigger: a verb with its particle, a noun with the nouns and adjectives of its name."""
    token, first, last = syntax.tokens[i], i, i + 1
    if token.tag[0] == "V":
        follows = i + 1 < len(syntax.tokens) and syntax.tokens[i + 1]
        return (first, last + 1) if follows and follows.dep == "prt" and follows.head == i else (first, last)
    while first > 0 and syntax.tokens[first - 1].head == i and syntax.tokens[first - 1].dep == "compound":
        if syntax.tokens[first - 1].tag not in ("NN", "NNS"):
            break
        first -= 1
    if first > 0 and token.tag == "JJ" and syntax.tokens[first - 1].tag == "IN":
        first -= 1
    return first, last


def _apart(syntax: Syntax, found: list[Trigger]) -> list[Trigger]:
    """Leave out the weaker of two triggers that tell of one event, and what has no type beside what has one."""
    by_token = {one.i: one for one in found}
    dropped: set[int] = set()
    whole: dict[int, Trigger] = {}
    for one in found:
        other = by_token.get(_above(syntax, one.i, by_token))
        if other is None or not _is_one_thing(one, other):
            continue
        weaker = one if (one.type is not None, one.score) < (other.type is not None, other.score) else other
        if other.type != one.type and one.type and one.listed and syntax.tokens[one.i].dep == "dobj":
            weaker = other
        dropped.add(weaker.i)
        if syntax.tokens[other.i].lower in LIGHT and one.type and 0 < one.first - other.last <= CLOSE:
            kept = other if weaker is one else one
            whole[kept.i] = replace(kept, first=other.first, last=one.last)
    return [whole.get(one.i, one) for one in found if one.i not in dropped]


CLOSE = 3
"""Words between *launched* and *attack* at most, where both together are the trigger."""


def _is_one_thing(one: Trigger, other: Trigger) -> bool:
    """Whether a noun and the verb it hangs on tell of one thing: *struck a deal* is no strike."""
    return one.type == other.type or None in (one.type, other.type) or (one.listed and one.type in VERBAL_NOUNS)


VERBAL_NOUNS = frozenset({"AGREE", "CONSULT", "SUPPORT"})


def _above(syntax: Syntax, i: int, triggers: dict[int, Trigger]) -> int:
    """Return the trigger that a word hangs on within one event, or -1; at most a preposition lies between."""
    token = syntax.tokens[i]
    for _ in range(2):
        if token.dep not in ONE_THING or token.head == token.i:
            return -1
        above = syntax.tokens[token.head]
        if token.dep == "nsubj" and above.tag[0] == "V" and above.lower not in LIGHT:
            return -1
        token = above
        if token.i in triggers:
            return token.i
        if token.tag not in ("IN", "TO"):
            return -1
    return -1


LIGHT = frozenset(
    "take took taken takes taking place occur occurred occurs happen happened happens begin began begun start started "
    "continue continued come came follow followed carry carried launch launched conduct conducted stage staged make "
    "made hold held mount mounted wage waged carrying launching conducting staging holding mounting waging".split()
)
"""Verbs that only say that the noun beside them happened."""
SUPPORTING = frozenset(
    "strike strikes struck striking reach reaches reached reaching impose imposes imposed imposing sign signs signed "
    "signing broker brokered".split()
)
"""Verbs that leave it to their object to say what was done: *struck a deal*."""
