"""What happened in a sentence, and who did it to whom: the PLOVER type of sentences with one marked event each (PLV).

The type found is that of the event with the highest score; where no event has a type, that of the attribution with the
highest score whose speech act counts as one.

- ``root_macro_f1``: mean F1 of the marked types. The main figure. ``root``: recall is the accuracy.
- ``quad_macro_f1``, ``quad``: the same for the quad classes, verbal or material cooperation or conflict.
- ``actor``, ``recipient``: share of the sentences in which a party of that event (or the speaker, the addressee) shares
  a word with the marked words; small words do not count.
- ``typed``: share of the sentences that are given a type at all.

The gold is JSON lines with ``root``, ``quad``, and the words ``source`` and ``target``. It may have YIELD, of an older
PLOVER, for both CONCEDE and RETREAT, which counts as material cooperation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import msgspec

from sayso.evaluate.classes import NO_CLASSES, Classes
from sayso.evaluate.counts import NOTHING, Counts, Row, Tally
from sayso.evaluate.gold import Marked, decoded
from sayso.evaluate.names import content_words
from sayso.model import Findings, SpeechAct
from sayso.vocab.definitions import plover, vocabulary

SHAPE = '{"id", "text", "root", "quad", "source", "target"}'
YIELD = "YIELD"
OLDER = {"CONCEDE": YIELD, "RETREAT": YIELD}


class Gold(Marked, frozen=True):
    """A sentence with its event: PLOVER type (root), quad class, and the words for who did it to whom."""

    root: str
    quad: str | int
    actor: str = msgspec.field(name="source")
    recipient: str = msgspec.field(name="target")


@dataclass(frozen=True, slots=True)
class Score(Tally):
    """The counts of each figure."""

    root: Classes = NO_CLASSES
    quad: Classes = NO_CLASSES
    actor: Counts = NOTHING
    recipient: Counts = NOTHING
    typed: Counts = NOTHING

    def rows(self) -> Iterator[Row]:
        """Yield the figures in order."""
        yield from (*self.root.rows("root"), *self.quad.rows("quad"))
        for name in ("actor", "recipient", "typed"):
            yield Row.of(name, getattr(self, name))


@dataclass(frozen=True, slots=True)
class _Told:
    """The one event of a sentence, as it was read: its type, and the ids of the parties."""

    root: str | None = None
    actors: tuple[str | None, ...] = ()
    recipients: tuple[str | None, ...] = ()


def gold_of(line: bytes | str) -> Gold:
    """Return a line of a gold file. Raises ``BadLine`` where it has another shape."""
    return decoded(line, Gold, SHAPE)


def score(gold: Gold, findings: Findings) -> Score:
    """Return how the event that was found in ``gold.text`` agrees with the marked one."""
    told = _told(findings)
    root = OLDER.get(told.root or "", told.root)
    return Score(
        root=Classes(((gold.root, root),)),
        quad=Classes(((str(gold.quad), _quads().get(root or "")),)),
        actor=_share(_named(gold.actor, told.actors, findings)),
        recipient=_share(_named(gold.recipient, told.recipients, findings)),
        typed=_share(root is not None),
    )


def _told(findings: Findings) -> _Told:
    events = [event for event in findings.events if event.type]
    if events:
        event = max(events, key=lambda event: event.score)
        return _Told(event.type, event.actors, event.recipients)
    acts = [one for one in findings.attributions if _types().get(one.speech_act)]
    if acts:
        act = max(acts, key=lambda one: one.score)
        addressee = act.addressee.party if act.addressee else None
        return _Told(_types()[act.speech_act], (act.speaker,), (addressee,))
    return _Told()


@lru_cache
def _types() -> dict[SpeechAct, str]:
    """Return the PLOVER types that speech acts count as."""
    return {SpeechAct(act.name): act.plover for act in vocabulary("speech_acts").values if act.plover}


@lru_cache
def _quads() -> dict[str, str]:
    """Return the quad class of each PLOVER type."""
    return {one.name: str(one.quad) for one in plover().types} | {YIELD: "2"}


def _named(words: str, ids: tuple[str | None, ...], findings: Findings) -> bool:
    """Whether one of the parties is called by one of the words; pronouns, too."""
    called = [
        name
        for party in findings.parties
        if party.id in ids
        for name in (party.name, *party.aliases, *(mention.exact for mention in party.mentions))
    ]
    return not content_words(words).isdisjoint(word for name in called for word in content_words(name))


def _share(right: bool) -> Counts:
    return Counts(int(right), 1, 1)
