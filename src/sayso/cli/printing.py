"""Results on standard output: findings in each format, and lines of the record."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.cli.notices import complain
from sayso.cli.options import Format
from sayso.errors import SaysoError

if TYPE_CHECKING:
    from sayso.model import Attribution, Findings


def write(text: str | bytes) -> None:
    """Write to standard output as it is, in UTF-8 whatever the terminal's encoding, and at once."""
    raw = text if isinstance(text, bytes) else text.encode("utf-8", "replace")
    with to_stdout():
        sys.stdout.buffer.write(raw)
        sys.stdout.buffer.flush()


@contextmanager
def to_stdout() -> Iterator[None]:
    """Tell in words why standard output takes no more (a full disk); a closed pipe goes on as ``BrokenPipeError``."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise SaysoError(f"The output cannot be written: {error.strerror}. Make room, or write elsewhere.") from error


def findings_printer(form: Format, *, everything: bool = False) -> Callable[[Findings], None]:
    """Return what prints findings one after the other, with what stands between or before them.

    ``everything`` is for people: the other formats hold all there is anyway.
    """
    if form is Format.TABLE:
        from sayso.cli.screen import Screen

        return partial(Screen().findings, everything=everything)
    if form is Format.JSONL:
        from sayso.model.codec import to_json

        return lambda findings: write(to_json(findings) + b"\n")
    from sayso.export.table import header, rows

    write(header())
    return lambda findings: write(rows(findings))


def write_objects(objects: Iterable[Any]) -> None:
    """Write nouns or answers of the record as JSON, one a line."""
    import msgspec

    for one in objects:
        write(msgspec.json.encode(one) + b"\n")


def write_table(names: Sequence[str], rows: Iterable[Sequence[str | int | float | None]]) -> None:
    """Write rows as CSV below their names, guarded against formulas as in ``export.table``."""
    from sayso.export.table import line

    write(line(names))
    for row in rows:
        write(line(row))


def words_of(attribution: Attribution) -> tuple[str, int | None, int | None]:
    """Return an attribution's content in the report's words, where it begins and where it ends."""
    from sayso.export.told import GAP

    content = attribution.content
    first, last = min((span.start for span in content), default=None), max((span.end for span in content), default=None)
    return GAP.join(span.exact for span in content), first, last


def to_terminal() -> bool:
    """Whether standard output goes to a terminal."""
    return sys.stdout.isatty()


def save(text: str, path: Path) -> None:
    """Write a file and say so, or write standard output where the path is ``-``."""
    save_pieces([text.encode("utf-8", "replace")], None if str(path) == "-" else path)


def save_pieces(pieces: Iterable[bytes], path: Path | None) -> None:
    """Write pieces to a file and say so, or write them to standard output where there is no path.

    The file is there whole or not at all: what is written meanwhile has another name. Raises ``SaysoError`` where it
    cannot be written.
    """
    if path is None:
        for piece in pieces:
            write(piece)
        return
    stood = path.exists()
    special = stood and not path.is_file()
    unfinished = path if special else path.with_name(f".{path.name}.unfinished")
    try:
        with unfinished.open("wb") as file:
            file.writelines(pieces)
        if not special:
            unfinished.replace(path)
    except OSError as error:
        raise SaysoError(f"{path} cannot be written: {error.strerror}. Choose another file or folder.") from error
    finally:
        if not special:
            with suppress(OSError):
                unfinished.unlink()
    complain(f"wrote {path}, in place of the file that was there" if stood and not special else f"wrote {path}")
