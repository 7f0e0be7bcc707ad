"""Bodies: which group, party, ministry or government a description means - "the group", "the Turkish government"."""

from __future__ import annotations

from sayso.model import PartyType
from sayso.read.party.cluster import Cluster, folded
from sayso.read.party.grammar import chief, word_set
from sayso.read.party.mentions import Form, Mention
from sayso.read.party.roles import EMPTY, Roles, Said, content, same_country, singular
from sayso.read.syntax import Syntax, Token
from sayso.vocab import countries, organisations

ARMED, ORGANISATION, OUTLET = PartyType.ARMED_GROUP, PartyType.ORGANISATION, PartyType.OUTLET
CAN_MEAN = {
    "group": (ARMED, ORGANISATION), "organisation": (ORGANISATION, ARMED), "organization": (ORGANISATION, ARMED),
    "movement": (ARMED, ORGANISATION), "militia": (ARMED,), "newspaper": (OUTLET,), "paper": (OUTLET,),
    "broadcaster": (OUTLET,), "magazine": (OUTLET,), "channel": (OUTLET,), "agency": (ORGANISATION, OUTLET),
    "watchdog": (ORGANISATION,), "charity": (ORGANISATION,), "body": (ORGANISATION,), "bloc": (ORGANISATION,),
    "panel": (ORGANISATION,),
}  # fmt: skip
"""What kind of party a general word may mean, the likeliest first."""
FIGHTING = word_set("terrorist terror militant jihadist jihadi extremist rebel armed insurgent islamist guerrilla")
RULE = frozenset({"government", "regime", "state"})
FUNCTION = frozenset({"DT", "POS", "IN", "PRP$"})
FAR = 25
"""Sentences within which a body described in the same words is the same."""
REACH = 4
"""Sentences that "the group" may look back."""
SMALL = word_set("of for the and on")


