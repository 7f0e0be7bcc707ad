"""Whole processes, measured from outside: wall time and peak memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
SAYSO = str(Path(sys.executable).with_name("sayso"))


@dataclass(frozen=True)
class Measured:
    """A process that has ended: wall time in seconds, peak resident memory in megabytes."""

    seconds: float
    megabytes: float


def measure(command: Sequence[str]) -> Measured:
    """Run a command in the project's folder, with its output thrown away. Raises ``RuntimeError`` if it fails."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=ROOT)
    complaint = process.stderr.read() if process.stderr else b""
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} failed: {complaint.decode(errors='replace')[-2000:]}")
    return Measured(seconds, usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2))


def alternate(commands: Sequence[Sequence[str]], runs: int) -> list[Measured]:
    """Run the commands in turn, ``runs`` times over, and return the medians of each; the first round is thrown away.

    In turn, so that a machine that slows down meanwhile slows all of them.
    """
    rounds = [[measure(command) for command in commands] for _ in range(runs + 1)][1:]
    by_command = list(zip(*rounds, strict=True))
    return [Measured(median(m.seconds for m in ms), median(m.megabytes for m in ms)) for ms in by_command]
