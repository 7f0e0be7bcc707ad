"""Coreference in the report: which descriptions and pronouns mean whom, in the order of the text.

Names are put together before (``naming.py``). A description goes to the party of which the report says the same thing
(an apposition, a title, the same noun before), a pronoun to the party that fits and stands out most: near, a subject,
the one who spoke last (the preferences of Lappin and Leass 1994, weights our own). When nothing fits well
enough a description is a party of its own and a pronoun stays unresolved: two parties are never made one on a guess.
"""

from __future__ import annotations

from sayso.model import PartyType
from sayso.read.party import genders
from sayso.read.party.bars import is_barred
from sayso.read.party.cluster import Cluster, folded
from sayso.read.party.epithets import Epithets
from sayso.read.party.learnt import pairs_of
from sayso.read.party.mentions import Form, Mention
from sayso.read.party.roles import can_be
from sayso.read.party.salience import salience
from sayso.read.party.view import View
from sayso.read.party.voices import find_joint, find_voices, is_state, voice_of
from sayso.read.syntax import Syntax

REACH = {"male": 6, "female": 6, "neuter": 2, "plural": 3}
"""How many sentences back a pronoun may look."""
ENOUGH = {"male": 0.0, "female": 0.0, "neuter": 1.2, "plural": 0.6}
"""How well the best antecedent must fit; "it" and "they" often mean no party at all."""


PAIRED = 1.5
"""Log odds from which on the encoder's pairing decides, where salience does not."""
RECENT = 8
"""Of a party's mentions, so many of the latest are paired with a pronoun."""


class Discourse:
    """The parties of a report as they come up, sentence by sentence."""

    def __init__(self, syntax: Syntax, clusters: list[Cluster]) -> None:
        """Start with the clusters of names."""
        self.syntax = syntax
        self.clusters = list(clusters)
        self.view = View(syntax, {mention.first: cluster for cluster in clusters for mention in cluster.mentions})
        self.epithets = Epithets(syntax, self.view.home, self.view.seen)
        self.joint: dict[str, Cluster] = {}
        self.unresolved: list[Mention] = []
        self.pairs = pairs_of(syntax)

    def read(self, names: list[Mention], descriptions: list[Mention]) -> None:
        """Go through all mentions in the order of the text and give each to its cluster."""
        self.epithets.roles.learn(names, descriptions)
        genders.learn(self.syntax, self.view.quotes, self.clusters, descriptions)
        others = (*descriptions, *find_joint(self.syntax, names))
        for mention in sorted((*names, *others), key=lambda mention: (mention.first, -mention.last)):
            cluster = self._cluster_of(mention)
            if cluster is not None:
                self.view.note(cluster, mention)
        self._hear_voices()

    def _cluster_of(self, mention: Mention) -> Cluster | None:
        if mention.form is Form.NAME:
            return self.view.home[mention.first]
        if mention.form is Form.JOINT:
            return self._together(mention)
        if mention.form is Form.PRONOUN:
            cluster = self._antecedent(mention)
            if cluster is None:
                self.unresolved.append(mention)
            else:
                cluster.add(mention)
            return cluster
        if mention.said_of is not None and mention.head not in self.epithets.roles.beside:
            return self._described(mention, mention.said_of)
        cluster = self.epithets.resolve(mention, self.clusters)
        if cluster is None:
            cluster = Cluster(mention.type or PartyType.PEOPLE, plural=mention.plural)
            self.clusters.append(cluster)
        cluster.add(mention)
        self.epithets.keep(mention, cluster)
        return cluster

    def _described(self, description: Mention, of: int) -> Cluster | None:
        """Give what is said of someone ("he is a doctor") to them, as a role; to nobody if it is not known of whom."""
        cluster = self.view.by_token.get(of)
        if cluster is None or not can_be(cluster, description):
            return None
        cluster.add(description)
        cluster.roles.append((description.first, description.last))
        return cluster

    def _hear_voices(self) -> None:
        """Give what speaks for a party to it: "a US statement" to the United States."""
        states = [cluster for cluster in self.clusters if is_state(cluster)]
        for voice in find_voices(self.syntax):
            cluster = voice_of(self.syntax, voice, self.view.by_token, states)
            if cluster is not None:
                cluster.add(voice)

    def _together(self, joint: Mention) -> Cluster:
        """Return the party of those who speak together, the same for the same words."""
        key = folded(joint.words.removeprefix("Both ").removeprefix("both "))
        if key not in self.joint:
            self.joint[key] = Cluster(joint.type or PartyType.PEOPLE, plural=True)
            self.clusters.append(self.joint[key])
        self.joint[key].add(joint)
        return self.joint[key]

    def _antecedent(self, pronoun: Mention) -> Cluster | None:
        """Return the party that a pronoun means, or ``None`` where none fits well enough."""
        kind = pronoun.gender or ("plural" if pronoun.plural else "neuter")
        fits = [
            (score, -n, cluster) for n, cluster in enumerate(self.clusters)
            if _agrees(cluster, kind) and (score := self._score(pronoun, cluster, REACH[kind])) is not None
        ]  # fmt: skip
        best_score, _, best = max(fits, key=lambda one: one[:2], default=(0.0, 0, None))
        if best is None or best_score <= ENOUGH[kind]:
            best = self._paired(pronoun, [cluster for _, _, cluster in fits])
        if best is not None and pronoun.gender and best.gender is None:
            best.gender = pronoun.gender
        return best

    def _score(self, pronoun: Mention, cluster: Cluster, reach: int) -> float | None:
        """Return how well a cluster fits a pronoun, ``None`` where it cannot be meant."""
        mentions = self.view.seen.get(id(cluster))
        if not mentions:
            return None
        last = self._last_on_level(pronoun, mentions)
        tokens, told = self.syntax.tokens, self.view.told
        away = told[tokens[pronoun.head].sentence] - told[tokens[last.head].sentence]
        if away > reach or is_barred(self.view, pronoun, cluster, mentions):
            return None
        return salience(self.view, pronoun, cluster, last, away)

    def _paired(self, pronoun: Mention, clusters: list[Cluster]) -> Cluster | None:
        """Return the party with which the encoder pairs a pronoun that stands for none by its salience."""
        if self.pairs is None or not clusters:
            return None
        seen = [[mention.head for mention in self.view.seen[id(cluster)][-RECENT:]] for cluster in clusters]
        gain, n = max((self.pairs.gain(pronoun.head, heads), -n) for n, heads in enumerate(seen))
        return clusters[-n] if gain >= PAIRED else None

    def _last_on_level(self, pronoun: Mention, mentions: list[Mention]) -> Mention:
        """Return the last mention outside quotations for a pronoun outside them, if there is one; else the last."""
        quotes = self.view.quotes
        if quotes[pronoun.head]:
            return mentions[-1]
        return next((m for m in reversed(mentions[-12:]) if not quotes[m.head]), mentions[-1])


def _agrees(cluster: Cluster, kind: str) -> bool:
    """Whether number, gender and type let a pronoun of this kind mean the cluster."""
    if kind in ("male", "female"):
        return cluster.single and cluster.gender in (None, kind)
    if kind == "plural":
        return (cluster.plural or cluster.type is not PartyType.PERSON) and not cluster.single
    return not cluster.single and not cluster.plural and cluster.type is not PartyType.PEOPLE
