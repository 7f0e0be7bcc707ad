"""What a claim says, made comparable: its holder, its sentences as weighty words, whether it says yes or no to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso.compare.words import WORD, Word, plain_words, sentences, weighty
from sayso.model import Attribution, Claim, Event, Findings, Party, PartyType, Span, TieKind
from sayso.vocab.comparing import comparing_words
from sayso.vocab.lemmas import bases, lemma

NOBODY = "no one named"
REPORT = "report"
"""The holder that stands for the report's own voice."""
ONE_VOICE = frozenset({TieKind.SPEAKS_FOR, TieKind.MEMBER_OF, TieKind.LEADS, TieKind.PART_OF})
"""Ties by which one party's word counts as the other's."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence of a claim: where it stands and its weighty words; names stand for themselves."""

    span: Span
    words: tuple[Word, ...]

    @property
    def stems(self) -> frozenset[str]:
        """What the sentence is about: stems, and names with ``@`` before them."""
        return frozenset(word.stem for word in self.words)


@dataclass(frozen=True)
class Proposition:
    """A claim with all that comparing needs of its report."""

    findings: Findings
    claim: Claim
    attribution: Attribution | None
    event: Event | None
    units: tuple[Unit, ...]

    @property
    def text(self) -> str:
        """The text of the report."""
        return self.findings.report.text

    @cached_property
    def holder(self) -> Party | None:
        """Who holds it, where that is a party."""
        return self.findings.party(self.claim.holder[0]) if self.claim.holder else None

    @property
    def own(self) -> bool:
        """Whether the report says it in its own voice."""
        return self.claim.holder[:1] == (REPORT,)

    @property
    def named(self) -> bool:
        """Whether the holder has a name, so that it can be known again."""
        return self.holder is not None and self.holder.type is not PartyType.PEOPLE

    @property
    def sourced(self) -> bool:
        """Whether it is told who says it: ``reportedly`` tells nobody, a pronoun that is not resolved anybody."""
        if self.named or self.own:
            return True
        return self.name != NOBODY and not comparing_words().unresolved.issuperset(plain_words(self.name))

    @property
    def known(self) -> bool:
        """Whether it is sure not to be someone else of the report: ``the senator`` may be one named before."""
        return self.sourced and (self.named or self.own or plain_words(self.name)[:1] != ["the"])

    @cached_property
    def name(self) -> str:
        """The holder in words: its name, or the words that stand for one who has none."""
        if self.own:
            return "the report"
        source = self.attribution.source if self.attribution else None
        words = self.holder.name if self.holder and (self.named or not source) else source.exact if source else ""
        words = words or (_cue(self.attribution) if tells_of_claims(self) else "")
        return " ".join(words.split()).removesuffix("’s").removesuffix("'s") or NOBODY

    @cached_property
    def frame(self) -> tuple[Span, ...]:
        """The words that say who said it: source and cue."""
        if self.attribution is None:
            return ()
        source = (self.attribution.source,) if self.attribution.source else ()
        return (*source, *self.attribution.cue)

    @cached_property
    def extent(self) -> tuple[int, int]:
        """Where the claim begins and ends, the words that say who said it included."""
        spans = (*self.frame, *self.spans)
        return min(span.start for span in spans), max(span.end for span in spans)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The words of the claim."""
        return self.attribution.content if self.attribution and not self.event else self.claim.spans

    @cached_property
    def stems(self) -> frozenset[str]:
        """All that it is about."""
        return frozenset[str]().union(*(unit.stems for unit in self.units))

    @cached_property
    def denies(self) -> bool | None:
        """Whether the cue says no to the words of the claim; ``None`` where it says no to saying no."""
        return denial(_cue(self.attribution))

    @property
    def said_on(self) -> str | None:
        """When it was said: the TIMEX3 value of the attribution's time."""
        time = self.findings.time(self.attribution.said_on) if self.attribution else None
        return time.value if time else None

    def same_voice(self, other: Proposition) -> bool:
        """Whether two claims of one report have one holder, or holders of whom one speaks for the other."""
        if self.own or other.own:
            return self.own and other.own
        if self.holder is None or other.holder is None:
            return False
        both = (self.holder, other.holder)
        ties = {(party.id, tie.party) for party in both for tie in party.ties if tie.tie in ONE_VOICE}
        ids = (self.holder.id, other.holder.id)
        return ids[0] == ids[1] or ids in ties or ids[::-1] in ties or self._source_within(other)

    def _source_within(self, other: Proposition) -> bool:
        """Whether the words for one holder are among those for the other: ``the army spokesman``, ``the army``."""
        sources = [one.attribution.source for one in (self, other) if one.attribution and one.attribution.source]
        return len(sources) == 2 and sources[0].overlaps(sources[1])

    def within(self, other: Proposition) -> bool:
        """Whether it stands inside the words of the other."""
        return any(wide.covers(narrow) for wide in other.spans for narrow in self.spans)


def _cue(attribution: Attribution | None) -> str:
    return " ".join(span.exact for span in attribution.cue) if attribution else ""


def denial(cue: str) -> bool | None:
    """Whether the words of a cue say no to what they introduce; ``None`` for ``did not deny``."""
    lists = comparing_words()
    words = plain_words(cue)
    says_no = any(lemma(word, lists.denials) for word in words)
    says_no = says_no or any(phrase in cue.lower() for phrase in lists.denial_phrases)
    if not lists.negations.intersection(words):
        return says_no
    return True if not says_no and any(lemma(word, lists.opinions) for word in words) else None


