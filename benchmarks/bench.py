"""``make bench``: reading speed, memory, the time of each stage, and start-up, each beside spaCy in the same run.

Also how much faster two processes read than one, over a longer file, since each process starts for itself.

::

    python -m benchmarks.bench [REPORTS.jsonl] [--runs 3] [--reports 60]
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from pathlib import Path

from benchmarks import texts
from benchmarks.processes import SAYSO, Measured, alternate
from benchmarks.stages import stage_times
from benchmarks.yardstick import DEFAULT_PIPELINE, LOAD_ONLY

EXAMPLE = str(texts.EXAMPLES / "standoff.txt")
MEMORY_LIMIT_MB = 700
SPEED_LIMIT = 0.6
HELP_LIMIT_S = 0.3
EXAMPLE_LIMIT = 2.5
WORKERS = 2
WORKERS_LIMIT = 1.8
LONGER = 4
"""How many times as many reports are made for several processes as for one."""


def main() -> int:
    """Measure and print; return 1 where a limit that the project has set itself is broken."""
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        path = options.file.resolve() if options.file else Path(folder) / "reports.jsonl"
        longer = options.file.resolve() if options.file else Path(folder) / "longer.jsonl"
        if not options.file:
            texts.write(path, options.reports)
            texts.write(longer, options.reports * LONGER)
        print(f"{platform.machine()}, Python {platform.python_version()}, medians of {options.runs} runs\n")
        kept = [
            _reading(path, options.runs),
            _scaling(longer, (options.runs + 1) // 2),
            _stages(path),
            _starting(options.runs),
        ]
    return 0 if all(kept) else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Speed, memory and start-up beside spaCy's full pipeline.")
    parser.add_argument("file", nargs="?", type=Path, help="JSON lines with id and text (default: made from examples/)")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--reports", type=int, default=60, help="how many reports to make")
    return parser.parse_args()


def _reading(path: Path, runs: int) -> bool:
    """Print words a second and peak memory of whole processes over the same file."""
    words = texts.words_of(path)
    ours, spacys = alternate(
        [
            [SAYSO, "read", "--format", "jsonl", str(path)],
            [sys.executable, "-m", "benchmarks.yardstick", str(path)],
        ],
        runs,
    )
    ratio = spacys.seconds / ours.seconds
    print(f"Reading {words:,} words, the whole process")
    _row("sayso read --format jsonl", words, ours)
    _row(f"spaCy, all of {DEFAULT_PIPELINE}", words, spacys)
    fast, small = ratio >= SPEED_LIMIT, ours.megabytes < MEMORY_LIMIT_MB
    print(f"  sayso reads at {ratio:.2f} of the speed of spaCy ({_verdict(fast)}: at least {SPEED_LIMIT})")
    print(f"  peak memory {ours.megabytes:.0f} MB ({_verdict(small)}: under {MEMORY_LIMIT_MB} MB)\n")
    return fast and small


def _scaling(path: Path, runs: int) -> bool:
    """Print how much faster several processes read a file than one does, both with their start-up."""
    words, cores = texts.words_of(path), os.cpu_count() or 1
    read = [SAYSO, "read", "--format", "jsonl", str(path)]
    one, several = alternate([read, [*read, "--workers", str(WORKERS)]], runs)
    ratio = one.seconds / several.seconds
    print(f"Reading {words:,} words in several processes, start-up included, with {cores} cores")
    _row("--workers 1", words, one)
    _row(f"--workers {WORKERS} (memory: the largest process)", words, several)
    if cores < WORKERS:
        print(f"  {ratio:.2f} times the speed of one; to judge it takes {WORKERS} cores\n")
        return True
    print(f"  {ratio:.2f} times the speed of one ({_verdict(ratio >= WORKERS_LIMIT)}: at least {WORKERS_LIMIT})\n")
    return ratio >= WORKERS_LIMIT


def _stages(path: Path) -> bool:
    """Print what each stage takes."""
    words, spent = texts.words_of(path), stage_times(path)
    total = sum(spent.values())
    print(f"Stages, in one process without start-up: {words / total:,.0f} words/s")
    for name, seconds in spent.items():
        print(f"  {name:<30}{seconds:>8.2f} s{100 * seconds / total:>7.1f} %")
    print()
    return True


def _starting(runs: int) -> bool:
    """Print how long whole processes take that do little."""
    asked, read, load = alternate(
        [
            [SAYSO, "--help"],
            [SAYSO, "read", EXAMPLE, "--published", "2019-10-17"],
            [sys.executable, "-c", LOAD_ONLY],
        ],
        max(runs, 5),
    )
    ratio = read.seconds / load.seconds
    quick, light = asked.seconds <= HELP_LIMIT_S, ratio <= EXAMPLE_LIMIT
    print("Start-up, the whole process")
    print(f"  sayso --help{asked.seconds:>26.2f} s  ({_verdict(quick)}: at most {HELP_LIMIT_S} s)")
    print(f"  sayso read examples/standoff.txt{read.seconds:>6.2f} s")
    print(f"  loading the spaCy pipeline{load.seconds:>12.2f} s")
    print(f"  reading the example takes {ratio:.2f} of that load ({_verdict(light)}: at most {EXAMPLE_LIMIT})")
    return quick and light


def _row(name: str, words: int, measured: Measured) -> None:
    print(f"  {name:<42}{words / measured.seconds:>9,.0f} words/s{measured.megabytes:>8.0f} MB")


def _verdict(kept: bool) -> str:
    return "kept" if kept else "BROKEN"


if __name__ == "__main__":
    sys.exit(main())
