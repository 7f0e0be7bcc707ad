"""Events: what is told to have happened, with type, mode, who, to whom, where and when, each with its words.

The encoder finds triggers and scores fillers; the tree, the parties, places and times decide with it. What is said is
an attribution: the cue of one is no event, its speech act has the PLOVER type.
"""

from __future__ import annotations

from dataclasses import replace

from sayso.model import Attribution, Event, Report, Slot, SlotName, Span, Unresolved
from sayso.read.encoder.network import network
from sayso.read.event.causes import natural
from sayso.read.event.fillers import Filled, Slots, filled
from sayso.read.event.grammar import is_at, is_one_sided
from sayso.read.event.named import Who, main_of
from sayso.read.event.newcomers import Newcomers
from sayso.read.event.spoken import VERBAL, Spoken
from sayso.read.event.trigger import Trigger, is_craft, triggers
from sayso.read.event.when import is_history, when
from sayso.read.found import Found
from sayso.read.syntax import Syntax
from sayso.read.tree import sentence_of
from sayso.vocab import countries
from sayso.vocab.modes import mode_of

MADE_BY = "events/encoder@1"
STAGE = "events"
PARTIES = (SlotName.ACTOR, SlotName.RECIPIENT)
"""A word that is not listed for its type tells of it only where one of these is known."""
WINDOW = 7
"""Words before and after a trigger, in its sentence, that may tell its mode."""


def find(report: Report, found: Found) -> Found:
    """Return what was found with the events of the report, in the order of the text."""
    syntax = found.syntax
    if syntax.signals is None or not syntax.tokens:
        return found
    net = network()
    spoken, slots = Spoken(found), Slots(net, syntax.signals)
    reader = _Reader(report, found)
    for trigger in triggers(syntax, net.event_types):
        fillers = filled(syntax, slots, trigger, reader.is_party)
        if not spoken.tells(trigger):
            reader.add(trigger, fillers)
        elif spoken.leaves_out(trigger):
            reader.add(trigger, fillers, only_to_someone=True)
    return found.having(
        parties=(*found.parties, *reader.newcomers.parties), events=tuple(reader.events),
        unresolved=(*found.unresolved, *reader.unresolved),
    )  # fmt: skip


