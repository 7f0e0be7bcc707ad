"""Matters for people at a terminal: each side with its holders, when it was said, and its words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sayso.cli.screen import INDENT, KNOWN, MACHINE_FOUND, Screen, dotted, phrase
from sayso.export.told import GAP, closed, on_one_line

if TYPE_CHECKING:
    from sayso.model import Findings, Matter, Side

LONGEST = 320
"""Code points of one side's words that are shown; the other formats have all."""


class Matters(Screen):
    """Prints matters, report by report."""

    def __init__(self, noun: str) -> None:
        """Print what is called ``noun``: disputes, agreements or shifts."""
        super().__init__()
        self.noun = noun
        self.report = ""

    def all(self, found: Iterable[tuple[Findings, Matter]]) -> None:
        """Print all matters, or say that there is none."""
        count = 0
        for findings, matter in found:
            count += 1
            if findings.report.id != self.report:
                self.gap()
                self.header(findings.report)
                self.report = findings.report.id
            self.matter(matter)
        if count:
            self.gap()
            noun = self.noun if count > 1 else self.noun.removesuffix("s")
            self.print(dotted(phrase(f"{count} {noun}"), phrase(MACHINE_FOUND, "dim")))
        else:
            self.print(phrase(f"No {self.noun} found. There may be some that the words do not show."))

    def matter(self, matter: Matter) -> None:
        """Print one matter: what it is about, why it is one, and its sides."""
        self.gap()
        about = (phrase(matter.kind.value, "bold"), phrase(matter.about), phrase(f"score {matter.score:g}", "dim"))
        self.print(dotted(*about))
        self.print(phrase(matter.why, "italic"), indent=2)
        for side in matter.sides:
            self.side(side)

    def side(self, side: Side) -> None:
        """Print one side: who, when, and the words."""
        dates = [phrase(date) for date in dict.fromkeys(side.said_on) if date]
        self.print(dotted(phrase(", ".join(dict.fromkeys(side.holders)), KNOWN), *dates), indent=2)
        self.print(phrase(_words(side)), indent=INDENT)


def _words(side: Side) -> str:
    """Return the words of a side on one line, cut where they are very long."""
    words = GAP.join(closed(on_one_line(placed.span.exact)) for placed in side.spans)
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rpartition(' ')[0]} …"
