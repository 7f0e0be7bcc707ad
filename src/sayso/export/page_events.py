"""The events of a page: their marks in the text, and the list of what happened, according to whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from sayso.export.marks import Part, Segment
from sayso.export.plain import escaped
from sayso.export.told import Told, counted
from sayso.export.told_events import ToldClaim, ToldEvent
from sayso.model import Factuality

EVENTS = "What happened, according to whom"
LEGEND = """<li><span class="trigger">event</span>: someone is certain that it happened</li>
<li><span class="trigger unsure">event</span>: no one is certain that it happened</li>
<li>Point at an event to see who, to whom, where, when and how many.</li>
"""
LABELS = {
    Part.ACTOR: "who", Part.RECIPIENT: "to whom", Part.PLACE: "where", Part.TIME: "when", Part.FIGURE: "how many",
}  # fmt: skip
"""What the parts of an event are called where they are lit up."""


def happenings(segment: Segment, prefix: str) -> str:
    """Return the badges of the events whose trigger begins with a segment; each leads to the event's card."""
    return "".join(
        f'<a class="no ev" id="{prefix}trigger-{n}" href="#{prefix}event-{n}" data-no="E{n}"'
        f' aria-label="event {n}"></a>'
        for n in segment.triggers
    )


def classes(segment: Segment, prefix: str) -> list[str]:
    """Return the classes of a segment that is part of events; the last segment of a part carries its label."""
    names = []
    for mark in segment.of_events:
        names.append(f"{prefix}{'c' if mark.part is Part.CLAIM else 'e'}{mark.number}")
        if mark.part is Part.TRIGGER:
            names += ["trigger", f"{prefix}t{mark.number}"]
        elif mark.part in LABELS and mark.end == segment.end:
            names.append(f"{prefix}e{mark.number}-{mark.part}")
    return list(dict.fromkeys(names))


def event_lights(events: Iterable[ToldEvent], prefix: str) -> str:
    """Return the rules that draw unsure triggers, and light up the words of an event that is pointed at."""
    return "".join(rule for one in events for rule in (_look(one, prefix), _light(one, prefix)))


def _look(one: ToldEvent, prefix: str) -> str:
    sure = any(held.claim.factuality is Factuality.CT_PLUS for held in one.held)
    return "" if sure else f".sayso .{prefix}t{one.number}{{border-style:dashed}}"


def _light(one: ToldEvent, prefix: str) -> str:
    n = one.number
    pointed = [
        f".sayso:has(#{prefix}event-{n}:is(:target,:hover,:focus-within))",
        f".sayso:has(#{prefix}trigger-{n}:is(:target,:hover,:focus))",
    ]
    parts = {Part(slot.slot.value) for slot in one.event.slots} | ({Part.FIGURE} if one.event.figures else set())
    rules = [(f".{prefix}e{n}", "background:var(--lit);color:var(--lit-ink)")]
    rules += [(f".{prefix}c{n}", "box-shadow:0 .2em var(--lit)")]
    rules += [(f".{prefix}e{n}-{part}", "position:relative") for part in LABELS if part in parts]
    rules += [(f".{prefix}e{n}-{part}::after", f'content:"{LABELS[part]}"') for part in LABELS if part in parts]
    return "".join(f"{','.join(f'{where} {what}' for where in pointed)}{{{style}}}" for what, style in rules)


def section(events: Sequence[ToldEvent], hidden: int, told: Iterable[Told], prefix: str) -> str:
    """Return the list of events with who holds what of them; empty where there are none.

    ``hidden`` is how many are not told; ``told`` are the attributions to which claims lead.
    """
    if not events and not hidden:
        return ""
    numbers = {one.attribution.id: one.number for one in told}
    groups = []
    for background, group in groupby(events, key=lambda one: one.event.background):
        cards = "".join(_card(one, numbers, prefix) for one in group)
        groups.append(f"{'<h3>Background</h3>' * background}<ol>\n{cards}</ol>\n")
    more = f'<p class="nothing">{counted(hidden, "more event")} without a type: not shown.</p>\n' if hidden else ""
    return f'<section class="events" id="{prefix}happened">\n<h2>{EVENTS}</h2>\n{"".join(groups)}{more}</section>\n'


def _card(one: ToldEvent, numbers: dict[str, int], prefix: str) -> str:
    n, place = one.number, f"#{prefix}trigger-{one.number}"
    before, trigger, after = map(escaped, one.clause)
    facts = " · ".join(f"<bdi>{escaped(fact)}</bdi>" for fact in one.facts)
    held = "".join(_held(held, numbers, prefix) for held in one.held)
    return (
        f'<li class="card event" id="{prefix}event-{n}" value="{n}"><p class="how">'
        f'<span class="kind">{escaped(one.code or "no type")}</span>'
        f'<a class="no ev" href="{place}" data-no="E{n}" aria-label="words of event {n}"></a> {facts}</p>\n'
        f'<p class="words" dir="auto"><a href="{place}">{before}<strong>{trigger}</strong>{after}</a></p>\n'
        f"{held}</li>\n"
    )


def _held(held: ToldClaim, numbers: dict[str, int], prefix: str) -> str:
    number = numbers.get(held.claim.attribution or "")
    basis = f" · {escaped(held.basis)}" if held.basis else ""
    link = f' · <a href="#{prefix}says-{number}">attribution {number}</a>' if number else ""
    holder = f"<bdi>{escaped(held.holder)}</bdi>"
    return f'<p class="held"><strong>{held.certainty}</strong>, according to {holder}{basis}{link}</p>\n'
