"""Bars: whom a pronoun cannot mean - by grammar, and because who speaks says "I"."""

from __future__ import annotations

from sayso.read.party.cluster import Cluster
from sayso.read.party.grammar import chief, is_speaking
from sayso.read.party.mentions import Form, Mention
from sayso.read.party.view import View


def is_barred(view: View, pronoun: Mention, cluster: Cluster, mentions: list[Mention]) -> bool:
    """Whether grammar forbids it: object and subject of one verb, own possessor, the quotation's speaker."""
    syntax, last = view.syntax, mentions[-1]
    here, there = syntax.tokens[pronoun.head], syntax.tokens[last.head]
    if last.first <= pronoun.head < last.last or _is_named_below(view, pronoun, cluster):
        return True
    if _is_quoted_about(view, pronoun, mentions):
        return True
    reflexive = here.lower.endswith(("self", "selves"))
    if here.tag == "PRP" and not reflexive and here.sentence == there.sentence:
        verb = syntax.tokens[chief(syntax, here.i)].head
        if verb == syntax.tokens[chief(syntax, there.i)].head and here.i != there.i:
            return True
    return bool(view.quotes[pronoun.head]) and not reflexive and _speaks(view, cluster, pronoun, mentions)


def _is_quoted_about(view: View, pronoun: Mention, mentions: list[Mention]) -> bool:
    """Whether the pronoun says a quotation of its sentence that speaks of the cluster: who speaks says "I"."""
    if view.quotes[pronoun.head] or not is_speaking(view.syntax, pronoun.head):
        return False
    sentence = view.syntax.tokens[pronoun.head].sentence
    return any(view.quotes[m.head] and view.syntax.tokens[m.head].sentence == sentence for m in mentions[-4:])


def _is_named_below(view: View, pronoun: Mention, cluster: Cluster) -> bool:
    """Whether the clause of which the pronoun is the subject goes on to name the party (then it is not meant)."""
    top = view.syntax.tokens[chief(view.syntax, pronoun.head)]
    if top.dep not in ("nsubj", "nsubjpass"):
        return False
    end = view.syntax.edges[top.head][1]
    return any(m.form is Form.NAME and pronoun.head < m.head <= end for m in cluster.mentions)


def _speaks(view: View, cluster: Cluster, pronoun: Mention, mentions: list[Mention]) -> bool:
    """Whether the cluster is the one who says the quotation in which the pronoun stands."""
    sentence = view.syntax.tokens[pronoun.head].sentence
    near = [m for m in mentions[-4:] if abs(view.syntax.tokens[m.head].sentence - sentence) <= 1]
    if any(is_speaking(view.syntax, m.head) and not view.quotes[m.head] for m in near):
        return True
    following = _speaker_after(view, pronoun)
    return following is not None and view.home.get(following) is cluster


def _speaker_after(view: View, pronoun: Mention) -> int | None:
    """Return the first token of the name that, in the same sentence, says the quotation before it."""
    sentence = view.syntax.sentences[view.syntax.tokens[pronoun.head].sentence]
    for token in view.syntax.tokens[pronoun.head + 1 : sentence.last]:
        if not view.quotes[token.i] and token.i in view.home and is_speaking(view.syntax, _head(view, token.i)):
            return token.i
    return None


def _head(view: View, first: int) -> int:
    return next((m.head for m in view.home[first].mentions if m.first == first), first)