class _Reader:
    """Makes events of triggers, and keeps what their fillers bring in and leave open."""

    def __init__(self, report: Report, found: Found) -> None:
        self.report, self.found = report, found
        self.who = Who(found)
        self.newcomers = Newcomers(found, MADE_BY)
        self.events: list[Event] = []
        self.unresolved: list[Unresolved] = []

    def is_party(self, i: int) -> bool:
        """Whether a party is known for a word, or it names a state that attacks or is attacked."""
        if self.who.party(i) is not None:
            return True
        token = self.found.syntax.tokens[i]
        if token.dep == "amod":
            return countries.by_demonym(token.text) is not None and is_one_sided(self.found.syntax, token.head)
        place = token.dep == "pobj" or (token.dep == "poss" and is_one_sided(self.found.syntax, token.head))
        return place and self.newcomers.is_country(self.who.place(i))

    def add(self, trigger: Trigger, fillers: list[Filled], *, only_to_someone: bool = False) -> None:
        """Add the event of a trigger; where it is said, ``only_to_someone`` that is known."""
        if trigger.type and natural(self.found.syntax, trigger):
            trigger = replace(trigger, type=None)
        words = _span(self.found.syntax, trigger.first, trigger.last)
        slots = [slot for one in fillers if not (slot := self._slot(one, trigger)).span.overlaps(words)]
        if trigger.type and not trigger.listed and not any(s.id and s.slot in PARTIES for s in slots):
            trigger = replace(trigger, type=None)
        ids = {name: tuple(dict.fromkeys(s.id for s in slots if s.slot is name and s.id)) for name in SlotName}
        if only_to_someone and not ids[SlotName.RECIPIENT]:
            return
        inside = [one for one in self.found.attributions if any(piece.covers(words) for piece in one.content)]
        slots = [one for one in slots if one.slot is not SlotName.PLACE or _is_told_there(one.span, inside)]
        ids[SlotName.PLACE] = tuple(one.id for one in slots if one.slot is SlotName.PLACE and one.id)
        time = when(self.found, trigger, frozenset(one.said_on for one in inside if one.said_on))
        if time is not None:
            slots.append(Slot(SlotName.TIME, time.span, time.id))
        syntax, actors = self.found.syntax, ids[SlotName.ACTOR]
        self.events.append(Event(
            id=f"e{len(self.events) + 1}", trigger=words, type=trigger.type,
            mode=_mode(syntax, trigger), actors=actors,
            recipients=tuple(one for one in ids[SlotName.RECIPIENT] if one not in actors),
            place=next(iter(ids[SlotName.PLACE]), None), time=time.id if time else None,
            score=round(trigger.score, 3), made_by=MADE_BY, slots=tuple(slots),
            background=is_history(self.report, time),
        ))  # fmt: skip
        self.unresolved += [_unknown(s) for s in slots if s.id is None and trigger.type is not None]

    def _slot(self, one: Filled, trigger: Trigger) -> Slot:
        """Return a slot; what is done in words to someone's thing is done to its owner, as PLOVER codes it."""
        span, place = self.who.span(one.i), self.who.place(one.i)
        if one.slot is SlotName.PLACE:
            return Slot(one.slot, span, place)
        party = self.who.party(one.i) or (self.newcomers.state(place) if trigger.type else None)
        if party is None and one.slot is SlotName.RECIPIENT and (trigger.type in VERBAL or trigger.type == "SANCTION"):
            party = self.who.owner(one.i)
        token = self.found.syntax.tokens[one.i]
        if party is None and trigger.type and one.slot is SlotName.ACTOR and token.tag in ("JJ", "NNP"):
            party = self.newcomers.of_demonym(token.text)
        if party is None and trigger.type and one.slot is SlotName.ACTOR:
            party = self._state_of_craft(one.i)
        if party is None and place is None and trigger.type:
            party = self.newcomers.described(main_of(self.found.syntax, one.i), span)
        if party is None and place and one.slot is SlotName.RECIPIENT and is_at(self.found.syntax, trigger, one.i):
            return Slot(SlotName.PLACE, span, place)  # "bombed the town" is told of a place where nobody is named
        return Slot(one.slot, span, party)

    def _state_of_craft(self, i: int) -> str | None:
        """Return the id of the state whose craft a word names: *Turkish jets*."""
        syntax = self.found.syntax
        if not is_craft(syntax.tokens[i].lower):
            return None
        states = (self.newcomers.of_demonym(syntax.tokens[c].text) for c in syntax.children[i])
        return next((state for state in states if state), None)


def _is_told_there(place: Span, inside: list[Attribution]) -> bool:
    """Whether a place stands in the words of whoever tells of an event: where something is said it need not happen."""
    return all(any(piece.covers(place) for piece in one.content) for one in inside)


def _unknown(slot: Slot) -> Unresolved:
    return Unresolved(
        STAGE, slot.span, f'No party or place is known for "{slot.span.exact}", the {slot.slot} of this event.'
    )


def _span(syntax: Syntax, first: int, last: int) -> Span:
    return Span.of(syntax.text, syntax.tokens[first].start, syntax.tokens[last - 1].end)


def _mode(syntax: Syntax, trigger: Trigger) -> str | None:
    if trigger.type is None:
        return None
    first, last = trigger.first - WINDOW, trigger.last + WINDOW
    own = [t.lower for t in syntax.tokens[trigger.first : trigger.last]]
    return mode_of(trigger.type, own, [t.lower for t in sentence_of(syntax, trigger.i) if first <= t.i < last])
