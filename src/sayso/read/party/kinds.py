"""Kinds: what a name is the name of - a person, a body, a government, an outlet - or a place, which is no party.

What the lists know is taken from them; the rest is told by the words of the name (title, given name, head word) and
by how the report uses it, all mentions of one name together.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from sayso.model import PartyType
from sayso.read.dateline import is_dateline
from sayso.read.party.cluster import are_near
from sayso.read.party.grammar import STANDING, governor, is_acting, is_speaking, is_subject, lemma_in, word_set
from sayso.read.party.learnt import evidence
from sayso.read.party.mentions import Mention
from sayso.read.syntax import Syntax, Token
from sayso.vocab import countries, gazetteer, given_names, organisations, outlets, titles

ACRONYM = re.compile(r"^(?:[A-Z]\.){2,}$|^[A-Z][A-Z&-]{1,6}s?$|^[A-Z]{2,5}\d{0,2}$")
ROMAN = re.compile(r"^[IVXL]+$")
STATE_MARK = re.compile(r"^[DRI]-[A-Z]")
AT_A_PLACE = word_set(
    """in at near from into across around outside inside toward towards throughout beyond via along of"""
)
PLACE_FIRST = word_set("tel tell tal deir dayr jebel jabal khan khirbet wadi beit bayt ras kafr kfar ain ayn umm qalat")
"""First words of the names of places in Arabic."""
LONG_WORD = 7
MOVING = word_set("go come flee move travel return withdraw retreat escape head drive walk fly march relocate advance")
REIGNS = frozenset({"administration", "regime", "presidency"})
"""What is called after whoever is at its head: "the Okoro administration"."""
LARGE_PLACE = 40_000
"""Inhabitants from which on a name is more likely the place than a person or body not heard of before."""
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
ABSTRACT = ("ship", "tion", "sion", "ism", "ology", "ography", "ture", "logue", "hood", "iness")
"""Endings of nouns for things, by which a name in capitals is known to be no person's: "Membership"."""


LEARNT = 4.0
"""How much what the encoder sees in a mention counts beside the votes of ``_vote``."""
NOTHING = 0.25
"""A name that the encoder takes for a party's or place's with a smaller chance is of something else."""


def typed(syntax: Syntax, names: Iterable[Mention]) -> list[Mention]:
    """Return the names that are of parties, each with its type, country and gender; places and things are left out."""
    by_words: dict[str, list[Mention]] = defaultdict(list)
    for name in names:
        by_words[name.words].append(name)
    alone = {words for words in by_words if " " not in words}
    known = {words: _known(syntax, words, group, alone) for words, group in by_words.items()}
    persons = [bare(words).split()[-1] for words, kind in known.items() if kind and kind.type is PartyType.PERSON]
    surnames = {*persons, *(surname.split("-")[-1] for surname in persons)}
    found: list[Mention] = []
    for words, group in by_words.items():
        kind = known[words] or _guessed(syntax, words, group, surnames)
        if kind is not None:
            found.extend(_settled(syntax, name, kind) for name in group if _is_party_here(syntax, name, kind))
    return sorted(found, key=lambda name: name.first)


class Kind:
    """What a name is the name of: type, country, the name by which the lists know it, how far it needs to act; sure?"""

    __slots__ = ("canonical", "country", "place", "sure", "type")

    def __init__(
        self, type: PartyType, country: str = "", canonical: str = "", place: str = "", *, sure: bool = True
    ) -> None:
        self.type, self.country, self.canonical, self.place, self.sure = type, country, canonical, place, sure


def _known(syntax: Syntax, words: str, group: list[Mention], alone: set[str]) -> Kind | None:
    """Return the kind of a name that a list or its own words tell, ``None`` where they do not."""
    return _listed(syntax, words, group) or _worded(syntax, words, group, alone)


def _listed(syntax: Syntax, words: str, group: list[Mention]) -> Kind | None:
    if any(name.title.split()[-1:] and name.title.split()[-1] in titles.addresses() for name in group):
        return Kind(PartyType.PERSON)
    if outlet := outlets.by_name(words) or outlets.by_name(_with_article(syntax, group[0])):
        if " " not in words and any(_has_person_beside(syntax, name) for name in group):
            return Kind(PartyType.PERSON)
        return Kind(PartyType.OUTLET, outlet.country, outlet.name)
    if body := organisations.by_name(words):
        return Kind(body.type, body.country, body.name, place="seat" if body.type is PartyType.GOVERNMENT else "")
    if country := countries.by_name(words):
        return Kind(PartyType.GOVERNMENT, country.alpha3, country.name, place="country")
    if country := countries.by_metonym(words):
        return Kind(PartyType.GOVERNMENT, country.alpha3, words, place="seat")
    if country := countries.by_capital(words):
        return Kind(PartyType.GOVERNMENT, country.alpha3, country.name, place="capital")
    return None


