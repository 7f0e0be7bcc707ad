"""Frame: the words around an attribution's cue that are neither source nor content.

Whom it was said to, by what means, when and where stand there: *told clerics in Kabul on Tuesday*.
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model import Attribution, Span
from sayso.read.attribution.sources import VERB_TAGS
from sayso.read.found import Found
from sayso.read.syntax import Syntax, Token
from sayso.read.tree import verb_above


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of one attribution: its cue's main token and the tokens that hang on the cue."""

    cue: Token
    tokens: tuple[Token, ...]
    close: frozenset[int] = frozenset()
    """The tokens, by index, that hang on the cue's own clause or open its sentence."""

    def covers_closely(self, span: Span) -> bool:
        """Whether a span starts at one of the tokens of the cue's own clause."""
        return any(token.start <= span.start < token.end for token in self.tokens if token.i in self.close)

    def covers(self, span: Span) -> bool:
        """Whether a span starts at one of the frame's tokens."""
        return any(token.start <= span.start < token.end for token in self.tokens)


def frame_of(found: Found, attribution: Attribution) -> Frame | None:
    """Return the frame of an attribution, or ``None`` where it has no cue."""
    if not attribution.cue:
        return None
    syntax = found.syntax
    cue = main_token(syntax, attribution.cue)
    if cue is None:
        return None
    taken = [*attribution.content, *([attribution.source] if attribution.source else [])]
    governors = _governors(syntax, cue)
    sentence = syntax.sentences[cue.sentence]
    free = [
        t for t in syntax.tokens[sentence.first : sentence.last]
        if t.i != cue.i and not any(s.start <= t.start < s.end for s in taken)
    ]  # fmt: skip
    direct = [t for t in free if verb_above(syntax, t.i) in governors]
    clauses = {
        c for t in direct for c in syntax.children[t.i] if t.dep == "pobj" and syntax.tokens[c].dep in ("relcl", "acl")
    }
    lead = _lead(syntax, cue, attribution)
    inside = {t.i for t in free if verb_above(syntax, t.i) in governors | clauses or t.i in lead}
    own = frozenset(t.i for t in free if verb_above(syntax, t.i) in governors or t.i in lead)
    return Frame(cue, tuple(t for t in free if t.i in inside), own)


LEADING = frozenset("in on at during via through".split())


def _lead(syntax: Syntax, cue: Token, attribution: Attribution) -> range:
    """The phrase that opens a sentence before its source, wherever the parser hung it: ``In a letter, Khan …``."""
    first = syntax.sentences[cue.sentence].first
    if attribution.source is None or syntax.tokens[first].lower not in LEADING:
        return range(0)
    source = syntax.between(attribution.source.start, attribution.source.end)
    last = source[0].i if source and source[0].i < cue.i else first
    lead = syntax.tokens[first:last]
    closed = bool(lead) and lead[-1].text == "," and not any(t.text in '“"”:;' for t in lead)
    return range(first, last) if closed and len(lead) <= 20 else range(0)


def main_token(syntax: Syntax, cue: tuple[Span, ...]) -> Token | None:
    """Return the token of a cue that the others hang on; the last verb of several."""
    tokens = [t for span in cue for t in syntax.between(span.start, span.end)]
    inside = {t.i for t in tokens}
    tops = [t for t in tokens if t.head not in inside or t.head == t.i]
    verbs = [t for t in tops if t.tag in VERB_TAGS]
    return next(reversed(verbs or tops), None)


def main_word(syntax: Syntax, source: Span) -> Token | None:
    """Return the token of a source that the others hang on."""
    tokens = syntax.between(source.start, source.end)
    inside = {token.i for token in tokens}
    tops = [t for t in tokens if (t.head not in inside or t.head == t.i) and t.is_word and t.tag != "POS"]
    nominal = [t for t in tops if t.tag[0] in "NPDWC" or t.tag in ("JJ", "EX")]
    return next(iter(nominal or tops or list(tokens)), None)


def _governors(syntax: Syntax, cue: Token) -> frozenset[int]:
    """The cue and the verbs above it that share its adjuncts: ``On Tuesday he continued to insist``."""
    found, token = {cue.i}, cue
    while token.tag not in VERB_TAGS and token.head != token.i and token.dep != "pobj":
        token = syntax.tokens[token.head]
        found.add(token.i)
    while (token.dep in ("xcomp", "conj") or (token.dep == "advcl" and token.tag == "VBG")) and token.head != token.i:
        token = syntax.tokens[token.head]
        found.add(token.i)
    return frozenset(found)
