"""Bytes of one report to Capture and Report: decoded, its text and its facts read, its id given."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from unicodedata import normalize

from sayso.errors import EmptyReport, IntakeError, NotText
from sayso.intake.clocks import check_order, clock_of
from sayso.intake.decode import checked_encoding, decode
from sayso.intake.heading import NO_YEAR, READ_OFF, heading_of
from sayso.intake.jsonlines import MEDIA_TYPE, report_text
from sayso.intake.language import language_code, language_of
from sayso.intake.page import declared_charset, looks_like_page, page_of
from sayso.intake.results import PROGRAM, Facts, LeftOut, Material, Options, Received
from sayso.intake.targets import STDIN, materials_of
from sayso.model import Capture, Report

UNDATED = "The publication date is not known, so dates such as \"on Tuesday\" stay unresolved; " \
    "give it with --published YYYY-MM-DD."
VAGUE = "The publication date is not known to the day, so dates such as \"on Tuesday\" stay unresolved; " \
    "give the day with --published YYYY-MM-DD."
OTHER_LANGUAGE = 'The report is in another language than English (ISO 639-1 "{code}"), so it is not read.'
OWN = "What a JSON line says of its own report holds: its {name}, not that of --{name}."
NO_LANGUAGE = '"{given}" is no ISO 639-1 code as "en" is; the language was detected instead.'
TWICE = "Ids occur more than once; each after the first has a number added (-2, -3, ...)."
OTHER_XML = re.compile(r"\s*<(?:\?xml|rss|feed|rdf:RDF)\b", re.IGNORECASE)
FEED = re.compile(r"<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE)
PYTHON = "python"
"""Where the text of a report comes from that was given to the Python API."""


class Ids:
    """The ids of one batch: each is given once."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def unique(self, wanted: str) -> str:
        """Return ``wanted``, with the first free number added where it was given before."""
        id, number = wanted, 1
        while id in self._given:
            number += 1
            id = f"{wanted}-{number}"
        self._given.add(id)
        return id


def receive(targets: Sequence[str], options: Options = Options()) -> Iterator[Received | LeftOut]:  # noqa: B008
    """Yield each report of the targets in their order, and what was left out and why.

    A target is a file (text, HTML, JSON lines, JSON), a folder of these, ``-`` for standard input, or a URL. One bad
    report never stops the batch. Raises ``BadDate`` or ``NotText`` at once where an option itself cannot be.
    """
    return _received(tuple(targets), checked(options))


def receive_text(
    text: str, *, id: str | None = None, published: str | date | None = None, outlet: str | None = None,
    title: str | None = None, url: str | None = None, language: str | None = None,
) -> Received:  # fmt: skip
    """Return a text in memory as a report; the text is kept as it is, so that offsets are offsets into it.

    Raises ``EmptyReport`` where there is no text, ``BadDate`` where the date cannot be.
    """
    clock = published.isoformat() if isinstance(published, date) else published
    options = checked(Options(published=clock, outlet=outlet, title=title, url=url, language=language))
    _check_words(text, "The text")
    capture = Capture.of(text.encode("utf-8", "surrogatepass"), media_type="text/plain; charset=utf-8", origin=PYTHON)
    facts = _said(options).or_else(Facts(id=id))
    facts = _with_heading(facts, text)
    return _finished(text, facts, capture, Ids(), None)


def report_of(
    text: str, *, id: str | None = None, published: str | date | None = None, outlet: str | None = None,
    title: str | None = None, url: str | None = None, language: str | None = None,
) -> Report:  # fmt: skip
    """Return the report of ``receive_text`` without its bytes and notes. Raises as that does."""
    return receive_text(
        text, id=id, published=published, outlet=outlet, title=title, url=url, language=language
    ).report


def _received(targets: tuple[str, ...], options: Options) -> Iterator[Received | LeftOut]:
    ids = Ids()
    for target in targets:
        for material in materials_of(target, options):
            if isinstance(material, LeftOut):
                yield material
                continue
            try:
                yield _taken(material, options, ids)
            except IntakeError as error:
                yield LeftOut(material.origin, str(error))


def checked(options: Options) -> Options:
    """Return options with the date in ISO 8601. Raises ``BadDate`` or ``NotText`` for what cannot be."""
    if options.encoding:
        checked_encoding(options.encoding)
    return replace(options, published=clock_of(options.published, "--published")) if options.published else options


def _said(options: Options) -> Facts:
    """Return what the person says about the report."""
    return Facts(
        title=options.title, outlet=options.outlet, url=options.url, published=options.published,
        language=options.language,
    )


