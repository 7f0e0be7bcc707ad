"""Making a report's words safe to show: no character of a report may steer a terminal or break a page."""

from __future__ import annotations

import re
from html import escape

# C0 without tab and line break, DEL, C1, line and paragraph separator, bidirectional embeddings, overrides and
# isolates, lone surrogates, the byte-order mark and the other non-characters.
HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
PICTURES = 0x2400
"""Unicode block with a visible picture of each C0 control character."""


def visible(text: str) -> str:
    """Return text with every control character made visible: ESC is shown as ``␛``, U+202E as ``�``.

    The length stays the same. Marks that only order right-to-left text (U+200E, U+200F, U+061C) are left alone.
    """
    return HARMFUL.sub(_picture, text)


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(PICTURES + code)
    return "␡" if code == 0x7F else "\ufffd"


def escaped(text: str) -> str:
    """Return text as the content of an HTML element, visible and without markup."""
    return escape(visible(text), quote=False)
