"""Voices: parties behind what speaks for them - "a US statement", "figures released by the army", "Iran and Russia".

A statement is nobody, but who issued it says what it says. Two names that speak with one verb speak together.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.model import PartyType
from sayso.read.party.cluster import Cluster
from sayso.read.party.descriptions import country_of
from sayso.read.party.grammar import chief, first_of_phrase, is_speaking, lemma_in, word_set
from sayso.read.party.mentions import Form, Mention, words_of
from sayso.read.syntax import Syntax, Token
from sayso.vocab import countries

ISSUED = word_set(
    """statement statements claim claims announcement readout communique report reports figures data letter release
    tweet post briefing account message video"""
)
"""Nouns for what a party puts out in its own voice."""
ANSWERED = word_set("reject deny dismiss dispute welcome cite quote echo contradict answer repeat")
"""Verbs of which such a noun is the object because someone said it."""
ISSUING = word_set("release issue publish write send post sign deliver read publicise publicize circulate")
FROM = frozenset({"from", "by", "of"})


def find_voices(syntax: Syntax) -> list[Mention]:
    """Return what is issued by someone and says something, for each that tells by whom."""
    return [
        Mention(first_of_phrase(syntax, token.i), token.i + 1, token.i, Form.VOICE,
                words_of(syntax, first_of_phrase(syntax, token.i), token.i + 1),
                country=country_of(syntax, first_of_phrase(syntax, token.i), token.i))
        for token in syntax.tokens if token.lower in ISSUED and _says(syntax, token)
    ]  # fmt: skip


def _says(syntax: Syntax, token: Token) -> bool:
    if is_speaking(syntax, token.i):
        return True
    return token.dep == "dobj" and lemma_in(syntax.tokens[token.head].lower, ANSWERED)


def voice_of(
    syntax: Syntax, voice: Mention, by_token: dict[int, Cluster], governments: list[Cluster]
) -> Cluster | None:
    """Return who issued something: its possessor, the name before it, or whom it is from; else the state it names.

    ``by_token`` finds clusters by the head of a mention, ``governments`` are those of states.
    """
    for i in _issuers(syntax, voice):
        if (found := by_token.get(i)) is not None:
            return found
    return next((c for c in governments if voice.country and c.country == voice.country), None)


def _issuers(syntax: Syntax, voice: Mention) -> Iterator[int]:
    """Yield the tokens that may name who issued a statement, the surest first."""
    children = syntax.children[voice.head]
    yield from (i for i in children if i < voice.head and syntax.tokens[i].dep in ("poss", "compound", "nmod", "amod"))
    for i in children:
        if syntax.tokens[i].dep == "prep" and syntax.tokens[i].lower in FROM:
            yield from syntax.children[i]
        if syntax.tokens[i].dep == "acl" and lemma_in(syntax.tokens[i].lower, ISSUING):
            agents = (j for j in syntax.children[i] if syntax.tokens[j].dep in ("agent", "prep"))
            yield from (k for j in agents if syntax.tokens[j].lower == "by" for k in syntax.children[j])


def find_joint(syntax: Syntax, names: list[Mention]) -> list[Mention]:
    """Return the pairs and lists of names that are one subject of saying: "Iran and Russia"."""
    by_head = {name.head: name for name in names}
    found = []
    for name in names:
        members = [name, *_joined(syntax, name, by_head)]
        if len(members) > 1 and chief(syntax, name.head) == name.head and is_speaking(syntax, name.head):
            found.append(_joint(syntax, members))
    return found


def _joined(syntax: Syntax, name: Mention, by_head: dict[int, Mention]) -> Iterator[Mention]:
    """Yield the names joined to a name by "and", one after another; nothing if one of them is not a name."""
    below = [i for i in syntax.children[name.head] if syntax.tokens[i].dep == "conj" and i > name.head]
    for i in below:
        renamed = [j for j in syntax.children[i] if syntax.tokens[j].dep == "appos" and j in by_head]
        for j in renamed or ([i] if i in by_head else []):
            yield by_head[j]
            yield from _joined(syntax, by_head[j], by_head)


def _joint(syntax: Syntax, members: list[Mention]) -> Mention:
    first, last = members[0].first, members[-1].last
    while (
        first and syntax.tokens[first - 1].lower in ("the", "both") and syntax.tokens[first - 1].head == members[0].head
    ):
        first -= 1
    kinds = {member.type for member in members}
    kind = members[0].type if len(kinds) == 1 and PartyType.PERSON not in kinds else PartyType.PEOPLE
    return Mention(first, last, last - 1 if last - 1 != members[-1].head else members[0].last, Form.JOINT,
                   words_of(syntax, first, last), kind, plural=True, definite=True)  # fmt: skip


def is_state(cluster: Cluster) -> bool:
    """Whether a cluster is a state's government, called by the country's or capital's name."""
    return cluster.type is PartyType.GOVERNMENT and any(
        countries.by_name(name) or countries.by_capital(name) for name in cluster.names()
    )
