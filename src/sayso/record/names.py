"""Names made comparable: case, accents, possessives, articles and punctuation do not count."""

from __future__ import annotations

import re
import unicodedata

POSSESSIVE = re.compile(r"(?<=[\w.])(?:['’ʼ]s|(?<=s)['’ʼ])(?!\w)")
DOTTED = re.compile(r"(?<=\w)\.(?=\w\b)|(?<=\b\w)\.(?!\w)")
NOT_WORD = re.compile(r"[\W_]+")
ARTICLE = re.compile(r"^(?:the|an?) (?=\w)")
UNDECOMPOSED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ʼ": "'"})
"""Letters that carry a mark but have no Unicode decomposition."""


def fold(name: str) -> str:
    """Return a name to compare: ``The U.S.`` as ``us``, ``Gülen's`` as ``gulen``, ``al-Assad`` as ``al assad``."""
    lowered = POSSESSIVE.sub("", name.casefold()).translate(UNDECOMPOSED)
    bare = "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))
    words = NOT_WORD.sub(" ", DOTTED.sub("", bare)).strip()
    return ARTICLE.sub("", words)


def is_named(wanted: str, *names: str) -> bool:
    """Whether one of the names holds the words of ``wanted``: ``Lena Orsk`` holds ``Orsk``, ``Orskland`` does not.

    Case, accents, possessives, articles and punctuation do not count.
    """
    folded = fold(wanted)
    return bool(folded) and any(f" {folded} " in f" {fold(name)} " for name in names)
