"""Number expressions and how they are bounded."""

from __future__ import annotations

import pytest

from sayso.read.figure.numbers import numerals, value
from sayso.read.syntax import parse

Told = tuple[str, float | None, float | None, float | None]


def told(text: str) -> list[Told]:
    syntax = parse(text)
    return [
        (text[syntax.tokens[n.first].start : syntax.tokens[n.last - 1].end], n.number, n.low, n.high)
        for n in numerals(syntax)
    ]


@pytest.mark.parametrize(
    ("words", "number"),
    [("29", 29), ("1,500", 1500), ("twenty-nine", 29), ("three dozen", 36), ("half a million", 500_000),
     ("two hundred and thirty-six", 236), ("1.5m", 1_500_000), ("3 billion", 3e9), ("a half-dozen", 6),
     ("a hundred", 100), ("one and a half million", 1_500_000), ("two hundred thousand", 200_000),
     ("four thousand five hundred", 4500)],
)  # fmt: skip
def test_words_and_figures_have_a_value(words: str, number: float) -> None:
    assert value(words) == number


@pytest.mark.parametrize(
    ("words", "number", "low", "high"),
    [
        ("12", 12, 12, 12),
        ("at least 29", 29, 29, None),
        ("more than a dozen", 12, 12, None),
        ("no fewer than 40", 40, 40, None),
        ("up to 300", 300, None, 300),
        ("as many as 5,000", 5000, None, 5000),
        ("nearly 200", 200, None, 200),
        ("possibly as many as 200", 200, None, 200),
        ("about 50", 50, None, None),
        ("an estimated 400,000", 400_000, None, None),
        ("another 14", 14, 14, 14),
        ("at least another 14", 14, 14, None),
        ("100 or more", 100, 100, None),
        ("dozens of", None, 24, None),
        ("hundreds of", None, 200, None),
        ("several", None, 3, None),
        ("a few hundred", None, 200, None),
        ("tens of thousands of", None, 20_000, None),
        ("hundreds of thousands of", None, 200_000, None),
        ("between 10 and 15", None, 10, 15),
        ("10 to 15", None, 10, 15),
        ("10-15", None, 10, 15),
        ("two or three", None, 2, 3),
        ("between 2 and 3 million", None, 2e6, 3e6),
        ("a couple of", 2, None, None),
    ],
)
def test_words_beside_a_number_bound_it(
    words: str, number: float | None, low: float | None, high: float | None
) -> None:
    assert told(f"The shelling killed {words} villagers.") == [(words.removesuffix(" of"), number, low, high)]


def test_verb_of_estimating_is_no_part_of_the_number() -> None:
    assert told("The group estimated 2,000 had gone.") == [("2,000", 2000, 2000, 2000)]


def test_rise_gives_its_end_alone() -> None:
    assert told("The toll rose from 10 to 15.") == [("15", 15, 15, 15)]


def test_strength_of_a_force_is_near_its_number() -> None:
    assert told("They will build a 30,000-strong force.") == [("30,000-strong", 30_000, None, None)]


def test_number_that_ends_inside_a_word_is_none() -> None:
    assert told("The 3rd brigade came in 4x4s.") == []
