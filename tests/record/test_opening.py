import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

import pytest

from sayso.errors import NewerRecord, NotARecord, RecordBusy, RecordError, RecordNotWritable
from sayso.record import Record, opening
from tests.record.making import add

TEXT = "A spokesman said that the valley was calm."
ROOT = Path(__file__).parents[2]


def test_missing_record_says_what_makes_one(where):
    with pytest.raises(RecordError, match=r'^No record at .*war\.sayso\. "sayso add" makes one\.$'):
        Record.open(where)
    assert not where.exists()


def test_record_is_one_file_once_it_is_closed(where):
    with Record.open(where, create=True) as record:
        add(record, "1", TEXT)
    assert [file.name for file in where.parent.iterdir()] == ["war.sayso"]
    with Record.open(where) as record:
        assert [line.id for line in record.reports()] == ["1"]


def test_folder_is_not_a_record(tmp_path):
    with pytest.raises(NotARecord, match="is a folder"):
        Record.open(tmp_path, create=True)


@pytest.mark.parametrize("content", [b"x", b"A report, not a record.\n" * 100, b"SQLite format 3"])
def test_file_of_another_kind_is_left_alone(where, content):
    where.write_bytes(content)
    with pytest.raises(NotARecord, match="of another kind"):
        Record.open(where, create=True)
    assert where.read_bytes() == content


def test_database_of_another_program_is_left_alone(where):
    connection = sqlite3.connect(where)
    connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.close()
    before = where.read_bytes()
    with pytest.raises(NotARecord, match="another program's database"):
        Record.open(where, create=True)
    assert where.read_bytes() == before


def test_damaged_header_is_not_a_record(where):
    where.write_bytes(b"SQLite format 3\0" + b"\xff" * 4096)
    with pytest.raises(NotARecord):
        Record.open(where)


def test_empty_file_becomes_a_record_only_when_adding(where):
    where.touch()
    with pytest.raises(NotARecord, match=r'is empty, not a record\. "sayso add" makes one'):
        Record.open(where)
    with Record.open(where, create=True) as record:
        assert record.reports() == ()


def test_record_of_a_newer_version_is_left_alone(where):
    Record.open(where, create=True).close()
    connection = sqlite3.connect(where)
    connection.execute("UPDATE alembic_version SET version_num = '0999'")
    connection.commit()
    connection.close()
    message = r"war\.sayso was made by a newer version of sayso \(schema 0999; this version knows up to \d+\)"
    with pytest.raises(NewerRecord, match=message):
        Record.open(where, create=True)


def test_address_of_a_server_is_refused_without_showing_its_password():
    with pytest.raises(RecordError, match=r'in a file, not at "postgresql://…@host/war"') as caught:
        Record.open("postgresql://anna:secret@host/war")
    assert "secret" not in str(caught.value)


def test_missing_folder_is_named(tmp_path):
    with pytest.raises(RecordNotWritable, match="There is no folder"):
        Record.open(tmp_path / "nowhere" / "war.sayso", create=True)


def test_odd_file_names_are_taken_as_they_are(tmp_path):
    for name in ("a b?mode=ro#x%41.sayso", "Панджшер.sayso", ".sayso"):
        with Record.open(tmp_path / name, create=True) as record:
            add(record, "1", TEXT)
        assert (tmp_path / name).stat().st_size > 0


def test_opening_again_is_quick_and_does_not_load_the_migrations(where):
    with Record.open(where, create=True) as record:
        add(record, "1", TEXT)
    start = perf_counter()
    Record.open(where).close()
    assert perf_counter() - start < 0.15
    script = """import sys; from sayso.record import Record
Record.open(sys.argv[1]).close(); print("alembic" in sys.modules)"""
    assert subprocess.check_output([sys.executable, "-c", script, str(where)], text=True) == "False\n"


def test_writer_that_takes_too_long_is_reported(where):
    Record.open(where, create=True).close()
    other = sqlite3.connect(where, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Record.open(where, wait=0.05) as record:
        with pytest.raises(RecordBusy, match="being written by another program"):
            add(record, "1", TEXT)
        assert record.reports() == ()
        other.execute("ROLLBACK")
        assert add(record, "1", TEXT).outcome == "added"
    other.close()


def test_close_twice_is_no_error(where):
    record = Record.open(where, create=True)
    record.close()
    record.close()


def unwritable(monkeypatch, *, folder):
    """Have the system say that files, and folders if ``folder``, cannot be written: root may write anything."""
    access = os.access

    def refuse(path, mode):
        return access(path, mode) and not (mode == os.W_OK and (folder or Path(path).is_file()))

    monkeypatch.setattr(opening.os, "access", refuse)


@pytest.mark.parametrize("folder", [False, True])
def test_read_only_record_can_be_read_but_not_written(where, monkeypatch, folder):
    with Record.open(where, create=True) as record:
        add(record, "1", TEXT)
    unwritable(monkeypatch, folder=folder)
    with Record.open(where, create=True) as record:
        assert not record.writable
        assert record.report("1").text == TEXT
        assert len(record.search("calm").hits) == 1
        assert record.verify().sound
        with pytest.raises(RecordNotWritable, match="read-only"):
            add(record, "2", TEXT + " ")
    if folder:
        assert [file.name for file in where.parent.iterdir()] == ["war.sayso"]


def test_record_with_unread_changes_in_a_read_only_folder_is_refused(where, monkeypatch):
    with Record.open(where, create=True) as record:
        add(record, "1", TEXT)
        assert where.with_name("war.sayso-wal").stat().st_size > 0
        unwritable(monkeypatch, folder=True)
        with pytest.raises(RecordNotWritable, match=r"Copy it and war\.sayso-wal to a folder of your own"):
            Record.open(where)


def test_new_record_in_a_read_only_folder_is_refused(where, monkeypatch):
    unwritable(monkeypatch, folder=True)
    with pytest.raises(RecordNotWritable, match="its folder is read-only"):
        Record.open(where, create=True)


SCRIPT = """
import os, sys
from sayso.errors import RecordNotWritable
from sayso.record import Record
from tests.record.making import add
path, warm_up = sys.argv[1:]
with Record.open(warm_up, create=True) as record:
    add(record, "1", "All that is loaded late is loaded now.")
    record.verify()
if os.geteuid() == 0:
    os.setuid(65534)
with Record.open(path) as record:
    print(record.report("1").text, record.verify().sound, record.writable)
    try:
        add(record, "2", "Another said that it rained.")
    except RecordNotWritable:
        print("refused")
try:
    Record.open(path + "2", create=True).close()
except RecordNotWritable:
    print("refused")
"""


@pytest.mark.skipif(os.name != "posix", reason="the modes are those of POSIX")
@pytest.mark.parametrize("folder_mode", [0o555, 0o777])
def test_permissions_of_the_file_system_are_heeded(tmp_path, folder_mode):
    """The same without a stand-in for the system, as a user who may not write (root may, whatever the modes)."""
    folder = Path(tempfile.mkdtemp())
    try:
        with Record.open(folder / "war.sayso", create=True) as record:
            add(record, "1", TEXT)
        (folder / "war.sayso").chmod(0o444)
        folder.chmod(folder_mode)
        command = [sys.executable, "-c", SCRIPT, str(folder / "war.sayso"), str(tmp_path / "warm-up.sayso")]
        done = subprocess.run(command, text=True, capture_output=True, cwd=ROOT, check=False)
        refused = ["refused"] * (2 if folder_mode == 0o555 else 1)
        assert done.stdout.splitlines() == [f"{TEXT} True False", *refused], done.stderr
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)
