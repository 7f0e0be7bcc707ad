"""Whole processes, measured from outside: wall time and peak memory."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
SAYSO = str(Path(sys.executable).with_name("sayso"))
LAUNCH = (sys.executable, "-S", "-E", str(Path(__file__).with_name("launch.py")))
PEAKS_IN_A_MEGABYTE = 1024**2 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Measured:
    """A process that has ended: wall time in seconds, peak resident memory in megabytes."""

    seconds: float
    megabytes: float


def measure(command: Sequence[str]) -> Measured:
    """Run a command in the project's folder, with its output thrown away. Raises ``RuntimeError`` if it fails."""
    done = subprocess.run([*LAUNCH, *command], capture_output=True, text=True, cwd=ROOT, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed: {done.stderr[-2000:]}")
    usage = json.loads(done.stdout)
    return Measured(usage["seconds"], usage["peak"] / PEAKS_IN_A_MEGABYTE)


def alternate(commands: Sequence[Sequence[str]], runs: int) -> list[Measured]:
    """Run the commands in turn, ``runs`` times over, and return the medians of each; the first round is thrown away.

    In turn, so that a machine that slows down meanwhile slows all of them.
    """
    rounds = [[measure(command) for command in commands] for _ in range(runs + 1)][1:]
    by_command = list(zip(*rounds, strict=True))
    return [Measured(median(m.seconds for m in ms), median(m.megabytes for m in ms)) for ms in by_command]
