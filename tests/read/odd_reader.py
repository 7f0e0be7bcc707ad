"""A reader for tests of several processes: quick, and it does what a report's text tells it to."""

import os
import signal
import time

from sayso.errors import ReadError
from sayso.model import Findings, Unresolved


def read(report):
    """Find the text in capitals, and in which process; or die, break, wait, print or complain as the text says."""
    order, _, rest = report.text.partition(" ")
    if order == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if order == "exit":
        os._exit(7)
    if order == "break":
        raise RecursionError("too deep")
    if order == "setup":
        raise ReadError("The weights are missing.")
    if order == "wait":
        time.sleep(float(rest))
    if order == "print":
        print("no answer", flush=True)
    return Findings(report, unresolved=(Unresolved("odd", None, report.text.upper()),))


def process(report):
    """Tell by which process, and with how many threads, a report is read; wait in it if the text says so."""
    where = f"{os.getpid()} {os.environ.get('OMP_NUM_THREADS')}"
    return Findings(report, unresolved=(*read(report).unresolved, Unresolved("process", None, where)))


def unready(report):
    """Never read anything."""
    os._exit(3)
