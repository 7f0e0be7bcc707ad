import subprocess
import sys

import pytest

from sayso.model import PlacePrecision
from sayso.vocab import gazetteer


def first(name):
    found = gazetteer.candidates(name)
    return found and (found[0].name, found[0].country, found[0].admin1, found[0].feature_code)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kabul", ("Kabul", "AFG", "AF-KAB", "ADM1")),
        ("the Panjshir Valley", ("Panjshir Valley", "AFG", "AF-PAN", "VAL")),
        ("Panjsher", ("Panjshir", "AFG", "AF-PAN", "ADM1")),
        ("RAQQA", ("Raqqa", "SYR", "SY-RA", "PPL")),
        ("Deir ez-Zor", ("Deir ez-Zor", "SYR", "SY-DY", "PPL")),
        ("Sana’a", ("Sanaa", "YEM", "YE-SA", "PPLC")),
        ("U.S.", ("United States", "USA", None, "PCLI")),
        ("Laurel County", ("Laurel County", "USA", "US-KY", "ADM2")),
        ("the Donbas", ("Donbas", "UKR", None, "RGN")),
        ("Middle East", ("Middle East", None, None, "RGN")),
        ("Zyxwvut", ()),
        ("", ()),
        ("'", ()),
    ],
)
def test_name_is_found_in_any_usual_spelling(name, expected):
    assert first(name) == expected


def test_homonyms_come_most_populous_first():
    found = [entry for entry in gazetteer.candidates("Springfield") if entry.renown < gazetteer.MOST_RENOWN]
    assert len(found) > 5
    assert [entry.population for entry in found] == sorted((entry.population for entry in found), reverse=True)


def test_precision_says_how_exactly_a_place_is_known():
    names = ("Aleppo", "Rakhine", "Syria", "the Sahel", "Eastern Ghouta", "Manhattan")
    assert [gazetteer.candidates(name)[0].precision for name in names] == [
        PlacePrecision.CITY, PlacePrecision.PROVINCE, PlacePrecision.COUNTRY, PlacePrecision.REGION,
        PlacePrecision.DISTRICT, PlacePrecision.SUB_CITY,
    ]  # fmt: skip


def test_a_place_of_our_own_table_is_not_listed_twice():
    assert [entry.feature_code for entry in gazetteer.candidates("Raqqa")].count("PPL") == 1


@pytest.mark.parametrize(("word", "division"), [("Ky.", "US-KY"), ("NSW", "AU-NSW"), ("Ont.", "CA-ON"), ("Xy.", None)])
def test_abbreviation_means_a_division(word, division):
    entry = gazetteer.by_abbreviation(word)
    assert (entry and entry.admin1) == division


@pytest.mark.parametrize("name", ["Mayadeen", "Al-Mayadin", "Mayedin"])
def test_arabic_name_is_found_as_geonames_transcribes_it(name):
    assert "Al Mayādīn" in [entry.name for entry in gazetteer.candidates_spelt_otherwise(name)]


def test_index_opens_in_an_instant():
    program = (
        "import time, sayso.vocab.gazetteer as g; start = time.perf_counter(); g.candidates('Kabul');"
        "print(time.perf_counter() - start)"
    )
    seconds = [
        float(subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout) for _ in range(3)
    ]
    assert min(seconds) < 0.05


def test_every_region_lies_in_a_known_country_and_on_the_globe():
    entries = {entry for found in gazetteer._regions().values() for entry in found}
    assert len(entries) > 350
    assert all(abs(entry.lat) <= 90 and abs(entry.lon) <= 180 for entry in entries)
    assert all(entry.country is None or len(entry.country) == 3 for entry in entries)
