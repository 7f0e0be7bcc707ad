"""Epithets: which descriptions are of a party that the report has named or described before, or names later."""

from __future__ import annotations

from sayso.model import PartyType
from sayso.read.cluster import Cluster, folded
from sayso.read.grammar import chief, word_set
from sayso.read.mentions import Form, Mention
from sayso.read.naming import is_bracketed_after
from sayso.read.syntax import Syntax
from sayso.vocab import countries, titles
from sayso.vocab.lemmas import bases

MARKING = word_set("vice deputy assistant former ex late acting ex- onetime then outgoing")
"""Words of a role that make it another one: the vice president is not the president."""
ABBREVIATED = {
    "sen": "senator", "rep": "representative", "gen": "general", "gov": "governor", "col": "colonel", "lt": "lieutenant",
    "maj": "major", "capt": "captain", "sgt": "sergeant", "adm": "admiral", "prof": "professor", "lord": "peer", "dr": "doctor",
}  # fmt: skip
GENERIC = word_set("group organisation organization body movement")
GENERIC_FOR = {
    "group": (PartyType.ARMED_GROUP, PartyType.ORGANISATION), "organisation": (PartyType.ORGANISATION, PartyType.ARMED_GROUP),
    "organization": (PartyType.ORGANISATION, PartyType.ARMED_GROUP), "movement": (PartyType.ARMED_GROUP, PartyType.ORGANISATION),
    "militia": (PartyType.ARMED_GROUP,), "militants": (PartyType.ARMED_GROUP,), "newspaper": (PartyType.OUTLET,),
    "paper": (PartyType.OUTLET,), "broadcaster": (PartyType.OUTLET,), "magazine": (PartyType.OUTLET,), "agency": (PartyType.ORGANISATION, PartyType.OUTLET),
    "watchdog": (PartyType.ORGANISATION,), "charity": (PartyType.ORGANISATION,), "body": (PartyType.ORGANISATION,),
}  # fmt: skip
HUMAN = word_set("man woman boy girl teenager politician old leader")
RULE = frozenset({"government", "regime", "state", "authorities"})
EMPTY = word_set(
    """the a an this that these those new current own central whole former latest same other its his her their"""
)
WEAK_IN_NAMES = word_set("of for the and on")
NEAR = 2
FAR = 25


