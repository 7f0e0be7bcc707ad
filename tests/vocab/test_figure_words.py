"""The words of figures: plain forms, bounds, units, and kinds that are values of the list."""

from __future__ import annotations

from sayso.model import FigureKind
from sayso.vocab.figure_words import Bound, Unit, figure_words, found_in, is_in, plain_forms


def test_irregular_form_is_led_back_to_its_plain_form() -> None:
    assert [plain_forms(word)[0] for word in ("fled", "lives", "gunmen")] == ["flee", "life", "gunman"]


def test_word_is_found_in_a_table_by_any_of_its_plain_forms() -> None:
    words = figure_words()
    assert [found_in(words.noun, word) for word in ("soldiers", "bodies", "rockets", "clouds")] == [
        FigureKind.TROOPS, FigureKind.KILLED, FigureKind.WEAPONS, None,
    ]  # fmt: skip
    assert (is_in(words.light, "left"), is_in(words.light, "attacked")) == (True, False)


def test_words_beside_a_number_bound_it() -> None:
    words = figure_words()
    assert [words.before[phrase] for phrase in ("at least", "up to", "about", "another")] == [
        Bound.FLOOR, Bound.CEILING, Bound.ABOUT, Bound.SAME,
    ]  # fmt: skip
    assert words.after["strong"] is Bound.ABOUT


def test_unit_says_its_kind_and_code() -> None:
    assert [figure_words().units[word] for word in ("£", "mile", "tonne")] == [
        Unit(FigureKind.MONEY, "GBP"), Unit(FigureKind.DISTANCE, "mi"), Unit(FigureKind.OTHER, "t"),
    ]  # fmt: skip


def test_no_word_is_listed_as_two_kinds_of_noun() -> None:
    words = figure_words()
    assert set(words.noun).isdisjoint(words.people)
    assert words.strict <= {*words.undergo, *words.suffer}
