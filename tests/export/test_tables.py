import pytest

from sayso.export.tables import TABLES
from tests.export import happenings, samples

TABLE = {table.name: table for table in TABLES}


def rows(name, found):
    table = TABLE[name]
    names = [column.name for column in table.columns]
    return [dict(zip(names, row, strict=True)) for row in table.rows(found)]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_row_has_a_cell_for_every_column(table):
    for found in (samples.findings(), happenings.findings()):
        assert {len(row) for row in table.rows(found)} <= {len(table.columns)}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_columns_are_named_once_and_begin_with_the_report(table):
    names = [column.name for column in table.columns]
    assert names[0] == "report"
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("name", "column", "of", "key"),
    [
        ("events", "place", "places", "place"), ("events", "time", "times", "time"),
        ("slots", "event", "events", "event"), ("figures", "event", "events", "event"),
        ("claims", "event", "events", "event"), ("claims", "attribution", "attributions", "attribution"),
        ("holders", "claim", "claims", "claim"), ("attributions", "speaker", "parties", "party"),
    ],
)  # fmt: skip
def test_ids_of_a_table_are_those_of_another(name, column, of, key):
    found = happenings.findings()
    assert {row[column] for row in rows(name, found)} - {None} <= {row[key] for row in rows(of, found)}


def test_event_has_its_words_its_codes_and_its_dates():
    assert rows("events", happenings.findings())[3] == {
        "report": "shots", "event": "e4", "start": 231, "end": 238, "exact": "shelled", "type": "ASSAULT",
        "mode": "heavy-weapons", "quad": 4, "actors": "p1", "recipients": "", "place": "l2", "time": "t2",
        "date": "1994-01-01", "enddate": "1994-12-31", "background": 1, "score": 0.7, "made_by": "events@1",
    }  # fmt: skip


def test_slot_is_listed_with_its_words_or_without_any():
    assert [tuple(row.values())[1:] for row in rows("slots", happenings.findings())][4:] == [
        ("e2", "actor", "p3", 150, 166, "Marshal Ari Venn"),
        ("e2", "recipient", "p4", 180, 189, "the union"),
        ("e2", "time", None, 190, 199, "on Sunday"),
        ("e3", "actor", None, 201, 206, "=Tugs"),
        ("e4", "place", "l2", 239, 251, "the old town"),
        ("e4", "actor", "p1", None, None, None),
        ("e4", "time", "t2", None, None, None),
    ]


def test_figure_has_number_bounds_and_words():
    assert [tuple(row.values()) for row in rows("figures", happenings.findings())] == [
        ("shots", "e1", "killed", 29, 29, None, None, "dockers", 19, 30, "at least 29"),
    ]


def test_chain_of_holders_is_a_row_a_link():
    assert [tuple(row.values())[1:] for row in rows("holders", happenings.findings())][2:5] == [
        ("c2", 1, "p1", "the army"), ("c2", 2, None, "reports from the harbour"), ("c2", 3, "report", "the report"),
    ]  # fmt: skip


def test_attribution_has_ids_where_the_flat_table_has_names():
    row = rows("attributions", samples.findings())[3]
    assert (row["speaker"], row["parent"], row["deadline"], row["condition"], row["consequence"]) == (
        "p3", "a3", "t2", "the army left by Friday", "they would open the gates",
    )  # fmt: skip


def test_content_in_pieces_goes_from_the_first_to_the_last_and_spans_have_each():
    row = rows("attributions", samples.findings())[1]
    assert row["content_exact"] == "No ship has been fired on … and none will be"
    pieces = [span for span in rows("spans", samples.findings()) if (span["id"], span["part"]) == ("a2", "content")]
    assert [(span["noun"], span["exact"]) for span in pieces] == [
        ("attribution", "No ship has been fired on"), ("attribution", "and none will be"),
    ]  # fmt: skip
    assert (row["content_start"], row["content_end"]) == (pieces[0]["start"], pieces[1]["end"])


def test_words_of_every_span_stand_where_it_says():
    for span in rows("spans", happenings.findings()):
        assert happenings.TEXT[span["start"] : span["end"]] == span["exact"]
