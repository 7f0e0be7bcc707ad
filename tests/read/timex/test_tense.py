import pytest

from sayso.read.syntax import parse
from sayso.read.timex.tense import Tense, tense_at


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Monday.", Tense.PAST),
        ("They have met since Monday.", Tense.PAST),
        ("They will meet on Monday.", Tense.FUTURE),
        ("The talks are due to resume Monday.", Tense.FUTURE),
        ("He plans to leave on Monday.", Tense.FUTURE),
        ("The talks begin on Monday.", Tense.PRESENT),
        ("The truce was extended until Monday.", Tense.FUTURE),
        ("The vote was put on hold until at least Monday.", Tense.FUTURE),
        ("The truce lasted until Monday.", Tense.OPEN),
        ("They will appeal against Monday's ruling.", Tense.OPEN),
        ("They will run in Monday's election.", Tense.FUTURE),
        ("Monday.", Tense.OPEN),
    ],
)
def test_tense_is_that_of_the_governing_verb(text, expected):
    assert tense_at(parse(text), text.index("Monday")) == expected
