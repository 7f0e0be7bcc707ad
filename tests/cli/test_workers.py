"""``--workers``: what is printed and kept is that of one worker; an interrupt and a death leave nothing behind."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sayso.read import many
from sayso.record import Record
from tests.read.test_many import alive

ROOT = Path(__file__).parents[2]
KILLED = "the process that was reading it was killed (SIGKILL)"
INTERRUPTED = "sayso: interrupted; nothing added in record.sayso, the rest was not read\n"
PROGRAM = """
import sys
from pathlib import Path
from sayso.read import many, processes

many.READER, many.CHUNK = "tests.read.odd_reader:process", 1
start = processes._start
processes._start = lambda reader: (start(reader), Path("started").touch())[0]
from sayso.cli import main

main()
"""
"""The program with the odd reader; it leaves a file behind when it has begun to start a process."""


@pytest.fixture
def odd(monkeypatch):
    """Let the odd reader read, in chunks of one report."""
    monkeypatch.setattr(many, "READER", "tests.read.odd_reader:read")
    monkeypatch.setattr(many, "CHUNK", 1)


def write(folder, *texts):
    lines = (json.dumps({"id": f"r{n}", "text": text, "language": "en"}) for n, text in enumerate(texts))
    (folder / "news.jsonl").write_text("\n".join(lines) + "\n")
    return "news.jsonl"


def kept_in(path):
    """All findings of a record, in the order in which they were added."""
    with Record.open(path) as record:
        return [record.findings(listed.id) for listed in record.reports()]


@pytest.mark.parametrize("form", ["table", "jsonl", "csv"])
def test_read_prints_the_same_bytes_in_the_same_order(sayso, odd, tmp_path, form):
    news = write(tmp_path, "wait 0.2", *(f"text {n}" for n in range(20)), "break", "last")
    (tmp_path / "bad.jsonl").write_text('{"id": "a", "text": "One."}\nbroken\n')
    one, two = (sayso("read", "none", news, "bad.jsonl", "-f", form, "--workers", n) for n in "12")
    assert (two.exit_code, two.stdout_bytes, two.stderr) == (one.exit_code, one.stdout_bytes, one.stderr)
    assert (two.exit_code, two.stderr.count("left out")) == (3, 4)


def test_add_keeps_the_same_and_says_the_same(sayso, odd, tmp_path):
    news = write(tmp_path, "wait 0.2", *(f"text {n}" for n in range(10)), "break", "last")
    (tmp_path / "again.jsonl").write_text((tmp_path / news).read_text())
    one, two = (sayso("add", news, "again.jsonl", "-r", f"{n}.sayso", "--workers", n) for n in "12")
    assert two.stdout == one.stdout
    assert two.stderr == one.stderr.replace("1.sayso", "2.sayso")
    assert two.stdout.count("unchanged\t") == 12
    assert kept_in(tmp_path / "2.sayso") == kept_in(tmp_path / "1.sayso") != []


def test_adding_again_reads_nothing(sayso, odd, tmp_path, monkeypatch):
    news = write(tmp_path, "one", "two")
    sayso("add", news)
    monkeypatch.setattr("sayso.read.processes._start", lambda reader: pytest.fail("started"))
    assert sayso("add", news, "--workers", "2").stdout.count("unchanged") == 2


def test_report_over_which_a_process_dies_is_named_and_the_others_are_read(sayso, odd, tmp_path):
    ran = sayso("read", write(tmp_path, "one", "die", "two"), "--workers", "2", "-f", "jsonl")
    assert [json.loads(line)["report"]["id"] for line in ran.stdout.splitlines()] == ["r0", "r2"]
    assert ran.exit_code == 3
    assert f"left out r1: {KILLED}" in ran.stderr
    assert "1 of 3 left out" in ran.stderr


def test_report_over_which_a_process_dies_is_not_in_the_record(sayso, odd, tmp_path):
    ran = sayso("add", write(tmp_path, "one", "die", "two", "die"), "--workers", "2")
    assert (ran.exit_code, ran.stdout) == (3, "added\tr0\nadded\tr2\n")
    assert ran.stderr.count(KILLED) == 2


def test_wrong_set_up_tells_what_was_added_before(sayso, odd, tmp_path):
    ran = sayso("add", write(tmp_path, "one", "setup", "two"), "--workers", "2")
    assert (ran.exit_code, ran.stdout, ran.stderr) == (1, "added\tr0\n", "sayso: The weights are missing.\n")


@pytest.mark.parametrize("number", ["0", "-1", "1.5", "two"])
@pytest.mark.parametrize("command", ["read", "add"])
def test_number_of_workers_is_checked(sayso, command, number):
    ran = sayso(command, "news.jsonl", "--workers", number)
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert "--workers" in ran.stderr


@pytest.fixture
def start(tmp_path):
    """Start the program in a group of its own, as a terminal does."""
    running = []

    def begin(*arguments):
        running.append(
            subprocess.Popen(
                [sys.executable, "-c", PROGRAM, *arguments], cwd=tmp_path, text=True, start_new_session=True,
                stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
            )
        )  # fmt: skip
        return running[0]

    yield begin
    for one in running:
        one.kill()
        one.communicate()


def reader_of(line):
    """The process that a line of output says it was read by."""
    return int(json.loads(line)["unresolved"][1]["reason"].split()[0])


def assert_gone(pid):
    until = time.monotonic() + 10
    while alive(pid) and time.monotonic() < until:
        time.sleep(0.05)
    assert not alive(pid)


@pytest.mark.skipif(sys.platform == "win32", reason="signals to a group are those of POSIX")
def test_interrupt_ends_all_processes_quietly(start, tmp_path):
    news = write(tmp_path, "one", "wait 60", "wait 60", "wait 60")
    running = start("read", news, "-f", "jsonl", "--workers", "2")
    pid = reader_of(running.stdout.readline())
    os.killpg(running.pid, signal.SIGINT)
    rest, complaint = running.communicate(timeout=20)
    assert (running.returncode, rest, complaint) == (130, "", "sayso: interrupted\n")
    assert_gone(pid)


@pytest.mark.skipif(sys.platform == "win32", reason="signals to a group are those of POSIX")
@pytest.mark.parametrize("after", [0, 0.03, 0.1])
def test_interrupt_while_processes_start_is_quiet_too(start, tmp_path, after):
    running = start("add", write(tmp_path, *["wait 60"] * 4), "--workers", "2")
    while not (tmp_path / "started").exists():
        time.sleep(0.01)
    time.sleep(after)
    os.killpg(running.pid, signal.SIGINT)
    rest, complaint = running.communicate(timeout=20)
    assert (running.returncode, rest, complaint) == (130, "", INTERRUPTED)


@pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")
def test_processes_end_when_the_one_that_asks_is_killed(start, tmp_path):
    running = start("read", write(tmp_path, "one", "wait 0.3", "wait 0.3"), "-f", "jsonl", "--workers", "2")
    pid = reader_of(running.stdout.readline())
    running.kill()
    _, complaint = running.communicate(timeout=20)
    assert complaint == ""
    assert_gone(pid)


@pytest.mark.skipif(sys.platform == "win32", reason="a closed pipe is another error there")
def test_processes_end_when_nobody_reads_the_output_any_more(start, tmp_path):
    running = start("read", write(tmp_path, "one", *["wait 0.1"] * 9), "-f", "jsonl", "--workers", "2")
    pid = reader_of(running.stdout.readline())
    running.stdout.close()
    running.stdout = None
    _, complaint = running.communicate(timeout=20)
    assert (running.returncode, complaint) == (0, "")
    assert_gone(pid)
