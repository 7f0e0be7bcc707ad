"""What a report says of itself in its first lines: title, byline, dateline, date of publication.

The words stay in the text; only what they say is read off. A dateline is the wire services' opening
``KABUL, Aug. 24 (Reuters) -``; its date counts as that of publication only when it names the year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from sayso.errors import BadDate
from sayso.intake.clocks import MONTH, clock_of, written_date
from sayso.intake.results import Facts
from sayso.vocab.outlets import by_name

LINES = 8
"""Lines with words, from the top, among which a heading is looked for."""
TITLE, PARAGRAPH = 160, 240
"""Longest title and, where no blank line tells, shortest line that is a paragraph, in characters."""
SENTENCE_END = (".", ",", ";", ":")

NO_YEAR = "The dateline gives a day without its year, so the publication date stays unknown; " \
    "give it with --published YYYY-MM-DD."
READ_OFF = "The publication date was read from the report's first lines."
IMPOSSIBLE = "A date in the heading cannot be the date of publication (it lies in the future) and was not used."

_DAY = rf"(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)? {MONTH})"
_DATE = rf"(?:{_DAY},? \d{{4}}|\d{{4}}-\d{{2}}-\d{{2}}|{_DAY})"
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_FIGURES = r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}"
_HOUR = r"\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?"
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_PLACE = rf"{_CAPITAL}[\w.'’-]*(?:(?:, ?|/| and | |-)(?:of |the |al-|el-)?{_CAPITAL}[\w.'’-]*){{0,6}}"
_IN_CAPITALS = rf"{_CAPITAL}(?:(?![a-zß-öø-ÿ])[\w .,'’/-]){{1,60}}"
_SIGNED = r"(?:\((?P<outlet>[^\W\d_][^()]{0,50})\)|/(?P<slashed>[A-Z][A-Za-z]{1,20})/)"
_DASH = r"(?P<dash>\s*(?:[-‐-―]{1,3}|:)(?=\s|\w|[\"“'])|\.?$)"
DATELINE = re.compile(
    rf"(?:(?P<place>(?i:(?!{_DAY})){_PLACE}?)[,.]? *)??(?:(?P<date>(?i:{_DATE}))[,.]? *)?{_SIGNED}{_DASH}?"
)
UNSIGNED = re.compile(rf"{_IN_CAPITALS}?[,.] *(?P<date>(?i:{_DATE})) *(?:--+|[‐-―]|- )")
BYLINE = re.compile(r"(?:(?i:written|reported|reporting|story|words) )?(?:By|BY|by)\b[:\s]\s*(?P<names>\S.{1,120})")
CLOCK_LINE = re.compile(
    r"(?:(?P<what>(?:first |last |originally )?(?:published|posted|updated|modified|filed|released|issued))"
    rf"(?: (?:on|at))?\s*:?\s*|date:\s*)"
    rf"(?P<rest>(?:{_HOUR},? (?:on )?)?(?:{_WEEKDAY},? )?(?:{_DATE}|{_FIGURES}).{{0,40}})",
    re.IGNORECASE,
)
BARE_DATE = re.compile(
    rf"(?:{_WEEKDAY},? )?{_DATE}(?:[ ,|–-]+(?:at )?{_HOUR}.{{0,20}})?\.?", re.IGNORECASE
)
_NAME = re.compile(
    rf"(?:{_CAPITAL}[\w.'’-]*)(?: (?:(?:al|el|bin|ibn|de|da|di|del|van|von|der|den|la|le|abu)[ -]?"
    rf"|(?:al|el)-\w+|{_CAPITAL}[\w.'’-]*)){{1,5}}"
)
_NOBODY = re.compile(
    r"\b(?:staff|correspondents?|reporters?|agenc(?:y|ies)|desk|bureau|editors?|writers?|team|newsroom|press|news|"
    r"service|network|times|post|tribune|journal|media|admin|monitor|foundation|observatory|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b", re.IGNORECASE,
)
_APART = re.compile(r"\s*(?:,|;|\||/|&|\band\b|\bfor\b|\bof\b|–|—| - )\s*(?:the\b)?\s*", re.IGNORECASE)
_WHERE = re.compile(r"\s+\bin\s+[A-Z].*$")


def heading_of(text: str) -> Facts:
    """Return what the first lines of ``text`` say: title, outlet, authors, published, updated."""
    lines = tuple(islice(_lines(text), LINES + 1))
    facts = Facts(title=_title(lines))
    for line, _ in lines[:LINES]:
        facts = facts.or_else(_told_by(line))
    return facts


def people_in(names: str) -> tuple[tuple[str, ...], str | None]:
    """Return the persons, as printed, and the outlet that a byline names (without its "By").

    An outlet is no author, and neither is "our correspondent".
    """
    outlet, people = None, []
    for part in (_WHERE.sub("", part).strip(" .,") for part in _APART.split(names)):
        if by_name(part) or by_name(part.title()):
            outlet = outlet or part
        elif _NAME.fullmatch(part) and not _NOBODY.search(part):
            people.append(part)
    return tuple(dict.fromkeys(people)), outlet


def _lines(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the lines that have words, each with whether a blank line follows it."""
    held = None
    for match in re.finditer(r"[^\n]*", text):
        line = match[0].strip().strip("\N{ZERO WIDTH NO-BREAK SPACE}\u200e\u200f")
        if held and match.start() > 0 and text[match.start() - 1] == "\n":
            yield held, not line
            held = None
        if line:
            held = line
    if held:
        yield held, False


