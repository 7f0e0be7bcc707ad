"""Epithets: which person or people a description means - "the president", "the official", "the 21-year-old"."""

from __future__ import annotations

from sayso.model import PartyType
from sayso.read.party.bodies import Bodies
from sayso.read.party.cluster import Cluster, folded
from sayso.read.party.grammar import chief, is_speaking, is_subject, word_set
from sayso.read.party.mentions import Mention
from sayso.read.party.roles import Roles, Said, content, meaning, owner_words, same_country
from sayso.read.syntax import Syntax
from sayso.vocab import titles
from sayso.vocab.lemmas import bases

MARKING = word_set(
    "vice deputy assistant former ex late acting onetime then outgoing minority majority press associate"
)
"""Words that make a role another one: the vice president is not the president."""
HUMAN = word_set("man woman boy girl teenager politician old leader")
NEAR = 2
"""Sentences within which "the official" goes back to "a senior official"."""
FAR = 25
"""Sentences within which a people or body described in the same words is the same."""


class Epithets:
    """Who is meant by each description, given what has been read so far."""

    def __init__(self, syntax: Syntax, home: dict[int, Cluster], seen: dict[int, list[Mention]]) -> None:
        """Start with the clusters of names by first token, and the mentions read so far by the id of their cluster."""
        self.syntax = syntax
        self.home = home
        self.seen = seen
        self.roles = Roles(syntax, home)
        self.bodies = Bodies(syntax, self.roles, seen)
        self.described: list[tuple[Mention, frozenset[str], Cluster]] = []

    def keep(self, description: Mention, cluster: Cluster) -> None:
        """Remember a description and whose it is, for those that come after."""
        words = content(self.syntax, description.first, description.head + 1)
        self.described.append((description, words, cluster))
        self.bodies.described.append((description, words, cluster))

    def resolve(self, description: Mention, clusters: list[Cluster]) -> Cluster | None:
        """Return the party that a description means, or ``None`` where it brings in another one."""
        if description.head in self.roles.beside:
            return self.roles.beside[description.head]
        noun = meaning(self.syntax.tokens[description.head])
        if self.syntax.tokens[description.first].tag == "PRP$":
            return self._relative(description, noun)
        if description.type is not PartyType.PEOPLE:
            return self.bodies.resolve(description, noun, clusters)
        if not description.definite:
            return None
        return self._plural(description, noun) if description.plural else self._person(description, noun, clusters)

    def _relative(self, description: Mention, noun: str) -> Cluster | None:
        """Return the relative that "his father" means, if the report has named one alone by the same noun."""
        if not titles.is_kin(noun):
            return None
        all_same = [said for said in self.roles.said if said.noun == noun and said.cluster.single]
        before = [said.cluster for said in all_same if said.at < description.first]
        same = before or [said.cluster for said in all_same]
        return same[-1] if len({id(cluster) for cluster in same}) == 1 else None

    def _person(self, description: Mention, noun: str, clusters: list[Cluster]) -> Cluster | None:
        wanted = content(self.syntax, description.first, description.head + 1)
        return (
            self._by_role(description, wanted, noun)
            or self._described_before(description, wanted, noun)
            or self._leader_of(wanted, noun)
            or self._salient(description, noun, wanted, clusters)
            or self._named_after_lede(description, clusters)
        )

    def _by_role(self, description: Mention, wanted: frozenset[str], noun: str) -> Cluster | None:
        """Return who is said to have that role: of several the one most in view, else the one to come."""
        fits = [said for said in self.roles.said if self._fits(said, description, wanted, noun)]
        if description.country and len({id(said.cluster) for said in fits}) > 1:
            fits = [said for said in fits if description.country in (said.country, said.cluster.country)]
        before = [said for said in fits if said.at < description.first and id(said.cluster) in self.seen]
        if before:
            return max(before, key=lambda said: self._in_view(said, description)).cluster
        after = {id(said.cluster): said.cluster for said in fits}
        return next(iter(after.values())) if len(after) == 1 else None

    def _fits(self, said: Said, description: Mention, wanted: frozenset[str], noun: str) -> bool:
        if not said.cluster.single or said.noun != noun or not wanted <= said.words or (said.words & MARKING) - wanted:
            return False
        if said.cluster.gender and description.gender and said.cluster.gender != description.gender:
            return False
        owner = owner_words(self.syntax, description.first, description.head, description.last)
        if owner and not owner & (said.owner | said.words):
            return False
        return same_country(description.country, said.country or said.cluster.country)

    def _in_view(self, said: Said, description: Mention) -> tuple[bool, float, int]:
        """Rank holders of one role: of the country named, or of none when none is; the nearest and most told of."""
        mentions = self.seen[id(said.cluster)]
        away = self._sentences(mentions[-1], description)
        return (said.country or said.cluster.country) == description.country, len(mentions) - 1.5 * away, said.at

    def _described_before(self, description: Mention, wanted: frozenset[str], noun: str) -> Cluster | None:
        """Return the unnamed person just described by the same noun: "a senior Turkish official ... the official"."""
        for earlier, words, cluster in reversed(self.described):
            if self._sentences(earlier, description) > NEAR:
                return None
            same = cluster.single and noun == meaning(self.syntax.tokens[earlier.head]) and wanted <= words
            if same and same_country(description.country, earlier.country):
                return cluster
        return None

    def _leader_of(self, wanted: frozenset[str], noun: str) -> Cluster | None:
        """Return who leads or founded a body whose name has the words before "leader": "the resistance leader"."""
        told = wanted - {noun}
        if titles.role_tie(noun) is None or not told:
            return None
        leaders = {id(cluster): cluster for cluster, body in self._leads() if told & set(folded(body).split())}
        return next(iter(leaders.values())) if len(leaders) == 1 else None

    def _leads(self) -> list[tuple[Cluster, str]]:
        """Return who leads or founded which body, by the verbs of the report."""
        found = []
        for cluster in {id(cluster): cluster for cluster in self.home.values() if cluster.single}.values():
            for mention in cluster.mentions:
                verb = self.syntax.tokens[self.syntax.tokens[chief(self.syntax, mention.head)].head]
                subject = self.syntax.tokens[mention.head].dep == "nsubj"
                if subject and set(bases(verb.lower)) & {"lead", "found", "head", "command"}:
                    found += [(cluster, name) for name in self._bodies_by(verb.i)]
        return found

    def _bodies_by(self, verb: int) -> list[str]:
        """Return the names of the bodies that a verb governs, or that its relative clause is about."""
        objects = [child for child in self.syntax.children[verb] if self.syntax.tokens[child].dep == "dobj"]
        if self.syntax.tokens[verb].dep == "relcl":
            objects.append(self.syntax.tokens[verb].head)
        bodies = (cluster for cluster in self.home.values() if not cluster.single)
        return [mention.words for body in bodies for mention in body.mentions if mention.head in objects]

    def _salient(
        self, description: Mention, noun: str, wanted: frozenset[str], clusters: list[Cluster]
    ) -> Cluster | None:
        """Return the one person named in this or the last sentence, for "the man", "the 21-year-old"."""
        if noun not in HUMAN or len(wanted) > 3 or description.country:
            return None
        near = [
            cluster for cluster in clusters
            if cluster.type is PartyType.PERSON and id(cluster) in self.seen
            and description.gender in (None, cluster.gender or description.gender)
            and self._sentences(self.seen[id(cluster)][-1], description) <= 1
        ]  # fmt: skip
        return near[0] if len(near) == 1 else None

    def _named_after_lede(self, description: Mention, clusters: list[Cluster]) -> Cluster | None:
        """Return the person that a report opening with a role alone goes on to name as its speaker.

        "The defence secretary has warned ... . Michael Fallon said ...": the name comes in the next sentences, as the
        subject of saying, without a role of its own.
        """
        if self.syntax.tokens[description.head].sentence != 0 or not is_subject(self.syntax, description.head):
            return None
        titled = {id(said.cluster) for said in self.roles.said}
        following = sorted(
            (mention.first, cluster) for cluster in clusters if cluster.type is PartyType.PERSON and cluster.mentions
            for mention in cluster.mentions[:1] if 0 < self.syntax.tokens[mention.head].sentence <= 3
        ) if is_speaking(self.syntax, description.head) else []  # fmt: skip
        for first, cluster in following:
            head = cluster.mentions[0].head
            if is_speaking(self.syntax, head) and " " in cluster.mentions[0].words:
                return cluster if id(cluster) not in titled and first > description.last else None
        return None

    def _plural(self, description: Mention, noun: str) -> Cluster | None:
        """Return the people that "the officials" goes back to: the same noun just before; a people's name anywhere."""
        wanted = content(self.syntax, description.first, description.head + 1)
        proper = self.syntax.tokens[description.head].text[0].isupper()
        for earlier, words, cluster in reversed(self.described):
            if self._sentences(earlier, description) > (FAR if proper else NEAR):
                return None
            if not cluster.plural:
                continue
            if proper:
                same = folded(earlier.words) == folded(description.words)
            else:
                same = noun == meaning(self.syntax.tokens[earlier.head]) and wanted <= words
            if same and same_country(description.country, earlier.country):
                return cluster
        return None

    def _sentences(self, earlier: Mention, later: Mention) -> int:
        return self.syntax.tokens[later.head].sentence - self.syntax.tokens[earlier.head].sentence
