import re

import msgspec
import pytest

from sayso.errors import NoSuchReport, RecordError
from sayso.model import Capture, Findings, Report
from sayso.record import Added, Listed
from tests.record.making import add, capture_of, findings_of, report_of

TEXT = "A spokesman said on Monday that the valley was calm.\n\nGeneral Ndala said that it was not."
AT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def what(record, report_id=None):
    return [change.what for change in record.history(report_id)]


def test_report_findings_and_capture_come_back_equal(record):
    capture, report = capture_of(TEXT), report_of("17", TEXT, outlet="Wire", title="Valley", authors=("A", "B"))
    findings = findings_of(report)
    assert record.add(capture, report, findings) == Added("17", "added")
    expected = msgspec.structs.replace(report, capture=capture.sha256)
    assert record.report("17") == expected
    assert record.findings("17") == msgspec.structs.replace(findings, report=expected)
    assert record.capture(capture.sha256) == capture


def test_same_bytes_twice_add_nothing(record):
    add(record, "17", TEXT)
    assert add(record, "17", TEXT) == Added("17", "unchanged")
    assert add(record, "other-name", TEXT) == Added("17", "unchanged")
    assert what(record) == ["added"]
    assert record.verify().readings == 1


def test_newer_reading_supersedes_and_keeps_the_earlier_one(record):
    add(record, "17", TEXT)
    assert add(record, "17", TEXT, made_by="attributions@2") == Added("17", "superseded")
    assert {one.made_by for one in record.findings("17").attributions} == {"attributions@2"}
    last = record.history("17")[-1]
    assert (last.what, last.by) == ("superseded", "attributions@2 parties@1 times@1")
    assert last.note == 'reading 1 by "attributions@1 parties@1 times@1": 7 findings before, 7 now'
    verification = record.verify()
    assert (verification.sound, verification.reports, verification.readings) == (True, 1, 2)


def test_same_findings_by_a_newer_reading_change_only_its_name(record):
    capture, report = capture_of(TEXT), report_of("17", TEXT)
    record.add(capture, report, findings_of(report), reading="pipeline 1")
    assert record.add(capture, report, findings_of(report), reading="pipeline 2").outcome == "unchanged"
    assert what(record) == ["added", "read again"]
    assert not record.holds(capture.sha256, "pipeline 1")
    assert record.holds(capture.sha256, "pipeline 2")


def test_text_read_anew_from_the_same_bytes_supersedes(record):
    capture = capture_of("<p>" + TEXT)
    old, new = report_of("17", "p " + TEXT), report_of("17", TEXT)
    record.add(capture, old, findings_of(old))
    assert record.add(capture, new, findings_of(new)).outcome == "superseded"
    assert record.report("17").text == TEXT
    assert record.history("17")[-1].note.endswith("the text read from the bytes is another")
    assert record.verify().sound


def test_date_given_later_is_taken_over_and_then_kept(record):
    add(record, "17", TEXT)
    assert add(record, "17", TEXT, published="2021-08-26").outcome == "superseded"
    assert record.history("17")[-1].note == "published: None, now '2021-08-26'"
    assert add(record, "17", TEXT).outcome == "unchanged"
    assert record.report("17").published == "2021-08-26"
    assert record.known(capture_of(TEXT).sha256, report_of("x", TEXT)).published == "2021-08-26"
    assert record.verify().sound


def test_fetching_the_same_bytes_later_changes_nothing(record):
    add(record, "17", TEXT, retrieved="2021-08-26T10:00:00Z")
    assert add(record, "17", TEXT, retrieved="2021-08-27T10:00:00Z").outcome == "unchanged"
    assert record.report("17").retrieved == "2021-08-26T10:00:00Z"


