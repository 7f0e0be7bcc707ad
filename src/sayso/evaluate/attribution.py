"""How well attributions are found: source, cue and content against marked ones.

Three figures, each as precision, recall and F1 over all reports together (micro-averaged):

- ``linked``: an attribution is right where its content and its source each share at least half of their words with
  the marked one (Jaccard index; two sources that are both missing agree). The main figure.
- ``detected``: the same for the content alone.
- ``strict``: an attribution is right where source, cue and content are the very same words.

Words are runs of letters and digits; punctuation does not count. Attributions are matched one to one, the pair with
the greatest overlap of content first. The gold has the shape of PolNeAR (Newell, Margolin and Ruths 2018) as JSON
lines; the half-overlap criterion is the usual one for attribution (Pareti 2015 and after).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

import msgspec

from sayso.errors import BadLine
from sayso.model import Attribution, Span

WORD = re.compile(r"\w+")
ENOUGH = 0.5
"""Least share of common words (Jaccard index) of two spans that are taken for the same."""

Fragments = tuple[tuple[int, int], ...]


class Marked(msgspec.Struct, frozen=True):
    """A marked attribution: the fragments (start, end) of each part, in code points."""

    source: Fragments = ()
    cue: Fragments = ()
    content: Fragments = ()


class Gold(msgspec.Struct, frozen=True):
    """A report with the attributions that people marked in it."""

    id: str
    text: str
    attributions: tuple[Marked, ...]


class Quoted(msgspec.Struct, frozen=True):
    """A marked attribution by its words: where these stand first in the text, or, of the source, nearest to the cue."""

    source: str | None = None
    cue: tuple[str, ...] = ()
    content: tuple[str, ...] = ()


class QuotedGold(msgspec.Struct, frozen=True):
    """A report with its attributions by their words, as people write down short texts."""

    id: str
    text: str
    attributions: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Worded:
    """The words of an attribution's parts, each word by its number in the text."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were right, were found and were marked."""

    right: int = 0
    found: int = 0
    marked: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.right + other.right, self.found + other.found, self.marked + other.marked)

    @property
    def precision(self) -> float:
        """Share of the found ones that are right; 0 where none was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the marked ones that were found right; 0 where none was marked."""
        return self.right / self.marked if self.marked else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.marked) if self.found + self.marked else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """The counts of each figure."""

    linked: Counts = Counts()
    detected: Counts = Counts()
    strict: Counts = Counts()

    def __add__(self, other: Score) -> Score:
        return Score(self.linked + other.linked, self.detected + other.detected, self.strict + other.strict)


def gold_of(line: bytes | str) -> Gold:
    """Return a line of a gold file, with parts as places or as words. Raises ``BadLine`` where it has another shape."""
    try:
        return msgspec.json.decode(line, type=Gold)
    except (msgspec.MsgspecError, UnicodeError) as error:
        try:
            return _placed(msgspec.json.decode(line, type=QuotedGold))
        except (msgspec.MsgspecError, UnicodeError):
            raise BadLine(
                f"{error}. A line of gold is "
                '{"id", "text", "attributions": [{"source": [[start, end]], "cue": ..., "content": ...}]}; '
                "instead of their places, the words may be given."
            ) from error


def _placed(gold: QuotedGold) -> Gold:
    """Return gold with the places of its words. Raises ``BadLine`` for words that the text does not have."""

    def marked(one: Quoted) -> Marked:
        cue, content = (tuple(_place(piece, gold.text) for piece in part) for part in (one.cue, one.content))
        near = cue[0][0] if cue else 0
        return Marked((_place(one.source, gold.text, near),) if one.source else (), cue, content)

    return Gold(gold.id, gold.text, tuple(map(marked, gold.attributions)))


def _place(piece: str, text: str, near: int = 0) -> tuple[int, int]:
    """Return where words stand nearest to a place of the text."""
    starts = [match.start() for match in re.finditer(re.escape(piece), text)]
    if not starts:
        raise BadLine(f'"{piece}" does not stand in the text. Give the words as the text has them.')
    start = min(starts, key=lambda start: abs(start - near))
    return start, start + len(piece)


def score(gold: Gold, attributions: Iterable[Attribution]) -> Score:
    """Return how the attributions that were found in ``gold.text`` agree with the marked ones."""
    words = Words(gold.text)
    marked = [words.of(one.source, one.cue, one.content) for one in gold.attributions]
    found = [words.of(*map(_fragments, _parts(one))) for one in attributions]
    detected = pairs(marked, found, _same_content)
    linked = pairs(marked, found, lambda one, other: _same_content(one, other) and _same_source(one, other))
    strict = pairs(marked, found, lambda one, other: one == other)
    return Score(*(Counts(right, len(found), len(marked)) for right in (linked, detected, strict)))


class Words:
    """The words of a text by their numbers."""

    def __init__(self, text: str) -> None:
        """Number the words of ``text``."""
        starts, ends = [0] * (len(text) + 1), [0] * (len(text) + 1)
        for word in WORD.finditer(text):
            starts[word.start()] += 1
            ends[word.end()] += 1
        self._begun, self._ended = list(accumulate(starts)), list(accumulate(ends))

    def of(self, *parts: Fragments) -> Worded:
        """Return the words of source, cue and content."""
        source, cue, content = (frozenset(n for piece in part for n in self._between(*piece)) for part in parts)
        return Worded(source, cue, content)

    def _between(self, start: int, end: int) -> range:
        """Return the numbers of the words that share a code point with the text from ``start`` to ``end``."""
        if end <= start:
            return range(0)
        last = len(self._begun) - 1
        return range(self._ended[min(max(start, 0), last)], self._begun[min(end - 1, last)])


def pairs(marked: Sequence[Worded], found: Sequence[Worded], same: Callable[[Worded, Worded], bool]) -> int:
    """Return how many marked and found attributions are the same, each counted once, the best overlap first."""
    candidates = sorted(
        (-overlap(one.content, other.content), i, j)
        for i, one in enumerate(marked)
        for j, other in enumerate(found)
        if one.content & other.content and same(one, other)
    )
    used_marked: set[int] = set()
    used_found: set[int] = set()
    for _, i, j in candidates:
        if i not in used_marked and j not in used_found:
            used_marked.add(i)
            used_found.add(j)
    return len(used_marked)


def overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """Return the Jaccard index of two sets of words; 1 where both are empty."""
    return len(one & other) / len(one | other) if one or other else 1.0


def _same_content(one: Worded, other: Worded) -> bool:
    return overlap(one.content, other.content) >= ENOUGH


def _same_source(one: Worded, other: Worded) -> bool:
    return overlap(one.source, other.source) >= ENOUGH


def _parts(attribution: Attribution) -> tuple[tuple[Span, ...], ...]:
    source = (attribution.source,) if attribution.source else ()
    return source, attribution.cue, attribution.content


def _fragments(spans: tuple[Span, ...]) -> Fragments:
    return tuple((span.start, span.end) for span in spans)
