"""Grammar: what the stage for parties asks of a sentence's tree: noun phrases, verbs, and whether someone acts."""

from __future__ import annotations

from sayso.read.syntax import Syntax, Token
from sayso.vocab.lemmas import bases


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(words.split())


BEFORE_NOUN = word_set("det amod compound nmod poss nummod quantmod npadvmod predet advmod punct case preconj")
SUBJECTS = frozenset({"nsubj", "csubj"})
SAYING = word_set(
    """say tell add claim ask warn deny state insist argue announce report confirm admit declare explain note suggest
    acknowledge allege assert reply respond respond urge demand call accuse blame condemn vow promise pledge
    threaten believe think hope fear want expect predict estimate write tweet post describe stress reiterate
    agree disagree decline refuse comment recall complain caution maintain concede propose order appeal welcome
    criticise criticize denounce dismiss reject express voice remark speak talk testify praise thank decide plan
    seek vote know understand feel worry doubt suspect conclude find recommend advise instruct invite signal
    indicate echo reveal disclose offer approve support back oppose meet negotiate answer counter object protest joke
    hint contend cite quote"""
)
"""Verbs that only someone can do, mostly with words: their subject is a party."""
ADDRESSING = word_set(
    """tell urge accuse blame ask warn criticise criticize condemn thank invite support back persuade convince pressure
    press denounce praise attack fight defeat oppose arm fund help assist join meet sue sanction threaten defend
    represent force inform advise notify assure remind order call want expect"""
)
"""Verbs whose object is a party."""
ADDRESSED_BY = frozenset({"by", "with", "against", "between", "among", "including"})
PLAIN_SAYING = frozenset({"said", "says", "told"})
MISREAD = frozenset({"appos", "npadvmod", "dep", "dobj", "nmod"})
"""What a parser takes a subject for that it has missed, right before "said"."""
STANDING = word_set("be lie lay stand remain fall fell fallen become became border sit have face suffer collapse burn")
"""Verbs of which a place is as often the subject as a party."""


def is_noun(token: Token) -> bool:
    """Whether the token is a common or proper noun."""
    return token.tag.startswith("NN")


def lemma_in(form: str, words: frozenset[str]) -> bool:
    """Whether a verb form is one of the words, inflected."""
    return any(base in words for base in bases(form))


def first_of_phrase(syntax: Syntax, head: int) -> int:
    """Return the first token of the noun phrase that ends with ``head``: article, possessor and adjectives included."""
    first = head
    for child in reversed(syntax.children[head]):
        if child > head:
            continue
        left, right = syntax.edges[child]
        if syntax.tokens[child].dep not in BEFORE_NOUN or right + 1 != first or right >= head:
            break
        first = left
    while first < head and (not syntax.tokens[first].is_word or _is_about_all(syntax, first, head)):
        first += 1
    for i in range(head - 1, first, -1):
        if syntax.tokens[i].tag == "DT" and syntax.tokens[i - 1].text == ",":
            return i
    return first


def _is_about_all(syntax: Syntax, i: int, head: int) -> bool:
    """Whether a word is said of the phrase from outside: "*even* allies", "*how persuasively* leaders argue"."""
    token = syntax.tokens[i]
    return token.tag == "WRB" or (token.tag == "RB" and (token.head == head or syntax.tokens[i - 1].tag == "WRB"))


def chief(syntax: Syntax, i: int) -> int:
    """Return the first of the conjuncts that ``i`` is joined with by "and", which bears their part in the clause."""
    while (
        syntax.tokens[i].dep == "conj" and syntax.tokens[i].head < i and is_noun(syntax.tokens[syntax.tokens[i].head])
    ):
        i = syntax.tokens[i].head
    return i


def governor(syntax: Syntax, i: int) -> Token:
    """Return the word on which the phrase headed by ``i`` hangs, conjuncts passed over."""
    return syntax.tokens[syntax.tokens[chief(syntax, i)].head]


def governing_verb(syntax: Syntax, i: int) -> int | None:
    """Return the verb in whose clause a word stands, ``None`` outside any."""
    here = syntax.tokens[i]
    while here.head != here.i:
        here = syntax.tokens[here.head]
        if here.tag.startswith("V"):
            return here.i
    return None


def is_subject(syntax: Syntax, i: int) -> bool:
    """Whether the phrase headed by ``i`` is the subject of an active clause."""
    return syntax.tokens[chief(syntax, i)].dep in SUBJECTS


def is_speaking(syntax: Syntax, i: int) -> bool:
    """Whether the phrase headed by ``i`` is the subject of a verb of ``SAYING`` or follows "according to"."""
    top = syntax.tokens[chief(syntax, i)]
    above = syntax.tokens[top.head]
    if top.dep in SUBJECTS:
        return above.tag.startswith("V") and lemma_in(above.lower, SAYING)
    if i + 1 < len(syntax.tokens) and syntax.tokens[i + 1].lower in PLAIN_SAYING and top.dep in MISREAD:
        return True
    if top.dep == "pobj" and above.dep == "agent":
        return lemma_in(syntax.tokens[above.head].lower, SAYING)
    return top.dep == "pobj" and (
        above.lower == "to" and above.i > 0 and syntax.tokens[above.i - 1].lower == "according"
    )


def is_acting(syntax: Syntax, i: int) -> bool:
    """Whether the phrase headed by ``i`` does something, has it done to it as someone, or takes part in it."""
    top = syntax.tokens[chief(syntax, i)]
    above = syntax.tokens[top.head]
    if top.dep in SUBJECTS:
        return True
    if top.dep in ("dobj", "dative", "nsubjpass"):
        return lemma_in(above.lower, ADDRESSING)
    return (top.dep == "pobj" and above.lower in ADDRESSED_BY) or is_speaking(syntax, i)


def is_embedded(syntax: Syntax, i: int) -> bool:
    """Whether the clause of which ``i`` is the subject stands inside what someone else says."""
    here = syntax.tokens[syntax.tokens[chief(syntax, i)].head]
    if here.dep == "agent":
        here = syntax.tokens[here.head]
    while here.head != here.i:
        above = syntax.tokens[here.head]
        if here.dep != "conj" and above.tag.startswith("V") and lemma_in(above.lower, SAYING):
            return True
        here = above
    return False
