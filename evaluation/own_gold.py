"""Scores the reader on ``own/attributions.jsonl``: short invented texts, one for each way of saying who said what.

An attribution is found when the words of its content and those expected share at least half of their union (as PolNeAR
is scored), and linked when the words of its source do too. The other fields are judged on the attributions found.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

import msgspec

from sayso.model import Attribution, Findings, Span

OWN = Path(__file__).parent / "own" / "attributions.jsonl"


class ExpectedCondition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of a condition and of what hangs on it."""

    if_: str = msgspec.field(name="if")
    then: str


class Expected(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An attribution that a careful reader finds; spans are given by their words, ``parent`` by its number."""

    source: str | None
    cue: tuple[str, ...]
    content: tuple[str, ...]
    speaker: str | None
    quote_type: str
    speech_act: str
    addressee: str | None = None
    via: tuple[str, ...] = ()
    channel: str | None = None
    outlet: str | None = None
    said_on: str | None = None
    said_at: str | None = None
    parent: int | None = None
    condition: ExpectedCondition | None = None


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A short text with all the attributions in it, and the pattern that it stands for."""

    id: str
    pattern: str
    published: str
    text: str
    attributions: tuple[Expected, ...]


def cases() -> tuple[Case, ...]:
    """Return the cases in the order of the file."""
    return tuple(msgspec.json.decode(line, type=Case) for line in OWN.read_bytes().splitlines())


def words(text: str, spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    """Return where the words of these spans start, so that a word said twice is two words."""
    starts = [match.span() for match in re.finditer(r"\w+", text)]
    return frozenset(a for start, end in spans for a, b in starts if a < end and b > start)


def likeness(these: frozenset[int], those: frozenset[int]) -> float:
    """Return the Jaccard index of two sets of words; two empty ones are alike."""
    return len(these & those) / len(these | those) if these or those else 1.0


def normal(name: str) -> str:
    """Return a name without article, possessive, dots and capitals."""
    return re.sub(r"\.|['’]s$|^(?:the|an?|this|these) ", "", name.lower())


class Judge:
    """Compares what was found in one text with what was expected."""

    def __init__(self, case: Case, findings: Findings) -> None:
        """Pair each expected attribution with the one found that is most like it."""
        self.case, self.findings = case, findings
        self.pairs = list(self._pair())

    def _pair(self) -> Iterator[tuple[Expected, Attribution]]:
        left = list(self.findings.attributions)
        for expected in self.case.attributions:
            close = [(self.content_likeness(expected, one), -n) for n, one in enumerate(left)]
            best, at = max(close, default=(0.0, 0))
            if best >= 0.5:
                yield expected, left.pop(-at)

    def content_likeness(self, expected: Expected, attribution: Attribution) -> float:
        """Return how alike the contents are, with a little added where the cue is the same."""
        like = likeness(self.expected_words(expected.content), self.found_words(attribution.content))
        same_cue = self.expected_words(expected.cue) & self.found_words(attribution.cue)
        return like + 0.01 * bool(same_cue) if like >= 0.5 else 0.0

    def expected_words(self, pieces: Iterable[str]) -> frozenset[int]:
        """Return the words of pieces of the text given as strings."""
        text = self.case.text
        return words(text, ((text.index(piece), text.index(piece) + len(piece)) for piece in pieces))

    def found_words(self, spans: Iterable[Span]) -> frozenset[int]:
        """Return the words of spans."""
        return words(self.case.text, ((span.start, span.end) for span in spans))

    def names(self, party_id: str | None) -> set[str]:
        """Return all that a party is called."""
        party = self.findings.party(party_id)
        called = (party.name, *party.aliases, *(mention.exact for mention in party.mentions)) if party else ()
        return {normal(name) for name in called}

    def source(self, expected: Expected, attribution: Attribution) -> bool:
        """Whether the source is the expected one."""
        spans = (attribution.source,) if attribution.source else ()
        return likeness(self.expected_source(expected), self.found_words(spans)) >= 0.5

    def expected_source(self, expected: Expected) -> frozenset[int]:
        """Return the words of the expected source: of those places where they stand, the one nearest to the cue."""
        text, source = self.case.text, expected.source
        if source is None:
            return frozenset()
        cue = text.index(expected.cue[0]) if expected.cue else 0
        starts = (match.start() for match in re.finditer(re.escape(source), text))
        start = min(starts, key=lambda start: abs(start - cue))
        return words(text, [(start, start + len(source))])

    def speaker(self, expected: Expected, attribution: Attribution) -> bool:
        """Whether the speaker is the expected party; someone unnamed may be a party of type people."""
        if expected.speaker is not None:
            return normal(expected.speaker) in self.names(attribution.speaker)
        party = self.findings.party(attribution.speaker)
        return party is None or party.type == "people"

    def addressee(self, expected: Expected, attribution: Attribution) -> bool:
        """Whether the addressee's words are the expected ones, or name the same."""
        found = attribution.addressee
        if found is None or expected.addressee is None:
            return found is None and expected.addressee is None
        return normal(expected.addressee) in {normal(found.span.exact), *self.names(found.party)}

    def via(self, expected: Expected, attribution: Attribution) -> bool:
        """Whether it passed through the expected reports or outlets."""
        return {normal(name) for name in expected.via} == {normal(one.span.exact) for one in attribution.via}

    def outlet(self, expected: Expected, attribution: Attribution) -> bool:
        """Whether the outlet is the expected one."""
        return normal(expected.outlet or "") in (self.names(attribution.outlet) or {""})

    def said_on(self, expected: Expected, attribution: Attribution) -> bool:
        """Whether it was said on the expected day."""
        time = self.findings.time(attribution.said_on)
        return (time.value if time else None) == expected.said_on

    def said_at(self, expected: Expected, attribution: Attribution) -> bool:
        """Whether it was said at the expected place."""
        place = self.findings.place(attribution.said_at)
        return (place.name if place else None) == expected.said_at

    def parent(self, expected: Expected, attribution: Attribution) -> bool:
        """Whether it stands inside the expected attribution."""
        if expected.parent is None:
            return attribution.parent is None
        outer = self.case.attributions[expected.parent]
        return attribution.parent in [found.id for wanted, found in self.pairs if wanted is outer]

    def condition(self, expected: Expected, attribution: Attribution) -> bool:
        """Whether the condition has the expected words."""
        found, wanted = attribution.condition, expected.condition
        if found is None or wanted is None:
            return found is None and wanted is None
        return likeness(self.expected_words((wanted.if_,)), self.found_words((found.if_,))) >= 0.5

    def same(self, field: str, expected: Expected, attribution: Attribution) -> bool:
        """Whether a field that is a plain value is the same."""
        return bool(getattr(expected, field) == getattr(attribution, field))


FIELDS = (
    "source", "speaker", "quote_type", "speech_act", "addressee", "via", "channel", "outlet", "said_on", "said_at",
    "parent", "condition",
)  # fmt: skip
PLAIN = frozenset({"quote_type", "speech_act", "channel"})


def score(read: Iterable[tuple[Case, Findings]]) -> dict[str, float]:
    """Return scores in percent: F1 of attributions found and linked, and each field's accuracy among those found."""
    counts: Counter[str] = Counter()
    for case, findings in read:
        judge = Judge(case, findings)
        counts.update(expected=len(case.attributions), given=len(findings.attributions), found=len(judge.pairs))
        counts["linked"] += sum(judge.source(*pair) for pair in judge.pairs)
        for field in FIELDS:
            right = partial(judge.same, field) if field in PLAIN else getattr(judge, field)
            counts[field] += sum(right(*pair) for pair in judge.pairs)
    return _percent(counts)


def _percent(counts: Counter[str]) -> dict[str, float]:
    both = counts["expected"] + counts["given"]
    f1 = {name: 200 * counts[name] / both if both else 0.0 for name in ("found", "linked")}
    return f1 | {field: 100 * counts[field] / counts["found"] if counts["found"] else 0.0 for field in FIELDS}
