import pytest

from sayso.errors import BadLine
from sayso.evaluate.counts import Counts
from sayso.evaluate.times import Gold, Score, Timex, gold_of, score
from sayso.model import Span, Time, TimexType

TEXT = "They met on Monday and left a day later."
GOLD = Gold("g", TEXT, (Timex(12, 18, TimexType.DATE, "2021-08-23"), Timex(28, 39, TimexType.DATE, "2021-08-24")))


def time(start, end, value, type=TimexType.DATE):
    return Time("t", Span.of(TEXT, start, end), type, value)


def test_same_times_are_all_right():
    found = [time(12, 18, "2021-08-23"), time(28, 39, "2021-08-24")]
    assert score(GOLD, found) == Score(*[Counts(2, 2, 2)] * 4)


def test_part_of_an_expression_is_relaxed():
    found = [time(28, 33, "P1D", TimexType.DURATION), time(0, 4, None)]
    assert score(GOLD, found) == Score(Counts(0, 2, 2), Counts(0, 2, 2), Counts(1, 2, 2), Counts(0, 2, 2))


def test_date_of_publication_is_known_by_either_name():
    assert Gold("g", TEXT, (), dct="2021-08-26").report().published == "2021-08-26"
    assert Gold("g", TEXT, (), published="2021-08-26T10:00Z").report().published == "2021-08-26"


def test_line_of_another_shape_is_named():
    with pytest.raises(BadLine, match="Invalid enum value"):
        gold_of('{"id": "g", "text": "now", "timex": [{"start": 0, "end": 3, "type": "CLOCK"}]}')
