"""What a page says of its article: JSON-LD (schema.org), then meta elements (Open Graph and older ones), then markup.

``published``, ``updated`` and ``retrieved`` are read each from its own places and never stand in for one another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sayso.errors import BadDate
from sayso.intake.clocks import MONTHS, check_order, clock_of, page_clock, stamp
from sayso.intake.heading import people_in
from sayso.intake.language import language_code
from sayso.intake.linked import linked_article
from sayso.intake.markup import comments
from sayso.intake.results import Facts

if TYPE_CHECKING:
    from sayso.intake.markup import Element

PUBLISHED = ("article:published_time", "og:article:published_time", "article:published", "datepublished",
             "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date",
             "citation_publication_date", "publish-date", "publish_date", "publishdate", "publication_date",
             "pubdate", "cxenseparse:recs:publishtime", "date")
UPDATED = ("article:modified_time", "og:article:modified_time", "og:updated_time", "article:modified", "datemodified",
           "dcterms.modified", "dc.date.modified", "last-modified", "lastmod")
TITLE = ("og:title", "twitter:title", "headline", "dc.title", "citation_title")
OUTLET = ("og:site_name", "publisher", "dc.publisher", "citation_journal_title")
AUTHOR = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "citation_author", "byl")
"""Names of meta elements, in the order in which they are believed; in lower case."""

LONGEST_NAMES, LONGEST_CLOCK, LONGEST_COMMENT = 300, 100, 3000
"""Characters beyond which names of authors, a date, or a browser's comment are something else."""

BAD_CLOCK = "A date in the page's metadata cannot be true (no date, in the future, or after retrieval) " \
    "and was not used."
URL_CLOCK = "The page does not say when it was published; the date in its address was taken."
_ADDRESS_DAY = re.compile(r"/(?P<year>(?:19|20)\d{2})/(?P<month>\d{1,2}|[a-z]{3})/(?P<day>\d{1,2})(?=/|$|-)")
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(?P<url>https?:\S+)")
_SINGLE_FILE = re.compile(
    r"url:\s*(?P<url>https?:\S+)\s+saved date:\s*\w{3} (?P<when>\w{3} \d{1,2} \d{4} [\d:]{8} GMT[+-]\d{4})"
)
_BY = re.compile(r"by\b[:\s]*", re.IGNORECASE)


def facts_of(tree: Element, url: str | None = None, retrieved: str | None = None) -> Facts:
    """Return what a page says of its article; ``url`` and ``retrieved`` are known where it was downloaded."""
    metas = _metas(tree)
    saved = _saved(tree)
    address = url or _canonical(tree, metas) or saved.url
    facts = _checked(linked_article(tree), retrieved or saved.retrieved)
    for place in (_meta_facts(metas), _markup_facts(tree)):
        facts = facts.or_else(_checked(place, retrieved or saved.retrieved))
    if facts.published is None and address:
        facts = facts.or_else(_address_facts(address))
    notes = tuple(dict.fromkeys(facts.notes))
    return replace(facts, url=address, retrieved=retrieved or saved.retrieved, notes=notes)


def _checked(facts: Facts, retrieved: str | None) -> Facts:
    """Return facts as a page prints them with clocks in ISO 8601 and persons as authors; drop what cannot be."""
    published, updated = (_clock(clock, retrieved) for clock in (facts.published, facts.updated))
    notes = (BAD_CLOCK,) if "" in (published, updated) else ()
    authors = tuple(name for name in _people(facts.authors) if name.casefold() != (facts.outlet or "").casefold())
    return replace(facts, published=published or None, updated=updated or None, authors=authors, notes=notes)


def _clock(value: str | None, retrieved: str | None) -> str | None:
    """Return a clock in ISO 8601, ``None`` where the page gives none, and nothing (``""``) where it cannot be."""
    try:
        clock = page_clock(value[:LONGEST_CLOCK]) if value else None
        check_order(clock, retrieved)
    except BadDate:
        return ""
    return clock


def _people(authors: Iterable[str]) -> tuple[str, ...]:
    """Return the persons among the names that a page calls authors: no outlet, no desk, no address."""
    names = (_BY.sub("", name.strip(), count=1) for name in authors if "://" not in name and len(name) < LONGEST_NAMES)
    return tuple(dict.fromkeys(person for name in names for person in people_in(name)[0]))


