"""Capture and Report: the bytes as received, and the article read from them."""

from __future__ import annotations

from hashlib import sha256

import msgspec


class Capture(msgspec.Struct, frozen=True):
    """The bytes of a report as received, kept once, never rewritten, named by their SHA-256.

    ``origin`` says where they came from (a path, a URL, ``-`` for standard input; a line of a JSON-lines
    file as ``path:line``); ``retrieved`` is an ISO 8601 time in UTC; ``retrieved_by`` names the program.
    """

    sha256: str
    content: bytes
    media_type: str
    origin: str
    retrieved: str | None = None
    retrieved_by: str | None = None

    @classmethod
    def of(
        cls, content: bytes, *, media_type: str, origin: str,
        retrieved: str | None = None, retrieved_by: str | None = None,
    ) -> Capture:
        """Return a capture of ``content``, hashed."""
        return cls(sha256(content).hexdigest(), content, media_type, origin, retrieved, retrieved_by)


class Report(msgspec.Struct, frozen=True):
    """One article and its working text.

    The clocks ``published``, ``updated`` and ``retrieved`` are ISO 8601 dates or times; each may be unknown
    (``None``), and none stands in for another. ``text_sha256`` is the hash of ``text`` in UTF-8;
    ``capture`` the hash of the bytes it was read from. ``language`` is ISO 639-1.
    """

    id: str
    text: str
    text_sha256: str
    outlet: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    published: str | None = None
    updated: str | None = None
    retrieved: str | None = None
    language: str | None = None
    capture: str | None = None

    @classmethod
    def of(cls, id: str, text: str, **fields: object) -> Report:
        """Return a report of ``text`` with its hash; ``fields`` are the other fields by name."""
        hashed = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return cls(id, text, hashed, **fields)  # type: ignore[arg-type]

    def __repr__(self) -> str:
        """Name the report by its id, outlet, title and date, and give the length of its text."""
        about = [text for text in (self.outlet, self.title, self.published) if text]
        return f"<Report {' · '.join([self.id, *about])}: {len(self.text)} characters>"
