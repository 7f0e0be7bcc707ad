"""Which commitments are wanted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from sayso.compare.commitments import said
from sayso.model import Commitment, Party, Span, SpeechAct
from sayso.record.event_filter import within
from sayso.record.names import is_named


class Sifted(NamedTuple):
    """The commitments that pass, and how many more would if it were known when they were said."""

    commitments: tuple[Commitment, ...]
    undated: int


class CommitmentFilter(msgspec.Struct, frozen=True):
    """Which commitments are wanted; all that is given must hold.

    ``acts`` are speech acts, any of which will do; ``speaker`` and ``to`` match names by whole words, and, where there
    is none, the words that stand for one. ``since`` and ``until`` (ISO 8601 dates, months or years, both included) are
    compared with when it was said, or, where that is not known, with the date of the report.
    """

    acts: tuple[SpeechAct, ...] = ()
    speaker: str | None = None
    to: str | None = None
    since: str | None = None
    until: str | None = None

    def sift(self, commitments: Iterable[Commitment]) -> Sifted:
        """Return what passes, and how many more would if it were known when they were said."""
        passing = [one for one in commitments if self._admits(one)]
        if not (self.since or self.until):
            return Sifted(tuple(passing), 0)
        dated = [(one, when) for one in passing if (when := said(one))]
        inside = tuple(one for one, (first, last, _) in dated if within((first, last), self.since, self.until))
        return Sifted(inside, len(passing) - len(dated))

    def _admits(self, one: Commitment) -> bool:
        """Whether all but the period holds."""
        attribution = one.attribution
        to = attribution.addressee.span if attribution.addressee else None
        return (
            (not self.acts or attribution.speech_act in self.acts)
            and (self.speaker is None or is_named(self.speaker, *_names(one.speaker, attribution.source)))
            and (self.to is None or is_named(self.to, *_names(one.addressee, to)))
        )


def _names(party: Party | None, words: Span | None) -> Iterator[str]:
    """Yield the names of a party and the words for it."""
    if party:
        yield from (party.name, *party.aliases)
    if words:
        yield words.exact
