"""Acts: what a speaker does in saying something, by the cue and, where the cue is neutral, by the words said."""

from __future__ import annotations

import re

from sayso.model import Attribution, SpeechAct
from sayso.read.attribution.frame import Frame
from sayso.read.found import Found
from sayso.read.syntax import Syntax, Token
from sayso.vocab import act_words, cues
from sayso.vocab.phrases import phrases

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no"})
REFUSING = frozenset({"refuse", "decline", "fail", "stop"})
NARROW = frozenset({SpeechAct.DENY, SpeechAct.DEMAND, SpeechAct.REQUEST})
"""Acts that only the first sentence of the words can do: later ones use the same forms in telling."""
OPEN_TO_CONTENT = frozenset({SpeechAct.ASSERT})


def act_of(found: Found, attribution: Attribution, frame: Frame | None) -> SpeechAct:
    """Return the speech act of an attribution: its cue's, turned by negation; what a neutral cue's words do.

    Where neither the cue nor a phrase of the words tells, what the encoder made of both stands.
    """
    by_cue = _of_cue(found, attribution, frame) if frame else SpeechAct.ASSERT
    if by_cue in OPEN_TO_CONTENT:
        return _of_content(attribution) or attribution.speech_act
    return by_cue


def _of_cue(found: Found, attribution: Attribution, frame: Frame) -> SpeechAct:
    cue = cues.lookup(frame.cue.lower, frame.cue.tag)
    if cue is None:
        return SpeechAct.ASSERT
    if _is_silence(found.syntax, frame.cue, cue.lemma, attribution):
        return SpeechAct.DECLINE_COMMENT
    return _turned(cue.act_of(_tie(found.syntax, frame.cue, attribution)), found.syntax, frame.cue)


def _tie(syntax: Syntax, verb: Token, attribution: Attribution) -> str:
    """Name the construction of a cue as far as its act hangs on it: ``ask whether``, ``ask X to``, ``call for``."""
    first = syntax.between(attribution.content[0].start, attribution.content[0].end)[0]
    between = [
        t
        for t in syntax.tokens[verb.i + 1 : first.i]
        if t.dep == "prep" or t.lower in ("on", "upon", "for", "of", "over")
    ]
    if first.i < verb.i or attribution.quote_type == "direct":
        return "quote"
    if between:
        return f"prep:{between[-1].lower}"
    if first.lower in ("whether", "if", "why", "how", "what", "who"):
        return "wh"
    if first.tag == "TO":
        return "to"
    last = syntax.between(attribution.content[-1].start, attribution.content[-1].end)
    return "obj-to" if any(t.tag == "TO" for t in last) and first.tag[0] in "NPD" else "clause"


SILENCE = re.compile(r"\s*to (?:\w+ )?(?:comment|confirm|say|answer|respond|discuss|elaborate|speculate|speak)\b")


def _is_silence(syntax: Syntax, verb: Token, lemma: str, attribution: Attribution) -> bool:
    """``did not confirm``, ``declined to comment``, ``stopped short of confirming``."""
    negated = _is_negated(syntax, verb)
    above = cues.lookup(syntax.tokens[verb.head].lower, syntax.tokens[verb.head].tag)
    refused = verb.dep in ("xcomp", "pcomp") and above is not None and above.lemma in REFUSING
    if lemma in REFUSING:
        return bool(SILENCE.match(syntax.text, verb.end))
    return (negated or refused) and lemma in phrases().silence


NOBODY = frozenset({"neither", "nobody", "none", "few"})


def _is_negated(syntax: Syntax, verb: Token) -> bool:
    subject = next((syntax.tokens[c] for c in syntax.children[verb.i] if syntax.tokens[c].dep == "nsubj"), None)
    if subject is not None and (
        subject.lower in NOBODY or any(syntax.tokens[c].lower in NOBODY | {"no"} for c in syntax.children[subject.i])
    ):
        return True
    return any(syntax.tokens[c].lower in NEGATIONS for c in syntax.children[verb.i] if syntax.tokens[c].dep == "neg")


OPPOSITE = {
    SpeechAct.DENY: SpeechAct.ACKNOWLEDGE,
    SpeechAct.PRAISE: SpeechAct.CONDEMN,
    SpeechAct.PROMISE: SpeechAct.REFUSE,
    SpeechAct.ACKNOWLEDGE: SpeechAct.DENY,
}


DISBELIEVING = frozenset({"believe", "think", "accept", "agree", "say", "claim"})


def _turned(act: SpeechAct, syntax: Syntax, verb: Token) -> SpeechAct:
    cue = cues.lookup(verb.lower, verb.tag)
    if cue is not None and cue.lemma in DISBELIEVING and _is_negated(syntax, verb):
        return SpeechAct.DENY
    return OPPOSITE.get(act, act) if _is_negated(syntax, verb) else act


def _of_content(attribution: Attribution) -> SpeechAct | None:
    """The act that the words themselves do, for a cue that only says that they were said."""
    whole = " ".join(span.exact for span in attribution.content)[:600]
    first = re.split(r"(?<=[.!?])\s", whole, maxsplit=1)[0]
    return next((act for act, pattern in act_words.rules() if pattern.search(first if act in NARROW else whole)), None)
