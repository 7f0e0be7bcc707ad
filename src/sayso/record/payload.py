"""Exact bytes of objects and texts: what is put in comes out equal, whatever characters it holds."""

from __future__ import annotations

import json
import zlib
from typing import TypeVar

import msgspec

T = TypeVar("T")


def dumps(struct: msgspec.Struct) -> bytes:
    """Return a struct as JSON in UTF-8, in which lone surrogates are passed through."""
    try:
        return msgspec.json.encode(struct)
    except UnicodeEncodeError:
        plain = json.dumps(msgspec.to_builtins(struct), ensure_ascii=False, separators=(",", ":"))
        return plain.encode("utf-8", "surrogatepass")


def loads(payload: bytes, kind: type[T]) -> T:
    """Return the struct that ``dumps`` wrote. Raises ``ValueError`` where the payload is damaged."""
    try:
        return msgspec.json.decode(payload, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return msgspec.convert(json.loads(payload.decode("utf-8", "surrogatepass")), type=kind)


def pack(content: bytes) -> tuple[str, bytes]:
    """Return how the content is packed (``zlib``, or ``plain`` where that is no longer) and the packed bytes."""
    packed = zlib.compress(content)
    return ("zlib", packed) if len(packed) < len(content) else ("plain", content)


def unpack(encoding: str, packed: bytes) -> bytes:
    """Return what ``pack`` packed. Raises ``ValueError`` where the bytes are damaged."""
    try:
        return zlib.decompress(packed) if encoding == "zlib" else packed
    except zlib.error as error:
        raise ValueError(str(error)) from error


def text_bytes(text: str) -> bytes:
    """Return a working text as it is hashed and kept: UTF-8, lone surrogates passed through."""
    return text.encode("utf-8", "surrogatepass")


def bytes_text(content: bytes) -> str:
    """Return the working text of ``text_bytes``. Raises ``ValueError`` where the bytes are damaged."""
    return content.decode("utf-8", "surrogatepass")
