"""Where judgements hang after a report is read again. Writing them is the review's; here it is by hand."""

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import IntegrityError

from sayso.record import schema
from tests.record.making import add, capture_of, findings_of, report_of

TEXT = "A spokesman said that the valley was calm.\n\nGeneral Ndala said that it was not."


def judge(record, content):
    """Accept the attribution of the first report whose content is ``content``."""
    report = record.report("17")
    start = report.text.index(content)
    row = {
        "report": "17", "kind": "attribution", "item": "a1", "status": "accepted", "person": "anna",
        "decided": "2021-08-27T10:00:00Z", "text": report.text_sha256, "start": start,
        "end": start + len(content), "payload": b"{}",
    }  # fmt: skip
    with record._writing() as connection:
        connection.execute(insert(schema.judgements), row)


def attached(record):
    """Return (id of the finding or None) of each attachment, in order."""
    at, of = schema.attachments.c, schema.findings.c
    joined = (at.reading == of.reading) & (at.number == of.number)
    query = select(of.id).select_from(schema.attachments).outerjoin(schema.findings, joined).order_by(at.reading)
    with record._reading() as connection:
        return list(connection.scalars(query))


def test_judgement_follows_its_words_into_the_new_reading(record):
    add(record, "17", TEXT)
    judge(record, "it was not")
    add(record, "17", TEXT, made_by="attributions@2")
    assert attached(record) == ["a2"]
    assert "orphaned" not in record.history("17")[-1].note


def test_judgement_without_its_words_is_orphaned_not_dropped(record):
    add(record, "17", TEXT)
    judge(record, "the valley was")
    add(record, "17", TEXT, made_by="attributions@2")
    assert attached(record) == [None]
    assert record.history("17")[-1].note.endswith("1 judgements orphaned")
    assert record.verify().sound


def test_judgement_is_not_moved_to_the_same_words_of_another_text(record):
    capture = capture_of("the page")
    old, new = report_of("17", TEXT), report_of("17", TEXT + "\nEnd.")
    record.add(capture, old, findings_of(old))
    judge(record, "it was not")
    record.add(capture, new, findings_of(new))
    assert attached(record) == [None]


def test_judgement_cannot_be_rewritten(record):
    add(record, "17", TEXT)
    judge(record, "it was not")
    with pytest.raises(IntegrityError, match="append-only"), record._writing() as connection:
        connection.execute(text("UPDATE judgements SET status = 'rejected'"))