def _title(lines: tuple[tuple[str, bool], ...]) -> str | None:
    """Return the first line where it stands apart as a title does: short, no full stop, something below it."""
    if len(lines) < 2 or len(lines[0][0]) > TITLE or lines[0][0].rstrip("\"'’”»").endswith(SENTENCE_END):
        return None
    (first, apart), (second, _) = lines[:2]
    if not any(character.isalpha() for character in first) or _is_heading_line(first):
        return None
    return first if apart or len(second) > PARAGRAPH or _is_heading_line(second) else None


def _is_heading_line(line: str) -> bool:
    return bool(_byline(line) or CLOCK_LINE.fullmatch(line) or BARE_DATE.fullmatch(line) or _dateline(line))


def _told_by(line: str) -> Facts:
    if byline := _byline(line):
        authors, outlet = people_in(byline["names"])
        return Facts(authors=authors, outlet=outlet)
    if clock := CLOCK_LINE.fullmatch(line):
        published, notes = _possible(written_date(clock["rest"]))
        changed = (clock["what"] or "").casefold().endswith(("updated", "modified"))
        return Facts(updated=published, notes=notes) if changed else Facts(published=published, notes=notes)
    if BARE_DATE.fullmatch(line):
        published, notes = _possible(written_date(line))
        return Facts(published=published, notes=notes)
    return _told_by_dateline(line)


def _told_by_dateline(line: str) -> Facts:
    dateline = _dateline(line)
    if dateline is None:
        return Facts()
    signed = dateline.groupdict()
    outlet = signed.get("outlet") or signed.get("slashed")
    day = dateline["date"]
    if day is None:
        return Facts(outlet=outlet)
    published, notes = _possible(written_date(day))
    no_year = () if re.search(r"\d{4}", day) else (NO_YEAR,)
    return Facts(outlet=outlet, published=published, notes=notes + no_year)


def _dateline(line: str) -> re.Match[str] | None:
    """Return the match of a dateline: signed by an outlet, or a place in capitals with a date."""
    signed = DATELINE.match(line)
    if signed is None:
        return UNSIGNED.match(line)
    if by_name(signed["outlet"] or signed["slashed"]):
        return signed
    # an outlet that is not known is told from "Foreign Ministry (MFA) officials" by all that makes a dateline
    in_form = signed["date"] or (signed["place"] and signed["place"].isupper())
    return signed if signed["dash"] and in_form else None


def _byline(line: str) -> re.Match[str] | None:
    """Return the match of a line that is nothing but a byline; a sentence that begins with "By" is none."""
    byline = BYLINE.fullmatch(line)
    if byline is None or line.endswith("."):
        return None
    authors, outlet = people_in(byline["names"])
    staff = _NOBODY.search(byline["names"]) and len(line) < 60
    return byline if authors or outlet or staff else None


def _possible(date: str | None) -> tuple[str | None, tuple[str, ...]]:
    try:
        return (clock_of(date) if date else None), ()
    except BadDate:
        return None, (IMPOSSIBLE,)
