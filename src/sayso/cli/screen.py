"""Results for people at a terminal: in colour where there is one, plain where it is piped, legible at 80 columns.

All words of a report go through ``visible`` before they are printed: an escape sequence in a report must not reach the
terminal.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from sayso.cli.printing import to_stdout
from sayso.export.plain import visible
from sayso.export.told import Speaker, Told, by_speaker, counted, moment, on_one_line, reasons
from sayso.export.told_events import ToldClaim, ToldEvent, tell_events, worth_showing

if TYPE_CHECKING:
    from sayso.model import Findings, Report
    from sayso.model.codec import ReportHeader

WIDEST = 100
"""Columns; longer lines are hard to read."""
PIPED = 80
MACHINE_FOUND = "machine-found, not checked by a person"
INDENT = 6
LABELLED = 14

KNOWN = "bold cyan"
UNKNOWN = "italic"
NUMBER = "yellow"
EVENTS = "What happened, according to whom"
BACKGROUND = "Background"


def phrase(words: str | None, style: str = "") -> Text:
    """Return words in a style, on one line and without anything that could steer the terminal."""
    return Text.assemble((visible(on_one_line(words or "")), style))


def dotted(*phrases: Text) -> Text:
    """Return phrases with a dot between; empty ones are left out."""
    given = [phrase for phrase in phrases if phrase]
    return Text.assemble(*[piece for phrase in given for piece in ((" · ", "dim"), phrase)][1:])


class Output(Console):
    """Standard output: a closed pipe ends the program as everywhere else in it, not in the way of ``rich``."""

    def on_broken_pipe(self) -> None:
        """Let the program say what a closed pipe means."""
        raise BrokenPipeError


class Screen:
    """Prints on standard output, each report below the last."""

    def __init__(self, console: Console | None = None) -> None:
        """Print on ``console``, or, if none is given, on standard output."""
        self.console = console or Output(highlight=False, markup=False, emoji=False)
        self.width = min(self.console.width, WIDEST) if self.console.is_terminal else PIPED
        self.began = False

    def print(self, text: Text, *, lead: Text | None = None, indent: int = 0) -> None:
        """Print wrapped text ``indent`` columns in, with ``lead`` in the margin of the first line."""
        margin = lead or Text()
        for row in text.wrap(self.console, max(self.width - indent, 20)):
            row.rstrip()
            margin.pad_right(indent - margin.cell_len)
            self.line(margin + row)
            margin = Text()

    def line(self, text: Text) -> None:
        """Print one line as it is."""
        with to_stdout():
            self.console.print(text, soft_wrap=True)

    def gap(self) -> None:
        """Print an empty line, but not before everything else."""
        if self.began:
            self.line(Text())
        self.began = True

    def findings(self, findings: Findings, *, everything: bool = False) -> None:
        """Print who said what in a report, speaker by speaker, and what happened, event by event.

        ``everything`` prints events without a PLOVER type too, which are else only counted.
        """
        speakers = by_speaker(findings)
        self.gap()
        self.header(findings.report)
        said = counted(len(findings.attributions), "attribution")
        self.print(dotted(phrase(f"{said} by {counted(len(speakers), 'speaker')}"), phrase(MACHINE_FOUND, "dim")))
        for speaker in speakers:
            self.gap()
            self.speaker(speaker)
        self._events(tell_events(findings), everything=everything)
        self._unresolved(findings)

    def header(self, report: Report | ReportHeader) -> None:
        """Print a report's outlet, date, id and address, and its title."""
        published = f"published {moment(report.published)}" if report.published else "publication date unknown"
        about = (phrase(published), phrase(report.id, "dim"), phrase(report.url, "dim"))
        self.print(dotted(phrase(report.outlet, "bold"), *about))
        if report.title:
            self.print(phrase(report.title, "bold"))

    def speaker(self, speaker: Speaker) -> None:
        """Print a speaker and what they said."""
        self.print(dotted(phrase(speaker.heading, KNOWN if speaker.known else UNKNOWN), phrase(speaker.about)))
        for told in speaker.told:
            self.told(told)

    def told(self, told: Told) -> None:
        """Print one attribution: how it was said, the words, and what they hang on."""
        details = (phrase(detail) for detail in told.details)
        how = dotted(phrase(told.act, "bold"), *details, phrase(told.attribution.quote_type.value, "dim"))
        self.print(how, lead=Text.assemble((f"{told.number:>4}", NUMBER)), indent=INDENT)
        self.print(phrase(told.words), indent=INDENT)
        within = [("within", f"attribution {told.parent}")] if told.parent else []
        for label, words in (*told.ties, *within):
            self.print(phrase(words), lead=Text.assemble((" " * INDENT + label, "dim")), indent=LABELLED)

    def _events(self, events: Sequence[ToldEvent], *, everything: bool = False) -> None:
        """Print what happened, according to whom; history told in passing comes last."""
        if not events:
            return
        told, hidden = worth_showing(events, everything)
        self.gap()
        self.print(dotted(phrase(EVENTS, "bold"), phrase(counted(len(events), "event"))))
        for background, group in groupby(told, key=lambda one: one.event.background):
            if background:
                self.gap()
                self.print(phrase(BACKGROUND, "bold"))
            for one in group:
                self._event(one)
        if hidden:
            self.gap()
            self.print(phrase(f"{counted(len(hidden), 'more event')} without a type: --all", "dim"))

    def _event(self, one: ToldEvent) -> None:
        """Print one event: its words, what is known of it, and each holder with how certain it is."""
        before, trigger, after = map(visible, one.clause)
        number = Text.assemble((f"{f'E{one.number}':>4}", NUMBER))
        self.print(Text.assemble(before, (trigger, "bold"), after), lead=number, indent=INDENT)
        coded = phrase(one.event.trigger.exact), phrase(one.code, "dim")
        self.print(dotted(*coded, *map(phrase, one.facts)), indent=INDENT)
        for held in one.held:
            self._held(held)

    def _held(self, held: ToldClaim) -> None:
        known = KNOWN if held.chain and held.chain[0].known else UNKNOWN
        how = Text.assemble(phrase(held.certainty, "bold"), ", according to ", phrase(held.holder, known))
        self.print(dotted(how, phrase(held.basis, "dim")), indent=INDENT)

    def _unresolved(self, findings: Findings) -> None:
        """Print why a report was not read, and how many expressions in it were not resolved."""
        for reason in reasons(findings):
            self.print(phrase(reason))
        parts = sum(one.span is not None for one in findings.unresolved)
        if parts:
            self.gap()
            self.print(phrase(f"{counted(parts, 'expression')} not resolved; --format jsonl says why", "dim"))