class Bodies:
    """Which body is meant by each description, given what has been read so far."""

    def __init__(self, syntax: Syntax, roles: Roles, seen: dict[int, list[Mention]]) -> None:
        """Start with what is said of named parties, and the mentions read so far by the id of their cluster."""
        self.syntax = syntax
        self.roles = roles
        self.seen = seen
        self.described: list[tuple[Mention, frozenset[str], Cluster]] = []

    def resolve(self, description: Mention, noun: str, clusters: list[Cluster]) -> Cluster | None:
        """Return the body that a description means, or ``None`` where it brings in another one."""
        if (listed := self._listed(description, clusters)) is not None:
            return listed
        if noun in RULE and description.country and self._is_bare_rule(description):
            return _government_of(description.country, clusters)
        if not description.definite:
            return self._in_same_words(description)
        wanted = content(self.syntax, description.first, description.head + 1)
        found = self._described_before(description, wanted, noun) or self._named(description, wanted, noun, clusters)
        if found is not None or description.country or wanted - {noun} - FIGHTING:
            return found
        return self._salient(description, noun, clusters, armed=bool(wanted & FIGHTING))

    def _listed(self, description: Mention, clusters: list[Cluster]) -> Cluster | None:
        """Return the body that the lists know by a description: "the UN’s refugee agency" is UNHCR."""
        tokens = self.syntax.tokens[description.first : description.last]
        body = organisations.by_name(" ".join(token.text for token in tokens if token.tag not in ("DT", "POS")))
        if body is None:
            return None
        return next((c for c in clusters if any(m.canonical == body.name for m in c.mentions)), None)

    def _is_bare_rule(self, description: Mention) -> bool:
        """Whether nothing but the country tells of which government: not "the Assad government", "the Idlib state"."""
        around = (
            *self.syntax.tokens[description.first : description.head],
            *self.syntax.tokens[description.head + 1 : description.last],
        )
        return all(token.lower in EMPTY or token.tag in FUNCTION or _is_country(token) for token in around)

    def _in_same_words(self, description: Mention) -> Cluster | None:
        """Return the body described before in the same words, for those without an article ("UN forces")."""
        if self.syntax.tokens[description.first].tag in ("DT", "PDT", "CD") or description.last - description.first < 2:
            return None
        same = [cluster for earlier, _, cluster in self.described if folded(earlier.words) == folded(description.words)]
        return same[-1] if same else None

    def _described_before(self, description: Mention, wanted: frozenset[str], noun: str) -> Cluster | None:
        """Return the body last described by the same noun, if this description adds nothing that it lacked."""
        for earlier, words, cluster in reversed(self.described):
            if self._sentences(earlier, description) > FAR:
                break
            if cluster.single or cluster.plural != description.plural or noun not in words or not wanted <= words:
                continue
            if same_country(description.country, earlier.country) and not self._is_named_after(cluster, description):
                return cluster
        told = reversed(self.roles.said)
        return next((said.cluster for said in told if _said_before(said, description, wanted, noun)), None)

    def _named(
        self, description: Mention, wanted: frozenset[str], noun: str, clusters: list[Cluster]
    ) -> Cluster | None:
        """Return the body last named whose name has the description's words: "the security council"."""
        fits = [
            cluster for cluster in clusters
            if not cluster.single and id(cluster) in self.seen and same_country(description.country, cluster.country)
            and any(_has_words(name, wanted, noun) for name in cluster.names())
        ]  # fmt: skip
        return max(fits, key=lambda cluster: self.seen[id(cluster)][-1].first, default=None)

    def _salient(self, description: Mention, noun: str, clusters: list[Cluster], *, armed: bool) -> Cluster | None:
        """Return the body that "the group", "the newspaper" means: of the right type, near and prominent.

        "The terror group" (``armed``) must be the only armed group near: who calls whom so is often the dispute.
        """
        allowed = (ARMED,) if armed else CAN_MEAN.get(noun)
        if allowed is None or description.plural:
            return None
        near = [
            cluster for cluster in clusters
            if cluster.type in allowed and id(cluster) in self.seen and not cluster.plural
            and self._sentences(self.seen[id(cluster)][-1], description) <= REACH
            and not self._is_named_after(cluster, description)
        ]  # fmt: skip
        if armed and len(near) > 1:
            return None
        return max(near, key=lambda cluster: self._prominence(cluster, allowed, description), default=None)

    def _prominence(self, cluster: Cluster, allowed: tuple[PartyType, ...], description: Mention) -> float:
        mentions = self.seen[id(cluster)]
        last = mentions[-1]
        subject = self.syntax.tokens[chief(self.syntax, last.head)].dep == "nsubj"
        near = -float(self._sentences(last, description)) + 0.8 * subject + 0.2 * min(len(mentions), 4)
        return near + 0.5 * (cluster.type is allowed[0]) + cluster.named

    def _is_named_after(self, cluster: Cluster, description: Mention) -> bool:
        """Whether the sentence goes on to name the party, which a description before the name then does not mean."""
        stop = self.syntax.sentences[self.syntax.tokens[description.head].sentence].last
        return any(m.form is Form.NAME and description.last <= m.first < stop for m in cluster.mentions)

    def _sentences(self, earlier: Mention, later: Mention) -> int:
        return self.syntax.tokens[later.head].sentence - self.syntax.tokens[earlier.head].sentence


def _is_country(token: Token) -> bool:
    return countries.by_demonym(token.text) is not None or countries.by_name(token.text) is not None


def _said_before(said: Said, description: Mention, wanted: frozenset[str], noun: str) -> bool:
    """Whether a body has been said, in apposition or after "is", to be what a description says."""
    same = not said.cluster.single and said.noun == noun and wanted <= said.words
    return same and said.at < description.first and same_country(description.country, said.country)


def _government_of(country: str, clusters: list[Cluster]) -> Cluster | None:
    """Return the government that is called by its country's or capital's name."""
    governments = (
        cluster for cluster in clusters if cluster.type is PartyType.GOVERNMENT and cluster.country == country
    )
    for cluster in governments:
        if any(countries.by_name(name) or countries.by_capital(name) for name in cluster.names()):
            return cluster
        if any(m.words.split()[-1].lower() in RULE for m in cluster.mentions) and not cluster.named:
            return cluster
    return None


def _has_words(name: str, wanted: frozenset[str], noun: str) -> bool:
    """Whether a name ends, before any "of" or "for", in the noun, and has the description's other words."""
    words = [singular(word) for word in folded(name).replace("-", " ").split()]
    if len(words) < 2:
        return False
    stop = next((i for i, word in enumerate(words) if word in SMALL), len(words))
    return words[stop - 1] == noun and wanted <= set(words)
