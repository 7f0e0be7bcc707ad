"""``sayso pledges``: who promised, threatened, demanded, asked for or conceded what, on what condition, by when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.accounts import Accounts, Files, Reading
from sayso.cli.filters import day_of, one_of, period_of
from sayso.cli.notices import complain
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
from sayso.cli.printing import words_of, write, write_objects

if TYPE_CHECKING:
    from sayso.model import Commitment

NAME = "pledges"
EXAMPLES = """\b
Examples:
  sayso pledges
  sayso pledges report.txt --published 2021-08-26
  sayso pledges --speaker Taliban --act promise --since 2021-08
  sayso pledges --as-of 2021-09-30 --format csv > pledges.csv
"""
COLUMNS = ("report", "outlet", "published", "attribution", "speaker", "act", "addressee", "said_on", "content", "start",
           "end", "condition", "consequence", "deadline", "past_deadline", "outcome", "score", "status")  # fmt: skip
Show = Callable[[Sequence["Commitment"]], None]


def run(
    ctx: typer.Context,
    files: Files = None,
    speaker: Annotated[str | None, typer.Option(metavar="NAME", help="Only what this party said.")] = None,
    to: Annotated[str | None, typer.Option(metavar="NAME", help="Only what was said to this party.")] = None,
    acts: Annotated[
        list[str] | None,
        typer.Option("--act", metavar="ACT", help="Only this act: promise, threaten, demand, request or concede; "
                     "repeatable."),
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only what was said then or later: YYYY-MM-DD, YYYY-MM or YYYY.")
    ] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Only what was said then or before.")] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="DATE", help="Mark those whose deadline lies before this day.")
    ] = None,
    conditional: Annotated[
        bool, typer.Option("--conditional", help="Also list other acts that have a condition, such as warnings.")
    ] = False,
    record: RecordOption = DEFAULT_RECORD,
    form: FormatOption = Format.TABLE,
    published: Published = None,
    outlet: Outlet = None,
    language: Language = None,
    workers: Workers = 1,
) -> None:  # fmt: skip
    """List promises, threats, demands, requests and concessions, with condition and deadline.

    Of the files, or, if none is given, of the record. Each is open until a person decides what became of it; that its
    deadline has passed does not decide it. Names match by whole words: "Orsk" is in "Lena Orsk", not in "Orskland". A
    period is compared with the time at which it was said, or, where that is not known, with the date of the report.
    """
    from sayso.compare.commitment_filter import CommitmentFilter
    from sayso.compare.commitments import ACTS, commitments
    from sayso.model import SpeechAct

    kinds = tuple(map(SpeechAct, one_of("--act", acts or (), ACTS)))
    wanted = CommitmentFilter(kinds, speaker, to, *period_of(since, until))
    day = day_of("--as-of", as_of)
    accounts = Accounts(ctx, files, record, Reading(published, outlet, language, workers))
    show, number, undated = _shown(form), 0, 0
    for findings in accounts:
        found = wanted.sift(commitments(findings, as_of=day, conditional=conditional))
        if found.commitments:
            show(found.commitments)
        number, undated = number + len(found.commitments), undated + found.undated
    _close(form, number, undated)
    accounts.finish()


def _close(form: Format, number: int, undated: int) -> None:
    """Say that nothing was found, and how many were left out for want of a date."""
    if not number and form is Format.TABLE:
        write("No commitments found.\n")
    if undated:
        complain(f"left out, as it is not known when they were said: {undated}. Without --since and --until they show.")


def _shown(form: Format) -> Show:
    """Return what prints the commitments of a report in this format."""
    if form is Format.TABLE:
        from sayso.cli.pledges_screen import Pledges

        return Pledges().report
    if form is Format.JSONL:
        from sayso.compare.commitments import pledge

        return lambda made: write_objects(map(pledge, made))
    from sayso.export.table import line

    write(line(COLUMNS))
    return lambda made: write("".join(line(_row(one)) for one in made))


def _row(made: Commitment) -> tuple[str | int | float | None, ...]:
    from sayso.model import Status

    said, report, condition = made.attribution, made.report, made.attribution.condition
    speaker = made.speaker.name if made.speaker else None
    to = said.addressee.span.exact if said.addressee else None
    hanging = (condition.if_.exact, condition.then.exact if condition.then else None) if condition else (None, None)
    past = None if made.past_deadline is None else "yes" if made.past_deadline else "no"
    due = (made.deadline.value if made.deadline else None, past, made.outcome.value)
    who = (report.id, report.outlet, report.published, said.id, speaker, said.speech_act.value, to)
    when = made.said_on.value if made.said_on else None
    return (*who, when, *words_of(said), *hanging, *due, round(said.score, 4), Status.MACHINE.value)
