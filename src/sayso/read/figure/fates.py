"""What became of those counted: killed, wounded, detained, driven out, by the verb, adjective or noun that governs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sayso.model import FigureKind
from sayso.read.figure.counted import Counted, beside
from sayso.read.syntax import Syntax, Token
from sayso.vocab.figure_words import figure_words, found_in, is_in
from sayso.vocab.titles import is_people, is_role

OBJECTS = frozenset({"dobj", "nsubjpass", "oprd"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
UNARMED_FATES = frozenset({FigureKind.DISPLACED, FigureKind.MISSING})
"""What befalls fighters and soldiers by their own move: those who fled or vanished are still counted as fighters."""
FORCES = frozenset({FigureKind.FIGHTERS, FigureKind.TROOPS, FigureKind.DETAINED, FigureKind.HOSTAGES})
THINGS = frozenset({FigureKind.WEAPONS, FigureKind.BUILDINGS, FigureKind.MONEY, FigureKind.DISTANCE})
PERSONS = frozenset(set(FigureKind) - THINGS - {FigureKind.OTHER})


VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})


class Role(NamedTuple):
    """How a phrase hangs on the word above it: the dependency label, and the index of that word."""

    dep: str
    head: int


def fate(syntax: Syntax, one: Counted) -> FigureKind | None:
    """Return what became of those counted, or ``None`` where the words say nothing of it."""
    noun = noun_kind(syntax, one)
    if noun in THINGS or is_part_of_them(syntax, one):
        return None
    found = _beside(syntax, one) or _own(syntax, one) or _governed(syntax, one) or _behind_verb(syntax, one)
    if found in UNARMED_FATES and noun in FORCES:
        return None
    return found


def is_part_of_them(syntax: Syntax, one: Counted) -> bool:
    """Whether the number says what some of those told before were: ``five of them children``."""
    at = one.numeral.last
    words = [t.lower for t in syntax.tokens[at : at + 2]]
    return one.noun is not None and len(words) == 2 and words[0] == "of" and words[1] in ("them", "whom")


def noun_kind(syntax: Syntax, one: Counted) -> FigureKind | None:
    """Return the kind that the counted noun itself tells, or the word before it (``rebel commanders``)."""
    if one.noun is None:
        return None
    nouns = figure_words().noun
    token = syntax.tokens[one.noun]
    kind = None if token.tag == "NNP" and not token.text.isupper() else found_in(nouns, token.lower)
    if kind is not None:
        return kind
    words = (syntax.tokens[i] for i in reversed(syntax.children[one.noun]) if one.numeral.last <= i < one.noun)
    return next((kind for t in words if t.dep in ("compound", "nmod") and (kind := found_in(nouns, t.lower))), None)


def is_person(syntax: Syntax, one: Counted) -> bool:
    """Whether what is counted may be people: by the noun, or because there is none, or because it is a name."""
    if one.noun is None:
        return True
    token = syntax.tokens[one.noun]
    if is_in(figure_words().people, token.lower) or is_people(token.lower) or is_role(token.lower):
        return True
    return noun_kind(syntax, one) in PERSONS or (token.tag in ("NNPS", "NNP") and not token.text.isupper())


def _own(syntax: Syntax, one: Counted) -> FigureKind | None:
    """``12 dead civilians``, ``30 people killed in…``, ``12 who died``, ``12 deaths``."""
    words = figure_words()
    for i in {one.noun, one.top} - {None}:
        assert i is not None
        for child in map(syntax.tokens.__getitem__, syntax.children[i]):
            if child.dep == "amod" and one.numeral.last <= child.i < i and child.lower in words.result:
                return words.result[child.lower]
            if child.i > i and child.dep in ("acl", "relcl", "amod") and (kind := _clause(syntax, one, child)):
                return kind
    return None


def _clause(syntax: Syntax, one: Counted, verb: Token) -> FigureKind | None:
    """Return the fate that a clause upon the counted noun tells: ``killed by…``, ``who were wounded``, ``fleeing``."""
    words = figure_words()
    if verb.dep == "amod":
        return words.result.get(verb.lower)
    relative = [t for t in map(syntax.tokens.__getitem__, syntax.children[verb.i]) if t.dep in SUBJECTS]
    if relative and relative[0].tag not in ("WP", "WDT"):
        return None
    if verb.dep == "acl" and verb.tag == "VBN":
        return _of_verb(syntax, one, verb, "nsubjpass")
    return _of_verb(syntax, one, verb, relative[0].dep if relative else "nsubj")


def roles(syntax: Syntax, i: int) -> Iterator[Role]:
    """Yield what a phrase hangs on, from itself upwards through ``12 and 30``, ``a total of``, ``the deaths of``."""
    for _ in range(6):
        token = syntax.tokens[i]
        head = syntax.tokens[token.head]
        if head.i == i:
            return
        if token.dep in ("pobj", "nmod") and head.lower in ("of", "to", "at", "as", "between", "with", "from"):
            above = syntax.tokens[head.head]
            if above.tag == "CD":
                i = above.i
                continue
            yield Role(head.lower, head.head)
            if head.lower != "of" or not is_in(figure_words().crowds, above.lower):
                return
            i = above.i
        elif token.dep == "conj" and head.tag.startswith(("N", "CD", "PRP")):
            i = head.i
        else:
            yield Role(token.dep, head.i)
            return


def _governed(syntax: Syntax, one: Counted) -> FigureKind | None:
    """Return the fate that the word above tells."""
    words = figure_words()
    for role in roles(syntax, one.top):
        head = syntax.tokens[role.head]
        if role.dep in ("of", "to", "at", "with", "as"):
            kind = _of_toll(syntax, one, head)
        elif role.dep in SUBJECTS and head.lower in words.result and not _objects(syntax, head):
            kind = words.result[head.lower]
        else:
            kind = _of_verb(syntax, one, head, role.dep)
        if kind is not None:
            return kind
    return None


def _of_toll(syntax: Syntax, one: Counted, head: Token) -> FigureKind | None:
    """``the deaths of 12 people``, ``the death toll rose to 12``, ``put the number of dead at 12``."""
    nouns = figure_words().noun
    if head.tag.startswith("N"):
        kind = found_in(nouns, head.lower)
        return kind if kind in PERSONS - FORCES or (kind is FigureKind.DETAINED and not _is_plural(head)) else None
    for child in map(syntax.tokens.__getitem__, syntax.children[head.i]):
        if child.dep in ("nsubj", "nsubjpass", "dobj") and is_in(figure_words().crowds, child.lower):
            below = [t for t in syntax.subtree(child.i) if t.tag.startswith(("N", "J", "V"))]
            return next((kind for t in below if (kind := found_in(nouns, t.lower)) and is_person(syntax, one)), None)
    return None


def _is_plural(token: Token) -> bool:
    return token.tag in ("NNS", "NNPS")


def told_to_be(syntax: Syntax, one: Counted) -> FigureKind | None:
    """Return the kind of the noun that a bare number is said to be: ``5 million are refugees``."""
    for role in roles(syntax, one.top) if one.noun is None else ():
        if role.dep == "nsubj" and syntax.tokens[role.head].lower in ("are", "were", "is", "was", "be"):
            below = [syntax.tokens[i].lower for i in syntax.children[role.head] if syntax.tokens[i].dep == "attr"]
            return next((kind for noun in below if (kind := found_in(figure_words().noun, noun))), None)
    return None


def is_saved(syntax: Syntax, one: Counted) -> bool:
    """Whether those counted came to no harm: ``saved 12 lives``."""
    saving = figure_words().saving
    return any(role.dep in OBJECTS and is_in(saving, syntax.tokens[role.head].lower) for role in roles(syntax, one.top))


def _objects(syntax: Syntax, verb: Token) -> list[Token]:
    return [syntax.tokens[i] for i in syntax.children[verb.i] if syntax.tokens[i].dep == "dobj"]


def _of_verb(syntax: Syntax, one: Counted, verb: Token, role: str) -> FigureKind | None:
    """Return what a verb does to, or says of, its subject or object."""
    words = figure_words()
    kind = _direct(syntax, one, verb, role) or _pair(syntax, verb)
    if kind is not None:
        return kind
    if role in SUBJECTS or (role in OBJECTS and is_in(words.light, verb.lower)):
        return _through(syntax, one, verb, role)
    return None


def _direct(syntax: Syntax, one: Counted, verb: Token, role: str) -> FigureKind | None:
    words = figure_words()
    table = words.undergo if role in OBJECTS else words.suffer if role in SUBJECTS else None
    kind = found_in(table, verb.lower) if table else None
    if kind is None or (is_in(words.strict, verb.lower) and not is_person(syntax, one)):
        return None
    return kind


def _pair(syntax: Syntax, verb: Token) -> FigureKind | None:
    """``shot dead``, ``gunned down``, ``forced from their homes``: a verb and a word near behind it."""
    pairs = figure_words().pairs
    after = syntax.tokens[verb.i + 1 : verb.i + 5]
    return next((kind for t in after if (kind := pairs.get((verb.lower, t.lower)))), None)


def _through(syntax: Syntax, one: Counted, verb: Token, role: str) -> FigureKind | None:
    """``are known to have died``, ``were dead``, ``left 12 dead``, ``were rounded up and killed``."""
    words = figure_words()
    for child in map(syntax.tokens.__getitem__, syntax.children[verb.i]):
        if child.i < verb.i or child.dep not in ("xcomp", "acomp", "oprd", "ccomp", "conj", "attr"):
            continue
        below = [syntax.tokens[i] for i in syntax.children[child.i]]
        has_subject = any(t.dep in SUBJECTS for t in below)
        if (has_subject and child.dep in ("conj", "ccomp")) or (child.dep == "conj" and role == "dobj"):
            continue
        if child.lower in words.result and not any(t.dep == "dobj" for t in below):
            return words.result[child.lower]
        is_passive = any(t.dep == "auxpass" for t in below)
        if kind := _direct(syntax, one, child, "nsubjpass" if is_passive else "nsubj"):
            return kind
    return None


def _beside(syntax: Syntax, one: Counted) -> FigureKind | None:
    """Return what the next words say, which the tree often hangs elsewhere: ``and 14 captured``, ``some 12 dead``."""
    after, words = beside(syntax, one), figure_words()
    if after is None:
        return None
    if after.lower in words.result and not _objects(syntax, after):
        return words.result[after.lower]
    return _pair(syntax, after)


def _behind_verb(syntax: Syntax, one: Counted) -> FigureKind | None:
    """Return what the verb right before the number does: ``killing 12``."""
    before = syntax.tokens[one.numeral.first - 1] if one.numeral.first else None
    return _direct(syntax, one, before, "dobj") if before is not None and before.tag in VERBS else None
