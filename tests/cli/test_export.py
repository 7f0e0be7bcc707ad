import csv
import io
import json

import pytest
from msgspec.structs import replace

from sayso.export.table import header
from sayso.export.tables import TABLES
from tests.export import happenings


@pytest.fixture
def shots(sayso, monkeypatch, tmp_path):
    """A record with the sample that has events."""

    def read(report):
        return replace(happenings.findings(), report=report)

    monkeypatch.setattr("sayso.read.pipeline.read", read)
    (tmp_path / "shots.txt").write_text(happenings.TEXT, encoding="utf-8")
    assert sayso("add", "shots.txt", "--published", "2021-08-26", "--outlet", "Tidewater Post").exit_code == 0
    return "record.sayso"


def test_show_tells_what_happened(sayso, shots):
    shown = sayso("show", "shots").stdout
    assert "What happened, according to whom · 4 events\n  E1  Soldiers shot dead" in shown
    assert shown.endswith("1 more event without a type: --all\n")
    assert "  E3  =Tugs moved\n" in sayso("show", "shots", "--all").stdout


def test_page_shows_everything_on_demand(sayso, shots):
    assert 'id="event-3"' not in sayso("show", "shots", "--html", "-").stdout
    assert 'id="event-3"' in sayso("show", "shots", "--html", "-", "--all").stdout


def test_read_tells_what_happened(sayso, shots):
    assert sayso("read", "shots.txt", "--all").stdout.splitlines()[-2:] == [
        "      shelled · ASSAULT heavy-weapons · 1994 · in the old town · the army",
        "      certain, according to the report",
    ]


def test_plover_is_a_line_a_claim_and_says_what_it_left_out(sayso, shots):
    ran = sayso("export", "plover")
    assert [json.loads(line)["id"] for line in ran.stdout.splitlines()] == [
        "shots-e1-c1", "shots-e1-c2", "shots-e2-c3", "shots-e4-c5",
    ]  # fmt: skip
    assert (ran.exit_code, ran.stderr) == (0, "sayso: left out 1 event without a PLOVER type\n")


def test_plover_as_csv_has_the_same_claims(sayso, shots):
    rows = list(csv.DictReader(io.StringIO(sayso("export", "plover", "--format", "csv").stdout, newline="")))
    assert [(row["id"], row["holder"], row["factuality"]) for row in rows] == [
        ("shots-e1-c1", "residents", "CT+"), ("shots-e1-c2", "the army", "CT-"),
        ("shots-e2-c3", "the report", "PS+"), ("shots-e4-c5", "the report", "CT+"),
    ]  # fmt: skip


def test_map_has_the_events_with_coordinates_and_counts_the_others(sayso, shots, tmp_path):
    ran = sayso("export", "geojson", "--output", "map.geojson")
    found = json.loads((tmp_path / "map.geojson").read_text())
    assert (ran.exit_code, ran.stdout) == (0, "")
    assert [feature["id"] for feature in found["features"]] == ["shots-e1-c1", "shots-e1-c2"]
    assert ran.stderr == "sayso: wrote map.geojson\nsayso: left out 3 events without coordinates\n"


def test_tables_are_written_to_a_folder_one_a_noun(sayso, shots, tmp_path):
    ran = sayso("export", "csv", "out/tables")
    assert (ran.exit_code, ran.stdout) == (0, "")
    assert ran.stderr.startswith("sayso: wrote reports.csv, parties.csv, ")
    written = sorted(path.name for path in (tmp_path / "out" / "tables").iterdir())
    assert written == sorted(f"{table.name}.csv" for table in TABLES)


def test_tables_that_cannot_be_written_leave_no_unfinished_file(sayso, shots, tmp_path):
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "claims.csv").mkdir()
    (tmp_path / "tables" / "claims.csv" / "kept").touch()
    ran = sayso("export", "csv", "tables")
    assert (ran.exit_code, ran.stderr.count("\n")) == (1, 1)
    assert "tables cannot be written" in ran.stderr
    assert [path.name for path in (tmp_path / "tables").iterdir() if path.suffix == ".unfinished"] == []


def test_folder_that_is_a_file_is_a_failure_in_one_line(sayso, shots):
    ran = sayso("export", "csv", "shots.txt")
    assert (ran.exit_code, ran.stderr.count("\n")) == (1, 1)


@pytest.mark.parametrize("arguments", [("plover", "--format", "csv"), ("--format", "csv")])
def test_byte_order_mark_comes_first_on_demand(sayso, shots, arguments):
    plain = sayso("export", *arguments).stdout_bytes
    assert sayso("export", *arguments, "--bom").stdout_bytes == b"\xef\xbb\xbf" + plain


def test_every_table_has_a_byte_order_mark_on_demand(sayso, shots, tmp_path):
    sayso("export", "csv", "tables", "--bom")
    assert {path.read_bytes()[:3] for path in (tmp_path / "tables").iterdir()} == {b"\xef\xbb\xbf"}


@pytest.mark.parametrize(
    "arguments",
    [
        (), ("csv",), ("plover", "folder"), ("geojson", "--format", "jsonl"), ("csv", "folder", "--format", "csv"),
        ("csv", "folder", "--output", "file"), ("plover", "--bom"), ("geojson", "--bom"), ("everything",),
    ],
)  # fmt: skip
def test_wishes_that_do_not_go_together_are_wrong_usage(sayso, shots, arguments):
    assert sayso("export", *arguments).exit_code == 2


def test_empty_record_gives_empty_exports(sayso, shots, monkeypatch):
    monkeypatch.setattr("sayso.record.Record.reports", lambda self: ())
    assert sayso("export", "plover").stdout == ""
    assert json.loads(sayso("export", "geojson").stdout) == {"type": "FeatureCollection", "features": []}
    assert sayso("export", "--format", "csv").stdout_bytes == header().encode()
