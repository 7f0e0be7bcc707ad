"""Toponym setting: how a proposal stands in its sentence - the words beside it, its run of capitals, its governor."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.read.syntax import Syntax, Token
from sayso.read.toponym.proposals import KINDS, Toponym, is_capitalised
from sayso.vocab import given_names, titles
from sayso.vocab.gazetteer import by_abbreviation, candidates

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
NAMED_AFTER = frozenset(
    "agreement accord accords act convention declaration treaty statute protocol syndrome regiment brigade battalion "
    "division party institute foundation university college union united city rovers club cup bank times".split()
)
"""Last words of longer names in which a place's name names no place: ``Rome statute``, ``Lancaster's Regiment``."""
PREPOSITIONS = frozenset(
    "in near at from across outside around toward towards through throughout inside within into to of on by for with "
    "between against over along off via beyond about as like than after under".split()
)
LITTLE = frozenset(("of", "to", "and", "or", "for", "by", "with", ",", "-", "(", "between", "a", "an", "’s", "'s"))


def setting(syntax: Syntax, found: Toponym) -> Iterator[str]:
    """Yield what stands beside a proposal, around it in its run of capitals, and above it in the tree."""
    tokens = syntax.tokens
    beside, behind = before(tokens, found), after(tokens, found)
    yield f"before: {beside}"
    yield f"after: {behind}"
    yield f"before: {beside}, after: {behind}"
    yield f"run: {_place_in_run(tokens, found)}"
    yield from _above(syntax, found)


def is_part_of_run(tokens: tuple[Token, ...], found: Toponym) -> bool:
    """Whether capitalised words, or a hyphen, stand right beside a proposal in its sentence."""
    beside = [*tokens[max(0, found.first - 1) : found.first], *tokens[found.last + 1 : found.last + 2]]
    same = (token for token in beside if token.sentence == tokens[found.first].sentence)
    return any(is_capitalised(token) or token.text in "-–" for token in same)


def _place_in_run(tokens: tuple[Token, ...], found: Toponym) -> str:
    """Return where a proposal stands in its run of capitalised words, and what word ends or begins the run."""
    first, last = found.first, found.last
    while first and is_capitalised(tokens[first - 1]) and tokens[first - 1].sentence == tokens[found.first].sentence:
        first -= 1
    while last + 1 < len(tokens) and _goes_on(tokens, last + 1, found):
        last += 1
    if last > found.last:
        kind = _kind_of(tokens[last].lower)
        return f"inside, ends in {kind}" if first < found.first else f"begins, ends in {kind}"
    if first == found.first:
        return f"alone, then {_kind_of(tokens[last + 1].lower)}" if last + 1 < len(tokens) else "alone"
    return "after a given name" if given_names.gender_of(tokens[first].text) else "ends"


def _goes_on(tokens: tuple[Token, ...], i: int, found: Toponym) -> bool:
    """Whether a run of capitals goes on with token ``i``; the word at its end may be small: "Rome statute"."""
    if tokens[i].sentence != tokens[found.last].sentence:
        return False
    if is_capitalised(tokens[i]) or (tokens[i].lower in NAMED_AFTER and tokens[i].lower != "city"):
        return True
    follows = tokens[i + 1] if i + 1 < len(tokens) else tokens[i]
    return tokens[i].text in ("'s", "’s") and is_capitalised(follows) and follows.lower in NAMED_AFTER


def _kind_of(word: str) -> str:
    """Return what kind of thing a noun in small letters names."""
    if word in NAMED_AFTER:
        return "a thing named after it"
    if word in KINDS:
        return "a kind of place"
    if titles.is_role(word) or titles.is_people(word):
        return "a role"
    if titles.body_type(word):
        return "a body"
    return "a thing" if titles.is_place_or_thing(word) else "another"


def _above(syntax: Syntax, found: Toponym) -> Iterator[str]:
    """Yield how a proposal hangs on the word above it."""
    token = syntax.tokens[head_of(syntax, found)]
    dep, governor = token.dep, syntax.tokens[token.head]
    if dep == "pobj":
        word = governor.lower if governor.lower in PREPOSITIONS else "other"
        yield f"{word} it"
        if word == "of":
            yield f"of it, {_kind_of(syntax.tokens[governor.head].lower)}"
    elif dep in ("compound", "nmod", "poss", "amod"):
        yield f"{dep} of {_kind_of(governor.lower)}"
    elif dep in ("nsubj", "nsubjpass"):
        yield f"{dep} of saying" if governor.lower in SAYING else dep
    else:
        yield f"as {dep}"


def head_of(syntax: Syntax, found: Toponym) -> int:
    """Return the token of a proposal that hangs on a word outside it."""
    inside = range(found.first, found.last + 1)
    return next((i for i in inside if syntax.tokens[i].head not in inside), found.last)


def before(tokens: tuple[Token, ...], found: Toponym) -> str:
    """Return what stands before a proposal: a word or a class of words."""
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
    if token.lower in LITTLE:
        return token.lower.replace("’", "'")
    if given_names.gender_of(token.text):
        return "given name"
    if token.text in (".", "&") or (len(token.text) == 2 and token.text[1] == "."):
        return "initial"
    return "capital" if is_capitalised(token) else "other"


def after(tokens: tuple[Token, ...], found: Toponym) -> str:
    """Return what stands after a proposal: a word or a class of words."""
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


def is_contained(tokens: tuple[Token, ...], found: Toponym) -> bool:
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


def is_container(tokens: tuple[Token, ...], found: Toponym) -> bool:
    """Whether a capitalised word and a comma stand before it."""
    return found.first > 1 and tokens[found.first - 1].text == "," and is_capitalised(tokens[found.first - 2])
