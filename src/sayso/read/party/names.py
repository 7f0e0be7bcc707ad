"""Names: runs of capitalised words, cut into titles and names ("Israeli Prime Minister | Benjamin Netanyahu")."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.read.party.grammar import first_of_phrase, word_set
from sayso.read.party.mentions import Form, Mention, words_of
from sayso.read.syntax import Syntax, Token
from sayso.vocab import countries, given_names, organisations, outlets, titles

PARTICLES = word_set("al el ul ur ud bin ibn bint abu de der den del della di da dos du van von la le ben y e")
JOINED_TO = {
    "of": frozenset(),
    "for": word_set(
    """observatory organization organisation centre center institute council campaign union front party party fund
    agency movement court committee commission office department ministry coalition network"""
),
    "on": word_set("committee commission council center centre conference"),
    "against": word_set("campaign committee movement coalition front"),
}  # fmt: skip
CALENDAR = word_set(
    """i monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december god tv ok gmt est bst pm am"""
)
OWNERS = word_set("people peoples women workers lord king queen children students farmers doctors men veterans mothers")
"""Words whose possessive is part of a body's name: "People’s Protection Units"."""
OFTEN_OF = word_set("secretary director bank house lord chief lords committee army bishop archbishop duke guides sons")
ETHNIC = word_set(
    """kurdish arab arabic sunni shia shiite islamist jewish muslim christian druze alawite yazidi pashtun western
    european african asian democratic republican conservative tory labour communist socialist latin nordic
    balkan tamil tutsi hutu islamic"""
)
"""Adjectives of peoples, creeds and parties that stand before a name without being part of it."""
NOUN_LIKE = word_set("NN NNS JJ VB VBP VBG VBN VBD")
NAME_LIKE = word_set("NN NNS JJ VBN VBG CD FW IN")
LONGEST_TITLE = 4


class Capitals:
    """Which words of a report are capitalised as names are, and the runs that they form."""

    def __init__(self, syntax: Syntax) -> None:
        """Look at every word once; at the start of a sentence a word counts that is a name elsewhere."""
        self.syntax = syntax
        self.sure = {token.text for token in syntax.tokens if token.tag.startswith("NNP") and token.text[0].isupper()}
        self.capital = [self._is_capital(token) for token in syntax.tokens]

    def _is_capital(self, token: Token) -> bool:
        """Whether a token is capitalised as part of a name and not only for where it stands."""
        if not token.text[0].isupper() or (token.lower in CALENDAR and not self._is_surname(token)):
            return False
        if token.tag.startswith("NNP"):
            return True
        before = self.syntax.tokens[token.i - 1]
        starts = self.syntax.sentences[token.sentence].first == token.i or before.tag in ("``", ":", "-LRB-")
        if starts:
            return len(token.text) > 2 and (
                (token.text in self.sure and token.tag in NOUN_LIKE)
                or organisations.by_name(token.text) is not None
                or outlets.by_name(token.text) is not None
                or (token.tag in NOUN_LIKE and given_names.gender_of(token.text) is not None)
            )
        return token.tag in NAME_LIKE and len(token.text) > 1

    def _is_surname(self, token: Token) -> bool:
        """Whether "May", "April" is someone's name: after a given name or a title, or before "said" and "’s"."""
        if token.lower not in ("may", "april", "june", "august") or not token.i:
            return False
        before = self.syntax.tokens[token.i - 1]
        return (
            given_names.gender_of(before.text) is not None
            or before.text in titles.addresses()
            or (
                token.dep in ("nsubj", "poss")
                and token.tag == "NNP"
                and before.lower not in ("early", "late", "mid", "last")
            )
        )

    def runs(self) -> Iterator[tuple[int, int]]:
        """Yield the first and last token (exclusive) of each run of words that may be one or several names in a row."""
        i, count = 0, len(self.syntax.tokens)
        while i < count:
            if not self._begins(i):
                i += 1
                continue
            end = self._end(i)
            if not _is_adjectival(self.syntax, i, end):
                yield i, end
            i = end

    def _begins(self, i: int) -> bool:
        """Whether a run begins at ``i``: a capitalised word, or a particle before one ("al-Qaeda")."""
        if self.capital[i]:
            return True
        token, following = self.syntax.tokens[i], self.syntax.tokens[i + 1 : i + 3]
        if token.lower not in PARTICLES or len(following) < 2:
            return False
        if following[0].text in "-–" and following[0].start == token.end:
            return following[1].start == following[0].end and following[1].text[0].isupper()
        return token.tag.startswith("NNP") and self.capital[i + 1]

    def _end(self, first: int) -> int:
        """Return the token after the run that begins at ``first``."""
        end, stop = first + 1, self.syntax.sentences[self.syntax.tokens[first].sentence].last
        while end < stop:
            step = self._step(first, end, stop)
            if not step:
                break
            end += step
        return end

    def _step(self, first: int, i: int, stop: int) -> int:
        """Return by how many tokens the run goes on from ``i``, 0 if it ends there."""
        if self.capital[i] or self._is_small_party(first, i):
            return 1
        if self.syntax.tokens[i - 1].lower in OWNERS and i + 1 < stop and self.syntax.tokens[i + 1].lower == "party":
            return 2
        for length in (1, 2, 3):
            if i + length < stop and self.capital[i + length]:
                return length + 1 if _links(self.syntax, first, i, length) else 0
        return 0

    def _is_small_party(self, first: int, i: int) -> bool:
        """Whether "party" in small letters ends the name: "the Kurdish Democratic Union party"."""
        token, before = self.syntax.tokens[i], self.syntax.tokens[i - 1]
        if token.lower != "party" or before.head != i or before.dep not in ("compound", "amod", "nmod"):
            return False
        return countries.by_demonym(before.text) is None or i - first > 1


