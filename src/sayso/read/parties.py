"""Parties: who acts or speaks in a report, under which names, as what, and how they stand to one another.

Names are found and cut into titles and names (``names``), typed (``kinds``), put together by party (``naming``);
descriptions and pronouns (``descriptions``) are given to their party (``coreference``, ``epithets``); roles and ties
are read off titles, appositions and verbs (``ties``).
"""

from __future__ import annotations

from collections.abc import Iterable

from sayso.model import Party, Report, Role, Span, Tie, Unresolved
from sayso.read.found import Found
from sayso.read.party.cluster import Cluster
from sayso.read.party.coreference import Discourse
from sayso.read.party.descriptions import find_descriptions
from sayso.read.party.grammar import is_speaking
from sayso.read.party.kinds import typed
from sayso.read.party.mentions import Form, Mention, words_of
from sayso.read.party.names import find_names
from sayso.read.party.naming import alike, link_names
from sayso.read.party.ties import Bond, find_ties
from sayso.read.syntax import Syntax
from sayso.vocab import countries, titles

MADE_BY = "parties/rules@2"
STAGE = "parties"


def find(report: Report, found: Found) -> Found:
    """Return what was found with the parties of the report, in the order of their first mention, and what is open."""
    syntax = found.syntax
    names = typed(syntax, find_names(syntax))
    descriptions = find_descriptions(syntax, names)
    discourse = Discourse(syntax, link_names(syntax, names))
    discourse.read(names, descriptions)
    clusters = sorted(
        (cluster for cluster in discourse.clusters if cluster.mentions),
        key=lambda cluster: min((mention.first, -mention.last) for mention in cluster.mentions),
    )
    ids = {id(cluster): f"p{n}" for n, cluster in enumerate(clusters, 1)}
    bonds = find_ties(syntax, clusters)
    parties = tuple(_party(syntax, cluster, ids, bonds) for cluster in clusters)
    return found.having(
        parties=parties, unresolved=(*found.unresolved, *_open(syntax, clusters, bonds, discourse.unresolved))
    )


def _party(syntax: Syntax, cluster: Cluster, ids: dict[int, str], bonds: Iterable[Bond]) -> Party:
    name = _fullest(cluster)
    ties = tuple(Tie(tie, ids[id(other)], _span(syntax, *span)) for who, tie, other, span in bonds if who is cluster)
    return Party(
        id=ids[id(cluster)], name=name, type=cluster.type, aliases=_aliases(cluster, name), country=cluster.country,
        roles=_roles(syntax, cluster), ties=ties, mentions=tuple(sorted({m.span(syntax) for m in cluster.mentions})),
        made_by=MADE_BY,
    )  # fmt: skip


def _fullest(cluster: Cluster) -> str:
    """Return the fullest name printed, a country's before its capital's; a description where there is no name."""
    names = cluster.names()
    names = [name for name in names if countries.by_name(name)] or names
    if names:
        return max(names, key=lambda name: (len(name.split()), len(name)))
    described = [mention.words for mention in cluster.mentions if mention.form is Form.DESCRIPTION]
    return (described or [mention.words for mention in cluster.mentions])[0]


def _aliases(cluster: Cluster, name: str) -> tuple[str, ...]:
    """Return the other names and descriptions of a party as printed, each once, and names with their titles."""
    words = [mention.words for mention in cluster.mentions if mention.form not in (Form.PRONOUN, Form.VOICE)]
    titled = [f"{mention.title} {mention.words}" for mention in cluster.mentions if mention.title]
    return tuple(alias for alias in dict.fromkeys((*words, *titled)) if alias != name)


def _roles(syntax: Syntax, cluster: Cluster) -> tuple[Role, ...]:
    """Return what a party is said to be, in the order of the text; bare forms of address ("Mr") say nothing."""
    spans = [(m.title_first, m.first) for m in cluster.mentions if m.title and not titles.address_gender(m.title)]
    roles: dict[str, Role] = {}
    for first, last in sorted({*spans, *cluster.roles}):
        words = words_of(syntax, first, last)
        roles.setdefault(words.casefold(), Role(_without_article(words), _span(syntax, first, last)))
    return tuple(roles.values())


def _without_article(words: str) -> str:
    first, _, rest = words.partition(" ")
    return rest if first.lower() in ("the", "a", "an") and rest else words


def _span(syntax: Syntax, first: int, last: int) -> Span:
    return Span.of(syntax.text, syntax.tokens[first].start, syntax.tokens[last - 1].end)


def _open(syntax: Syntax, clusters: list[Cluster], bonds: list[Bond], pronouns: list[Mention]) -> list[Unresolved]:
    """Return what a person may want to decide: spellings taken for another's, like names, pronouns that speak."""
    variants = [Unresolved(STAGE, name.span(syntax), why) for cluster in clusters for name, why in cluster.variants]
    tied = {frozenset((id(who), id(other))) for who, _, other, _ in bonds}
    like = [
        Unresolved(STAGE, longer.mentions[0].span(syntax), f'May be "{_fullest(other)}"; they are kept as two parties.')
        for longer, other in alike(clusters) if frozenset((id(longer), id(other))) not in tied
    ]  # fmt: skip
    lost = [
        Unresolved(STAGE, pronoun.span(syntax), f'Nothing before "{pronoun.words}" fits well enough.')
        for pronoun in pronouns if is_speaking(syntax, pronoun.head)
    ]  # fmt: skip
    return variants + like + lost
