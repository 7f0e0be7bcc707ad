from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import BadDate
from sayso.intake.clocks import bounds, check_order, clock_of, now, page_clock, stamp, written_date


@pytest.mark.parametrize(("given", "clock"), [
    ("2021-08-24", "2021-08-24"),
    (" 2021-08-24\n", "2021-08-24"),
    ("2021-08", "2021-08"),
    ("2021", "2021"),
    ("20210824", "2021-08-24"),
    ("2021-W34-2", "2021-08-24"),
    ("2021-08-24T10:30", "2021-08-24T10:30:00"),
    ("2021-08-24 10:30:00", "2021-08-24T10:30:00"),
    ("2021-08-24T10:30:00.123Z", "2021-08-24T10:30:00Z"),
    ("2021-08-24T10:30:00+0200", "2021-08-24T10:30:00+02:00"),
])
def test_iso_8601_is_taken_in_its_extended_form(given, clock):
    assert clock_of(given) == clock


@pytest.mark.parametrize("value", [
    "24 August 2021", "2021-13", "2021-00", "2021-02-30", "24/08/2021", "soon", "", "0000",
])
def test_what_is_no_iso_8601_date_is_refused(value):
    with pytest.raises(BadDate, match=r"which is no date\. Write it as YYYY-MM-DD"):
        clock_of(value)


def test_tomorrow_may_have_begun_in_the_east_but_the_day_after_it_has_not():
    today = now().date()
    with pytest.raises(BadDate, match="lies in the future"):
        clock_of((today + timedelta(days=2)).isoformat())
    with pytest.raises(BadDate, match="lies in the future"):
        clock_of(stamp(now() + timedelta(hours=2)))
    assert clock_of(today.isoformat()) == today.isoformat()
    assert clock_of(stamp(now() + timedelta(minutes=5)))


def test_year_before_the_first_newspaper_is_a_slip():
    with pytest.raises(BadDate, match="before the first newspaper"):
        clock_of("0021-08-24")


@pytest.mark.parametrize(("clock", "earliest", "latest"), [
    ("2021", datetime(2020, 12, 31, 10), datetime(2022, 1, 1, 12)),
    ("2021-12", datetime(2021, 11, 30, 10), datetime(2022, 1, 1, 12)),
    ("2021-08-24", datetime(2021, 8, 23, 10), datetime(2021, 8, 25, 12)),
    ("2021-08-24T10:00:00", datetime(2021, 8, 23, 20), datetime(2021, 8, 24, 22)),
    ("2021-08-24T10:00:00+02:00", datetime(2021, 8, 24, 8), datetime(2021, 8, 24, 8)),
])
def test_value_without_a_zone_may_be_meant_anywhere_on_earth(clock, earliest, latest):
    assert bounds(clock) == (earliest.replace(tzinfo=UTC), latest.replace(tzinfo=UTC))


def test_published_after_retrieved_is_refused():
    check_order("2021-08-24", "2021-08-24T01:00:00Z")
    check_order("2021-08-24", None)
    check_order(None, "2021-08-24")
    check_order("2021-08-25", "2021-08-24T23:30:00Z")
    with pytest.raises(BadDate, match=r'published is "2021-08-26", after the report was retrieved \("2021-08-24"\)'):
        check_order("2021-08-26", "2021-08-24")


@pytest.mark.parametrize(("text", "date"), [
    ("24 August 2021", "2021-08-24"), ("Published: Aug. 24, 2021 at 10:30", "2021-08-24"),
    ("3rd of March 2014", "2014-03-03"), ("Sept 1 2021", "2021-09-01"), ("on 2021-08-24,", "2021-08-24"),
    ("31 February 2021 or 1 March 2021", "2021-03-01"),
    ("24 August", None), ("03/04/2021", None), ("August 2021", None), ("", None),
])
def test_only_a_full_date_is_read_from_words(text, date):
    assert written_date(text) == date


@pytest.mark.parametrize(("value", "clock"), [
    ("2021-08-24T10:30:00+0000", "2021-08-24T10:30:00Z"),
    ("Tue, 24 Aug 2021 10:30:00 GMT", "2021-08-24T10:30:00Z"),
    ("August 24, 2021 10:30", "2021-08-24"),
    ("1970-01-01T00:00:00Z", None), ("0001-01-01T00:00:00", None), ("unknown", None),
])
def test_date_on_a_page_is_read_in_its_usual_forms(value, clock):
    assert page_clock(value) == clock


@pytest.mark.parametrize("value", ["2999-01-01T00:00:00Z", "99/99/9999", "1629800000"])
def test_date_on_a_page_that_cannot_be_is_refused(value):
    with pytest.raises(BadDate):
        page_clock(value)


@given(st.text(max_size=40) | st.from_regex(r"\d{0,5}-?W?\d{0,3}-?\d{0,3}[T ]?[\d:.+Z-]{0,15}", fullmatch=True))
def test_any_words_are_a_date_or_a_bad_date(value):
    for read in (clock_of, page_clock):
        try:
            clock = read(value)
        except BadDate:
            continue
        assert clock is None or bounds(clock)
    assert written_date(value) is None or page_clock(written_date(value).replace("0001", "2001"))
