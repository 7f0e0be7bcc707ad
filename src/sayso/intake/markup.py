"""HTML as a tree: the one file that calls lxml, which is loaded at the first page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from lxml.html import HtmlElement as Element  # type: ignore[import-untyped]

__all__ = ["Element", "comments", "steps", "tree_of"]

_REFUSED = re.compile(r"^\s*<\?xml[^>]*\?>|[\x00-\x08\x0b\x0e-\x1f]")
"""What lxml refuses in a str: an XML declaration and control characters."""


def tree_of(markup: str) -> Element | None:
    """Return a page as a tree, or ``None`` where there is no element in it."""
    from lxml import etree, html  # type: ignore[import-untyped]

    # lxml takes no lone surrogates either
    clean = _REFUSED.sub("", markup).encode("utf-8", "replace")
    try:
        return html.document_fromstring(clean, parser=html.HTMLParser(huge_tree=True, encoding="utf-8"))
    except (etree.LxmlError, ValueError):
        return None


def comments(tree: Element) -> Iterator[str]:
    """Yield the text of each comment, those before the first element too."""
    from lxml.etree import Comment  # type: ignore[import-untyped]

    before = tree.getroottree().getroot().itersiblings(Comment, preceding=True)
    yield from (comment.text or "" for found in (before, tree.iter(Comment)) for comment in found)


def steps(tree: Element) -> Iterator[tuple[str, Element]]:
    """Yield ``"start"`` and ``"end"`` of every element in the order of the page."""
    from lxml.etree import iterwalk

    yield from cast("Iterator[tuple[str, Element]]", iterwalk(tree, events=("start", "end")))
