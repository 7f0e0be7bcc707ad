"""Ties: how the parties of a report stand to one another, and the words that say so."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.model import TieKind
from sayso.read.party.cluster import Cluster
from sayso.read.party.grammar import chief
from sayso.read.party.mentions import Form, Mention
from sayso.read.syntax import Syntax
from sayso.vocab import titles
from sayso.vocab.lemmas import bases

VERBS = {
    "lead": TieKind.LEADS, "head": TieKind.LEADS, "command": TieKind.LEADS, "chair": TieKind.LEADS,
    "found": TieKind.FOUNDED, "establish": TieKind.FOUNDED, "co-found": TieKind.FOUNDED, "join": TieKind.MEMBER_OF,
}  # fmt: skip
TURNED = {TieKind.CHILD_OF: TieKind.PARENT_OF, TieKind.PARENT_OF: TieKind.CHILD_OF,
          TieKind.SIBLING_OF: TieKind.SIBLING_OF, TieKind.SPOUSE_OF: TieKind.SPOUSE_OF}  # fmt: skip
PAST = frozenset({"former", "ex", "late", "onetime", "ousted", "deposed"})
SECOND = frozenset({"deputy", "vice", "assistant", "associate"})
Bond = tuple[Cluster, TieKind, Cluster, tuple[int, int]]
"""Who, how, to whom, and the tokens that say so (first, last)."""


def find_ties(syntax: Syntax, clusters: list[Cluster]) -> list[Bond]:
    """Return the ties that titles, appositions, kin words and verbs tell, each once."""
    by_head: dict[int, tuple[Cluster, Mention]] = {}
    for cluster in clusters:
        for mention in cluster.mentions:
            by_head[mention.head] = (cluster, mention)
    found: dict[tuple[int, TieKind, int], Bond] = {}
    for bond in (*_by_roles(syntax, clusters, by_head), *_by_verbs(syntax, by_head)):
        if bond[0] is not bond[2]:
            found.setdefault((id(bond[0]), bond[1], id(bond[2])), bond)
    return list(found.values())


def _by_roles(syntax: Syntax, clusters: list[Cluster], by_head: dict[int, tuple[Cluster, Mention]]) -> Iterator[Bond]:
    """Yield ties from what a party is said to be: "Taliban spokesman X", "Y, head of the NRF Foreign Relations"."""
    for cluster in clusters:
        for mention in list(cluster.mentions):
            if mention.form is Form.NAME and mention.title:
                yield from _from_phrase(syntax, cluster, (mention.title_first, mention.first), by_head, mention.first)
            elif mention.form is Form.DESCRIPTION:
                yield from _from_phrase(syntax, cluster, (mention.first, mention.last), by_head, mention.head + 1)


def _from_phrase(
    syntax: Syntax,
    cluster: Cluster,
    span: tuple[int, int],
    by_head: dict[int, tuple[Cluster, Mention]],
    after_noun: int,
) -> Iterator[Bond]:
    noun = syntax.tokens[after_noun - 1].lower
    kin, role = titles.kin_tie(noun), _role_tie(syntax, noun, span)
    within = [by_head[i] for i in range(*span) if i in by_head and by_head[i][0] is not cluster]
    for other, mention in within:
        if kin is not None and other.single and (mention.last <= after_noun or mention.first > after_noun):
            yield cluster, kin, other, span
            yield other, TURNED[kin], cluster, span
        elif role is not None and not other.single and cluster.single:
            yield cluster, role, other, span
            break
        elif noun in titles.description_words("part") and not cluster.single and not other.single:
            yield cluster, TieKind.PART_OF, other, span


def _role_tie(syntax: Syntax, noun: str, span: tuple[int, int]) -> TieKind | None:
    """Return the tie that a role tells: none for a former one; a deputy leader is a member."""
    tie = titles.role_tie(noun)
    words = {token.lower for token in syntax.tokens[slice(*span)]}
    if words & PAST:
        return None
    return TieKind.MEMBER_OF if tie is TieKind.LEADS and words & SECOND else tie


def _by_verbs(syntax: Syntax, by_head: dict[int, tuple[Cluster, Mention]]) -> Iterator[Bond]:
    """Yield ties from verbs: "X leads Y", "the front that X founded", "Y, led by X"."""
    for token in syntax.tokens:
        if not token.tag.startswith("V"):
            continue
        tie = next((VERBS[base] for base in bases(token.lower) if base in VERBS), None)
        if tie is None:
            continue
        for who, whom in _arguments(syntax, token.i):
            if who in by_head and whom in by_head and by_head[who][0].single and not by_head[whom][0].single:
                first = min(by_head[who][1].first, by_head[whom][1].first, token.i)
                end = max(by_head[who][1].last, by_head[whom][1].last, token.i + 1)
                yield by_head[who][0], tie, by_head[whom][0], (first, end)


def _arguments(syntax: Syntax, verb: int) -> Iterator[tuple[int, int]]:
    """Yield (doer, what it is done to) of a verb, also over a relative clause and in the passive."""
    tokens = syntax.tokens
    doers = [i for i in syntax.children[verb] if tokens[i].dep == "nsubj"]
    done_to = [i for i in syntax.children[verb] if tokens[i].dep in ("dobj", "nsubjpass")]
    agents = [
        j
        for i in syntax.children[verb]
        if tokens[i].dep == "agent"
        for j in syntax.children[i]
        if tokens[j].dep == "pobj"
    ]
    if tokens[verb].dep in ("relcl", "acl"):
        noun = chief(syntax, tokens[verb].head)
        doers = [noun if tokens[i].tag in ("WP", "WDT") else i for i in doers]
        done_to = [noun if tokens[i].tag in ("WP", "WDT") or tokens[i].lower == "that" else i for i in done_to]
        if agents and not done_to:
            done_to = [noun]
    for doer in (*doers, *agents):
        for other in done_to:
            yield doer, other
