import json

import msgspec
import pytest

from sayso.evaluate.classes import Classes
from sayso.evaluate.counts import Counts, Sides
from sayso.evaluate.events import Score, score
from sayso.evaluate.figures import Figures
from sayso.evaluate.happenings import gold_of
from sayso.evaluate.slots import Filled
from sayso.model import (
    Basis,
    Claim,
    Event,
    Factuality,
    Figure,
    FigureKind,
    Findings,
    Party,
    PartyType,
    Place,
    Report,
    Slot,
    SlotName,
    Span,
    Time,
    TimexType,
)

TEXT = "Rebels shelled Orlin on Monday and killed at least 14 people, the mayor said. Talks began."


def place(words):
    return {"start": TEXT.index(words), "end": TEXT.index(words) + len(words)}


def span(words):
    return Span.of(TEXT, *place(words).values())


SHELLED = {
    "id": "e1", "trigger": place("shelled"), "type": "ASSAULT", "actor": "fvm", "recipient": "people of Orlin",
    "place": "orlin", "time": "2019-10-14", "held": "happened", "by": "s1", "factuality": "CT+",
    "figures": [{"what": "killed", "words": "at least 14", "number": 14, "low": 14, "high": None}],
}  # fmt: skip
ENTITIES = [
    {"id": "fvm", "name": "Free Valley Movement", "also": ["Rebels"]},
    {"id": "mayor", "name": "the mayor", "also": []},
    {"id": "orlin", "name": "Orlin", "also": []},
]
PARTIES = (
    Party("p1", "Rebels", PartyType.ARMED_GROUP),
    Party("p2", "the mayor", PartyType.PERSON),
    Party("p3", "residents of Orlin", PartyType.PEOPLE),
)
ORLIN, MONDAY = Place("l1", "Orlin"), Time("t1", span("Monday"), TimexType.DATE, "2019-10-14")
FOURTEEN = Figure(FigureKind.KILLED, 14, 14, None, span("at least 14"))
EVENT = Event("x1", span("shelled"), "ASSAULT", None, ("p1",), ("p3",), "l1", "t1", (FOURTEEN,))
SAID = Claim("c1", ("p2", "report"), Factuality.CT_PLUS, Basis.TOLD, "x1")
SILENT = Claim("c2", ("report",), Factuality.UU, Basis.TOLD, "x1")
ONE = Counts(1, 1, 1)
RIGHT = Filled(right=1, given=1, marked=1, judged=1)


def gold(*events, **changed):
    statements = [{"id": "s1", "speaker": "mayor"}, {"id": "s2", "speaker": None}]
    line = {"id": "g", "text": TEXT, "entities": ENTITIES, "statements": statements}
    return gold_of(json.dumps(line | {"events": [*events, SHELLED | changed]}))


def found(*events, claims=(SAID, SILENT), times=(MONDAY,)):
    return Findings(Report.of("g", TEXT), PARTIES, (ORLIN,), times, events=events, claims=claims)


def with_(event=EVENT, **changed):
    return msgspec.structs.replace(event, **changed)


def test_event_found_whole_is_right_in_all():
    assert score(gold(), found(EVENT)) == Score(
        Sides(1, 1, 1, 1), ONE, ONE, ONE, Classes((("happened", "happened"),)), RIGHT, RIGHT, RIGHT, RIGHT, ONE,
        Figures(ONE, ONE, ONE),
    )  # fmt: skip


def test_event_elsewhere_is_not_found():
    other = with_(trigger=span("began"), figures=())
    assert score(gold(), found(other)) == Score(Sides(0, 1, 0, 1), Counts(0, 0, 1), figures=Figures(Counts(0, 0, 1)))


def test_event_without_a_type_is_found_but_costs_no_precision():
    assert score(gold(), found(with_(type=None))).found == Sides(0, 0, 1, 1)


def test_of_two_events_on_a_trigger_the_one_of_the_same_type_meets():
    scored = score(gold(), found(with_(id="x0", type="COERCE"), EVENT))
    assert (scored.found, scored.type, scored.holder) == (Sides(1, 2, 1, 1), ONE, ONE)


@pytest.mark.parametrize(
    ("marked", "actors", "filled"),
    [
        ("fvm", ("p2", "p1"), RIGHT),
        ("fvm", ("p2",), Filled(given=1, marked=1, judged=1)),
        ("fvm", (), Filled(marked=1, empty=1, judged=1)),
        (None, ("p1",), Filled(given=1, judged=1)),
        (None, (), Filled(neither=1, judged=1)),
        ("a group of rebels", ("p1",), RIGHT),
    ],
)
def test_actor_is_right_wrong_or_empty(marked, actors, filled):
    assert score(gold(actor=marked), found(with_(actors=actors))).actor == filled


def test_words_of_a_slot_that_stand_for_no_party_are_judged_too():
    words = Slot(SlotName.ACTOR, span("Rebels"))
    assert score(gold(), found(with_(actors=(), slots=(words,)))).actor == RIGHT


