"""Spoken: which triggers are the cues of attributions, and so no events of their own."""

from __future__ import annotations

from sayso.read.event.trigger import Trigger
from sayso.read.found import Found

VERBAL = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
"""PLOVER types of what is done in words."""
SURE = 0.8
"""A cue that tells of a deed at the same time, by a word that is not listed for it, is an event from here on."""


class Spoken:
    """The words of all cues of a report."""

    def __init__(self, found: Found) -> None:
        """Note the tokens of each cue."""
        syntax = found.syntax
        cues = (span for one in found.attributions for span in one.cue)
        self.cues = {token.i for span in cues for token in syntax.between(span.start, span.end)}
        self.addressed = {
            token.i
            for one in found.attributions if one.addressee
            for span in one.cue
            for token in syntax.between(span.start, span.end)
        }  # fmt: skip

    def tells(self, trigger: Trigger) -> bool:
        """Whether a trigger is told already, as the cue of an attribution."""
        if trigger.i not in self.cues:
            return False
        return trigger.type is None or trigger.type in VERBAL or not (trigger.listed or trigger.typed >= SURE)

    def leaves_out(self, trigger: Trigger) -> bool:
        """Whether a cue's attribution may lack whom it is done to: *accused the army*, *backed the minister*."""
        return trigger.type in VERBAL and trigger.i not in self.addressed
