"""A program that is killed while it adds, and two that add at once."""

import random
import subprocess
import sys
import time
from pathlib import Path

from sayso.errors import RecordError
from sayso.record import Record
from tests.record.making import findings_of, long_text, report_of

ROOT = Path(__file__).parents[2]


def adder(where, name, count):
    command = [sys.executable, "-m", "tests.record.making", str(where), name, str(count)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def check_whole(where, committed):
    """Check that the record is sound, has what was committed, and has all of each report that it has."""
    with Record.open(where) as record:
        assert record.verify().faults == ()
        ids = [line.id for line in record.reports()]
        assert set(committed) <= set(ids)
        assert len(ids) <= len(committed) + 1
        for id in ids:
            report = report_of(id, long_text(int(id[1:])) + id[0])
            assert record.report(id).text == report.text
            assert record.findings(id).attributions == findings_of(report).attributions
            assert [change.what for change in record.history(id)] == ["added"]
        return len(ids)


def test_killed_add_leaves_a_sound_record(tmp_path):
    chance = random.Random(7)
    for round in range(4):
        where = tmp_path / f"{round}.sayso"
        process = adder(where, "k", 10_000)
        first = process.stdout.readline().split()
        time.sleep(chance.uniform(0, 0.1))
        process.kill()
        committed = first + process.stdout.read().split()
        process.wait()
        process.stderr.close()
        assert check_whole(where, committed) > 0
        with Record.open(where) as record:
            capture = record.capture(record.report(committed[0]).capture)
            assert capture.content.decode() == record.report(committed[0]).text


def test_record_killed_while_it_is_made_can_be_made_again(tmp_path):
    chance = random.Random(11)
    for round in range(3):
        where = tmp_path / f"{round}.sayso"
        process = adder(where, "k", 10_000)
        while not where.exists():
            time.sleep(0.001)
        time.sleep(chance.uniform(0, 0.05))
        process.kill()
        process.communicate()
        with Record.open(where, create=True) as record:
            assert record.verify().faults == ()


def test_two_writers_at_once_wait_for_each_other(tmp_path):
    """Both make the record, too."""
    where = tmp_path / "war.sayso"
    writers = [adder(where, name, 15) for name in "ab"]
    for writer in writers:
        _, errors = writer.communicate(timeout=60)
        assert (writer.returncode, errors) == (0, "")
    assert check_whole(where, [f"{name}{number}" for name in "ab" for number in range(15)]) == 30


def test_reader_sees_a_whole_record_while_another_writes(tmp_path):
    where = tmp_path / "war.sayso"
    process = adder(where, "r", 12)
    process.stdout.readline()
    try:
        while process.poll() is None:
            with Record.open(where) as record:
                assert all(line.attributions == 90 for line in record.reports())
    except RecordError:
        process.kill()
        raise
    finally:
        process.communicate()
