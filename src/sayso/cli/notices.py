"""What is said on standard error: notes, complaints and progress; never results."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer

from sayso.errors import SaysoError
from sayso.export.plain import visible

WRONG_USAGE = 2


def complain(sentence: str) -> None:
    """Say what went wrong, or what one should know, as one line."""
    line = " ".join(visible(sentence).split())
    print(f"sayso: {line}", file=sys.stderr, flush=True)  # noqa: T201


def misused(sentence: str) -> typer.Exit:
    """Say what is wrong with an option or an argument, and return what ends the command with the exit code for that."""
    complain(sentence)
    return typer.Exit(WRONG_USAGE)


@contextmanager
def checking_usage() -> Iterator[None]:
    """Tell a ``SaysoError`` within as wrong usage: what was given on the command line itself cannot be."""
    try:
        yield
    except SaysoError as error:
        raise misused(str(error)) from error


@contextmanager
def progress(total: int | None, *, shown: bool = True) -> Iterator[Callable[[], None]]:
    """Show a bar that moves on at each call of what is given, if there are several reports and someone looks on.

    ``total`` is the number of reports, ``None`` if it is not known. Nothing may be printed on standard output to a
    terminal meanwhile: set ``shown`` to false where results come one by one.
    """
    if total == 1 or not shown or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("reading", total=total)
        yield lambda: bar.advance(task)
