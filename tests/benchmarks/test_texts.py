import json

from benchmarks.texts import reports, texts_of, words_of, write


def test_same_seed_makes_the_same_reports():
    assert reports(2) == reports(2)


def test_no_report_is_like_another():
    assert len({report["text"] for report in reports(20)}) == 20


def test_reports_are_as_long_as_the_example():
    assert {700 < len(report["text"].split()) < 1000 for report in reports(5)} == {True}


def test_written_file_has_a_report_a_line(tmp_path):
    path = tmp_path / "reports.jsonl"
    write(path, 3)
    assert [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] == reports(3)
    assert words_of(path) == sum(len(text.split()) for text in texts_of(path))


def test_line_separator_inside_a_text_ends_no_line(tmp_path):
    path = tmp_path / "reports.jsonl"
    path.write_text('{"id": "1", "text": "one\u2028two"}\n{"id": "2", "text": "three"}\n', encoding="utf-8")
    assert texts_of(path) == ["one\u2028two", "three"]
