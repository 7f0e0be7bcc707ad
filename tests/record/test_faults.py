import sqlite3

import pytest
from sqlalchemy import text

from sayso.errors import NotARecord, RecordBusy, RecordError, RecordNotWritable
from sayso.record.faults import in_words
from tests.record.making import add, long_text


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("database is locked", RecordBusy),
        ("database or disk is full", RecordNotWritable),
        ("attempt to write a readonly database", RecordNotWritable),
        ("unable to open database file", RecordNotWritable),
        ("disk I/O error", RecordNotWritable),
        ("file is not a database", NotARecord),
        ("database disk image is malformed", RecordError),
    ],
)
def test_each_fault_has_its_class_and_names_the_record(message, kind):
    error = in_words(sqlite3.OperationalError(message), "war.sayso")
    assert type(error) is kind
    assert "war.sayso" in str(error)


def test_an_error_that_is_no_fault_of_the_record_is_left_as_it_is():
    assert in_words(sqlite3.OperationalError("no such table: x"), "war.sayso") is None
    assert in_words(None, "war.sayso") is None


def test_full_disk_says_so_and_keeps_what_was_there(record):
    add(record, "0", long_text(0))

    def limit(pages):
        with record._opened.reader.connect() as connection:
            connection.execute(text(f"PRAGMA max_page_count = {pages}"))

    with record._opened.reader.connect() as connection:
        pages = connection.scalar(text("PRAGMA page_count"))
    limit(pages + 5)
    with pytest.raises(RecordNotWritable, match="The disk is full"):
        for number in range(1, 50):
            add(record, str(number), long_text(number))
    assert record.verify().sound
    before = [line.id for line in record.reports()]
    limit(1_000_000)
    assert add(record, "last", long_text(99)).outcome == "added"
    assert [line.id for line in record.reports()] == [*before, "last"]
    assert record.verify().sound


def test_damage_that_keeps_a_record_from_opening_sends_no_one_to_verify():
    malformed = sqlite3.DatabaseError("database disk image is malformed")
    assert "sayso verify" in str(in_words(malformed, "war.sayso"))
    assert "sayso verify" not in str(in_words(malformed, "war.sayso", opening=True))
