"""Telling: what an attribution's cue makes of its content, in the speaker's mouth and in the report's."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from sayso.model import Attribution, Factuality, QuoteType, Span, SpeechAct
from sayso.read.attribution.frame import main_token
from sayso.read.factuality.clause import is_negated
from sayso.read.factuality.embedding import HANDLERS, Scope, certain, clause_ties
from sayso.read.factuality.grades import CERTAIN, DENIED, OPEN, Grade, under
from sayso.read.syntax import Syntax, Token
from sayso.read.tree import below
from sayso.vocab import cues
from sayso.vocab.factuality_cues import factuality_cues, ties_of
from sayso.vocab.lemmas import bases

UNSAID = frozenset({SpeechAct.DECLINE_COMMENT, SpeechAct.RETRACT})
"""Acts of one who does not pass on what stands in the content: another's words inside stay that other's."""
CLIMBED = frozenset({"xcomp", "pcomp", "prep"})


@dataclass(frozen=True)
class Telling:
    """One attribution with the words of its content, and what its cue makes of them."""

    syntax: Syntax
    attribution: Attribution

    @cached_property
    def words(self) -> frozenset[int]:
        """The words of the content, by index."""
        spans = self.attribution.content
        return frozenset(t.i for span in spans for t in self.syntax.between(span.start, span.end))

    @cached_property
    def cue(self) -> Token | None:
        """The main word of the cue."""
        return main_token(self.syntax, self.attribution.cue) if self.attribution.cue else None

    @cached_property
    def scope(self) -> Scope:
        """The content in the speaker's mouth."""
        return Scope(self.syntax, self.words, self.top)

    @property
    def passes_on(self) -> bool:
        """Whether the speaker stands behind what is told inside the content."""
        return not self.denies and self.attribution.speech_act not in UNSAID

    @cached_property
    def denies(self) -> bool:
        """Whether the cue denies the content: ``denied that``, ``does not believe``; not ``said that … not``."""
        if self.cue is None:
            return False
        answers = factuality_cues().answers
        if any(answers.get(base) == "denied" for base in bases(self.cue.lower)):
            return not is_negated(self.syntax, self.cue.i)
        known = cues.lookup(self.cue.lower, self.cue.tag)
        by_cue = is_negated(self.syntax, self.cue.i) or (known is not None and SpeechAct.DENY in known.acts.values())
        return self.attribution.speech_act is SpeechAct.DENY and by_cue

    @property
    def is_nominal(self) -> bool:
        """Whether a noun tells of it: ``reports that``, ``the claim that``."""
        return self.cue is not None and self.cue.tag[0] == "N"

    def covers(self, span: Span) -> bool:
        """Whether the words of an event stand inside the content."""
        return any(piece.covers(span) for piece in self.attribution.content)

    def top(self, token: Token) -> Grade:
        """Return the grade that the speaker gives to the topmost word of the content.

        What is quoted whole is told as certain, but for a denial or a silence; otherwise the cue's signature decides.
        """
        act = self.attribution.speech_act
        if act is SpeechAct.DECLINE_COMMENT:
            return OPEN
        if self.attribution.quote_type is QuoteType.DIRECT or self.cue is None:
            return CERTAIN
        grade = self._by_cue(token, told=True) or self._by_kind_of_cue()
        if grade is None or (self.denies and grade.sign > 0 and grade.sure):
            return DENIED if self.denies and _can_be_denied(token, act) else CERTAIN
        return grade

    def _by_cue(self, token: Token, told: bool) -> Grade | None:
        """Return what the cue makes of a word that hangs on it or on its preposition, or ``None`` if none does."""
        cue = self.cue
        if cue is None or token.head == token.i or token.dep not in HANDLERS:
            return None
        head = self.syntax.tokens[token.head]
        if cue.i not in (head.i, head.head):
            return None
        scope = Scope(self.syntax, frozenset({*self._climb, head.i}), certain, told)
        return HANDLERS[token.dep](scope, token, head, 1)

    @cached_property
    def _climb(self) -> tuple[int, ...]:
        """The cue and the words above it that share its source: ``stopped short of confirming``."""
        assert self.cue is not None
        found, token = [self.cue.i], self.cue
        while token.dep in CLIMBED and token.head != token.i:
            token = self.syntax.tokens[token.head]
            found.append(token.i)
        return tuple(found)

    def _by_kind_of_cue(self) -> Grade | None:
        """Return what the cue makes of a clause, where the parser tied the content to it in no way that is known."""
        assert self.cue is not None
        signature = ties_of(self.cue.lower, self.cue.tag).get("that")
        if signature is None or signature.is_presupposing:
            return None
        return under(Scope(self.syntax, frozenset(self._climb), certain).grade(self.cue.i), signature, told=True)

    def own_view(self, token: Token) -> Grade | None:
        """Return the grade that the report itself gives to the top of the content, if the telling shows one.

        ``admitted that``, ``condemned the attack`` take it over; ``falsely claimed that`` denies it; ``said`` neither.
        """
        if self.cue is None or not self.passes_on:
            return None
        if any(t.lower in factuality_cues().discrediting for t in below(self.syntax, self.cue.i)):
            return DENIED
        if token.head != self.cue.i:
            return None
        ties = ("obj",) if token.dep in ("dobj", "nsubjpass") else clause_ties(self.syntax, token)
        known = ties_of(self.cue.lower, self.cue.tag)
        signature = next((known[tie] for tie in ties if tie in known), None)
        is_shown = signature is not None and signature.yes is Factuality.CT_PLUS
        return self._by_cue(token, told=False) if is_shown else None


def _can_be_denied(token: Token, act: SpeechAct) -> bool:
    """Whether what is denied is that something is so: ``rejected the claim``; who rejects an offer denies no offer."""
    return act is SpeechAct.DENY or token.tag[0] != "N" or "that" in ties_of(token.lower, token.tag)
