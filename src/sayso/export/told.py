"""What was told: attributions with their ids replaced by names and dates, ready to be printed.

The terminal, the page and the CSV table all print these, so that they say the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.model import (
    Attribution,
    Channel,
    Findings,
    Party,
    PartyType,
    QuoteType,
    Reference,
    Span,
    SpeechAct,
    TieKind,
    Time,
)

PRONOUNS = frozenset("he she they it we i you who which that him her them us me this these those one".split())
CHANNELS = {Channel.OP_ED: "op-ed"}
DATING = "times"
"""The stage whose findings hang on the date of publication."""
GAP = " … "
"""What stands between two pieces of one attribution's words."""


@dataclass(frozen=True, slots=True)
class Told:
    """One attribution as a reader wants it: ``number`` is its place in the report, from 1."""

    number: int
    attribution: Attribution
    speaker: Party | None
    addressee: str | None
    via: tuple[str, ...]
    outlet: str | None
    said_on: Time | None
    said_at: str | None
    deadline: Time | None
    parent: int | None

    @property
    def act(self) -> str:
        """The speech act as a verb: ``denies``."""
        return verb(self.attribution.speech_act)

    @property
    def channel(self) -> str | None:
        """The channel in words: ``press conference``."""
        channel = self.attribution.channel
        return CHANNELS.get(channel, channel.replace("_", " ")) if channel else None

    @property
    def words(self) -> str:
        """The words, on one line; in quote marks where they are a direct quotation."""
        return words(self.attribution)

    @property
    def details(self) -> tuple[str, ...]:
        """To whom, by what means, where and when it was said, each as a phrase."""
        phrases = (
            self.addressee and f"to {self.addressee}",
            self.channel,
            self.outlet and self.outlet not in (self.addressee or "") and f"in {self.outlet}",
            self.said_at and f"in {self.said_at}",
            self.said_on and dated(self.said_on),
        )
        return tuple(phrase for phrase in phrases if phrase)

    @property
    def ties(self) -> tuple[tuple[str, str], ...]:
        """What the words hang on, as pairs of a label and words: via, if, then, by."""
        condition = self.attribution.condition
        pairs = (
            ("via", "; ".join(self.via)),
            ("if", on_one_line(condition.if_.exact) if condition else ""),
            ("then", on_one_line(condition.then.exact) if condition and condition.then else ""),
            ("by", dated(self.deadline) if self.deadline else ""),
        )
        return tuple(pair for pair in pairs if pair[1])


@dataclass(frozen=True, slots=True)
class Speaker:
    """One speaker and what they said; ``heading`` is the name, or, where there is none, says so (not ``known``)."""

    heading: str
    known: bool
    about: str
    told: tuple[Told, ...]


def tell(findings: Findings) -> tuple[Told, ...]:
    """Return the attributions of a report with names and dates instead of ids, in the order of the text."""
    ordered = sorted(findings.attributions, key=where)
    numbers = {attribution.id: number for number, attribution in enumerate(ordered, 1)}
    return tuple(
        Told(
            number=numbers[attribution.id],
            attribution=attribution,
            speaker=findings.party(attribution.speaker),
            addressee=_named(attribution.addressee, findings) if attribution.addressee else None,
            via=tuple(_named(reference, findings) for reference in attribution.via),
            outlet=_name_of(findings.party(attribution.outlet)),
            said_on=findings.time(attribution.said_on),
            said_at=_place(attribution.said_at, findings),
            deadline=findings.time(attribution.deadline),
            parent=numbers.get(attribution.parent or ""),
        )
        for attribution in ordered
    )


def by_speaker(findings: Findings) -> tuple[Speaker, ...]:
    """Return the speakers in the order in which they first speak, each with what they said.

    Two unnamed sources are never taken for one: whoever is not a party of the findings stands alone.
    """
    groups: dict[str, list[Told]] = {}
    for told in tell(findings):
        key = told.speaker.id if told.speaker else f"\0{told.number}"
        groups.setdefault(key, []).append(told)
    return tuple(_speaker(group, findings) for group in groups.values())


def _speaker(group: list[Told], findings: Findings) -> Speaker:
    party = group[0].speaker
    heading, known = speaker_of(party, group[0].attribution.source)
    return Speaker(heading, known, about(party, findings) if party and known else "", tuple(group))


def about(party: Party, findings: Findings) -> str:
    """Return who a party is: its roles, or, failing these, its type and ties."""
    roles = list(dict.fromkeys(on_one_line(role.title) for role in party.roles))[:3]
    if roles:
        return ", ".join(roles)
    kind = [] if party.type is PartyType.PERSON else [party.type.replace("_", " ")]
    return ", ".join(kind + list(_ties(party, findings))[:3])


TIE_WORDS = {
    TieKind.MEMBER_OF: "member of",
    TieKind.LEADS: "leads",
    TieKind.SPEAKS_FOR: "speaks for",
    TieKind.PART_OF: "part of",
    TieKind.FOUNDED: "founded",
    TieKind.CHILD_OF: "child of",
    TieKind.PARENT_OF: "parent of",
    TieKind.SIBLING_OF: "sibling of",
    TieKind.SPOUSE_OF: "spouse of",
}


def _ties(party: Party, findings: Findings) -> Iterable[str]:
    for tie in party.ties:
        other = findings.party(tie.party)
        if other:
            yield f"{TIE_WORDS.get(tie.tie, tie.tie)} {on_one_line(other.name)}"


