"""How well is found who said what, in what way, to whom and when, against statements that people wrote down.

Precision, recall and F1 over all reports. A statement is found where the content shares at least half of its words with
the marked one (Jaccard index), one to one, the one with most in common first.

- ``linked``: found, with the right speaker. The main figure.
- ``detected``: found.
- the fields, of the statements that were found: recall is the share that is right of those marked, precision the share
  that is right of those given. ``source`` (half of the words, or none on both sides), ``speaker``, ``quote_type``,
  ``speech_act`` (any that is right for the marked kind), ``exact_act`` (the marked one), ``channel``, ``addressee``,
  ``outlet`` (or through whom it passed), ``said_on`` (the value, or the words where no value is marked), ``said_at``,
  ``condition``.

A speaker is right where party and marked entity share a name and the party shares more names with no other entity: one
party that holds everybody is right for one of them. A speaker whom no one names is none, or a party of the type people.
Names are compared without case, dots, articles and possessives; pronouns are no names.
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.evaluate.counts import NOTHING, Counts, Tally
from sayso.evaluate.matching import overlap, pairs
from sayso.evaluate.names import alike, called, names, normal
from sayso.evaluate.statements import ACTS, Gold, Statement, When
from sayso.evaluate.words import Words
from sayso.model import Attribution, Findings, PartyType, Reference, Span, Time

ENOUGH = 0.5
"""Least share of common words (Jaccard index) of two spans that are taken for the same."""
CHANNELS = tuple(
    frozenset(group.split(", "))
    for group in (
        "tweet, social media, social media post, post, twitter",
        "op ed, opinion, opinion piece, article",
        "press conference, news conference, briefing, press briefing, remarks to reporters",
        "official statement, statement, written statement, press release, communique, communiqué",
        "video, video statement, video message, recording, audio",
        "report, document, budget document, official document",
        "speech, address, remarks, summit, sermon",
        "testimony, hearing, court, parliament",
    )
)
"""Channels that are taken for the same; others must be equal."""


@dataclass(frozen=True, slots=True)
class Score(Tally):
    """The counts of each figure."""

    linked: Counts = NOTHING
    detected: Counts = NOTHING
    source: Counts = NOTHING
    speaker: Counts = NOTHING
    quote_type: Counts = NOTHING
    speech_act: Counts = NOTHING
    exact_act: Counts = NOTHING
    channel: Counts = NOTHING
    addressee: Counts = NOTHING
    outlet: Counts = NOTHING
    said_on: Counts = NOTHING
    said_at: Counts = NOTHING
    condition: Counts = NOTHING


def score(gold: Gold, findings: Findings) -> Score:
    """Return how the attributions that were found in ``gold.text`` agree with the marked statements."""
    judge = _Judge(gold, findings)
    marked, found = gold.statements, findings.attributions
    met = pairs(marked, found, judge.content)
    linked = pairs(marked, found, lambda one, other: judge.content(one, other) * judge.speaker(one, other))
    sizes = len(found), len(marked)
    total = Score(linked=Counts(len(linked), *sizes), detected=Counts(len(met), *sizes))
    for i, j in met:
        total += judge.fields(marked[i], found[j])
    return total


class _Judge:
    """Compares the findings in a report with its gold."""

    def __init__(self, gold: Gold, findings: Findings) -> None:
        self.findings, self.words = findings, Words(gold.text)
        self.entities = {entity.id: names([entity.name, *entity.also]) for entity in gold.entities}
        self.known = {party.id: called(party) for party in findings.parties}

    def content(self, statement: Statement, attribution: Attribution) -> float:
        """How much of the contents is shared; 0 where that is not enough."""
        marked = self.words.of((one.start, one.end) for one in statement.content)
        found = self.words.of(map(_range, attribution.content))
        close = overlap(marked, found) if marked & found else 0
        return close if close >= ENOUGH else 0

    def source(self, statement: Statement, attribution: Attribution) -> bool:
        """Whether the sources share enough words, or both are missing."""
        marked = [(statement.source.start, statement.source.end)] if statement.source else []
        found = [_range(attribution.source)] if attribution.source else []
        return overlap(self.words.of(marked), self.words.of(found)) >= ENOUGH

    def speaker(self, statement: Statement, attribution: Attribution) -> bool:
        """Whether the speaker is the right party."""
        party = self.findings.party(attribution.speaker)
        if statement.speaker is None:
            return party is None or party.type == PartyType.PEOPLE
        mine = self.known.get(attribution.speaker or "", frozenset())
        shared = len(mine & self.entities.get(statement.speaker, frozenset()))
        return 0 < shared >= max((len(mine & entity) for entity in self.entities.values()), default=0)

    def fields(self, statement: Statement, attribution: Attribution) -> Score:
        """Return the counts of each field of a statement that was found."""
        act, marked = attribution.speech_act, statement
        return Score(
            source=_always(True, self.source(statement, attribution)),
            speaker=_always(True, self.speaker(statement, attribution)),
            quote_type=_always(marked.mode is not None, attribution.quote_type == marked.mode),
            speech_act=_always(marked.kind is not None, act in ACTS.get(marked.kind or "", ())),
            exact_act=_always(marked.act is not None, act == marked.act),
            channel=self._channel(marked.channel, attribution.channel),
            addressee=self._addressee(statement, attribution.addressee),
            outlet=self._outlet(statement, attribution),
            said_on=self._said_on(statement.time, attribution.said_on),
            said_at=self._said_at(statement, attribution.said_at),
            condition=self._condition(statement, attribution),
        )

    def _channel(self, marked: str | None, found: str | None) -> Counts:
        right = marked is not None and found is not None and same_channel(marked, found)
        return _counts(found is not None, marked is not None, right)

    def _addressee(self, statement: Statement, found: Reference | None) -> Counts:
        marked = self._spelled(statement.audience)
        return _counts(found is not None, bool(marked), found is not None and alike(self._called(found), marked))

    def _outlet(self, statement: Statement, attribution: Attribution) -> Counts:
        marked = self._spelled(statement.outlet or statement.via_outlet)
        passed = frozenset[str]().union(*map(self._called, attribution.via))
        right = alike(self.known.get(attribution.outlet or "", frozenset()) | passed, marked)
        return _counts(right or attribution.outlet is not None, bool(marked), right)

    def _said_on(self, marked: When | None, found: str | None) -> Counts:
        time = self.findings.time(found)
        right = marked is not None and time is not None and _same_time(marked, time)
        return _counts(time is not None, marked is not None, right)

    def _said_at(self, statement: Statement, found: str | None) -> Counts:
        place, marked = self.findings.place(found), self._spelled(statement.place)
        return _counts(place is not None, bool(marked), alike(called(place), marked))

    def _condition(self, statement: Statement, attribution: Attribution) -> Counts:
        marked, found = statement.condition, attribution.condition
        right = marked is not None and found is not None and alike(names([found.if_.exact]), names([marked.words]))
        return _counts(found is not None, marked is not None, right)

    def _spelled(self, who: str | None) -> frozenset[str]:
        """Return what an entity is called; words that are no entity's id are the name themselves."""
        return self.entities.get(who or "") or names([who])

    def _called(self, reference: Reference) -> frozenset[str]:
        """Return what someone who is referred to is called, by the words and by the party."""
        return self.known.get(reference.party or "", frozenset()) | names([reference.span.exact])


def same_channel(one: str, other: str) -> bool:
    """Whether two channels are the same, or of one group."""
    both = {normal(channel.replace("-", " ")) for channel in (one, other)}
    return len(both) == 1 or any(both <= group for group in CHANNELS)


def _same_time(marked: When, found: Time) -> bool:
    if marked.value:
        return found.value == marked.value
    return alike(names([found.span.exact]), names([marked.words]))


def _counts(found: bool, marked: bool, right: bool) -> Counts:
    """Return a field's counts for one statement: whether it is given, is marked, and is right."""
    return Counts(int(found and marked and right), int(found), int(marked))


def _always(marked: bool, right: bool) -> Counts:
    """Return the counts of a field that every attribution has, where it is marked."""
    return _counts(marked, marked, right)


def _range(span: Span) -> tuple[int, int]:
    return span.start, span.end
