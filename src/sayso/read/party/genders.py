"""Genders: of whom "he" and "she" are said where only one person can be meant; known before other pronouns are read.

A name whose gender no list knows would take whatever pronoun comes first, right or wrong. The pronouns that leave no
choice, all over the report, are better witnesses.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from sayso.model import PartyType
from sayso.read.party.cluster import Cluster
from sayso.read.party.mentions import Form, Mention
from sayso.read.syntax import Syntax

LEAST = 2
"""How many times more often a gender must be told than the other."""


def learn(syntax: Syntax, quotes: list[int], clusters: Iterable[Cluster], others: Iterable[Mention]) -> None:
    """Set the gender of persons that have none by the pronouns that can mean only them; ``others`` are not names."""
    others = list(others)
    people: dict[int, list[tuple[int, Cluster | None]]] = defaultdict(list)
    for cluster in clusters:
        if cluster.type is PartyType.PERSON:
            for mention in cluster.mentions:
                people[syntax.tokens[mention.head].sentence].append((mention.head, cluster))
    for other in others:
        if other.form is Form.DESCRIPTION and _may_be_meant(syntax, other):
            people[syntax.tokens[other.head].sentence].append((other.head, None))
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    bearers: dict[int, Cluster] = {}
    for pronoun in others:
        only = _only_one(syntax, quotes, pronoun, people) if pronoun.gender and pronoun.form is Form.PRONOUN else None
        if only is not None and pronoun.gender:
            votes[id(only)][pronoun.gender] += 1
            bearers[id(only)] = only
    for key, told in votes.items():
        male, female = told["male"], told["female"]
        if bearers[key].gender is None and max(male, female) >= LEAST * min(male, female) + 1:
            bearers[key].gender = "male" if male > female else "female"


def _may_be_meant(syntax: Syntax, description: Mention) -> bool:
    """Whether a description is of one unnamed person: not one in apposition to a name or said of someone."""
    single = description.type is PartyType.PEOPLE and not description.plural
    return single and description.said_of is None and syntax.tokens[description.head].dep != "appos"


def _only_one(
    syntax: Syntax, quotes: list[int], pronoun: Mention, people: dict[int, list[tuple[int, Cluster | None]]]
) -> Cluster | None:
    """Return the one person named before a pronoun in its sentence and in the sentence before, if there is but one."""
    sentence = syntax.tokens[pronoun.head].sentence
    if quotes[pronoun.head]:
        return None
    before = [who for head, who in people[sentence] if head < pronoun.head]
    before += [who for _, who in people[sentence - 1]] if sentence else []
    only = {id(who): who for who in before}
    return next(iter(only.values())) if len(only) == 1 else None