def test_rows_of_a_slot_tell_wrong_from_empty():
    rows = {row.figure: row for row in (RIGHT + Filled(marked=1, empty=1, judged=1)).rows("actor")}
    shares = (rows["actor"].precision, rows["actor"].recall, rows["actor_right"].f1, rows["actor_empty"].f1)
    assert shares == (1, 0.5, 0.5, 0.5)


@pytest.mark.parametrize(("value", "right", "within"), [("2019-10", 1, 0), ("2019-10-14", 1, 1), ("2018", 0, 0)])
def test_time_is_right_where_it_has_a_day_in_common(value, right, within):
    time = Time("t1", span("Monday"), TimexType.DATE, value)
    scored = score(gold(), found(EVENT, times=(time,)))
    assert (scored.time.right, scored.time_within) == (right, Counts(within, 1, 1))


@pytest.mark.parametrize(
    ("by", "holder", "factuality", "right"),
    [
        ("s1", ("p2", "report"), Factuality.CT_PLUS, True),
        ("s1", ("p1", "report"), Factuality.CT_PLUS, False),
        ("s2", ("p3", "report"), Factuality.CT_PLUS, True),
        ("s2", (None, "report"), Factuality.CT_PLUS, True),
        ("s2", ("report",), Factuality.CT_PLUS, False),
        ("report", ("report",), Factuality.CT_PLUS, True),
        ("report", ("p2", "report"), Factuality.CT_PLUS, False),
    ],
)
def test_holder_is_the_nearest_who_commits_to_it(by, holder, factuality, right):
    claim = Claim("c1", holder, factuality, Basis.TOLD, "x1")
    claims = (claim,) if holder == ("report",) else (claim, SILENT)
    assert score(gold(by=by), found(EVENT, claims=claims)).holder == Counts(int(right), 1, 1)


@pytest.mark.parametrize(
    ("held", "marked", "found_", "pair"),
    [
        ("did not happen", None, Factuality.CT_MINUS, ("not", "not")),
        ("did not happen", "CT-", Factuality.CT_PLUS, ("not", "happened")),
        ("planned", "PR+", Factuality.UU, ("uncertain", "uncertain")),
        ("planned", "CT+", Factuality.CT_PLUS, ("uncertain", "happened")),
        ("reported", None, Factuality.PS_PLUS, ("uncertain", "uncertain")),
        ("reported", None, Factuality.CT_PLUS, ("happened", "happened")),
        ("reported", "CT+", Factuality.PR_PLUS, ("happened", "uncertain")),
    ],
)
def test_factuality_is_that_of_the_holder_in_three_ways(held, marked, found_, pair):
    claim = Claim("c1", ("p2",), found_, Basis.TOLD, "x1")
    scored = score(gold(held=held, factuality=marked), found(EVENT, claims=(claim, SILENT)))
    assert scored.factuality == Classes((pair,))


@pytest.mark.parametrize(("own", "right"), [(Factuality.UU, "happened"), (Factuality.CT_PLUS, None)])
def test_report_does_not_vouch_for_what_is_unconfirmed(own, right):
    marked = gold(held="reported, unconfirmed", factuality=None)
    claims = (SAID, Claim("c2", ("report",), own, Basis.TOLD, "x1"))
    scored = score(marked, found(EVENT, claims=claims))
    assert (scored.factuality, scored.complete.right) == (Classes((("happened", right),)), int(right is not None))


def test_event_without_a_claim_has_neither_holder_nor_factuality():
    scored = score(gold(), found(EVENT, claims=()))
    assert (scored.holder, scored.factuality) == (Counts(0, 1, 1), Classes((("happened", None),)))


def test_figure_with_another_value_or_on_another_event_is_found():
    at_most = msgspec.structs.replace(FOURTEEN, low=None, high=14)
    killed = Event("x2", span("killed"), figures=(at_most,))
    scored = score(gold(), found(with_(figures=()), killed))
    assert scored.figures == Figures(ONE, Counts(0, 1, 1), Counts(0, 1, 1))


@pytest.mark.parametrize(("words", "met"), [("at least 14 people", 1), ("at least 40", 0), ("dozens", 0)])
def test_figure_is_told_by_its_digits(words, met):
    figure = msgspec.structs.replace(FOURTEEN, span=Span(0, 0, words))
    assert score(gold(), found(with_(figures=(figure,)))).figures.found == Counts(met, 1, 1)


def test_every_figure_has_a_row():
    assert [row.figure for row in score(gold(), found(EVENT)).rows()] == [
        "found", "complete", "type", "holder", "factuality", "factuality_macro_f1", "actor", "actor_right",
        "actor_empty", "recipient", "recipient_right", "recipient_empty", "place", "place_right", "place_empty",
        "time", "time_right", "time_empty", "time_within", "figures", "figure_value", "figure_event",
    ]  # fmt: skip
