"""What happened, according to whom, as CSV: one row a claim, or one row an event where nobody is told to hold it."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.export.table import Cell, Column
from sayso.export.told import GAP
from sayso.export.what import Account, accounts, actors, figures, recipients, when, where
from sayso.model import Happened, Status
from sayso.vocab.definitions import plover

COLUMNS = (
    Column("report", "id of the report"),
    Column("outlet", "who published the report"),
    Column("published", "when it was published, ISO 8601; empty if unknown"),
    Column("event", "id of the event in the report; empty for a content that is no event"),
    Column("trigger", "the words that name the event"),
    Column("type", "PLOVER type"),
    Column("mode", "PLOVER mode"),
    Column("quad", "quad class of the type, 1 to 4"),
    Column("actors", "who did it, with semicolons between"),
    Column("recipients", "to whom it was done, with semicolons between"),
    Column("place", "where it happened"),
    Column("country", "ISO 3166-1 alpha-3 code of the place"),
    Column("lat", "latitude of the place in degrees"),
    Column("lon", "longitude of the place in degrees"),
    Column("time", "when it happened, in the report's words with the date"),
    Column("earliest", "first day that this can mean, ISO 8601"),
    Column("latest", "last day that this can mean, ISO 8601"),
    Column("figures", "how many, in the report's words, with semicolons between"),
    Column("background", "yes for history told in passing"),
    Column("score", "how sure the machine is that there is such an event, 0 to 1"),
    Column("claim", "id of the claim in the report"),
    Column("attribution", "id of the attribution that the claim comes from; empty for the report's own voice"),
    Column("holder", "who holds it: a name, or the words for someone unnamed"),
    Column("told_to", "to whom the holder told it, in the report's words"),
    Column("through", "through whom it came, nearest first, with semicolons between"),
    Column("factuality", "FactBank value: how certain the holder is"),
    Column("basis", "on what ground the holder knows it"),
    Column("words", "the words of the claim; … between their pieces"),
    Column("start", "where they begin in the report's text, in code points"),
    Column("end", "where they end, exclusive"),
    Column("status", "machine: found by a machine, no person has decided on it"),
)
CLAIMED = 10
"""How many of the columns are those of a claim: from ``claim`` to ``end``."""


def rows(one: Happened) -> Iterator[tuple[Cell, ...]]:
    """Yield the cells of an event's claims, in the order of ``COLUMNS``."""
    report = (one.report.id, one.report.outlet, one.report.published)
    told = [_claimed(account) for account in accounts(one)] or [(None,) * CLAIMED]
    for claimed in told:
        yield (*report, *_event(one), *_place(one), *_time(one), *_further(one), *claimed, Status.MACHINE.value)


def _event(one: Happened) -> tuple[Cell, ...]:
    event = one.event
    if event is None:
        return (None,) * 7
    type = plover().type(event.type or "")
    named = "; ".join(actors(one)) or None, "; ".join(recipients(one)) or None
    return (event.id, event.trigger.exact, event.type, event.mode, type.quad if type else None, *named)


def _place(one: Happened) -> tuple[Cell, ...]:
    place = one.place
    return (where(one) or None, *((place.country, place.lat, place.lon) if place else (None,) * 3))


def _time(one: Happened) -> tuple[Cell, ...]:
    return (when(one) or None, *((one.time.earliest, one.time.latest) if one.time else (None, None)))


def _further(one: Happened) -> tuple[Cell, ...]:
    event = one.event
    if event is None:
        return (None,) * 3
    return "; ".join(figures(one)) or None, "yes" if event.background else "no", round(event.score, 4)


def _claimed(account: Account) -> tuple[Cell, ...]:
    claim = account.claim
    start, end = (min(s.start for s in claim.spans), max(s.end for s in claim.spans)) if claim.spans else (None, None)
    through = "; ".join(account.through) or None
    told = (claim.id, claim.attribution, account.holder.words or None, account.addressee, through)
    words = GAP.join(span.exact for span in claim.spans) or account.words or None
    return (*told, claim.factuality.value, claim.basis.value, words, start, end)
