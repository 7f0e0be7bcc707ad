"""Acts: what a speaker does in saying something, by the cue and, where the cue is neutral, by the words said."""

from __future__ import annotations

import re

from sayso.model import Attribution, SpeechAct
from sayso.read.attribution.frame import Frame
from sayso.read.found import Found
from sayso.read.syntax import Syntax, Token
from sayso.vocab import cues
from sayso.vocab.phrases import phrases

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no"})
REFUSING = frozenset({"refuse", "decline", "fail", "stop"})
RULES: tuple[tuple[SpeechAct, re.Pattern[str]], ...] = tuple(
    (act, re.compile(pattern, re.IGNORECASE))
    for act, pattern in (
        (SpeechAct.DECLINE_COMMENT, r"^(?:no comment|i (?:can|can't|cannot|won't) (?:not )?comment|i(?:’|'| a)m not going to (?:comment|go into))"),
        (SpeechAct.REQUEST, r"\bi would like to (?:request|ask)\b|^please\b|\b(?:we|i) (?:urge|call (?:up)?on|ask|appeal to|request|beg)\b|\bneeds? more (?:weapons|help|aid|support)|\b(?:should|needs? to|ought to) (?:not )?[“\"']?(?:immediately |now |also |either )?(?!be\b|have\b|feel\b|know\b|see\b|come\b)\w+|^(?:please )?(?:cancel|call off|stop|release|withdraw|leave|end|give|let|send)\b"),
        (SpeechAct.DEMAND, r"\b(?:we|i) demand\b|\bmust (?:immediately |now |first )?(?!be\b|have\b)\w+"),
        (SpeechAct.THREATEN, r"\b(?:will|would|shall|going to) (?:\w+ )?(?:pay (?:a|the|dearly)|destroy|crush|attack|strike|respond with force|retaliate|bomb|burn|kill|slaughter|behead|crucify|hunt (?:you|them) down|be killed|punish|annihilate)\b|\bif\b[^.]{3,260}\b(?:we|i)(?:’re|'re| are| will|’ll|'ll) (?:not )?(?:going to )?(?:accept|fight|attack|resist|respond|retaliate|strike|kill|take up)"),
        (SpeechAct.REFUSE, r"^(?:we|i|they|he|she|it|his government|the government) (?:will|would) (?:not|never) (?:allow|accept|negotiate|give|let|surrender|leave|talk|recognise|recognize|tolerate|permit)|\b(?:we|i) (?:will not|won(?:’|')t|refuse|shall not|would not|reject)\b"),
        (SpeechAct.PROMISE, r"\b(?:we|i|they|he|she) (?:will|shall|would|’ll|'ll)(?: \w+)? (?:do what|defend|continue|fight|protect|help|support|work|ensure|make sure|give|provide|release|respect|allow|keep|stay|return|rebuild|withdraw)|\b(?:we|i) (?:promise|pledge|vow|guarantee)\b|\bi swear to\b|^(?:we|i|they|he|she|it|his government|her government|the government|the army) (?:(?:also|now) )?(?:(?:will|would|’ll) (?!be\b|have\b|not\b|never\b)\w+|plan(?:s|ned)? to|intend(?:s|ed)? to|(?:is|was|are|were|am) (?:ready|determined|prepared|willing|committed) to)|\bwe are at your service\b|\b(?:we|i)(?:’|')ll (?!see\b|leave\b)\w+"),
        (SpeechAct.DENY, r"^(?:(?:there|it) (?:was|were|had been|has been|have been) (?:no|never)\b|no (?:collusion|such)\b|(?:we|i|they|he|she) (?:did not|didn(?:’|')t|never|have not|had not|haven(?:’|')t|had nothing|was not|were not) )"),
        (SpeechAct.ACKNOWLEDGE, r"\b(?:we|i) (?:admit|acknowledge|accept responsibility|made a mistake|regret)\b"),
        (SpeechAct.CONDEMN, r"\b(?:shameful|outrageous|disgusting|despicable|barbaric|unacceptable|appalling|deplorable|heinous|cowardly|disgrace(?:ful)?|atrocious)\b|\b(?:we|i) condemn\b"),
        (SpeechAct.PRAISE, r"\b(?:we|i) (?:welcome|praise|thank|commend|salute|applaud)\b"),
    )
)  # fmt: skip
NARROW = frozenset({SpeechAct.DENY, SpeechAct.DEMAND, SpeechAct.REQUEST})
"""Acts that only the first sentence of the words can do: later ones use the same forms in telling."""
OPEN_TO_CONTENT = frozenset({SpeechAct.ASSERT})


def act_of(found: Found, attribution: Attribution, frame: Frame | None) -> SpeechAct:
    """Return the speech act of an attribution: its cue's, turned by negation, or what a neutral cue's words do."""
    by_cue = _of_cue(found, attribution, frame) if frame else SpeechAct.ASSERT
    if by_cue in OPEN_TO_CONTENT:
        return _of_content(attribution) or by_cue
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
    between = [t for t in syntax.tokens[verb.i + 1 : first.i] if t.dep == "prep" or t.lower in ("on", "upon", "for", "of", "over")]
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


def _is_silence(syntax: Syntax, verb: Token, lemma: str, attribution: Attribution) -> bool:
    """``did not confirm``, ``declined to comment``, ``stopped short of confirming``."""
    negated = _is_negated(syntax, verb)
    above = cues.lookup(syntax.tokens[verb.head].lower, syntax.tokens[verb.head].tag)
    refused = verb.dep in ("xcomp", "pcomp") and above is not None and above.lemma in REFUSING
    if lemma in REFUSING:
        return bool(re.match(r"to (?:\w+ )?(?:comment|confirm|say|answer|respond|discuss|elaborate|speculate|speak)\b", attribution.content[0].exact))
    return (negated or refused) and lemma in phrases().silence


NOBODY = frozenset({"neither", "nobody", "none", "few"})


def _is_negated(syntax: Syntax, verb: Token) -> bool:
    subject = next((syntax.tokens[c] for c in syntax.children[verb.i] if syntax.tokens[c].dep == "nsubj"), None)
    if subject is not None and (subject.lower in NOBODY or any(syntax.tokens[c].lower in NOBODY | {"no"} for c in syntax.children[subject.i])):
        return True
    return any(syntax.tokens[c].lower in NEGATIONS for c in syntax.children[verb.i] if syntax.tokens[c].dep == "neg")


OPPOSITE = {
    SpeechAct.DENY: SpeechAct.ACKNOWLEDGE,
    SpeechAct.PRAISE: SpeechAct.CONDEMN,
    SpeechAct.PROMISE: SpeechAct.REFUSE,
    SpeechAct.ACKNOWLEDGE: SpeechAct.DENY,
}


def _turned(act: SpeechAct, syntax: Syntax, verb: Token) -> SpeechAct:
    return OPPOSITE.get(act, act) if _is_negated(syntax, verb) else act


def _of_content(attribution: Attribution) -> SpeechAct | None:
    """The act that the words themselves do, for a cue that only says that they were said."""
    whole = " ".join(span.exact for span in attribution.content)[:600]
    first = re.split(r"(?<=[.!?])\s", whole, maxsplit=1)[0]
    return next((act for act, pattern in RULES if pattern.search(first if act in NARROW else whole)), None)