def reasons(findings: Findings) -> tuple[str, ...]:
    """Return why a report was not read, or not wholly, as far as it concerns the report as a whole.

    That its dates cannot be reckoned is left out: the date of publication, or that it is unknown, is told beside it.
    """
    return tuple(one.reason for one in findings.unresolved if one.span is None and one.stage != DATING)


def lacks_date(findings: Findings) -> bool:
    """Whether dates in the report have no value because it is not known on what day it was published."""
    return any(one.span is None and one.stage == DATING for one in findings.unresolved)


def words(attribution: Attribution) -> str:
    """Return what was said, on one line; in quote marks where it is a direct quotation.

    A quotation that opens in it and ends with it is closed: its closing mark stands behind the words, often after a
    comma, and so outside their span.
    """
    pieces = [closed(on_one_line(span.exact)) for span in attribution.content]
    if attribution.quote_type is QuoteType.DIRECT:
        pieces = [quoted(piece) for piece in pieces]
    return GAP.join(pieces)


def speaker_of(party: Party | None, source: Span | None) -> tuple[str, bool]:
    """Return the name of a speaker, or that there is none and the words that stand for one, and whether it is one."""
    if party is not None and party.type is not PartyType.PEOPLE:
        return on_one_line(party.name), True
    name = on_one_line(party.name if party else source.exact if source else "")
    if not name:
        return "no one named", False
    return f"not resolved: {name}" if name.lower() in PRONOUNS else f"unnamed: {name}", False


def verb(act: SpeechAct) -> str:
    """Return a speech act as a verb: ``deny`` gives ``denies``."""
    if act is SpeechAct.DECLINE_COMMENT:
        return "declines comment"
    return f"{act[:-1]}ies" if act.endswith("y") else f"{act}s"


def where(attribution: Attribution) -> tuple[int, int, str]:
    """Return where an attribution's words begin and how far they go, the longest first: the order of the text."""
    spans = spans_of(attribution)
    if not spans:
        return 0, 0, attribution.id
    return min(span.start for span in spans), -max(span.end for span in spans), attribution.id


def spans_of(attribution: Attribution) -> tuple[Span, ...]:
    """Return the content of an attribution, or, where it has none, its source and cue."""
    source = (attribution.source,) if attribution.source else ()
    return attribution.content or (*source, *attribution.cue)


def moment(clock: str) -> str:
    """Return an ISO 8601 date or time as people write it: ``2021-08-24 10:30 UTC``."""
    day, _, time = clock.partition("T")
    hour = CLOCK.match(time)
    if hour is None:
        return day
    zone = {"Z": " UTC", "+00:00": " UTC"}.get(hour["zone"], f" UTC{hour['zone']}" if hour["zone"] else "")
    return f"{day} {hour['time']}{zone}"


CLOCK = re.compile(r"(?P<time>\d{2}:\d{2})(?::[\d.]+)?(?P<zone>.*)")


def dated(time: Time) -> str:
    """Return a time in the report's words with the date or dates that they stand for: ``Tuesday (2021-08-24)``."""
    words = on_one_line(time.span.exact)
    if time.earliest and time.latest and time.earliest != time.latest:
        date = f"{time.earliest} to {time.latest}"
    else:
        date = time.earliest or time.latest or time.value or "date not resolved"
    return words if words in (date, time.value) else f"{words} ({date})"


def on_one_line(text: str) -> str:
    """Return words without line breaks or doubled white space."""
    return " ".join(text.split())


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: ``1 speaker``, ``2 speakers``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


PAIRS = (("“", "”"), ("«", "»"), ("‹", "›"), ("「", "」"), ("``", "''"))
SINGLE_OPENS, SINGLE_CLOSES = re.compile(r"(?<!\w)‘"), re.compile(r"’(?!\w)")


def closed(piece: str) -> str:
    """Return words with the closing mark of a quotation that opens in them, if it is not among them.

    ``were “on the brink`` gives ``were “on the brink”``.
    """
    if "„" in piece:
        return f"{piece}“" if not re.search("„[^“”]*[“”]", piece) else piece
    for opening, closing in PAIRS:
        if piece.rfind(opening) > piece.rfind(closing):
            return piece + closing
    if piece.count('"') % 2 and not piece.endswith('"'):
        return f'{piece}"'
    opened = list(SINGLE_OPENS.finditer(piece))
    return f"{piece}’" if opened and not SINGLE_CLOSES.search(piece, opened[-1].end()) else piece


OPENS = re.compile("^(?:[\"“”„«‹「]|``|'')")


def quoted(piece: str) -> str:
    """Return words in quote marks, unless they already stand in some."""
    return piece if OPENS.match(piece) else f"“{piece}”"


def _named(reference: Reference, findings: Findings) -> str:
    """Return the words of a reference, with the party's name where the words do not hold it."""
    words = on_one_line(reference.span.exact)
    party = findings.party(reference.party)
    if party is None or party.type is PartyType.PEOPLE or on_one_line(party.name).lower() in words.lower():
        return words
    return f"{words} ({on_one_line(party.name)})"


def _name_of(party: Party | None) -> str | None:
    return on_one_line(party.name) if party else None


def _place(id: str | None, findings: Findings) -> str | None:
    place = findings.place(id)
    return on_one_line(place.name) if place else None
