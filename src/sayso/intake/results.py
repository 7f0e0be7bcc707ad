"""What intake is asked for and what it gives: Options, Received, LeftOut, and the material in between."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model import Capture, Report

PROGRAM = "sayso"
"""Name of the program, as ``Capture.retrieved_by`` gives it."""


@dataclass(frozen=True)
class Options:
    """What a person says about the reports of one batch, and the limits of intake.

    ``published``, ``outlet``, ``title``, ``url`` and ``language`` (ISO 639-1) win over what a text or a page says
    of itself; they only fill what a JSON line leaves out, for a line speaks of its own report alone.
    ``encoding`` is a Python codec name; ``max_bytes`` holds for one report (a file, a page, one JSON line);
    ``timeout`` is seconds for one whole download; ``allow_private`` lets URLs lead to private addresses.
    """

    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None
    encoding: str | None = None
    max_bytes: int = 50_000_000
    allow_private: bool = False
    timeout: float = 30.0


@dataclass(frozen=True)
class Received:
    """A report that was taken in, with its bytes.

    ``notes`` are sentences that the person should be told; the same note has the same words in every report, so
    that a batch can say it once.
    """

    capture: Capture
    report: Report
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class LeftOut:
    """What could not be taken in (``news.jsonl:17``, a path or a URL), and why and what to do about it."""

    what: str
    reason: str


@dataclass(frozen=True)
class Material:
    """The bytes of one report before they are understood.

    ``kind`` is ``text`` (or a page, if it begins like one), ``html`` or ``json`` (one object); ``charset`` what the
    sender declared; ``stem`` the name that an id is made of; ``url`` and ``retrieved`` (ISO 8601, UTC) are known for
    downloads only.
    """

    content: bytes
    origin: str
    kind: str
    stem: str | None = None
    charset: str | None = None
    url: str | None = None
    retrieved: str | None = None


@dataclass(frozen=True)
class Facts:
    """What is known of a report besides its text; ``None`` (or no author) is unknown. ``notes`` as in Received.

    ``declared_language`` is what a page's markup claims: often a template's, so it counts only for a text that is
    too short to tell.
    """

    id: str | None = None
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    published: str | None = None
    updated: str | None = None
    retrieved: str | None = None
    language: str | None = None
    declared_language: str | None = None
    notes: tuple[str, ...] = ()

    def or_else(self, other: Facts) -> Facts:
        """Return these facts, with those of ``other`` where these are unknown; the notes of both."""
        known = {
            name: getattr(self, name) or getattr(other, name)
            for name in self.__dataclass_fields__ if name != "notes"
        }
        return Facts(**known, notes=self.notes + other.notes)