def _links(syntax: Syntax, first: int, i: int, length: int) -> bool:
    """Whether the ``length`` tokens from ``i`` on join two capitalised words into one name."""
    between = syntax.tokens[i : i + length]
    before, after = syntax.tokens[i - 1], syntax.tokens[i + length]
    if between[0].text == "&":
        return length == 1
    if between[0].text in "-–/'’" and between[0].start == before.end:
        near = between[-1].end == after.start and between[0].tag != ":" and length < 3
        return near or (length == 1 and before.lower in OWNERS)
    if between[0].text in ("'s", "’s"):
        return length == 1 and before.lower in OWNERS
    if all(token.lower in PARTICLES or token.text in "-’'" for token in between):
        return between[0].lower in PARTICLES and between[0].tag.startswith(("NNP", "FW", "IN", "DT", "NN"))
    if between[0].lower == "and" and length == 1:
        return _is_list_in_name(syntax, first, i)
    if between[0].lower in JOINED_TO and (length == 1 or (length == 2 and between[1].lower == "the")):
        return _is_joined_body(syntax, first, i)
    return False


def _is_joined_body(syntax: Syntax, first: int, i: int) -> bool:
    """Whether "of", "for" ... at ``i`` goes on with the name of a body: "Front of", "Observatory for"."""
    word = syntax.tokens[i - 1].lower
    allowed = JOINED_TO[syntax.tokens[i].lower]
    if allowed:
        return word in allowed
    return titles.body_type(word) is not None or word in OFTEN_OF or _goes_on(syntax, first, i)


def _goes_on(syntax: Syntax, first: int, i: int) -> bool:
    """Whether "of" at ``i`` goes on with a name that has one already: "Organisation for the Prohibition of"."""
    before = syntax.tokens[first:i]
    linked = any(token.lower in JOINED_TO for token in before) and syntax.tokens[i].head >= first
    return linked and any(titles.body_type(token.lower) for token in before)


def _is_list_in_name(syntax: Syntax, first: int, i: int) -> bool:
    """Whether "and" at ``i`` stands inside a body's name: "Union of Medical Care and Relief Organisations"."""
    if not any(token.lower in ("of", "for") for token in syntax.tokens[first:i]):
        return False
    following = syntax.tokens[i + 1]
    return countries.by_name(following.text) is None and following.dep in ("conj", "compound")


def _is_adjectival(syntax: Syntax, first: int, end: int) -> bool:
    """Whether the run is half of a hyphenated adjective: "US-led", "anti-Assad"."""
    tokens = syntax.tokens
    after = end < len(tokens) and tokens[end].text in "-–" and tokens[end].start == tokens[end - 1].end
    if after and end + 1 < len(tokens) and tokens[end + 1].start == tokens[end].end:
        return True
    before = first >= 2 and tokens[first - 1].text in "-–" and tokens[first - 1].end == tokens[first].start
    return bool(
        before and tokens[first - 2].end == tokens[first - 1].start and tokens[first - 2].lower not in PARTICLES
    )


def find_names(syntax: Syntax) -> list[Mention]:
    """Return the names of a report in the order of the text, with their titles, before it is known whose they are."""
    found: list[Mention] = []
    runs = list(Capitals(syntax).runs())
    surnames = {
        syntax.tokens[end - 1].text for first, end in runs
        if end - first > 1 and given_names.gender_of(syntax.tokens[first].text)
    }  # fmt: skip
    alone = {syntax.tokens[first].text for first, end in runs if end - first == 1}
    for first, end in runs:
        if end - first == 1 and syntax.tokens[first].text in surnames:
            found.append(_name(syntax, first, end))
        elif _is_country_then_name(syntax, first, end, alone):
            found += [_name(syntax, first, first + 1), _name(syntax, first + 1, end)]
        else:
            found.extend(_cut(syntax, first, end))
    return found


