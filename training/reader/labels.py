"""The labels of each head, in the order of the network's outputs. They travel with the weights."""

from __future__ import annotations

ROLES = ("source", "cue", "content")
LINK_TAGS = ("O", *(f"{mark}-{role}" for role in ROLES for mark in "BILU"))
"""Begin, inside, last and unit of each role (Ratinov and Roth 2009), conditioned on a cue."""
PARTY_TYPES = ("person", "organisation", "armed_group", "government", "outlet", "place")
PARTY_TAGS = ("O", *(f"{mark}-{kind}" for kind in PARTY_TYPES for mark in "BI"))
ACTS = (
    "assert", "deny", "acknowledge", "accuse", "condemn", "praise", "promise", "threaten", "warn", "request", "refuse",
    "concede", "expect", "retract", "decline_comment",
)  # fmt: skip
CORPORA = ("polnear", "reports")
"""What counts as an attribution differs: PolNeAR marks stances and plans too, and nothing inside another's content."""
SHARED_LAYERS = 4
"""The encoder gives out what this many of its layers make of the text: the events' own layers go on from there."""
