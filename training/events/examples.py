"""An example: a text as words, with all that the corpora say of its events."""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from training.reader.batches import is_held_out

Slots = tuple[frozenset[int] | None, ...]
"""For each of ``labels.SLOTS`` the main words of what fills it: none where nothing in the sentence does, ``None`` where
that is not known."""


class Marked(NamedTuple):
    """An event that someone marked: its main word, all its words, its type (``None``: PLOVER has none) and slots."""

    at: int
    words: frozenset[int]
    type: str | None
    slots: Slots


class Root(NamedTuple):
    """The type of the main event of words ``first`` to ``last`` (exclusive); which of them tell of it, no one marked.

    ``slots`` are those of the event, if they are known.
    """

    type: str
    first: int
    last: int
    slots: Slots | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A text with all that is known of it.

    ``words`` are (start, end) in the text; of each word, ``sentences`` has the number of its sentence. ``happening``
    are the words that tell of something that happens, ``factual`` words with how certain the author is of what they
    tell (-3 … 3), ``cases`` how each word was printed (``labels.CASES``) before its shape was made one of capitals.
    """

    id: str
    corpus: str
    words: tuple[tuple[int, int], ...]
    pieces: tuple[tuple[int, ...], ...]
    shapes: tuple[int, ...]
    tags: tuple[str, ...]
    sentences: tuple[int, ...]
    events: tuple[Marked, ...] = ()
    roots: tuple[Root, ...] = ()
    happening: tuple[int, ...] = ()
    factual: tuple[tuple[int, float], ...] = ()
    cases: tuple[int, ...] = ()

    def may_tell(self, i: int) -> bool:
        """Whether a word is of a kind that events are told by: verb, common noun or adjective."""
        return self.tags[i][0] == "V" or self.tags[i] in ("NN", "NNS", "JJ")

    def may_fill(self, i: int) -> bool:
        """Whether a word is of a kind that can be the main word of an actor, recipient or place."""
        return self.tags[i][:2] in ("NN", "PR", "WP", "CD", "DT", "JJ", "WD")


def folder(cache: Path) -> Path:
    """Return where the examples of events are kept in a cache."""
    return cache / "events"


def load(cache: Path, name: str, one_in: int = 0, held: bool = False) -> list[Example]:
    """Return a corpus's examples that are trained on, or those that are held out: one in so many by MD5."""
    examples: list[Example] = pickle.loads((folder(cache) / f"{name}.pkl").read_bytes())
    return [one for one in examples if is_held_out(one.id, one_in) == held]
