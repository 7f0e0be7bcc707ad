"""Targets to the bytes of their reports: files, folders, standard input, URLs."""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

from sayso.errors import IntakeError, TooLarge, Unreachable
from sayso.intake.jsonlines import is_array, is_object, lines_of, looks_like_lines, objects_of, too_large
from sayso.intake.results import LeftOut, Material, Options

STDIN = "-"
LINES = frozenset({".jsonl", ".ndjson", ".jsonlines"})
PAGES = frozenset({".html", ".htm", ".xhtml", ".xht"})
JSON = ".json"
NOT_REPORTS = {
    **dict.fromkeys((".csv", ".tsv", ".tab", ".psv"), "a table"),
    **dict.fromkeys((".py", ".js", ".sh", ".bat", ".r", ".sql", ".ipynb"), "a program"),
    **dict.fromkeys((".css", ".scss", ".less"), "a style sheet"),
    **dict.fromkeys((".ini", ".cfg", ".conf", ".toml", ".yaml", ".yml"), "settings"),
    **dict.fromkeys((".log", ".lock", ".bib", ".srt", ".vtt", ".svg", ".map"), "no report"),
}
"""Endings of texts that a folder of reports may hold beside them, and what these are."""
SCHEME = re.compile(r"[a-z][a-z0-9+.-]+://|(?:file|data|javascript|mailto|about):", re.IGNORECASE)


def materials_of(target: str, options: Options) -> Iterator[Material | LeftOut]:
    """Yield the reports of one target as bytes, and what of it cannot be taken."""
    if target == STDIN:
        yield from _guarded(target, _from_stdin(options))
    elif is_url(target):
        yield from _guarded(target, _from_url(target, options))
    else:
        empty = True
        for path in _files_of(target):
            empty = False
            if path != Path(target) and (kind := NOT_REPORTS.get(path.suffix.lower())):
                yield LeftOut(str(path), f"{path} is {kind} by its ending. To read it all the same, name it by itself.")
            else:
                yield from _guarded(str(path), _from_file(path, options))
        if empty:
            yield LeftOut(target, f"The folder {target} has no files (hidden ones do not count). Check the path.")


def count(targets: Sequence[str]) -> int | None:
    """Return about how many reports the targets hold, for a progress bar; ``None`` where one is standard input."""
    if STDIN in targets:
        return None
    return sum(
        1 if is_url(target) else sum(_count_file(path) for path in _files_of(target)) for target in targets
    )


def is_url(target: str) -> bool:
    """Whether a target is meant as a URL rather than a path."""
    return bool(SCHEME.match(target))


def _files_of(target: str) -> Iterator[Path]:
    """Yield the file that a target names, or those of a folder and its folders by name, without hidden ones."""
    path = Path(target)
    if not os.path.isdir(target):  # noqa: PTH112 - unlike Path.is_dir, takes any name without an exception
        yield path
        return
    for folder, inner, names in os.walk(path):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        yield from (Path(folder, name) for name in sorted(names) if not name.startswith("."))


def _count_file(path: Path) -> int:
    try:
        if path.suffix.lower() in LINES and path.is_file():
            with path.open("rb") as stream:
                return sum(1 for line in stream if line.strip())
        if path.suffix.lower() == JSON and path.is_file() and path.stat().st_size <= Options.max_bytes:
            return len(objects_of(path.read_bytes(), str(path)))
    except (OSError, ValueError, IntakeError):
        return 1
    return 1


def _guarded(what: str, materials: Iterable[Material | LeftOut]) -> Iterator[Material | LeftOut]:
    """Yield materials; where taking them fails, say so and end this target only."""
    try:
        yield from materials
    except IntakeError as error:
        yield LeftOut(what, str(error))
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        yield LeftOut(what, f"{what} cannot be read: {why}. Check the path and its permissions.")


def _from_stdin(options: Options) -> Iterator[Material | LeftOut]:
    if sys.stdin is None:
        raise Unreachable("Standard input is closed. Pipe a report into it, or give a file.")
    yield from _from_stream(sys.stdin.buffer, Material(b"", STDIN, "text"), options)


def _from_url(address: str, options: Options) -> Iterator[Material | LeftOut]:
    from sayso.intake.fetch import fetch

    fetched = fetch(address, options)
    kind = "html" if "html" in fetched.media_type else "text"
    material = Material(
        fetched.content, fetched.url, kind, charset=fetched.charset, url=fetched.url, retrieved=fetched.retrieved
    )
    suffix = Path(urlsplit(fetched.url).path).suffix.lower()
    if suffix in LINES or "ndjson" in fetched.media_type or "jsonl" in fetched.media_type:
        found = lines_of(io.BytesIO(fetched.content), fetched.url, options)
    else:
        found = _told_apart(material, options)
    for part in found:
        yield part if isinstance(part, LeftOut) else replace(part, retrieved=fetched.retrieved)


def _from_file(path: Path, options: Options) -> Iterator[Material | LeftOut]:
    if not path.exists():
        raise Unreachable(f"There is no file {path}. Check the path.")
    suffix, origin = path.suffix.lower(), str(path)
    with path.open("rb") as stream:
        if suffix in LINES:
            yield from lines_of(stream, origin, options)
        elif path.is_file():
            kind = "html" if suffix in PAGES else "text"
            content = _whole(stream, origin, options.max_bytes, path.stat().st_size)
            yield from _told_apart(Material(content, origin, kind, stem=path.stem), options, suffix == JSON)
        else:
            yield from _from_stream(stream, Material(b"", origin, "text"), options)


def _from_stream(stream: IO[bytes], material: Material, options: Options) -> Iterator[Material | LeftOut]:
    """Yield the reports of a stream: line by line where it begins with a JSON line, else whole."""
    first = stream.readline(options.max_bytes + 2)
    if looks_like_lines(first) and first.endswith(b"\n"):
        yield from lines_of(stream, material.origin, options, first)
    else:
        content = _whole(stream, material.origin, options.max_bytes, first=first)
        yield from _told_apart(replace(material, content=content), options)


def _told_apart(material: Material, options: Options, json: bool = False) -> Iterator[Material | LeftOut]:
    """Yield what the bytes of a file, a stream or a download are: JSON (surely so with ``json``), a page, text."""
    content = material.content
    if looks_like_lines(content) and not is_object(content):
        yield from lines_of(io.BytesIO(content), material.origin, options)
    elif json or is_object(content) or is_array(content):
        objects = objects_of(content, material.origin)
        yield from (replace(found, stem=material.stem if len(objects) == 1 else None) for found in objects)
    else:
        yield material


def _whole(stream: IO[bytes], origin: str, limit: int, size: int = 0, first: bytes = b"") -> bytes:
    """Return ``first`` and all that is left of a stream. Raises ``TooLarge``, before reading if ``size`` says so."""
    content = first
    if max(size, len(first)) <= limit:
        content += stream.read(limit + 1 - len(first))
    if max(size, len(content)) > limit:
        raise TooLarge(too_large(origin, size, limit))
    return content
