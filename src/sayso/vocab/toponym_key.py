"""The form under which place names are looked up: without case, accents, apostrophes and hyphens."""

from __future__ import annotations

import re
import unicodedata
from hashlib import blake2b

APOSTROPHES = re.compile(r"['’‘ʻʼʾʿ`.\u0300-\u036f\u200b-\u200f]")
OTHER_THAN_WORDS = re.compile(r"[\W_]+")
SAINT = re.compile(r"\b(?:saint|sainte|ste)\b")
LETTERS = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})


def key_of(name: str) -> str:
    """Return the look-up form of a name: ``Dayr az-Zawr`` and ``DAYR AZ ZAWR`` share one."""
    plain = name.casefold() if name.isascii() else unicodedata.normalize("NFKD", name).casefold().translate(LETTERS)
    return SAINT.sub("st", OTHER_THAN_WORDS.sub(" ", APOSTROPHES.sub("", plain)).strip())


def hash_of(key: str) -> tuple[int, int]:
    """Return the 32-bit bucket and 8-bit check of a look-up form."""
    digest = blake2b(key.encode("utf-8", "surrogatepass"), digest_size=5).digest()
    return int.from_bytes(digest[:4], "little"), digest[4]
