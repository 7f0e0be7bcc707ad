"""One event as two holders tell it: whether it happened, by whom, and how many."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from sayso.compare.fields import AGREES, CONTRADICTS, apart, relations, same_kind, sign
from sayso.compare.links import Link
from sayso.compare.propositions import Proposition, may_be_one, tells_of_claims
from sayso.compare.words import plain_words, stem
from sayso.model import MatterKind

MORE = frozenset({"another", "more", "other", "others", "further", "additional"})
SLOTS = ("actor", "recipient", "place", "time")


def links(propositions: Sequence[Proposition]) -> Iterator[Link]:
    """Yield how the claims of one event by different holders differ or agree."""
    kinds = defaultdict[str, list[Proposition]](list)
    for one in propositions:
        if one.event:
            kinds[one.event.type or one.event.id].append(one)
    for told in kinds.values():
        for one, other in combinations(told, 2):
            link = None if one.same_voice(other) else _link(one, other)
            if link:
                yield link


def _link(one: Proposition, other: Proposition) -> Link | None:
    found = dict(relations(one, other))
    if not _two_accounts(one, other) or not same_event(one, other, found):
        return None
    signs = sign(one.claim.factuality), sign(other.claim.factuality)
    what = one.event.trigger.exact if one.event else ""
    if signs[0] * signs[1] < 0:
        yes, no = (one, other) if signs[0] > 0 else (other, one)
        why = f"{yes.name} says that it happened, {no.name} that it did not: “{what}”."
        return _made(MatterKind.CONTRADICTION, one, other, "factuality", why)
    if 0 in signs:
        return None
    if found["figures"] == CONTRADICTS:
        return _made(MatterKind.FIGURES, one, other, "figures", _numbers(one, other))
    clash = next((field for field in ("actor", "time") if found[field] == CONTRADICTS), None)
    if clash:
        why = f"{one.name} and {other.name} do not name the same {clash} of it: “{what}”."
        return _made(MatterKind.CONTRADICTION, one, other, clash, why)
    if _one_event(one, other) or (signs[0] > 0 and (one.own or other.own)):
        return None
    how = "happened" if signs[0] > 0 else "did not happen"
    why = f"{one.name} and {other.name} both say that it {how}: “{what}”."
    return Link(MatterKind.AGREEMENT, one, other, "factuality", AGREES, why, (), 0.7)


def _two_accounts(one: Proposition, other: Proposition) -> bool:
    """Whether two claims are of two holders, told apart by their words.

    Of an event that another tells, the report's own view is no second account; of two events, both holders must be
    known.
    """
    if _one_event(one, other):
        return not (one.own or other.own) and all(claim.sourced or tells_of_claims(claim) for claim in (one, other))
    return one.known and other.known and not may_be_one(one, other)


def _made(kind: MatterKind, one: Proposition, other: Proposition, field: str, why: str) -> Link:
    return Link(kind, one, other, field, CONTRADICTS, why, (), 0.8 if _one_event(one, other) else 0.6)


def _one_event(one: Proposition, other: Proposition) -> bool:
    return one.event is not None and other.event is not None and one.event.id == other.event.id


def same_event(one: Proposition, other: Proposition, found: dict[str, str]) -> bool:
    """Whether two claims tell of one event: the very same words, or the same word, type and circumstances.

    Two of who, to whom, where and when must agree, and only one may differ. Where both deny, one that agrees is enough,
    or that both say that it has not happened yet; where their numbers differ, the place or the time is.
    """
    if one.event is None or other.event is None or found["type"] != AGREES:
        return False
    if _one_event(one, other):
        return True
    slots = Counter(found[field] for field in SLOTS)
    if sign(one.claim.factuality) < 0 and sign(other.claim.factuality) < 0:
        return (slots[AGREES] >= 1 or (_not_yet(one) and _not_yet(other))) and not slots[CONTRADICTS]
    same_word = stem(one.event.trigger.exact.lower()) == stem(other.event.trigger.exact.lower())
    if found["figures"] == CONTRADICTS and not slots[CONTRADICTS] and AGREES in (found["place"], found["time"]):
        return same_word and not _adds_up(one) and not _adds_up(other)
    return same_word and slots[AGREES] >= 2 and slots[CONTRADICTS] <= 1


def _adds_up(one: Proposition) -> bool:
    """Whether a number comes on top of others: ``another 20``."""
    figures = one.event.figures if one.event else ()
    return any(MORE.intersection(plain_words(figure.span.exact)) for figure in figures)


def _not_yet(one: Proposition) -> bool:
    """Whether a clause says that something has not come so far: ``has not yet attacked``."""
    return any("yet" in plain_words(span.exact) for span in one.spans)


def _numbers(one: Proposition, other: Proposition) -> str:
    """Return the sentence on two numbers that cannot both be true."""
    figures = (one.event.figures, other.event.figures) if one.event and other.event else ((), ())
    first, second = next((a, b) for a, b in same_kind(*figures) if apart(a, b))
    kind = "" if first.what == "other" else f" ({first.what})"
    return f"{one.name} counts “{first.span.exact}”{kind}, {other.name} “{second.span.exact}”."
