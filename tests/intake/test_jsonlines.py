import json

import pytest

from sayso.intake import LeftOut, Options, receive
from sayso.model import Report


@pytest.fixture
def take(tmp_path):
    def take(content, name="news.jsonl", **options):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return [
            LeftOut(one.what.removeprefix(f"{tmp_path}/"), one.reason) if isinstance(one, LeftOut) else one
            for one in receive([str(path)], Options(**options))
        ]

    return take


def test_line_is_a_report_with_its_text_unchanged_and_its_bytes_as_capture(take):
    line = json.dumps({
        "id": "n1", "text": "Cafe\u0301 owners said\r\nno.", "outlet": "The Ledger", "title": "No",
        "authors": ["Jane Doe"],
        "url": "https://ledger.example/1", "published": "2021-08-24", "updated": "2021-08-25T10:00:00Z",
        "language": "en", "topic": {"passed": "over"},
    }).encode()
    (one,) = take(line + b"\r\n")
    assert one.capture.content == line
    assert one.report == Report.of(
        "n1", "Cafe\u0301 owners said\r\nno.", outlet="The Ledger", title="No", authors=("Jane Doe",),
        url="https://ledger.example/1", published="2021-08-24", updated="2021-08-25T10:00:00Z", language="en",
        capture=one.capture.sha256)
    assert one.notes == ()


def test_broken_line_among_good_ones_is_left_out_by_its_number(take):
    found = take('{"id": "a", "text": "He said no."}\n{"id": "b", "text": \n{"id": "c", "text": "She said no."}\n')
    assert [getattr(one, "what", None) or one.report.id for one in found] == ["a", "news.jsonl:2", "c"]
    assert found[1].reason.startswith("The line is no JSON: ")


@pytest.mark.parametrize(("line", "reason"), [
    ('{"id": "a", "text": 5}', '"text" is of type int. Give a string.'),
    ('{"id": "a", "text": null}', '"text" is of type null. Give a string.'),
    ('{"id": 1.5, "text": "x"}', '"id" is of type float. Give a string.'),
    ('{"id": "a", "text": "x", "outlet": ["y"]}', '"outlet" is of type array. Give a string.'),
    ('{"id": "a", "text": "x", "published": 2021}', '"published" is of type int. Give a string.'),
    ('{"id": "a", "text": "x", "authors": "Jane"}', '"authors" is of type str. Give a list of strings.'),
    ('{"id": "a", "body": "x"}',
     'The line has no "text" (its fields: id, body). Put the words of the report into "text".'),
    ('["x"]', 'The line is no JSON object (Expected `object`, got `array`). Write it as {"id": ..., "text": ...}.'),
    ('{"text": "  "}', '"text" is empty. Give the words of the report in it.'),
    ('{"text": "x", "published": "2999-01-01"}',
     'published is "2999-01-01", which lies in the future. Give the date on which it really came out.'),
    ('{"text": "x", "updated": "soon"}',
     'updated is "soon", which is no date. Write it as YYYY-MM-DD (or YYYY-MM, YYYY, or with a time and zone as '
     '2021-08-24T10:30:00+02:00).'),
    ('{"text": "x", "published": "2021-08-26", "retrieved": "2021-08-20"}',
     'published is "2021-08-26", after the report was retrieved ("2021-08-20"). Mend whichever is wrong.'),
])
def test_line_that_cannot_be_used_says_why(take, line, reason):
    assert take(line) == [LeftOut("news.jsonl:1", reason)]


@pytest.mark.parametrize("line", ['{"text": "\\ud800 said"}', "[" * 100_000, '{"text": "a\tb\x01"}', '{"a":' * 50_000])
def test_json_that_no_one_should_write_is_left_out(take, line):
    (left,) = take(line)
    assert isinstance(left, LeftOut)


def test_bytes_that_are_not_utf8_are_named_with_the_remedy(take):
    assert take('{"text": "Café"}'.encode("cp1252")) == [LeftOut(
        "news.jsonl:1",
        "The line is not utf-8 (byte 0xE9 at place 14). If the file is in another encoding, give it with --encoding.")]


def test_lines_in_a_given_encoding_are_read(take):
    (one,) = take('{"text": "Café"}'.encode("cp1252"), encoding="windows-1252")
    assert one.report.text == "Café"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_mark_is_no_part_of_the_first_line(take, encoding):
    lines = '{"id": "a", "text": "He said é."}\r\n{"id": "b", "text": "She said no."}\r\n'
    assert [one.report.text for one in take(lines.encode(encoding))] == ["He said é.", "She said no."]


def test_number_as_id_is_taken_and_no_id_is_made_of_the_hash(take):
    first, second = take('{"id": 17, "text": "He said no."}\n{"text": "She said no."}')
    assert (first.report.id, second.report.id) == ("17", second.capture.sha256[:12])


def test_null_is_unknown(take):
    (one,) = take('{"id": null, "text": "He said no.", "outlet": null, "authors": null, "published": null}')
    assert (one.report.outlet, one.report.authors, one.report.published) == (None, (), None)


def test_what_the_person_says_fills_only_what_a_line_leaves_out(take):
    first, second = take(
        '{"text": "He said no.", "published": "2021-08-24"}\n{"text": "She said no."}', published="2021-08-30")
    assert (first.report.published, second.report.published) == ("2021-08-24", "2021-08-30")


def test_blank_lines_are_no_reports_but_count(take):
    assert [one.what for one in take('\n\n{"text": 1}\n   \n')] == ["news.jsonl:3"]


@pytest.mark.parametrize("content", ["", "\n \n"])
def test_file_without_lines_is_left_out(take, content):
    (left,) = take(content)
    assert "is empty: it has no lines" in left.reason


def test_line_over_the_limit_is_left_out_and_the_rest_read(take):
    long = json.dumps({"id": "b", "text": "x" * 3_000_000})
    lines = '{"id": "a", "text": "He said no."}\n' + long + '\n{"id": "c", "text": "She said no."}'
    found = take(lines, max_bytes=1000)
    assert [getattr(one, "what", None) or one.report.id for one in found] == ["a", "news.jsonl:2", "c"]


def test_first_line_over_the_limit_is_left_out_and_the_rest_read(take):
    found = take(json.dumps({"text": "x" * 3000}) + '\n{"id": "c", "text": "She said no."}', max_bytes=1000)
    assert [getattr(one, "what", None) or one.report.id for one in found] == ["news.jsonl:1", "c"]


def test_json_file_holds_one_object_or_an_array_or_lines(take):
    one = '{\n "text": "He said no."}'
    assert [found.report.id for found in take(one, "a.json")] == ["a"]
    many = '[{"id": "x", "text": "He said no."},\n {"id": "y", "text": 3}]'
    x, y = take(many, "b.json")
    assert (x.report.id, x.capture.content, y) == (
        "x", b'{"id": "x", "text": "He said no."}', LeftOut("b.json#2", '"text" is of type int. Give a string.'))
    lines = '{"id": "x", "text": "He said no."}\n{"id": "y", "text": "She said no."}'
    assert [found.report.id for found in take(lines, "c.json")] == ["x", "y"]


@pytest.mark.parametrize("content", ['{"text": ', '"He said no."', "He said no.", "[1, 2", ""])
def test_json_file_with_anything_else_is_left_out(take, content):
    (left,) = take(content, "a.json")
    assert isinstance(left, LeftOut)
    assert left.what == "a.json"
