"""How nouns are drawn in a notebook: ``export`` knows, and registers it here, so that the nouns need not know it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

Noun = TypeVar("Noun")

_drawers: dict[type, Callable[[Any], str]] = {}


def drawn_by(noun: type[Noun], drawer: Callable[[Noun], str]) -> None:
    """Let ``drawer`` turn every ``noun`` into HTML from now on."""
    _drawers[noun] = drawer


def html_of(noun: object) -> str | None:
    """Return a noun as HTML, or ``None`` if nothing was registered that draws it (notebooks then print its repr)."""
    drawer = _drawers.get(type(noun))
    return drawer(noun) if drawer else None
