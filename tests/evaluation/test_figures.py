"""The scorer of figures against invented gold."""

from __future__ import annotations

import json

from evaluation.figures import Counts, Gold, gold_of, kinds_of, main, score
from sayso.model import Event, Figure, FigureKind, Span

TEXT = "Shelling killed at least 29 people. Police killed two."


def event(*figures: Figure) -> Event:
    return Event("e1", Span.of(TEXT, 9, 15), figures=figures)


def figure(what: FigureKind, number: float, low: float | None, high: float | None) -> Figure:
    return Figure(what, number, low, high, Span.of(TEXT, 16, 27))


GOLD = {
    "id": "r1",
    "events": [
        {
            "trigger": {"words": "killed"},
            "figures": [{"what": "killed", "words": "at least 29", "number": 29, "low": 29, "high": None}],
        },
        {
            "trigger": {"words": "killed", "nth": 1},
            "figures": [{"what": "killed", "words": "two", "number": 2, "low": None, "high": None}],
        },
    ],
}


def test_gold_figure_stands_nearest_to_its_trigger_and_may_leave_bounds_open() -> None:
    assert list(gold_of(GOLD, TEXT)) == [
        Gold(16, 27, (9, 15), "killed", (29, 29, None)),
        Gold(50, 53, (43, 49), "killed", (2, None, None), is_open=True),
    ]


def test_figure_is_right_with_number_low_and_high() -> None:
    golds = list(gold_of(GOLD, TEXT))
    right = event(figure(FigureKind.KILLED, 29, 29, None))
    wrong = event(figure(FigureKind.INJURED, 29, 29, 29))
    assert score(golds, [right]) == Counts(gold=2, found=1, right=1, loosely=1, sorted=1, given=1, good=1)
    assert score(golds, [wrong]) == Counts(gold=2, found=1, right=0, loosely=0, sorted=0, given=1, good=0)


def test_number_alone_is_loosely_right_where_the_gold_left_out_the_bounds() -> None:
    police = Event("e2", Span.of(TEXT, 43, 49), figures=(Figure(FigureKind.KILLED, 2, 2, 2, Span.of(TEXT, 50, 53)),))
    counts = score(gold_of(GOLD, TEXT), [police])
    assert counts == Counts(gold=2, found=1, right=0, loosely=1, sorted=1, given=1, good=1)


def test_word_of_the_gold_that_is_not_listed_allows_the_open_kinds() -> None:
    assert (kinds_of("dollars"), kinds_of("delegations")) == (("money",), ("other", "civilians", "fighters", "troops"))


def test_command_reads_gold_and_what_was_read(tmp_path, capsys) -> None:
    (tmp_path / "gold01.json").write_text(json.dumps(GOLD))
    (tmp_path / "doc01.json").write_text(json.dumps({"id": "r1", "text": TEXT}))
    span = {"start": 9, "end": 15, "exact": "killed"}
    events = [{"id": "e1", "trigger": span, "figures": []}]
    (tmp_path / "read.jsonl").write_text(json.dumps({"report": {"id": "r1"}, "events": events}) + "\n")
    assert main([str(tmp_path / "gold01.json"), str(tmp_path / "read.jsonl")]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "figures of the gold: 2"
