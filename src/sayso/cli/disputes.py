"""``sayso disputes``: where claims differ."""

from __future__ import annotations

import typer

from sayso.cli.accounts import Files, Reading
from sayso.cli.comparing import Score, print_matters
from sayso.cli.options import DEFAULT_RECORD, Format, FormatOption, Language, Outlet, Published, RecordOption, Workers

NAME = "disputes"
EXAMPLES = """\b
Examples:
  sayso disputes report.txt --published 2021-08-26
  sayso disputes --record war.sayso --format csv > disputes.csv
"""


def run(
    ctx: typer.Context,
    files: Files = None,
    score: Score = 0.0,
    record: RecordOption = DEFAULT_RECORD,
    form: FormatOption = Format.TABLE,
    published: Published = None,
    outlet: Outlet = None,
    language: Language = None,
    workers: Workers = 1,
) -> None:
    """List where claims of one report differ, with both sides' words and one sentence why.

    Of the files, or, if none is given, of the record. Contradictions, figures that cannot both be
    true, and shifts of one speaker; the claims of different reports are not compared yet.
    """
    print_matters(NAME, ctx, files, record, Reading(published, outlet, language, workers), form, score)
