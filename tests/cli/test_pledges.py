import csv
import io
import json

import pytest

SHOWN = """\
Harbour Wire · published 2021-08-26 · karsk
2 commitments · machine-found, not checked by a person

   1  Northern Front · promises · Wednesday (2021-08-25) · past its deadline,
      still open
      “If the army leaves by Friday, we will open the gates”
      if    the army leaves by Friday
      then  we will open the gates
      by    Friday (2021-08-27)

   2  Lena Orsk · requests · to the guards · open
      to stay
"""


def table(ran):
    return list(csv.DictReader(io.StringIO(ran.stdout, newline="")))


def test_pledges_show_condition_deadline_and_what_is_past_it(sayso, told):
    ran = sayso("pledges", "--as-of", "2021-09-01")
    assert (ran.exit_code, ran.stdout, ran.stderr) == (0, SHOWN, "")


def test_without_a_day_no_deadline_is_past(sayso, told):
    assert "past" not in sayso("pledges").stdout


def test_json_lines_are_matters_with_one_side(sayso, told):
    first, _ = map(json.loads, sayso("pledges", "-f", "jsonl").stdout.splitlines())
    assert list(first)[:9] == ["id", "about", "kind", "field", "why", "sides", "score", "status", "made_by"]
    assert (first["kind"], first["sides"][0]["claims"], first["outcome"]) == ("commitment", ["c4", "c7"], "open")


def test_csv_has_a_row_for_each_commitment(sayso, told):
    first, second = table(sayso("pledges", "-f", "csv", "--as-of", "2021-08-27"))
    assert first == {
        "report": "karsk", "outlet": "Harbour Wire", "published": "2021-08-26", "attribution": "a4",
        "speaker": "Northern Front", "act": "promise", "addressee": "", "said_on": "2021-08-25",
        "content": "If the army leaves by Friday, we will open the gates", "start": "261", "end": "313",
        "condition": "the army leaves by Friday", "consequence": "we will open the gates", "deadline": "2021-08-27",
        "past_deadline": "no", "outcome": "open", "score": "1.0", "status": "machine",
    }  # fmt: skip
    assert (second["addressee"], second["past_deadline"]) == ("the guards", "")


@pytest.mark.parametrize(("options", "expected"), [
    (["--act", "Promise"], ["a4"]), (["--act", "request", "--act", "demand"], ["a6"]), (["--speaker", "Orsk"], ["a6"]),
    (["--to", "guards"], ["a6"]), (["--until", "2021-08-25"], ["a4"]), (["--since", "2021-08-26"], ["a6"]),
])  # fmt: skip
def test_filters(sayso, told, options, expected):
    assert [row["attribution"] for row in table(sayso("pledges", "-f", "csv", *options))] == expected


def test_what_was_said_at_an_unknown_time_is_counted_where_a_period_is_asked_for(sayso, karsk):
    ran = sayso("pledges", karsk, "--since", "2021")
    assert "left out, as it is not known when they were said: 1." in ran.stderr


@pytest.mark.parametrize(("options", "said"), [
    (["--act", "assert"], '--act is "assert", which is none of its values. Give one of promise, threaten,'),
    (["--as-of", "soon"], '--as-of is "soon", which is no date.'),
])  # fmt: skip
def test_value_that_cannot_be_is_wrong_usage_and_says_what_can(sayso, told, options, said):
    ran = sayso("pledges", *options)
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert said in ran.stderr


def test_nothing_found_is_said(sayso, told):
    assert sayso("pledges", "--speaker", "Nobody").stdout == "No commitments found.\n"
