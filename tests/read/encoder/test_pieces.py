"""Pieces: words as the encoder takes them."""

import pytest

from sayso.read.encoder.pieces import MOST_PIECES, WordPieces, shape

SOME = WordPieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "kab", "##ul", "said", "u", ".", "s", "a", "##a"])


def names(word: str) -> list[str]:
    back = {n: piece for piece, n in SOME.ids.items()}
    return [back[n] for n in SOME.of(word)]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("Kabul", ["kab", "##ul"]),
        ("SAID", ["said"]),
        ("Kábul", ["kab", "##ul"]),
        ("U.S.", ["u", ".", "s", "."]),
        ("xyz", ["[UNK]"]),
        ("", ["[UNK]"]),
        ("a" * 61, ["[UNK]"]),
    ],
)
def test_word_is_cut_greedily_into_the_longest_pieces(word: str, pieces: list[str]) -> None:
    assert names(word) == pieces


def test_word_of_many_pieces_is_cut_short() -> None:
    assert names("a" * 20) == ["a", *["##a"] * (MOST_PIECES - 1)]


@pytest.mark.parametrize(
    ("word", "before", "quoted", "code"),
    [
        ("said", " ", False, 4),
        ("Khan", " ", False, 5),
        ("US", " ", False, 6),
        ("iPhone", " ", False, 7),
        ("I", "", False, 1),
        ("We", "\n", False, 9),
        ("We", "\n\n", True, 29),
        ("’s", "", True, 16),
    ],
)
def test_shape_tells_capitals_space_and_quote_marks(word: str, before: str, quoted: bool, code: int) -> None:
    assert shape(word, before, quoted) == code
