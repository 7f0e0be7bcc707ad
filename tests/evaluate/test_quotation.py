import pytest

from sayso.evaluate.quotation import quote_type, quoted


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('He said "go" now', '"go"'),
        ("He said ''go'' now", "''go''"),
        ("He said “go” now", "“go”"),
        ("“go\nThey went", "“go"),
        ("no marks", ""),
    ],
)
def test_words_in_quote_marks(text, inside):
    assert "".join(letter for letter, is_in in zip(text, quoted(text), strict=True) if is_in) == inside


@pytest.mark.parametrize(
    ("words", "type"), [([True], "direct"), ([True, False], "mixed"), ([False], "indirect"), ([], "indirect")]
)
def test_type_of_a_content(words, type):
    assert quote_type(words) == type
