"""Toponym evidence: how likely a proposal names a place, by logistic regression on what stands around it.

The evidence is a few words each ("in before it", "labelled PERSON", "a surname in this report"); the weights are in
``toponym_weights.csv``, fitted by ``training/toponyms.py``.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import exp, log10

from sayso.read.syntax import Syntax, Token
from sayso.read.toponyms import Toponym, is_capitalised
from sayso.vocab.countries import by_capital, by_demonym, by_name
from sayso.vocab.gazetteer import MOST_RENOWN, by_abbreviation, candidates

LOCATIVE = frozenset(
    "in near at from across outside around toward towards through throughout inside within via north south east west "
    "northern southern eastern western central rural downtown nearby".split()
)
PUBLIC_BODY = frozenset(
    "County Parish City Council Police Department Sheriff School Schools Court Township Airport Hospital Commission "
    "Board Fire Mayor District Village Town State High Public Municipal Community Regional Central General Road Street "
    "International Medical Middle Elementary University College Chamber Avenue Supreme Circuit Legislature Senate "
    "House Attorney Government Parliament Ministry Health".split()
)  # fmt: skip
STREET = frozenset("Road Street Avenue St. Ave. Rd. Drive Lane Boulevard Blvd. Place Court Way Highway Parkway".split())
TITLES = frozenset(
    "Mr. Mrs. Ms. Dr. Mr Mrs Ms Dr Sen. Rep. Gov. Sgt. Lt. Capt. Col. Gen. Maj. Cpl. Pvt. Judge President Senator "
    "Governor Mayor Sheriff Sir Lord Lady Dame Prince Princess King Queen Pope Rev. Father Sister Deputy Officer "
    "Detective Chief Justice Secretary Minister General Colonel Captain Major Professor Coach Miss Bishop".split()
)  # fmt: skip
SAYING = frozenset(
    "said says told tells added adds warned accused announced argued asked believes called claims claimed denied "
    "explained insisted noted recalled replied reported stated testified thinks wrote".split()
)


OF_OUR_OWN = 0.6
"""The least chance of a name that our own table has, if it has several words or "in" before it."""


class Use:
    """How names are used in one report: as surnames, in lower case, after "in"."""

    def __init__(self, syntax: Syntax, found: Sequence[Toponym]) -> None:
        tokens = syntax.tokens
        self.lower = {token.text for token in tokens if token.text.islower()}
        self.personal = set(_personal(tokens))
        self.located = {each.key for each in found if _before(tokens, each) == "in" or _is_contained(tokens, each)}


def _personal(tokens: tuple[Token, ...]) -> Iterator[str]:
    """Yield the words of names of persons of two words or more, and the words after a title."""
    for token, after in pairwise(tokens):
        if after.name == "I-PERSON":
            yield from (each.lower for each in (token, after) if is_capitalised(each))
        elif token.text in TITLES and is_capitalised(after):
            yield after.lower


def weigh(syntax: Syntax, found: Sequence[Toponym]) -> list[float]:
    """Return for each proposal the probability that it names a place."""
    use = Use(syntax, found)
    least = (OF_OUR_OWN if _is_ours(syntax.tokens, one) else 0.0 for one in found)
    return [max(floor, _chance(evidence(syntax, use, one))) for floor, one in zip(least, found, strict=True)]


def _chance(signs: Iterator[str]) -> float:
    weights = _weights()
    return 1 / (1 + exp(-sum(weights.get(sign, 0.0) for sign in signs)))


def _is_ours(tokens: tuple[Token, ...], found: Toponym) -> bool:
    """Whether a name of our own table of regions has several words, or "in" or "eastern" before it."""
    if not found.entries or found.entries[0].renown < MOST_RENOWN:
        return False
    return found.last > found.first or _before(tokens, found) in ("in", "in the")


@cache
def _weights() -> dict[str, float]:
    table = files("sayso.read").joinpath("toponym_weights.csv").read_text(encoding="utf-8")
    return {row["evidence"]: float(row["weight"]) for row in csv.DictReader(table.splitlines())}


def evidence(syntax: Syntax, use: Use, found: Toponym) -> Iterator[str]:
    """Yield the evidence for and against a proposal."""
    tokens = syntax.tokens
    label, before, standing = _label(tokens, found), _before(tokens, found), _standing(found)
    yield "always"
    yield f"labelled {label}"
    yield f"before: {before}"
    yield f"after: {(after := _after(tokens, found))}"
    yield f"is {standing}"
    yield f"labelled {label}, is {standing}"
    yield f"labelled {label}, before: {before}"
    yield f"labelled {label}, after: {after}"
    yield f"words: {(words := min(3, found.last - found.first + 1))}"
    yield f"words: {words}, is {standing}"
    yield from _in_report(tokens, use, found, label)
    yield from _in_itself(tokens, found)


def _in_report(tokens: tuple[Token, ...], use: Use, found: Toponym, label: str) -> Iterator[str]:
    if tokens[found.first].lower in use.personal or tokens[found.last].lower in use.personal:
        yield "a person's name here"
        yield f"a person's name here, labelled {label}"
    if found.first == found.last and tokens[found.first].lower in use.lower:
        yield "a word here"
    if found.key in use.located:
        yield "after in elsewhere"
        yield f"after in elsewhere, labelled {label}"
    if _is_contained(tokens, found):
        yield "contained"
    if _is_container(tokens, found):
        yield "container"


def _in_itself(tokens: tuple[Token, ...], found: Toponym) -> Iterator[str]:
    if not tokens[found.last].tag.startswith("NNP"):
        yield "no proper noun"
    if is_demonym(found.name):
        yield "a demonym"
    if found.name.isupper() and len(found.name) > 3:
        yield "in capitals"
    if found.kind:
        yield "kind named" if found.entries else "kind named, unlisted"
    if tokens[found.first].i == 0 or tokens[found.first - 1].sentence != tokens[found.first].sentence:
        yield "begins sentence"
    if found.entries and all(entry.name.casefold() != found.name.casefold() for entry in found.entries[:3]):
        yield "by another name"
        yield f"by another name, labelled {_label(tokens, found)}"


def is_demonym(name: str) -> bool:
    """Whether a name is an adjective or a people ("Afghan"), and no country's name besides ("US")."""
    return by_demonym(name) is not None and by_name(name) is None


