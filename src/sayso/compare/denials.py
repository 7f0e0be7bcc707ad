"""One says it, another denies it: by a verb of denial, by a negation, or by words that cannot both be true."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.compare.links import Link, separate
from sayso.compare.pairs import Meeting, Weights
from sayso.compare.propositions import Proposition, asks, is_clause, modal, name_stem, pointer, states
from sayso.compare.words import Word, breaks, opposed, printed
from sayso.model import MatterKind, SpeechAct
from sayso.vocab.comparing import comparing_words

DENIED_SHARE = 0.6
"""Share of the lighter sentence's weight that a denial and what it denies have in common."""
ENOUGH = 3
"""Words that tell what is denied even where one of the two is no sentence."""
NEGATED_SHARE = 0.36
"""Share of both sentences' weight where only a ``not`` tells them apart."""
NEGATED_LIGHTER = 0.7
OPPOSED_SHARE = 0.3
NEAR = 150
"""Code points within which ``the allegations`` points back."""
SHORT = 5
"""Words of a content that can only name whose words are denied."""
ASKING = frozenset({SpeechAct.REQUEST, SpeechAct.DEMAND})
"""Speech acts that ask for something."""
TOLD = frozenset({SpeechAct.ASSERT, SpeechAct.ACCUSE, SpeechAct.CONDEMN, SpeechAct.ACKNOWLEDGE, SpeechAct.EXPECT})
"""Speech acts that say that something is so, which another can deny."""


def told(one: Proposition) -> bool:
    """Whether a claim says that something is so or not so."""
    act = one.attribution.speech_act if one.attribution else SpeechAct.ASSERT
    return act in TOLD or act is SpeechAct.DENY


def between(one: Proposition, other: Proposition, weights: Weights) -> Link | None:
    """Return how two claims of different holders contradict each other, if they do."""
    if one.same_voice(other) or not separate(one, other):
        return None
    met = weights.meeting(one, other)
    if met is None or asks(met.one) or asks(met.other):
        return None
    denied = _denied(one, other, met)
    if denied:
        return denied
    if not all(claim.denies is False and claim.known and told(claim) for claim in (one, other)):
        return None
    return _negated(one, other, met) or _opposed(one, other, met)


def _denied(one: Proposition, other: Proposition, met: Meeting) -> Link | None:
    """One of the two cues says no to what the other claim says."""
    if {one.denies, other.denies} != {True, False} or negated_apart(met):
        return None
    if met.of_lighter < DENIED_SHARE or len(met.shared) < 2 or not met.plain:
        return None
    if (len(met.plain) < 2 and met.of_both < DENIED_SHARE) or (len(met.plain) < ENOUGH and not _both_state(met)):
        return None
    denier, teller = (one, other) if one.denies else (other, one)
    if not is_clause(met.one if one.denies else met.other):
        return None
    return contradiction(one, other, f"{denier.name} disputed what {teller.name} said", met.words, 0.8)


def _both_state(met: Meeting) -> bool:
    return states(met.one) and states(met.other)


def _negated(one: Proposition, other: Proposition, met: Meeting) -> Link | None:
    """The same words, and a negation in one of them."""
    if modal(met.one) != modal(met.other) or not negated_apart(met) or len(met.plain) < 2:
        return None
    if met.of_both < NEGATED_SHARE or met.of_lighter < NEGATED_LIGHTER:
        return None
    return contradiction(one, other, f"One of {one.name} and {other.name} said that it is not so", met.words, 0.7)


def _opposed(one: Proposition, other: Proposition, met: Meeting) -> Link | None:
    """The same things, and words that cannot both be true."""
    if met.of_both < OPPOSED_SHARE or len(met.plain) < 1 or len(met.shared) < 2 or negated_apart(met):
        return None
    clash = next(((a, b) for a in met.one.words for b in met.other.words if opposed(a, b)), None)
    if clash is None or clash[0].negated != clash[1].negated:
        return None
    first, second = clash[0].printed, clash[1].printed
    why = f"{one.name} said “{first}”, {other.name} said “{second}”"
    return contradiction(one, other, why, met.words, 0.6)


