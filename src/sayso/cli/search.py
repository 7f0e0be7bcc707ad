"""``sayso search``: find words in the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.notices import checking_usage, complain
from sayso.cli.options import DEFAULT_RECORD, Format, FormatOption, RecordOption
from sayso.cli.printing import write_objects, write_table

if TYPE_CHECKING:
    from sayso.record import Hit

NAME = "search"
EXAMPLES = """\b
Examples:
  sayso search ferries
  sayso search '"fired on" OR shelled' --limit 10
  sayso search cease* -- -fire
"""
COLUMNS = ("report", "outlet", "title", "published", "attribution", "speaker", "words", "start", "end")


def run(
    words: Annotated[list[str], typer.Argument(help='Words; "a phrase", begin*, -without, this OR that.')],
    limit: Annotated[int, typer.Option(min=1, metavar="NUMBER", help="Print at most so many.")] = 50,
    record: RecordOption = DEFAULT_RECORD,
    form: FormatOption = Format.TABLE,
) -> None:
    """Find words in the record, best first.

    They are looked for in what was said and in the reports' sentences.
    """
    from sayso.record import Record
    from sayso.record.fulltext import expression

    query = " ".join(words)
    with checking_usage():
        expression(query)
    with Record.open(record) as opened:
        found = opened.search(query, limit=limit)
    if form is Format.JSONL:
        write_objects(found.hits)
    elif form is Format.CSV:
        write_table(COLUMNS, map(_row, found.hits))
    else:
        from sayso.cli.lists import Lists

        Lists().hits(found.hits)
    if found.left_out:
        complain(f"{found.left_out} more not printed; --limit {limit + found.left_out} prints all")


def _row(hit: Hit) -> tuple[str | int | None, ...]:
    from sayso.export.told import GAP

    words = GAP.join(piece.exact for piece in hit.content or (hit.span,))
    about = (hit.report_id, hit.outlet, hit.title, hit.published)
    return (*about, hit.attribution, hit.speaker, words, hit.span.start, hit.span.end)