def _label(tokens: tuple[Token, ...], found: Toponym) -> str:
    """Return the entity label of a proposal, with ``+`` where the entity is longer than the proposal."""
    label = tokens[found.last].name[2:] or tokens[found.first].name[2:]
    if not label:
        return "nothing"
    after = found.last + 1 < len(tokens) and tokens[found.last + 1].name == f"I-{label}"
    longer_after = after and tokens[found.last + 1].text not in ("'s", "’s", "’", "'")
    longer_before = tokens[found.first].name == f"I-{label}" and tokens[found.first - 1].lower != "the"
    return f"{label}+" if longer_after or longer_before else label


def _before(tokens: tuple[Token, ...], found: Toponym) -> str:
    if not found.first or tokens[found.first - 1].sentence != tokens[found.first].sentence:
        return "start"
    token = tokens[found.first - 1]
    if token.lower == "the" and found.first > 1:
        above = tokens[found.first - 2].lower
        return "in the" if above in LOCATIVE else "the"
    if token.lower in LOCATIVE:
        return "in"
    if token.text in TITLES:
        return "title"
    if token.lower in ("of", "to", "and", "or", "for", "by", "with", ",", "-", "(", "between", "a", "an"):
        return token.lower
    if token.text in (".", "&") or (len(token.text) == 2 and token.text[1] == "."):
        return "initial"
    return "capital" if is_capitalised(token) else "other"


def _after(tokens: tuple[Token, ...], found: Toponym) -> str:
    if found.last + 1 >= len(tokens) or tokens[found.last + 1].sentence != tokens[found.last].sentence:
        return "end"
    token = tokens[found.last + 1]
    if token.text in STREET:
        return "street"
    if token.text in PUBLIC_BODY:
        return "public body"
    if is_capitalised(token):
        return "capital"
    if token.lower in SAYING:
        return "said"
    if token.lower in ("'s", "’s", ",", ".", "-", "and", "in", "of", "to", ")"):
        return token.lower.replace("’", "'")
    if token.tag.startswith("V") or token.tag == "MD":
        return "verb"
    return "noun" if token.tag.startswith("N") else "other"


def _is_contained(tokens: tuple[Token, ...], found: Toponym) -> bool:
    """Whether ", Texas" or the like follows."""
    if found.last + 2 >= len(tokens) or tokens[found.last + 1].text != ",":
        return False
    return _has_large(tokens, found.last + 2)


def _has_large(tokens: tuple[Token, ...], i: int) -> bool:
    for name in (tokens[i].text, " ".join(token.text for token in tokens[i : i + 2])):
        large = any(entry.feature_code[:3] in ("PCL", "ADM") for entry in candidates(name)[:2])
        if is_capitalised(tokens[i]) and (large or by_abbreviation(name) or by_abbreviation(f"{name}.")):
            return True
    return False


def _is_container(tokens: tuple[Token, ...], found: Toponym) -> bool:
    """Whether a capitalised word and a comma precede a state, country or abbreviation."""
    i = found.first
    return i > 1 and tokens[i - 1].text == "," and is_capitalised(tokens[i - 2]) and _standing(found) in (
        "country", "first division", "region"
    )  # fmt: skip


def _standing(found: Toponym) -> str:
    """Return how well known the best-known place of that name is."""
    if not found.entries:
        return "unlisted"
    codes = {entry.feature_code for entry in found.entries[:2]}
    if any(code.startswith(("PCL", "CONT")) for code in codes):
        return "country"
    if by_capital(found.name):
        return "capital"
    if "ADM1" in codes:
        return "first division"
    if found.entries[0].feature_code not in ("PPL", "PPLC", "ADM2"):
        return "region"
    population = max(entry.population for entry in found.entries)
    return f"town 1e{int(log10(population))}" if population >= 1000 else found.entries[0].feature_code
