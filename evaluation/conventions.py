"""Contents as PolNeAR marks them: with the ``that`` that opens them and the quote marks around them.

sayso leaves both out of a content (the machine interface says so). To compare exact extents, they are put back here:
only where they stand beside the content in the text.
"""

from __future__ import annotations

import json
import re
from typing import Any

THAT = re.compile(r"\bthat\s+$", re.IGNORECASE)
OPENING = re.compile(r"(?:[“\"„«‘]|''|``)\s?$")
CLOSING = re.compile(r"[,.!?;]?\s?(?:[”\"»’]|'')")


def as_polnear(line: bytes, text: str) -> bytes:
    """Return a line of ``sayso read --format jsonl`` as PolNeAR would have it, with its attributions alone."""
    found = json.loads(line)
    attributions = [
        {
            "source": [_span(one["source"])] if one["source"] else [],
            "cue": [_span(span) for span in one["cue"]],
            "content": [_widened(text, *_span(span)) for span in one["content"]],
        }
        for one in found["attributions"]
    ]
    return json.dumps({"id": found["report"]["id"], "attributions": attributions}).encode()


def _span(span: dict[str, Any]) -> tuple[int, int]:
    return span["start"], span["end"]


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a content with its quote marks, then with the ``that`` before it."""
    opening = OPENING.search(text, max(0, start - 3), start)
    closing = CLOSING.match(text, end) if not _is_closed(text, start, end) else None
    if opening:
        start = opening.start()
    if closing and (opening or _opens_inside(text, start, end)):
        end = closing.end()
    that = THAT.search(text, max(0, start - 8), start)
    return (that.start() if that else start), end


def _is_closed(text: str, start: int, end: int) -> bool:
    return text[end - 1] in '”»"' or text[max(start, end - 2) : end] == "''"


def _opens_inside(text: str, start: int, end: int) -> bool:
    inside = text[start:end]
    return inside.count("“") > inside.count("”") or inside.count('"') % 2 == 1 or inside.count("''") % 2 == 1
