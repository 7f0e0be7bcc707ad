"""Tree: small questions about a word's place in its sentence's tree, which several stages ask."""

from __future__ import annotations

from sayso.read.syntax import Syntax, Token


def is_verb(token: Token) -> bool:
    """Whether a token is a verb that opens a clause of its own."""
    return token.tag[0] == "V" and token.dep not in ("aux", "auxpass", "amod")


def verb_above(syntax: Syntax, i: int) -> int:
    """Return the nearest verb that a token hangs on; the top of its tree where there is none."""
    token = syntax.tokens[i]
    while token.head != token.i:
        token = syntax.tokens[token.head]
        if is_verb(token):
            return token.i
    return token.i


def below(syntax: Syntax, i: int) -> list[Token]:
    """Return the direct dependents of a word."""
    return [syntax.tokens[c] for c in syntax.children[i]]


def objects_of(syntax: Syntax, preposition: int) -> list[int]:
    """Return the nouns that a preposition stands before."""
    return [token.i for token in below(syntax, preposition) if token.dep == "pobj"]


def sentence_of(syntax: Syntax, i: int) -> tuple[Token, ...]:
    """Return the tokens of a word's sentence."""
    sentence = syntax.sentences[syntax.tokens[i].sentence]
    return syntax.tokens[sentence.first : sentence.last]
