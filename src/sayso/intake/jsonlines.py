"""JSON lines to reports: one object a line, with ``id`` and ``text`` and what else is known of the report.

Fields: ``id``, ``text``; optionally ``outlet, title, url, published, updated, retrieved, language`` (text) and
``authors`` (a list of text). Other fields are passed over, ``null`` is unknown. A whole number is taken as an id.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

import msgspec

from sayso.errors import BadLine, EmptyReport, NotText, TooLarge
from sayso.intake.clocks import check_order, clock_of
from sayso.intake.decode import byte_order, checked_encoding
from sayso.intake.results import Facts, LeftOut, Material, Options

MEDIA_TYPE = "application/json"
BOM = "\N{ZERO WIDTH NO-BREAK SPACE}".encode()


class Line(msgspec.Struct, frozen=True):
    """The fields of one line that sayso reads."""

    text: str
    id: str | int | None = None
    outlet: str | None = None
    title: str | None = None
    authors: tuple[str, ...] | None = None
    url: str | None = None
    published: str | None = None
    updated: str | None = None
    retrieved: str | None = None
    language: str | None = None


_LINE = msgspec.json.Decoder(Line)
_OBJECT = msgspec.json.Decoder(dict[str, msgspec.Raw])
_LIST = msgspec.json.Decoder(list[msgspec.Raw])


def looks_like_lines(content: bytes) -> bool:
    """Whether ``content`` begins with one JSON object on a line of its own."""
    mark, encoding = byte_order(content) or (b"", "utf-8")
    head = content[len(mark):].lstrip()
    if encoding != "utf-8":
        head = head.decode(encoding, "ignore").lstrip().encode()
    return head.startswith(b"{") and is_object(head.partition(b"\n")[0])


def is_object(content: bytes) -> bool:
    """Whether ``content`` is one JSON object."""
    return _decodes(content, _OBJECT)


def is_array(content: bytes) -> bool:
    """Whether ``content`` is a JSON array with an object in its first place."""
    content = content.removeprefix(BOM).lstrip()
    return content[:1] == b"[" and content[1:].lstrip()[:1] == b"{" and _decodes(content, _LIST)


def lines_of(
    stream: IO[bytes], origin: str, options: Options, first: bytes | None = None,
) -> Iterator[Material | LeftOut]:  # fmt: skip
    """Yield each line with words as material, with its number; lines over the limit are left out.

    ``first`` is the first line where it was already taken from the stream. A file in UTF-16 or UTF-32 is taken
    whole: its lines cannot be told by single bytes. Raises ``EmptyReport`` where there is no line with words.
    """
    empty = True
    for found in _found(stream, origin, options, first):
        empty = False
        yield found
    if empty:
        raise EmptyReport(f"{origin} is empty: it has no lines. Give one object a line with id and text.")


def objects_of(content: bytes, origin: str) -> tuple[Material, ...]:
    """Return the objects of a .json file: the one, or those of the array that it holds, numbered from 1.

    Raises ``BadLine`` where it holds neither.
    """
    content = content.removeprefix(BOM).strip()
    if not content:
        raise EmptyReport(f"{origin} is empty. Give one object with id and text, or an array of them.")
    if byte_order(content):
        raise NotText(f"{origin} is JSON in UTF-16 or UTF-32. Save it as UTF-8 and give that.")
    if is_object(content):
        return (Material(content, origin, "json"),)
    try:
        msgspec.json.decode(content)
        parts = _LIST.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadLine(
            f"{origin} holds no reports: {error}. A .json file holds one object with id and text, or an array of "
            "them; one object a line goes into a .jsonl file."
        ) from None
    return tuple(Material(bytes(part), f"{origin}#{number}", "json") for number, part in enumerate(parts, start=1))


def report_text(material: Material) -> tuple[str, Facts]:
    """Return the text of a line, unchanged, and what else the line says.

    Raises ``BadLine`` for what cannot be used, ``BadDate`` for a date that cannot be.
    """
    line = _decoded(material.content, material.charset or "utf-8")
    if not line.text.strip():
        raise EmptyReport('"text" is empty. Give the words of the report in it.')
    published, updated, retrieved = (
        clock_of(clock, name) if clock else None
        for name, clock in (("published", line.published), ("updated", line.updated), ("retrieved", line.retrieved))
    )
    check_order(published, retrieved)
    check_order(updated, retrieved, "updated")
    facts = Facts(
        id=None if line.id is None else str(line.id), title=line.title, outlet=line.outlet,
        authors=line.authors or (), url=line.url, published=published, updated=updated, retrieved=retrieved,
        language=line.language,
    )
    return line.text, facts


def too_large(what: str, size: int | None, limit: int) -> str:
    """Return the message of what is over the limit; ``size`` is in bytes, if it is known."""
    how_large = f"has {size:,} bytes, more than" if size else "is larger than"
    remedy = f"--max-bytes {size}" if size else "--max-bytes"
    return f"{what} {how_large} the limit of {limit:,} bytes. Raise it with {remedy}."


def _decodes(content: bytes, decoder: msgspec.json.Decoder[Any]) -> bool:
    try:
        decoder.decode(content.removeprefix(BOM))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False
    return True


def _decoded(content: bytes, encoding: str) -> Line:
    try:
        text = content.decode(encoding)
    except UnicodeError as error:
        raise BadLine(
            f"The line is not {encoding} ({_where(error)}). If the file is in another encoding, give it "
            "with --encoding."
        ) from None
    try:
        return _LINE.decode(text)
    except msgspec.ValidationError as error:
        raise BadLine(_wrong_type(text, error)) from None
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise BadLine(f"The line is no JSON: {error}. Mend it, or leave it out.") from None


def _wrong_type(text: str, error: msgspec.ValidationError) -> str:
    if not is_object(text.encode("utf-8", "surrogatepass")):
        return f"The line is no JSON object ({error}). Write it as {{\"id\": ..., \"text\": ...}}."
    fields = tuple(_OBJECT.decode(text))
    if "text" not in fields:
        there = ", ".join(fields[:10]) or "none"
        return f'The line has no "text" (its fields: {there}). Put the words of the report into "text".'
    reason, _, path = str(error).partition(" - at `$.")
    wanted = "a list of strings" if path == "authors`" else "a string"
    _, _, got = reason.partition("got ")
    return f'"{path.rstrip("`")}" is of type {got.strip("`") or "unknown"}. Give {wanted}.'


def _where(error: UnicodeError) -> str:
    if isinstance(error, UnicodeDecodeError):
        return f"byte 0x{error.object[error.start]:02X} at place {error.start + 1}"
    return str(error)


def _found(
    stream: IO[bytes], origin: str, options: Options, first: bytes | None,
) -> Iterator[Material | LeftOut]:  # fmt: skip
    limit = options.max_bytes
    first = first if first is not None else _next_line(stream, limit)
    marked = byte_order(first or b"")
    encoding = checked_encoding(options.encoding) if options.encoding else marked[1] if marked else "utf-8"
    if first is not None and encoding.startswith(("utf-16", "utf-32")):
        yield from _wide_lines(first + stream.read(limit + 1 - len(first)), origin, encoding, limit)
        return
    lines = _lines(stream, first.removeprefix(BOM) if first else first, limit)
    for number, line in enumerate(lines, start=1):
        place = f"{origin}:{number}"
        if line is None:
            yield LeftOut(place, too_large("The line", None, limit))
        elif line.strip():
            yield Material(line, place, "json", charset=encoding)


def _lines(stream: IO[bytes], first: bytes | None, limit: int) -> Iterator[bytes | None]:
    """Yield each line without its line break, ``None`` for one over the limit."""
    line = first
    while line != b"":
        yield line.rstrip(b"\r\n") if line else line
        line = _next_line(stream, limit)


def _next_line(stream: IO[bytes], limit: int) -> bytes | None:
    """Return the next line, nothing at the end, ``None`` for a line over the limit, which is passed over."""
    line = stream.readline(limit + 2)
    if len(line.rstrip(b"\r\n")) <= limit:
        return line
    while line and not line.endswith(b"\n"):
        line = stream.readline(1 << 20)
    return None


def _wide_lines(content: bytes, origin: str, encoding: str, limit: int) -> Iterator[Material]:
    if len(content) > limit:
        raise TooLarge(too_large(f"{origin} (in {encoding})", None, limit))
    mark, encoding = byte_order(content) or (b"", encoding)
    order = {"utf-16": "utf-16-le", "utf-32": "utf-32-le"}.get(encoding, encoding)
    try:
        text = content[len(mark):].decode(order)
    except UnicodeError as error:
        raise NotText(f"{origin} is not {encoding} ({_where(error)}). Save it as UTF-8 and give that.") from None
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield Material(line.rstrip("\r").encode(order), f"{origin}:{number}", "json", charset=order)
