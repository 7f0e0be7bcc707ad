"""Roles: what a report says its parties are - in titles, in apposition, after "is" - and in which words."""

from __future__ import annotations

from typing import NamedTuple

from sayso.model import PartyType
from sayso.read.party.cluster import Cluster
from sayso.read.party.grammar import word_set
from sayso.read.party.mentions import Form, Mention
from sayso.read.party.naming import is_bracketed_after
from sayso.read.syntax import Syntax, Token
from sayso.vocab import countries

ABBREVIATED = {
    "sen": "senator", "sens": "senator", "rep": "representative", "gen": "general", "gov": "governor", "col": "colonel",
    "lt": "lieutenant", "maj": "major", "capt": "captain", "sgt": "sergeant", "adm": "admiral", "prof": "professor",
    "lord": "peer", "dr": "doctor", "pm": "premier", "defense": "defence",
}  # fmt: skip
EMPTY = word_set("the a an this that these those new current own central whole latest same other its his her their")
BODY_OR_PERSON = frozenset({"monitor", "ally", "partner", "member", "watchdog", "backer", "sponsor"})


class Said(NamedTuple):
    """One thing said of a party: its noun, the words before it, and whose it is; its country, and where it stands.

    "Isis’s digital head of security" has noun "head", words "digital head" and owner "isis security".
    """

    cluster: Cluster
    noun: str
    words: frozenset[str]
    owner: frozenset[str]
    country: str | None
    at: int


class Roles:
    """All that a report says its named parties are."""

    def __init__(self, syntax: Syntax, home: dict[int, Cluster]) -> None:
        """Start with the clusters of names by the first token of each mention."""
        self.syntax = syntax
        self.home = home
        self.said: list[Said] = []
        self.beside: dict[int, Cluster] = {}

    def learn(self, names: list[Mention], descriptions: list[Mention]) -> None:
        """Note the roles before, beside and after names; ``beside`` finds the party by the description's head token."""
        by_head = {name.head: name for name in names}
        by_first = {name.first: name for name in names}
        for name in names:
            if name.title:
                country = self._country_after(name)
                self._say(name.title_first, self._noun_of_title(name), name.first, self.home[name.first], country)
        for description in descriptions:
            if description.form is Form.DESCRIPTION:
                self._learn_beside(description, by_head, by_first)
        self.said.sort(key=lambda said: said.at)

    def _country_after(self, name: Mention) -> str | None:
        """Return the country that follows a name: "Prime Minister Benjamin Netanyahu of Israel"."""
        following = self.syntax.tokens[name.last : name.last + 2]
        if len(following) < 2 or following[0].lower != "of":
            return None
        country = countries.by_name(following[1].text)
        return country.alpha3 if country else None

    def _noun_of_title(self, name: Mention) -> int:
        """Return the token of a title that says what someone is: "Secretary" of "Secretary of State"."""
        for token in self.syntax.tokens[name.title_first + 1 : name.first]:
            if token.lower in ("of", "for"):
                return token.i - 1
        return name.first - 1

    def _learn_beside(self, description: Mention, by_head: dict[int, Mention], by_first: dict[int, Mention]) -> None:
        name = self._name_beside(description, by_head, by_first)
        if name is None or not can_be(self.home[name.first], description):
            return
        cluster = self.home[name.first]
        self.beside[description.head] = cluster
        cluster.gender = cluster.gender or description.gender
        self._say(description.first, description.head, description.last, cluster, description.country)
        cluster.roles.append((description.first, description.last))

    def _name_beside(
        self, description: Mention, by_head: dict[int, Mention], by_first: dict[int, Mention]
    ) -> Mention | None:
        """Return the name with which a description is in apposition or joined by "is", or whose acronym follows it."""
        tokens, head = self.syntax.tokens, self.syntax.tokens[description.head]
        for child in self.syntax.children[description.head]:
            if tokens[child].dep == "appos" and child in by_head and by_head[child].first >= description.last:
                return by_head[child]
        if head.dep == "appos" and head.head in by_head:
            return by_head[head.head]
        if head.dep == "attr":
            return self._subject_of_copula(head, by_head)
        after = by_first.get(description.last + 1)
        if after and tokens[description.last].text == "," and self._is_missed_apposition(description, after):
            return after
        return after if after and is_bracketed_after(self.syntax, after, description.last) else None

    def _is_missed_apposition(self, description: Mention, name: Mention) -> bool:
        """Whether a role and a name after its comma are both the subject: "The prime minister, Jo Ray said"."""
        role, named = self.syntax.tokens[description.head], self.syntax.tokens[name.head]
        subjects = role.dep == named.dep == "nsubj" and role.head == named.head
        return subjects and name.type is PartyType.PERSON and not description.plural

    def _subject_of_copula(self, head: Token, by_head: dict[int, Mention]) -> Mention | None:
        """Return the name of which a sentence says that it is what ``head`` says; not what it is denied to be."""
        around = self.syntax.children[head.head]
        if any(self.syntax.tokens[i].dep == "neg" for i in around):
            return None
        return next((by_head[i] for i in around if i in by_head and self.syntax.tokens[i].dep == "nsubj"), None)

    def _say(self, first: int, noun: int, last: int, cluster: Cluster, country: str | None) -> None:
        token = self.syntax.tokens[noun]
        words = content(self.syntax, first, noun + 1)
        if country is None:
            country = self._country_around(first, noun)
        owner = owner_words(self.syntax, first, noun, last)
        self.said.append(Said(cluster, meaning(token), words, owner, country, first))
        if country and not cluster.country:
            cluster.country = country

    def _country_around(self, first: int, noun: int) -> str | None:
        for token in self.syntax.tokens[first : noun + 3]:
            if token.text[0].isupper():
                country = countries.by_demonym(token.text) or countries.by_name(token.text)
                if country is not None:
                    return country.alpha3
        return None


