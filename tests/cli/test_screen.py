import io

import pytest
from rich.console import Console
from rich.text import Text

from sayso.cli.lists import Lists
from sayso.cli.screen import MACHINE_FOUND, Screen, dotted, phrase
from sayso.record import Listed
from tests.export.samples import findings


def shown(found, **options):
    out = io.StringIO()
    Screen(Console(file=out, highlight=False, markup=False, emoji=False, **options)).findings(found)
    return out.getvalue()


@pytest.mark.parametrize("width", [40, 80, 100])
def test_terminal_lines_are_no_wider_than_the_terminal(width):
    lines = Text.from_ansi(shown(findings(), force_terminal=True, width=width)).plain.splitlines()
    assert max(map(len, lines)) <= width


def test_wide_terminal_is_not_used_to_the_brim():
    lines = Text.from_ansi(shown(findings(title="word " * 80), force_terminal=True, width=300)).plain.splitlines()
    assert 90 < max(map(len, lines)) <= 100


def test_terminal_has_colours_and_a_pipe_has_none():
    assert "\x1b[" in shown(findings(), force_terminal=True, color_system="standard")
    assert "\x1b" not in shown(findings())


def test_only_what_explains_is_dim():
    text = Text.from_ansi(shown(findings(), force_terminal=True, color_system="standard", width=100))
    dim = {text.plain[span.start : span.end].strip() for span in text.spans if getattr(span.style, "dim", False)}
    assert dim == {"·", "ferries", MACHINE_FOUND, "https://example.org/ferries?a=1&b=2", "direct", "indirect",
                   "via", "if", "then", "by", "within"}  # fmt: skip


def test_words_in_brackets_are_words_not_markup():
    assert "[bold]x[/bold] :smile:" in shown(findings(title="[bold]x[/bold] :smile:"))


def test_no_line_ends_in_blanks():
    assert [line for line in shown(findings()).splitlines() if line != line.rstrip()] == []


def test_unknown_date_is_said():
    assert shown(findings(published=None, outlet=None)).startswith("publication date unknown · ferries")


def test_reports_stand_apart():
    out = io.StringIO()
    screen = Screen(Console(file=out))
    screen.findings(findings())
    screen.findings(findings())
    assert "nobody saw”\n\nTidewater Post" in out.getvalue()


def test_empty_phrases_leave_no_dot():
    assert dotted(phrase("a"), phrase(None), phrase(""), phrase("b")).plain == "a · b"


def test_list_in_a_narrow_terminal_leaves_ids_whole():
    out = io.StringIO()
    report = Listed("2019-10-16-clash-in-the-valley", "The Meridian Wire", "Nine dead", "2019-10-16", "", 3, "en")
    Lists(Console(file=out, force_terminal=True, color_system=None, width=40)).reports([report], "war.sayso")
    assert out.getvalue().splitlines() == [
        "1 report in war.sayso",
        "",
        "2019-10-16-clash-in-the-valley",
        "  The Meridian Wire · 2019-10-16 · 3",
        "  attributions",
        "  Nine dead",
    ]
