"""Small reports with findings made by hand. Run as a program, it adds reports to a record until it is killed."""

from __future__ import annotations

import re
import sys

from sayso.model import (
    Attribution,
    Capture,
    Findings,
    Party,
    PartyType,
    Place,
    QuoteType,
    Report,
    Span,
    Time,
    TimexType,
    Unresolved,
)
from sayso.record import Added, Record

MADE_BY = "attributions@1"
SAID = re.compile(r"(?P<source>[^!?\n]+?) (?P<cue>said)(?: on (?P<day>\w+day))? that (?P<content>[^.\n]+)\.")
DAYS = {"Monday": "2021-08-23", "Tuesday": "2021-08-24", "Wednesday": "2021-08-25"}


def capture_of(text: str) -> Capture:
    return Capture.of(text.encode("utf-8", "surrogatepass"), media_type="text/plain", origin="-")


def report_of(id: str, text: str, **header: object) -> Report:
    return Report.of(id, text, **header)


def findings_of(report: Report, *, made_by: str = MADE_BY) -> Findings:
    """Find every "SOURCE said [on DAY] that CONTENT." in a report."""
    parties: dict[str, Party] = {}
    attributions, times = [], []
    for number, match in enumerate(SAID.finditer(report.text), 1):
        source, cue, content = (Span.of(report.text, *match.span(name)) for name in ("source", "cue", "content"))
        party = parties.setdefault(
            source.exact,
            Party(f"p{len(parties) + 1}", source.exact, PartyType.PERSON, mentions=(source,), made_by="parties@1"),
        )
        said_on = None
        if match["day"]:
            said_on, date = f"t{number}", DAYS[match["day"]]
            span = Span.of(report.text, *match.span("day"))
            times.append(Time(said_on, span, TimexType.DATE, date, None, "published", date, date, made_by="times@1"))
        attributions.append(
            Attribution(
                f"a{number}", source, (cue,), (content,), QuoteType.INDIRECT,
                speaker=party.id, said_on=said_on, made_by=made_by,
            )
        )  # fmt: skip
    return Findings(
        report, tuple(parties.values()), (Place("l1", "Nowhere", reason="not in the gazetteer"),), tuple(times),
        tuple(attributions), unresolved=(Unresolved("places@1", None, "not in the gazetteer"),),
    )  # fmt: skip


def add(record: Record, id: str, text: str, *, made_by: str = MADE_BY, **header: object) -> Added:
    report = report_of(id, text, **header)
    return record.add(capture_of(text), report, findings_of(report, made_by=made_by))


def long_text(number: int) -> str:
    """Return a text of some 6 kB, another for each number."""
    return "\n\n".join(f"General Number {number}-{line} said that line {line} of the front held." for line in range(90))


def main(where: str, name: str, count: str) -> None:
    """Add reports named after ``name``; print the id of each once it is in the record."""
    with Record.open(where, create=True) as record:
        for number in range(int(count)):
            added = add(record, f"{name}{number}", long_text(number) + name)
            print(added.report_id, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
