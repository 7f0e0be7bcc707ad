"""Times on the calendar: TIMEX3 value, interval and anchor."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import Report, Span, Time, TimePrecision, TimexMod, TimexType, Unresolved
from sayso.read import parties, syntax, times
from sayso.read.found import Found
from sayso.read.syntax import Syntax

PUBLISHED = "2021-08-26"
"""A Thursday."""


def read(text, published=PUBLISHED, *, parsed=False):
    report = Report.of("r1", text, published=published)
    return times.find(report, Found(syntax.parse(text) if parsed else Syntax(text, (), ())))


def values(text, published=PUBLISHED, *, parsed=False):
    return [time.value for time in read(text, published, parsed=parsed).times]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("September 9, 2001", "2001-09-09"), ("24 Aug. 2021", "2021-08-24"), ("24-Aug-21", "2021-08-24"),
        ("24/08/2021", "2021-08-24"), ("8/24/2021", "2021-08-24"), ("2021-08", "2021-08"),
        ("August 1988", "1988-08"),
        ("in 1842", "1842"), ("9/11", "2001-09-11"), ("the Sept. 11 attacks", "2001-09-11"), ("the 1980s", "198X"),
        ("the '80s", "198X"), ("the 20th century", "19XX"), ("nineteen ninety-four", "1994"),
        ("Q3 2020", "2020-Q3"),
        ("the first half of 2018", "2018-H1"), ("summer of 2015", "2015-SU"), ("Easter Sunday, 2018", "2018-04-01"),
        ("40 years", "P40Y"), ("two and a half years", "P2Y6M"), ("half an hour later", "PT30M"),
        ("for decades", "PXE"),
        ("several months", "PXM"), ("two decades", "P20Y"), ("two-year", "P2Y"), ("after a fortnight", "P2W"),
        ("every Friday", "XXXX-WXX-5"), ("daily", "P1D"), ("every two weeks", "P2W"), ("each July", "XXXX-07"),
        ("now", "PRESENT_REF"), ("recently", "PAST_REF"), ("soon", "FUTURE_REF"), ("years ago", "PAST_REF"),
        ("September 9, 2001, at 10:35 p.m.", "2001-09-09T22:35"),
    ],
)  # fmt: skip
def test_absolute_times_need_no_publication_date(text, value):
    assert values(text, None) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("August 15", "2021-08-15"), ("3 April", "2021-04-03"), ("Dec. 30", "2021-12-30"),
        ("last December", "2020-12"),
        ("June last year", "2020-06"), ("Tuesday", "2021-08-24"), ("Thursday", "2021-08-26"),
        ("last Thursday", "2021-08-19"),
        ("next Thursday", "2021-09-02"), ("Tuesday of last week", "2021-08-17"), ("yesterday", "2021-08-25"),
        ("this week", "2021-W34"), ("last month", "2021-07"), ("next year", "2022"), ("this century", "20XX"),
        ("last summer", "2020-SU"), ("the weekend", "2021-W33-WE"), ("third-quarter", "2021-Q3"),
        ("ten days ago", "2021-08-16"), ("two weeks ago", "2021-W32"), ("three months ago", "2021-05"),
        ("20 years ago", "2001"), ("a decade ago", "2011"), ("this morning", "2021-08-26TMO"),
        ("last night", "2021-08-25TNI"),
        ("overnight", "2021-08-25TNI"), ("Friday evening", "2021-08-20TEV"),
        ("at 5 p.m. on Tuesday", "2021-08-24T17:00"),
        ("last Oct. 23", "2020-10-23"),
    ],
)  # fmt: skip
def test_relative_times_are_reckoned_from_the_publication(text, value):
    assert values(text) == [value]


def test_weekday_follows_the_tense_of_its_verb():
    assert values("They met on Monday.", parsed=True) == ["2021-08-23"]
    assert values("They will meet on Monday.", parsed=True) == ["2021-08-30"]
    assert values("The talks are due to resume on Monday.", parsed=True) == ["2021-08-30"]


def test_month_follows_the_tense_of_its_verb():
    assert values("He was arrested in December.", parsed=True) == ["2020-12"]
    assert values("They will vote in December.", parsed=True) == ["2021-12"]


def test_day_put_off_until_soon_is_the_coming_one():
    assert values("The truce was extended until September 2.", parsed=True) == ["2021-09-02"]


def test_verbs_and_names_are_no_months():
    assert values("Theresa May may march on.", parsed=True) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It began on 1 June 2018. Two days later it ended.", ["2018-06-01", "2018-06-03"]),
        ("He fled in 2003 and married that year.", ["2003", "2003"]),
        ("He fled in March 1975 and founded it that June.", ["1975-03", "1975-06"]),
        ("It fell on 1 June 2018; the following Monday they met.", ["2018-06-01", "2018-06-04"]),
        ("He married in 1970, studying two years later, in 1953.", ["1970", "1953", "1953"]),
        ("between August 5 and September 9, 2001", ["2001-08-05", "2001-09-09"]),
        ("On 1 June 2018 they met. The next morning they left.", ["2018-06-01", "2018-06-02TMO"]),
    ],
)
def test_times_are_reckoned_from_the_time_told_before(text, expected):
    assert values(text) == expected


def test_later_than_the_publication_was_told_from_another_time():
    (_, later) = read("They met on Tuesday. Two weeks later she left.", parsed=True).times
    assert (later.type, later.value, later.anchor) == (TimexType.DURATION, "P2W", None)


def test_next_years_of_a_past_story_have_no_interval():
    (only,) = read("Over the next two years he discovered it.", parsed=True).times
    assert (only.value, only.earliest, only.anchor) == ("P2Y", None, None)


def test_today_in_a_quotation_is_the_day_it_was_said():
    assert values("On August 18 he wrote, “I write today.” It is now Thursday.") == [
        "2021-08-18", "2021-08-18", "PRESENT_REF", "2021-08-26",
    ]  # fmt: skip


def test_a_time_carries_its_words_interval_and_anchor():
    text = "He fell on September 9, 2001, two days before the towers, after the past 40 years."
    assert read(text).times == (
        Time("t1", Span.of(text, 11, 28), TimexType.DATE, "2001-09-09", None, None, "2001-09-09", "2001-09-09",
             TimePrecision.DAY, "times/rules@2"),
        Time("t2", Span.of(text, 30, 38), TimexType.DURATION, "P2D", None, "t1", "2001-09-09", "2001-09-11", None,
             "times/rules@2"),
        Time("t3", Span.of(text, 64, 81), TimexType.DURATION, "P40Y", None, "published", "1981-08-26",
        "2021-08-26", None,
             "times/rules@2"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "mod", "earliest", "latest"),
    [
        ("the late 1990s", TimexMod.END, "1995-01-01", "1999-12-31"),
        ("the early 1990s", TimexMod.START, "1990-01-01", "1994-12-31"),
        ("earlier this month", TimexMod.START, "2021-08-01", "2021-08-26"),
        ("later this week", TimexMod.END, "2021-08-26", "2021-08-29"),
        ("the end of 2020", TimexMod.END, "2020-10-01", "2020-12-31"),
        ("more than a year ago", TimexMod.MORE_THAN, "2020-01-01", "2020-12-31"),
    ],
)
def test_part_of_a_period_narrows_its_interval(text, mod, earliest, latest):
    (only,) = read(text).times
    assert (only.mod, only.earliest, only.latest) == (mod, earliest, latest)


def test_without_publication_date_relative_times_stay_open_and_it_is_said_once():
    found = read("On Tuesday, and this week, he spoke of 1999.", None)
    assert [(time.value, time.anchor, time.earliest) for time in found.times] == [
        (None, None, None), (None, None, None), ("1999", None, "1999-01-01"),
    ]  # fmt: skip
    assert found.unresolved == (
        Unresolved(
            "times", None,
            "The report's publication date is not known, so 2 relative times (\"Tuesday\", \"this week\") stay without "
            "a value. Give it with --published.",
        ),
    )  # fmt: skip


def test_publication_month_resolves_what_it_can():
    found = read("Last month, on Tuesday and in 2001.", "2021-08")
    assert [time.value for time in found.times] == ["2021-07", None, "2001"]
    assert [unresolved.span for unresolved in found.unresolved] == [None]


def test_publication_year_gives_no_day():
    assert values("August 15; this year, next year", "2021") == [None, "2021", "2022"]


def test_publication_may_be_a_full_time():
    assert values("yesterday", "2021-08-26T23:30:00+02:00") == ["2021-08-25"]


def test_publication_that_is_no_date_is_unknown():
    assert values("yesterday", "some day") == [None]


def test_day_that_does_not_exist_is_unresolved_with_its_words():
    found = read("It was 31 June 2018.")
    assert [time.value for time in found.times] == [None]
    assert found.unresolved == (
        Unresolved("times", Span(7, 19, "31 June 2018"), '"31 June 2018": there is no such day.'),
    )


def test_day_and_month_that_cannot_be_told_apart_are_not_guessed():
    found = read("It was 3/4/2018.")
    assert [time.value for time in found.times] == [None]
    assert [unresolved.reason for unresolved in found.unresolved] == ['"3/4/2018": day and month cannot be told apart.']


WORDS = st.sampled_from(
    "the last next this two 31 9999 years year days ago before Monday May August 1980s ' - / : , . “ ” \n 10:30 p.m. "
    "early end of every quarter 2001 24 T00 first week night tonight earlier \u200f 🙂 \ud800 ² ٣ February 30"
    .split(" ")
)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.text(), st.lists(WORDS).map(" ".join)),
    st.sampled_from([None, "2021", "2021-08", PUBLISHED, "9999-12-31"]),
)
def test_any_text_is_read_and_every_span_is_true(text, published):
    found = read(text, published).times
    assert all(text[time.span.start : time.span.end] == time.span.exact for time in found)
    assert [time.id for time in found] == [f"t{n + 1}" for n in range(len(found))]
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


@pytest.mark.parametrize("unit", ["1", "1-", "the end of ", "twenty-", "the      ", "two years ago, ",
"Friday “ today "])
def test_time_grows_no_faster_than_the_text(unit):
    def seconds(size):
        text = unit * (size // len(unit))
        start = time.perf_counter()
        read(text)
        return time.perf_counter() - start

    short = min(seconds(10_000) for _ in range(3))
    assert seconds(100_000) < max(30 * short, 0.5)


def parsed_times(text, published=PUBLISHED):
    report = Report.of("r1", text, published=published)
    found = times.find(report, parties.find(report, Found(syntax.parse(text))))
    return [(one.span.exact, one.value) for one in found.times]


def test_clock_of_every_day_is_of_no_single_day():
    assert parsed_times("The truce holds from 9am to 2pm every day.") == [
        ("9am", "XXXX-XX-XXT09:00"), ("2pm", "XXXX-XX-XXT14:00"), ("every day", "P1D"),
    ]  # fmt: skip


def test_weekday_lies_in_the_week_of_the_weekday_it_is_joined_to():
    expected = [("Thursday", "2021-09-02"), ("Friday next week", "2021-09-03")]
    assert parsed_times("Talks will be held on Thursday and Friday next week.") == expected


def test_last_year_of_something_is_not_the_year_before_publication():
    assert parsed_times("It rose in the last year of his rule.") == []
    assert parsed_times("They warned last year of a war.") == [("last year", "2020")]


def test_what_is_published_on_a_day_is_to_come():
    assert parsed_times("The report, which is published on Monday, is short.") == [("Monday", "2021-08-30")]


def test_idiom_tells_no_time():
    assert parsed_times("Friends are here today, gone tomorrow.") == []


def test_month_in_a_name_is_no_time():
    assert parsed_times("April Jones and Mr March spoke to Theresa May.") == []
