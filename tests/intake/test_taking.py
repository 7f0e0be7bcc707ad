import io
import json
from hashlib import sha256
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import BadDate, EmptyReport, NotText
from sayso.intake import LeftOut, Options, Received, count, receive, receive_text, report_of
from sayso.intake.heading import READ_OFF
from sayso.intake.taking import OWN, TWICE, UNDATED, VAGUE
from sayso.model import Capture, Report

WORDS = "The mayor said on Monday that the bridge was safe and that it would be opened to all."


def received(path, **options):
    return list(receive([str(path)], Options(**options)))


def only(path, **options):
    (one,) = received(path, **options)
    return one


@pytest.fixture
def write(tmp_path):
    def write(name, content):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def test_plain_text_is_one_report_with_its_bytes_under_their_hash(write):
    path = write("bridge.txt", WORDS)
    content = WORDS.encode()
    hashed = sha256(content).hexdigest()
    capture = Capture(hashed, content, "text/plain; charset=utf-8", str(path))
    report = Report("bridge", WORDS, hashed, published="2021-08-24", language="en", capture=hashed)
    assert only(path, published="2021-08-24") == Received(capture, report)


def test_unknown_publication_date_is_said_once_with_the_option_that_mends_it(write):
    one = only(write("bridge.txt", WORDS))
    assert one.report.published is None
    assert one.notes == (UNDATED,)
    assert "--published YYYY-MM-DD" in UNDATED


def test_same_bytes_twice_give_the_same_capture_and_report(write):
    path = write("bridge.txt", WORDS)
    assert received(path) == received(path)


def test_what_the_person_says_wins_over_what_the_text_says(write):
    path = write("a.txt", f"KABUL, Aug. 24, 2021 (Reuters) - {WORDS}")
    report = only(path, outlet="The Ledger", published="2021-08-25", language="en-GB", title="T", url="http://x/").report
    assert (report.outlet, report.published, report.language, report.title, report.url) == (
        "The Ledger", "2021-08-25", "en", "T", "http://x/")


def test_heading_is_read_off_and_the_text_stays_whole(write):
    text = f"Bridge is safe, says mayor\n\nBy Jane Doe\n\nKABUL, Aug. 24, 2021 (Reuters) - {WORDS}\n"
    one = only(write("a.txt", text))
    assert one.report == Report.of(
        "a", text, outlet="Reuters", title="Bridge is safe, says mayor", authors=("Jane Doe",),
        published="2021-08-24", language="en", capture=one.capture.sha256)
    assert one.notes == (READ_OFF,)


def test_text_is_in_nfc_with_plain_line_breaks_and_the_capture_keeps_the_bytes(write):
    content = "Cafe\u0301 owners said no.\r\nThey said so.\rTwice.".encode()
    one = only(write("a.txt", content))
    assert one.report.text == "Caf\u00e9 owners said no.\nThey said so.\nTwice."
    assert one.capture.content == content


@pytest.mark.parametrize("kept", [
    "\u200fقال\u200e no", "zero\u200bwidth", "bell \x07 rang", "👍🏽 said 🇦🇫", "\u202eabc\u202c", "a\x00b",
])
def test_marks_controls_and_emoji_are_kept(write, kept):
    text = f"{WORDS} {kept} {WORDS}"
    report = only(write("a.txt", text)).report
    assert report.text == text
    assert report.text[report.text.index(kept):][:len(kept)] == kept


def test_line_of_100000_characters_is_taken(write):
    text = ("He said no, " * 9000)[:100_000]
    assert only(write("a.txt", text)).report.text == text


def test_empty_file_is_left_out(write):
    path = write("a.txt", "")
    assert only(path) == LeftOut(str(path), f"{path} is empty: there is no text to read. "
                                            "Give a file with the words of a report.")