def test_id_that_is_taken_gets_the_start_of_the_hash(record):
    add(record, "17", TEXT)
    other = "Somebody else said that it rained."
    suffixed = f"17-{capture_of(other).sha256[:6]}"
    note = f'the id "17" is that of another report, so this one is kept as "{suffixed}"'
    assert add(record, "17", other) == Added(suffixed, "added", note)
    assert record.history(suffixed)[0].note == f"1 attributions; {note}"
    assert add(record, "17", other) == Added(suffixed, "unchanged")
    assert [line.id for line in record.reports()] == ["17", suffixed]


@pytest.mark.parametrize("id", ["", "  "])
def test_report_without_an_id_is_called_by_its_hash(record, id):
    assert add(record, id, TEXT).report_id == capture_of(TEXT).sha256[:12]


def test_one_capture_can_hold_several_reports(record):
    feed = capture_of("one feed")
    first, second = report_of("1", "A said that it rains."), report_of("2", "B said that it snows.")
    assert record.add(feed, first, findings_of(first)).outcome == "added"
    assert record.add(feed, second, findings_of(second)).outcome == "added"
    assert record.add(feed, first, findings_of(first)).outcome == "unchanged"
    assert [record.report(id).text for id in ("1", "2")] == [first.text, second.text]


def test_same_text_from_two_captures_is_two_reports(record):
    report = report_of("wire", TEXT)
    record.add(capture_of("one outlet"), report, findings_of(report))
    record.add(capture_of("another"), report, findings_of(report))
    assert len(record.reports()) == 2
    assert len(record.search("calm").hits) == 2
    assert record.verify().sound


def test_holds_asks_for_bytes_and_reading(record):
    report, hashed = report_of("17", TEXT), capture_of(TEXT).sha256
    assert not record.holds(hashed, "pipeline 1")
    record.add(capture_of(TEXT), report, findings_of(report), reading="pipeline 1")
    assert record.holds(hashed, "pipeline 1")
    assert record.holds(hashed, "pipeline 1", report)
    assert not record.holds(hashed, "pipeline 2")
    assert not record.holds(hashed, "pipeline 1", msgspec.structs.replace(report, published="2021-08-26"))


def test_list_has_a_line_for_each_report(record):
    add(record, "b", TEXT, outlet="Wire", title="Valley", published="2021-08-26", language="en")
    add(record, "a", "Nothing was said.")
    first, second = record.reports()
    assert AT.fullmatch(first.added)
    assert first == Listed("b", "Wire", "Valley", "2021-08-26", first.added, 2, "en")
    assert second == Listed("a", None, None, None, second.added, 0, None)


def test_unknown_report_is_named_in_the_message(record):
    for ask in (record.report, record.findings, record.history):
        with pytest.raises(NoSuchReport, match=r'^No report 17 in .*war\.sayso\. "sayso list" shows the reports\.$'):
            ask("17")


def test_unknown_capture_is_named_in_the_message(record):
    with pytest.raises(RecordError, match="No capture abc in"):
        record.capture("abc")


def test_bytes_under_a_wrong_hash_are_refused(record):
    report = Report.of("1", "A said that it rains.")
    good = capture_of(report.text)
    with pytest.raises(RecordError, match="bytes of 1 do not have the hash"):
        record.add(Capture("0" * 64, b"x", "text/plain", "-"), report, Findings(report))
    with pytest.raises(RecordError, match="text of 1 does not have the hash"):
        record.add(good, msgspec.structs.replace(report, text="other"), Findings(report))
    assert record.reports() == ()


def test_report_that_fails_halfway_leaves_nothing_behind(record, monkeypatch):
    def fail(*_):
        raise RuntimeError

    monkeypatch.setattr("sayso.record.judgements.reattach", fail)
    with pytest.raises(RuntimeError):
        add(record, "17", TEXT)
    monkeypatch.undo()
    verification = record.verify()
    assert (verification.captures, verification.reports, verification.findings) == (0, 0, 0)
    assert record.search("calm").hits == ()
    assert record.history() == ()
    assert add(record, "17", TEXT).outcome == "added"
    assert record.verify().sound