def may_be_one(one: Proposition, other: Proposition) -> bool:
    """Whether two holders without a name may be the same people: ``officials``, ``senior officials``."""
    names = (plain_words(one.name), plain_words(other.name))
    return not (one.named and other.named) and names[0][-1:] == names[1][-1:]


def tells_of_claims(one: Proposition) -> bool:
    """Whether the words that say who said it are a noun for what others say: ``despite reports of``."""
    words = plain_words(" ".join(span.exact for span in one.frame))
    return any(lemma(word, comparing_words().claims) for word in words)


def states(unit: Unit) -> bool:
    """Whether a sentence says something of what it names; a list of names says nothing to be agreed with or denied."""
    stating = comparing_words().stating
    words = plain_words(unit.span.exact)
    return any(word in stating or word.endswith(("ed", "ing")) or next(bases(word)) != word for word in words)


def is_clause(unit: Unit) -> bool:
    """Whether a sentence has a verb of its own: ``the new rules`` can be opposed, only a clause can be denied."""
    words = plain_words(unit.span.exact)
    finite = comparing_words().stating - comparing_words().unfinished
    return any(word in finite or word.endswith("ed") or next(bases(word)) != word for word in words)


def asks(unit: Unit) -> bool:
    """Whether a sentence asks or leaves open what it speaks of: ``whether the road is safe``."""
    return unit.span.exact.rstrip("”’\"' ").endswith("?") or "whether" in plain_words(unit.span.exact)


def modal(unit: Unit) -> bool:
    """Whether a sentence speaks of what may, will or would be."""
    return bool(comparing_words().modals.intersection(plain_words(unit.span.exact)))


def propositions(findings: Findings) -> tuple[Proposition, ...]:
    """Return the claims of a report, made comparable, in the order of the text.

    Each attribution gives one on its whole content, each claim of an event one on that event.
    """
    names = _names(findings)
    attributions = {one.id: one for one in findings.attributions}
    events = {one.id: one for one in findings.events}
    text = findings.report.text
    made = [
        Proposition(findings, claim, attribution, None, tuple(_units(text, attribution.content, names)))
        for attribution in findings.attributions
        if attribution.content and (claim := _claim_of(attribution, findings.claims))
    ]
    made += [
        Proposition(findings, claim, attributions.get(claim.attribution or ""), events[claim.event], ())
        for claim in findings.claims
        if claim.event in events and claim.spans
    ]
    return tuple(sorted(made, key=lambda one: (one.extent, one.claim.id)))


def _claim_of(attribution: Attribution, claims: Sequence[Claim]) -> Claim | None:
    """Return the claim that stands for an attribution's content: the one on no event, else the one with most words."""
    own = [claim for claim in claims if claim.attribution == attribution.id]
    plain = [claim for claim in own if claim.event is None]
    return next(iter(plain), max(own, key=_length, default=None))


def _length(claim: Claim) -> int:
    return sum(span.end - span.start for span in claim.spans)


def _names(findings: Findings) -> tuple[tuple[Span, str], ...]:
    """Return the mentions of named parties with the name of each, in the order of the text."""
    mentions = (
        (span, party.name)
        for party in findings.parties
        if party.type is not PartyType.PEOPLE
        for span in party.mentions
    )
    return tuple(sorted(mentions, key=lambda pair: (pair[0].start, -pair[0].end)))


def name_stem(name: str) -> str:
    """Return what stands for a party among stems, the same in every report that calls it so."""
    return f"@{name.lower()}"


def _units(text: str, spans: Sequence[Span], names: tuple[tuple[Span, str], ...]) -> Iterator[Unit]:
    for span in spans:
        for start, end in sentences(text, span.start, span.end):
            words = tuple(_with_names(text, start, end, names))
            if words:
                yield Unit(Span.of(text, start, end), words)


def _with_names(text: str, start: int, end: int, names: tuple[tuple[Span, str], ...]) -> Iterator[Word]:
    """Yield the weighty words of a sentence, the mentions of a party as one word each."""
    inside = [(span, name) for span, name in names if start <= span.start and span.end <= end]
    covered = -1
    for span, name in inside:
        if span.start >= covered:
            covered = span.end
            yield Word(name_stem(name), span.start, span.end, name)
    for word in weighty(text, start, end):
        if not any(span.start <= word.start < span.end for span, _ in inside):
            yield word


ANAPHOR = re.compile(
    r"^\W*(?:(?:the|this|these|those|that|such|any|all|his|her|its|their|both)\s+)*([\w’'-]+\s+)?([\w-]+)\W*$"
)
"""A determiner or several, perhaps an adjective, and a noun."""


def pointer(proposition: Proposition) -> str | None:
    """Return the word by which a content only points at what another said: ``the allegations``, ``this``.

    ``the ministry's account`` points at the ministry, wherever it spoke, and not at what stands before it.
    """
    words = " ".join(span.exact for span in proposition.spans)
    match = ANAPHOR.match(words)
    if match is None or (match[1] and match[1].strip().endswith(("’s", "'s"))):
        return None
    lists, last = comparing_words(), match[2].lower()
    alone = len(WORD.findall(words)) == 1
    if alone:
        return last if last in lists.pronouns else lemma(last, lists.claims)
    return lemma(last, lists.claims) or (None if match[1] else lemma(last, lists.proposals))
