"""Reading a batch of reports: one that cannot be taken in or read is left out and named, the others go on."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

import typer

from sayso.cli.notices import checking_usage, complain, misused, progress

if TYPE_CHECKING:
    from sayso.intake import LeftOut, Options, Received
    from sayso.model import Findings, Report
    from sayso.read.outcome import Broken

FAILED, PARTLY = 1, 3
NAMED = 5
"""How many reports a note that does not concern all of them names."""


Wanted = Callable[["Received"], "Report | None"]
"""Says of what was taken in which report is to be read; ``None`` if it need not be."""


class Batch:
    """The reports of one call: yields what was found in them, and remembers what there is to say at the end."""

    def __init__(self, targets: Sequence[str], options: Options, *, bar: bool, workers: int = 1) -> None:
        """Prepare to read ``targets`` in ``workers`` processes; ``bar`` is whether a progress bar may be shown."""
        self.targets, self.options, self.bar, self.workers = targets, options, bar, workers
        self.received = self.left_out = 0
        self.notes: dict[str, list[str]] = {}
        """Each note with the ids of the reports that it concerns."""

    def read(self, wanted: Wanted) -> Generator[tuple[Received, Findings | None], None, None]:
        """Yield the reports that are taken in, in their order, each with what was found in it if it was to be read.

        With several workers ``wanted`` is asked some time before what was found is yielded. Close the generator, so
        that the workers end with it.
        """
        from sayso.intake import Received, count
        from sayso.read.many import read_each
        from sayso.read.outcome import Broken

        with (
            progress(count(self.targets), shown=self.bar) as step,
            closing(read_each(self._jobs(wanted), self.workers)) as results,
        ):
            for one, outcome in results:
                if isinstance(one, Received):
                    self._note(one)
                    if isinstance(outcome, Broken):
                        self._broken(one.report, outcome)
                    else:
                        yield one, outcome
                else:
                    self.leave_out(one.what, one.reason)
                step()

    def _jobs(self, wanted: Wanted) -> Iterator[tuple[Received | LeftOut, Report | None]]:
        from sayso.intake import Received, receive

        for one in receive(self.targets, self.options):
            yield one, wanted(one) if isinstance(one, Received) else None

    def findings(self, report: Report) -> Findings | None:
        """Read a report that ``wanted`` did not; ``None`` where reading it broke, and so it is left out."""
        from sayso.read.many import read_each
        from sayso.read.outcome import Broken

        [(_, outcome)] = read_each([(None, report)], self.workers)
        if isinstance(outcome, Broken):
            self._broken(report, outcome)
            return None
        return outcome

    def _broken(self, report: Report, broken: Broken) -> None:
        self.received -= 1
        self.leave_out(report.id, broken.reason)

    def _note(self, received: Received) -> None:
        self.received += 1
        for note in received.notes:
            self.notes.setdefault(note, []).append(received.report.id)

    def leave_out(self, what: str, reason: str) -> None:
        """Name what is left out, and why."""
        self.left_out += 1
        named = f"{what} "
        complain(f"left out {what}: {f'it {reason.removeprefix(named)}' if reason.startswith(named) else reason}")

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
