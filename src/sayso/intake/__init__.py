"""Bytes to reports: text, HTML, JSON lines, folders, standard input and URLs."""

from sayso.intake.language import language_code
from sayso.intake.results import LeftOut, Options, Received
from sayso.intake.taking import checked, receive, receive_text, report_of
from sayso.intake.targets import count

__all__ = [
    "LeftOut", "Options", "Received", "checked", "count", "language_code", "receive", "receive_text", "report_of",
]  # fmt: skip
