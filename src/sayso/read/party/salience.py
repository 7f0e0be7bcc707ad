"""Salience: how well a party fits a pronoun, by how it stands out at that point of the text.

The preferences of Lappin and Leass (1994) - near, a subject, named, often - and some of news: who spoke last goes on
speaking. The weights are our own, set on texts of other kinds of news and on biographies.
"""

from __future__ import annotations

from typing import NamedTuple

from sayso.model import PartyType
from sayso.read.party.cluster import Cluster
from sayso.read.party.grammar import governing_verb, is_speaking, is_subject
from sayso.read.party.mentions import Form, Mention
from sayso.read.party.view import View

ANYONE = frozenset({"any", "no", "every", "each", "neither"})
"""Words before someone who is nobody in particular."""
UNLIKELY_THEY = {PartyType.OUTLET: 1.5, PartyType.GOVERNMENT: 0.8, PartyType.PERSON: 9.0}
"""How much less likely "they" means a single party of a type; for the others ``UNLIKELY_BODY``."""
UNLIKELY_BODY = 0.2


class Weights(NamedTuple):
    """What each circumstance adds to a party's salience; negative ones take away."""

    here: float = 3.0
    sentence_away: float = -1.1
    further_away: float = -0.2
    subject: float = 0.6
    possessor: float = 0.3
    mention: float = 0.35
    mention_of_body: float = 0.15
    named: float = 0.5
    gender_known: float = 1.1
    leads_sentence: float = 0.5
    began_sentence: float = 0.5
    in_its_phrase: float = 2.0
    nobody: float = -3.0
    owner: float = 1.5
    doubtful: float = -1.5
    last_speaker: float = 2.2
    in_focus: float = 0.2
    from_quotation: float = -1.0
    into_quotation: float = -0.2


WEIGHTS = Weights()
MANY = 6
"""Mentions beyond so many add nothing."""


def salience(view: View, pronoun: Mention, cluster: Cluster, last: Mention, away: int) -> float:
    """Return how well a party fits a pronoun whose last mention on its level is ``last``, ``away`` sentences back."""
    w, syntax = WEIGHTS, view.syntax
    mentions = view.seen[id(cluster)]
    score = w.here + w.sentence_away * min(away, 3) + w.further_away * max(away - 3, 0)
    score += (w.mention if pronoun.gender else w.mention_of_body) * min(len(mentions), MANY)
    score += w.named * (cluster.named or last.form is Form.JOINT)
    if last.form is Form.JOINT or is_subject(syntax, _renamed(view, last.head)):
        score += w.subject
    elif syntax.tokens[last.head].dep == "poss":
        score += w.possessor
    score += w.leads_sentence * view.leads_sentence(last)
    score += w.began_sentence * (away == 0 and _began(view, mentions, syntax.tokens[pronoun.head].sentence))
    score += w.in_its_phrase * (last.head < pronoun.head <= syntax.edges[last.head][1])
    score += w.nobody * (syntax.tokens[last.first].lower in ANYONE)
    return score + _of_kind(view, pronoun, cluster) + _of_speech(view, pronoun, cluster, last)


def _of_kind(view: View, pronoun: Mention, cluster: Cluster) -> float:
    """Return what type, gender and number add."""
    if pronoun.gender:
        if cluster.gender:
            return WEIGHTS.gender_known
        return WEIGHTS.doubtful if cluster.doubtful else 0.0
    owner = WEIGHTS.owner * (_owner(view, pronoun) is cluster)
    unlikely = UNLIKELY_THEY.get(cluster.type, UNLIKELY_BODY) if pronoun.plural and not cluster.plural else 0.0
    return owner - unlikely


def _of_speech(view: View, pronoun: Mention, cluster: Cluster, last: Mention) -> float:
    """Return what it adds that a party is in focus, and takes away that one stands inside a quotation, one outside."""
    score, here, there = 0.0, view.quotes[pronoun.head], view.quotes[last.head]
    if view.in_focus is cluster and not here:
        score += WEIGHTS.last_speaker if is_speaking(view.syntax, pronoun.head) else WEIGHTS.in_focus
    if here != there:
        score += WEIGHTS.from_quotation if there else WEIGHTS.into_quotation
    return score


def _renamed(view: View, head: int) -> int:
    """Return what an apposition stands beside: in "Mina, a woman in her thirties, led", of "woman" "Mina"."""
    token = view.syntax.tokens[head]
    return token.head if token.dep == "appos" else head


def _owner(view: View, pronoun: Mention) -> Cluster | None:
    """Return the subject of the clause of a possessive: "Australia raised its threat level"."""
    if view.syntax.tokens[pronoun.head].tag != "PRP$":
        return None
    verb = governing_verb(view.syntax, pronoun.head)
    if verb is None:
        return None
    around = (view.syntax.tokens[i] for i in view.syntax.children[verb] if i < pronoun.head)
    return next((view.by_token.get(one.i) for one in around if one.dep in ("nsubj", "nsubjpass")), None)


def _began(view: View, mentions: list[Mention], sentence: int) -> bool:
    """Whether the party is a subject of the sentence."""
    tokens = view.syntax.tokens
    return any(tokens[m.head].sentence == sentence and is_subject(view.syntax, m.head) for m in mentions[-3:])
