import pytest

from sayso.errors import NotText
from sayso.intake.decode import GUESSED, REPLACED, Decoded, decode

ENGLISH = "The mayor’s office said “no” to the café owners’ demand on Monday. " * 3
RUSSIAN = "Пресс-секретарь заявил во вторник, что переговоры продолжаются и что решение будет принято завтра. " * 3


@pytest.mark.parametrize(("encoding", "named"), [
    ("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("utf-16", "utf-16-le"), ("utf-32", "utf-32-le"),
])
def test_utf8_and_byte_order_marks_tell_the_encoding(encoding, named):
    assert decode(ENGLISH.encode(encoding), "a.txt") == Decoded(ENGLISH, named)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_zero_bytes_tell_utf16_and_utf32_without_a_mark(encoding):
    text = "The mayor said on Monday that the bridge was safe."
    assert decode(text.encode(encoding), "a.txt") == Decoded(text, encoding)


def test_few_bytes_above_ascii_are_windows_1252():
    text = ENGLISH + "and more of the same in plain words " * 9
    assert decode(text.encode("cp1252"), "a.txt") == Decoded(
        text, "windows-1252", (GUESSED.format(encoding="windows-1252"),))


def test_encoding_is_guessed_and_called_a_guess():
    decoded = decode(RUSSIAN.encode("cp1251"), "a.txt")
    assert decoded.text == RUSSIAN
    assert decoded.notes == (GUESSED.format(encoding=decoded.encoding),)


def test_given_encoding_wins():
    assert decode(RUSSIAN.encode("koi8-r"), "a.txt", given="koi8-r") == Decoded(RUSSIAN, "koi8-r")


def test_declared_encoding_comes_before_a_guess_but_after_a_mark():
    assert decode(RUSSIAN.encode("koi8-r"), "a.html", declared="KOI8-R") == Decoded(RUSSIAN, "koi8-r")
    assert decode(RUSSIAN.encode("utf-8-sig"), "a.html", declared="koi8-r") == Decoded(RUSSIAN, "utf-8")


def test_latin1_is_read_as_windows_1252_as_browsers_do():
    assert decode(b"\x93No,\x94 he said.", "a.html", declared="iso-8859-1") == Decoded("“No,” he said.", "windows-1252")


@pytest.mark.parametrize("declared", ["none-such", "", "base64", "rot13", "\x00"])
def test_declared_encoding_that_is_none_is_passed_over(declared):
    assert decode(ENGLISH.encode(), "a.html", declared=declared) == Decoded(ENGLISH, "utf-8")


def test_few_broken_bytes_in_utf8_are_replaced_and_told():
    content = RUSSIAN.encode() + b"\xff\xfe He said no."
    assert decode(content, "a.txt") == Decoded(
        RUSSIAN + "\ufffd\ufffd He said no.", "utf-8", (REPLACED.format(encoding="utf-8"),))


def test_bytes_that_are_not_in_the_given_encoding_are_replaced_and_told():
    assert decode(b"He said \xff no.", "a.txt", given="utf-8") == Decoded(
        "He said \ufffd no.", "utf-8", (REPLACED.format(encoding="utf-8"),))


def test_bytes_in_no_encoding_are_refused_with_the_remedy(monkeypatch):
    monkeypatch.setattr("sayso.intake.decode._likeliest", lambda content: None)
    with pytest.raises(NotText, match=r"is not UTF-8, and its encoding cannot be told\. Give it with --encoding"):
        decode(RUSSIAN.encode("cp1251"), "a.txt")


@pytest.mark.parametrize("text", ["BMW said no.", "ID3 and MZ\x90", "He said \x07\x08 no to \x00 all of it, twice."])
def test_text_that_begins_like_a_binary_or_has_controls_is_text(text):
    assert decode(text.encode(), "a.txt").text == text
