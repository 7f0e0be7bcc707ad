"""Toponym proposals: the words of a report that may name a place, with all that the gazetteer knows of the name.

Every capitalised word starts a look-up, longest name first; a word for a kind of place beside an unknown name ("the
village of ...", "... River") makes a proposal too. Whether a proposal is a place in its sentence is weighed
in ``toponym_evidence``; which place it is, in ``toponym_senses``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.read.syntax import Syntax, Token
from sayso.vocab.countries import by_demonym, by_name
from sayso.vocab.gazetteer import Entry, by_abbreviation, candidates, candidates_spelt_otherwise
from sayso.vocab.toponym_key import key_of

LONGEST = 6
"""Tokens in the longest name that is looked up."""
ARTICLES = frozenset("al el ez az ar as ad ash an at ed es et ul ur us de la le".split())
"""Words without a capital that may begin a name before a hyphen: ``al-Bab``."""
ARABIC_SPEAKING = frozenset(
    "ARE BHR DJI DZA EGY IRN IRQ ISR JOR KWT LBN LBY MAR MRT OMN PSE QAT SAU SDN SOM SYR TCD TUN TUR YEM".split()
)
"""Countries with places whose names the news write with an Arabic article (ISO 3166-1 alpha-3)."""
INSIDE = ARTICLES | frozenset(
    "- – ' ’ of the and au aux les los las du des del di da e en i y sur upon 's ’s bin ben".split()
)
"""Words and marks without a capital that may stand inside a name."""
NATURAL = frozenset(
    "River Valley Lake Bay Creek Island Islands Mountain Mountains Peninsula Canal Desert Bayou Beach Harbor Harbour "
    "Reservoir Forest Pass Strait Hills".split()
)  # fmt: skip
DIVISION = frozenset(
    "County Parish Province Governorate District Township Region Oblast Prefecture Borough Municipality".split()
)
KINDS = frozenset(
    "province governorate district county parish region valley river state city town village oblast prefecture "
    "peninsula island islands mountains desert township suburb neighbourhood neighborhood camp airport airbase lake "
    "countryside municipality".split()
)  # fmt: skip
NATURAL_BEFORE = frozenset(
    "Lake Mount Cape Fort Camp Mt. Ft. Wadi Jabal Jebel Tell Tel Tal Khan Kafr Ain Deir Jisr Beit Ras".split()
)
OUTLETS = frozenset(
    "Post Times Herald Tribune Journal Gazette Globe Observer Chronicle Examiner Courier Telegraph Mirror Mail "
    "Inquirer Star-Telegram Dispatch Register Today Review Standard Sun Star Independent Guardian Radio TV".split()
)
"""Words that make a place's name before them an outlet's."""
NEVER = (
    frozenset(
        "Congress Duma Senate Parliament Nato Isis Mission Church Police Metro Republican Islam Bush Obama Union "
        "Eid Ramadan Airport Bridge Center Centre Commonwealth English God Justice Peace Progress Region States "
        "Tomahawk White".split()
    )
    | frozenset(("Old City", "Old Town", "White House", "Downing Street", "Red Cross", "Olive Branch"))
    | frozenset("January February March April May June July August September October November December".split())
)
"""Words that some town is called too, and that the news never mean by it."""
WITH_ARTICLE = frozenset("Hague Gambia Bahamas Bronx Woodlands Dalles Villages Colony".split())
"""Places whose names begin with "The"."""
DIRECTIONS = frozenset("North South East West Northern Southern Eastern Western Central Upper Lower".split())
LOWER_DIRECTIONS = frozenset("northern southern eastern western central rural downtown nearby neighbouring".split())
BEFORE_UNLISTED = frozenset("in near outside".split())
"""Words after which a name that isn't listed may be a place's all the same."""
PLURAL_OR_TIME = frozenset("Day Days Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split())


@dataclass(frozen=True, slots=True)
class Toponym:
    """Words that may name a place: tokens ``first`` to ``last`` (inclusive), and what the gazetteer has for them.

    ``kind`` is the word for a kind of place in or beside the name (``village``, ``River``), if there is one.
    """

    first: int
    last: int
    name: str
    key: str
    entries: tuple[Entry, ...]
    kind: str | None = None


def proposals(syntax: Syntax) -> Iterator[Toponym]:
    """Yield what may name a place, in the order of the text and without overlaps."""
    tokens, i = syntax.tokens, 0
    while i < len(tokens):
        found = _at(syntax, i) if _may_start(tokens, i) else None
        if found:
            yield found
        i = found.last + 1 if found else i + 3 if _is_article(tokens, i) else i + 1


def is_capitalised(token: Token) -> bool:
    """Whether a word begins with a capital, after an ayn or an elided article (``d'Ivoire``)."""
    first, second = token.text[0], token.text[1:2]
    if first.isupper() or (first in "‘ʻʿ'" and second.isupper()):
        return True
    return second in ("'", "’") and token.text[2:3].isupper()


def _may_start(tokens: tuple[Token, ...], i: int) -> bool:
    token = tokens[i]
    if token.text == "The":
        return i + 1 < len(tokens) and tokens[i + 1].text in WITH_ARTICLE
    if is_capitalised(token):
        return True
    return _is_article(tokens, i)


def _is_article(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a word is the article of the name after the hyphen: ``al`` of "al-Bab"."""
    if tokens[i].text.lower() not in ARTICLES or i + 2 >= len(tokens) or tokens[i + 1].text not in "-–":
        return False
    return is_capitalised(tokens[i + 2]) and tokens[i + 2].sentence == tokens[i].sentence


def _at(syntax: Syntax, i: int) -> Toponym | None:
    """Return the longest proposal that begins with token ``i``."""
    listed = _abbreviated(syntax, i) or _listed(syntax, i) or _without_article(syntax, i)
    if listed and _is_outlet(syntax.tokens, listed.last):
        return None
    if listed and not _goes_on(syntax.tokens, listed.last) and not _is_first_word_only(syntax.tokens, listed):
        return listed
    return _spelt_otherwise(_described(syntax, i) or _located(syntax, i)) or listed


def _is_first_word_only(tokens: tuple[Token, ...], listed: Toponym) -> bool:
    """Whether only the ``Ain`` of "Ain Issa" is listed: such a word begins the names of places."""
    first, after = listed.first, listed.last + 1
    return first == listed.last and tokens[first].text in NATURAL_BEFORE and _run_end(tokens, first) >= after


def _is_outlet(tokens: tuple[Token, ...], last: int) -> bool:
    """Whether the name goes on as an outlet's: "Washington Post", "New York Daily News"."""
    after = tokens[last + 1 : last + 3]
    if not after or after[0].sentence != tokens[last].sentence:
        return False
    return after[0].text in OUTLETS or [token.text for token in after] in (["Daily", "News"], ["Evening", "Standard"])


def _goes_on(tokens: tuple[Token, ...], last: int) -> bool:
    """Whether the words only begin a longer name: ``Bab`` of "Bab el-Oued", ``Red`` of "Red River"."""
    after = tokens[last + 1 : last + 4]
    if after and after[0].text in NATURAL and after[0].sentence == tokens[last].sentence:
        return True
    if len(after) == 3 and after[0].text in "-–" and after[1].text.islower() and after[2].text in "-–":
        return True
    joined = len(after) > 1 and after[0].text in ARTICLES and (is_capitalised(after[1]) or after[1].text in "-–")
    return joined and is_capitalised(after[-1])


def _ends(tokens: tuple[Token, ...], i: int) -> list[int]:
    """Return the last tokens of the names that may begin at ``i``, longest first."""
    ends = []
    for j in range(i, min(i + LONGEST, len(tokens))):
        token = tokens[j]
        if token.sentence != tokens[i].sentence:
            break
        if is_capitalised(token) or token.text in KINDS or (token.text in ("'s", "’s") and j > i + 1):
            ends.append(j)
        elif token.text not in INSIDE:
            break
        if token.text in KINDS and j > i:
            break
    return ends[::-1]


def _listed(syntax: Syntax, i: int) -> Toponym | None:
    tokens = syntax.tokens
    for end in _ends(tokens, i):
        name = syntax.text[tokens[i].start : tokens[end].end]
        if name in NEVER and end > i:
            return None
        if "\n" in name or name in DIRECTIONS or name in NEVER or (len(name) < 3 and not by_name(name)):
            continue
        has_article = i > 0 and tokens[i - 1].text in ("the", "The")
        if entries := candidates(f"the {name}" if has_article else name):
            beside = tokens[end + 1].lower if end + 1 < len(tokens) else ""
            kind = tokens[end].lower if end > i and tokens[end].lower in KINDS else beside if beside in KINDS else None
            return Toponym(i, end, name, key_of(name), entries, kind or _kind_before(tokens, i))
    return None


def _without_article(syntax: Syntax, i: int) -> Toponym | None:
    """``al-Tabqa``, listed as ``Tabqa``: only what lies where Arabic is spoken is called so."""
    if not _is_article(syntax.tokens, i):
        return None
    bare = _listed(syntax, i + 2)
    entries = tuple(entry for entry in bare.entries if entry.country in ARABIC_SPEAKING) if bare else ()
    if bare is None or not entries:
        return None
    name = syntax.text[syntax.tokens[i].start : syntax.tokens[bare.last].end]
    return replace(bare, first=i, name=name, entries=entries)


def _abbreviated(syntax: Syntax, i: int) -> Toponym | None:
    """A state's abbreviation: after a comma, or with dots inside; otherwise it may be any word."""
    token = syntax.tokens[i]
    entry = by_abbreviation(token.text) or by_abbreviation(f"{token.text}.")
    if entry is None:
        return None
    if i > 1 and syntax.tokens[i - 1].text in "-–" and syntax.tokens[i - 2].text in ("R", "D", "I"):
        return None
    after_comma = i > 1 and syntax.tokens[i - 1].text == "," and is_capitalised(syntax.tokens[i - 2])
    if after_comma or "." in token.text[:-1] or (token.text.isupper() and len(token.text) == 3):
        return Toponym(i, i, token.text, key_of(entry.name), (entry,))
    return None


def _kind_before(tokens: tuple[Token, ...], i: int) -> str | None:
    """Return ``village`` before "of" and the token ``i``."""
    if i > 1 and tokens[i - 1].text == "of" and tokens[i - 2].text in KINDS:
        return tokens[i - 2].text
    return None


def _spelt_otherwise(found: Toponym | None) -> Toponym | None:
    """Look an unlisted name up as GeoNames may spell it."""
    entries = candidates_spelt_otherwise(found.name) if found else ()
    return replace(found, entries=entries) if found and entries else found


def _described(syntax: Syntax, i: int) -> Toponym | None:
    """An unlisted name with the word for its kind in it, before it or after it."""
    tokens, last = syntax.tokens, _run_end(syntax.tokens, i)
    if tokens[i].text in PLURAL_OR_TIME or by_demonym(tokens[i].text):
        return None
    for end in range(i + 1, last + 1):
        if tokens[end].text in NATURAL or (tokens[end].text in DIVISION and end == last):
            return _unlisted(syntax, i, end, tokens[end].text)
    if tokens[i].text in NATURAL_BEFORE and last > i:
        return _unlisted(syntax, i, last, tokens[i].text)
    if kind := _kind_before(tokens, i):
        return _unlisted(syntax, i, last, kind)
    follows = tokens[last + 1].text if last + 1 < len(tokens) else ""
    if follows in KINDS - {"state", "camp", "city"} and last - i < 3 and tokens[i].tag.startswith("NNP"):
        return _unlisted(syntax, i, last, follows)
    return None


def _run_end(tokens: tuple[Token, ...], i: int) -> int:
    """Return the last token of the run of capitalised words (with hyphens and articles) from ``i`` on."""
    last = j = i
    while j + 1 < len(tokens) and j - i < LONGEST and tokens[j + 1].sentence == tokens[i].sentence:
        j += 1
        if is_capitalised(tokens[j]):
            last = j
        elif tokens[j].text not in ARTICLES and tokens[j].text not in ("-", "–", "e", "i"):
            break
    return last


def _located(syntax: Syntax, i: int) -> Toponym | None:
    """An unlisted name right after "in" or "near", or after "northern" and the like behind those."""
    tokens = syntax.tokens
    above = i - 1 if i and tokens[i - 1].text in LOWER_DIRECTIONS else i
    is_located = above > 0 and tokens[above - 1].text in BEFORE_UNLISTED
    if not is_located or not tokens[i].tag.startswith("NNP") or len(tokens[i].text) < 3:
        return None
    found = _unlisted(syntax, i, _run_end(tokens, i), None)
    is_adjective = found.last > i and candidates(tokens[found.last].text)
    return None if found.name in NEVER or is_adjective else found


def _unlisted(syntax: Syntax, first: int, last: int, kind: str | None) -> Toponym:
    name = syntax.text[syntax.tokens[first].start : syntax.tokens[last].end]
    return Toponym(first, last, name, key_of(name), (), kind)