def _metas(tree: Element) -> tuple[tuple[str, str], ...]:
    found = []
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = " ".join((meta.get("content") or "").split())
        if name and content:
            found.append((name.strip().lower(), content))
    return tuple(found)


def _meta_facts(metas: tuple[tuple[str, str], ...]) -> Facts:
    return Facts(
        title=_first(metas, TITLE), outlet=_first(metas, OUTLET), published=_first(metas, PUBLISHED),
        updated=_first(metas, UPDATED), authors=_all(metas, AUTHOR),
    )


def _first(metas: tuple[tuple[str, str], ...], names: tuple[str, ...]) -> str | None:
    return next((content for name in names for found, content in metas if found == name), None)


def _all(metas: tuple[tuple[str, str], ...], names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the contents of every meta element of the first name that is there."""
    for name in names:
        if contents := tuple(content for found, content in metas if found == name and "://" not in content):
            return contents
    return ()


def _markup_facts(tree: Element) -> Facts:
    headings = [text for heading in tree.iter("h1") if (text := " ".join(heading.text_content().split()))]
    titles = [text for title in tree.iter("title") if (text := " ".join(title.text_content().split()))]
    title = headings[0] if len(headings) == 1 else titles[0] if titles else None
    return Facts(
        title=title, published=_published_mark(tree), updated=_marked(tree, "dateModified"),
        authors=tuple(" ".join(link.text_content().split()) for link in tree.xpath("//a[@rel='author']")),
        declared_language=_declared_language(tree),
    )


def _published_mark(tree: Element) -> str | None:
    """Return what is marked as the date of publication, or the one ``time`` element that a page has."""
    marked = _marked(tree, "datePublished") or next(iter(tree.xpath("//time[@pubdate]/@datetime")), None)
    times = {str(value) for value in tree.xpath("//time/@datetime")}
    only = times.pop() if len(times) == 1 else None
    found = marked or (only if only and re.match(r"\d{4}-", only) else None)
    return str(found) if found else None


def _marked(tree: Element, property: str) -> str | None:
    for element in tree.xpath("//*[@itemprop=$property]", property=property):
        value = element.get("content") or element.get("datetime") or element.text_content()
        if value.strip():
            return str(value).strip()
    return None


def _declared_language(tree: Element) -> str | None:
    tag = next((element.get("lang") for element in tree.iter("html", "body") if element.get("lang")), "")
    return language_code(tag or "")


def _canonical(tree: Element, metas: tuple[tuple[str, str], ...]) -> str | None:
    links = (link.get("href") or "" for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical")
    addresses = (*links, _first(metas, ("og:url",)) or "")
    return next((address for address in addresses if _scheme(address).startswith("http")), None)


def _scheme(address: str) -> str:
    """Return the scheme of an address, and nothing where it is no address at all."""
    try:
        return urlsplit(address).scheme.lower()
    except ValueError:
        return ""


def _address_facts(address: str) -> Facts:
    """Return the day in an address such as ``/world/2021/aug/24/title``; sections of newspapers are filed so."""
    found = _ADDRESS_DAY.search(address.lower())
    if found is None:
        return Facts()
    month = MONTHS.get(found["month"]) or (int(found["month"]) if found["month"].isdigit() else 0)
    try:
        day = clock_of(f"{found['year']}-{month:02}-{int(found['day']):02}")
    except BadDate:
        return Facts()
    return Facts(published=day, notes=(URL_CLOCK,))


def _saved(tree: Element) -> Facts:
    """Return from where and when a browser saved the page, as browsers and SingleFile write it in a comment."""
    for words in (comment[:LONGEST_COMMENT] for comment in comments(tree)):
        if single := _SINGLE_FILE.search(words):
            return Facts(url=single["url"], retrieved=_saved_on(single["when"]))
        if saved := _SAVED_FROM.search(words):
            return Facts(url=saved["url"])
    return Facts()


def _saved_on(when: str) -> str | None:
    try:
        return clock_of(stamp(datetime.strptime(when, "%b %d %Y %H:%M:%S GMT%z")), "saved date")
    except (ValueError, BadDate):
        return None
