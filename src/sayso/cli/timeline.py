"""``sayso timeline``: what was said, in the order in which it was said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.options import DEFAULT_RECORD, Format, FormatOption, RecordOption
from sayso.cli.printing import words_of, write_objects, write_table

if TYPE_CHECKING:
    from sayso.record import Dated

NAME = "timeline"
EXAMPLES = """\b
Examples:
  sayso timeline
  sayso timeline --speaker "Lena Orsk" --record war.sayso
"""
COLUMNS = ("earliest", "latest", "dated_by", "report", "outlet", "published", "attribution", "speaker", "speech_act",
           "quote_type", "content", "start", "end")  # fmt: skip


def run(
    speaker: Annotated[str | None, typer.Option(metavar="PARTY", help="Only what this party said.")] = None,
    record: RecordOption = DEFAULT_RECORD,
    form: FormatOption = Format.TABLE,
) -> None:
    """Show what was said by when it was said.

    Where that is not known, the date of the report stands in and is marked so; what has no date comes last.
    """
    from sayso.record import Record

    with Record.open(record) as opened:
        line = opened.timeline(speaker=speaker)
    if form is Format.JSONL:
        write_objects(line)
    elif form is Format.CSV:
        write_table(COLUMNS, map(_row, line))
    else:
        from sayso.cli.lists import Lists

        Lists().timeline(line, speaker)


def _row(dated: Dated) -> tuple[str | int | None, ...]:
    report, attribution = dated.report, dated.attribution
    speaker = dated.speaker.name if dated.speaker else None
    when = (dated.earliest, dated.latest, dated.by)
    kinds = (attribution.speech_act.value, attribution.quote_type.value)
    return (*when, report.id, report.outlet, report.published, attribution.id, speaker, *kinds, *words_of(attribution))
