"""re3d in the shape of GUM, so that one scorer serves both: tokens, sentences, mentions with their heads.

re3d marks whole phrases ("Iraqi President Fuad Masum") without heads; the head is taken to be the last word before a
comma, preposition or relative pronoun, with the capitalised words before it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TYPES = {"Person": "person", "Organisation": "organization", "Location": "place"}
WORD = re.compile(r"\w+(?:[-’']\w+)*|[^\w\s]")
AFTER_HEAD = frozenset(", ( of in at from for with on by to who which that whose where based called".split())


def as_gum(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the reports of a re3d file as rows of GUM's shape."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        words = list(WORD.finditer(row["text"]))
        tokens = [word.group() for word in words]
        entities = [entity for n, one in enumerate(row["entities"]) if (entity := _entity(n, one, words, tokens))]
        yield {
            "id": row["id"], "text": row["text"], "tokens": tokens, "offsets": [list(word.span()) for word in words],
            "sents": _sentences(row["text"], words), "entities": entities,
        }  # fmt: skip


def _entity(number: int, one: dict[str, Any], words: list[re.Match[str]], tokens: list[str]) -> dict[str, Any] | None:
    inside = [i for i, word in enumerate(words) if word.start() < one["end"] and word.end() > one["start"]]
    if not inside:
        return None
    heads = ",".join(str(n + 1) for n in _head([tokens[i] for i in inside]))
    kind = TYPES.get(one["type"], "object")
    return {"cluster": str(number), "type": kind, "minspan": heads, "tok": [inside[0], inside[-1] + 1]}


def _head(words: list[str]) -> range:
    cut = next((n for n, word in enumerate(words) if n and word.lower() in AFTER_HEAD), len(words))
    first = cut - 1
    while first and words[first][:1].isupper() and words[first - 1][:1].isupper():
        first -= 1
    return range(first, cut)


def _sentences(text: str, words: list[re.Match[str]]) -> list[list[int]]:
    """Return sentences as token ranges: they end with a full stop before a capital, and with a line."""
    starts = [0]
    for i in range(1, len(words)):
        between = text[words[i - 1].end() : words[i].start()]
        if "\n" in between or (words[i - 1].group() in ".?!" and words[i].group()[:1].isupper()):
            starts.append(i)
    return [[a, b] for a, b in zip(starts, [*starts[1:], len(words)], strict=True)]
