"""Coreference in the report: which descriptions and pronouns mean whom, in the order of the text.

Names are put together before (``naming.py``). A description goes to the party of which the report says the same thing
(an apposition, a title, the same noun before), a pronoun to the party that fits and stands out most: near, a subject,
the one who spoke last (the preferences of Lappin and Leass 1994, weights our own). When nothing fits well
enough a description is a party of its own and a pronoun stays unresolved: two parties are never made one on a guess.
"""

from __future__ import annotations

from sayso.model import PartyType
from sayso.read import genders
from sayso.read.cluster import Cluster
from sayso.read.epithets import Epithets
from sayso.read.grammar import chief, governing_verb, is_embedded, is_speaking, is_subject
from sayso.read.mentions import Form, Mention
from sayso.read.roles import can_be
from sayso.read.syntax import Syntax

REACH = {"male": 6, "female": 6, "neuter": 2, "plural": 3}
"""How many sentences back a pronoun may look."""
ENOUGH = {"male": 0.0, "female": 0.0, "neuter": 1.2, "plural": 0.6}
"""How well the best antecedent must fit; "it" and "they" often mean no party at all."""


class Discourse:
    """The parties of a report as they come up, sentence by sentence."""

    def __init__(self, syntax: Syntax, clusters: list[Cluster]) -> None:
        """Start with the clusters of names; ``home`` finds the cluster of a mention by its first token and form."""
        self.syntax = syntax
        self.quotes = quoted(syntax)
        self.told = self._told_sentences()
        self.clusters = list(clusters)
        self.home = {mention.first: cluster for cluster in clusters for mention in cluster.mentions}
        self.seen: dict[int, list[Mention]] = {}
        self.by_token: dict[int, Cluster] = {}
        self.epithets = Epithets(syntax, self.home, self.seen)
        self.in_focus: Cluster | None = None
        self.unresolved: list[Mention] = []

    def _told_sentences(self) -> list[int]:
        """Return for each sentence how many the report itself has told before it: those that are not all quotation."""
        count, told = 0, []
        for sentence in self.syntax.sentences:
            words = [t.i for t in self.syntax.tokens[sentence.first : sentence.last] if t.is_word]
            told.append(count)
            count += not all(self.quotes[i] for i in words)
        return told

    def read(self, names: list[Mention], descriptions: list[Mention]) -> None:
        """Go through all mentions in the order of the text and give each to its cluster."""
        self.epithets.roles.learn(names, descriptions)
        genders.learn(self.syntax, self.quotes, self.clusters, descriptions)
        for mention in sorted((*names, *descriptions), key=lambda mention: (mention.first, -mention.last)):
            cluster = self._cluster_of(mention)
            if cluster is not None:
                self._note(cluster, mention)

    def _cluster_of(self, mention: Mention) -> Cluster | None:
        if mention.form is Form.NAME:
            return self.home[mention.first]
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
        cluster = self.by_token.get(of)
        if cluster is None or not can_be(cluster, description):
            return None
        cluster.add(description)
        cluster.roles.append((description.first, description.last))
        return cluster

    def _note(self, cluster: Cluster, mention: Mention) -> None:
        """Remember a mention; who speaks, or is the subject of what the report tells, is in focus."""
        self.seen.setdefault(id(cluster), []).append(mention)
        self.by_token[mention.head] = cluster
        if self.quotes[mention.head]:
            return
        speaking = is_speaking(self.syntax, mention.head) and not is_embedded(self.syntax, mention.head)
        if speaking or (mention.form is Form.NAME and self._leads_sentence(mention)):
            self.in_focus = cluster

    def _antecedent(self, pronoun: Mention) -> Cluster | None:
        """Return the party that a pronoun means, or ``None`` where none fits well enough."""
        kind = pronoun.gender or ("plural" if pronoun.plural else "neuter")
        best, best_score = None, ENOUGH[kind]
        for cluster in self.clusters:
            mentions = self.seen.get(id(cluster))
            if not mentions or not _agrees(cluster, kind):
                continue
            score = self._score(pronoun, cluster, mentions, REACH[kind])
            if score is not None and score > best_score:
                best, best_score = cluster, score
        if best is not None and kind in ("male", "female") and best.gender is None:
            best.gender = kind
        return best

    def _score(self, pronoun: Mention, cluster: Cluster, mentions: list[Mention], reach: int) -> float | None:
        """Return how well a cluster fits a pronoun, ``None`` where it cannot be meant."""
        syntax, last = self.syntax, self._last_on_level(pronoun, mentions)
        here, there = syntax.tokens[pronoun.head], syntax.tokens[last.head]
        away = self.told[here.sentence] - self.told[there.sentence]
        if away > reach or self._is_barred(pronoun, cluster, mentions):
            return None
        score = 3.0 - 1.1 * min(away, 3) - 0.2 * max(away - 3, 0)
        score += 1.2 if is_subject(syntax, last.head) else 0.3 if there.dep == "poss" else 0.0
        score += 0.15 * min(len(mentions), 6)
        score += 0.5 if cluster.named else 0.0
        score += 0.5 if self._leads_sentence(last) else 0.0
        score -= self._unlikely(cluster, pronoun)
        score += 1.5 * (not pronoun.gender and self._owner(pronoun) is cluster)
        if away == 0 and self._began(mentions, here.sentence):
            score += 0.6
        if self.in_focus is cluster and not self.quotes[pronoun.head]:
            score += 1.4 if is_speaking(syntax, pronoun.head) else 0.4
        if self.quotes[last.head] != self.quotes[pronoun.head]:
            score -= 1.0 if self.quotes[last.head] else 0.2
        return score

    def _last_on_level(self, pronoun: Mention, mentions: list[Mention]) -> Mention:
        """Return the last mention outside quotations for a pronoun outside them, if there is one; else the last."""
        if self.quotes[pronoun.head]:
            return mentions[-1]
        return next((m for m in reversed(mentions[-12:]) if not self.quotes[m.head]), mentions[-1])

    def _is_quoted_about(self, pronoun: Mention, mentions: list[Mention]) -> bool:
        """Whether the pronoun says a quotation of its sentence that speaks of the cluster: who speaks says "I"."""
        if self.quotes[pronoun.head] or not is_speaking(self.syntax, pronoun.head):
            return False
        sentence = self.syntax.tokens[pronoun.head].sentence
        return any(self.quotes[m.head] and self.syntax.tokens[m.head].sentence == sentence for m in mentions[-4:])

    def _leads_sentence(self, mention: Mention) -> bool:
        """Whether a mention is the subject of its sentence's main verb."""
        verb = self.syntax.tokens[self.syntax.tokens[chief(self.syntax, mention.head)].head]
        return verb.head == verb.i and is_subject(self.syntax, mention.head)

    def _unlikely(self, cluster: Cluster, pronoun: Mention) -> float:
        """Return how much less a pronoun is likely to mean such a party: an outlet or state by "they"."""
        if pronoun.gender and cluster.doubtful and cluster.gender is None:
            return 1.5
        if pronoun.plural and not cluster.plural:
            return {PartyType.OUTLET: 1.5, PartyType.GOVERNMENT: 0.8, PartyType.PERSON: 9.0}.get(cluster.type, 0.2)
        return 0.0

    def _owner(self, pronoun: Mention) -> Cluster | None:
        """Return the subject of the clause of a possessive: "Australia raised its threat level"."""
        if self.syntax.tokens[pronoun.head].tag != "PRP$":
            return None
        verb = governing_verb(self.syntax, pronoun.head)
        if verb is None:
            return None
        around = (self.syntax.tokens[i] for i in self.syntax.children[verb] if i < pronoun.head)
        return next((self.by_token.get(one.i) for one in around if one.dep in ("nsubj", "nsubjpass")), None)

    def _began(self, mentions: list[Mention], sentence: int) -> bool:
        """Whether the cluster is the subject with which the sentence began."""
        return any(
            self.syntax.tokens[m.head].sentence == sentence and is_subject(self.syntax, m.head) for m in mentions[-3:]
        )

    def _is_barred(self, pronoun: Mention, cluster: Cluster, mentions: list[Mention]) -> bool:
        """Whether grammar forbids it: object and subject of one verb, own possessor, the quotation's speaker."""
        syntax, last = self.syntax, mentions[-1]
        here, there = syntax.tokens[pronoun.head], syntax.tokens[last.head]
        if last.first <= pronoun.head < last.last or self._is_named_below(pronoun, cluster):
            return True
        if self._is_quoted_about(pronoun, mentions):
            return True
        reflexive = here.lower.endswith(("self", "selves"))
        if here.tag == "PRP" and not reflexive and here.sentence == there.sentence:
            verb = syntax.tokens[chief(syntax, here.i)].head
            if verb == syntax.tokens[chief(syntax, there.i)].head and here.i != there.i:
                return True
        return bool(self.quotes[pronoun.head]) and not reflexive and self._speaks(cluster, pronoun, mentions)

    def _is_named_below(self, pronoun: Mention, cluster: Cluster) -> bool:
        """Whether the clause of which the pronoun is the subject goes on to name the party (then it is not meant)."""
        top = self.syntax.tokens[chief(self.syntax, pronoun.head)]
        if top.dep not in ("nsubj", "nsubjpass"):
            return False
        end = self.syntax.edges[top.head][1]
        return any(m.form is Form.NAME and pronoun.head < m.head <= end for m in cluster.mentions)

    def _speaks(self, cluster: Cluster, pronoun: Mention, mentions: list[Mention]) -> bool:
        """Whether the cluster is the one who says the quotation in which the pronoun stands."""
        sentence = self.syntax.tokens[pronoun.head].sentence
        near = [m for m in mentions[-4:] if abs(self.syntax.tokens[m.head].sentence - sentence) <= 1]
        if any(is_speaking(self.syntax, m.head) and not self.quotes[m.head] for m in near):
            return True
        following = self._speaker_after(pronoun)
        return following is not None and self.home.get(following) is cluster

    def _speaker_after(self, pronoun: Mention) -> int | None:
        """Return the first token of the name that, in the same sentence, says the quotation before it."""
        sentence = self.syntax.sentences[self.syntax.tokens[pronoun.head].sentence]
        for token in self.syntax.tokens[pronoun.head + 1 : sentence.last]:
            if not self.quotes[token.i] and token.i in self.home and is_speaking(self.syntax, self._head(token.i)):
                return token.i
        return None

    def _head(self, first: int) -> int:
        return next((m.head for m in self.home[first].mentions if m.first == first), first)


def _agrees(cluster: Cluster, kind: str) -> bool:
    """Whether number, gender and type let a pronoun of this kind mean the cluster."""
    if kind in ("male", "female"):
        return cluster.single and cluster.gender in (None, kind)
    if kind == "plural":
        return (cluster.plural or cluster.type is not PartyType.PERSON) and not cluster.single
    return not cluster.single and not cluster.plural and cluster.type is not PartyType.PEOPLE


OPENING = frozenset({"“", "«", "„", "``"})
CLOSING = frozenset({"”", "»", "''"})


def quoted(syntax: Syntax) -> list[int]:
    """Return for each token the number of the quotation it stands in, 0 outside; a paragraph's end closes one."""
    inside, number, count, paragraph = [0] * len(syntax.tokens), 0, 0, -1
    for token in syntax.tokens:
        here = syntax.sentences[token.sentence].paragraph
        if here != paragraph:
            number, paragraph = 0, here
        if token.text in OPENING or (token.text in ('"', "''") and not number):
            count += 1
            number = count
        elif token.text in CLOSING or token.text == '"':
            number = 0
        inside[token.i] = number
    return inside
