"""The labels of the heads of events. They travel with the weights."""

from __future__ import annotations

TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
"""PLOVER's types, in the order of the network's outputs."""
CLASSES = ("none", *TYPES, "other")
"""What a word may tell of: no event that a reader would note, one of a type, or one that PLOVER has no type for."""
NONE, OTHER = 0, len(CLASSES) - 1
SLOTS = ("actor", "recipient", "place")
CASES = ("lower", "title", "as it is")
"""How a word of a text in capitals would be printed."""
YIELD = "YIELD"
YIELDING = ("CONCEDE", "RETREAT")
"""PLOVER's two types of giving way, which PLV still has as one."""
PLV_TYPES = (
    "AGREE", "CONSULT", "SUPPORT", YIELD, "COOPERATE", "AID", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip


def members(type: str) -> tuple[int, ...]:
    """Return the classes that a type, of PLOVER or of PLV, is made of."""
    return tuple(CLASSES.index(one) for one in (YIELDING if type == YIELD else (type,)))
