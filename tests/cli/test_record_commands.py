import csv
import io
import json

import pytest
from lxml import html

from tests.export.samples import TEXT


def table(printed):
    return list(csv.DictReader(io.StringIO(printed, newline="")))


def test_add_says_what_became_of_each_report(sayso, quick, ferries):
    ran = sayso("add", ferries, "--published", "2021-08-26")
    assert (ran.exit_code, ran.stdout, ran.stderr) == (0, "added\tferries\n", "sayso: 1 added in record.sayso\n")


def test_adding_the_same_bytes_again_adds_nothing(sayso, record, ferries):
    ran = sayso("add", ferries)
    assert (ran.exit_code, ran.stdout) == (0, f"unchanged\tferries\t{ferries}\n")
    assert len(table(sayso("list", "-f", "csv").stdout)) == 1


def test_unchanged_report_is_named_by_its_id_in_the_record(sayso, quick, tmp_path):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "news.txt").write_text(f"News of {folder}.")
        sayso("add", f"{folder}/news.txt")
    second = table(sayso("list", "-f", "csv").stdout)[1]["id"]
    assert second != "news"
    assert sayso("add", "b/news.txt").stdout == f"unchanged\t{second}\tb/news.txt\n"


def test_add_keeps_what_it_can_and_names_the_rest(sayso, quick, ferries):
    ran = sayso("add", ferries, "missing.txt")
    assert (ran.exit_code, ran.stdout) == (3, "added\tferries\n")
    assert "left out missing.txt" in ran.stderr


def test_interrupted_add_keeps_what_it_has_and_says_so(sayso, quick, monkeypatch, ferries, tmp_path):
    import sayso.read.pipeline as pipeline

    read = pipeline.read

    def interrupted(report):
        if report.text == "stop":
            raise KeyboardInterrupt
        return read(report)

    monkeypatch.setattr(pipeline, "read", interrupted)
    (tmp_path / "z.txt").write_text("stop")
    ran = sayso("add", ferries, "z.txt")
    assert (ran.exit_code, ran.stdout) == (130, "added\tferries\n")
    assert "interrupted; 1 added in record.sayso, the rest was not read" in ran.stderr
    assert [row["id"] for row in table(sayso("list", "-f", "csv").stdout)] == ["ferries"]


def test_record_can_be_named_by_option_and_by_environment(sayso, quick, ferries, monkeypatch):
    assert sayso("add", ferries, "--record", "war.sayso").exit_code == 0
    monkeypatch.setenv("SAYSO_RECORD", "war.sayso")
    assert "1 report in war.sayso" in sayso("list").stdout


def test_list_shows_every_report_within_80_columns(sayso, record, quick, tmp_path):
    (tmp_path / "long.txt").write_text("Nothing.")
    sayso("add", "long.txt", "--title", "A very long title about harbours " * 6, "--published", "2021-08-25")
    shown = sayso("list").stdout
    assert "2 reports in record.sayso" in shown
    assert "ferries" in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_list_as_json_lines_is_what_the_record_says(sayso, record):
    [line] = map(json.loads, sayso("list", "--format", "jsonl").stdout.splitlines())
    assert {**line, "added": None} == {
        "id": "ferries", "outlet": "Tidewater Post", "title": None, "published": "2021-08-26", "added": None,
        "attributions": 6, "language": "en",
    }  # fmt: skip


def test_show_prints_what_read_printed(sayso, record, ferries):
    read = sayso("read", ferries, "--published", "2021-08-26", "--outlet", "Tidewater Post")
    assert sayso("show", "ferries").stdout == read.stdout


def test_show_writes_a_page(sayso, record, tmp_path):
    ran = sayso("show", "ferries", "--html", "page.html")
    assert (ran.exit_code, ran.stdout, ran.stderr) == (0, "", "sayso: wrote page.html\n")
    again = sayso("show", "ferries", "--html", "page.html")
    assert again.stderr == "sayso: wrote page.html, in place of the file that was there\n"
    assert len(html.parse(tmp_path / "page.html").xpath("//aside//li")) == 6
    assert sorted(path.name for path in tmp_path.iterdir() if "page" in path.name) == ["page.html"]


def test_page_in_another_format_is_wrong_usage(sayso, record):
    assert sayso("show", "ferries", "--html", "page.html", "--format", "jsonl").exit_code == 2


def test_show_of_an_undated_report_tells_how_to_date_it(sayso, tmp_path):
    (tmp_path / "r.txt").write_text("Mayor Ana Toth said on Monday that the bridge was safe.")
    sayso("add", "r.txt")
    ran = sayso("show", "r")
    assert "--published" not in ran.stdout
    assert '"sayso add FILE --published YYYY-MM-DD"' in ran.stderr


def test_page_goes_to_standard_output_for_a_dash(sayso, record):
    assert sayso("show", "ferries", "--html", "-").stdout.startswith("<!DOCTYPE html>")


def test_file_that_cannot_be_written_is_a_failure_in_one_line(sayso, record):
    ran = sayso("show", "ferries", "--html", "no/such/folder.html")
    assert (ran.exit_code, ran.stderr.count("\n")) == (1, 1)
    assert "no/such/folder.html cannot be written" in ran.stderr


def test_show_of_no_report_tells_how_to_find_one(sayso, record):
    ran = sayso("show", "nothing")
    assert (ran.exit_code, ran.stdout) == (1, "")
    assert ran.stderr == 'sayso: No report nothing in record.sayso. "sayso list" shows the reports.\n'


