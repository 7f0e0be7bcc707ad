"""``sayso agreements``: where holders who do not depend on each other say the same."""

from __future__ import annotations

import typer

from sayso.cli.accounts import Files, Reading
from sayso.cli.comparing import Score, print_matters
from sayso.cli.options import DEFAULT_RECORD, Format, FormatOption, Language, Outlet, Published, RecordOption, Workers

NAME = "agreements"
EXAMPLES = """\b
Examples:
  sayso agreements report.txt --published 2021-08-26
  sayso agreements --record war.sayso --format csv > agreements.csv
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
    """List where two holders of one report say the same, with both sides' words.

    Of the files, or, if none is given, of the record. Who has it from the other, or speaks for it, does not count.
    """
    print_matters(NAME, ctx, files, record, Reading(published, outlet, language, workers), form, score)