def _with_article(syntax: Syntax, name: Mention) -> str:
    before = syntax.tokens[name.first - 1].text if name.first else ""
    return f"{before} {name.words}" if before in ("the", "The") else name.words


def _worded(syntax: Syntax, words: str, group: list[Mention], alone: set[str]) -> Kind | None:
    """Return the kind that the words of the name tell: head word, given name; ``alone`` are the names of one word.

    "Oliver Hall" is no hall where the report also writes "Hall" without him.
    """
    parts = words.split()
    head = syntax.tokens[group[0].head].lower
    if len(parts) > 1:
        if countries.by_name(parts[-1]):
            parts = parts[:-1]
        for last in (" ".join(parts[-2:]).lower(), parts[-1].lower(), head):
            if body := titles.body_type(last):
                seat = "seat" if last in titles.description_words("weak") else ""
                return Kind(body, _country_in(parts), place=seat)
    person_like = parts[-1] in alone or any(_has_person_beside(syntax, name) for name in group)
    if len(parts) > 1 and parts[0] == "Operation":
        return Kind(PartyType.ORGANISATION, place="seat")
    thing = titles.is_place_or_thing(head) and not person_like
    if any(name.title for name in group) and not thing:
        return Kind(PartyType.PERSON)
    if len(parts) > 1 and given_names.gender_of(parts[0]) and not thing and not _is_place_of_news(syntax, words, group):
        return Kind(PartyType.PERSON)
    return None


def _is_place_of_news(syntax: Syntax, words: str, group: list[Mention]) -> bool:
    """Whether a name like a person's is of a place ("Abu Kamal"): the gazetteer has it, and nobody so called acts."""
    return (
        words.startswith("Abu ")
        and bool(gazetteer.candidates(words))
        and not any(
            is_acting(syntax, name.head) or syntax.tokens[name.head].dep == "poss" or _has_person_beside(syntax, name)
            for name in group
        )
    )


def _country_in(parts: list[str]) -> str:
    """Return the alpha-3 code of the country that the name of a body names ("Syrian Democratic Forces")."""
    found = (countries.by_demonym(part) or countries.by_name(part) for part in parts)
    return next((country.alpha3 for country in found if country), "")


def _guessed(syntax: Syntax, words: str, group: list[Mention], surnames: set[str]) -> Kind | None:
    """Return the kind that the use of the name suggests, ``None`` for places, things and what nothing tells."""
    parts = words.split()
    last = parts[-1].lower()
    if words in surnames:
        return Kind(PartyType.PERSON)
    if parts[0].lower() in PLACE_FIRST and len(parts) > 1:
        return None
    if titles.is_place_or_thing(last) or STATE_MARK.match(words) or last in titles.description_words("peoples"):
        return None
    if len(parts) == 1:
        if people := _people_spelt_like(words.lower()):
            return Kind(PartyType.PEOPLE, canonical=people)
        if titles.body_type(words.lower()) or titles.is_role(words.lower()) or countries.by_demonym(words):
            return None
    if any(_has_person_beside(syntax, name) and syntax.tokens[name.head].tag == "NNP" for name in group):
        return Kind(PartyType.PERSON)
    return _voted(syntax, words, group)


def _voted(syntax: Syntax, words: str, group: list[Mention]) -> Kind | None:
    """Return the kind for which most speaks: how each mention is used, and what the encoder takes them to be."""
    votes = [_vote(syntax, name) for name in group]
    person, body, place = (float(sum(vote[n] for vote in votes)) for n in range(3))
    seen = evidence(syntax, group)
    if seen:
        weight = LEARNT * len(group)
        person, body, place = person + weight * seen.person, body + weight * seen.body, place + weight * seen.place
        if seen.person + seen.body + seen.place < NOTHING or all(_is_kind_of_thing(syntax, name) for name in group):
            return None
    last = words.split()[-1].lower()
    if last.removesuffix("s").endswith(ABSTRACT) or all(_is_kind_of_thing(syntax, name) for name in group):
        person = 0
    if place >= max(person, body):
        return None
    if person >= body and not ACRONYM.match(words):
        return Kind(PartyType.PERSON, sure=False)
    return Kind(seen.kind if seen else PartyType.ORGANISATION, _country_in(words.split()))


def _people_spelt_like(word: str) -> str:
    """Return the word for a group of people of which a long word is a variant spelling ("Mujadeen"), or ``""``."""
    if len(word) < LONG_WORD or titles.is_people(word):
        return ""
    return next((people for people in titles.long_people() if people[0] == word[0] and are_near(people, word, 2)), "")


