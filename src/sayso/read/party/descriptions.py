"""Descriptions and pronouns: who is meant without a name - "a senior Turkish official", "the group", "he"."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.model import PartyType
from sayso.read.party.grammar import first_of_phrase, is_acting, is_noun, is_speaking, lemma_in, word_set
from sayso.read.party.mentions import NOBODY, Form, Mention, words_of
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
QUANTITIES = word_set(
    "hundreds thousands dozens scores tens millions half majority number couple handful pair lot lots rest"
)
"""Words that are someone only by what they are a quantity of: "hundreds of mines", "hundreds of civilians"."""
SHARES = word_set("half majority number rest lot lots")
BODY_PARTS = word_set("head heads")
SERVING = word_set("serve work act volunteer resign elect appoint")
STATES = word_set("be ’s 's seem appear become remain")
EVENTS = word_set("take happen emerge follow rain snow matter turn occur mean depend cost")
"""Verbs of which "it" is the subject without being anyone."""


def find_descriptions(syntax: Syntax, names: Iterable[Mention]) -> list[Mention]:
    """Return the descriptions and pronouns of a report in the order of the text."""
    named = {i for name in names for i in range(name.first, name.last)}
    titled = {i for name in names if name.title for i in range(name.title_first, name.first)}
    found: list[Mention] = []
    for token in syntax.tokens:
        if token.tag in ("PRP", "PRP$"):
            mention = _pronoun(syntax, token)
        elif token.i in named or token.i in titled:
            continue
        else:
            mention = _description(syntax, token)
        if mention is not None:
            found.append(mention)
    return found


def _pronoun(syntax: Syntax, token: Token) -> Mention | None:
    """Return a pronoun of the third person as a mention; "I", "we" and "you" are the affair of whoever is quoted."""
    gender = PRONOUN_GENDER.get(token.lower)
    if gender is None and token.lower not in NEUTER and token.lower not in PLURAL:
        return None
    if token.text == "IT" or (token.lower == "it" and _is_empty(syntax, token)):
        return None
    return Mention(token.i, token.i + 1, token.i, Form.PRONOUN, token.text,
                   PartyType.PERSON if gender else None, gender=gender, plural=token.lower in PLURAL)  # fmt: skip


def _is_empty(syntax: Syntax, token: Token) -> bool:
    """Whether "it" stands for no party: "it is clear that", "it is understood that", "upload it"."""
    verb = syntax.tokens[token.head]
    if token.dep not in ("nsubj", "nsubjpass") or not verb.tag.startswith("V"):
        return token.dep == "expl" or not is_acting(syntax, token.i)
    if lemma_in(verb.lower, STATES) or lemma_in(verb.lower, EVENTS):
        return True
    below = {syntax.tokens[child].dep for child in syntax.children[verb.i]}
    return token.dep == "nsubjpass" and bool(below & {"ccomp", "csubj", "xcomp"})


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
        country=country_of(syntax, first, token.i), gender=titles.gender_of(token.lower),
        plural=_is_plural(syntax, token, first), definite=definite, said_of=_said_of(syntax, token),
    )  # fmt: skip


def _said_of(syntax: Syntax, token: Token) -> int | None:
    """Return of whom a noun says what they are ("he is a doctor", "she served as a medic"), ``None`` if it does not.

    ``NOBODY`` where it is said of no one sure: "he may be a doctor", "they called him a spy".
    """
    above = syntax.tokens[token.head]
    if token.dep == "oprd":
        return NOBODY
    if token.dep == "attr":
        return _subject(syntax, above.i)
    if token.dep == "pobj" and above.lower == "as" and syntax.tokens[above.i - 1].lower not in ("such", "well"):
        return _subject(syntax, above.head) if lemma_in(syntax.tokens[above.head].lower, SERVING) else NOBODY
    return None


def _subject(syntax: Syntax, verb: int) -> int | None:
    """Return the subject of which a verb says what it is, ``NOBODY`` if it is denied or only possible."""
    around = [syntax.tokens[i] for i in syntax.children[verb]]
    subject = next((one for one in around if one.dep in ("nsubj", "nsubjpass", "expl")), None)
    if subject is None and syntax.tokens[verb].dep == "conj" and syntax.tokens[syntax.tokens[verb].head].tag[0] == "V":
        return _subject(syntax, syntax.tokens[verb].head)
    if subject is None or subject.lower in ("it", "there", "here"):
        return None
    unsure = any(one.dep == "neg" or one.tag == "MD" for one in around)
    return NOBODY if unsure else subject.i


def _vague(syntax: Syntax, token: Token) -> Mention | None:
    """Return "some", "others", "the elderly" as a mention where it is the subject of saying or "who" follows."""
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
    if noun in titles.description_words("report") or _is_nobody(syntax, token, first):
        return None
    if noun in titles.description_words("part_of_name") or _is_only_word(syntax, token):
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
    if is_speaking(syntax, token.i) and noun not in titles.description_words("report") and token.tag in ("NN", "NNS"):
        return PartyType.PEOPLE
    return None


def _is_nobody(syntax: Syntax, token: Token, first: int) -> bool:
    """Whether a noun that may be of a party is not, by how it is used: "held court", "his head", "half of it"."""
    if token.lower in QUANTITIES:
        return not _is_of_someone(syntax, token)
    if is_acting(syntax, token.i):
        return False
    if token.lower in BODY_PARTS and not _complement(syntax, token):
        return token.dep != "appos"
    bare = all(word.tag in ("NN", "JJ") and word.text.islower() for word in syntax.tokens[first : token.i + 1])
    said = (_said_of(syntax, token) or NOBODY) != NOBODY
    return bare and not said and token.dep in ("dobj", "pobj") and not titles.is_people(token.lower)


def _complement(syntax: Syntax, token: Token) -> int | None:
    """Return the preposition right behind a noun that says of whom or of what it is, if there is one."""
    behind = token.i + 1
    if behind < len(syntax.tokens) and syntax.tokens[behind].head == token.i:
        return behind if syntax.tokens[behind].lower in COMPLEMENTS else None
    return None


def _is_of_someone(syntax: Syntax, token: Token) -> bool:
    """Whether a quantity is one of people: "hundreds of civilians"; alone it must act, and "half" speak."""
    preposition = _complement(syntax, token)
    if preposition is None:
        return is_speaking(syntax, token.i) or (token.lower not in SHARES and is_acting(syntax, token.i))
    nouns = (syntax.tokens[i].lower for i in syntax.children[preposition])
    return any(titles.is_role(noun) or titles.is_people(noun) for noun in nouns)


def _is_only_word(syntax: Syntax, token: Token) -> bool:
    """Whether a word that may be of a party is none's here: "weak" ones must act, "deeds" must speak."""
    forms = {token.lower, token.lower.removesuffix("s")}
    if forms & titles.description_words("deeds"):
        return not is_speaking(syntax, token.i)
    return bool(forms & titles.description_words("weak")) and not is_acting(syntax, token.i)


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
    return countries.by_demonym(token.text) is not None or token.lower in titles.description_words("peoples")


def _end(syntax: Syntax, token: Token) -> int:
    """Return the token after a description: after its noun, or after the "of ..." that says of whom."""
    if token.lower not in titles.description_words("relational"):
        return token.i + 1
    for child in syntax.children[token.i]:
        behind = syntax.tokens[child]
        if child == token.i + 1 and behind.dep == "prep" and behind.lower in COMPLEMENTS:
            if token.lower in ("government", "regime") and not _is_of_name(syntax, child):
                return token.i + 1
            return _complement_end(syntax, child)
    return token.i + 1


def _is_of_name(syntax: Syntax, preposition: int) -> bool:
    """Whether what a body is "of" has a name: "the government of Syria", not "told the government of the danger"."""
    right = syntax.edges[preposition][1]
    return any(token.text[0].isupper() for token in syntax.tokens[preposition + 1 : min(right, preposition + 4) + 1])


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
    """Whether a description points back: "the", "this", or a possessor."""
    start = syntax.tokens[first]
    if start.lower in POINTING_BACK or start.tag == "PRP$":
        return True
    return any(syntax.tokens[child].dep == "poss" for child in syntax.children[token.i])
