"""Descriptions and pronouns: who is meant without a name - "a senior Turkish official", "the group", "he"."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.model import PartyType
from sayso.read.grammar import first_of_phrase, is_acting, is_noun, is_speaking, word_set
from sayso.read.mentions import Form, Mention, words_of
from sayso.read.syntax import Syntax, Token
from sayso.vocab import countries, titles

PRONOUN_GENDER = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
}  # fmt: skip
NEUTER = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
POINTING_BACK = frozenset({"the", "this", "that", "these", "those"})
COMPLEMENTS = frozenset({"of", "for", "to", "at", "in", "on"})
RELATIONAL = word_set(
    """head leader chief member spokesman spokeswoman spokesperson president director minister secretary ambassador
    envoy commander founder chairman chairwoman king queen emir governor mayor son daughter father mother
    brother sister wife husband members number group majority committee commission tribunal ministry department court government regime
    republican democrat senator representative congressman congresswoman"""
)
"""Nouns whose "of", "for" or "to" says of whom: it belongs to the description."""
REPORTS = word_set(
    """report reports statement statements study studies survey poll polls figures data document documents
    letter evidence article tweet video footage image images photo photos photograph photographs post
    email memo transcript account accounts claim claims rumour rumours rumor rumors law resolution agreement
    text book film history analysis investigation estimate estimates research message messages comment comments
    move decision attack offensive war conflict crisis situation deal plan story fact question answer time day
    year week month speech order website constitution treaty sign proposal result results remark remarks idea
    allegation allegations news word words"""
)
"""Nouns that "say" without being anyone."""
WEAK = word_set(
    """state countrie countries country nation superpower house school college university hospital club church mosque company bank office
    service center centre campaign operation forum board panel chamber trust body unit command force forces
    division branch wing network society mission programme program conference convention fund initiative
    community family works systems international industries affairs relations watch defence defense academy
    museum monitor cell world host crown kingdom customs treasury intelligence leadership department website caliphate emirate
    news radio television station"""
)
"""Words for bodies that are as often places or things: parties only where they act."""
PARTS_OF_NAMES = word_set(
    """times post herald tribune gazette journal wire daily inc ltd plc corp co llc telegraph chronicle weekly international
    relations affairs works watch helmets systems centres foundations operations campaigns"""
)
"""Words that end the names of bodies but describe none."""
VAGUE = word_set(
    """some others many several few most those all both none another everyone everybody someone somebody anyone nobody
    half dozens hundreds thousands one majority minority number men women children people"""
)  # fmt: skip


def find_descriptions(syntax: Syntax, names: Iterable[Mention]) -> list[Mention]:
    """Return the descriptions and pronouns of a report in the order of the text."""
    named = {i for name in names for i in range(name.first, name.last)}
    titled = {i for name in names if name.title for i in range(name.title_first, name.first)}
    found: list[Mention] = []
    for token in syntax.tokens:
        if token.tag in ("PRP", "PRP$"):
            mention = _pronoun(token)
        elif token.i in named or token.i in titled:
            continue
        else:
            mention = _description(syntax, token)
        if mention is not None:
            found.append(mention)
    return found


def _pronoun(token: Token) -> Mention | None:
    """Return a pronoun of the third person as a mention; "I", "we" and "you" are the affair of whoever is quoted."""
    gender = PRONOUN_GENDER.get(token.lower)
    if gender is None and token.lower not in NEUTER and token.lower not in PLURAL:
        return None
    return Mention(token.i, token.i + 1, token.i, Form.PRONOUN, token.text,
                   PartyType.PERSON if gender else None, gender=gender, plural=token.lower in PLURAL)  # fmt: skip


def _description(syntax: Syntax, token: Token) -> Mention | None:
    """Return the description whose head the token is, ``None`` where it is not of anyone."""
    if not is_noun(token):
        return _vague(syntax, token)
    if token.dep in ("compound", "amod", "nmod", "npadvmod"):
        return None
    first = first_of_phrase(syntax, token.i)
    kind = _kind(syntax, token, first)
    if kind is None:
        return None
    last = _end(syntax, token)
    if syntax.tokens[first].tag == "WP$":
        first += 1
    definite = _is_definite(syntax, token, first)
    if kind is not PartyType.GOVERNMENT and token.tag == "NNS" and not definite:
        kind = PartyType.PEOPLE
    return Mention(
        first, last, token.i, Form.DESCRIPTION, words_of(syntax, first, last), kind,
        country=country_of(syntax, first, token.i), gender=titles.gender_of(token.lower), plural=_is_plural(syntax, token, first),
        definite=definite,
    )  # fmt: skip


def _vague(syntax: Syntax, token: Token) -> Mention | None:
    """Return "some", "others", "many", "the elderly" as a mention where it is the subject of saying or "who" follows."""
    if token.tag not in ("DT", "JJ", "CD", "NN", "PDT", "RB") or not (
        titles.is_people(token.lower) or token.tag == "CD"
    ):
        return None
    if not (is_speaking(syntax, token.i) or (token.lower in ("those", "others") and _has_who(syntax, token))):
        return None
    first = first_of_phrase(syntax, token.i)
    return Mention(
        first,
        token.i + 1,
        token.i,
        Form.DESCRIPTION,
        words_of(syntax, first, token.i + 1),
        PartyType.PEOPLE,
        plural=True,
    )


def _has_who(syntax: Syntax, token: Token) -> bool:
    return any(syntax.tokens[child].dep == "relcl" for child in syntax.children[token.i])


def _kind(syntax: Syntax, token: Token, first: int) -> PartyType | None:
    """Return what kind of party a noun phrase describes, ``None`` for what is no party."""
    noun = token.lower
    if noun in REPORTS:
        return None
    if noun in PARTS_OF_NAMES or (WEAK & {noun, noun.removesuffix("s")} and not is_acting(syntax, token.i)):
        return None
    if titles.is_role(noun) or titles.is_people(noun) or _is_demonym(syntax, token):
        return PartyType.PEOPLE
    pair = f"{syntax.tokens[token.i - 1].lower} {noun}" if token.i > first else noun
    if (
        body := titles.body_type(pair)
        or titles.body_type(noun)
        or (titles.body_type(noun[:-1]) if noun.endswith("s") else None)
    ):
        return body
    if is_speaking(syntax, token.i) and noun not in REPORTS and token.tag in ("NN", "NNS"):
        return PartyType.PEOPLE
    return None


def _is_demonym(syntax: Syntax, token: Token) -> bool:
    """Whether a noun means a people or its members: "Syrians", "the Kurds", "Republicans"."""
    if not token.text[0].isupper() or token.tag not in ("NNPS", "NNS", "NNP"):
        return False
    if token.tag == "NNP":
        before = syntax.tokens[token.i - 1].lower if token.i else ""
        return (
            before in ("the", "a", "an")
            and countries.by_demonym(token.text) is not None
            and countries.by_name(token.text) is None
        )
    return countries.by_demonym(token.text) is not None or token.name.endswith("NORP") or token.lower in PEOPLES


PEOPLES = word_set(
    """kurds arabs jews muslims christians sunnis shias shiites alawites druze yazidis pashtuns tajiks hazaras uzbeks
    republicans democrats tories islamists europeans africans asians westerners turkmen tutsis hutus rohingya
    uighurs uyghurs chechens palestinians"""
)  # fmt: skip


def _end(syntax: Syntax, token: Token) -> int:
    """Return the token after a description: after its noun, or after the "of ..." that says of whom."""
    if token.lower not in RELATIONAL:
        return token.i + 1
    for child in syntax.children[token.i]:
        if child == token.i + 1 and syntax.tokens[child].dep == "prep" and syntax.tokens[child].lower in COMPLEMENTS:
            return _complement_end(syntax, child)
    return token.i + 1


def _complement_end(syntax: Syntax, preposition: int) -> int:
    """Return the token after the noun phrase of a preposition, clauses and appositions behind it left out."""
    end = preposition + 1
    for child in syntax.children[preposition]:
        if syntax.tokens[child].dep == "pobj":
            end = child + 1
            for below in syntax.children[child]:
                if syntax.tokens[below].dep == "prep" and below == end and syntax.tokens[below].lower in ("of", "for"):
                    end = _complement_end(syntax, below)
    return end


def country_of(syntax: Syntax, first: int, head: int) -> str | None:
    """Return the alpha-3 code of the country that a phrase names before its head ("Turkish", "US", "Syria’s")."""
    for token in syntax.tokens[first:head]:
        if token.text[0].isupper():
            country = countries.by_demonym(token.text) or countries.by_name(token.text)
            if country is not None:
                return country.alpha3
    return None


def _is_plural(syntax: Syntax, token: Token, first: int) -> bool:
    if token.tag in ("NNS", "NNPS") or titles.is_people(token.lower):
        return True
    return syntax.tokens[first].lower in ("these", "those", "both")


def _is_definite(syntax: Syntax, token: Token, first: int) -> bool:
    """Whether a description points back: "the", "this", a possessor; or a capital ("the President", "Party chairman")."""
    start = syntax.tokens[first]
    if start.lower in POINTING_BACK or start.tag == "PRP$":
        return True
    return any(syntax.tokens[child].dep == "poss" for child in syntax.children[token.i])
