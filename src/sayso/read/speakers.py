"""Speakers: which party stands behind each attribution, and inside whose words it stands.

A source is looked up among the parties' mentions by its main word. ``I`` and ``we`` inside a quotation are its speaker;
``who`` is what it refers back to; a floating quotation belongs to whoever spoke last. Words that name no party become
a party of their own, of type ``people``, never merged with another.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec

from sayso.model import Attribution, Party, PartyType, QuoteType, Report, Span, TieKind
from sayso.read.attribution.frame import main_word
from sayso.read.attribution.sources import VERB_TAGS
from sayso.read.found import Found
from sayso.read.syntax import Syntax, Token
from sayso.vocab import titles
from sayso.vocab.lemmas import lemma
from sayso.vocab.phrases import phrases

MADE_BY = "speakers/rules@2"
FIRST_PERSON = frozenset("i we us me our my ourselves myself".split())
RELATIVE = frozenset("who which that whom".split())
PRONOUNS = frozenset("he she they him her them his their it its".split())
THIRD_PERSON = frozenset({"he", "she", "they"})
NOBODY = frozenset("it there this that what which".split())
SPOKESPEOPLE = frozenset("spokesman spokeswoman spokesperson".split())


def find(report: Report, found: Found) -> Found:
    """Return ``found`` with the speaker and parent of each attribution, and parties for speakers without a name."""
    attributions = _with_parents(_without_things(found, _without_author(found.attributions)), report.text)
    resolver = _Resolver(found, {a.id: a for a in attributions}, list(found.parties))
    done = tuple(msgspec.structs.replace(a, speaker=resolver.speaker(a)) for a in attributions)
    return found.having(attributions=done, parties=tuple(resolver.parties))


def _without_author(attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Drop what an author says in the first person outside any quotation: it is the report's own voice."""
    quoted = [span for a in attributions if a.quote_type is not QuoteType.INDIRECT or a.floating for span in a.content]
    return tuple(
        a for a in attributions
        if not (a.source and a.source.exact.lower() in ("i", "we") and a.quote_type is QuoteType.INDIRECT)
        or any(span.covers(a.source) for span in quoted)
    )  # fmt: skip


