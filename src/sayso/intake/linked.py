"""The article that a page describes in JSON-LD (schema.org NewsArticle and its kin)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from sayso.intake.results import Facts

if TYPE_CHECKING:
    from sayso.intake.markup import Element

ARTICLE = ("Article", "Posting", "Review", "Report")
"""Ends of the types that are articles: NewsArticle, ReportageNewsArticle, LiveBlogPosting, ClaimReview, ..."""
PAGE = ("WebPage",)
NESTED = ("@graph", "mainEntity", "mainEntityOfPage")
"""Where an article stands inside another node; lists of related articles are not looked into."""

Node = Mapping[str, Any]


def linked_article(tree: Element) -> Facts:
    """Return what the page's first article node says, as printed there; nothing where there is none."""
    nodes = tuple(_nodes(tree))
    article = _first_of(nodes, ARTICLE) or _first_of(nodes, PAGE)
    if article is None:
        return Facts()
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    return Facts(
        title=_text(article.get("headline")) or _text(article.get("name")),
        outlet=next(iter(_names(article.get("publisher"), by_id)), None),
        authors=tuple(_names(article.get("author"), by_id, people=True)),
        published=_text(article.get("datePublished")),
        updated=_text(article.get("dateModified")),
    )


def _nodes(tree: Element) -> Iterator[Node]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            # not strict: line breaks inside strings are common on real pages
            yield from _walk(json.loads(script.text or "null", strict=False), depth=4)
        except (ValueError, RecursionError):
            continue


def _walk(value: Any, depth: int) -> Iterator[Node]:
    if depth == 0:
        return
    if isinstance(value, list):
        for part in value:
            yield from _walk(part, depth)
    elif isinstance(value, dict):
        yield value
        for key in NESTED:
            yield from _walk(value.get(key), depth - 1)


def _first_of(nodes: tuple[Node, ...], ends: tuple[str, ...]) -> Node | None:
    articles = [node for node in nodes if any(name.endswith(ends) for name in _types(node))]
    dated = (node for node in articles if _text(node.get("datePublished")))
    return next(dated, articles[0] if articles else None)


def _types(node: Node) -> tuple[str, ...]:
    types = node.get("@type")
    return tuple(name for name in (types if isinstance(types, list) else [types]) if isinstance(name, str))


def _names(value: Any, by_id: Mapping[str, Node], people: bool = False) -> Iterator[str]:
    """Yield the names in a node, a list of nodes, or plain text; with ``people``, no organisations."""
    for part in value if isinstance(value, list) else [value]:
        node = by_id.get(_text(part.get("@id")) or "", part) if isinstance(part, dict) else part
        if isinstance(node, dict):
            if people and any("Organization" in name for name in _types(node)):
                continue
            name = node.get("name")
            yield from _names(name, by_id) if isinstance(name, list) else filter(None, [_text(name)])
        elif text := _text(node):
            yield text


def _text(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
