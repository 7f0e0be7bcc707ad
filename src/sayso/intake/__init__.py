"""Bytes to reports: text, HTML, JSON lines, folders, standard input and URLs."""

from sayso.intake.results import LeftOut, Options, Received
from sayso.intake.taking import receive, receive_text, report_of
from sayso.intake.targets import count

__all__ = ["LeftOut", "Options", "Received", "count", "receive", "receive_text", "report_of"]
