"""The words around an event's trigger that are shown for it: its clause, or as much of it as fits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.export.told import on_one_line
from sayso.model import Claim, Event, Span

LONGEST = 160
"""Characters; a longer clause is cut around its trigger."""
BESIDE = 65
"""Characters on either side of the trigger, where the clause is not known or is cut."""
CUT = "…"


def clause_of(event: Event, claims: Iterable[Claim], text: str) -> tuple[str, str, str]:
    """Return the words before the trigger, the trigger and the words after it, each on one line.

    The clause is the shortest span of the event's claims that holds the trigger; failing that, the words from its
    first slot or figure to its last, or the words around the trigger.
    """
    trigger = event.trigger
    (start, end), within = _bounds(event, claims, text)
    before, after = text[start : trigger.start], text[trigger.end : end]
    opening = f"{CUT * (start > within[0])}{on_one_line(before)}{' ' * before[-1:].isspace()}"
    closing = f"{' ' * after[:1].isspace()}{on_one_line(after)}".rstrip()
    return opening.lstrip(), on_one_line(trigger.exact), f"{closing}{CUT * (end < within[1])}"


Bounds = tuple[int, int]
"""Where words begin and end, end exclusive."""


def _bounds(event: Event, claims: Iterable[Claim], text: str) -> tuple[Bounds, Bounds]:
    """Return the bounds of the words to show, and those of the words that they are cut from."""
    spans = sorted(_clauses(event, claims), key=lambda span: span[1] - span[0])
    if spans and spans[0][1] - spans[0][0] <= LONGEST:
        return spans[0], spans[0]
    parts = [(span.start, span.end) for span in _parts(event)]
    hull = min(part[0] for part in parts), max(part[1] for part in parts)
    if len(parts) > 1 and hull[1] - hull[0] <= LONGEST and "\n" not in text[hull[0] : hull[1]]:
        return hull, hull
    within = spans[0] if spans else _paragraph(event.trigger, text)
    return _around(event.trigger, text, within), within


def _clauses(event: Event, claims: Iterable[Claim]) -> Iterator[Bounds]:
    for claim in claims:
        yield from ((span.start, span.end) for span in claim.spans if span.covers(event.trigger))


def _parts(event: Event) -> Iterator[Span]:
    yield event.trigger
    yield from (slot.span for slot in event.slots)
    yield from (figure.span for figure in event.figures)


def _paragraph(trigger: Span, text: str) -> Bounds:
    end = text.find("\n", trigger.end)
    return text.rfind("\n", 0, trigger.start) + 1, len(text) if end < 0 else end


def _around(trigger: Span, text: str, within: Bounds) -> Bounds:
    """Return whole words around the trigger, as far as they fit and stay ``within``."""
    start, end = within
    if trigger.start - start > BESIDE:
        left = trigger.start - BESIDE
        start = left + text[left : trigger.start].find(" ") + 1
    if end - trigger.end > BESIDE:
        right = trigger.end + BESIDE
        blank = text.rfind(" ", trigger.end, right)
        end = right if blank < 0 else blank
    return start, end
