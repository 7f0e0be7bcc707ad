import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from sayso.export.plain import visible


def test_escape_sequences_are_shown_not_sent():
    assert visible("a\x1b[31mred\x07\x9b2J\x7f") == "a␛[31mred␇\ufffd2J␡"


def test_overriding_the_direction_of_text_is_not_possible():
    assert visible("abc\u202edef\u2066g\u2069") == "abc\ufffddef\ufffdg\ufffd"


def test_arabic_emoji_tabs_and_line_breaks_are_left_alone():
    text = "قال\u200f: 👩‍🚒\n\tß"
    assert visible(text) == text


@given(st.text(st.characters()))
def test_no_control_character_is_left_and_offsets_stay_true(text):
    shown = visible(text)
    assert len(shown) == len(text)
    assert {c for c in shown if unicodedata.category(c) in {"Cc", "Cs"}} <= {"\n", "\t"}
