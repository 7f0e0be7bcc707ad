"""What happened, according to whom, for people at a terminal: one block an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from sayso.cli.screen import INDENT, KNOWN, MACHINE_FOUND, NUMBER, UNKNOWN, Screen, dotted, phrase
from sayso.export.told import counted
from sayso.export.what import Account, accounts, details

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.model import Happened

LABELLED = 16
NO_TYPE = "no type"


class Events(Screen):
    """Prints events on standard output, report by report."""

    def report(self, told: Sequence[Happened], number: int = 1) -> None:
        """Print the events of one report below its header; ``number`` is that of the first."""
        self.gap()
        self.header(told[0].report)
        events = sum(one.event is not None for one in told)
        claims = sum(len(one.claims) for one in told)
        count = f"{counted(events, 'event')}, {counted(claims, 'claim')}"
        self.print(dotted(phrase(count), phrase(MACHINE_FOUND, "dim")))
        for place, one in enumerate(told, number):
            self.gap()
            self.event(place, one)

    def event(self, number: int, one: Happened) -> None:
        """Print one event: what, who, to whom, where, when, how many; then each holder's account of it."""
        self.print(_what(one), lead=Text.assemble((f"{number:>4}", NUMBER)), indent=INDENT)
        for label, words in details(one):
            self.print(phrase(words), lead=_margin(label), indent=LABELLED)
        for account in accounts(one):
            self._account(account, one)
        if not one.claims:
            self.print(phrase("nobody is told to hold it", "dim"), indent=INDENT)

    def _account(self, account: Account, one: Happened) -> None:
        who = phrase(account.chain, KNOWN if account.holder.known else UNKNOWN)
        told = dotted(who, phrase(account.certainty, "bold"), phrase(account.told.basis, "dim"))
        self.print(told, lead=_margin("–"), indent=INDENT + 2)
        if account.words and one.event:
            self.print(phrase(account.words), indent=INDENT + 4)

    def sentence(self, sentence: str) -> None:
        """Print one sentence."""
        self.print(phrase(sentence))

    def closing(self, line: str) -> None:
        """Print a line below all events."""
        self.gap()
        self.print(phrase(line, "dim"))


def _margin(words: str) -> Text:
    """Return words in the margin, as deep as a block's own lines."""
    return Text.assemble((" " * INDENT + words, "dim"))


def _what(one: Happened) -> Text:
    event = one.event
    if event is None:
        return phrase(next((account.words for account in accounts(one)), ""))
    passing = phrase("history told in passing", "dim") if event.background else phrase("")
    code = " ".join(filter(None, (event.type, event.mode))) or NO_TYPE
    return dotted(phrase(event.trigger.exact, "bold"), phrase(code, "dim"), passing)
