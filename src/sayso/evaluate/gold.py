"""A report that people have marked: what the gold of every skill has beside the marks."""

from __future__ import annotations

import re
from typing import TypeVar

import msgspec

from sayso.errors import BadLine
from sayso.model import Report

DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
Shape = TypeVar("Shape")


class _Clues(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a report beside its text; the date of publication is ``dct`` in TimeML, ``date`` in MUC."""

    published: str | None = None
    dct: str | None = None
    date: str | None = None
    outlet: str | None = None
    language: str = "en"


class Marked(_Clues, frozen=True):
    """A marked report: its id, the text that all places in the gold count in, and what else is known of it."""

    id: str
    text: str

    def report(self) -> Report:
        """Return the report to be read, without the gold."""
        dated = DATE.match(self.published or self.dct or self.date or "")
        published = dated.group() if dated else None
        return Report.of(self.id, self.text, published=published, outlet=self.outlet, language=self.language)


def decoded(line: bytes | str, shape: type[Shape], expected: str) -> Shape:
    """Return a line of gold in its shape. Raises ``BadLine``, which tells what was expected, where it has another."""
    try:
        return msgspec.json.decode(line, type=shape)
    except (msgspec.MsgspecError, UnicodeError) as error:
        raise BadLine(f"{error}. A line of gold is {expected}.") from error
