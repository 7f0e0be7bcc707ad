"""View: what a reader has in mind of a report's parties at one point of it: who came up, where, who is in focus."""

from __future__ import annotations

from sayso.read.party.cluster import Cluster
from sayso.read.party.grammar import chief, is_embedded, is_speaking, is_subject
from sayso.read.party.mentions import Form, Mention
from sayso.read.syntax import Syntax

OPENING = frozenset({"“", "«", "„", "``"})
CLOSING = frozenset({"”", "»", "''"})


class View:
    """The mentions read so far, by cluster and by token; it grows in the order of the text.

    ``seen`` are the mentions by the ``id`` of their cluster, ``by_token`` the clusters by the head of a mention,
    ``home`` those of names by first token; ``quotes`` and ``told`` see ``quoted`` and ``_told_sentences``.
    """

    def __init__(self, syntax: Syntax, home: dict[int, Cluster]) -> None:
        """Start before the first word of a report whose names are put together."""
        self.syntax = syntax
        self.home = home
        self.quotes = quoted(syntax)
        self.told = self._told_sentences()
        self.seen: dict[int, list[Mention]] = {}
        self.by_token: dict[int, Cluster] = {}
        self.in_focus: Cluster | None = None

    def _told_sentences(self) -> list[int]:
        """Return for each sentence how many the report itself has told before it: those that are not all quotation."""
        count, told = 0, []
        for sentence in self.syntax.sentences:
            words = [t.i for t in self.syntax.tokens[sentence.first : sentence.last] if t.is_word]
            told.append(count)
            count += not all(self.quotes[i] for i in words)
        return told

    def note(self, cluster: Cluster, mention: Mention) -> None:
        """Remember a mention; who speaks, or is the subject of what the report tells, is in focus."""
        self.seen.setdefault(id(cluster), []).append(mention)
        self.by_token[mention.head] = cluster
        if self.quotes[mention.head]:
            return
        speaking = mention.form is Form.JOINT or is_speaking(self.syntax, mention.head)
        speaking = speaking and not is_embedded(self.syntax, mention.head)
        if speaking or (mention.form is Form.NAME and self.leads_sentence(mention)):
            self.in_focus = cluster

    def leads_sentence(self, mention: Mention) -> bool:
        """Whether a mention is the subject of its sentence's main verb."""
        if mention.form is Form.JOINT:
            return True
        verb = self.syntax.tokens[self.syntax.tokens[chief(self.syntax, mention.head)].head]
        return verb.head == verb.i and is_subject(self.syntax, mention.head)


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
