"""An example: a text as words, with all that the corpora and the parser know of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Told:
    """An attribution as sets of word indices; ``act`` is None where no one gave it."""

    cue: frozenset[int]
    source: frozenset[int]
    content: frozenset[int]
    act: str | None = None
    nested: bool = False


@dataclass(slots=True)
class Example:
    """A text with all that is known of it. ``parties`` is None where the corpus does not mark them, as is ``told``.

    ``parties`` are (first, last, types it may be); ``clusters`` lists of (first, last, head).
    """

    id: str
    corpus: str
    words: list[tuple[int, int]]
    pieces: list[tuple[int, ...]]
    shapes: list[int]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    begins: list[bool]
    told: list[Told] | None = None
    parties: list[tuple[int, int, tuple[str, ...]]] | None = None
    clusters: list[list[tuple[int, int, int]]] | None = None
    extra: dict[str, Any] = field(default_factory=dict)
