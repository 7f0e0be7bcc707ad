"""Sources: the words that name who stands behind a cue."""

from __future__ import annotations

from sayso.read.attribution.constructions import child, noun_phrase, subtree
from sayso.read.attribution.draft import Range
from sayso.read.syntax import Syntax, Token

EXPLETIVE = frozenset({"it", "there"})
VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})


def of_verb(syntax: Syntax, verb: Token, seen: int = 0) -> Range | None:
    """Return the source of a verb: its subject, its agent if it is passive, or what it shares with the verb above."""
    if child(syntax, verb.i, "nsubjpass") or _is_reduced_passive(syntax, verb):
        return _agent(syntax, verb)
    subject = child(syntax, verb.i, "nsubj", "csubj")
    if subject is not None:
        return None if subject.lower in EXPLETIVE and subject.tag in ("EX",) else source_phrase(syntax, subject)
    if seen > 6 or verb.head == verb.i:
        return None
    return _shared(syntax, verb, seen)


def _shared(syntax: Syntax, verb: Token, seen: int) -> Range | None:
    """The subject that a verb without one shares: with the verb it is joined to, or the noun that it describes."""
    above = syntax.tokens[verb.head]
    if verb.dep in ("acl", "relcl") and above.tag not in VERB_TAGS:
        return source_phrase(syntax, above)
    if verb.dep in ("conj", "xcomp", "advcl", "ccomp", "parataxis", "dep", "pcomp", "prep"):
        if above.tag in VERB_TAGS or above.tag == "MD":
            if verb.dep == "xcomp":
                given = child(syntax, above.i, "dobj")
                if given is not None and above.i < given.i < verb.i:
                    return source_phrase(syntax, given)
            return _subject_above(syntax, above, seen)
        if above.head != above.i and verb.dep in ("pcomp", "prep"):
            return of_verb(syntax, syntax.tokens[above.head], seen + 1)
        if verb.dep in ("conj", "advcl"):
            return of_verb(syntax, above, seen + 1)
    return None


def _subject_above(syntax: Syntax, above: Token, seen: int) -> Range | None:
    passive = child(syntax, above.i, "nsubjpass")
    if passive is not None:
        return source_phrase(syntax, passive)
    return of_verb(syntax, above, seen + 1)


def _is_reduced_passive(syntax: Syntax, verb: Token) -> bool:
    return verb.tag == "VBN" and verb.dep in ("acl", "relcl") and child(syntax, verb.i, "nsubj", "aux") is None


def _agent(syntax: Syntax, verb: Token) -> Range | None:
    """The ``by`` phrase of a passive."""
    agent = child(syntax, verb.i, "agent") or next(
        (syntax.tokens[c] for c in syntax.children[verb.i] if syntax.tokens[c].lower == "by"), None
    )
    inner = child(syntax, agent.i, "pobj") if agent else None
    return source_phrase(syntax, inner) if inner else None


def source_phrase(syntax: Syntax, head: Token) -> Range:
    """Return the noun phrase of a source: title and apposition as printed, without a relative clause."""
    return noun_phrase(syntax, head.i)


def of_noun(syntax: Syntax, noun: Token) -> Range | None:
    """Return the source of a noun cue: ``X's claim``, ``claims by X``, ``X made a claim``, ``the Turkish threat``."""
    owner = child(syntax, noun.i, "poss")
    if owner is not None:
        first, last = subtree(syntax, owner.i)
        if last - first > 1 and syntax.tokens[last - 1].tag == "POS":
            last -= 1
        return first, last
    for c in syntax.children[noun.i]:
        below = syntax.tokens[c]
        if below.dep in ("prep", "agent") and below.lower in ("by", "from"):
            inner = child(syntax, c, "pobj")
            if inner is not None:
                return source_phrase(syntax, inner)
    return None


def of_copula(syntax: Syntax, word: Token) -> Range | None:
    """Return the source of an adjective or noun cue behind a verb: ``X is confident that``, ``X made a promise``."""
    above = syntax.tokens[word.head]
    if above.i != word.i and above.tag in VERB_TAGS and word.dep in ("acomp", "attr", "dobj", "oprd", "conj"):
        return of_verb(syntax, above)
    return None