def _cut(syntax: Syntax, first: int, end: int) -> Iterator[Mention]:
    """Cut a run into what stands before a title, and the name that the title belongs to."""
    if _known(words_of(syntax, first, end)):
        yield _name(syntax, first, end)
        return
    span = _title_in(syntax, first, end)
    if span is None:
        yield from _whole(syntax, first, end)
        return
    title_first, title_end = span
    if title_first > first:
        yield from _whole(syntax, first, title_first)
    if title_end < end:
        yield _titled(syntax, first, title_end, end)


def _known(words: str) -> bool:
    return bool(organisations.by_name(words) or outlets.by_name(words) or countries.by_name(words))


def _title_in(syntax: Syntax, first: int, end: int) -> tuple[int, int] | None:
    """Return where the last title of a run stands, longest first."""
    for stop in range(end, first, -1):
        for length in range(LONGEST_TITLE, 0, -1):
            if stop - length < first:
                continue
            words = words_of(syntax, stop - length, stop)
            if words in titles.addresses() and not _is_part_of_name(syntax, first, stop - length, stop, end):
                return stop - length, stop
    return None


def _is_part_of_name(syntax: Syntax, first: int, start: int, stop: int, end: int) -> bool:
    """Whether a title word is part of a name: "Julie Bishop", "King’s Cross", "General Assembly"."""
    if start == end - 1:
        return start > first and given_names.gender_of(syntax.tokens[first].text) is not None
    if stop < end and syntax.tokens[stop].text in ("’s", "'s"):
        return True
    last = syntax.tokens[end - 1].lower
    return stop < end and (titles.body_type(last) is not None or titles.is_place_or_thing(last))


def _whole(syntax: Syntax, first: int, end: int) -> Iterator[Mention]:
    """Yield a run without a title as one name, without the country adjective before a person's or body's name."""
    while end - first > 1 and _is_country_adjective(syntax.tokens[first]):
        if _is_body(syntax, first, end) and not organisations.by_name(words_of(syntax, first + 1, end)):
            break
        first += 1
    if end - first == 1 and _is_country_adjective(syntax.tokens[first]):
        return
    yield _name(syntax, first, end)


def _is_country_then_name(syntax: Syntax, first: int, end: int, alone: set[str]) -> bool:
    """Whether a run is a country and, by chance behind it, a name that stands alone too: "it was Russia Hollis met"."""
    if end - first != 2 or countries.by_name(syntax.tokens[first].text) is None or _is_body(syntax, first, end):
        return False
    behind = syntax.tokens[first + 1]
    return behind.text in alone and behind.tag == "NNP" and not titles.is_role(behind.lower)


def _is_body(syntax: Syntax, first: int, end: int) -> bool:
    return any(titles.body_type(token.lower) for token in syntax.tokens[first:end])


def _is_country_adjective(token: Token) -> bool:
    if countries.by_demonym(token.text) is None:
        return token.lower in ETHNIC
    return countries.by_name(token.text) is None or token.dep in ("compound", "amod", "nmod")


def _name(syntax: Syntax, first: int, end: int, title: str = "", title_first: int = -1) -> Mention:
    head = _head(syntax, first, end)
    if not title and (before := _role_before(syntax, first, head)) is not None:
        title, title_first = words_of(syntax, before, first), before
    return Mention(first, end, head, Form.NAME, words_of(syntax, first, end), title=title, title_first=title_first,
                   definite=True)  # fmt: skip


def _head(syntax: Syntax, first: int, end: int) -> int:
    """Return the token of a name on which the others hang: the last whose own head lies outside it."""
    outside = [token.i for token in syntax.tokens[first:end] if not first <= token.head < end or token.head == token.i]
    words = [i for i in outside if syntax.tokens[i].is_word]
    return words[-1] if words else end - 1


def _titled(syntax: Syntax, first: int, title_end: int, end: int) -> Mention:
    """Return a name after a title; words before the title in the same phrase belong to the title."""
    start = min(first, _phrase_start(syntax, end - 1, first))
    return _name(syntax, title_end, end, words_of(syntax, start, title_end), start)


def _role_before(syntax: Syntax, first: int, head: int) -> int | None:
    """Return where a role in small letters before a name begins ("Taliban spokesman X"), or ``None``."""
    if first == 0:
        return None
    before = syntax.tokens[first - 1]
    if before.tag not in ("NN", "NNS") or not titles.is_role(before.lower):
        return None
    if before.head != head and before.dep not in ("compound", "nmod", "amod"):
        return None
    return min(_phrase_start(syntax, head, first), first - 1)


def _phrase_start(syntax: Syntax, head: int, before: int) -> int:
    """Return the start of the phrase of ``head`` without its article or possessive pronoun."""
    start = min(first_of_phrase(syntax, head), before)
    while start < before and (
        syntax.tokens[start].tag in ("DT", "PRP$", "PDT", "RB", "IN", "CD") or syntax.tokens[start].lower in CALENDAR
    ):
        start += 1
    return start
