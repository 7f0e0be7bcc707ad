import pytest

from sayso.read.timex.words import number, ordinal, spelled_year, word_before


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("40", 40), ("1,500", 1500), ("2 1/2", 2.5), ("twenty-four", 24), ("two and a half", 2.5), ("a hundred", 100),
        ("two thousand", 2000), ("a dozen", 12), ("three hundred and five", 305), ("3.5", 3.5), ("nothing", None),
    ],
)  # fmt: skip
def test_numbers_in_words_and_figures(words, expected):
    assert number(words) == expected


def test_years_in_words():
    assert spelled_year("nineteen ninety-four") == 1994
    assert spelled_year("two thousand and one") == 2001
    assert spelled_year("twenty six") is None


def test_ordinals():
    assert [ordinal(word) for word in ("8", "8th", "eighth", "Twenty-first")] == [8, 8, 8, 21]


def test_word_before_stops_at_punctuation():
    assert word_before("came in May", 8) == "in"
    assert word_before("came in, May", 9) == ""
