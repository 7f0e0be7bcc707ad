"""The nouns of sayso, frozen and typed, with their JSON."""

from sayso.model.attribution import Attribution, Condition, Reference
from sayso.model.claim import Claim
from sayso.model.commitment import Commitment
from sayso.model.event import Event, Figure, Slot
from sayso.model.findings import Findings, Unresolved
from sayso.model.happened import Happened
from sayso.model.judgement import Judgement
from sayso.model.matter import Comparison, Matter, Side, SideSpan
from sayso.model.party import Party, Role, Tie
from sayso.model.place import Place
from sayso.model.report import Capture, Report
from sayso.model.span import Span
from sayso.model.time import Time
from sayso.model.values import (
    Basis,
    Channel,
    Factuality,
    FigureKind,
    MatterKind,
    Outcome,
    PartyType,
    PlacePrecision,
    QuoteType,
    SlotName,
    SpeechAct,
    Status,
    TieKind,
    TimePrecision,
    TimexMod,
    TimexType,
)

__all__ = [
    "Attribution", "Basis", "Capture", "Channel", "Claim", "Commitment", "Comparison", "Condition", "Event",
    "Factuality", "Figure", "FigureKind", "Findings", "Happened", "Judgement", "Matter", "MatterKind", "Outcome",
    "Party", "PartyType", "Place", "PlacePrecision", "QuoteType", "Reference", "Report", "Role", "Side", "SideSpan",
    "Slot", "SlotName", "Span", "SpeechAct", "Status", "Tie", "TieKind", "Time", "TimePrecision", "TimexMod",
    "TimexType", "Unresolved",
]  # fmt: skip
