"""Tables into a folder: each file is there whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from sayso.cli.notices import complain
from sayso.errors import SaysoError

if TYPE_CHECKING:
    from sayso.export.tables import Table
    from sayso.model import Findings


class Sheet(NamedTuple):
    """A table with the file that it is written to under another name until it is finished."""

    table: Table
    path: Path
    unfinished: Path


def save_tables(reports: Iterable[Findings], folder: Path, opening: bytes) -> None:
    """Write every table of the reports into ``folder``, made if it is not there, and say so; files are replaced.

    ``opening`` comes first in each file. Raises ``SaysoError`` where the folder cannot be written; each file
    in it is then the old one or the new one, whole.
    """
    from sayso.export.tables import TABLES

    paths = [folder / f"{table.name}.csv" for table in TABLES]
    sheets = [
        Sheet(table, path, path.with_name(f".{path.name}.unfinished"))
        for table, path in zip(TABLES, paths, strict=True)
    ]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write(sheets, reports, opening)
        for sheet in sheets:
            sheet.unfinished.replace(sheet.path)
    except OSError as error:
        raise SaysoError(f"{folder} cannot be written: {error.strerror}. Choose another folder.") from error
    finally:
        for sheet in sheets:
            with suppress(OSError):
                sheet.unfinished.unlink()
    complain(f"wrote {', '.join(path.name for path in paths)} in {folder}")


def _write(sheets: list[Sheet], reports: Iterable[Findings], opening: bytes) -> None:
    from sayso.export.table import line

    with ExitStack() as stack:
        files: list[BinaryIO] = [stack.enter_context(sheet.unfinished.open("wb")) for sheet in sheets]
        for sheet, file in zip(sheets, files, strict=True):
            file.write(opening + line(column.name for column in sheet.table.columns).encode())
        for findings in reports:
            for sheet, file in zip(sheets, files, strict=True):
                file.writelines(line(row).encode("utf-8", "replace") for row in sheet.table.rows(findings))
