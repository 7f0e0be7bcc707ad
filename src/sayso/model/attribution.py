"""Attribution: words, a claim, a belief or a request given to someone other than the report itself."""

from __future__ import annotations

import msgspec

from sayso.model.drawing import html_of
from sayso.model.span import Span
from sayso.model.values import Channel, QuoteType, SpeechAct


class Reference(msgspec.Struct, frozen=True):
    """Words that refer to someone, and the party that they refer to (its id), if it is known."""

    span: Span
    party: str | None = None


class Condition(msgspec.Struct, frozen=True):
    """The condition of a promise, threat or request (``if_``) and the consequence that it governs (``then``)."""

    if_: Span = msgspec.field(name="if")
    then: Span | None = None


class Attribution(msgspec.Struct, frozen=True, repr_omit_defaults=True):
    """Who said what, to whom, through whom, when and where.

    ``source``, ``cue`` and ``content`` are the words (PARC); ``speaker`` is the id of the party that the source
    refers to, ``None`` where no one is named. ``via`` are the reports or outlets that it passed through,
    ``parent`` the id of the attribution inside whose content this one stands (A says that B said), ``floating``
    a quotation without a cue of its own. ``score`` is 0 to 1.
    """

    id: str
    source: Span | None
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    quote_type: QuoteType
    speech_act: SpeechAct = SpeechAct.ASSERT
    speaker: str | None = None
    addressee: Reference | None = None
    via: tuple[Reference, ...] = ()
    channel: Channel | None = None
    outlet: str | None = None
    said_on: str | None = None
    said_at: str | None = None
    floating: bool = False
    parent: str | None = None
    condition: Condition | None = None
    deadline: str | None = None
    score: float = 1.0
    made_by: str = ""

    def _repr_html_(self) -> str | None:
        return html_of(self)