def test_search_shows_the_words_and_who_said_them(sayso, record):
    shown = sayso("search", "gates").stdout
    assert "they would open the gates if the army left by Friday" in shown
    assert "Harbour Dockers' Union" in shown


def test_search_as_csv_points_at_the_words(sayso, record):
    for row in table(sayso("search", "gates", "-f", "csv").stdout):
        stretch = TEXT[int(row["start"]) : int(row["end"])]
        assert all(piece in stretch for piece in row["words"].split(" … "))


def test_search_does_not_show_the_reporters_words_as_said(sayso, record):
    shown = sayso("search", "dockers").stdout
    assert "The dockers … had promised that they would" in shown
    assert "Orsk said in a tweet" not in shown.partition("Harbour Dockers' Union")[0]


@pytest.mark.parametrize("query", ['"', "-fire", "OR"])
def test_search_for_no_word_is_wrong_usage(sayso, record, query):
    ran = sayso("search", "--", query)
    assert (ran.exit_code, ran.stdout, ran.stderr.count("\n")) == (2, "", 1)


def test_search_without_a_find_says_so(sayso, record):
    assert sayso("search", "zebra").stdout == "Nothing found.\n"


def test_search_says_how_many_it_did_not_print(sayso, record):
    assert "more not printed; --limit" in sayso("search", "gates", "--limit", "1").stderr


def test_who_shows_all_that_a_party_said(sayso, record):
    shown = sayso("who", "Orsk").stdout
    assert "Lena Orsk · Harbour spokeswoman" in shown
    assert "   1  asserts · to the Tidewater Post" in shown
    assert "promises" not in shown


def test_who_as_csv(sayso, record):
    rows = table(sayso("who", "Orsk", "--format", "csv").stdout)
    assert [(row["speaker"], row["speech_act"]) for row in rows] == [
        ("Lena Orsk", "assert"), ("Lena Orsk", "deny"), ("Lena Orsk", "assert"),
    ]  # fmt: skip


def test_party_that_is_not_there_is_a_failure(sayso, record):
    ran = sayso("who", "Nobody Known")
    assert (ran.exit_code, ran.stdout, ran.stderr.count("\n")) == (1, "", 1)


def test_party_that_says_nothing_is_told_so(sayso, record):
    assert sayso("who", "Orskland").stdout == "Orskland is mentioned, but says nothing.\n"


def test_timeline_of_a_party_that_says_nothing_says_so_as_who_does(sayso, record):
    assert sayso("timeline", "--speaker", "Orskland").stdout == sayso("who", "Orskland").stdout


def test_timeline_puts_a_report_under_its_day(sayso, quick, ferries):
    sayso("add", ferries, "--published", "2021-08-26T08:00:00Z")
    assert "\n2021-08-26 or before (publication; " in sayso("timeline").stdout


def test_long_ids_are_listed_whole(sayso, quick, tmp_path):
    name = "a-report-with-a-name-as-long-as-those-of-web-addresses"
    (tmp_path / f"{name}.txt").write_text("Nothing.")
    sayso("add", f"{name}.txt", "--title", "Harbour news")
    assert f"\n{name}\n  publication date unknown · 0 attributions\n  Harbour news\n" in sayso("list").stdout


def test_timeline_tells_what_is_dated_from_what_is_only_published(sayso, record):
    first, *rest = sayso("timeline").stdout.split("\n\n")
    assert first.splitlines() == [
        "2021-08-24",
        "  Lena Orsk · asserts · Tidewater Post · ferries",
        "      the ferries were safe",
    ]
    assert rest[0].startswith("2021-08-26 or before (publication; when it was said is not known)\n")


def test_timeline_of_one_speaker(sayso, record):
    rows = table(sayso("timeline", "--speaker", "Orsk", "-f", "csv").stdout)
    assert [(row["earliest"], row["dated_by"], row["speaker"]) for row in rows] == [
        ("2021-08-24", "said_on", "Lena Orsk"),
        ("2021-08-26", "published", "Lena Orsk"),
        ("2021-08-26", "published", "Lena Orsk"),
    ]


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_export_is_what_show_prints(sayso, record, form, tmp_path):
    exported = sayso("export", "--format", form).stdout_bytes
    assert exported == sayso("show", "ferries", "--format", form).stdout_bytes
    assert sayso("export", "--format", form, "--output", "out").stdout == ""
    assert (tmp_path / "out").read_bytes() == exported


def test_verify_counts_what_it_checked(sayso, record):
    ran = sayso("verify")
    assert ran.exit_code == 0
    assert ran.stdout.startswith("checked 1 capture, 1 report, 1 reading, ")
    assert ran.stdout.endswith(": 0 faults\n")


def test_verify_fails_on_a_changed_text(sayso, record, monkeypatch):
    from sayso.record import Fault, Record, Verification

    monkeypatch.setattr(Record, "verify", lambda self: Verification(1, 1, 1, 9, 9, (Fault("text changed", "ferries"),)))
    ran = sayso("verify")
    assert (ran.exit_code, ran.stderr) == (1, "sayso: ferries: text changed\n")


@pytest.mark.parametrize("command", [["list"], ["show", "x"], ["search", "x"], ["who", "x"], ["timeline"], ["verify"]])
def test_record_that_is_not_there_is_a_failure_in_one_line(sayso, command):
    ran = sayso(*command)
    assert (ran.exit_code, ran.stdout, ran.stderr.count("\n")) == (1, "", 1)
    assert "record.sayso" in ran.stderr
