"""Answering: who denies, confirms or will not confirm what others are reported to have said."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from sayso.model import Span
from sayso.read.attribution.constructions import child, noun_phrase
from sayso.read.attribution.frame import main_token
from sayso.read.attribution.passing import party_at
from sayso.read.factuality.embedding import whole
from sayso.read.factuality.grades import CERTAIN
from sayso.read.factuality.telling import Telling
from sayso.read.found import Found
from sayso.read.syntax import Token
from sayso.vocab.factuality_cues import factuality_cues
from sayso.vocab.lemmas import bases


class Answering(Enum):
    """What one does with a report of others: denies it, leaves it open, or takes it over."""

    DENIED = "denied"
    LEFT_OPEN = "silent"
    TAKEN_OVER = "confirmed"


class Answer(NamedTuple):
    """Who answers to a report of others and how; ``telling`` is the attribution that tells so, if there is one."""

    how: Answering
    party: str | None
    span: Span | None
    telling: Telling | None


def answers_to(found: Found, around: Sequence[Telling]) -> list[Answer]:
    """Return who answers to what is told by a noun (``reports that …``), the first of the tellings ``around`` an event.

    ``denied reports that …``, ``stopped short of confirming the claim that …``, ``would not comment on rumours of …``.
    """
    inner, *others = around
    if not inner.is_nominal or inner.cue is None:
        return []
    answers = []
    for outer in others:
        if not outer.passes_on:
            how = Answering.DENIED if outer.denies else Answering.LEFT_OPEN
            answers.append(Answer(how, outer.attribution.speaker, None, outer))
    return answers or _by_grammar(found, inner.cue)


def _by_grammar(found: Found, noun: Token) -> list[Answer]:
    """Return the answer that the verb above a noun of telling gives, where no attribution tells of it."""
    verb = _governor(found, noun)
    how = None if verb is None else _how(found, verb)
    subject = _subject(found, verb) if verb is not None and how is not None else None
    if how is None or subject is None:
        return []
    first, last = noun_phrase(found.syntax, subject.i)
    span = Span.of(found.syntax.text, found.syntax.tokens[first].start, found.syntax.tokens[last - 1].end)
    return [Answer(how, party_at(found, span), span, None)]


def _governor(found: Found, noun: Token) -> Token | None:
    """Return the verb right before a noun, which it is mostly the object of, or the one that it hangs on."""
    tokens = found.syntax.tokens
    first = noun_phrase(found.syntax, noun.i)[0]
    if first and tokens[first - 1].tag[0] == "V":
        return tokens[first - 1]
    head = tokens[noun.head]
    if noun.dep == "pobj" and head.tag[0] != "V":
        head = tokens[head.head]
    return head if noun.dep in ("dobj", "pobj") and head.tag[0] == "V" else None


def _how(found: Found, verb: Token) -> Answering | None:
    """Return what one who ``verb``s a report does with it, or ``None`` for any other verb."""
    answers = factuality_cues().answers
    kind = next((answers[base] for base in bases(verb.lower) if base in answers), None)
    if kind is None:
        return None
    is_so = whole(found.syntax).grade(verb.i) == CERTAIN
    return Answering(kind) if is_so else Answering.LEFT_OPEN


SHARING = frozenset({"xcomp", "pcomp", "prep", "advmod", "acomp", "conj", "advcl"})


def _subject(found: Found, verb: Token) -> Token | None:
    """Return the subject of a verb, or of the verb above that it shares it with: ``stopped short of confirming``.

    ``Doss said the road was open, but would not confirm …``: where the parser joins the verb to what was said, it is
    the teller that goes on.
    """
    above = verb
    while True:
        subject = child(found.syntax, above.i, "nsubj", "nsubjpass")
        if subject is not None or above.dep not in SHARING or above.head == above.i:
            return subject
        above = _teller(found, found.syntax.tokens[above.head], verb)


def _teller(found: Found, above: Token, verb: Token) -> Token:
    """Return the cue of the attribution in whose content ``above`` stands and ``verb`` does not, else ``above``."""
    for attribution in found.attributions:
        inside = [any(span.start <= t.start < span.end for span in attribution.content) for t in (above, verb)]
        if inside == [True, False]:
            return main_token(found.syntax, attribution.cue) or above
    return above
