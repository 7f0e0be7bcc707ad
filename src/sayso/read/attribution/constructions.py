"""Constructions: the ways in which English ties a content to a cue, read off the parse.

``of_verb`` and ``of_noun`` give, for one token, every tie that the parse shows, with its name; whether a tie is an
attribution is decided by the cue table (``sayso.vocab.cues``), which knows for each cue the ties that it takes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sayso.read.attribution.draft import Range
from sayso.read.syntax import Syntax, Token

WH = frozenset("whether if why how what who where when which whom whatever whoever".split())
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
CLAUSE_STOPS = frozenset(",;–—-")


class Tie(NamedTuple):
    """One way in which a token governs a content: the construction's name and the content's token ranges."""

    construction: str
    content: tuple[Range, ...]


def subtree(syntax: Syntax, i: int) -> Range:
    """Return the range of a token and all below it."""
    first, last = syntax.edges[i]
    return first, last + 1


def child(syntax: Syntax, i: int, *labels: str) -> Token | None:
    """Return the first direct dependent with one of these labels."""
    return next((syntax.tokens[c] for c in syntax.children[i] if syntax.tokens[c].dep in labels), None)


def of_verb(syntax: Syntax, verb: Token) -> Iterator[Tie]:
    """Yield the ties of a verb: clause, infinitive, gerund, object, object with complement, preposition, passive."""
    if (free := _free_relative(syntax, verb)) is not None:
        yield free
        return
    passive = child(syntax, verb.i, "nsubjpass") or _shared_subject(syntax, verb)
    direct = next((t for t in _below(syntax, verb) if t.dep == "dobj" and t.i > verb.i), None)
    for dependent in _below(syntax, verb):
        yield from _of_dependent(syntax, verb, dependent, direct, passive)
    if direct:
        yield Tie("obj", (subtree(syntax, direct.i),))
    if passive and passive.i < verb.i:
        yield Tie("passive", (noun_phrase(syntax, passive.i),))
    if verb.dep == "acl" and verb.tag == "VBN" and child(syntax, verb.i, "agent"):
        yield Tie("passive", (noun_phrase(syntax, verb.head),))
    if verb.dep == "parataxis":
        yield Tie("fronted", fronted(syntax, verb.head, verb))


def _shared_subject(syntax: Syntax, verb: Token) -> Token | None:
    """The subject that a passive shares with the verb it is joined to: ``denies it, but is believed to …``."""
    if verb.dep != "conj" or verb.tag != "VBN" or child(syntax, verb.i, "auxpass") is None:
        return None
    return child(syntax, verb.head, "nsubj", "nsubjpass")


def _below(syntax: Syntax, token: Token) -> Iterator[Token]:
    return (syntax.tokens[c] for c in syntax.children[token.i])


def _of_dependent(
    syntax: Syntax, verb: Token, dependent: Token, direct: Token | None, passive: Token | None
) -> Iterator[Tie]:
    """Yield the ties that one dependent of a verb makes."""
    content, follows = subtree(syntax, dependent.i), dependent.i > verb.i
    match dependent.dep:
        case "ccomp" if follows:
            yield _with_coordinated(syntax, verb, _with_subject(syntax, direct, dependent, _clause(syntax, dependent)))
        case "ccomp" | "parataxis":
            yield from [] if follows else [Tie("fronted", fronted(syntax, dependent.i, verb))]
        case "xcomp" if follows:
            yield from _open_clause(syntax, verb, dependent, direct, passive)
        case "prep" | "agent" if follows and dependent.lower != "by":
            yield from _that_clause_behind(syntax, dependent)
            yield from _prepositional(syntax, verb, dependent, direct, passive)
        case "agent" if passive:
            yield from _behind_agent(syntax, dependent, passive)
        case "oprd" if passive:
            yield Tie("passive-pred", (noun_phrase(syntax, passive.i), content))
        case "oprd" if direct:
            yield Tie("obj-pred", (_span(subtree(syntax, direct.i), content),))
        case "advcl" if follows and syntax.tokens[content[0]].lower == "to":
            yield Tie("advcl-to", (content,))


def _free_relative(syntax: Syntax, verb: Token) -> Tie | None:
    """``what some believe is a signal``, ``what some see as a sign``: the content stands behind *is* or *as*."""
    what = child(syntax, verb.i, "dobj", "nsubj", "attr", "pobj")
    if what is None or what.lower != "what" or what.i > verb.i:
        return None
    follows = syntax.tokens[verb.i + 1 : verb.i + 3]
    bridge = next((t for t in follows if t.lower in ("is", "was", "are", "were", "be", "as")), None)
    if bridge is None or (bridge is follows[-1] and follows[0].tag != "TO"):
        return None
    end = syntax.sentences[verb.sentence].last
    stop = next((t.i for t in syntax.tokens[bridge.i + 1 : end] if t.text in CLAUSE_STOPS), end)
    content = (bridge.i + 1, stop)
    return Tie("obj-prep:as" if bridge.lower == "as" else "clause", (content,)) if content[1] > content[0] else None


def _span(one: Range, other: Range) -> Range:
    return min(one[0], other[0]), max(one[1], other[1])


def _clause(syntax: Syntax, head: Token) -> Tie:
    """A clause after its cue: with ``that`` or without, a question, ``X to do``, or a gerund."""
    first, last = subtree(syntax, head.i)
    start = syntax.tokens[first]
    if start.dep == "mark" and start.lower == "that":
        return Tie("that", ((first + 1, last),))
    if start.lower in WH:
        return Tie("wh", ((first, last),))
    if head.tag == "VBG" and not child(syntax, head.i, "aux"):
        return Tie("ing", ((first, last),))
    if any(syntax.tokens[c].tag == "TO" for c in syntax.children[head.i]):
        return Tie("obj-to", ((first, last),))
    return Tie("clause", ((first, last),))


def _with_subject(syntax: Syntax, direct: Token | None, head: Token, tie: Tie) -> Tie:
    """Give back the subject that the parser took for the cue's object: ``said the violence has grown``."""
    first, last = tie.content[0]
    bare = child(syntax, head.i, "nsubj", "nsubjpass", "expl", "csubj") is None
    if tie.construction != "clause" or not bare or direct is None or subtree(syntax, direct.i)[1] != first:
        return tie
    return Tie("clause", ((subtree(syntax, direct.i)[0], last),))