def content(syntax: Syntax, first: int, last: int) -> frozenset[str]:
    """Return the words of a phrase that tell, in the singular, without article, country and possessor."""
    start = first
    for token in syntax.tokens[first:last]:
        if token.tag == "POS":
            start = token.i + 1
    return frozenset(meaning(token) for token in syntax.tokens[start:last] if _tells(token))


def owner_words(syntax: Syntax, first: int, noun: int, last: int) -> frozenset[str]:
    """Return the words that say whose a description is, before it ("the coalition’s") and behind ("of the army")."""
    possessors = [token.i for token in syntax.tokens[first:noun] if token.tag == "POS"]
    before = syntax.tokens[first : possessors[-1]] if possessors else ()
    return frozenset(meaning(token) for token in (*before, *syntax.tokens[noun + 1 : last]) if _tells(token))


def _tells(token: Token) -> bool:
    if not token.is_word or token.lower in EMPTY or token.tag in ("POS", "PRP$", "IN", "DT", "CC"):
        return False
    return countries.by_demonym(token.text) is None and countries.by_name(token.text) is None


def meaning(token: Token) -> str:
    """Return a noun as compared: lower case, singular, abbreviations written out."""
    word = token.lower.rstrip(".")
    return ABBREVIATED.get(word, singular(word))


def singular(noun: str) -> str:
    """Return the likeliest singular of a noun in lower case."""
    if noun.endswith("men"):
        return noun[:-2] + "an"
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") and len(noun) > 3 else noun


def can_be(cluster: Cluster, description: Mention) -> bool:
    """Whether a party can be what a description beside it says: a person a spokesman, a body a group."""
    if cluster.gender and description.gender and cluster.gender != description.gender:
        return False
    if cluster.single:
        return description.type is PartyType.PEOPLE and not description.plural
    return description.type is not PartyType.PEOPLE or description.words.split()[-1].lower() in BODY_OR_PERSON


def same_country(one: str | None, other: str | None) -> bool:
    """Whether two countries do not speak against each other: equal, or one unknown."""
    return one is None or other is None or one == other
