import csv
import io
import json
import re

import pytest

from sayso.model.codec import to_json
from tests.export.samples import TEXT, findings

TITLED = ["--published", "2021-08-26", "--outlet", "Tidewater Post", "--title", "Ferries & gates"]


def test_table_is_what_a_person_reads(sayso, quick, ferries):
    assert sayso("read", ferries, *TITLED).stdout == SHOWN


SHOWN = """\
Tidewater Post · published 2021-08-26 · ferries
Ferries & gates
6 attributions by 4 speakers · machine-found, not checked by a person

Lena Orsk · Harbour spokeswoman
   1  asserts · to the Tidewater Post · interview · Tuesday (2021-08-24) ·
      indirect
      the ferries were safe
   2  denies · direct
      “No ship has been fired on” … “and none will be”
   3  asserts · tweet · indirect
      The dockers … had promised that they would open the gates if the army left
      by Friday
      via     reports from the port

Harbour Dockers' Union · organisation, part of Orskland
   4  promises · indirect
      they would open the gates if the army left by Friday
      if      the army left by Friday
      then    they would open the gates
      by      Friday (2021-08-27)
      within  attribution 3

unnamed: officials
   5  denies · in the port · indirect
      <script>alert('harm')</script>

no one named
   6  asserts · direct
      “It was night and nobody saw”
"""


def test_jsonl_is_the_machine_interface_on_one_line(sayso, quick, ferries):
    printed = sayso("read", ferries, *TITLED, "--format", "jsonl").stdout
    expected = json.loads(to_json(findings(url=None)))
    assert printed.count("\n") == 1
    assert json.loads(printed) | {"report": None} == expected | {"report": None}
    assert list(json.loads(printed)) == list(expected)


def test_csv_has_one_header_and_a_row_for_each_attribution(sayso, quick, ferries, tmp_path):
    (tmp_path / "again.txt").write_text(TEXT)
    printed = sayso("read", ferries, "again.txt", "--format", "csv").stdout
    rows = list(csv.reader(io.StringIO(printed, newline="")))
    assert (len(rows), rows[0][:2], {len(row) for row in rows}) == (13, ["report", "outlet"], {30})


def test_standard_input_is_read(sayso, quick):
    assert "6 attributions by 4 speakers" in sayso("read", "-", given=TEXT).stdout


def test_piped_output_has_no_escape_sequences_even_from_the_report(sayso, quick):
    printed = sayso("read", "-", "--title", "a\x1b[31mb\x9b2J\u202ec", given="Nothing.").stdout
    assert "a␛[31mb\ufffd2J\ufffdc" in printed
    assert re.findall(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", printed) == []


def test_unknown_date_is_said_once_for_many_reports(sayso, quick, tmp_path):
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"Text {name}.")
    ran = sayso("read", ".")
    assert ran.exit_code == 0
    assert ran.stderr.count("--published") == 1
    assert "(3 of 3 reports)" in ran.stderr


def test_note_on_some_of_several_reports_names_up_to_five(sayso, quick, tmp_path):
    lines = [{"id": f"r{number}", "text": f"Text {number}."} for number in range(7)]
    lines.append({"id": "dated", "text": "Text.", "published": "2021-08-26"})
    (tmp_path / "news.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    assert "(7 of 8 reports: r0, r1, r2, r3, r4 and 2 more)" in sayso("read", "news.jsonl").stderr


def test_unknown_date_is_said_once_for_one_report(sayso, tmp_path):
    (tmp_path / "r.txt").write_text("Mayor Ana Toth said on Monday that the bridge was safe.")
    assert sayso("read", "r.txt").output.count("--published") == 1


def test_report_in_another_language_is_not_asked_for_its_date(sayso, tmp_path):
    (tmp_path / "r.txt").write_text("Der Sprecher sagte am Dienstag, die Gespräche würden am Freitag fortgesetzt.")
    assert "--published" not in sayso("read", "r.txt").output


def test_what_is_left_out_is_named_once_in_a_line(sayso, tmp_path):
    (tmp_path / "doc.pdf").write_bytes(b"%PDF-1.4")
    first, *_ = sayso("read", "doc.pdf").stderr.splitlines()
    assert first.startswith("sayso: left out doc.pdf: it looks like a PDF")


def test_what_is_left_out_is_named_and_the_rest_is_read(sayso, quick, ferries):
    ran = sayso("read", "missing.txt", ferries)
    assert ran.exit_code == 3
    assert "6 attributions" in ran.stdout
    assert "sayso: left out missing.txt: " in ran.stderr
    assert "sayso: 1 of 2 left out, named above with the reason" in ran.stderr


def test_nothing_read_is_a_failure(sayso):
    ran = sayso("read", "missing.txt")
    assert (ran.exit_code, ran.stdout) == (1, "")


def test_bad_line_among_good_ones_is_named_by_its_number(sayso, quick, tmp_path):
    (tmp_path / "news.jsonl").write_text('{"id": "a", "text": "One."}\nbroken\n{"id": "b", "text": "Two."}\n')
    ran = sayso("read", "news.jsonl", "--format", "jsonl")
    assert (ran.exit_code, ran.stdout.count("\n")) == (3, 2)
    assert "left out news.jsonl:2: " in ran.stderr


def test_report_over_which_reading_breaks_does_not_take_the_others_along(sayso, quick, tmp_path, ferries):
    (tmp_path / "bad.txt").write_text("broken")
    ran = sayso("read", "bad.txt", ferries)
    assert ran.exit_code == 3
    assert "6 attributions" in ran.stdout
    assert "left out bad: reading it broke with RecursionError: too deep" in ran.stderr
    assert "1 of 2 left out" in ran.stderr


@pytest.mark.parametrize("date", ["yesterday", "2021-13-01", "2999-01-01"])
def test_impossible_date_is_wrong_usage_in_one_line(sayso, quick, ferries, date):
    ran = sayso("read", ferries, "--published", date)
    assert (ran.exit_code, ran.stdout, ran.stderr.count("\n")) == (2, "", 1)
    assert date in ran.stderr


def test_report_is_really_read(sayso, tmp_path):
    (tmp_path / "r.txt").write_text("Mayor Ana Toth said on Monday that the bridge was safe.")
    [line] = sayso("read", "r.txt", "--published", "2021-08-26", "-f", "jsonl").stdout.splitlines()
    [said] = json.loads(line)["attributions"]
    assert (said["speech_act"], said["content"][0]["exact"]) == ("assert", "the bridge was safe")
