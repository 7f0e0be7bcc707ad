import csv
import io
import json

import pytest

from sayso.export.happened_table import COLUMNS

SHOWN = """\
Harbour Wire · published 2021-08-26 · karsk
3 events, 4 claims · machine-found, not checked by a person

   1  shelled · ASSAULT heavy-weapons
      who       Rebels
      where     Karsk
      when      Tuesday (2021-08-24)
      how many  at least 29 dockers killed
      – Lena Orsk, told to the Tidewater Post · certain (CT+)
          Rebels shelled the port of Karsk on Tuesday, killing at least 29
          dockers
      – Northern Front, through Meridian · did not happen (CT-) · told by others
          it had fired on Karsk

   2  arrested · COERCE arrest
      who       soldiers
      to whom   two reporters
      where     Upper Dol
      – Residents (unnamed) · probable (PR+) · saw it
          soldiers had arrested two reporters in Upper Dol

   3  burned · ASSAULT destroy · history told in passing
      who       Northern Front
      where     Old Dol
      when      1994
      – the report · certain (CT+)
          In 1994 the Front burned Old Dol

1 event without a type: --all
"""


def table(ran):
    return list(csv.DictReader(io.StringIO(ran.stdout, newline="")))


def events(ran):
    return list(dict.fromkeys(row["event"] for row in table(ran)))


def test_what_shows_every_event_with_all_who_hold_it_within_80_columns(sayso, told):
    ran = sayso("what")
    assert (ran.exit_code, ran.stdout, ran.stderr) == (0, SHOWN, "")
    assert max(map(len, ran.stdout.splitlines())) <= 80


def test_events_without_a_type_are_shown_if_all_are_wanted(sayso, told):
    shown = sayso("what", "--all").stdout
    assert "   3  leaves · no type\n      – Northern Front · " in shown
    assert "without a type" not in shown


def test_contents_that_are_no_event_are_listed_if_wanted(sayso, told):
    shown = sayso("what", "--contents", "--holder", "Orsk").stdout
    assert shown.endswith("   2  the Front has changed\n      – Lena Orsk · probable (PR+) · by guess\n")


@pytest.mark.parametrize("option", [("--type", "AID"), ("--place", "Karsk"), ("--since", "2021"), ("--background",)])
def test_contents_have_nothing_that_an_event_is_filtered_by(sayso, told, option):
    ran = sayso("what", "--contents", *option)
    assert (ran.exit_code, ran.stdout, ran.stderr.count("\n")) == (2, "", 1)


def test_json_lines_hold_an_event_with_its_claims_and_what_they_name(sayso, told):
    first, *rest = map(json.loads, sayso("what", "-f", "jsonl").stdout.splitlines())
    assert list(first) == ["report", "event", "claims", "attributions", "parties", "place", "time"]
    assert (first["event"]["id"], [claim["id"] for claim in first["claims"]]) == ("e1", ["c1", "c2"])
    assert [one["event"]["type"] for one in rest] == ["COERCE", None, "ASSAULT"]


def test_csv_has_a_row_for_each_claim(sayso, told):
    rows = table(sayso("what", "-f", "csv"))
    assert list(rows[0]) == [column.name for column in COLUMNS]
    assert [(row["event"], row["claim"]) for row in rows] == [
        ("e1", "c1"), ("e1", "c2"), ("e2", "c3"), ("e3", "c4"), ("e4", "c5"),
    ]  # fmt: skip


@pytest.mark.parametrize(("options", "expected"), [
    (["--type", "assault"], ["e1", "e4"]),
    (["--type", "ASSAULT", "--type", "COERCE", "--no-background"], ["e1", "e2"]),
    (["--quad", "4", "--background"], ["e4"]),
    (["--place", "Kyrgyzstan"], ["e1"]),
    (["--party", "Northern Front"], ["e4"]),
    (["--holder", "report"], ["e4"]),
    (["--holder", "Orsk", "--factuality", "ct+"], ["e1"]),
    (["--factuality", "CT-", "--factuality", "Uu"], ["e1", "e3"]),
    (["--since", "1990", "--until", "2000"], ["e4"]),
    (["--score", "0.75"], ["e1", "e2"]),
])  # fmt: skip
def test_filters_of_the_command_are_those_of_the_record(sayso, told, karsk, options, expected):
    assert events(sayso("what", "-f", "csv", *options)) == expected
    assert events(sayso("what", karsk, "-f", "csv", *options)) == expected


def test_events_whose_time_is_not_known_are_counted_where_a_period_is_asked_for(sayso, told):
    ran = sayso("what", "--since", "2021-08", "--type", "ASSAULT", "--type", "COERCE")
    assert ran.exit_code == 0
    assert ran.stderr == (
        "sayso: left out, as it is not known when they happened: 1. Without --since and --until they show.\n"
    )


@pytest.mark.parametrize(("options", "said"), [
    (["--type", "FIGHT"], '--type is "FIGHT", which is none of its values. Give one of AGREE, CONSULT,'),
    (["--factuality", "CT"], '--factuality is "CT", which is none of its values. Give one of CT+, PR+,'),
    (["--since", "2021-02-30"], '--since is "2021-02-30", which is no date. Write it as YYYY-MM-DD,'),
    (["--until", "May"], '--until is "May", which is no date.'),
    (["--since", "2021-08", "--until", "2021-07"], "--since 2021-08 is after --until 2021-07."),
    (["--quad", "5"], "less than or equal to 4"),
    (["--score", "2"], "less than or equal to 1"),
])  # fmt: skip
def test_value_that_cannot_be_is_wrong_usage_and_says_what_can(sayso, told, options, said):
    ran = sayso("what", *options)
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert said in ran.stderr


def test_period_may_begin_and_end_in_one_year(sayso, told):
    assert sayso("what", "--since", "2021-08-24", "--until", "2021").exit_code == 0


def test_party_that_no_report_names_is_a_failure_with_the_nearest_names(sayso, told):
    ran = sayso("what", "--holder", "Orskk")
    assert (ran.exit_code, ran.stderr.count("\n")) == (1, 1)
    assert 'Near to it: "Lena Orsk"' in ran.stderr


def test_nothing_found_is_said(sayso, told, karsk):
    assert sayso("what", "--type", "AID").stdout == "Nothing found.\n"
    assert sayso("what", karsk, "--type", "AID").stdout == "Nothing found.\n"


def test_only_events_without_a_type_are_counted_not_denied(sayso, told):
    assert sayso("what", "--holder", "Front", "--factuality", "Uu").stdout == (
        "1 event without a type: --all\n"
    )
