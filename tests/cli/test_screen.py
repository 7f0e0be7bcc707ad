import io

import pytest
from msgspec.structs import replace
from rich.console import Console
from rich.text import Text

from sayso.cli.lists import Lists
from sayso.cli.screen import MACHINE_FOUND, Screen, dotted, phrase
from sayso.record import Listed
from tests.export import happenings
from tests.export.samples import findings


def shown(found, *, everything=False, **options):
    out = io.StringIO()
    screen = Screen(Console(file=out, highlight=False, markup=False, emoji=False, **options))
    screen.findings(found, everything=everything)
    return out.getvalue()


def told(found, **options):
    """What is printed of the events."""
    _, heading, after = shown(found, **options).partition("What happened, according to whom")
    return (heading + after).splitlines()


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


def test_events_are_told_with_what_each_holder_makes_of_them():
    assert told(happenings.findings()) == [
        "What happened, according to whom · 4 events",
        "  E1  Soldiers shot dead at least 29 dockers in Port Orsk on Tuesday",
        "      shot dead · ASSAULT firearms · 2021-08-24 · in Port Orsk · the army →",
        "      dockers · at least 29 dockers killed",
        "      certain, according to residents (unnamed) · saw it",
        "      did not happen, according to the army, through reports from the harbour",
        "      (unnamed) · told by others",
        "  E2  Marshal Ari Venn may have met the union on Sunday",
        "      met · CONSULT · on Sunday · Ari Venn → Harbour Dockers' Union",
        "      possible, according to the report",
        "",
        "Background",
        "  E4  In 1994 the army shelled the old town",
        "      shelled · ASSAULT heavy-weapons · 1994 · in the old town · the army",
        "      certain, according to the report",
        "",
        "1 more event without a type: --all",
    ]


def test_events_without_a_type_are_told_on_demand():
    lines = told(happenings.findings(), everything=True)
    assert lines[lines.index("  E3  =Tugs moved") :][:3] == [
        "  E3  =Tugs moved", "      moved · =Tugs", "      certain, according to the report",
    ]  # fmt: skip
    assert "--all" not in "\n".join(lines)


def test_report_without_events_does_not_speak_of_them():
    assert told(findings()) == []


@pytest.mark.parametrize("width", [40, 80])
def test_events_are_no_wider_than_the_terminal(width):
    printed = shown(happenings.findings(), everything=True, force_terminal=True, width=width)
    assert max(map(len, Text.from_ansi(printed).plain.splitlines())) <= width


def test_events_cannot_steer_the_terminal():
    found = happenings.findings()
    harmful = replace(found.events[0], mode="\x1b[2J")
    assert "\x1b" not in shown(replace(found, events=(harmful,)))


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