@pytest.mark.parametrize("content", [b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_file_of_blanks_or_marks_alone_is_left_out(write, content):
    assert "is empty" in only(write("a.txt", content)).reason


@pytest.mark.parametrize(("name", "content", "kind"), [
    ("a.pdf", b"%PDF-1.7\n1 0 obj", "a PDF"),
    ("a.txt", b"PK\x03\x04\x14\x00\x06\x00[Content_Types].xml word/document.xml", "a Word document (docx)"),
    ("a.zip", b"PK\x03\x04\x14\x00\x00\x00x", "a zip archive"),
    ("a.png", b"\x89PNG\r\n\x1a\n\x00\x00", "a PNG image"),
    ("a.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG image"),
    ("a.sayso", b"SQLite format 3\x00\x10\x00", "a SQLite database"),
    ("a.rtf", b"{\\rtf1\\ansi He said no.}", "an RTF document"),
    ("a.mhtml", b"From: x\r\nMIME-Version: 1.0\r\n\r\nx", "a mail or a page saved as MHTML"),
    ("a.bin", b"\x00\x01\x02\x03" * 100, "binary data"),
    ("a.xml", b"<?xml version='1.0'?><rss><item/></rss>", "an RSS or Atom feed"),
    ("b.xml", b"<?xml version='1.0'?><news/>", "XML"),
])
def test_what_is_not_text_is_left_out_with_the_kind_it_looks_like(write, name, content, kind):
    path = write(name, content)
    assert only(path).reason.startswith(f"{path} looks like {kind}, not ")


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.json", "a.jsonl"])
def test_larger_than_the_limit_is_left_out_with_size_limit_and_option(write, name):
    path = write(name, '{"text": "' + WORDS * 20 + '"}')
    (left,) = received(path, max_bytes=1000)
    assert isinstance(left, LeftOut)
    assert "limit of 1,000 bytes. Raise it with --max-bytes" in left.reason


def test_too_large_file_names_its_size(write):
    path = write("a.txt", b"a" * 2000)
    assert only(path, max_bytes=1000).reason == (
        f"{path} has 2,000 bytes, more than the limit of 1,000 bytes. Raise it with --max-bytes 2000.")


def test_missing_file_is_left_out(tmp_path):
    path = tmp_path / "no.txt"
    assert only(path) == LeftOut(str(path), f"There is no file {path}. Check the path.")


@pytest.mark.parametrize("target", ["a\x00b", "x" * 5000, ""])
def test_name_that_can_be_no_path_is_left_out(target):
    (left,) = receive([target])
    assert isinstance(left, LeftOut)


@pytest.mark.parametrize("published", ["2999-01-01", "yesterday", "2021-02-30", "0021-08-24"])
def test_date_that_cannot_be_is_refused_before_anything_is_read(published):
    with pytest.raises(BadDate, match=f'--published is "{published}"'):
        receive(["-"], Options(published=published))


def test_unknown_encoding_is_refused_before_anything_is_read():
    with pytest.raises(NotText, match='No encoding "utf-9" is known'):
        receive(["-"], Options(encoding="utf-9"))


def test_folder_is_taken_in_order_without_hidden_files(write, tmp_path):
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden", ".git/d.txt"):
        write(name, WORDS)
    write("z.pdf", b"%PDF-1.4")
    found = received(tmp_path)
    assert [one.what if isinstance(one, LeftOut) else one.capture.origin for one in found] == [
        str(tmp_path / name) for name in ("a.txt", "b.txt", "z.pdf", "sub/c.txt")]


def test_folder_without_files_is_left_out(tmp_path):
    assert only(tmp_path).reason.startswith(f"The folder {tmp_path} has no files")


def test_files_of_one_stem_have_ids_of_their_own(write, tmp_path):
    write("a.txt", WORDS)
    write("b/a.txt", WORDS)
    assert [one.report.id for one in received(tmp_path)] == ["a", "a-2"]


def test_table_in_a_folder_is_no_report_but_one_named_by_itself_is_read(write, tmp_path):
    table = write("x.csv", WORDS)
    left = only(tmp_path)
    assert (left.what, "is a table" in left.reason) == (str(table), True)
    assert only(table).report.id == "x"


def test_date_without_a_day_is_said_to_be_too_vague(write):
    assert only(write("a.txt", WORDS), published="2021-08").notes == (VAGUE,)


def test_option_that_gives_way_to_what_a_line_says_is_told(write):
    line = {"id": "a", "text": WORDS, "published": "2021-08-24", "outlet": "The Post"}
    one = only(write("a.jsonl", json.dumps(line)), published="2021-08-23", outlet="The Post", title="Bridge")
    assert one.notes == (OWN.format(name="published"),)
    assert (one.report.published, one.report.title) == ("2021-08-24", "Bridge")


def test_other_language_is_kept_and_said(write):
    text = "Der Sprecher der Regierung sagte am Dienstag, die Gespräche würden am Freitag in Genf fortgesetzt."
    one = only(write("a.txt", text))
    assert (one.report.text, one.report.language) == (text, "de")
    assert one.notes == (
        'The report is in another language than English (ISO 639-1 "de"), so it is not read.',)


def test_language_that_is_no_code_is_detected_and_said(write):
    one = only(write("a.txt", WORDS), published="2021-08-24", language="English")
    assert one.report.language == "en"
    assert one.notes == ('"English" is no ISO 639-1 code as "en" is; the language was detected instead.',)


class TestStandardInput:
    @pytest.fixture
    def stdin(self, monkeypatch):
        def stdin(content):
            monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(content)))
            return list(receive(["-"]))

        return stdin

    def test_text(self, stdin):
        (one,) = stdin(WORDS.encode())
        assert (one.report.text, one.report.id, one.capture.origin) == (WORDS, one.capture.sha256[:12], "-")

    def test_json_lines(self, stdin):
        lines = b'{"id": "a", "text": "He said no."}\n{"id": "b", "text": "She said no."}\n'
        assert [one.report.id for one in stdin(lines)] == ["a", "b"]

    def test_one_json_object_over_several_lines(self, stdin):
        assert [one.report.id for one in stdin(b'{\n"id": "a",\n"text": "He said no."\n}\n')] == ["a"]

    def test_page(self, stdin):
        (one,) = stdin(f"<!DOCTYPE html><html><body><p>{WORDS}</p></body></html>".encode())
        assert (one.report.text, one.capture.media_type) == (WORDS, "text/html; charset=utf-8")

    def test_text_that_begins_with_a_bracket_is_text(self, stdin):
        (one,) = stdin(b"[UPDATE] The mayor said no.\n{sic} he said.")
        assert one.report.text == "[UPDATE] The mayor said no.\n{sic} he said."

    def test_nothing(self, stdin):
        (left,) = stdin(b"")
        assert left.reason.startswith("Standard input is empty")

    def test_over_the_limit(self, monkeypatch):
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"a" * 100)))
        (left,) = receive(["-"], Options(max_bytes=10))
        assert "limit of 10 bytes" in left.reason

    def test_closed(self, monkeypatch):
        monkeypatch.setattr("sys.stdin", None)
        (left,) = receive(["-"])
        assert left.reason.startswith("Standard input is closed")


