"""Reading in several processes: the same as in one, whatever becomes of the processes."""

import os
import signal
import time
from contextlib import closing

import pytest

import sayso
from sayso.errors import NoWorker, ReadError
from sayso.model import Report
from sayso.read import many, pipeline, processes
from sayso.read.outcome import Broken

KILLED = "the process that was reading it was killed (SIGKILL), as happens where memory runs out."
AGAIN = "Read it again, with fewer workers."


@pytest.fixture(autouse=True)
def odd(monkeypatch):
    monkeypatch.setattr(many, "READER", "tests.read.odd_reader:read")


@pytest.fixture
def single(monkeypatch):
    """Let each report be a chunk of its own."""
    monkeypatch.setattr(many, "CHUNK", 1)


def jobs(*texts):
    return [(number, Report.of(f"r{number}", text)) for number, text in enumerate(texts)]


def results(*texts, workers):
    return list(many.read_each(jobs(*texts), workers))


def told(outcome):
    """What the reader found, or why there is nothing."""
    return outcome.reason if isinstance(outcome, Broken) else outcome.unresolved[0].reason


def process_of(outcome):
    """The process that a report was read by."""
    return int(outcome.unresolved[1].reason.split()[0])


def alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_order_and_findings_are_those_of_one_worker():
    texts = ["wait 0.3", *(f"report {number} " + "x" * (number * 97 % 5_000) for number in range(60)), "break", "last"]
    assert results(*texts, workers=3) == results(*texts, workers=1)


def test_short_reports_go_in_chunks(monkeypatch):
    sent = []
    read = processes.Pool.read
    monkeypatch.setattr(processes.Pool, "read", lambda pool, reports: sent.append(len(reports)) or read(pool, reports))
    assert len(results(*["x" * 50] * 90, workers=2)) == 90
    assert sent == [40, 40, 10]


def test_with_one_worker_no_process_is_started(monkeypatch):
    monkeypatch.setattr(processes, "_start", lambda reader: pytest.fail("started"))
    assert [told(outcome) for _, outcome in results("one", "two", workers=1)] == ["ONE", "TWO"]


def test_no_more_processes_are_started_than_are_needed(monkeypatch):
    started = []
    start = processes._start
    monkeypatch.setattr(processes, "_start", lambda reader: started.append(reader) or start(reader))
    assert len(results("one", "two", "three", workers=50)) == 3
    assert len(started) == 1


def test_nothing_to_read_needs_no_process(monkeypatch):
    monkeypatch.setattr(processes, "_start", lambda reader: pytest.fail("started"))
    assert list(many.read_each([("a", None), ("b", None)], 2)) == [("a", None), ("b", None)]
    assert list(many.read_each([], 2)) == []


def test_jobs_without_a_report_keep_their_place():
    given = [("a", None), ("b", Report.of("b", "one")), ("c", None), ("d", Report.of("d", "two"))]
    found = [(about, outcome and told(outcome)) for about, outcome in many.read_each(given, 2)]
    assert found == [("a", None), ("b", "ONE"), ("c", None), ("d", "TWO")]


def test_process_that_dies_costs_the_report_that_it_read():
    found = [told(outcome) for _, outcome in results("one", "die", "two", "exit", "three", workers=2)]
    assert found == [
        "ONE", f"{KILLED} {AGAIN}", "TWO", f"the process that was reading it ended with exit code 7. {AGAIN}", "THREE",
    ]  # fmt: skip


def test_all_processes_may_die(single):
    assert {told(outcome) for _, outcome in results(*["die"] * 5, workers=2)} == {f"{KILLED} {AGAIN}"}


def test_process_that_dies_waiting_is_replaced_and_costs_nothing():
    process = processes.Process("tests.read.odd_reader:process")
    [first] = process.read([Report.of("a", "one")])
    os.kill(process_of(first), signal.SIGKILL)
    process._running.wait()
    [second] = process.read([Report.of("b", "two")])
    process.end()
    assert (told(first), told(second)) == ("ONE", "TWO")
    assert not alive(process_of(second))


@pytest.mark.parametrize("workers", [1, 2])
def test_wrong_set_up_ends_reading_after_all_that_was_found_before(workers):
    found = []
    with pytest.raises(ReadError, match="The weights are missing"):
        for _, outcome in many.read_each(jobs("one", "two", "setup", "three"), workers):
            found.append(told(outcome))
    assert found == ["ONE", "TWO"]


def test_process_that_dies_of_loading_is_told_from_one_that_dies_of_a_report(monkeypatch):
    monkeypatch.setattr(many, "READER", "tests.read.odd_reader:unready")
    with pytest.raises(NoWorker, match="A process that was to read ended with exit code 3 before it could"):
        results("one", workers=2)


def test_process_that_cannot_be_started_is_told(monkeypatch):
    monkeypatch.setattr("sys.executable", "no-such-python")
    with pytest.raises(NoWorker, match="No process to read can be started"):
        results("one", workers=2)


@pytest.mark.parametrize("workers", [0, -1, 1.5, "2", None])
def test_number_of_workers_is_a_whole_number_from_one_up(workers):
    with pytest.raises(NoWorker, match="whole number from 1 up"):
        sayso.read_many([], workers=workers)


def test_each_process_has_one_thread(monkeypatch):
    monkeypatch.setattr(many, "READER", "tests.read.odd_reader:process")
    [(_, outcome)] = results("one", workers=2)
    assert outcome.unresolved[1].reason.split()[1] == "1"


def test_what_is_printed_while_reading_is_no_answer():
    assert [told(outcome) for _, outcome in results("print", "one", workers=2)] == ["PRINT", "ONE"]


def test_text_that_utf8_cannot_hold_comes_back_whole():
    [(_, outcome)] = results("\ud800 x", workers=2)
    assert outcome.report.text == "\ud800 x"


def test_no_more_is_taken_in_than_the_processes_need(single, monkeypatch):
    monkeypatch.setattr(many, "AHEAD", 500)
    drawn = []

    def given():
        for job in jobs("wait 0.5", *["x"] * 50):
            drawn.append(job)
            yield job

    with closing(many.read_each(given(), 2)) as found:
        next(found)
        assert len(drawn) == 10
        assert len(list(found)) == 50


def test_closing_ends_the_processes_at_once(single, monkeypatch):
    monkeypatch.setattr(many, "READER", "tests.read.odd_reader:process")
    found = many.read_each(jobs("one", "wait 60", "wait 60"), 2)
    pid = process_of(next(found)[1])
    started = time.monotonic()
    found.close()
    assert time.monotonic() - started < 5
    assert not alive(pid)


@pytest.mark.parametrize("workers", [1, 2])
def test_python_interface_gives_findings_for_every_report(workers):
    reports = [Report.of("a", "one"), Report.of("b", "break"), Report.of("c", "two")]
    found = list(sayso.read_many(iter(reports), workers=workers))
    assert [findings.report for findings in found] == reports
    assert [findings.unresolved[0].reason for findings in found] == [
        "ONE", "reading it broke with RecursionError: too deep. Please report this.", "TWO",
    ]  # fmt: skip


def test_reports_are_really_read_in_processes(monkeypatch):
    monkeypatch.setattr(many, "READER", "sayso.read.pipeline:read")
    report = Report.of("a", "Mayor Ana Toth said on Monday that the bridge was safe.", published="2021-08-26")
    [found] = sayso.read_many([report], workers=2)
    assert [span.exact for said in found.attributions for span in said.content] == ["the bridge was safe"]
    assert found == pipeline.read(report)
