import csv
import io
import json

import pytest

from tests.compare.making import findings_of

MARKED = (
    "[Orsk] {said} <the Guard had changed>, despite [reports] {of} <looting by its men>. "
    "[Reyl] {disagreed that/deny} <the Guard would change>. [Reyl] {tweeted} <the gate is shut>, "
    "but later {admitted} <a man had left it open>. Days went by. "
    "[Ilin] {said} <the ministry was utterly obstructive>. Days went by. [Tam] {said} <the ministry is obstructive>."
)
DISPUTE = """\
publication date unknown · r1

contradiction · Guard, changed · score 0.8
  Reyl disputed what Orsk said; both speak of Guard, changed.
  Orsk
      the Guard had changed
  reports
      looting by its men
  Reyl
      the Guard would change

shift · the gate is shut · score 0.7
  The report sets what Reyl said later against what came before it with “but
  later”.
  Reyl
      the gate is shut
  Reyl
      a man had left it open

2 disputes · machine-found, not checked by a person
"""


@pytest.fixture
def comparing(sayso, monkeypatch, tmp_path):
    """Run a command on a file in which reading finds what is marked."""
    findings = findings_of(MARKED)
    (tmp_path / "news.txt").write_text(findings.report.text, encoding="utf-8")
    monkeypatch.setattr("sayso.read.pipeline.read", lambda report: findings)
    return lambda command, *options: sayso(command, "news.txt", *options)


def test_disputes_show_both_sides_and_why(comparing):
    ran = comparing("disputes")
    assert (ran.exit_code, ran.stdout) == (0, DISPUTE)
    assert max(map(len, ran.stdout.splitlines())) <= 80


@pytest.mark.parametrize(
    ("command", "kinds"),
    [("disputes", ["contradiction", "shift"]), ("agreements", ["agreement"]), ("shifts", ["shift"])],
)
def test_each_command_lists_its_kinds(comparing, command, kinds):
    lines = [json.loads(line) for line in comparing(command, "--format", "jsonl").stdout.splitlines()]
    assert [line["kind"] for line in lines] == kinds
    assert [line["id"] for line in lines] == [f"m{number}" for number in range(1, len(kinds) + 1)]


def test_json_line_has_the_published_shape(comparing):
    [line] = map(json.loads, comparing("shifts", "--format", "jsonl").stdout.splitlines())
    text = findings_of(MARKED).report.text
    first, second = "the gate is shut", "a man had left it open"
    starts = (text.index(first), text.index(second))
    assert line["sides"] == [
        {
            "claims": [claim], "holders": ["Reyl"], "reports": ["r1"], "said_on": [None],
            "spans": [{"report": "r1", "start": start, "end": start + len(words), "exact": words}],
        }
        for claim, start, words in zip(("c4", "c5"), starts, (first, second), strict=True)
    ]  # fmt: skip
    assert line["comparisons"] == [{"first": "c4", "second": "c5", "field": "content", "relation": "revises"}]


def test_table_for_spreadsheets_has_a_row_for_each_side(comparing):
    rows = list(csv.DictReader(io.StringIO(comparing("disputes", "--format", "csv").stdout, newline="")))
    assert [(row["matter"], row["side"], row["holders"], row["words"]) for row in rows[:3]] == [
        ("m1", "1", "Orsk", "the Guard had changed"), ("m1", "2", "reports", "looting by its men"),
        ("m1", "3", "Reyl", "the Guard would change"),
    ]  # fmt: skip


def test_bar_leaves_out_what_is_less_sure(comparing):
    lines = comparing("disputes", "--format", "jsonl", "--score", "0.75").stdout.splitlines()
    assert [json.loads(line)["kind"] for line in lines] == ["contradiction"]


def test_record_without_disputes_says_so(sayso, record):
    ran = sayso("disputes", "--record", record)
    assert (ran.exit_code, ran.stdout) == (0, "No disputes found. There may be some that the words do not show.\n")