class Epithets:
    """What the report says each party is, and who may be meant by a description."""

    def __init__(self, syntax: Syntax, home: dict[int, Cluster]) -> None:
        """Start with the clusters of names by the first token of each mention."""
        self.syntax = syntax
        self.home = home
        self.fixed: dict[int, Cluster] = {}
        self.said: list[tuple[frozenset[str], str | None, Cluster, int]] = []
        self.described: list[tuple[Mention, frozenset[str], Cluster]] = []

    def learn(self, names: list[Mention], descriptions: list[Mention]) -> None:
        """Note the roles before, beside and after names, and which descriptions are in apposition to a name."""
        by_head = {name.head: name for name in names}
        for name in names:
            if name.title:
                self._say(name.title_first, name.first, self.home[name.first], name.first, name.country)
        for description in descriptions:
            if description.form is Form.DESCRIPTION:
                self._learn_beside(description, by_head)

    def _learn_beside(self, description: Mention, by_head: dict[int, Mention]) -> None:
        name = self._beside(description, by_head)
        if name is None:
            return
        cluster = self.home[name.first]
        if not _can_be(cluster, description):
            return
        self.fixed[description.first] = cluster
        self._say(description.first, description.last, cluster, description.first, description.country)
        cluster.roles.append((description.first, description.last))

    def _beside(self, description: Mention, by_head: dict[int, Mention]) -> Mention | None:
        """Return the name with which a description is in apposition or joined by "is", or whose acronym follows it."""
        tokens, head = self.syntax.tokens, self.syntax.tokens[description.head]
        if head.dep == "appos" and head.head in by_head:
            return by_head[head.head]
        for child in self.syntax.children[description.head]:
            if tokens[child].dep == "appos" and child in by_head and by_head[child].first >= description.last:
                return by_head[child]
        if head.dep == "attr" and not any(tokens[i].dep == "neg" for i in self.syntax.children[head.head]):
            subjects = [i for i in self.syntax.children[head.head] if tokens[i].dep == "nsubj"]
            return next((by_head[i] for i in subjects if i in by_head), None)
        return (
            next((name for name in by_head.values() if is_bracketed_after(self.syntax, name, description.last)), None)
            if description.last < len(tokens) and tokens[description.last].text == "("
            else None
        )

    def _say(self, first: int, last: int, cluster: Cluster, at: int, country: str | None) -> None:
        words = self._content(first, last)
        if words:
            self.said.append((words, country, cluster, at))
            if country and not cluster.country:
                cluster.country = country

    def _content(self, first: int, last: int) -> frozenset[str]:
        """Return the words of a phrase that tell, in the singular, without articles and countries."""
        words = set()
        for token in self.syntax.tokens[first:last]:
            word = token.lower.rstrip(".")
            if not token.is_word or word in EMPTY or token.tag in ("POS", "PRP$", "IN", "DT"):
                continue
            if countries.by_demonym(token.text) or countries.by_name(token.text):
                continue
            words.add(ABBREVIATED.get(word, _singular(word)))
        return frozenset(words)

    def keep(self, description: Mention, cluster: Cluster) -> None:
        """Remember a description and whose it is, for those that come after."""
        self.described.append((description, self._content(description.first, description.head + 1), cluster))

    def resolve(self, description: Mention, clusters: list[Cluster], seen: dict[int, list[Mention]]) -> Cluster | None:
        """Return the party that a description means, or ``None`` where it brings in another one."""
        if description.first in self.fixed:
            return self.fixed[description.first]
        noun = _singular(self.syntax.tokens[description.head].lower)
        if noun in RULE and description.country and description.definite and self._is_bare_rule(description):
            return next((c for c in clusters if c.type is PartyType.GOVERNMENT and c.country == description.country
                         and any(countries.by_name(name) or countries.by_capital(name) for name in c.names())), None)  # fmt: skip
        if self._has_own_possessor(description):
            return self._relative(description, noun)
        if not description.definite:
            return self._same_body(description) if description.type is not PartyType.PEOPLE else None
        if description.type is PartyType.PEOPLE:
            return self._plural(description) if description.plural else self._person(description, noun, clusters, seen)
        return self._body(description, noun, clusters, seen)

    def _is_bare_rule(self, description: Mention) -> bool:
        """Whether nothing but the country tells of which government: not "the Assad government", "the Idlib state"."""
        between = self.syntax.tokens[description.first : description.head]
        return all(
            token.lower in EMPTY
            or token.tag in ("DT", "POS")
            or countries.by_demonym(token.text)
            or countries.by_name(token.text)
            for token in between
        )

    def _has_own_possessor(self, description: Mention) -> bool:
        first = self.syntax.tokens[description.first]
        return first.tag == "PRP$"

    def _relative(self, description: Mention, noun: str) -> Cluster | None:
        """Return the relative that "his father" means, if the report has named one by the same noun."""
        if not titles.is_kin(noun):
            return None
        same = [
            cluster
            for words, _, cluster, at in self.said
            if noun in words and at < description.first and cluster.single
        ]
        return same[-1] if len({id(cluster) for cluster in same}) == 1 else None

    def _person(
        self, description: Mention, noun: str, clusters: list[Cluster], seen: dict[int, list[Mention]]
    ) -> Cluster | None:
        wanted = self._content(description.first, description.head + 1)
        by_role = self._by_role(description, wanted, noun)
        if by_role is not None:
            return by_role
        for earlier, words, cluster in reversed(self.described):
            if self._sentences(earlier, description) > NEAR:
                break
            if (
                cluster.single
                and noun in words
                and wanted <= words
                and _same_country(description.country, earlier.country)
            ):
                return cluster
        return self._leader_of(description, wanted, noun) or self._salient_person(
            description, noun, wanted, clusters, seen
        )

    def _by_role(self, description: Mention, wanted: frozenset[str], noun: str) -> Cluster | None:
        """Return the person of whom the report says that role: the last one before, else the one after."""
        fits = [
            (at, cluster) for words, country, cluster, at in self.said
            if cluster.single and wanted <= words and noun in words and not (words & MARKING) - wanted
            and _same_country(description.country, country or cluster.country) and _gender_fits(cluster, description)
        ]  # fmt: skip
        before = [(at, cluster) for at, cluster in fits if at < description.first]
        if before:
            return before[-1][1]
        after = {id(cluster): cluster for _, cluster in fits}
        return next(iter(after.values())) if len(after) == 1 else None

    def _leader_of(self, description: Mention, wanted: frozenset[str], noun: str) -> Cluster | None:
        """Return who leads or founded a body whose name has the words before "leader": "the resistance leader"."""
        tie = titles.role_tie(noun)
        if tie is None or not (told := wanted - {noun}):
            return None
        leaders = [(cluster, body) for cluster, body in self._leads() if told & set(folded(body).split())]
        return leaders[-1][0] if len({id(cluster) for cluster, _ in leaders}) == 1 else None

    def _leads(self) -> list[tuple[Cluster, str]]:
        """Return who leads or founded which body, by the verbs and roles of the report."""
        found = []
        for first, cluster in self.home.items():
            if not cluster.single:
                continue
            head = next(m.head for m in cluster.mentions if m.first == first)
            verb = self.syntax.tokens[self.syntax.tokens[chief(self.syntax, head)].head]
            if self.syntax.tokens[head].dep == "nsubj" and set(bases(verb.lower)) & {
                "lead",
                "found",
                "head",
                "command",
            }:
                found += [(cluster, name) for name in self._bodies_by(verb.i)]
        return found

    def _bodies_by(self, verb: int) -> list[str]:
        """Return the names of the body that a verb governs, or that its relative clause is about."""
        objects = [child for child in self.syntax.children[verb] if self.syntax.tokens[child].dep == "dobj"]
        if self.syntax.tokens[verb].dep == "relcl":
            objects.append(self.syntax.tokens[verb].head)
        return [
            m.words
            for cluster in self.home.values()
            for m in cluster.mentions
            if m.head in objects and not cluster.single
        ]

    def _salient_person(
        self,
        description: Mention,
        noun: str,
        wanted: frozenset[str],
        clusters: list[Cluster],
        seen: dict[int, list[Mention]],
    ) -> Cluster | None:
        """Return the one person named in this or the last sentence, for "the man", "the 21-year-old"."""
        if noun not in HUMAN or len(wanted) > 3 or description.country:
            return None
        near = [
            cluster for cluster in clusters
            if cluster.type is PartyType.PERSON and _gender_fits(cluster, description) and id(cluster) in seen
            and self._sentences(seen[id(cluster)][-1], description) <= 1
        ]  # fmt: skip
        return near[0] if len(near) == 1 else None

    def _plural(self, description: Mention) -> Cluster | None:
        """Return the people that "the officials" goes back to: the same noun just before; a people by its name anywhere."""
        wanted = self._content(description.first, description.head + 1)
        noun = _singular(self.syntax.tokens[description.head].lower)
        proper = self.syntax.tokens[description.head].text[0].isupper()
        for earlier, words, cluster in reversed(self.described):
            away = self._sentences(earlier, description)
            if away > (FAR if proper else NEAR):
                break
            if cluster.plural and proper and folded(earlier.words) == folded(description.words):
                return cluster
            if (
                cluster.plural
                and not proper
                and noun in words
                and wanted <= words
                and _same_country(description.country, earlier.country)
            ):
                return cluster
        return None

    def _same_body(self, description: Mention) -> Cluster | None:
        """Return the body described before in the very same words, for those that do without an article ("UN forces")."""
        if description.plural or self.syntax.tokens[description.first].tag == "DT":
            return None
        same = [cluster for earlier, _, cluster in self.described if folded(earlier.words) == folded(description.words)]
        return same[-1] if same else None

    def _body(
        self, description: Mention, noun: str, clusters: list[Cluster], seen: dict[int, list[Mention]]
    ) -> Cluster | None:
        wanted = self._content(description.first, description.head + 1)
        found = self._body_described(description, wanted, noun) or self._body_named(
            description, wanted, noun, clusters, seen
        )
        if found is not None or wanted - {noun} or description.country:
            return found
        return self._salient_body(description, noun, clusters, seen)

    def _body_described(self, description: Mention, wanted: frozenset[str], noun: str) -> Cluster | None:
        """Return the body last described with the same noun, if neither description says what the other lacks."""
        for earlier, words, cluster in reversed(self.described):
            if self._sentences(earlier, description) > FAR:
                break
            if cluster.single or cluster.plural != description.plural or noun not in words:
                continue
            if (
                wanted <= words
                and (_same_country(description.country, earlier.country))
                and not _is_bare(words, noun, wanted)
            ):
                return cluster
        for words, country, cluster, at in reversed(self.said):
            if (
                not cluster.single
                and noun in words
                and wanted <= words
                and at < description.first
                and _same_country(description.country, country)
            ):
                return cluster
        return None

    def _body_named(
        self,
        description: Mention,
        wanted: frozenset[str],
        noun: str,
        clusters: list[Cluster],
        seen: dict[int, list[Mention]],
    ) -> Cluster | None:
        """Return the body last named whose name has the description's words: "the coalition", "the security council"."""
        fits = [
            cluster for cluster in clusters
            if not cluster.single and id(cluster) in seen and _same_country(description.country, cluster.country)
            and any(_has_words(name, wanted, noun) for name in cluster.names())
        ]  # fmt: skip
        return max(fits, key=lambda cluster: seen[id(cluster)][-1].first, default=None)

    def _salient_body(
        self, description: Mention, noun: str, clusters: list[Cluster], seen: dict[int, list[Mention]]
    ) -> Cluster | None:
        """Return the body that "the group", "the newspaper" means: of the right type, the nearest and most prominent."""
        allowed = GENERIC_FOR.get(noun)
        if allowed is None or description.plural:
            return None
        scored = [
            (self._prominence(seen[id(cluster)], description) + 0.5 * (cluster.type is allowed[0]) + cluster.named, -n, cluster)
            for n, cluster in enumerate(clusters)
            if cluster.type in allowed and id(cluster) in seen and not cluster.plural
            and self._sentences(seen[id(cluster)][-1], description) <= 4
        ]  # fmt: skip
        return max(scored, key=lambda found: found[:2])[2] if scored else None

    def _prominence(self, mentions: list[Mention], description: Mention) -> float:
        last = mentions[-1]
        subject = self.syntax.tokens[chief(self.syntax, last.head)].dep == "nsubj"
        return -float(self._sentences(last, description)) + 0.8 * subject + 0.2 * min(len(mentions), 4)

    def _sentences(self, earlier: Mention, later: Mention) -> int:
        return self.syntax.tokens[later.head].sentence - self.syntax.tokens[earlier.head].sentence


