"""A package that can be called: ``sayso.read`` holds the reading stages, and ``sayso.read(text)`` reads a text."""

from __future__ import annotations

from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from sayso.model import Findings


class CallablePackage(ModuleType):
    """The package ``sayso.read``, which is also the function ``sayso.api.read``."""

    def __call__(
        self, text: str, *, published: str | date | None = None, outlet: str | None = None, title: str | None = None,
        url: str | None = None, language: str | None = None,
    ) -> Findings:  # fmt: skip
        """Return who said what in a report's text; see ``sayso.api.read``."""
        from sayso.api import read

        return read(text, published=published, outlet=outlet, title=title, url=url, language=language)
