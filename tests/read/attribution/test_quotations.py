"""Quote marks: which words they hold, whatever their shape, and what a stray one costs."""

from __future__ import annotations

import pytest

from sayso.read.attribution.quotations import quotations
from sayso.read.tokens import paragraphs


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quotations(text, list(paragraphs(text)))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We go,” he said, “now.”", ["We go,", "now."]),
        ('"We go," he said.', ["We go,"]),
        ("''We go,'' he said.", ["We go,"]),
        ("``We go,'' he said.", ["We go,"]),
        ("‘We go,’ he said.", ["We go,"]),
        ("«We go», he said.", ["We go"]),
        ("„We go“, he said.", ["We go"]),
        ("「We go」 he said.", ["We go"]),
        ("“He told me ‘go’ and I went,” she said.", ["He told me ‘go’ and I went,"]),
    ],
)
def test_marks_of_every_shape_hold_their_words(text: str, words: list[str]) -> None:
    assert quoted(text) == words


@pytest.mark.parametrize(
    "text", ["Kim’s men’s camp", "the '70s and rock 'n' roll", "5' 11\" tall", "don't, won't, can't"]
)
def test_apostrophes_and_inches_open_nothing(text: str) -> None:
    assert quoted(text) == []


def test_a_stray_mark_does_not_turn_inside_out() -> None:
    assert quoted("A “stray mark in a line. He left.\n\nThen: “We stay,” he said.") == ["We stay,"]


def test_a_long_quotation_opens_every_paragraph_and_closes_the_last() -> None:
    text = "He said: “One.\n\n“Two.\n\n“Three,” and left."
    found = quotations(text, list(paragraphs(text)))
    assert [(text[q.start : q.end], q.closed, q.continues) for q in found] == [
        ("One.", False, False),
        ("Two.", False, True),
        ("Three,", True, True),
    ]


def test_a_second_opening_mark_in_one_paragraph_goes_on_with_the_quotation() -> None:
    assert quoted("“It was hard. “It still is,” he said. Then he left.") == ["It was hard.", "It still is,"]


def test_a_mark_left_open_in_a_long_paragraph_ends_with_its_sentence() -> None:
    text = "He said, “We stay. " + "The town was calm. " * 120
    assert quoted(text) == ["We stay."]
