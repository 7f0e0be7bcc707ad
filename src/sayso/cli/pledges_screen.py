"""Commitments for people at a terminal: one block a promise, threat, demand, request or concession."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from sayso.cli.screen import INDENT, KNOWN, MACHINE_FOUND, NUMBER, UNKNOWN, Screen, dotted, phrase
from sayso.export.told import counted, dated, on_one_line, speaker_of, verb, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.model import Commitment

LABELLED = 12


class Pledges(Screen):
    """Prints commitments on standard output, report by report."""

    def report(self, made: Sequence[Commitment]) -> None:
        """Print the commitments of one report below its header."""
        self.gap()
        self.header(made[0].report)
        self.print(dotted(phrase(counted(len(made), "commitment")), phrase(MACHINE_FOUND, "dim")))
        for number, commitment in enumerate(made, 1):
            self.gap()
            self._commitment(number, commitment)

    def _commitment(self, number: int, commitment: Commitment) -> None:
        """Print who binds themselves, or asks, and what; then what it hangs on."""
        attribution = commitment.attribution
        name, known = speaker_of(commitment.speaker, attribution.source)
        to = f"to {on_one_line(attribution.addressee.span.exact)}" if attribution.addressee else ""
        said_on = dated(commitment.said_on) if commitment.said_on else ""
        act = phrase(verb(attribution.speech_act), "bold")
        who = dotted(phrase(name, KNOWN if known else UNKNOWN), act, phrase(to), phrase(said_on), _state(commitment))
        self.print(who, lead=Text.assemble((f"{number:>4}", NUMBER)), indent=INDENT)
        self.print(phrase(words(attribution)), indent=INDENT)
        for label, told in _ties(commitment):
            self.print(phrase(told), lead=Text.assemble((" " * INDENT + label, "dim")), indent=LABELLED)


def _state(commitment: Commitment) -> Text:
    past = "past its deadline, still " if commitment.past_deadline else ""
    return phrase(f"{past}{commitment.outcome}", "dim")


def _ties(commitment: Commitment) -> Iterator[tuple[str, str]]:
    """Yield what a commitment hangs on, as pairs of a label and words: if, then, by."""
    condition = commitment.attribution.condition
    if condition:
        yield "if", on_one_line(condition.if_.exact)
    if condition and condition.then:
        yield "then", on_one_line(condition.then.exact)
    if commitment.deadline:
        yield "by", dated(commitment.deadline)
