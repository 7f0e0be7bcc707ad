import pytest

from sayso.vocab import countries


def code(country):
    return country and country.alpha3


@pytest.mark.parametrize(
    ("name", "alpha3"),
    [
        ("Syria", "SYR"), ("U.S.", "USA"), ("US", "USA"), ("the United States", "USA"), ("Britain", "GBR"),
        ("Côte d’Ivoire", "CIV"), ("Ivory Coast", "CIV"), ("TURKEY", "TUR"), ("DRC", "COD"), ("Kosovo", "XKX"),
        ("us", None), ("car", None), ("Ruritania", None), ("", None),
    ],
)  # fmt: skip
def test_country_is_found_by_name_or_abbreviation(name, alpha3):
    assert code(countries.by_name(name)) == alpha3


@pytest.mark.parametrize(
    ("word", "alpha3"),
    [("Turkish", "TUR"), ("Afghans", "AFG"), ("Briton", "GBR"), ("Nigerien", "NER"), ("Nigerian", "NGA"), ("s", None)],
)
def test_country_is_found_by_demonym(word, alpha3):
    assert code(countries.by_demonym(word)) == alpha3


@pytest.mark.parametrize(
    ("city", "alpha3"),
    [("Ankara", "TUR"), ("Washington", "USA"), ("Washington, D.C.", "USA"), ("Kiev", "UKR"), ("Lyon", None)],
)
def test_country_is_found_by_capital(city, alpha3):
    assert code(countries.by_capital(city)) == alpha3


@pytest.mark.parametrize(
    ("seat", "alpha3"), [("the Kremlin", "RUS"), ("White House", "USA"), ("Downing Street", "GBR"), ("the tent", None)]
)
def test_country_is_found_by_seat_of_power(seat, alpha3):
    assert code(countries.by_metonym(seat)) == alpha3


def test_country_is_found_by_either_code_and_kosovo_by_plovers_too():
    assert {code(countries.by_code(each)) for each in ("XK", "XKX", "KOS")} == {"XKX"}


def test_no_name_belongs_to_two_countries():
    names = [name for country in countries.all_countries() for name in (country.name, *country.names)]
    assert len(names) == len(set(names))


def test_every_country_has_codes_and_coordinates_in_range():
    table = countries.all_countries()
    assert len({country.alpha3 for country in table}) == len(table) == 250
    assert all(abs(country.lat) <= 90 and abs(country.lon) <= 180 and country.geonameid for country in table)
