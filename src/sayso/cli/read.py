"""``sayso read``: print what reports say, and keep nothing."""

from __future__ import annotations

from contextlib import closing

from sayso.cli.batch import Batch, options_of
from sayso.cli.options import (
    AllowPrivate,
    Encoding,
    Everything,
    Format,
    FormatOption,
    Language,
    MaxBytes,
    Outlet,
    Published,
    Targets,
    Title,
    Workers,
)
from sayso.cli.printing import findings_printer, to_terminal

NAME = "read"
EXAMPLES = """\b
Examples:
  sayso read report.txt --published 2021-08-26
  sayso read https://example.org/news/ferries
  sayso read --format jsonl news.jsonl > findings.jsonl
  sayso read --workers 4 --format jsonl archive/ > findings.jsonl
  cat report.txt | sayso read -
"""


def run(
    targets: Targets,
    form: FormatOption = Format.TABLE,
    published: Published = None,
    outlet: Outlet = None,
    title: Title = None,
    language: Language = None,
    encoding: Encoding = None,
    max_bytes: MaxBytes = None,
    allow_private: AllowPrivate = False,
    workers: Workers = 1,
    everything: Everything = False,
) -> None:
    """Print what reports say, and keep nothing.

    Who said what, to whom, through whom, by what means, when and where; what happened, according to whom; and the
    words that show it.
    """
    options = options_of(published, outlet, title, language, encoding, max_bytes, allow_private)
    batch = Batch(targets, options, bar=not to_terminal(), workers=workers)
    show = findings_printer(form, everything=everything)
    with closing(batch.read(lambda received: received.report)) as readings:
        for _, findings in readings:
            if findings is not None:
                show(findings)
    batch.finish()
