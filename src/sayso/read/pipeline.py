"""The stages of reading, in order."""

from __future__ import annotations

import msgspec

from sayso.model import Findings, Report, Unresolved
from sayso.read import attributions, claims, events, figures, parties, places, speakers, speech, times
from sayso.read.casing import anchored, in_print, is_in_capitals
from sayso.read.found import Found, Stage
from sayso.read.syntax import parse

FAULT = "The stage failed by a fault of sayso"
"""How the reason of a stage that broke down begins."""

STAGES: tuple[tuple[str, Stage], ...] = (
    ("parties", parties.find),
    ("times", times.find),
    ("places", places.find),
    ("attributions", attributions.find),
    ("speakers", speakers.find),
    ("speech", speech.find),
    ("events", events.find),
    ("figures", figures.find),
    ("claims", claims.find),
)
"""Name and ``find`` of each stage after the syntax, in the order in which they run."""


def reading() -> str:
    """Return the versions of all stages as one string: a record reads again what an older one made."""
    makers = (parties, times, places, attributions, speakers, speech, events, figures, claims)
    return " ".join(module.MADE_BY for module in makers)


def read(report: Report) -> Findings:
    """Return what a report says. The same report always gives the same findings.

    A report in another language than English is not read: its findings are empty and say so. A report without a
    language is taken to be English. A report in capitals only is read as it would be printed; its spans have its own
    words, names are given as printed.
    """
    if report.language not in (None, "en"):
        reason = f'The report is in "{report.language}"; sayso reads English, so it was not read.'
        return Findings(report, unresolved=(Unresolved("language", None, reason),))
    if is_in_capitals(report.text):
        printed = msgspec.structs.replace(report, text=in_print(report.text))
        return anchored(_read(printed).findings(report), report.text)
    return _read(report).findings(report)


def _read(report: Report) -> Found:
    found = Found(parse(report.text))
    for name, find in STAGES:
        found = _after(name, find, report, found)
    return found


def _after(name: str, find: Stage, report: Report, found: Found) -> Found:
    """Run a stage; a fault in it costs that stage's part of this report, told as unresolved, and nothing else."""
    try:
        return find(report, found)
    except Exception as error:
        reason = f"{FAULT}: {type(error).__name__}: {error}. The report was read without this stage; please report it."
        return found.having(unresolved=(*found.unresolved, Unresolved(name, None, reason)))
