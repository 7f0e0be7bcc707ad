import pytest

from sayso.compare.fields import apart, compared, factuality
from sayso.compare.propositions import propositions
from sayso.model import Comparison, Factuality, Figure, FigureKind, Findings, Place, Report, Span, Time, TimexType
from tests.compare.making import with_event

DAY = Time("t1", Span(0, 6, "Monday"), TimexType.DATE, "2021-08-23", earliest="2021-08-23", latest="2021-08-23")
WEEK = Time("t2", Span(0, 6, "Monday"), TimexType.DATE, "2021-W34", earliest="2021-08-23", latest="2021-08-29")
BEFORE = Time("t3", Span(0, 6, "Monday"), TimexType.DATE, "2021-08-01", earliest="2021-08-01", latest="2021-08-01")
BASE = Findings(
    Report.of("r1", "Monday: attack, attacked"),
    places=(Place("l1", "Ilin", 1), Place("l2", "Port", 2)), times=(DAY, WEEK, BEFORE),
)  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [("CT+", "CT+", "agrees"), ("CT+", "PS+", "vague"), ("CT+", "CT-", "contradicts"), ("PS+", "PR-", "contradicts"),
     ("CT+", "Uu", "vague")],
)  # fmt: skip
def test_certainties_compare(one, other, relation):
    assert factuality(Factuality(one), Factuality(other)) == relation


@pytest.mark.parametrize(
    ("one", "other", "field", "relation"),
    [
        ({"place": "l1"}, {"place": "l1"}, "place", "agrees"),
        ({"place": "l1"}, {"place": "l2"}, "place", "contradicts"),
        ({}, {"place": "l2"}, "place", "adds"),
        ({"place": "l1"}, {}, "place", None),
        ({"time": "t1"}, {"time": "t1"}, "time", "agrees"),
        ({"time": "t1"}, {"time": "t2"}, "time", "vague"),
        ({"time": "t1"}, {"time": "t3"}, "time", "contradicts"),
        ({"killed": (9, 9)}, {"killed": (9, 9)}, "figures", "agrees"),
        ({"killed": (9, 9)}, {"killed": (5, 10)}, "figures", "vague"),
        ({"killed": (9, 9)}, {"killed": (12, 12)}, "figures", "contradicts"),
    ],
)
def test_fields_compare(one, other, field, relation):
    findings = with_event(BASE, "e1", "attack", "report", "CT+", **one)
    findings = with_event(findings, "e2", "attacked", None, "CT+", **other)
    found = {comparison.field: comparison for comparison in compared(*propositions(findings))}
    assert found.get(field) == (Comparison("e1", "e2", field, relation) if relation else None)


def figure(low, high):
    return Figure(FigureKind.KILLED, low or high, low, high, Span(0, 1, "x"))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [((29, None), (12, 12), True), ((29, None), (40, 40), False), ((None, 10), (11, None), True),
     ((None, None), (1, 1), False)],
)  # fmt: skip
def test_numbers_are_apart_where_their_ranges_do_not_meet(one, other, expected):
    assert apart(figure(*one), figure(*other)) is expected
    assert apart(figure(*other), figure(*one)) is expected
