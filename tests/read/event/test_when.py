"""When an event happened: the time of its own clause, not that of saying it; and what is history."""

from __future__ import annotations

import pytest

from sayso.model import Report, Span, Time, TimexType
from sayso.read import times
from sayso.read.event.when import is_history, when
from sayso.read.found import Found
from sayso.read.syntax import parse
from tests.read.event.told import trigger


def time_of(text: str, word: str, *said: str) -> str | None:
    """Return the words of the time of an event; ``said`` are words of times at which something was said."""
    report = Report.of("r", text, published="2021-08-26", language="en")
    found = times.find(report, Found(parse(text)))
    said_on = frozenset(time.id for time in found.times if time.span.exact in said)
    time = when(found, trigger(found.syntax, word), said_on)
    return time.span.exact if time else None


@pytest.mark.parametrize(
    ("text", "word", "time"),
    [
        ("Rebels attacked the village on Monday.", "attacked", "Monday"),
        ("On Monday, rebels attacked the village.", "attacked", "Monday"),
        ("Ten soldiers were killed in May 2015.", "killed", "May 2015"),
        ("The attack on Monday killed ten soldiers.", "attack", "Monday"),
        ("Rebels attacked the village.", "attacked", None),
        ("The minister said on Tuesday that rebels had attacked the village.", "attacked", None),
        ("Rebels attacked the village after the army withdrew on Monday.", "attacked", None),
        ("Rebels attacked the village after the army withdrew on Monday.", "withdrew", "Monday"),
        ("Rebels attacked the village for three days.", "attacked", None),
    ],
)
def test_time_is_that_of_the_events_own_clause(text: str, word: str, time: str | None) -> None:
    assert time_of(text, word) == time


def test_time_of_saying_is_not_the_time_of_the_event() -> None:
    text = "Rebels attacked the village on Monday."
    assert (time_of(text, "attacked"), time_of(text, "attacked", "Monday")) == ("Monday", None)


@pytest.mark.parametrize(
    ("latest", "published", "history"),
    [
        ("1989-12-31", "2021-08-26", True),
        ("2021-08-24", "2021-08-26", False),
        ("2020-08-26", "2021-08-26", False),
        ("2020-08-25", "2021-08-26", True),
        ("1989-12-31", None, False),
        (None, "2021-08-26", False),
        ("PAST_REF", "2021-08-26", False),
        ("2021-09-30", "2021-08-26", False),
    ],
)
def test_more_than_a_year_before_publication_is_history(
    latest: str | None, published: str | None, history: bool
) -> None:
    time = Time("t1", Span.of("then", 0, 4), TimexType.DATE, latest=latest)
    assert is_history(Report.of("r", "then", published=published), time) is history


def test_event_without_a_time_is_no_history() -> None:
    assert is_history(Report.of("r", "then", published="2021-08-26"), None) is False
