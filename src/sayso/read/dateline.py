"""Datelines: where and when a report was written, before its first words: ``KABUL, Aug. 24 (Reuters) -``."""

from __future__ import annotations

import re

from sayso.read.syntax import Syntax

DATELINE = re.compile(r"[A-Z][A-Z .’-]+(?:, [^()\n]{1,40})?(?: \([^()\n]{2,40}\))? ?[-–—]+ ")


def is_dateline(syntax: Syntax, i: int) -> bool:
    """Whether a dateline begins with a token: it opens a paragraph, in capitals, and a dash ends it."""
    here = syntax.sentences[syntax.tokens[i].sentence]
    before = syntax.sentences[here.i - 1] if here.i else None
    opens = here.first == i and (before is None or before.paragraph != here.paragraph)
    return opens and DATELINE.match(syntax.text, syntax.tokens[i].start) is not None