REPORTED = frozenset("will would could might may should can had".split())
BINDING = frozenset("if unless until because since once".split())
PRONOUNS = frozenset("they he she it we i".split())


def _with_coordinated(syntax: Syntax, verb: Token, tie: Tie) -> Tie:
    """Take in a further clause that the parser joined to the cue: ``said they talk, but if it fails, they will fight``.

    It is reported too if its subject is a pronoun and a modal or *had* goes before its verb.
    """
    if tie.construction not in ("that", "clause"):
        return tie
    first, last = tie.content[0]
    for c in syntax.children[verb.i]:
        clause = syntax.tokens[c]
        subject = child(syntax, c, "nsubj")
        modal = any(syntax.tokens[g].lower in REPORTED and syntax.tokens[g].dep == "aux" for g in syntax.children[c])
        coordinated = clause.dep == "conj" and c > last and subject and subject.lower in PRONOUNS and modal
        inverted = clause.dep == "ccomp" and subtree(syntax, c)[0] == last and syntax.tokens[last].lower == "should"
        bound = clause.dep == "advcl" and subtree(syntax, c)[0] == last and syntax.tokens[last].lower in BINDING
        misled = clause.dep == "ccomp" and subtree(syntax, c)[0] == last and subject is None and clause.tag in FINITE
        if coordinated or inverted or bound or misled:
            last = subtree(syntax, c)[1]
    return Tie(tie.construction, ((first, last),))


