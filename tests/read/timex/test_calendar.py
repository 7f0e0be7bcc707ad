from datetime import date

import pytest

from sayso.read.timex import calendar
from sayso.read.timex.calendar import Period, Unit


def test_week_is_the_iso_week_monday_to_sunday():
    assert calendar.week(date(2021, 1, 3)) == Period("2020-W53", date(2020, 12, 28), date(2021, 1, 3), Unit.WEEK)


def test_winter_belongs_to_the_year_of_its_december():
    assert calendar.season(2017, "WI") == Period("2017-WI", date(2017, 12, 1), date(2018, 2, 28), Unit.QUARTER)


def test_decade_and_century_are_written_with_open_figures():
    assert calendar.decade(1987) == Period("198X", date(1980, 1, 1), date(1989, 12, 31), Unit.DECADE)
    assert calendar.century(20) == Period("19XX", date(1900, 1, 1), date(1999, 12, 31), Unit.CENTURY)


@pytest.mark.parametrize(
    ("unit", "count", "expected"),
    [
        (Unit.DAY, -31, date(2020, 12, 31)),
        (Unit.WEEK, 1, date(2021, 2, 7)),
        (Unit.MONTH, 1, date(2021, 2, 28)),
        (Unit.QUARTER, -1, date(2020, 10, 31)),
        (Unit.YEAR, -21, date(2000, 1, 31)),
        (Unit.DECADE, 1, date(2031, 1, 31)),
    ],
)
def test_shift_keeps_the_day_where_the_month_has_it(unit, count, expected):
    assert calendar.shifted(date(2021, 1, 31), unit, count) == expected


def test_shift_out_of_the_calendar_is_an_error():
    with pytest.raises((ValueError, OverflowError)):
        calendar.shifted(date(9999, 12, 31), Unit.DAY, 1)


@pytest.mark.parametrize(
    ("year", "when"), [(2018, date(2018, 4, 1)), (2024, date(2024, 3, 31)), (2038, date(2038, 4, 25))]
)
def test_easter(year, when):
    assert calendar.easter(year) == when
