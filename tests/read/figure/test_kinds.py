"""What figures count: by what became of them, by the noun, by the unit; and numbers that are no figures."""

from __future__ import annotations

import pytest

from sayso.read.figures import figures_in
from sayso.read.syntax import parse

Told = tuple[str, str, str | None]


def told(text: str) -> list[Told]:
    return [(f.what.value, f.span.exact, f.of and f.of.exact) for f in figures_in(parse(text))]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("At least 29 fighters were killed.", [("killed", "At least 29", "fighters")]),
        ("The raid left 12 people dead and wounded 30.", [("killed", "12", "people"), ("injured", "30", None)]),
        ("The raid left at least 12 dead.", [("killed", "at least 12", None)]),
        ("Troops killed 25 rebels and captured 10 more.", [("killed", "25", "rebels"), ("detained", "10", None)]),
        ("Six nurses are known to have died there.", [("killed", "Six", "nurses")]),
        ("Two farmers were shot dead.", [("killed", "Two", "farmers")]),
        ("The bombing claimed 25 lives.", [("killed", "25", "lives")]),
        ("The medics saved 12 lives.", [("other", "12", "lives")]),
        ("It put the death toll at 45.", [("killed", "45", None)]),
        ("The deaths of 12 people shook the town.", [("killed", "12", "people")]),
        ("Hundreds of people have been arrested and at least 21 killed.",
         [("detained", "Hundreds", "people"), ("killed", "at least 21", None)]),
        ("Some 1.5m people were forced from their homes.", [("displaced", "Some 1.5m", "people")]),
        ("Thousands of villagers fled.", [("displaced", "Thousands", "villagers")]),
        ("Gunmen kidnapped two priests.", [("hostages", "two", "priests")]),
        ("At least 40 were reported missing.", [("missing", "At least 40", None)]),
        ("The army captured 3 tanks and dozens of rockets.",
         [("weapons", "3", "tanks"), ("weapons", "dozens", "rockets")]),
        ("Shells destroyed 120 homes.", [("buildings", "120", "homes")]),
        ("About 500 rebel fighters remain.", [("fighters", "About 500", "rebel fighters")]),
        ("Twelve people died, five of them children.",
         [("killed", "Twelve", "people"), ("children", "five", "children")]),
        ("More than 5.4 million are refugees.", [("displaced", "More than 5.4 million", None)]),
        ("Hundreds and possibly thousands of people were detained.",
         [("detained", "Hundreds", None), ("detained", "possibly thousands", "people")]),
        ("A soldier was killed and two others injured.", [("killed", "A", "soldier"), ("injured", "two", "others")]),
    ],
)  # fmt: skip
def test_figure_says_what_became_of_those_counted_or_what_they_are(text: str, figures: list[Told]) -> None:
    assert told(text) == figures


def test_capitals_are_read_alike() -> None:
    text = "IN THE ATTACK, 5 PEASANTS WERE KILLED AND 13 OTHERS WERE WOUNDED ON 4 OCTOBER."
    assert told(text) == [("killed", "5", "PEASANTS"), ("injured", "13", "OTHERS")]


@pytest.mark.parametrize(
    ("text", "figure"),
    [("They paid about $2.5m.", ("money", 2_500_000, None, None, "USD")),
     ("He offered a £3 million reward.", ("money", 3e6, 3e6, 3e6, "GBP")),
     ("The army advanced 12 km.", ("distance", 12, 12, 12, "km")),
     ("It took 2 million dollars.", ("money", 2e6, 2e6, 2e6, "USD")),
     ("They retook 200 square miles of land.", ("other", 200, 200, 200, "mi2"))],
)  # fmt: skip
def test_unit_goes_with_the_number(text: str, figure: tuple[str, float, float | None, float | None, str]) -> None:
    assert [(f.what.value, f.number, f.low, f.high, f.unit) for f in figures_in(parse(text))] == [figure]


@pytest.mark.parametrize(
    "text",
    [
        "It began in 2015 and lasted two years.",
        "Nadia Kerrin, 32, a nurse, came at 10.30am on 5 May.",
        "The council passed Resolution 2254 under Article 7.",
        "The 2015 attacks changed that.",
        "About 12% of them, or two thirds of the staff, agreed.",
        "One of the men spoke to no one.",
        "They drove a 4x4 past the F-16 and the 3rd brigade.",
        "The 15-member council met in a two-day session.",
        "She is a mother of three.",
    ],
)
def test_number_that_counts_nothing_is_no_figure(text: str) -> None:
    assert told(text) == []


def test_what_is_said_of_others_is_not_the_fate_of_those_counted() -> None:
    assert told("Three agencies confirmed that Darro was wounded.") == [("other", "Three", "agencies")]


def test_number_of_some_of_those_told_before_is_left_out() -> None:
    assert told("More than 1,000 were hurt, 50 of them seriously.") == [("injured", "More than 1,000", None)]
