"""Bytes to text: which encoding they are in, and what is no text at all.

Nothing is lost silently: bytes that mean nothing in the encoding become U+FFFD with a note, a guess is called one,
and the capture keeps the bytes whatever was made of them.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace

from sayso.errors import NotText

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks; those of UTF-32 stand before those of UTF-16, which they begin with."""

SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF"), (b"PK\x03\x04", "a zip archive"), (b"PK\x05\x06", "a zip archive"),
    (b"\x89PNG", "a PNG image"), (b"\xff\xd8\xff", "a JPEG image"), (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"), (b"MM\x00*", "a TIFF image"), (b"BM", "a BMP image"),
    (b"\xd0\xcf\x11\xe0", "an old Office file (doc, xls, ppt)"), (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3\x00", "a SQLite database"), (b"\x1f\x8b", "gzip data"), (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ\x00", "xz data"), (b"7z\xbc\xaf", "a 7z archive"), (b"Rar!", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "zstd data"), (b"\x7fELF", "a program"), (b"MZ\x90", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"), (b"ID3", "an MP3 recording"), (b"OggS", "an Ogg recording"),
    (b"RIFF", "a recording or image (RIFF)"), (b"\x1a\x45\xdf\xa3", "a Matroska video"),
    (b"%!PS", "PostScript"), (b"WARC/", "a web archive (WARC)"),
)
"""First bytes of what is taken for a report by mistake (short ones count only where control characters follow)."""

ZIPPED = ((b"word/", "a Word document (docx)"), (b"xl/", "an Excel workbook (xlsx)"), (b"ppt/", "a slide show (pptx)"),
          (b"opendocument.text", "an OpenDocument text"), (b"epub", "an EPUB book"))
WINDOWS = "windows-1252"
FEW = 0.03
"""Bytes above 0x7F as a share of all: below it, text is Latin letters with a few quote marks and accents."""
REPLACED = "Some bytes mean nothing in {encoding} and show as \N{REPLACEMENT CHARACTER}; the capture keeps them. " \
    "If the report is in another encoding, give it with --encoding."
GUESSED = "The encoding is not declared; read as {encoding}. If letters look wrong, give it with --encoding."
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\x1b")) + b"\x7f"
_MAIL = re.compile(rb"^MIME-Version: ?1", re.IGNORECASE | re.MULTILINE)
_CONTINUED = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")


@dataclass(frozen=True)
class Decoded:
    """Text, the encoding that it was in, and notes where something was guessed or replaced."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def binary_kind(content: bytes) -> str | None:
    """Return what kind of binary ``content`` looks like ("a PDF"), or ``None`` where it may be text."""
    head = content[:4096]
    if head[4:8] == b"ftyp":
        return "a video or recording (MP4)"
    for signature, kind in SIGNATURES:
        if head.startswith(signature) and (len(signature) > 3 or head[:64].translate(None, _CONTROL) != head[:64]):
            return _zip_kind(content) if kind == "a zip archive" else kind
    if _MAIL.search(head[:2048]):
        return "a mail or a page saved as MHTML"
    if byte_order(content) or wide_encoding(content):
        return None
    return "binary data" if _mostly_control(content) else None


def check_text(content: bytes, what: str) -> None:
    """Raise ``NotText`` naming the kind that ``content`` looks like, where it is not text."""
    if kind := binary_kind(content):
        raise NotText(f"{what} looks like {kind}, not text. Save the report as plain text or HTML and give that.")


def byte_order(content: bytes) -> tuple[bytes, str] | None:
    """Return the byte order mark at the start and the encoding that it stands for, or ``None``."""
    return next(((mark, name) for mark, name in MARKS if content.startswith(mark)), None)


def wide_encoding(content: bytes) -> str | None:
    """Return UTF-16 or UTF-32 without a mark where zero bytes stand in every other (second to fourth) place."""
    head = content[:4096 - len(content[:4096]) % 4] if len(content) >= 8 else b""
    zeros = [head[place::4].count(0) / (len(head) / 4) for place in range(4)] if head else [0.0]
    pattern = "".join("0" if share > 0.7 else "x" if share < 0.2 else "?" for share in zeros)
    names = {"x0x0": "utf-16-le", "0x0x": "utf-16-be", "x000": "utf-32-le", "000x": "utf-32-be"}
    return names.get(pattern)


def known_encoding(name: str | None) -> str | None:
    """Return a declared encoding by a name that Python knows, or ``None`` where there is none or no such text encoding.

    As browsers do (WHATWG Encoding), ISO 8859-1 and ASCII are read as Windows-1252.
    """
    try:
        found = codecs.lookup((name or "").strip().strip("\"'"))
    except (LookupError, ValueError):
        return None
    if not found._is_text_encoding:
        return None
    return WINDOWS if found.name in {"iso8859-1", "ascii"} else _web_name(found.name)


def checked_encoding(name: str) -> str:
    """Return the encoding that a person gave, by a name that Python knows.

    Raises ``NotText`` where there is none such.
    """
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        found = None
    if found is None or not found._is_text_encoding:
        raise NotText(f'No encoding "{name}" is known. Give one as utf-8, windows-1252, windows-1251 or utf-16.')
    return _web_name(found.name)


def decode(content: bytes, what: str, *, given: str | None = None, declared: str | None = None) -> Decoded:
    """Return ``content`` as text: as given, as marked, as declared, as UTF-8, or else as a guess.

    Raises ``NotText`` where it is binary, or in no encoding that can be told.
    """
    if given:
        decoded = _lenient(content, checked_encoding(given))
        return replace(decoded, text=decoded.text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}"))
    check_text(content, what)
    if marked := byte_order(content):
        return _lenient(content[len(marked[0]):], marked[1])
    for encoding in (known_encoding(declared), wide_encoding(content), "utf-8"):
        if encoding and (text := _strict(content, encoding)) is not None:
            return Decoded(text, encoding)
    if _nearly_utf8(content):
        return _lenient(content, "utf-8")
    return _guess(content, what)


def _guess(content: bytes, what: str) -> Decoded:
    encoding = WINDOWS if _share_high(content) < FEW else _likeliest(content)
    if encoding is None:
        raise NotText(
            f"{what} is not UTF-8, and its encoding cannot be told. "
            "Give it with --encoding, as --encoding windows-1251."
        )
    decoded = _lenient(content, encoding)
    return Decoded(decoded.text, encoding, (GUESSED.format(encoding=encoding), *decoded.notes))


def _likeliest(content: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(content[:200_000]).best()
    return _web_name(best.encoding) if best else None


def _web_name(name: str) -> str:
    """Return the name that pages and people use for a code page of Windows."""
    return re.sub(r"^cp(125\d)$", r"windows-\1", name)


def _lenient(content: bytes, encoding: str) -> Decoded:
    text = _strict(content, encoding)
    if text is not None:
        return Decoded(text, encoding)
    text = content.decode(encoding, "replace")
    return Decoded(text, encoding, (REPLACED.format(encoding=encoding),))


def _strict(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeError:
        return None


def _nearly_utf8(content: bytes) -> bool:
    good = sum(len(run) for run in _CONTINUED.findall(content))
    return good > 9 * (_high(content) - good)


def _high(content: bytes) -> int:
    return len(content) - len(content.translate(None, bytes(range(128, 256))))


def _share_high(content: bytes) -> float:
    return _high(content) / max(len(content), 1)


def _mostly_control(content: bytes) -> bool:
    head = content[:65536]
    share = (len(head) - len(head.translate(None, _CONTROL))) / max(len(head), 1)
    return share > (0.3 if _strict(content, "utf-8") is not None else 0.05)


def _zip_kind(content: bytes) -> str:
    names = content[:4096] + content[-65536:]
    return next((kind for part, kind in ZIPPED if part in names), "a zip archive")
