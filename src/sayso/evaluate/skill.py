"""The names of the skills of reading."""

from __future__ import annotations

from enum import StrEnum


class Skill(StrEnum):
    """What reading can be scored on."""

    ATTRIBUTIONS = "attributions"
    SPEAKERS = "speakers"
    PARTIES = "parties"
    TIMES = "times"
    PLACES = "places"
    EVENTS = "events"
    SENTENCES = "sentences"
    INCIDENTS = "incidents"
    FACTUALITY = "factuality"
    DISPUTES = "disputes"
