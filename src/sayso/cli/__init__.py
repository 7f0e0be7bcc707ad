"""The command line, one file a command."""

from __future__ import annotations


def main() -> None:
    """Run the command that the program was called with, and end the process with its exit code."""
    from sayso.cli.app import app

    app(prog_name="sayso")
