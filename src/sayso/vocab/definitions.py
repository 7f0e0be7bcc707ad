"""Definitions: the fixed lists with a one-line meaning of each value, read from ``vocab/values/*.toml``.

The files are there for people to read and correct; ``model/values.py`` holds the same values for the type checker, and
a test keeps the two equal.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

import msgspec

ORDER = (
    "party_types", "ties", "place_precisions", "timex_types", "timex_mods", "time_precisions", "quote_types",
    "speech_acts", "channels", "slots", "figures", "factuality", "basis", "statuses", "matter_kinds",
    "comparison_words", "outcomes",
)  # fmt: skip
"""The lists in the order in which a report is read and worked on; ``plover`` has a shape of its own."""


class Definition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One value of a list and what it means.

    ``plover`` and ``mode`` name its counterpart in PLOVER, ``cameo`` the nearest CAMEO code (two digits for a whole
    root); ``note`` says what is open about them. ``shown`` is how the value is put to people, where its name is a code.
    """

    name: str
    means: str
    plover: str | None = None
    mode: str | None = None
    cameo: str | None = None
    note: str | None = None
    shown: str | None = None


class Vocabulary(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A fixed list: what it is about, the standard it follows, and its values in order."""

    about: str
    standard: str
    values: tuple[Definition, ...] = msgspec.field(name="value")

    @property
    def names(self) -> tuple[str, ...]:
        """The values alone."""
        return tuple(definition.name for definition in self.values)

    def definition(self, name: str) -> Definition | None:
        """Return the definition of a value, or ``None`` where the list has no such value."""
        return next((definition for definition in self.values if definition.name == name), None)


class EventType(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A PLOVER type: its quad class (1 to 4), score (-10 to 10, ``None`` where PLOVER's is faulty) and modes."""

    name: str
    means: str
    quad: int
    recipient: bool
    score: float | None = None
    modes: tuple[Definition, ...] = ()

    @property
    def mode_names(self) -> tuple[str, ...]:
        """The modes alone."""
        return tuple(mode.name for mode in self.modes)


class Plover(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """PLOVER: event types with their modes, contexts, auxiliary modes, sectors and non-state codes."""

    about: str
    standard: str
    faults: tuple[str, ...]
    types: tuple[EventType, ...] = msgspec.field(name="type")
    contexts: tuple[Definition, ...] = msgspec.field(name="context")
    auxiliaries: tuple[Definition, ...] = msgspec.field(name="auxiliary")
    sectors: tuple[Definition, ...] = msgspec.field(name="sector")
    nonstates: tuple[Definition, ...] = msgspec.field(name="nonstate")

    def type(self, name: str) -> EventType | None:
        """Return the event type of this name, or ``None``."""
        return next((event_type for event_type in self.types if event_type.name == name), None)


@lru_cache
def vocabulary(name: str) -> Vocabulary:
    """Return the list of this name, one of ``ORDER``. Raises ``FileNotFoundError`` for any other."""
    return msgspec.toml.decode(_toml(name), type=Vocabulary)


@lru_cache
def plover() -> Plover:
    """Return PLOVER's lists."""
    return msgspec.toml.decode(_toml("plover"), type=Plover)


def _toml(name: str) -> bytes:
    return (files("sayso.vocab") / "values" / f"{name}.toml").read_bytes()
