"""Which language a text is in.

A stop-word test comes first: an English report is told by its commonest words in microseconds, while loading
py3langid takes about a second. Only what is not clearly English goes to py3langid (Lui and Baldwin 2012).
"""

from __future__ import annotations

import re

_COMMONEST = (
    "the of and to that was were for by with he his him her she they their them said says who which from has had have "
    "been not but it its this these those there would will could should after before about into when what where while "
    "than at is are be as on or an we our you your if no more all against between because"
)
ENGLISH = frozenset(_COMMONEST.split())
"""Commonest words of English; the few that other languages share matter little among eighty."""

CLEARLY = 0.2
"""Share of these words above which a text is English: news has 0.25 to 0.5, German below 0.13."""
SAMPLE = 4000
"""Characters that are looked at."""
TOO_SHORT = 40
"""Letters below which a text that is not clearly English is in no language that can be told."""
SURE = 2.2
"""Difference of the two best log-probabilities above which the best is believed (nine to one)."""
CODES = frozenset(
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en "
    "eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv "
    "ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne "
    "ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss "
    "st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu".split()
)
"""The codes of ISO 639-1, with the withdrawn ``bh``, which old pages use."""
_WORD = re.compile(r"[^\W\d_]+(?:['’]\w+)?")


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of the language of ``text``, or ``None`` where it is too short to tell."""
    words = [word.casefold() for word in _WORD.findall(text[:SAMPLE])]
    common = sum(word in ENGLISH for word in words)
    if common >= 2 and common >= CLEARLY * len(words):
        return "en"
    if sum(map(len, words)) < TOO_SHORT:
        return None
    import py3langid

    (first, score), (_, next_score), *_ = py3langid.rank(text[:SAMPLE])
    # "zxx" is its word for no language at all
    return str(first) if score - next_score >= SURE and len(first) == 2 else None


def language_code(value: str) -> str | None:
    """Return the ISO 639-1 code that a language tag begins with (``en-GB``: ``en``), or ``None`` if it has none."""
    tag = re.fullmatch(r"([A-Za-z]{2})(?:[-_][A-Za-z0-9_-]+)?", value.strip())
    code = tag[1].lower() if tag else None
    return code if code in CODES else None
