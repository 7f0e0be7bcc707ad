import json

import pytest

from sayso.evaluate.counts import NEITHER, Sides
from sayso.evaluate.incidents import Score, incident, score
from sayso.evaluate.templates import Options, fills_of, gold_of
from sayso.model import Event, Findings, Party, PartyType, Place, Report, Span, Time, TimexType

TEXT = "GUNMEN KIDNAPPED THE MAYOR OF ORLIN."
TEMPLATE = {
    "optional": False,
    "incident_type": [{"value": "KIDNAPPING"}],
    "incident_date": [{"value": "1 NOV 89 - 5 NOV 89"}],
    "incident_location": [{"value": "KESHARIA: ORLIN (CITY)"}],
    "perp_organization_id": [{"strings": ["FREE VALLEY MOVEMENT", "FVM"]}],
    "hum_tgt_name": [{"strings": ["ANA TOTH"]}],
    "hum_tgt_description": [{"strings": ["MAYOR", "ANA TOTH"]}, {"strings": ["DRIVER"], "optional": True}],
}
EVENT = Event("e", Span.of(TEXT, 7, 16), "ASSAULT", "abduct", actors=("f", "g"), recipients=("m",), place="o", time="t")
PARTIES = (
    Party("f", "FVM", PartyType.ARMED_GROUP),
    Party("g", "Gunmen", PartyType.PEOPLE),
    Party("m", "The mayor", PartyType.PERSON),
    Party("d", "a driver", PartyType.PERSON),
)
ORLIN = Place("o", "Orlin")
DAY = Time("t", Span(0, 0, ""), TimexType.DATE, "1989-11-03")
ONE = Sides(1, 1, 1, 1)


def gold(*templates):
    return gold_of(json.dumps({"id": "g", "text": TEXT, "date": "1989-11-06", "templates": templates}))


def found(*events, time=DAY):
    return Findings(Report.of("g", TEXT), PARTIES, (ORLIN,), (time,), events=events)


def test_date_of_the_report_is_known():
    assert gold().report().published == "1989-11-06"


def test_incident_found_whole_is_right_in_every_slot():
    assert score(gold(TEMPLATE), found(EVENT)) == Score(ONE, ONE, ONE, ONE, ONE)
    assert score(gold(TEMPLATE), found(EVENT)).mean_f1 == 1


def test_what_is_optional_is_neither_missed_nor_wrong():
    other = Event("e", EVENT.trigger, "ASSAULT", "abduct", recipients=("d",))
    assert score(gold(TEMPLATE), found(other)).victim == Sides(0, 0, 0, 1)
    assert score(gold(TEMPLATE | {"optional": True}), found(EVENT)) == Score()


@pytest.mark.parametrize(
    ("written", "right"), [("03 NOV 89", 1), ("- 6 NOV 89", 1), ("2 NOV 89", 0), ("4 NOV 89 - 6 NOV 89", 0)]
)
def test_date_lies_within_the_marked_one(written, right):
    template = {"incident_date": [{"value": written}]}
    assert score(gold(template), found(EVENT)).date == Sides(right, 1, right, 1)


def test_country_counts_only_where_nothing_else_is_marked():
    fills = [fills_of(gold({"incident_location": [{"value": value}]})).place for value in ("PERU", "PERU: LIMA")]
    assert fills == [(Options(frozenset({"peru"}), False),), (Options(frozenset({"lima"}), False),)]


def test_event_of_another_type_is_no_incident():
    assert score(gold(), found(Event("e", EVENT.trigger, "CONSULT"))) == Score(*[NEITHER] * 5)
    kinds = [incident(Event("e", EVENT.trigger, *one)) for one in (("COERCE",), ("COERCE", "seize"), ("ASSAULT",))]
    assert kinds == [None, "ROBBERY", "ATTACK"]
