"""What runs in a process that reads: it answers the reports that ``many`` sends it, until no more come.

Both ways go pickles over pipes, a list of reports one way and one answer a report the other: findings, ``Broken``, or
the ``ReadError`` that lets no report be read. The first answer, ``None`` or such an error, says that all is loaded.
"""

from __future__ import annotations

import os
import pickle
import sys
from pkgutil import resolve_name
from typing import BinaryIO

from sayso.errors import ReadError
from sayso.model import Findings, Report
from sayso.read.outcome import Broken, Reader, attempt

FIRST = Report.of("", "“All is well,” the mayor of Berlin told Reuters on Monday.", published="2021-08-26")
"""Read before all others so that everything is loaded: a process that dies of that did not die of a report."""


def main(reader: str) -> None:
    """Answer on standard output what comes on standard input; ``reader`` names what reads (``module:function``).

    Ends without a word where whoever asked is gone.
    """
    answers = _taken_over()
    try:
        _answer(resolve_name(reader), sys.stdin.buffer, answers)
    except (EOFError, pickle.UnpicklingError, OSError):
        os._exit(0)  # nothing is left to do, and the interpreter would fail over the closed pipe once more


def _taken_over() -> BinaryIO:
    """Return standard output, and let what anyone else prints go to standard error, for it is no answer."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


def _answer(read: Reader, requests: BinaryIO, answers: BinaryIO) -> None:
    first = _read(read, FIRST)
    _say(first if isinstance(first, ReadError) else None, answers)
    while True:
        for report in pickle.load(requests):
            _say(_read(read, report), answers)


def _read(read: Reader, report: Report) -> Findings | Broken | ReadError:
    try:
        return attempt(read, report)
    except ReadError as error:
        return error


def _say(answer: Findings | Broken | ReadError | None, answers: BinaryIO) -> None:
    pickle.dump(answer, answers, pickle.HIGHEST_PROTOCOL)
    answers.flush()
