import csv
import io

from msgspec.structs import replace

from sayso.export.plover import records
from sayso.export.plover_table import COLUMNS, cells, header, rows
from sayso.export.table import unguarded
from tests.export.happenings import EVENTS, findings


def read_back(found):
    return list(csv.DictReader(io.StringIO(header() + rows(found), newline="")))


def test_row_holds_all_of_a_claim():
    assert read_back(findings())[0] == {
        "id": "shots-e1-c1", "date": "2021-08-24", "enddate": "", "date_precision": "day", "time": "",
        "event": "ASSAULT", "mode": "firearms", "quad_code": "4", "event_scale": "-9.0", "actor": "the army",
        "actor_code": "ORS", "actor_sector": "UAF", "recipient": "dockers", "recipient_code": "",
        "recipient_sector": "", "place": "Port Orsk", "lat": "12.5", "lon": "-3.25", "precision": "city",
        "resolution": "4", "geonameid": "123", "country": "ORS", "admin1": "", "dead": "29", "injured": "",
        "arrested": "", "figures": "at least 29", "holder": "residents", "through": "", "factuality": "CT+",
        "basis": "witnessed", "background": "0", "event_text": "shot dead",
        "text": "Soldiers shot dead at least 29 dockers in Port Orsk on Tuesday", "start": "0", "end": "62",
        "report": "shots", "published": "2021-08-26", "publication": "Tidewater Post", "title": "Shots in the port",
        "url": "https://example.org/shots", "language": "en", "event_id": "e1", "claim_id": "c1", "score": "0.9",
        "made_by": "events@1", "status": "machine",
    }  # fmt: skip


def test_row_says_through_whom_a_claim_came():
    assert [(row["holder"], row["through"]) for row in read_back(findings())][1:3] == [
        ("the army", "reports from the harbour"), ("the report", ""),
    ]  # fmt: skip


def test_codes_stand_in_the_order_of_the_actors():
    both = replace(EVENTS[0], actors=("p3", "p1"))
    row = read_back(replace(findings(), events=(both,)))[0]
    assert (row["actor"], row["actor_code"], row["actor_sector"]) == ("Ari Venn; the army", "; ORS", "; UAF")


def test_every_row_has_a_cell_for_every_column():
    assert {len(cells(record)) for record in records(findings())} == {len(COLUMNS)}


def test_words_that_a_spreadsheet_would_run_are_guarded():
    harmful = replace(EVENTS[0], trigger=replace(EVENTS[0].trigger, exact="=1+1"))
    row = read_back(replace(findings(), events=(harmful,)))[0]
    assert (row["event_text"], unguarded(row["event_text"])) == ("'=1+1", "=1+1")