def _singular(noun: str) -> str:
    """Return the likeliest singular of a noun."""
    if noun.endswith("men"):
        return noun[:-2] + "an"
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") and len(noun) > 3 else noun


def _can_be(cluster: Cluster, description: Mention) -> bool:
    """Whether a party can be what a description beside it says: a person a spokesman, a body a group."""
    if cluster.single:
        return description.type is PartyType.PEOPLE and not description.plural
    return description.type is not PartyType.PEOPLE or description.words.split()[-1].lower() in (
        "monitor",
        "ally",
        "partner",
        "member",
    )


def _same_country(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _gender_fits(cluster: Cluster, description: Mention) -> bool:
    return cluster.gender is None or description.gender is None or cluster.gender == description.gender


def _is_bare(words: frozenset[str], noun: str, wanted: frozenset[str]) -> bool:
    """Whether an earlier description was as bare as this one without being the same thing."""
    return False if wanted else bool(words - {noun})


def _has_words(name: str, wanted: frozenset[str], noun: str) -> bool:
    """Whether a name ends, before any "of" or "for", in the noun, and has the description's other words."""
    words = [_singular(word) for word in folded(name).replace("-", " ").split()]
    if len(words) < 2:
        return False
    stop = next((i for i, word in enumerate(words) if word in WEAK_IN_NAMES), len(words))
    return words[stop - 1] == noun and wanted <= set(words)
