import sys

import pytest

from sayso.intake.language import language_code, language_of


@pytest.mark.parametrize(("text", "language"), [
    ("The mayor said on Monday that the bridge was safe.", "en"),
    ("Doe said he will not surrender.", "en"),
    ("Le porte-parole a déclaré mardi que le groupe ne négocierait pas avec les combattants.", "fr"),
    ("Der Sprecher sagte am Dienstag, die Gespräche würden am Freitag fortgesetzt.", "de"),
    ("Het leger zei dinsdag dat drie soldaten waren gedood in een aanval op de basis in het noorden.", "nl"),
    ("أعلن المتحدث باسم الحركة يوم الثلاثاء أن المقاتلين لن ينسحبوا من المدينة", "ar"),
    ("Пресс-секретарь заявил во вторник, что переговоры продолжаются", "ru"),
    ("Kabul", None),
    ("", None),
    ("12,000 — 14 %", None),
    ("x" * 10_000, None),
])
def test_language_is_told_or_unknown(text, language):
    assert language_of(text) == language


def test_clear_english_does_not_load_the_identifier(monkeypatch):
    monkeypatch.setitem(sys.modules, "py3langid", None)
    assert language_of("The mayor said on Monday that the bridge was safe and that it would be opened.") == "en"


@pytest.mark.parametrize(("tag", "code"), [
    ("en", "en"), ("en-GB", "en"), ("PT_br", "pt"), ("zh-Hans-CN", "zh"), ("English", None), ("eng", None), ("", None),
])
def test_code_is_the_first_part_of_a_tag(tag, code):
    assert language_code(tag) == code
