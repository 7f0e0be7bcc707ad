"""Toponym evidence: how likely a proposal names a place, by logistic regression on what stands around it.

The evidence is a few words each ("in before it", "all of a person's name", "in a country told of"); the weights are
in ``weights.csv``, fitted by ``training/toponyms.py``. How a proposal stands in its sentence is told in
``toponym_setting``; here is what the gazetteer, the report and its parties tell.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import exp, log10

from sayso.model import Party, PartyType, PlacePrecision, Span
from sayso.read.syntax import Syntax, Token
from sayso.read.toponym.proposals import Toponym, is_capitalised
from sayso.read.toponym.setting import TITLES, before, is_contained, is_container, is_part_of_run, setting
from sayso.vocab import given_names
from sayso.vocab.countries import by_capital, by_demonym, by_name
from sayso.vocab.gazetteer import MOST_RENOWN

OF_OUR_OWN = 0.6
"""The least chance of a name that our own table has, where it stands alone."""
NOBODY = "nobody's"
TOWNS = frozenset((PlacePrecision.CITY, PlacePrecision.SUB_CITY, PlacePrecision.DISTRICT))
LONGEST_NAME = 6
"""Words in the longest mention of a party that is taken for its name."""
OWNED = re.compile(r"['’]s [a-z]")


class Use:
    """How names are used in one report: as surnames, in lower case, after "in"; whose names they are part of."""

    def __init__(self, syntax: Syntax, found: Sequence[Toponym], parties: Iterable[Party] = ()) -> None:
        """Look at all proposals and parties once."""
        tokens = syntax.tokens
        self.owners = _Owners(syntax, parties)
        self.lower = {token.text for token in tokens if token.text.islower()}
        self.personal = {*_personal(tokens), *self.owners.personal}
        self.located = {each.key for each in found if before(tokens, each) == "in" or is_contained(tokens, each)}
        self.countries = set(_countries(tokens, found))
        self.times = Counter(each.key for each in found)
        self.places = {each.last for each in found if _is_well_known(each)}


class _Owners:
    """Where parties are named: a proposal may be all of such a name, its beginning, its end, or inside it."""

    def __init__(self, syntax: Syntax, parties: Iterable[Party]) -> None:
        self._syntax = syntax
        self._names: dict[int, tuple[Span, PartyType]] = {}
        self.personal: set[str] = set()
        for party in parties:
            names = {party.name, *party.aliases}
            for span in party.mentions:
                if span.exact in names and is_name(span):
                    self._add(span, party.type)

    def _add(self, span: Span, type: PartyType) -> None:
        for token in self._syntax.between(span.start, span.end):
            longest = self._names.get(token.i)
            if longest is None or longest[0].end - longest[0].start < span.end - span.start:
                self._names[token.i] = (span, type)
            if type == PartyType.PERSON and is_capitalised(token):
                self.personal.add(token.lower)

    def of(self, found: Toponym) -> str:
        """Return what part of whose name a proposal is."""
        tokens = self._syntax.tokens
        span, type = self._names.get(found.last, (None, None))
        if span is None:
            return NOBODY
        starts, ends = span.start >= tokens[found.first].start, span.end <= tokens[found.last].end
        part = "all" if starts and ends else "start" if starts else "end" if ends else "middle"
        return f"{part} of {type}"


def is_name(span: Span) -> bool:
    """Whether words are a name, not a description: "a man from Kabul", "Turkey's president"."""
    words = span.exact.removeprefix("the ").removeprefix("The ").split()
    capitals = sum(any(map(str.isupper, word[:4])) for word in words)
    return 0 < len(words) <= LONGEST_NAME and 2 * capitals >= len(words) and not OWNED.search(span.exact)


def _personal(tokens: tuple[Token, ...]) -> Iterator[str]:
    """Yield the words after a title, and those after a given name with it."""
    for token, after in pairwise(tokens):
        if is_capitalised(after) and token.sentence == after.sentence:
            if token.text in TITLES:
                yield after.lower
            elif given_names.gender_of(token.text):
                yield from (token.lower, after.lower)


def _countries(tokens: tuple[Token, ...], found: Sequence[Toponym]) -> Iterator[str]:
    """Yield the countries that a report names, by name, people or capital (alpha-3)."""
    for each in found:
        if country := by_name(each.name) or by_capital(each.name):
            yield country.alpha3
    for token in tokens:
        if is_capitalised(token) and (country := by_demonym(token.text)):
            yield country.alpha3


def _is_well_known(found: Toponym) -> bool:
    return standing(found) in ("country", "capital", "ours", "town 1e6", "town 1e7", "first division")


def weigh(syntax: Syntax, found: Sequence[Toponym], parties: Iterable[Party] = ()) -> list[float]:
    """Return for each proposal the probability that it names a place."""
    use = Use(syntax, found, parties)
    least = (OF_OUR_OWN if _is_ours(syntax.tokens, use, one) else 0.0 for one in found)
    return [max(floor, _chance(evidence(syntax, use, one))) for floor, one in zip(least, found, strict=True)]


def _chance(signs: Iterator[str]) -> float:
    weights = _weights()
    return 1 / (1 + exp(-sum(weights.get(sign, 0.0) for sign in signs)))


def _is_ours(tokens: tuple[Token, ...], use: Use, found: Toponym) -> bool:
    """Whether our own table has a name, and it has several words, or stands alone and nobody bears it."""
    if not found.entries or found.entries[0].renown < MOST_RENOWN or not tokens[found.last].tag.startswith("NNP"):
        return False
    if found.last > found.first or before(tokens, found) in ("in", "in the"):
        return True
    is_alone = not is_part_of_run(tokens, found) and found.name.lower() not in use.personal
    return is_alone and found.entries[0].precision in TOWNS and use.owners.of(found) == NOBODY


@cache
def _weights() -> dict[str, float]:
    table = files("sayso.read.toponym").joinpath("weights.csv").read_text(encoding="utf-8")
    return {row["evidence"]: float(row["weight"]) for row in csv.DictReader(table.splitlines())}


def evidence(syntax: Syntax, use: Use, found: Toponym) -> Iterator[str]:
    """Yield the evidence for and against a proposal."""
    known, owner = standing(found), use.owners.of(found)
    yield "always"
    yield f"is {known}"
    yield owner
    yield f"{owner}, is {known}"
    for sign in setting(syntax, found):
        yield sign
        yield f"{sign}, is {known}"
    yield f"words: {(words := min(3, found.last - found.first + 1))}, is {known}"
    yield f"words: {words}, {owner}"
    yield from _in_report(syntax.tokens, use, found, known)
    yield from _in_itself(syntax.tokens, found)


def _in_report(tokens: tuple[Token, ...], use: Use, found: Toponym, known: str) -> Iterator[str]:
    if tokens[found.first].lower in use.personal or tokens[found.last].lower in use.personal:
        yield "a person's name here"
        yield f"a person's name here, is {known}"
    if found.first == found.last and tokens[found.first].lower in use.lower:
        yield "a word here"
        yield f"a word here, is {known}"
    if found.key in use.located:
        yield "after in elsewhere"
        yield f"after in elsewhere, is {known}"
    if is_contained(tokens, found):
        yield "contained"
    if known in ("country", "first division", "region") and is_container(tokens, found):
        yield "container"
    if any(entry.country in use.countries for entry in found.entries[:10]):
        yield "in a country told of"
        yield f"in a country told of, is {known}"
    if _is_listed_with_place(tokens, use, found):
        yield "beside a place"
    yield f"times: {min(4, use.times[found.key])}, is {known}"


def _is_listed_with_place(tokens: tuple[Token, ...], use: Use, found: Toponym) -> bool:
    """Whether a well-known place stands before it, and only a comma or "and" between."""
    between = tokens[max(0, found.first - 2) : found.first]
    return any(
        found.first - n - 1 in use.places and all(each.lower in (",", "and", "or") for each in between[-n:])
        for n in (1, 2)
    )


def _in_itself(tokens: tuple[Token, ...], found: Toponym) -> Iterator[str]:
    if not tokens[found.last].tag.startswith("NNP"):
        yield "no proper noun"
        yield f"no proper noun, words: {min(2, found.last - found.first + 1)}"
    if is_demonym(found.name):
        yield "a demonym"
    if found.first == found.last and given_names.gender_of(found.name):
        yield "a given name"
    if found.name.isupper() and len(found.name) > 3:
        yield "in capitals"
    if found.kind:
        yield "kind named" if found.entries else "kind named, unlisted"
    if found.entries and all(entry.name.casefold() != found.name.casefold() for entry in found.entries[:3]):
        yield "by another name"
        yield f"by another name, is {standing(found)}"


def is_demonym(name: str) -> bool:
    """Whether a name is an adjective or a people ("Afghan"), and no country's name besides ("US")."""
    return by_demonym(name) is not None and by_name(name) is None


def standing(found: Toponym) -> str:
    """Return how well known the best-known place of that name is."""
    if not found.entries:
        return "unlisted"
    first = found.entries[0]
    if any(entry.feature_code.startswith(("PCL", "CONT")) for entry in found.entries[:2]):
        return "country"
    if by_capital(found.name):
        return "capital"
    if first.renown == MOST_RENOWN and not first.population:
        return "ours" if first.feature_code.startswith("PPL") else "region"
    if "ADM1" in {entry.feature_code for entry in found.entries[:2]}:
        return "first division"
    population = max(entry.population for entry in found.entries)
    return f"town 1e{int(log10(population))}" if population >= 1000 else first.feature_code