def _taken(material: Material, options: Options, ids: Ids) -> Received:
    if material.kind == "json":
        text, told = report_text(material)
        # a line speaks of its own report; the person speaks of the batch
        facts, media_type = told.or_else(_said(options)).or_else(Facts(notes=_overruled(options, told))), MEDIA_TYPE
    else:
        text, told, media_type = _page_or_text(material, options)
        facts = _said(options).or_else(told)
    facts = _with_heading(facts, text)
    facts = replace(facts, retrieved=facts.retrieved or material.retrieved, url=facts.url or material.url)
    check_order(facts.published, facts.retrieved)
    capture = Capture.of(
        material.content, media_type=media_type, origin=material.origin, retrieved=material.retrieved,
        retrieved_by=PROGRAM if material.retrieved else None,
    )
    return _finished(text, facts, capture, ids, material.stem)


def _overruled(options: Options, told: Facts) -> tuple[str, ...]:
    """Return a note on each option that gives way to what a line says otherwise."""
    pairs = {name: (getattr(options, name), getattr(told, name)) for name in ("published", "outlet", "title")}
    return tuple(OWN.format(name=name) for name, (given, own) in pairs.items() if given and own and given != own)


def _page_or_text(material: Material, options: Options) -> tuple[str, Facts, str]:
    """Return the working text, what was told beside it, and the media type of the bytes."""
    is_page = material.kind == "html" or looks_like_page(material.content[:4096].decode("latin-1"))
    declared = material.charset or (declared_charset(material.content) if is_page else None)
    decoded = decode(material.content, material.origin, given=options.encoding, declared=declared)
    notes = Facts(notes=decoded.notes)
    text = normalize("NFC", decoded.text.replace("\r\n", "\n").replace("\r", "\n"))
    _check_words(text, material.origin)
    if is_page or looks_like_page(text):
        page = page_of(text, material.origin, material.url, material.retrieved)
        return normalize("NFC", page.text), notes.or_else(page.facts), f"text/html; charset={decoded.encoding}"
    if OTHER_XML.match(text):
        kind = "an RSS or Atom feed" if FEED.search(text[:4096]) else "XML"
        raise NotText(f"{material.origin} looks like {kind}, not a report. Give the page or the text of one report.")
    return text, notes, f"text/plain; charset={decoded.encoding}"


def _check_words(text: str, what: str) -> None:
    if not text.strip("\N{ZERO WIDTH NO-BREAK SPACE}\x00").strip():
        if what == STDIN:
            raise EmptyReport("Standard input is empty: there is no text to read. Pipe the words of a report into it.")
        raise EmptyReport(f"{what} is empty: there is no text to read. Give a file with the words of a report.")


def _finished(text: str, facts: Facts, capture: Capture, ids: Ids, stem: str | None) -> Received:
    """Return the report with its id, its language, and the notes that are left."""
    language, language_notes = _language(text, facts)
    wanted = facts.id or stem or capture.sha256[:12]
    id = ids.unique(wanted)
    dating = _dating(facts) if language in (None, "en") else ()
    kept = (note for note in facts.notes if note != NO_YEAR)
    notes = tuple(dict.fromkeys((*((TWICE,) if facts.id and id != wanted else ()), *kept, *dating, *language_notes)))
    report = Report.of(
        id, text, outlet=facts.outlet, title=facts.title, authors=facts.authors, url=facts.url,
        published=facts.published, updated=facts.updated, retrieved=facts.retrieved, language=language,
        capture=capture.sha256,
    )
    return Received(capture, report, notes)


def _with_heading(facts: Facts, text: str) -> Facts:
    """Return the facts, with what the first lines say where these are silent; its notes are about the date."""
    heading = heading_of(text)
    if facts.published:
        return facts.or_else(replace(heading, notes=()))
    return facts.or_else(replace(heading, notes=(READ_OFF,)) if heading.published else heading)


def _dating(facts: Facts) -> tuple[str, ...]:
    """Return one note, and only one, on the date of a report if that is missing or too vague to reckon from."""
    if facts.published:
        return () if len(facts.published) >= len("YYYY-MM-DD") else (VAGUE,)
    return (NO_YEAR if NO_YEAR in facts.notes else UNDATED,)


def _language(text: str, facts: Facts) -> tuple[str | None, tuple[str, ...]]:
    """Return the language, given or detected, and what to say of it."""
    given = language_code(facts.language) if facts.language else None
    code = given or language_of(text) or facts.declared_language
    wrong = (NO_LANGUAGE.format(given=facts.language),) if facts.language and not given else ()
    other = (OTHER_LANGUAGE.format(code=code),) if code and code != "en" else ()
    return code, wrong + other
