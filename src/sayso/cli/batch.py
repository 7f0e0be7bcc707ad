"""Reading a batch of reports: one that cannot be taken in or read is left out and named, the others go on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import typer

from sayso.cli.notices import checking_usage, complain, misused, progress
from sayso.errors import ReadError, SaysoError

if TYPE_CHECKING:
    from sayso.intake import Options, Received
    from sayso.model import Findings, Report

FAILED, PARTLY = 1, 3
NAMED = 5
"""How many reports a note that does not concern all of them names."""


class Batch:
    """The reports of one call: yields those that are taken in, and remembers what there is to say at the end."""

    def __init__(self, targets: Sequence[str], options: Options, *, bar: bool) -> None:
        """Prepare to read ``targets``; ``bar`` is whether a progress bar may be shown."""
        self.targets, self.options, self.bar = targets, options, bar
        self.received = self.left_out = 0
        self.notes: dict[str, list[str]] = {}
        """Each note with the ids of the reports that it concerns."""

    def __iter__(self) -> Iterator[Received]:
        """Yield the reports that are taken in."""
        from sayso.intake import Received, count, receive

        with progress(count(self.targets), shown=self.bar) as step:
            for one in receive(self.targets, self.options):
                if isinstance(one, Received):
                    self._note(one)
                    yield one
                else:
                    self.leave_out(one.what, one.reason)
                step()

    def _note(self, received: Received) -> None:
        self.received += 1
        for note in received.notes:
            self.notes.setdefault(note, []).append(received.report.id)

    def leave_out(self, what: str, reason: str) -> None:
        """Name what is left out, and why."""
        self.left_out += 1
        named = f"{what} "
        complain(f"left out {what}: {f'it {reason.removeprefix(named)}' if reason.startswith(named) else reason}")

    def findings(self, report: Report) -> Findings | None:
        """Read a report. One over which reading breaks is left out, so that the others are not lost with it."""
        from sayso.read.pipeline import read

        try:
            return read(report)
        except ReadError:
            raise
        except (SaysoError, ArithmeticError, LookupError, RuntimeError, TypeError, ValueError) as error:
            self.received -= 1
            self.leave_out(report.id, f"reading it broke with {type(error).__name__}: {error}. Please report this.")
            return None

    def finish(self) -> None:
        """Say the notes, each once, and how many were left out; end with the exit code that fits."""
        for note, ids in self.notes.items():
            complain(note if self.received == 1 else f"{note} ({self._concerned(ids)})")
        if self.left_out:
            complain(f"{self.left_out} of {self.left_out + self.received} left out, named above with the reason")
            raise typer.Exit(PARTLY if self.received else FAILED)

    def _concerned(self, ids: list[str]) -> str:
        """Return how many reports a note concerns, and which, where it is not all of them."""
        number = f"{len(ids)} of {self.received} reports"
        if len(ids) >= self.received:
            return number
        more = f" and {len(ids) - NAMED} more" if len(ids) > NAMED else ""
        return f"{number}: {', '.join(ids[:NAMED])}{more}"


def options_of(
    published: str | None, outlet: str | None, title: str | None, language: str | None, encoding: str | None,
    max_bytes: int | None, allow_private: bool,
) -> Options:  # fmt: skip
    """Return the options of intake that the command line gave; one that cannot be ends the command as wrong usage."""
    from sayso.intake import Options, checked, language_code

    if language and language_code(language) is None:
        raise misused(f'No language "{language}" is known. Give its ISO 639-1 code, such as en.')
    limit = Options.max_bytes if max_bytes is None else max_bytes
    options = Options(
        published=published, outlet=outlet, title=title, language=language, encoding=encoding,
        max_bytes=limit, allow_private=allow_private,
    )  # fmt: skip
    with checking_usage():
        return checked(options)
