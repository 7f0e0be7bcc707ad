"""``sayso what``: what happened, according to whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.accounts import Accounts, Files, Reading
from sayso.cli.filters import one_of, period_of
from sayso.cli.notices import complain, misused
from sayso.cli.options import (
    DEFAULT_RECORD,
    Format,
    FormatOption,
    Language,
    Outlet,
    Published,
    RecordOption,
    Workers,
)
from sayso.cli.printing import write, write_objects

if TYPE_CHECKING:
    from sayso.model import Factuality, Happened
    from sayso.record import EventFilter, Happenings

NAME = "what"
EXAMPLES = """\b
Examples:
  sayso what
  sayso what report.txt --published 2021-08-26
  sayso what --type ASSAULT --type COERCE --since 2021-08 --no-background
  sayso what --place Kabul --holder report --factuality CT+ --format csv > events.csv
"""
ON_EVENTS = "--contents lists what is no event, and so has no type, place, party, time or background. "


def run(
    ctx: typer.Context,
    files: Files = None,
    types: Annotated[
        list[str] | None, typer.Option("--type", metavar="TYPE", help="Only events of this PLOVER type; repeatable.")
    ] = None,
    quads: Annotated[
        list[int] | None,
        typer.Option("--quad", min=1, max=4, metavar="1-4", help="Only types of this quad class; repeatable: "
                     "1 verbal, 2 material cooperation, 3 verbal, 4 material conflict."),
    ] = None,
    place: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only where it happened there: a place, or all of a country.")
    ] = None,
    party: Annotated[str | None, typer.Option(metavar="NAME", help="Only with this actor or recipient.")] = None,
    holder: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Only with a claim held by, or come through, this party; report: "
                     "the report itself."),
    ] = None,
    factuality: Annotated[
        list[str] | None,
        typer.Option(metavar="VALUE", help="Only with a claim (the --holder's, if given) of this certainty: "
                     "CT+, PR+, PS+, CT-, PR-, PS-, CTu or Uu; repeatable."),
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only what happened then or later: YYYY-MM-DD, YYYY-MM or YYYY.")
    ] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Only what happened then or before.")] = None,
    background: Annotated[
        bool | None,
        typer.Option("--background/--no-background", help="Only history told in passing, or none of it.",
                     show_default=False),
    ] = None,
    score: Annotated[float, typer.Option(min=0, max=1, metavar="0-1", help="Only events this sure or surer.")] = 0.0,
    everything: Annotated[bool, typer.Option("--all", help="In the table, show events without a type too.")] = False,
    contents: Annotated[
        bool, typer.Option("--contents", help="Also list claims on contents that are no event.")
    ] = False,
    record: RecordOption = DEFAULT_RECORD,
    form: FormatOption = Format.TABLE,
    published: Published = None,
    outlet: Outlet = None,
    language: Language = None,
    workers: Workers = 1,
) -> None:  # fmt: skip
    """List what happened, according to whom, how certain, where, when, how many.

    Of the files, or, if none is given, of the record. All filters that are given must hold. Names match by whole
    words: "Orsk" is in "Lena Orsk", not in "Orskland". An event that passes is listed with the claims of all its
    holders, so that a denial is never left out. A period is compared with the time of the event; events whose time is
    not known are then left out and counted.
    """
    wanted = _filter(types, quads, place, party, holder, factuality, since, until, background, score)
    if contents and wanted.on_events:
        raise misused(f"{ON_EVENTS}Leave out --contents, or the filters on these.")
    accounts = Accounts(ctx, files, record, Reading(published, outlet, language, workers))
    show = _Printer(form, everything)
    undated = 0
    for found in _found(accounts, wanted, contents):
        show.print(found.happened)
        undated += found.undated
    show.close()
    if undated:
        complain(f"left out, as it is not known when they happened: {undated}. Without --since and --until they show.")
    accounts.finish()


def _filter(
    types: list[str] | None, quads: list[int] | None, place: str | None, party: str | None, holder: str | None,
    factuality: list[str] | None, since: str | None, until: str | None, background: bool | None, score: float,
) -> EventFilter:  # fmt: skip
    """Return the filter that the options make; a value that cannot be is wrong usage."""
    from sayso.model import Factuality
    from sayso.record import EventFilter
    from sayso.vocab.definitions import plover

    kinds = one_of("--type", types or (), [type.name for type in plover().types])
    values: tuple[Factuality, ...] = tuple(map(Factuality, one_of("--factuality", factuality or (), list(Factuality))))
    first, last = period_of(since, until)
    return EventFilter(kinds, tuple(quads or ()), place, party, holder, values, first, last, background, score)


def _found(accounts: Accounts, wanted: EventFilter, contents: bool) -> Iterator[Happenings]:
    """Yield what is wanted of each report that is read, or of the whole record."""
    from sayso.model import happened

    if accounts.record is not None:
        yield _kept(accounts.record, wanted, contents)
        return
    for findings in accounts:
        others = happened.contents(findings) if contents else ()
        yield wanted.sift((*happened.happened(findings), *others))


def _kept(record: Path, wanted: EventFilter, contents: bool) -> Happenings:
    from sayso.record import Record

    with Record.open(record) as opened:
        return opened.happened(wanted, others=contents)


class _Printer:
    """Prints events in one format, as they come."""

    def __init__(self, form: Format, everything: bool) -> None:
        self.form, self.everything = form, everything
        self.untyped = 0
        if form is Format.TABLE:
            from sayso.cli.events_screen import Events

            self.screen = Events()
        elif form is Format.CSV:
            from sayso.export.happened_table import COLUMNS
            from sayso.export.table import line

            write(line(column.name for column in COLUMNS))

    def print(self, happened: Iterable[Happened]) -> None:
        """Print events of one or several reports."""
        if self.form is Format.JSONL:
            write_objects(happened)
        elif self.form is Format.CSV:
            from sayso.export.happened_table import rows
            from sayso.export.table import line

            write("".join(line(row) for one in happened for row in rows(one)))
        else:
            for _, group in groupby(happened, lambda one: one.report.id):
                self._report(list(group))

    def _report(self, told: list[Happened]) -> None:
        """Print the events of one report, those without a type only if all are wanted."""
        shown = [one for one in told if self.everything or one.event is None or one.event.type]
        self.untyped += len(told) - len(shown)
        if shown:
            self.screen.report(shown)

    def close(self) -> None:
        """Say at the end of a table what was not shown, or that nothing was found."""
        if self.form is not Format.TABLE:
            return
        if self.untyped:
            from sayso.export.told import counted

            self.screen.closing(f"{counted(self.untyped, 'event')} without a type: --all")
        elif not self.screen.began:
            self.screen.sentence("Nothing found.")
