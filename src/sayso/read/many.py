"""Reading many reports, in this process or in several at once; the order of what comes out is that of what went in.

With several, the process that asks takes in reports and hands on what was found, and the others only read. They are
sent chunks, so that short reports cost no more to send than to read, and only a few chunks are under way.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pkgutil import resolve_name
from typing import Generic, TypeVar

from sayso.errors import NoWorker, ReadError
from sayso.model import Findings, Report
from sayso.read.outcome import Broken, attempt
from sayso.read.processes import Outcome, Pool

T = TypeVar("T")
Job = tuple[T, Report | None]
"""Anything that belongs to a report, and the report; ``None`` where there is nothing to read."""

READER = "sayso.read.pipeline:read"
CHUNK = 4_000
"""Code points sent at once: a fraction of a second's work, so that at the end no process waits long for another."""
LIGHTEST = 100
"""What a job weighs at least, in code points, so that those without a report do not pile up either."""
AHEAD = 100_000
"""Code points under way for each process: room for the others to go on while one reads a long report."""


def checked_workers(workers: int) -> int:
    """Return the number of processes. Raises ``NoWorker`` where it is not a whole number from 1 up."""
    if not isinstance(workers, int) or workers < 1:
        raise NoWorker(f"workers is {workers!r}, but it is a number of processes. Give a whole number from 1 up.")
    return workers


def read_each(jobs: Iterable[Job[T]], workers: int = 1) -> Generator[tuple[T, Findings | Broken | None], None, None]:
    """Yield what comes of each job's report, in the order of the jobs; with one worker no process is started.

    ``jobs`` are drawn by the calling thread, a little ahead of what is yielded. A process that dies costs the report
    that it was reading, which is ``Broken``. Raises ``ReadError`` where reading is set up wrongly, after all that
    was found before. Closing the generator ends the processes.
    """
    if checked_workers(workers) > 1:
        yield from _read_apart(jobs, workers)
        return
    read = resolve_name(READER)
    for about, report in jobs:
        yield about, None if report is None else attempt(read, report)


@dataclass(frozen=True, slots=True)
class Chunk(Generic[T]):
    """Jobs that are under way together: what comes of their reports, and their weight in code points."""

    jobs: Sequence[Job[T]]
    outcomes: Future[list[Outcome]]
    weight: int

    def results(self) -> Iterator[tuple[T, Findings | Broken | None]]:
        """Yield what comes of each job, once all of them are read."""
        outcomes = iter(self.outcomes.result())
        for about, report in self.jobs:
            outcome = None if report is None else next(outcomes)
            if isinstance(outcome, ReadError):
                raise outcome
            yield about, outcome


def _read_apart(jobs: Iterable[Job[T]], workers: int) -> Iterator[tuple[T, Findings | Broken | None]]:
    under_way: deque[Chunk[T]] = deque()
    with Pool(workers, READER) as pool:
        for some, weight in _chunks(jobs):
            under_way.append(Chunk(some, pool.read([report for _, report in some if report]), weight))
            while under_way and (under_way[0].outcomes.done() or _enough(under_way, workers)):
                yield from under_way.popleft().results()
        while under_way:
            yield from under_way.popleft().results()


def _chunks(jobs: Iterable[Job[T]]) -> Iterator[tuple[list[Job[T]], int]]:
    """Yield jobs in chunks of about ``CHUNK`` code points, each with its weight; a long report is one by itself."""
    chunk: list[Job[T]] = []
    weight = 0
    for job in jobs:
        chunk.append(job)
        weight += max(LIGHTEST, len(job[1].text) if job[1] else 0)
        if weight >= CHUNK:
            yield chunk, weight
            chunk, weight = [], 0
    if chunk:
        yield chunk, weight


def _enough(under_way: Sequence[Chunk[T]], workers: int) -> bool:
    """Whether no more should be taken in before the first chunk is done: enough for each process, and a second each."""
    return len(under_way) >= 2 * workers and sum(chunk.weight for chunk in under_way) >= AHEAD * workers
