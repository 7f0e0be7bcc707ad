import json

import pytest

from sayso.errors import BadLine
from sayso.evaluate.counts import Counts, Sides
from sayso.evaluate.disputes import Score, gold_of, score
from sayso.model import Matter, MatterKind, Side, SideSpan, Span

TEXT = "Ana said the bridge was open on Monday. Ben said nobody could cross it. It was shelled."


def place(words):
    return {"start": TEXT.index(words), "end": TEXT.index(words) + len(words)}


LINE = {
    "id": "g", "text": TEXT,
    "statements": [
        {"id": "s1", "content": [place("the bridge was open on Monday")]},
        {"id": "s2", "content": [place("nobody could cross it")]},
    ],
    "events": [{"id": "e1", "trigger": place("shelled")}],
    "disputes": [
        {"about": "the bridge", "kind": "contradiction", "sides": [["s1"], ["s2"]]},
        {"about": "the bridge", "kind": "agreement", "sides": [["s2"], ["e1"]]},
    ],
}  # fmt: skip


def side(*words, report="g"):
    return Side((), spans=tuple(SideSpan(report, Span.of(TEXT, *place(one).values())) for one in words))


def matter(kind, *sides):
    return Matter("m", "", kind, None, "", sides)


def scored(*matters):
    return score(gold_of(json.dumps(LINE)), matters)


def test_dispute_is_found_where_two_sides_meet_two_others():
    found = scored(matter(MatterKind.FIGURES, side("the bridge was open"), side("nobody could cross")))
    one = Counts(1, 1, 1)
    assert found == Score(Sides(1, 1, 1, 2), one, one, Counts(), Counts(0, 1, 1))


def test_event_is_met_by_a_span_that_touches_its_trigger():
    found = scored(matter(MatterKind.SHIFT, side("It was shelled"), side("nobody", "could cross it")))
    assert found == Score(Sides(1, 1, 1, 2), Counts(0, 1, 1), Counts(0, 1, 1), Counts(), Counts(1, 1, 1))


def test_one_side_met_twice_is_no_dispute():
    again = matter(MatterKind.CONTRADICTION, side("the bridge was open"), side("the bridge was open on Monday"))
    elsewhere = matter(MatterKind.CONTRADICTION, side("the bridge was open", report="h"))
    assert scored(again, elsewhere).found == Sides(0, 1, 0, 2)


def test_side_without_its_statement_is_named():
    disputes = [{"kind": "shift", "sides": [["s1"], ["s9"]]}]
    with pytest.raises(BadLine, match='names "s9"'):
        gold_of(json.dumps(LINE | {"disputes": disputes}))
