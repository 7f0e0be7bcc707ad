import sqlite3

import msgspec
import pytest

from sayso.model import Span
from sayso.record import Record, Verification
from tests.record.making import add, capture_of, findings_of, report_of

TEXT = "A spokesman said on Monday that the valley was calm."


@pytest.fixture
def kept(where):
    with Record.open(where, create=True) as record:
        add(record, "17", TEXT, title="Calm")
    return where


def tampered(where, *statements):
    """Change the file behind sayso's back and verify it."""
    connection = sqlite3.connect(where)
    for (trigger,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {trigger}")
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    with Record.open(where) as record:
        return record.verify()


def test_record_as_written_is_sound(kept):
    with Record.open(kept) as record:
        assert record.verify() == Verification(1, 1, 1, 5, 5, ())
        assert record.verify().sound


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE captures SET content = CAST('x' AS BLOB), encoding = 'plain'", "bytes of capture"),
        ("UPDATE captures SET content = 'words', encoding = 'plain'", "bytes of capture"),
        ("UPDATE captures SET content = x'00', encoding = 'zlib'", "bytes of capture"),
        ("UPDATE texts SET content = CAST('another text' AS BLOB), encoding = 'plain'", "its text is not the one"),
        ("UPDATE reports SET published = '2020-01-01'", "its published was changed outside sayso"),
        ("UPDATE reports SET payload = x'7b'", "its header cannot be read"),
        ("DELETE FROM passages", "the search index holds"),
        ("UPDATE readings SET superseded = '2021'", "there is no current reading"),
        ("UPDATE attributions SET speech_act = 'deny'", "the table attributions does not say"),
        ("DELETE FROM spans WHERE role = 'content'", "the table spans does not say"),
        ("UPDATE spans SET start = start + 1", "the table spans does not say"),
        ("UPDATE findings SET payload = CAST(replace(payload, 'assert', 'deny') AS BLOB)", "not as they were written"),
        ("UPDATE findings SET payload = x'00'", "cannot be read"),
        ("UPDATE findings SET payload = 'words'", "cannot be read"),
        ("UPDATE findings SET kind = 'rumour'", "cannot be read"),
        ("DELETE FROM findings WHERE kind = 'unresolved'", "has 4 of its 5 findings"),
        ("DELETE FROM findings WHERE kind = 'party'", "points at a row of findings that is not there"),
    ],
)
def test_whatever_was_changed_is_named(kept, statement, fault):
    verification = tampered(kept, statement)
    assert not verification.sound
    assert any(fault in one.what for one in verification.faults), verification.faults


def test_damaged_page_is_a_fault_not_an_error(where):
    with Record.open(where, create=True) as record:
        for number in range(60):
            add(record, str(number), TEXT + f" Day {number}.")
    content = bytearray(where.read_bytes())
    pages = len(content) // 4096
    for page in range(pages * 2 // 3, pages):
        content[page * 4096 : page * 4096 + 200] = b"\xff" * 200
    where.write_bytes(content)
    with Record.open(where) as record:
        verification = record.verify()
    assert any("damaged" in fault.what for fault in verification.faults)


def test_findings_that_do_not_fit_the_text_are_named(record):
    report = report_of("17", TEXT)
    findings = findings_of(report)
    (said,) = findings.attributions
    wrong = msgspec.structs.replace(said, content=(Span(0, 3, "The"),), speaker="p9", said_on="p1")
    twice = msgspec.structs.replace(findings.parties[0], id="a1")
    record.add(
        capture_of(TEXT),
        report,
        msgspec.structs.replace(findings, attributions=(wrong,), parties=(*findings.parties, twice)),
    )
    assert [(fault.report_id, fault.what) for fault in record.verify().faults] == [
        ("17", 'content of attribution a1 is not the words at 0 to 3: "The" (reading 1)'),
        ("17", "the id a1 stands for 2 findings (reading 1)"),
        ("17", "attribution a1 names party p9, which is not there (reading 1)"),
        ("17", "attribution a1 names time p1, which is not there (reading 1)"),
    ]


def test_superseded_readings_are_checked_too(kept):
    with Record.open(kept) as record:
        add(record, "17", TEXT, made_by="attributions@2", title="Calm")
    verification = tampered(kept, "UPDATE findings SET payload = x'00' WHERE reading = 1")
    assert {fault.report_id for fault in verification.faults} == {"17"}