def negated_apart(met: Meeting) -> bool:
    """Whether shared words stand under a negation in one of two sentences only."""
    marks = [(_negated_in(met.one.words, stem), _negated_in(met.other.words, stem)) for stem in met.plain]
    return any(one != other for one, other in marks) and not any(one and other for one, other in marks)


def _negated_in(words: Sequence[Word], stem: str) -> bool:
    return any(word.negated for word in words if word.stem == stem)


def contradiction(one: Proposition, other: Proposition, why: str, about: tuple[Word, ...], score: float) -> Link:
    """Return a contradiction in whether it is so."""
    words = printed(iter(about))
    sentence = f"{why}; both speak of {words}." if words else f"{why}."
    return Link(MatterKind.CONTRADICTION, one, other, "factuality", "contradicts", sentence, about, score)


def _answer(one: Proposition, denial: Proposition, why: str, score: float) -> Link:
    """Return a contradiction by a denial that only points at what it denies."""
    about = one.units[0].words if one.units else ()
    return Link(MatterKind.CONTRADICTION, one, denial, "factuality", "contradicts", f"{why}.", about, score)


def nested(propositions: Sequence[Proposition]) -> Iterator[Link]:
    """Yield denials of what the denied words themselves say that another said: ``denied reports that ...``."""
    by_attribution = {one.attribution.id: one for one in propositions if one.attribution and not one.event}
    for one in by_attribution.values():
        outer = by_attribution.get(one.attribution.parent or "") if one.attribution else None
        if outer and outer.denies and one.denies is False and not outer.same_voice(one):
            yield _answer(one, outer, f"{outer.name} disputed what {one.name} said", 0.8)


def answering(propositions: Sequence[Proposition]) -> Iterator[Link]:
    """Yield denials of what was said just before: ``denied the allegations``; any denial right after an accusation."""
    told = [one for one in propositions if one.attribution and not one.event]
    for number, one in enumerate(told):
        before = _before(told[:number], one) if one.denies else None
        if before and _meant(before, one):
            yield _answer(before, one, f"{one.name} disputed what {before.name} said just before", 0.6)


def _before(told: Sequence[Proposition], one: Proposition) -> Proposition | None:
    """Return the claim before a denial that it may mean: the nearest, or for ``the call`` the nearest that asks."""
    near = [other for other in reversed(told) if _could_be_meant(other, one)]
    asking = [other for other in near if other.attribution and other.attribution.speech_act in ASKING]
    if pointer(one) in comparing_words().asked and asking and one.extent[0] - asking[0].extent[1] <= NEAR:
        return asking[0]
    named = next((other for other in near if _names(one, other)), None)
    return named or (near[0] if near else None)


def _could_be_meant(other: Proposition, one: Proposition) -> bool:
    sourced = other.sourced or (other.attribution is not None and other.attribution.speech_act is SpeechAct.ACCUSE)
    return sourced and other.denies is False and other.extent[0] < one.extent[0] and separate(one, other)


def _meant(before: Proposition, one: Proposition) -> bool:
    """Whether a denial answers the claim before it."""
    apart = one.extent[0] - before.extent[1]
    act = before.attribution.speech_act if before.attribution else SpeechAct.ASSERT
    if apart > NEAR or before.same_voice(one) or act is SpeechAct.DECLINE_COMMENT:
        return False
    if _names(one, before):
        return True
    word = pointer(one)
    if word in comparing_words().charges or (word is None and breaks(one.text, before.extent[1], one.extent[0]) <= 1):
        return act is SpeechAct.ACCUSE
    return word is not None


def _names(one: Proposition, before: Proposition) -> bool:
    """Whether a denial is of someone's words, named by who said them: ``disputed the ministry's account``."""
    named = before.holder is not None and name_stem(before.holder.name) in one.stems
    short = sum(len(span.exact.split()) for span in one.spans) <= SHORT
    return named and short and not any(map(is_clause, one.units))
