"""Findings as tables that join: one CSV file a noun, with ids, and words as columns ``start``, ``end`` and ``exact``.

Ids are unique within a report, so tables join on ``report`` and the id together. Lists of ids in one cell have
semicolons between; ``slots`` and ``holders`` have them one a row. ``spans`` has every span of every finding.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from sayso.export.table import Cell, Column
from sayso.export.told import GAP
from sayso.export.told_events import holders, tell_events
from sayso.model import Attribution, Event, Findings, SlotName, Span
from sayso.record.rows import KINDS, spans_of
from sayso.vocab.definitions import plover

Row = tuple[Cell, ...]


class Table(NamedTuple):
    """A table: its name, what a row is, its columns, and what gives the rows of a report."""

    name: str
    about: str
    columns: tuple[Column, ...]
    rows: Callable[[Findings], Iterator[Row]]


def _words(name: str, about: str) -> tuple[Column, Column, Column]:
    """Return the three columns of a span."""
    before = f"{name}_" if name else ""
    return (
        Column(f"{before}start", f"where {about} begin in the report's text, in code points"),
        Column(f"{before}end", "where they end, exclusive"),
        Column(f"{before}exact", f"{about}"),
    )


def _span(*spans: Span | None) -> Row:
    """Return where spans begin and end, and their words with … between the pieces."""
    given = [span for span in spans if span]
    if not given:
        return None, None, None
    start, end = min(span.start for span in given), max(span.end for span in given)
    return start, end, GAP.join(span.exact for span in given)


def _list(ids: tuple[str, ...]) -> str:
    return "; ".join(ids)


def _reports(findings: Findings) -> Iterator[Row]:
    report = findings.report
    clocks = report.published, report.updated, report.retrieved
    about = report.outlet, report.title, _list(report.authors), report.url, *clocks, report.language
    yield report.id, *about, report.text_sha256


def _parties(findings: Findings) -> Iterator[Row]:
    for party in findings.parties:
        roles = _list(tuple(role.title for role in party.roles))
        ties = _list(tuple(f"{tie.tie} {tie.party}" for tie in party.ties))
        about = party.name, party.type, _list(party.aliases), party.country, roles, ties, len(party.mentions)
        yield findings.report.id, party.id, *about, party.made_by


def _places(findings: Findings) -> Iterator[Row]:
    for place in findings.places:
        coded = place.geonameid, place.feature_code, place.country, place.admin1, place.lat, place.lon, place.precision
        yield findings.report.id, place.id, place.name, *coded, place.reason, len(place.mentions), place.made_by


def _times(findings: Findings) -> Iterator[Row]:
    for time in findings.times:
        value = time.type, time.value, time.mod, time.anchor, time.earliest, time.latest, time.precision
        yield findings.report.id, time.id, *value, *_span(time.span), time.made_by


def _attributions(findings: Findings) -> Iterator[Row]:
    for one in findings.attributions:
        words = *_span(one.source), *_span(*one.cue), *_span(*one.content)
        yield findings.report.id, one.id, *_said(one), *_hanging(one), *words, round(one.score, 4), one.made_by


def _said(one: Attribution) -> Row:
    addressee = (one.addressee.party, one.addressee.span.exact) if one.addressee else (None, None)
    via = "; ".join(reference.party or reference.span.exact for reference in one.via)
    heard = one.channel, one.outlet, one.said_on, one.said_at
    return one.speaker, one.speech_act, one.quote_type, *addressee, via, *heard


def _hanging(one: Attribution) -> Row:
    if_, then = (one.condition.if_, one.condition.then) if one.condition else (None, None)
    words = if_.exact if if_ else None, then.exact if then else None
    return one.parent, *words, one.deadline, int(one.floating)


def _events(findings: Findings) -> Iterator[Row]:
    for told in tell_events(findings):
        event = told.event
        kind = plover().type(event.type or "")
        who = _list(event.actors), _list(event.recipients)
        quad = kind.quad if kind else None
        coded = event.type, event.mode, quad, *who, event.place, event.time, *told.dates
        made = int(event.background), round(event.score, 4), event.made_by
        yield findings.report.id, event.id, *_span(event.trigger), *coded, *made


def _slots(findings: Findings) -> Iterator[Row]:
    for event in findings.events:
        for slot in event.slots:
            yield findings.report.id, event.id, slot.slot, slot.id, *_span(slot.span)
        for name, id in _without_words(event):
            yield findings.report.id, event.id, name, id, None, None, None


def _without_words(event: Event) -> Iterator[tuple[SlotName, str]]:
    """Yield what fills a slot of an event though no words of its clause stand for it."""
    shown = {(slot.slot, slot.id) for slot in event.slots}
    filled = [(SlotName.ACTOR, id) for id in event.actors] + [(SlotName.RECIPIENT, id) for id in event.recipients]
    filled += [(SlotName.PLACE, event.place)] if event.place else []
    filled += [(SlotName.TIME, event.time)] if event.time else []
    yield from (pair for pair in filled if pair not in shown)


def _figures(findings: Findings) -> Iterator[Row]:
    for event in findings.events:
        for figure in event.figures:
            numbers = figure.number, figure.low, figure.high, figure.unit
            of = figure.of.exact if figure.of else None
            yield findings.report.id, event.id, figure.what, *numbers, of, *_span(figure.span)


def _claims(findings: Findings) -> Iterator[Row]:
    for claim in findings.claims:
        about = claim.event, claim.attribution, claim.factuality, claim.basis
        yield findings.report.id, claim.id, *about, *_span(*claim.spans), claim.made_by


def _holders(findings: Findings) -> Iterator[Row]:
    for claim in findings.claims:
        for number, (id, link) in enumerate(zip(claim.holder, holders(claim, findings), strict=True), 1):
            yield findings.report.id, claim.id, number, id, link.words


def _spans(findings: Findings) -> Iterator[Row]:
    for kind in KINDS:
        for finding in getattr(findings, kind.field):
            id = getattr(finding, "id", None)
            for part, span in spans_of(finding):
                yield findings.report.id, kind.word, id, part, *_span(span)


REPORT = Column("report", "id of the report")
MADE_BY = Column("made_by", "stage and version that found it")
SCORE = Column("score", "how sure the machine is, 0 to 1")
EVENT = Column("event", "id of the event")
MENTIONS = Column("mentions", "how often the report mentions it; spans.csv has where")

TABLES = (
    Table("reports", "A report.", (
        REPORT, Column("outlet", "who published it"), Column("title", "its title"),
        Column("authors", "its authors, with semicolons between"), Column("url", "its address"),
        Column("published", "when it was published, ISO 8601; empty if unknown"),
        Column("updated", "when it was changed"), Column("retrieved", "when it was received"),
        Column("language", "ISO 639-1"), Column("text_sha256", "hash of the text in which all words stand"),
    ), _reports),
    Table("parties", "Who can act or speak.", (
        REPORT, Column("party", "id of the party"), Column("name", "fullest name in the report"),
        Column("type", "type of party"), Column("aliases", "other names, with semicolons between"),
        Column("country", "ISO 3166-1 alpha-3"), Column("roles", "what it is said to be"),
        Column("ties", "how it stands to other parties: the tie and the other's id"), MENTIONS, MADE_BY,
    ), _parties),
    Table("places", "Somewhere that a report names.", (
        REPORT, Column("place", "id of the place"), Column("name", "its name"),
        Column("geonameid", "GeoNames id"), Column("feature_code", "GeoNames feature code"),
        Column("country", "ISO 3166-1 alpha-3"), Column("admin1", "ISO 3166-2"),
        Column("lat", "latitude in degrees, WGS 84"), Column("lon", "longitude in degrees"),
        Column("precision", "how exactly it is known"), Column("reason", "why it was not resolved"), MENTIONS, MADE_BY,
    ), _places),
    Table("times", "A time expression.", (
        REPORT, Column("time", "id of the time"), Column("type", "TIMEX3 type"), Column("value", "TIMEX3 value"),
        Column("mod", "TIMEX3 modifier"), Column("anchor", "id of the time it was reckoned from, or published"),
        Column("earliest", "first day, ISO 8601"), Column("latest", "last day, inclusive"),
        Column("precision", "how exactly it is known"), *_words("", "the words"), MADE_BY,
    ), _times),
    Table("attributions", "Who said what.", (
        REPORT, Column("attribution", "id of the attribution"), Column("speaker", "id of the party that speaks"),
        Column("speech_act", "what the speaker does in saying it"), Column("quote_type", "direct, mixed or indirect"),
        Column("addressee", "id of the party spoken to"), Column("addressee_words", "the words for it"),
        Column("via", "through whom it passed: ids, or words where they stand for no party"),
        Column("channel", "by what means"), Column("outlet", "id of the outlet that carried it"),
        Column("said_on", "id of the time"), Column("said_at", "id of the place"),
        Column("parent", "id of the attribution inside whose words it stands"), Column("condition", "its condition"),
        Column("consequence", "what the condition governs"), Column("deadline", "id of the time until when"),
        Column("floating", "1 for a quotation without a cue"), *_words("source", "the words for who speaks"),
        *_words("cue", "the words that say that it was said"), *_words("content", "the words that were said"),
        SCORE, MADE_BY,
    ), _attributions),
    Table("events", "Something told to have happened, be happening or be planned.", (
        REPORT, EVENT, *_words("", "the words that tell of it"), Column("type", "PLOVER type; empty where it has none"),
        Column("mode", "PLOVER mode"), Column("quad", "PLOVER quad class, 1 to 4"),
        Column("actors", "ids of the parties that did it"), Column("recipients", "ids of those it was done to"),
        Column("place", "id of the place where it happened"), Column("time", "id of the time when it happened"),
        Column("date", "first day on which it can have happened; empty if unknown"),
        Column("enddate", "last such day, where it is another"),
        Column("background", "1 for history told in passing"), SCORE, MADE_BY,
    ), _events),
    Table("slots", "What fills a slot of an event.", (
        REPORT, EVENT, Column("slot", "actor, recipient, place or time"),
        Column("id", "id of the party, place or time; empty where the words stand for none"),
        *_words("", "the words"),
    ), _slots),
    Table("figures", "A number that an account of an event gives.", (
        REPORT, EVENT, Column("what", "what it counts"), Column("number", "the number"),
        Column("low", "at least this"), Column("high", "at most this"), Column("unit", "currency, km, t"),
        Column("of", "the words for what is counted"), *_words("", "the words"),
    ), _figures),
    Table("claims", "One holder's version of one event, or of what was said.", (
        REPORT, Column("claim", "id of the claim"), Column("event", "id of the event, where it is about one"),
        Column("attribution", "id of the attribution that it comes from"),
        Column("factuality", "how certain it is in the holder's mouth: FactBank value"),
        Column("basis", "on what ground the holder knows it"), *_words("", "the words"), MADE_BY,
    ), _claims),
    Table("holders", "A link in the chain of who holds a claim.", (
        REPORT, Column("claim", "id of the claim"), Column("link", "1 for the nearest holder, then outwards"),
        Column("holder", 'id of a party, or "report" for the report itself; empty for someone who is no party'),
        Column("name", "its name, or the words for it"),
    ), _holders),
    Table("spans", "Words that a finding points at.", (
        REPORT, Column("noun", "party, place, time, attribution, event, claim or unresolved"),
        Column("id", "its id"), Column("part", "which part of it the words are, such as condition.if"),
        *_words("", "the words"),
    ), _spans),
)  # fmt: skip
"""The tables in the order in which a report is read."""
