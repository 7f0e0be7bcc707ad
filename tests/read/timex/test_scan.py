"""What counts as a time expression, and how far it reaches."""

import pytest

from sayso.read.timex.scan import expressions


def found(text):
    return [text[hit.start : hit.end] for hit in expressions(text)]


@pytest.mark.parametrize(
    "text",
    [
        "September 9, 2001", "Aug. 24", "24 August 2021", "24 Aug.", "the 9th of September", "2021-08-24",
        "24/08/2021",
        "2021-08-24T10:30Z", "9/11", "the late 1990s", "mid-1996", "early September", "the end of June",
        "the first week of August", "earlier this month", "the 1980s", "the nineties", "the 20th century",
        "last Tuesday",
        "Tuesday, August 24", "Tue., Aug. 24", "Tuesday of last week", "July last year", "the following Monday",
        "yesterday",
        "the day before yesterday", "this week", "last year", "the same day", "last weekend", "this summer",
        "summer of 2015",
        "the winter of 2017", "third-quarter", "the fourth quarter of 2020", "the first half of 2018",
        "the past 40 years",
        "more than four hours", "two and a half years", "two-year", "several-year", "two weeks ago",
        "three months earlier",
        "a year ago", "a few days later", "ten days from now", "half an hour later", "a fortnight ago", "year-end",
        "Friday evening", "Friday at 5 p.m.", "5 p.m. on Friday", "midnight Friday", "mid-afternoon yesterday",
        "5 p.m. EST, Nov. 6", "0735 GMT", "this morning", "last night", "the next morning", "overnight", "tonight",
        "every Friday", "each July", "every two weeks", "twice a week", "Tuesday nights", "Fridays", "daily",
        "now", "recently", "soon", "recent months", "Christmas Eve", "Easter Sunday", "1994 or later",
        "two\nyears ago",
    ],
)  # fmt: skip
def test_expression_is_found_whole(text):
    assert found(f"On and on, {text}, it went.") == [text.rstrip(",")]


@pytest.mark.parametrize(
    "text",
    [
        "They may march on the second city.", "Mrs May said so.", "Some 2000 people fled.", "It cost $1999 in all.",
        "The Sunday Times reported it.", "He is 37 years old.", "the 32-year-old fighter", "sales of $2 a year",
        "one day they will follow", "as soon as possible", "The Daily Mail", "resolution 1973", "USA Today wrote",
        "half of the men fell", "Bloody Sunday", "a March for Life", "Iraq imports three-quarters of it",
        "2.46 billion",
        "working 23 hours a day", "his fall in 2003's poll".replace("2003's poll", "favour"), "the Today programme",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_time_is_left(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("from 8-10 August on", ["8", "10 August"]),
        ("between 8 and 10 August", ["8", "10 August"]),
        ("August 18-20", ["August 18", "20"]),
        ("in 2014-18", ["2014", "18"]),
        ("two days before the fall", ["two days"]),
        ("He left two days before.", ["two days before"]),
        ("Saddam's fall in 2003", ["2003"]),
    ],
)
def test_ranges_and_events_are_cut_where_a_date_ends(text, times):
    assert found(text) == times
