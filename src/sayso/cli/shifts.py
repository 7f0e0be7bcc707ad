"""``sayso shifts``: one speaker's later words against the earlier ones."""

from __future__ import annotations

import typer

from sayso.cli.accounts import Files, Reading
from sayso.cli.comparing import Score, print_matters
from sayso.cli.options import DEFAULT_RECORD, Format, FormatOption, Language, Outlet, Published, RecordOption, Workers

NAME = "shifts"
EXAMPLES = """\b
Examples:
  sayso shifts report.txt --published 2021-08-26
  sayso shifts --record war.sayso --format csv > shifts.csv
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
    """List where one speaker's account changes within a report, with both words.

    Of the files, or, if none is given, of the record. The earlier words come first.
    """
    print_matters(NAME, ctx, files, record, Reading(published, outlet, language, workers), form, score)
