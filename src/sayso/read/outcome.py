"""What comes of reading a report: its findings, or why there are none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sayso.errors import ReadError
from sayso.model import Findings, Report

Reader = Callable[[Report], Findings]


@dataclass(frozen=True, slots=True)
class Broken:
    """Reading a report broke; ``reason`` is a sentence that says how, and what to do about it."""

    reason: str


def attempt(read: Reader, report: Report) -> Findings | Broken:
    """Read a report; one over which reading breaks takes no other along.

    Raises ``ReadError``, for where reading is set up wrongly no report can be read.
    """
    try:
        return read(report)
    except ReadError:
        raise
    except Exception as error:
        return Broken(f"reading it broke with {type(error).__name__}: {error}. Please report this.")
