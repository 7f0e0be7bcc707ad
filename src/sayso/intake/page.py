"""HTML to an article's text: paragraphs apart by a blank line, without menus, advertisements and related stories."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.errors import NoArticle
from sayso.intake.markup import steps, tree_of
from sayso.intake.page_facts import facts_of
from sayso.intake.results import Facts

if TYPE_CHECKING:
    from sayso.intake.markup import Element

SHORT = "The article that was found is short beside the page's text; look whether the page shows more than was kept."
SHORT_SHARE, LONG_PAGE = 0.4, 1500
"""Below this share of the page's paragraphs, on a page of at least so many characters, a text is called short."""

BLOCKS = frozenset({"p", "head", "item", "row", "quote", "code", "ab"})
POINTER = re.compile(
    r"(?:read (?:more|also|next)|also read|see also|related(?: (?:stor(?:y|ies)|articles?|coverage))?|"
    r"more on this(?: story)?|recommended)\b\s*(?P<mark>[:|–—-])?\s*", re.IGNORECASE,
)
LONGEST_POINTER = 250
"""Words that open a line pointing to another story, and how many characters such a line has at most."""

_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]+)|<\?xml[^>]{0,200}?encoding=["']([\w.-]+)""", re.IGNORECASE
)
_TAG = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?><!--.*?-->\s*)*+<(?:!doctype\s+html|html|head|body|article|meta|title)\b",
                  re.IGNORECASE | re.DOTALL)
SENTENCE_ENDS, QUOTES = (".", "!", "?", "।", "。", "؟"), "\"'”’»)"
_SPACE, _BLANKS = re.compile(r"[ \t\r\n\f\v]+"), re.compile(r" {2,}")


@dataclass(frozen=True)
class Page:
    """An article's text and what the page says of it."""

    text: str
    facts: Facts


def looks_like_page(text: str) -> bool:
    """Whether a text begins as an HTML page does."""
    return bool(_TAG.match(text[:4096]))


def declared_charset(content: bytes) -> str | None:
    """Return the encoding that a page declares in its first 4,096 bytes, or ``None``."""
    found = _CHARSET.search(content[:4096])
    return (found[1] or found[2]).decode("ascii", "replace") if found else None


def page_of(markup: str, origin: str, url: str | None = None, retrieved: str | None = None) -> Page:
    """Return the article of a page; ``url`` and ``retrieved`` are known where it was downloaded.

    Raises ``NoArticle`` where the page has none.
    """
    tree = tree_of(markup)
    if tree is None:
        raise _no_article(origin)
    facts = facts_of(tree, url, retrieved)
    # measured before extraction, which takes the tree apart
    whole = _paragraphs_length(tree)
    _drop_pointers(tree)
    text = _article(tree)
    if not _has_sentence(text):
        raise _no_article(origin)
    if whole >= LONG_PAGE and len(text) < SHORT_SHARE * whole:
        facts = facts.or_else(Facts(notes=(SHORT,)))
    return Page(text, facts)


def _has_sentence(text: str) -> bool:
    """Whether some line has a sentence of at least four words, as headlines and menus have not."""
    ends = (word.rstrip(QUOTES).endswith(SENTENCE_ENDS) for line in text.split("\n") for word in line.split()[3:])
    return any(ends)


def _drop_pointers(tree: Element) -> None:
    """Take out of a page the paragraphs that only point to other stories ("Read more: ...", all of it a link)."""
    for paragraph in list(tree.iter("p", "div", "li")):
        words = _one_line(paragraph.text_content()).strip()
        linked = _one_line(" ".join(link.text_content() for link in paragraph.iter("a"))).strip()
        if not linked or len(words) > LONGEST_POINTER or not words.endswith(linked):
            continue
        lead = POINTER.match(words) if words == linked else None
        if (lead and lead["mark"]) or POINTER.fullmatch(words.removesuffix(linked)):
            paragraph.drop_tree()


def _article(tree: Element) -> str:
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    try:
        found = bare_extraction(tree, include_comments=False, with_metadata=False)
    except Exception:
        # whatever the extractor trips over in one page, the batch goes on
        return ""
    if not isinstance(found, Document) or found.body is None:
        return ""
    return "\n\n".join(block for block in _blocks(found.body) if block)


def _blocks(body: Element) -> Iterator[str]:
    """Yield the text of each innermost block, and of what stands between the blocks."""
    pieces: list[str] = []
    for event, element in steps(body):
        if element.tag in BLOCKS:
            yield _tidy(pieces)
            pieces = []
        if event == "start":
            pieces.append("\n" if element.tag == "lb" else _one_line(element.text))
        elif element is not body:
            pieces.append((" " if element.tag == "cell" else "") + _one_line(element.tail))
    yield _tidy(pieces)


def _one_line(text: str | None) -> str:
    return _SPACE.sub(" ", text or "")


def _tidy(pieces: list[str]) -> str:
    lines = (_BLANKS.sub(" ", line).strip(" ") for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def _paragraphs_length(tree: Element) -> int:
    return sum(len(_one_line(str(paragraph.text_content()))) for paragraph in tree.iter("p"))


def _no_article(origin: str) -> NoArticle:
    return NoArticle(
        f"{origin} is a page without an article: no sentences were found in it. "
        "Open the report's own page (not a front page or a list), or save its text and give that."
    )
