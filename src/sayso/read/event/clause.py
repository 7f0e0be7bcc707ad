"""Clause: a trigger's own clause in the tree, and who stands in it as what."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.read.syntax import Syntax
from sayso.read.tree import below, is_verb, objects_of, verb_above
from sayso.vocab.lemmas import bases

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")


def clause_of(syntax: Syntax, i: int) -> int:
    """Return the verb of a trigger's clause: the trigger itself, or the verb it hangs on."""
    return i if is_verb(syntax.tokens[i]) else verb_above(syntax, i)


def is_passive(syntax: Syntax, verb: int) -> bool:
    """Whether a verb stands in the passive, or as a participle behind a noun: *the man killed in Herat*."""
    token = syntax.tokens[verb]
    if token.tag != "VBN":
        return False
    words = below(syntax, verb)
    auxiliaries = {one.lower for one in words if one.dep in ("aux", "auxpass")}
    if auxiliaries & HAVING and not auxiliaries & {"been", "being"}:
        return False
    if any(one.dep in ("auxpass", "nsubjpass") for one in words):
        return True
    above = syntax.tokens[token.head]
    if token.dep == "conj" and not auxiliaries and above.tag == "VBN" and above.i < verb:
        return is_passive(syntax, above.i)
    return token.dep == "acl" and not any(one.dep == "aux" for one in words)


HAVING = frozenset("has have had having 've ’ve 'd ’d".split())


def subject(syntax: Syntax, verb: int) -> int | None:
    """Return the subject of a verb: its own, or that of the verb it is joined to; the noun before a relative."""
    seen: set[int] = set()
    while verb not in seen:
        seen.add(verb)
        token = syntax.tokens[verb]
        own = [c for c in syntax.children[verb] if syntax.tokens[c].dep in SUBJECTS]
        if own:
            return behind(syntax, own[0], verb)
        if token.dep in ("acl", "relcl") and (token.tag in ("VBG", "VBN") or token.dep == "relcl"):
            return token.head
        if (controlled := _controller(syntax, verb)) is not None:
            return controlled
        if token.dep not in ("conj", "xcomp", "advcl") or token.head == verb or not is_verb(syntax.tokens[token.head]):
            return None
        if token.dep == "advcl" and token.tag not in ("VBG", "VB"):
            return None
        if token.dep == "conj" and is_passive(syntax, token.head) and not is_passive(syntax, verb):
            return None
        verb = token.head
    return None


CONTROL = frozenset(
    "ask urge allow force order help let make tell want enable permit persuade convince push press lead cause call "
    "invite compel instruct encourage warn command require oblige".split()
)
"""Verbs whose object is to do what they take: *urged Turkey to withdraw*."""


def _controller(syntax: Syntax, verb: int) -> int | None:
    """Return who is asked, allowed or made to do what a verb tells."""
    token = syntax.tokens[verb]
    above = syntax.tokens[token.head]
    if token.dep not in ("xcomp", "ccomp", "advcl") or token.tag != "VB":
        return None
    if not any(base in CONTROL for base in bases(above.lower)):
        return None
    for word in below(syntax, above.i):
        if word.dep in ("dobj", "nsubjpass", "dative") and word.i < verb:
            return word.i
        if word.dep == "prep" and word.lower in ("on", "upon") and word.i < verb:
            return next(iter(objects_of(syntax, word.i)), None)
    return None


RELATIVE = frozenset({"who", "which", "that", "whom"})


def behind(syntax: Syntax, i: int, verb: int) -> int:
    """Return the noun that a relative pronoun stands for; other words are themselves."""
    token = syntax.tokens[i]
    if token.lower in RELATIVE and syntax.tokens[verb].dep == "relcl":
        return syntax.tokens[verb].head
    return i


def agent(syntax: Syntax, verb: int) -> int | None:
    """Return who is named by *by* behind a verb or noun."""
    for word in below(syntax, verb):
        if word.dep in ("agent", "prep") and word.lower == "by":
            return next(iter(objects_of(syntax, word.i)), None)
    return None


def joined(syntax: Syntax, i: int) -> Iterator[int]:
    """Yield a noun and those coordinated with it: *Turkey and Iran*."""
    yield i
    for c in syntax.children[i]:
        if syntax.tokens[c].dep == "conj" and syntax.tokens[c].tag[0] in "NPCD":
            yield from joined(syntax, c)
