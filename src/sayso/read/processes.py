"""Processes that read: started when they are needed, asked over pipes, replaced when one dies, ended with the pool.

A thread waits for each process, so that all are kept busy while the caller takes in reports or writes. The processes
are plain runs of this Python (no fork: threads and native libraries do not survive it), which know of this program's
``__main__`` nothing, so that a script needs no guard against being run again.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from queue import LifoQueue
from threading import Lock
from types import TracebackType
from typing import IO, cast

from sayso.errors import NoWorker, ReadError
from sayso.model import Findings, Report
from sayso.read.outcome import Broken

Outcome = Findings | Broken | ReadError

START = "import sys; sys.path[:] = sys.argv[2:]; from sayso.read.worker import main; main(sys.argv[1])"
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
OWN_GROUP = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
GONE = (EOFError, OSError, pickle.UnpicklingError)
"""What talking to a process raises that has died."""
DYING = 10.0
"""Seconds in which a process that has closed its pipe should have ended."""


class Pool:
    """Some processes that read at the same time; leaving the context ends them at once, whatever they are doing."""

    def __init__(self, workers: int, reader: str) -> None:
        """Prepare up to ``workers`` processes, of which none is started yet; ``reader`` is ``module:function``."""
        self._processes = [Process(reader) for _ in range(workers)]
        self._idle: LifoQueue[Process] = LifoQueue()  # the last first, so that no more are started than are needed
        for process in self._processes:
            self._idle.put(process)
        self._threads = ThreadPoolExecutor(workers, "sayso-read")

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for process in self._processes:
            process.end()
        self._threads.shutdown(cancel_futures=True)

    def read(self, reports: Sequence[Report]) -> Future[list[Outcome]]:
        """Let a process read the reports, one after the other.

        There is an outcome for each, but none after a ``ReadError``, which is among them rather than raised so that
        what was found before it is not lost.
        """
        return self._threads.submit(self._read, reports)

    def _read(self, reports: Sequence[Report]) -> list[Outcome]:
        if not reports:
            return []
        process, outcomes = self._idle.get(), list[Outcome]()
        try:
            for outcome in process.read(reports):
                outcomes.append(outcome)
        except ReadError as error:
            outcomes.append(error)
        finally:
            self._idle.put(process)
        return outcomes


class Process:
    """One process that reads, and the one that takes its place when it dies."""

    def __init__(self, reader: str) -> None:
        """Prepare a process that reads with ``reader`` (``module:function``)."""
        self._reader = reader
        self._running: subprocess.Popen[bytes] | None = None
        self._ended = False
        self._starting = Lock()

    def read(self, reports: Sequence[Report]) -> Iterator[Findings | Broken]:
        """Yield what comes of each report; one over which the process dies is ``Broken``.

        Raises ``ReadError`` where reading is set up wrongly, ``NoWorker`` where no process can be started.
        """
        done = 0
        while done < len(reports):
            running = self._started()
            try:
                _say(running, reports[done:])
                while done < len(reports):
                    yield _found(_heard(running))
                    done += 1
            except GONE:
                yield Broken(f"the process that was reading it {_fate(running)}. Read it again, with fewer workers.")
                done += 1

    def end(self) -> None:
        """End the process, and let none take its place."""
        with self._starting:
            self._ended = True
            if self._running:
                self._running.kill()
                self._running.wait()

    def _started(self) -> subprocess.Popen[bytes]:
        """Return the process that runs, or else a new one that has loaded what reading takes."""
        with self._starting:
            if self._running and self._running.poll() is None:
                return self._running
            if self._ended:
                raise NoWorker("The processes that read were ended.")
            running = self._running = _start(self._reader)
        try:
            fault = _heard(running)
        except GONE as error:
            raise NoWorker(
                f"A process that was to read {_fate(running)} before it could. Read with fewer workers."
            ) from error
        if isinstance(fault, ReadError):
            raise fault
        return running


def _start(reader: str) -> subprocess.Popen[bytes]:
    """Start a process of its own group, which an interrupt from the keyboard does not reach."""
    command = [sys.executable, "-c", START, reader, *map(str, sys.path)]
    try:
        return subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ | ONE_THREAD,
            process_group=0, creationflags=OWN_GROUP,
        )  # fmt: skip
    except OSError as error:
        raise NoWorker(f"No process to read can be started: {error}. Read with fewer workers.") from error


def _say(running: subprocess.Popen[bytes], reports: Sequence[Report]) -> None:
    requests = cast("IO[bytes]", running.stdin)
    pickle.dump(list(reports), requests, pickle.HIGHEST_PROTOCOL)
    requests.flush()


def _heard(running: subprocess.Popen[bytes]) -> Outcome | None:
    answer: Outcome | None = pickle.load(cast("IO[bytes]", running.stdout))
    return answer


def _found(answer: Outcome | None) -> Findings | Broken:
    if isinstance(answer, ReadError):
        raise answer
    return cast("Findings | Broken", answer)


def _fate(running: subprocess.Popen[bytes]) -> str:
    """Return how a process ended that has closed its pipe."""
    with suppress(subprocess.TimeoutExpired):
        running.wait(DYING)
    code = running.poll()
    if code is None:
        running.kill()
        code = running.wait()
    if code < 0:
        return f"was killed ({_signal(-code)}), as happens where memory runs out"
    return f"ended with exit code {code}"


def _signal(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