def _open_clause(
    syntax: Syntax, verb: Token, head: Token, direct: Token | None, passive: Token | None
) -> Iterator[Tie]:
    """An infinitive or gerund that shares its subject with the cue, or takes the cue's object for one."""
    content = subtree(syntax, head.i)
    is_to = any(syntax.tokens[c].tag == "TO" for c in syntax.children[head.i])
    if passive and is_to:
        yield Tie("passive-to", (noun_phrase(syntax, passive.i), content))
    elif is_to and direct and direct.i < head.i:
        yield Tie("obj-to", (_span(subtree(syntax, direct.i), content),))
    elif is_to:
        yield Tie("to", (content,))
    elif head.tag == "VBG":
        yield Tie("ing", (content,))
    else:
        yield Tie("pred", (content,))


def _behind_agent(syntax: Syntax, agent: Token, passive: Token) -> Iterator[Tie]:
    """``has been accused by its enemies of murder``: the parser hangs *of* on the enemies."""
    inner = child(syntax, agent.i, "pobj")
    for c in syntax.children[inner.i] if inner else ():
        token = syntax.tokens[c]
        if token.dep == "prep" and (below := child(syntax, c, "pobj", "pcomp")):
            yield Tie(
                f"passive-prep:{token.lower}", (noun_phrase(syntax, passive.i), (c + 1, subtree(syntax, below.i)[1]))
            )


def _that_clause_behind(syntax: Syntax, preposition: Token) -> Iterator[Tie]:
    """``said in a statement that …``, ``said to the elders that …``: the parser hangs the clause on the noun."""
    inner = child(syntax, preposition.i, "pobj")
    for c in syntax.children[inner.i] if inner else ():
        first, last = subtree(syntax, c)
        that = syntax.tokens[first].lower == "that" and syntax.tokens[first].dep == "mark"
        if that and syntax.tokens[c].dep in ("relcl", "acl") and child(syntax, c, "nsubj", "nsubjpass", "expl"):
            yield Tie("that", ((first + 1, last),))


ALIKE = {"upon": "on", "amongst": "among", "toward": "towards"}


def _prepositional(
    syntax: Syntax, verb: Token, preposition: Token, direct: Token | None, passive: Token | None
) -> Iterator[Tie]:
    """What a preposition brings: ``warned of``, ``called for``, ``accused X of``, ``is seen as``."""
    inner = child(syntax, preposition.i, "pobj", "pcomp")
    if inner is None:
        return
    content = (preposition.i + 1, subtree(syntax, inner.i)[1])
    name = f"prep:{ALIKE.get(preposition.lower, preposition.lower)}"
    if passive:
        yield Tie(f"passive-{name}", (noun_phrase(syntax, passive.i), content))
    elif direct and direct.i < preposition.i:
        yield Tie(f"obj-{name}", (_span(subtree(syntax, direct.i), content),))
    else:
        to_infinitive = _infinitive_after(syntax, verb, inner)
        if preposition.lower in ("on", "upon", "for", "to", "with") and to_infinitive:
            yield Tie(f"{name}-to", (_span(content, to_infinitive),))
        else:
            yield Tie(name, (content,))


def _infinitive_after(syntax: Syntax, verb: Token, inner: Token) -> Range | None:
    """The infinitive of ``called on X to do``, wherever the parser hung it."""
    for owner in (verb.i, inner.i):
        for c in syntax.children[owner]:
            below = syntax.tokens[c]
            has_to = any(syntax.tokens[g].tag == "TO" for g in syntax.children[c])
            if c > inner.i and below.dep in ("xcomp", "advcl", "acl", "relcl") and has_to:
                return subtree(syntax, c)
    return _next_infinitive(syntax, inner)


