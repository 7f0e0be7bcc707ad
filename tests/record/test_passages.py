import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.record.passages import LONGEST, sentences


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("“It is.” He left.", ["“It is.”", "He left."]),
        ("U.S. officials and Gen. Ndala met J. Smith. They left.",
         ["U.S. officials and Gen. Ndala met J. Smith.", "They left."]),
        ("It rose 3.5 percent. Then fell.", ["It rose 3.5 percent.", "Then fell."]),
        ("A line\nAnother line", ["A line", "Another line"]),
        ("他来了。他走了。", ["他来了。", "他走了。"]),
        ("جاء؟ ذهب", ["جاء؟", "ذهب"]),
        ("  \n \n", []),
    ],
)  # fmt: skip
def test_sentences(text, pieces):
    assert [text[start:end] for start, end in sentences(text)] == pieces


@given(st.text(st.sampled_from(' .!?\n"”aAβ。\t') | st.characters(), max_size=300))
def test_no_word_is_lost_and_pieces_follow_one_another(text):
    bounds = list(sentences(text))
    assert "".join("".join(text[start:end].split()) for start, end in bounds) == "".join(text.split())
    assert bounds == sorted(bounds)
    assert all(start < end for start, end in bounds)


def test_endless_sentence_is_cut():
    pieces = [end - start for start, end in sentences("word " * 1_000 + "x" * 5_000)]
    assert max(pieces) <= LONGEST
