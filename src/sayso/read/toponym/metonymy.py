"""Capitals that stand for their government: "Ankara said" names no place.

A capital acts where it is the subject of a verb of saying or of policy, the agent of a passive, one side of talks or
relations, the owner of a policy ("Moscow's backing"), or one half of ``Moscow-backed`` and ``pro-Moscow``.
"""

from __future__ import annotations

from sayso.read.dateline import is_dateline
from sayso.read.syntax import Syntax, Token
from sayso.read.toponym.proposals import Toponym
from sayso.vocab.countries import by_capital, by_metonym

ACTS = frozenset(
    "accept accuse acknowledge admit agree aim announce argue ask assert back believe blame block call caution claim "
    "condemn confirm consider criticise criticize decide declare defend demand denounce deny deploy dismiss expel fear "
    "hint hope impose insist intend intervene invite issue launch maintain negotiate offer oppose order plan pledge "
    "press promise propose protest push reject respond retaliate say see seek send share sign state strike summon "
    "supply support suspect suspend tell think threaten urge veto view vow want warn welcome withdraw try "
    "hold fund arm provide give pursue refuse regard favour favor recognise recognize disengage side work seem appear "
    "signal insist struggle fail step shift".split()
)
MINDED = frozenset(
    "confident willing ready keen reluctant determined eager concerned worried opposed committed unwilling prepared "
    "sure certain adamant furious angry wary silent happy unhappy clear aware responsible cautious sceptical skeptical "
    "likely unlikely able unable bent desperate".split()
)
"""What a government is and a town is not: "Washington and London are confident"."""
UNDERGONE = frozenset(
    "host have be become see witness experience suffer face mark endure include lie boast need lose get make house "
    "look remember resemble remain feel contain".split()
)
"""What a town does too: it hosts talks, it has bridges, it suffers."""
POLICY = frozenset(
    "ally allies backing decision position support policy stance aim aims interest interests demand demands claim "
    "claims intervention offensive role proxy proxies influence help involvement willingness ambitions intentions "
    "ambassador relations ties response refusal attempt attempts efforts sanctions air forces military bid strategy "
    "insistence denial envoy foreign".split()
)
BETWEEN = frozenset("talk relation tie tension rivalry war deal agreement dispute row standoff rift trade".split())
SIDES = frozenset("by with against from between to on".split())
HALVES = frozenset("backed led supported sponsored allied aligned funded appointed friendly".split())


def is_government(syntax: Syntax, found: Toponym) -> bool:
    """Whether a toponym stands for a government here: a seat of power always, a capital where it acts."""
    if by_metonym(found.name):
        return True
    if not by_capital(found.name):
        return False
    token = syntax.tokens[_head(syntax, found)]
    if is_dateline(syntax, found.first):
        return False
    return _in_compound(syntax, found) or _acts(syntax, token) or _is_side(syntax, token) or _owns(syntax, token)


def _head(syntax: Syntax, found: Toponym) -> int:
    inside = range(found.first, found.last + 1)
    return next((i for i in inside if syntax.tokens[i].head not in inside), found.last)


def _stem(word: str) -> set[str]:
    """Return what a verb form or plural may be a form of, roughly."""
    endings = (word.removesuffix(ending) for ending in ("s", "es", "d", "ed", "ing"))
    doubled = {word[:-4], word[:-3]} if word.endswith(("ing", "ed")) else set()
    forms = {word, *endings, word.removesuffix("ing") + "e", word[:-3] + "y", *doubled}
    return forms | IRREGULAR.get(word, set())


IRREGULAR = {
    "said": {"say"}, "told": {"tell"}, "sent": {"send"}, "sought": {"seek"}, "held": {"hold"},
    "thought": {"think"}, "gave": {"give"}, "given": {"give"}, "struck": {"strike"}, "withdrew": {"withdraw"},
    "seen": {"see"}, "saw": {"see"}, "had": {"have"}, "has": {"have"}, "lost": {"lose"}, "got": {"get"},
    "made": {"make"}, "felt": {"feel"},
}  # fmt: skip


def _acts(syntax: Syntax, token: Token) -> bool:
    while token.dep == "conj":
        token = syntax.tokens[token.head]
    if token.dep not in ("nsubj", "nsubjpass"):
        return False
    verb = syntax.tokens[token.head]
    below = [syntax.tokens[i] for i in syntax.children[verb.i]]
    if any(_stem(each.lower) & ACTS for each in (verb, *(each for each in below if each.dep == "xcomp"))):
        return True
    if any(each.dep == "acomp" and each.lower in MINDED for each in below):
        return True
    objects = any(each.dep in ("dobj", "ccomp") for each in below)
    return token.dep == "nsubj" and objects and not _stem(verb.lower) & UNDERGONE


def _is_side(syntax: Syntax, token: Token) -> bool:
    """One side of talks, the agent of a passive, whom something is asked of."""
    while token.dep == "conj":
        token = syntax.tokens[token.head]
    above = syntax.tokens[token.head]
    if token.dep != "pobj":
        return token.dep in ("dobj", "dative") and bool(_stem(above.lower) & ACTS)
    if above.dep == "agent":
        return True
    governor = syntax.tokens[above.head]
    if above.lower not in SIDES:
        return False
    return bool(_stem(governor.lower) & BETWEEN) and (above.lower in ("with", "between"))


def _owns(syntax: Syntax, token: Token) -> bool:
    return token.dep == "poss" and syntax.tokens[token.head].lower in POLICY


def _in_compound(syntax: Syntax, found: Toponym) -> bool:
    tokens = syntax.tokens
    after = [token.lower for token in tokens[found.last + 1 : found.last + 3]]
    before = [token.lower for token in tokens[max(0, found.first - 2) : found.first]]
    return (after[:1] == ["-"] and after[-1] in HALVES) or (before in (["pro", "-"], ["anti", "-"]))