def _without_things(found: Found, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Drop indirect speech of what cannot speak: ``the attack added to the sense that``, ``his dialect indicated``."""
    spoken = {t.i for p in found.parties for m in p.mentions for t in found.syntax.between(m.start, m.end)}
    return tuple(a for a in attributions if not _is_of_a_thing(found.syntax, a, spoken))


def _is_of_a_thing(syntax: Syntax, attribution: Attribution, spoken: set[int]) -> bool:
    """Whether a source is a common noun that is neither people nor a text, and no party."""
    told = any(c.isalpha() for span in attribution.cue for c in span.exact)
    if attribution.source is None or attribution.quote_type is not QuoteType.INDIRECT or not told:
        return False
    head = main_word(syntax, attribution.source)
    if head is None or head.i in spoken or head.tag not in ("NN", "NNS") or _may_be_people(head):
        return False
    return lemma(head.lower, phrases().texts) is None


def _with_parents(attributions: tuple[Attribution, ...], text: str) -> tuple[Attribution, ...]:
    """Give each attribution the innermost other one inside whose content its cue stands.

    What someone is reported to have said inside a quotation is direct only in quote marks of its own.
    """
    by_id = {attribution.id: attribution for attribution in attributions}
    done = []
    for attribution in attributions:
        parent = _parent(attribution, attributions)
        quoting = by_id[parent].quote_type is QuoteType.DIRECT if parent else False
        kind = attribution.quote_type
        if quoting and kind is QuoteType.DIRECT and text[: attribution.content[0].start].rstrip()[-1:] not in INNER:
            kind = QuoteType.INDIRECT
        done.append(msgspec.structs.replace(attribution, parent=parent, quote_type=kind))
    return tuple(done)


INNER = ("‘", "'", "“", '"', "«")


def _parent(attribution: Attribution, attributions: tuple[Attribution, ...]) -> str | None:
    anchor = (attribution.cue or attribution.content)[0]
    length = sum(s.end - s.start for s in attribution.content)
    around = [
        (sum(s.end - s.start for s in other.content), other.id)
        for other in attributions
        if other.id != attribution.id and any(span.covers(anchor) for span in other.content)
        and (sum(s.end - s.start for s in other.content), other.id) > (length, attribution.id)
    ]  # fmt: skip
    return min(around)[1] if around else None


@dataclass(slots=True)
class _Resolver:
    """Looks sources up among the parties, and adds a party for words that name none."""

    found: Found
    attributions: dict[str, Attribution]
    parties: list[Party]
    _by_start: dict[int, list[tuple[Span, str]]] = field(default_factory=dict)
    _last: str | None = None

    def __post_init__(self) -> None:
        for party in self.parties:
            for span in party.mentions:
                for token in self.found.syntax.between(span.start, span.end):
                    self._by_start.setdefault(token.i, []).append((span, party.id))

    def speaker(self, attribution: Attribution) -> str | None:
        """Return the id of the party that an attribution's source refers to."""
        if attribution.source is None:
            return (self._subject_before(attribution) or self._last) if attribution.floating else None
        head = main_word(self.found.syntax, attribution.source)
        who = self._referent(attribution, head) if head else None
        if head is not None and head.lower in THIRD_PERSON and self._is_unlikely(attribution, who, head):
            return None
        if attribution.parent is None and who is not None:
            self._last = who
        return who

    def _subject_before(self, attribution: Attribution) -> str | None:
        """``Shami agreed. “They will help us.”``: the person who is the subject of the sentence before."""
        syntax = self.found.syntax
        tokens = syntax.between(attribution.content[0].start, attribution.content[0].end)
        here = syntax.sentences[tokens[0].sentence] if tokens else None
        if here is None or here.i == 0 or syntax.sentences[here.i - 1].paragraph != here.paragraph:
            return None
        before = syntax.sentences[here.i - 1]
        for token in syntax.tokens[before.first : before.last]:
            if token.dep == "nsubj" and syntax.tokens[token.head].dep == "ROOT":
                who = [party for _, party in self._by_start.get(token.i, [])]
                return next((party for party in who if self._type(party) is PartyType.PERSON), None)
        return None

    def _is_unlikely(self, attribution: Attribution, who: str | None, head: Token) -> bool:
        """Whether a pronoun inside a quotation was given to its speaker, or to someone not named in its paragraph."""
        quoting = self._quoting(attribution)
        if quoting is None or who == quoting:
            return quoting is not None
        sentences = self.found.syntax.sentences
        here = sentences[head.sentence].paragraph
        near = (m for p in self.parties if p.id == who for m in p.mentions if m.start < head.start)
        spans = [self.found.syntax.between(m.start, m.end) for m in near if m.exact.lower() not in PRONOUNS]
        return not any(tokens and sentences[tokens[0].sentence].paragraph == here for tokens in spans)

    def _quoting(self, attribution: Attribution) -> str | None:
        """Who says the quotation in which an attribution stands: *he* in it is someone else."""
        outer = self.attributions.get(attribution.parent or "")
        if outer is None or outer.quote_type is not QuoteType.DIRECT:
            return None
        return self.speaker(outer)

    def _referent(self, attribution: Attribution, head: Token) -> str | None:
        if head.lower in FIRST_PERSON and head.text not in ("US", "U.S."):
            return self._outer_speaker(attribution)
        if head.lower in RELATIVE:
            antecedent = _antecedent(self.found.syntax, head)
            return self._of(antecedent, attribution) if antecedent else None
        return self._of(head, attribution)

    def _outer_speaker(self, attribution: Attribution) -> str | None:
        outer = self.attributions.get(attribution.parent or "")
        return self.speaker(outer) if outer is not None else None

    def _of(self, head: Token, attribution: Attribution) -> str | None:
        """The party of the mention that covers ``head``; the body, for the unnamed spokesman of one; else a new one."""
        source = attribution.source
        mentions = sorted(self._by_start.get(head.i, []), key=lambda one: one[0].start - one[0].end)
        named = [who for span, who in mentions]
        if head.lower in SPOKESPEOPLE and source is not None and (body := self._body(source, named)):
            return body
        if named:
            return named[0]
        if source is None:
            return None
        return self._unnamed(source, head) if _may_be_people(head) else self._body(source, [])

    def _body(self, source: Span, own: list[str]) -> str | None:
        """``An army spokesman`` speaks for the army, unless the spokesman has a name."""
        if any(self._type(who) is PartyType.PERSON for who in own[:1]):
            return None
        if spoken_for := self._spoken_for(own):
            return spoken_for
        inside = [
            who for token in self.found.syntax.between(source.start, source.end)
            for span, who in self._by_start.get(token.i, [])
            if source.covers(span) and self._type(who) not in (PartyType.PEOPLE, PartyType.PERSON)
        ]  # fmt: skip
        return inside[0] if inside else None

    def _spoken_for(self, own: list[str]) -> str | None:
        """Whom an unnamed spokesman is said to speak for."""
        ties = [tie for party in self.parties if party.id in own[:1] for tie in party.ties]
        return next((tie.party for tie in ties if tie.tie is TieKind.SPEAKS_FOR), None)

    def _type(self, party_id: str) -> PartyType:
        return next(party.type for party in self.parties if party.id == party_id)

    def _unnamed(self, source: Span, head: Token) -> str | None:
        """Add a party of type ``people`` for words that refer to someone whom no mention covers."""
        if head.lower in NOBODY or not head.is_word:
            return None
        party_id = f"p{len(self.parties) + 1}"
        while any(party.id == party_id for party in self.parties):
            party_id += "x"
        self.parties.append(Party(party_id, source.exact, PartyType.PEOPLE, mentions=(source,), made_by=MADE_BY))
        for token in self.found.syntax.between(source.start, source.end):
            self._by_start.setdefault(token.i, []).append((source, party_id))
        return party_id


def _may_be_people(head: Token) -> bool:
    """Whether a word can stand for people: a role, *some*, *others*, a name; not a report, a figure or an attack."""
    if head.tag in ("NNP", "NNPS", "CD", "JJ", "DT", "JJS", "JJR"):
        return True
    return titles.is_people(head.lower) or titles.is_role(head.lower) or head.lower in VAGUE


VAGUE = frozenset(
    "others some many most few all both several none one ones those everyone someone sources source".split()
)


def _antecedent(syntax: Syntax, relative: Token) -> Token | None:
    """Return the noun that a relative pronoun refers back to."""
    token = relative
    while token.dep not in ("relcl", "acl") and token.head != token.i:
        token = syntax.tokens[token.head]
    above = syntax.tokens[token.head]
    return above if token.dep in ("relcl", "acl") and above.tag not in VERB_TAGS else None
