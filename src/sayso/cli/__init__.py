"""The command line, one file a command."""

from __future__ import annotations

import io
import sys


def main() -> None:
    """Run the command that the program was called with, and end the process with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal without some character gets its code, not an exception
            stream.reconfigure(errors="backslashreplace")
    try:
        from sayso.cli.app import app

        app(prog_name="sayso")
    except KeyboardInterrupt:  # before the program has begun, and so has said it itself
        print("sayso: interrupted", file=sys.stderr)  # noqa: T201
        sys.exit(130)
