import json
from datetime import date

import pytest

from sayso.errors import BadLine
from sayso.evaluate.happenings import Days, days, gold_of

EVENT = {"id": "e1", "trigger": {"start": 0, "end": 4}, "held": "happened", "by": "report"}


@pytest.mark.parametrize(
    ("value", "earliest", "latest"),
    [
        ("2018-12-19", (2018, 12, 19), (2018, 12, 19)),
        ("2018-12-19T10:00", (2018, 12, 19), (2018, 12, 19)),
        ("2018-02", (2018, 2, 1), (2018, 2, 28)),
        ("2018-W26", (2018, 6, 25), (2018, 7, 1)),
        ("2018-W03-WE", (2018, 1, 20), (2018, 1, 21)),
        ("2017-SU", (2017, 6, 1), (2017, 8, 31)),
        ("2017-Q2", (2017, 4, 1), (2017, 6, 30)),
        ("2017-H2", (2017, 7, 1), (2017, 12, 31)),
        ("2017", (2017, 1, 1), (2017, 12, 31)),
        ("199X (late)", (1990, 1, 1), (1999, 12, 31)),
        ("197", (1970, 1, 1), (1979, 12, 31)),
        ("18XX", (1800, 1, 1), (1899, 12, 31)),
        ("2017-01/2017-07", (2017, 1, 1), (2017, 7, 31)),
    ],
)
def test_value_of_timex3_is_days(value, earliest, latest):
    assert days(value) == Days(date(*earliest), date(*latest))


@pytest.mark.parametrize("value", ["P3D", "PAST_REF", "2018-13", "2018/P3D", "2016/2017/2018"])
def test_value_that_names_no_days_is_none(value):
    assert days(value) is None


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"held": "dreamt"}, '"dreamt" is no way to hold event "e1"'),
        ({"by": "s7"}, 'Event "e1" is told by "s7"'),
        ({"time": "soon"}, 'The time "soon" of event "e1" names no days'),
    ],
)
def test_event_with_a_field_that_cannot_be_is_named(changed, message):
    with pytest.raises(BadLine, match=message):
        gold_of(json.dumps({"id": "g", "text": "Rain", "entities": [], "events": [EVENT | changed]}))