def _next_infinitive(syntax: Syntax, inner: Token) -> Range | None:
    """The first infinitive behind a noun in its clause, where the parser lost the tie between them."""
    for token in syntax.tokens[inner.i + 1 : syntax.sentences[inner.sentence].last]:
        if token.text in CLAUSE_STOPS or token.tag in FINITE:
            return None
        if token.tag == "TO" and syntax.tokens[token.head].i > token.i:
            return token.i, subtree(syntax, token.head)[1]
    return None


def fronted(syntax: Syntax, content_head: int, verb: Token) -> tuple[Range, ...]:
    """Return the content of ``Content, X said, more content``: the sentence less the part that the verb governs."""
    sentence = syntax.sentences[verb.sentence]
    first, last = syntax.edges[content_head][0], sentence.last
    frame = frame_of(syntax, verb, content_head)
    pieces = [(first, frame[0])]
    if syntax.edges[content_head][1] + 1 > frame[1]:
        pieces.append((frame[1], syntax.edges[content_head][1] + 1))
    return tuple((a, min(b, last)) for a, b in pieces if b > a)


def frame_of(syntax: Syntax, verb: Token, content_head: int) -> Range:
    """Return the range of a cue with its subject and adjuncts, without a content that stands beside it."""
    first, last = verb.i, verb.i + 1
    for c in syntax.children[verb.i]:
        below = syntax.tokens[c]
        left, right = syntax.edges[c]
        if left <= content_head <= right or below.dep in ("ccomp", "parataxis", "punct"):
            continue
        first, last = min(first, left), max(last, right + 1)
    return first, last


def noun_phrase(syntax: Syntax, i: int) -> Range:
    """Return the range of a noun with its determiners, modifiers, ``of`` phrase and apposition; no relative clause."""
    first = min((syntax.edges[c][0] for c in syntax.children[i] if c < i), default=i)
    return first, _without_clauses(syntax, i)


CLAUSES = frozenset({"relcl", "acl", "ccomp", "advcl"})


DEEPEST = 40
"""Levels of a noun phrase that are looked through; text that nests deeper is no sentence."""


def _without_clauses(syntax: Syntax, i: int, depth: int = 0) -> int:
    """Return the token past the last of a noun phrase, stopping before a clause that hangs on it or below it."""
    last = i + 1
    if depth > DEEPEST:
        return last
    for c in syntax.children[i]:
        below = syntax.tokens[c]
        if c < i:
            continue
        if below.dep in CLAUSES:
            break
        if below.dep != "punct" or below.lower in "()":
            last = max(last, _without_clauses(syntax, c, depth + 1))
            if last < syntax.edges[c][1] + 1:
                break
    return last


def of_noun(syntax: Syntax, noun: Token) -> Iterator[Tie]:
    """Yield the ties of a noun (or adjective): ``claim that``, ``promise to``, ``reports of``, ``calls for``."""
    copula = syntax.tokens[noun.head]
    beside = syntax.children[copula.i] if noun.dep == "acomp" and copula.tag[0] == "V" else ()
    for c in (*syntax.children[noun.i], *(c for c in beside if syntax.tokens[c].dep in ("ccomp", "xcomp"))):
        below = syntax.tokens[c]
        if c < noun.i:
            continue
        first, last = subtree(syntax, c)
        start = syntax.tokens[first]
        if below.dep in ("acl", "relcl", "ccomp", "xcomp", "advcl", "dep"):
            if start.lower == "that" and (start.dep == "mark" or below.dep in ("acl", "ccomp")):
                yield Tie("that", ((first + 1, last),))
            elif start.tag == "TO":
                yield Tie("to", ((first, last),))
            elif below.dep in ("acl", "ccomp") and below.tag in FINITE | {"VBN", "VB"} and below.dep == "ccomp":
                yield Tie("clause", ((first, last),))
        elif below.dep == "prep":
            inner = child(syntax, c, "pobj", "pcomp")
            if inner:
                yield Tie(f"prep:{below.lower}", ((c + 1, last),))
