import json

import pytest
from msgspec.structs import replace

from sayso.export.plover import lines, records, untyped
from sayso.model import Factuality, Figure, FigureKind, TimexType
from tests.export.happenings import CLAIMS, EVENTS, PARTIES, TEXT, TIMES, at, findings

ARMY = {"entity_text": "the army", "code": "ORS", "sector": "UAF", "party": "p1", "party_type": "armed_group"}


def unknown(words, **fields):
    return {"entity_text": words, "code": None, "sector": None, "party": None, "party_type": None} | fields


def first(**fields):
    """The first record, where fields of the first event are replaced."""
    return next(records(replace(findings(), events=(replace(EVENTS[0], **fields),))))


def test_record_has_the_fields_of_plover_and_who_holds_it():
    assert json.loads(lines(findings()).splitlines()[1]) == {
        "id": "shots-e1-c2", "date": "2021-08-24", "time": None, "enddate": None, "endtime": None,
        "actor": [ARMY], "recipient": [unknown("dockers")], "event": ["ASSAULT"], "mode": ["firearms"], "context": [],
        "event_loc": {
            "name": "Port Orsk", "lat": 12.5, "lon": -3.25, "geonameid": 123, "feature_code": "PPL", "country": "ORS",
            "admin1": None, "resolution": 4, "precision": "city",
        },
        "event_text": ["shot dead"], "quad_code": 4, "event_scale": -9.0,
        "size": {"dead": None, "injured": None, "arrested": None}, "text": "the shooting",
        "text_info": {"sequence": 1, "start": 96, "end": 108, "text_sha256": findings().report.text_sha256},
        "cite_info": {
            "publication": "Tidewater Post", "title": "Shots in the port", "url": "https://example.org/shots",
            "language": "en", "codebook": "PLOVER",
        },
        "coder": "sayso", "has_event": True, "report": "shots", "published": "2021-08-26",
        "event_id": "e1", "claim_id": "c2",
        "holder": [ARMY, unknown("reports from the harbour"), unknown("the report", party="report")],
        "factuality": "CT-", "basis": "told", "background": False, "date_precision": "day",
        "figures": [{
            "what": "killed", "number": 29, "low": 29, "high": None, "unit": None,
            "span": {"start": 19, "end": 30, "exact": "at least 29"},
            "of": {"start": 31, "end": 38, "exact": "dockers"},
        }],
        "score": 0.9, "made_by": "events@1", "status": "machine",
    }  # fmt: skip


def test_words_of_a_record_stand_where_it_says():
    for record in records(findings()):
        assert TEXT[record.text_info.start : record.text_info.end] == record.text


def test_dead_are_counted_for_who_says_so_and_not_for_who_denies_it():
    assert [record.size.dead for record in records(findings())][:2] == [29, None]


def test_two_figures_of_a_kind_give_no_size():
    figures = (*EVENTS[0].figures, Figure(FigureKind.KILLED, 3, 3, 3, at("29")))
    assert first(figures=figures).size.dead is None


def test_injured_and_arrested_have_their_own_size():
    figures = (Figure(FigureKind.INJURED, 3.0, 3, 3, at("29")), Figure(FigureKind.DETAINED, 4, 4, 4, at("29")))
    size = first(figures=figures).size
    assert (size.dead, size.injured, size.arrested) == (None, 3, 4)


def test_event_without_a_type_is_left_out_and_counted():
    assert {record.event_id for record in records(findings())} == {"e1", "e2", "e4"}
    assert untyped(findings()) == 1


def test_event_without_a_date_has_none_and_not_that_of_the_report():
    assert (first(time=None).date, first(time=None).enddate, first(time=None).published) == (None, None, "2021-08-26")


def test_span_of_days_has_a_first_and_a_last_day():
    assert [(record.date, record.enddate, record.date_precision) for record in records(findings())][-1] == (
        "1994-01-01", "1994-12-31", "year",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("value", "time"), [("2021-08-24T09:30", "09:30"), ("2021-08-24TMO", None), ("2021-08-24", None), (None, None)]
)
def test_time_of_day_is_given_where_the_hour_is_known(value, time):
    found = replace(findings(), times=(replace(TIMES[0], type=TimexType.TIME, value=value), TIMES[1]))
    assert next(records(found)).time == time


def test_accusation_has_no_score_since_that_of_plover_is_faulty():
    assert first(type="ACCUSE", mode="allege").event_scale is None


def test_kosovo_has_the_code_of_plover():
    found = replace(findings(), parties=(replace(PARTIES[0], country="XKX"), *PARTIES[1:]))
    assert next(records(found)).actor[0].code == "KOS"


def test_event_that_no_one_holds_is_a_record_without_a_holder():
    [record] = records(replace(findings(), events=EVENTS[:1], claims=()))
    assert (record.id, record.holder, record.factuality, record.text) == ("shots-e1", (), None, "shot dead")


def test_claim_on_several_spans_goes_from_the_first_to_the_last():
    spread = replace(CLAIMS[0], spans=(at("Soldiers"), at("at least 29")), factuality=Factuality.PR_PLUS)
    record = next(records(replace(findings(), claims=(spread,))))
    assert (record.text, record.text_info.start, record.text_info.end) == ("Soldiers … at least 29", 0, 30)


def test_place_in_words_alone_has_a_name_and_nothing_else():
    slots = (replace(EVENTS[0].slots[2], id=None),)
    where = first(place=None, slots=slots).event_loc
    assert (where.name, where.lat, where.resolution) == ("Port Orsk", None, None)
