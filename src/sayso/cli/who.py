"""``sayso who``: what a party said, over all reports of the record."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.options import DEFAULT_RECORD, Format, FormatOption, RecordOption
from sayso.cli.printing import words_of, write_objects, write_table

if TYPE_CHECKING:
    from sayso.record import Record, Said

NAME = "who"
EXAMPLES = """\b
Examples:
  sayso who "Lena Orsk"
  sayso who Orsk --record war.sayso --format csv
"""
COLUMNS = ("report", "outlet", "published", "attribution", "speaker", "speech_act", "quote_type", "content",
           "start", "end")  # fmt: skip


def run(
    party: Annotated[str, typer.Argument(help="A name; a surname will do.", metavar="PARTY")],
    record: RecordOption = DEFAULT_RECORD,
    form: FormatOption = Format.TABLE,
) -> None:
    """Show what a party said, report by report."""
    from sayso.record import Record

    with Record.open(record) as opened:
        said = opened.who(party)
        if form is Format.JSONL:
            write_objects(said)
        elif form is Format.CSV:
            write_table(COLUMNS, map(_row, said))
        else:
            _print(said, party, opened)


def _print(said: tuple[Said, ...], party: str, record: Record) -> None:
    """Print what was said, report by report, with all that ``sayso show`` tells of it."""
    from sayso.cli.lists import Lists

    lists = Lists()
    if not said:
        lists.silent(party)
    for report, group in groupby(said, lambda one: one.report.id):
        lists.said(record.findings(report), frozenset(one.attribution.id for one in group))


def _row(said: Said) -> tuple[str | int | None, ...]:
    report, attribution = said.report, said.attribution
    kinds = (attribution.speech_act.value, attribution.quote_type.value)
    return (report.id, report.outlet, report.published, attribution.id, said.party.name, *kinds, *words_of(attribution))
