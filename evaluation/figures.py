"""Scores figures against the gold of the hand-made reports: ``python -m evaluation.figures GOLD.json… PRED.jsonl``.

Each ``goldNN.json`` needs its ``docNN.json`` beside it. A figure of the gold is *found* where one with overlapping
words was given to an event whose trigger overlaps; it is *right* where number, low and high are the same, *sorted*
where its kind is one that the gold's word allows. Precision is over the figures given to events of which the gold has
figures. Of gold events that were not found the figures count as not found.

Some of the gold's figures have a number and no bounds though the words are exact ("24"), where others have 24 as both
bounds. *Loosely right* is also who has the number of such a figure.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from sayso.model import Event, Figure, FigureKind
from sayso.vocab.figure_words import Bound, figure_words

KINDS: dict[str, tuple[str, ...]] = {
    "killed": ("killed",),
    "injured": ("injured",),
    "detained": ("detained",),
    "displaced": ("displaced",),
    "fighters": ("fighters",),
    "troops": ("troops",),
    "children": ("children",),
    "hostages": ("hostages",),
    "dollars": ("money",),
    "dead or missing": ("killed", "missing"),
    "killed, injured or captured": ("killed", "injured", "detained", "fighters", "other"),
    "besieged civilians": ("civilians", "other"),
    "hospitals": ("buildings",),
    "refugees": ("displaced",),
    "migrants": ("displaced", "civilians", "other"),
    "officers": ("troops",),
    "surrendered": ("fighters", "other"),
}
"""Our kinds for a word of the gold's, whose words are free; for a word not listed any kind of ``FREE`` is right."""
FREE = ("other", "civilians", "fighters", "troops")


class Gold(NamedTuple):
    """A figure of the gold: where its words and its event's trigger stand, what it counts, and its numbers.

    ``is_open`` says that its words are exact and that the gold left out the bounds.
    """

    start: int
    end: int
    trigger: tuple[int, int]
    what: str
    numbers: tuple[float | None, float | None, float | None]
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Counts:
    """How many figures the gold has, how many were found, right in number, low and high, and of the right kind.

    ``given`` are the figures given to events of the gold, ``good`` those of them loosely right and of the right kind.
    """

    gold: int = 0
    found: int = 0
    right: int = 0
    loosely: int = 0
    sorted: int = 0
    given: int = 0
    good: int = 0

    def plus(self, other: Counts) -> Counts:
        """Return the sum."""
        return Counts(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(self)))


def gold_of(gold: Any, text: str) -> Iterator[Gold]:
    """Yield the figures of a gold file; of words that stand more than once, those nearest to the trigger."""
    for event in gold["events"]:
        trigger = _nth(text, event["trigger"])
        for figure in event.get("figures") or ():
            start, end = _nearest(text, figure["words"], trigger[0])
            numbers = (figure["number"], figure["low"], figure["high"])
            is_open = numbers[0] is not None and numbers[1:] == (None, None) and not _is_hedged(text, start, end)
            yield Gold(start, end, trigger, figure["what"], numbers, is_open)


def _is_hedged(text: str, start: int, end: int) -> bool:
    """Whether words beside a number say that it is about so many."""
    words = figure_words()
    hedges = [hedge for hedge, bound in (*words.before.items(), *words.after.items()) if bound is Bound.ABOUT]
    near = text[max(0, start - 16) : end + 8].lower()
    return any(re.search(rf"\b{re.escape(hedge)}\b", near) for hedge in hedges)


def _nth(text: str, words: Any) -> tuple[int, int]:
    found = [match.span() for match in re.finditer(re.escape(words["words"]), text)]
    return found[min(words.get("nth") or 0, len(found) - 1)]


def _nearest(text: str, words: str, near: int) -> tuple[int, int]:
    found = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    return min(found, key=lambda span: abs(span[0] - near))


def kinds_of(what: str) -> tuple[str, ...]:
    """Return our kinds that a word of the gold's allows."""
    return KINDS.get(what, FREE)


def score(golds: Iterable[Gold], events: Iterable[Event]) -> Counts:
    """Return the counts of one report, from the figures of its events."""
    golds, counts, used = list(golds), Counts(), set[int]()
    triggers = {gold.trigger for gold in golds}
    given = [
        (event, figure)
        for event in events
        for figure in event.figures
        if any(_overlap((event.trigger.start, event.trigger.end), one) for one in triggers)
    ]
    for gold in golds:
        fits = [n for n, (event, figure) in enumerate(given) if n not in used and _fits(gold, event, figure)]
        best = max(fits, key=lambda n: (_is_right(gold, given[n][1]), _is_sorted(gold, given[n][1])), default=None)
        if best is not None:
            used.add(best)
        counts = counts.plus(_one(gold, given[best][1] if best is not None else None))
    return counts.plus(Counts(given=len(given)))


def _one(gold: Gold, figure: Figure | None) -> Counts:
    if figure is None:
        return Counts(gold=1)
    loosely, is_sorted = is_loosely_right(gold, figure), _is_sorted(gold, figure)
    return Counts(1, 1, _is_right(gold, figure), loosely, is_sorted, 0, loosely and is_sorted)


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _fits(gold: Gold, event: Event, figure: Figure) -> bool:
    at_words = _overlap((figure.span.start, figure.span.end), (gold.start, gold.end))
    return at_words and _overlap((event.trigger.start, event.trigger.end), gold.trigger)


def _is_right(gold: Gold, figure: Figure) -> bool:
    return (figure.number, figure.low, figure.high) == gold.numbers


def is_loosely_right(gold: Gold, figure: Figure) -> bool:
    """Whether the numbers are the gold's, of a figure whose bounds the gold left out the number alone."""
    return figure.number == gold.numbers[0] if gold.is_open else _is_right(gold, figure)


def _is_sorted(gold: Gold, figure: Figure) -> bool:
    return figure.what in map(FigureKind, kinds_of(gold.what))


class _Read(msgspec.Struct):
    id: str


class _Line(msgspec.Struct):
    report: _Read
    events: tuple[Event, ...]


def main(arguments: list[str]) -> int:
    """Print the counts for gold files and what was read."""
    *golds, read = arguments
    lines = (msgspec.json.decode(line, type=_Line) for line in Path(read).read_bytes().splitlines())
    events = {line.report.id: line.events for line in lines}
    total = Counts()
    for path in map(Path, golds):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = json.loads(path.with_name(path.name.replace("gold", "doc")).read_text(encoding="utf-8"))["text"]
        total = total.plus(score(gold_of(gold, text), events.get(gold["id"], ())))
    sys.stdout.write(shown(total))
    return 0


def shown(counts: Counts) -> str:
    """Return the counts with their shares in percent."""
    shares = (
        ("found", counts.found),
        ("number, low and high right", counts.right),
        ("loosely right", counts.loosely),
        ("right kind", counts.sorted),
    )
    lines = [f"figures of the gold: {counts.gold}", f"given to its events: {counts.given}"]
    lines += [f"{name}: {number} ({100 * number / max(counts.gold, 1):.1f} %)" for name, number in shares]
    share = 100 * counts.good / max(counts.given, 1)
    lines.append(f"loosely right and of the right kind among those given: {counts.good} ({share:.1f} %)")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
