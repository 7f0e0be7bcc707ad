"""Answers of the record for people at a terminal: the list of reports, search, who, time line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from sayso.cli.screen import INDENT, KNOWN, UNKNOWN, Screen, dotted, phrase
from sayso.export.told import GAP, by_speaker, closed, counted, moment, on_one_line, speaker_of, verb, words

if TYPE_CHECKING:
    from sayso.model import Findings
    from sayso.record import Dated, Hit, Listed

NOBODY = "no one named"
BESIDE_ID = 48
"""Columns that the list needs beside the ids."""


class Lists(Screen):
    """Prints answers of the record on standard output."""

    def sentence(self, sentence: str) -> None:
        """Print one sentence."""
        self.print(phrase(sentence))

    def silent(self, party: str) -> None:
        """Say that a party is there, but says nothing."""
        self.sentence(f"{party} is mentioned, but says nothing.")

    def reports(self, reports: Sequence[Listed], where: str) -> None:
        """Print the list of reports."""
        self.print(phrase(f"{counted(len(reports), 'report')} in {where}"))
        if not reports:
            return
        if max(len(report.id) for report in reports) > self.width - BESIDE_ID:
            self._below_each_other(reports)
            return
        table = Table(box=None, pad_edge=False, width=self.width if self.width < self.console.width else None)
        for name in ("id", "published", "outlet", "title"):
            table.add_column(name, overflow="fold", header_style="dim", no_wrap=name in ("id", "published"))
        table.add_column("said", justify="right", header_style="dim")
        for report in reports:
            published = (report.published or "unknown")[:10]
            row = (report.id, published, report.outlet or "", report.title or "", str(report.attributions))
            table.add_row(*map(phrase, row))
        self.gap()
        self._rows(table)

    def _below_each_other(self, reports: Iterable[Listed]) -> None:
        """Print reports one below the other: their ids are too long to stand in a column."""
        self.began = True
        for report in reports:
            self.gap()
            self.print(phrase(report.id, "bold"))
            published = moment(report.published) if report.published else "publication date unknown"
            said = counted(report.attributions, "attribution")
            self.print(dotted(phrase(report.outlet), phrase(published), phrase(said)), indent=2)
            self.print(phrase(report.title), indent=2)

    def _rows(self, table: Table) -> None:
        """Print a table without blanks at the end of its lines."""
        for row in self.console.render_lines(table, self.console.options.update(width=self.width), pad=False):
            line = Text.assemble(*((segment.text, segment.style or "") for segment in row))
            line.rstrip()
            self.line(line)

    def hits(self, hits: Iterable[Hit]) -> None:
        """Print what a search found, best first."""
        for hit in hits:
            self.gap()
            published = moment(hit.published) if hit.published else "publication date unknown"
            about = (hit.report_id, hit.outlet, published, hit.title)
            self.print(dotted(*(phrase(words, "dim") for words in about)))
            if hit.attribution:
                self.print(phrase(hit.speaker or NOBODY, KNOWN if hit.speaker else UNKNOWN))
            self.print(phrase(_found(hit)), indent=INDENT)
        if not self.began:
            self.sentence("Nothing found.")

    def said(self, findings: Findings, attributions: frozenset[str]) -> None:
        """Print the attributions of these ids in a report, with its header."""
        self.gap()
        self.header(findings.report)
        for speaker in by_speaker(findings):
            told = tuple(one for one in speaker.told if one.attribution.id in attributions)
            if told:
                self.speaker(replace(speaker, told=told))

    def timeline(self, line: Iterable[Dated], speaker: str | None) -> None:
        """Print what was said, by one speaker or by all, under the dates at which it was said."""
        for date, group in groupby(line, _date):
            self.gap()
            self.print(phrase(date, "bold"))
            for dated in group:
                self._dated(dated)
        if not self.began:
            self.silent(speaker) if speaker else self.sentence("Nothing was said.")

    def _dated(self, dated: Dated) -> None:
        report, attribution = dated.report, dated.attribution
        name, known = speaker_of(dated.speaker, attribution.source)
        act = phrase(verb(attribution.speech_act), "bold")
        about = (phrase(report.outlet, "dim"), phrase(report.id, "dim"))
        self.print(dotted(phrase(name, KNOWN if known else UNKNOWN), act, *about), indent=2)
        self.print(phrase(words(attribution)), indent=INDENT)


def _found(hit: Hit) -> str:
    """Return the words that a search found, the pieces of a quotation without the reporter's words between."""
    return GAP.join(closed(on_one_line(piece.exact)) for piece in hit.content) or hit.span.exact


def _date(dated: Dated) -> str:
    """Return a date or dates as a heading, and whether it is only the report's."""
    if dated.by is None:
        return "undated"
    if dated.by == "published":
        published = (dated.earliest or "").partition("T")[0]
        return f"{published} or before (publication; when it was said is not known)"
    first, last = moment(dated.earliest or ""), moment(dated.latest or "")
    return first if first == last or not last else f"{first} to {last}" if first else f"until {last}"
