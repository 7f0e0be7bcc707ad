"""The figures of a report: each number expression that counts something, with its kind, its unit and what it counts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sayso.model import Figure, FigureKind, Span
from sayso.read.figure.counted import Counted, counted, counted_words, is_counting
from sayso.read.figure.fates import THINGS, fate, is_person, is_saved, noun_kind, told_to_be
from sayso.read.figure.numbers import Numeral, numerals
from sayso.read.syntax import Syntax, Token
from sayso.vocab.figure_words import Unit, figure_words, found_in, is_in
from sayso.vocab.titles import is_role


class Site(NamedTuple):
    """A figure and where it stands in the tree: it hangs there by the token ``top``."""

    figure: Figure
    counted: Counted


HARMED = frozenset(
    {FigureKind.KILLED, FigureKind.INJURED, FigureKind.DETAINED, FigureKind.MISSING, FigureKind.HOSTAGES}
)


def sites(syntax: Syntax) -> tuple[Site, ...]:
    """Return the figures of a report in the order of the text, with their places in the tree."""
    found = list(_counts(syntax))
    taken = {i for site in found for i in range(site.counted.numeral.first, site.counted.numeral.last)}
    found.extend(site for site in _singles(syntax) if site.counted.numeral.core not in taken)
    return tuple(sorted(found, key=lambda site: site.figure.span.start))


def _counts(syntax: Syntax) -> Iterator[Site]:
    for numeral in numerals(syntax):
        one = counted(syntax, numeral)
        if is_counting(syntax, one) and (site := _site(syntax, one)):
            yield site


def _site(syntax: Syntax, one: Counted) -> Site | None:
    unit = unit_of(syntax, one)
    kind = unit.kind if unit else fate(syntax, one) or noun_kind(syntax, one) or _told(syntax, one)
    if kind is FigureKind.KILLED and is_saved(syntax, one):
        kind = FigureKind.OTHER
    if kind is None:
        if one.noun is None or _is_name(syntax.tokens[one.noun]) or one.numeral.number == 1:
            return None
        kind = FigureKind.OTHER
    return Site(_figure(syntax, one, kind, unit), one)


def _told(syntax: Syntax, one: Counted) -> FigureKind | None:
    """Return what a number without a noun counts: ``an army 20,000 strong``, ``5 million are refugees``."""
    is_strength = syntax.tokens[one.numeral.last - 1].lower == "strong"
    return FigureKind.TROOPS if is_strength and one.noun is None else told_to_be(syntax, one)


def _is_name(noun: Token) -> bool:
    """Whether the noun is part of a name in the singular: ``10 Downing Street``."""
    return noun.tag == "NNP" and not noun.text.isupper()


def _figure(syntax: Syntax, one: Counted, kind: FigureKind, unit: Unit | None) -> Figure:
    numeral, text = one.numeral, syntax.text
    last = numeral.last + (1 if unit and not numeral.currency and numeral.last == one.noun else 0)
    end = syntax.tokens[last - 1].end
    span = Span.of(text, syntax.tokens[numeral.first].start, end - (text[end - 1] == "."))
    words = None if unit and kind in THINGS else counted_words(syntax, one)
    of = Span.of(text, *words) if words else None
    return Figure(kind, numeral.number, numeral.low, numeral.high, span, unit.code if unit else None, of)


def unit_of(syntax: Syntax, one: Counted) -> Unit | None:
    """Return the unit that the mark before the number or the word behind it names."""
    units, numeral, tokens = figure_words().units, one.numeral, syntax.tokens
    if numeral.currency:
        return units.get(numeral.currency.lower(), units["$"])
    words = [t.lower for t in tokens[numeral.last : numeral.last + 3]]
    if words[:1] in (["square"], ["sq"]):
        length = found_in(units, words[1]) if len(words) > 1 else None
        return Unit(FigureKind.OTHER, f"{length.code}2") if length else None
    for word in (" ".join(words[:2]), words[0] if words else "", words[1] if len(words) > 1 else ""):
        unit = found_in(units, word) if len(word) > 2 or word in ("km", "kg") else None
        if unit is not None and (unit.kind is not FigureKind.MONEY or not is_in(figure_words().people, word)):
            return unit
    return None


SINGLE = frozenset({"a", "an"})


def _singles(syntax: Syntax) -> Iterator[Site]:
    """Yield one person harmed, told with an article: ``a soldier was killed``."""
    for token in syntax.tokens:
        if token.lower in SINGLE and token.dep == "det":
            noun = syntax.tokens[token.head]
            if noun.tag == "NN" and noun.i > token.i and _names_person(noun) and not _has_body(syntax, noun):
                one = Counted(Numeral(token.i, token.i, token.i + 1, 1.0, 1.0, 1.0), noun.i, noun.i)
                kind = fate(syntax, one) if is_person(syntax, one) else None
                if kind in HARMED:
                    yield Site(_figure(syntax, one, kind, None), one)


def _has_body(syntax: Syntax, noun: Token) -> bool:
    """Whether one person's body is told of, and no death: ``filmed the body of a soldier``."""
    preposition = syntax.tokens[noun.head]
    return preposition.lower == "of" and syntax.tokens[preposition.head].lower in ("body", "corpse", "life")


def _names_person(noun: Token) -> bool:
    """Whether a noun in the singular is one person."""
    words = figure_words()
    return noun.lower not in words.crowds and (is_role(noun.lower) or noun.lower in words.people)
