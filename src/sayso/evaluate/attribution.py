"""How well attributions are found: source, cue and content against marked ones.

Figures, each as precision, recall and F1 over all reports together (micro-averaged):

- ``linked``: an attribution is right where its content and its source each share at least half of their words with
  the marked one (Jaccard index; two sources that are both missing agree). The main figure.
- ``detected``: the same for the content alone.
- ``strict``: an attribution is right where source, cue and content are the very same words.
- ``source``, ``cue``, ``content``: the different spans of this part in a report, right where they are the very same
  words and punctuation marks, as spans are usually counted (exact match).
- ``direct``, ``mixed``, ``indirect``: ``linked`` among those of which all, some or none of the words of the content
  stand in quote marks: recall over the marked ones, precision over the found ones.
- ``reporting``, ``other_cue``: ``linked`` among those whose cue plainly tells of speech or writing
  (``sayso.vocab.reporting``) and those with any other cue, or none.
- ``no_source``: ``linked`` among those without a source.

Words are runs of letters and digits. Attributions are matched one to one, the pair with the greatest overlap of content
first. The gold has the shape of PolNeAR (Newell, Margolin and Ruths 2018) as JSON lines; the half-overlap criterion is
the usual one for attribution (Pareti 2015 and after). The calibration of the scores takes for right what is ``linked``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import msgspec

from sayso.errors import BadLine
from sayso.evaluate.calibration import UNSCORED, Calibration
from sayso.evaluate.counts import NEITHER, NOTHING, Counts, Sides, Tally
from sayso.evaluate.gold import Marked, decoded
from sayso.evaluate.matching import overlap, pairs
from sayso.evaluate.quotation import quote_type, quoted
from sayso.evaluate.words import TOKEN, Words
from sayso.model import Attribution, QuoteType, Span
from sayso.vocab.reporting import is_reporting

ENOUGH = 0.5
"""Least share of common words (Jaccard index) of two spans that are taken for the same."""
SHAPE = (
    '{"id", "text", "attributions": [{"source": [[start, end]], "cue": ..., "content": ...}]}; '
    "instead of their places, the words may be given"
)

Fragments = tuple[tuple[int, int], ...]


class Parts(msgspec.Struct, frozen=True):
    """A marked attribution: the fragments (start, end) of each part, in code points."""

    source: Fragments = ()
    cue: Fragments = ()
    content: Fragments = ()


class Gold(Marked, frozen=True):
    """A report with the attributions that people marked in it."""

    attributions: tuple[Parts, ...]


class Quoted(msgspec.Struct, frozen=True):
    """A marked attribution by its words: where these stand first in the text, or, of the source, nearest to the cue."""

    source: str | None = None
    cue: tuple[str, ...] = ()
    content: tuple[str, ...] = ()


class QuotedGold(Marked, frozen=True):
    """A report with its attributions by their words, as people write down short texts."""

    attributions: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Score(Tally):
    """The counts of each figure, and the calibration of the scores."""

    linked: Counts = NOTHING
    detected: Counts = NOTHING
    strict: Counts = NOTHING
    source: Counts = NOTHING
    cue: Counts = NOTHING
    content: Counts = NOTHING
    direct: Sides = NEITHER
    mixed: Sides = NEITHER
    indirect: Sides = NEITHER
    reporting: Sides = NEITHER
    other_cue: Sides = NEITHER
    no_source: Sides = NEITHER
    calibration: Calibration = UNSCORED


def gold_of(line: bytes | str) -> Gold:
    """Return a line of a gold file, with parts as places or as words. Raises ``BadLine`` where it has another shape."""
    try:
        return decoded(line, Gold, SHAPE)
    except BadLine as error:
        try:
            by_words = msgspec.json.decode(line, type=QuotedGold)
        except (msgspec.MsgspecError, UnicodeError):
            raise error from error.__cause__
        return _placed(by_words)


def _placed(gold: QuotedGold) -> Gold:
    """Return gold with the places of its words. Raises ``BadLine`` for words that the text does not have."""

    def parts(one: Quoted) -> Parts:
        cue, content = (tuple(_place(piece, gold.text) for piece in part) for part in (one.cue, one.content))
        near = cue[0][0] if cue else 0
        return Parts((_place(one.source, gold.text, near),) if one.source else (), cue, content)

    fields = {name: getattr(gold, name) for name in gold.__struct_fields__}
    return Gold(**fields | {"attributions": tuple(map(parts, gold.attributions))})


def _place(piece: str, text: str, near: int = 0) -> tuple[int, int]:
    """Return where words stand nearest to a place of the text."""
    starts = [match.start() for match in re.finditer(re.escape(piece), text)]
    if not starts:
        raise BadLine(f'"{piece}" does not stand in the text. Give the words as the text has them.')
    start = min(starts, key=lambda start: abs(start - near))
    return start, start + len(piece)


class _Text:
    """A text by its words, by its words and punctuation marks, and by what stands in quote marks."""

    def __init__(self, text: str) -> None:
        self.text, self.words, self.tokens, self.quoted = text, Words(text), Words(text, TOKEN), quoted(text)


class _Worded:
    """An attribution, marked or found, by the words of its parts."""

    def __init__(self, parts: Parts, text: _Text) -> None:
        self.parts, self.text = parts, text
        self.source, self.cue, self.content = (text.words.of(part) for part in (parts.source, parts.cue, parts.content))

    @cached_property
    def quote_type(self) -> QuoteType:
        spans, inside = self.text.words.spans, self.text.quoted
        return quote_type([inside[spans[word][0]] for word in sorted(self.content)])

    @cached_property
    def reporting(self) -> bool:
        return is_reporting(" ".join(self.text.text[start:end] for start, end in self.parts.cue))

    def like(self, other: _Worded) -> float:
        """How much of their contents is shared; 0 where that is not enough."""
        close = overlap(self.content, other.content) if self.content & other.content else 0
        return close if close >= ENOUGH else 0

    def linked(self, other: _Worded) -> float:
        """How much of their contents is shared; 0 where the sources share not enough."""
        return self.like(other) if overlap(self.source, other.source) >= ENOUGH else 0

    def same(self, other: _Worded) -> float:
        """How much of their contents is shared; 0 where the words of a part differ."""
        same = (self.source, self.cue, self.content) == (other.source, other.cue, other.content)
        return self.like(other) if same else 0


def score(gold: Gold, attributions: Sequence[Attribution]) -> Score:
    """Return how the attributions that were found in ``gold.text`` agree with the marked ones."""
    text = _Text(gold.text)
    marked = [_Worded(one, text) for one in gold.attributions]
    found = [_Worded(_parts(one), text) for one in attributions]
    linked = pairs(marked, found, _Worded.linked)
    reached, right = {i for i, _ in linked}, {j for _, j in linked}

    def among(kind: Callable[[_Worded], bool]) -> Sides:
        these, those = ({n for n, one in enumerate(side) if kind(one)} for side in (found, marked))
        return Sides(len(these & right), len(these), len(those & reached), len(those))

    return Score(
        linked=Counts(len(linked), len(found), len(marked)),
        detected=Counts(len(pairs(marked, found, _Worded.like)), len(found), len(marked)),
        strict=Counts(len(pairs(marked, found, _Worded.same)), len(found), len(marked)),
        source=_spans(text, marked, found, "source"),
        cue=_spans(text, marked, found, "cue"),
        content=_spans(text, marked, found, "content"),
        direct=among(lambda one: one.quote_type is QuoteType.DIRECT),
        mixed=among(lambda one: one.quote_type is QuoteType.MIXED),
        indirect=among(lambda one: one.quote_type is QuoteType.INDIRECT),
        reporting=among(lambda one: one.reporting),
        other_cue=among(lambda one: not one.reporting),
        no_source=among(lambda one: not one.source),
        calibration=Calibration.of((one.score, j in right) for j, one in enumerate(attributions)),
    )


def _spans(text: _Text, marked: Iterable[_Worded], found: Iterable[_Worded], part: str) -> Counts:
    """Return how the different spans of a part agree, punctuation marks included."""
    these, those = (
        {text.tokens.of(getattr(one.parts, part)) for one in side} - {frozenset()} for side in (found, marked)
    )
    return Counts(len(these & those), len(these), len(those))


def _parts(attribution: Attribution) -> Parts:
    source = (attribution.source,) if attribution.source else ()
    return Parts(*map(_fragments, (source, attribution.cue, attribution.content)))


def _fragments(spans: tuple[Span, ...]) -> Fragments:
    return tuple((span.start, span.end) for span in spans)