def _vote(syntax: Syntax, name: Mention) -> tuple[int, int, int]:
    """Return how strongly one mention tells of a person, a body, a place."""
    head = syntax.tokens[name.head]
    person = 3 * _has_person_beside(syntax, name) + 2 * is_speaking(syntax, name.head) + is_acting(syntax, name.head)
    acronym = bool(ACRONYM.match(name.words)) and not ROMAN.match(name.words)
    with_article = name.first > 0 and syntax.tokens[name.first - 1].lower == "the"
    body = 3 * acronym + is_speaking(syntax, name.head) + 2 * with_article
    person += 2 * (not with_article and not acronym and head.dep in ("nsubj", "poss"))
    place = 2 * (head.dep == "pobj" and (syntax.tokens[head.head].lower in AT_A_PLACE or _is_gone_to(syntax, head)))
    place += _is_known_place(name.words)
    person += given_names.gender_of(name.words) is not None
    person += 6 * (head.dep in ("compound", "nmod") and syntax.tokens[head.head].lower in REIGNS)
    person += _looks_personal(name.words) and not with_article and not place
    return person, body, place


def _is_kind_of_thing(syntax: Syntax, name: Mention) -> bool:
    """Whether a name only says what kind of thing another noun is of: "a Predator drone", not "the Assad regime"."""
    head = syntax.tokens[name.head]
    above = syntax.tokens[head.head]
    if head.dep not in ("compound", "nmod", "amod") or not above.text.islower() or above.i < name.last:
        return False
    return (
        not titles.is_role(above.lower) and titles.body_type(above.lower) is None and not titles.is_people(above.lower)
    )


def _is_gone_to(syntax: Syntax, head: Token) -> bool:
    """Whether someone moves to what a name is of: "fled to Mayadin"."""
    preposition = syntax.tokens[head.head]
    return preposition.lower == "to" and lemma_in(syntax.tokens[preposition.head].lower, MOVING)


def _looks_personal(words: str) -> bool:
    """Whether a name has the shape of a person's: two to four plain words."""
    parts = words.replace("-", " ").split()
    return 2 <= len(parts) <= 4 and all(part.isalpha() and not part.isupper() for part in parts)


def _is_known_place(words: str) -> int:
    """Return 0 where no place is so called, 1 for a small place, 3 for a large one or one in the news of conflicts."""
    found = gazetteer.candidates(words)
    if not found:
        return 0
    return 3 if any(entry.geonameid is None or entry.population >= LARGE_PLACE for entry in found) else 1


def _has_person_beside(syntax: Syntax, name: Mention) -> bool:
    """Whether an apposition, an age or "who" beside a name tells that it is a person's."""
    for child in syntax.children[name.head]:
        token = syntax.tokens[child]
        if token.dep == "appos" and (titles.is_role(token.lower) or token.tag == "CD"):
            return True
        if token.dep == "relcl" and any(syntax.tokens[i].lower == "who" for i in syntax.children[child]):
            return True
    above = syntax.tokens[syntax.tokens[name.head].head]
    return syntax.tokens[name.head].dep == "appos" and titles.is_role(above.lower)


def _is_party_here(syntax: Syntax, name: Mention, kind: Kind) -> bool:
    """Whether this mention is of someone who can act, and not of the place of that name."""
    if not kind.place:
        return True
    if is_dateline(syntax, name.first):
        return False
    head = syntax.tokens[name.head]
    if kind.place == "seat":
        return not (head.dep == "pobj" and syntax.tokens[head.head].lower in AT_A_PLACE - {"from", "of"})
    if head.dep == "poss" and kind.place == "country":
        above = syntax.tokens[head.head]
        return (
            titles.is_role(above.lower) or titles.body_type(above.lower) is not None or is_speaking(syntax, head.head)
        )
    if not is_acting(syntax, name.head):
        return False
    if kind.place == "country":
        return True
    return is_speaking(syntax, name.head) or not _is_standing(syntax, name.head)


def _is_standing(syntax: Syntax, i: int) -> bool:
    """Whether a name is the subject of a verb of which a place is: "Kabul fell"."""
    return is_subject(syntax, i) and lemma_in(governor(syntax, i).lower, STANDING)


def _settled(syntax: Syntax, name: Mention, kind: Kind) -> Mention:
    gender = _gender(name) if kind.type is PartyType.PERSON else None
    country = kind.country or (
        _country_in(name.title.replace("’", " ").replace("'", " ").split()) if name.title else ""
    )
    plural = kind.type is not PartyType.PERSON and syntax.tokens[name.head].tag == "NNPS"
    return replace(
        name, type=kind.type, country=country or None, gender=gender, plural=plural, canonical=kind.canonical,
        sure=kind.sure,
    )  # fmt: skip


def _gender(name: Mention) -> str | None:
    """Return the gender that a person's title or given name tells."""
    words = name.title.split()
    for title in reversed(words):
        if told := titles.address_gender(title) or titles.gender_of(title.lower()):
            return told
    first = re.split(r"[\s-]", name.words)[0]
    return given_names.gender_of(first) if " " in name.words and first != "Abu" else None


def bare(words: str) -> str:
    """Return a person's name without suffixes such as "Jr."."""
    parts = words.split()
    while len(parts) > 1 and parts[-1].lower().rstrip(",") in SUFFIXES:
        parts.pop()
    return " ".join(parts)