def test_count_is_lines_objects_and_files_and_unknown_for_standard_input(write, tmp_path):
    write("a.txt", WORDS)
    write("b.jsonl", '{"text": "x"}\n\n{"text": "y"}\n')
    write("c.json", '[{"text": "x"}, {"text": "y"}, {}]')
    assert count([str(tmp_path), str(tmp_path / "a.txt"), "http://example.org/"]) == 8
    assert count(["-"]) is None
    assert count([str(tmp_path / "none")]) == 1


class TestTextInMemory:
    def test_text_is_kept_as_it_is(self):
        text = "Cafe\u0301:\r\nhe said no.\ud800"
        one = receive_text(text, published="2021-08-26")
        assert one.report.text == text
        assert one.capture.content == text.encode("utf-8", "surrogatepass")

    def test_fields_are_those_given(self):
        report = report_of(WORDS, id="x", published="2021-08-26", outlet="O", title="T", url="U", language="en")
        assert report == Report.of(
            "x", WORDS, outlet="O", title="T", url="U", published="2021-08-26", language="en",
            capture=sha256(WORDS.encode()).hexdigest())

    def test_no_text_and_no_date_are_errors(self):
        with pytest.raises(EmptyReport):
            report_of("  ")
        with pytest.raises(BadDate):
            report_of(WORDS, published="2999-01-01")


def test_ids_given_twice_are_told_apart_and_said(write):
    path = write("a.jsonl", "".join(json.dumps({"id": "a", "text": WORDS}) + "\n" for _ in range(3)))
    found = received(path)
    assert [one.report.id for one in found] == ["a", "a-2", "a-3"]
    assert [TWICE in one.notes for one in found] == [False, True, True]


def outcome_is_sound(found):
    for one in found:
        if isinstance(one, Received):
            assert one.report.text_sha256 == sha256(one.report.text.encode("utf-8", "surrogatepass")).hexdigest()
            assert one.capture.sha256 == sha256(one.capture.content).hexdigest() == one.report.capture
        else:
            assert isinstance(one, LeftOut)


some_bytes = st.binary(max_size=400) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass"))
openings = st.sampled_from([
    b"", b"<html><body><p>", b"<!doctype html>", b'{"text": "', b"[{", b"\xff\xfe", b"\xfe\xff", b"%PDF", b"<?xml ",
    b"By ", b"KABUL, Aug. 24 (Reuters) - ", b'<script type="application/ld+json">{"@graph": [',
])
anything = st.builds(lambda start, rest: start + rest, openings, some_bytes)


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.json", "a.jsonl", "a"])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=anything)
def test_any_bytes_are_taken_or_left_out_and_never_an_exception(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    found = received(path)
    assert found
    outcome_is_sound(found)


@settings(max_examples=100, deadline=None)
@given(text=st.text(max_size=300).filter(lambda text: text.strip("\ufeff\x00").strip()))
def test_any_text_in_memory_is_taken_unchanged(text):
    assert report_of(text).text == text
