"""The program: its commands, its options, and what becomes of an error.

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 partly done, 130 interrupted. Nothing heavy is imported here, nor at the
head of a command's file, so that ``sayso --help`` answers at once.
"""

from __future__ import annotations

import os
import sys
from typing import Annotated, Any, cast

import typer
from typer.core import TyperGroup

from sayso.cli import (
    add,
    agreements,
    disputes,
    evaluate,
    export,
    list,
    pledges,
    read,
    search,
    shifts,
    show,
    timeline,
    verify,
    what,
    who,
)
from sayso.cli.notices import complain, misused
from sayso.cli.printing import to_stdout
from sayso.errors import SaysoError

FAILED, PARTLY, INTERRUPTED = 1, 3, 130
NOT_KEPT = '"sayso read" keeps nothing, so it has no --record. "sayso add" keeps reports in a record.'
UsageError = cast("type[Exception]", typer.BadParameter.__mro__[1])
"""What is raised for wrong usage; typer gives it no public name."""


class Program(TyperGroup):
    """The commands; turns what they raise into a line and an exit code."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command; an error or an interrupt is told in one line, a closed pipe not at all."""
        try:
            result = super().invoke(ctx)
            with to_stdout():
                sys.stdout.flush()
        except SaysoError as error:
            complain(str(error))
            _close_if_stuck()
            raise typer.Exit(FAILED) from error
        except typer.BadParameter as error:
            error.message = error.message.removeprefix("Value error, ")
            raise
        except UsageError as error:
            if ctx.invoked_subcommand == read.NAME and getattr(error, "option_name", None) in ("--record", "-r"):
                raise misused(NOT_KEPT) from error
            raise
        except KeyboardInterrupt:
            complain("interrupted")
            raise typer.Exit(INTERRUPTED) from None
        except BrokenPipeError:
            _close_quietly()
            raise typer.Exit(0) from None
        return result


def _close_quietly() -> None:
    """Let the interpreter flush into nothing at its end: whoever read the output has read enough."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _close_if_stuck() -> None:
    """Drop what standard output would not take, or the interpreter would fail over it once more at its end."""
    try:
        sys.stdout.flush()
    except OSError:
        _close_quietly()


app = typer.Typer(
    cls=Program, rich_markup_mode=None, pretty_exceptions_enable=False, no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)  # fmt: skip


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"sayso {version('sayso')}")
        raise typer.Exit


@app.callback(
    epilog="""\b
Examples:
  sayso read report.txt --published 2021-08-26
  sayso add news/ --record war.sayso
  sayso who "Lena Orsk" --record war.sayso
"""
)
def program(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and exit.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """On whose say-so? Read news reports and keep an attributed, checkable record of who said what.

    Results go to standard output, notes and progress to standard error. Exit codes: 0 done, 1 failed, 2 wrong usage,
    3 partly done (what was left out is named, with the reason).
    """


COMMANDS = (
    read, add, list, show, search, who, what, pledges, timeline, disputes, agreements, shifts, export, verify, evaluate,
)  # fmt: skip
"""The commands in the order in which one comes to need them."""
for command in COMMANDS:
    app.command(command.NAME, epilog=command.EXAMPLES)(command.run)
