"""Party: who can act or speak."""

from __future__ import annotations

import msgspec

from sayso.model.span import Span
from sayso.model.values import PartyType, TieKind


class Role(msgspec.Struct, frozen=True):
    """What a party is said to be: ``Taliban spokesman``."""

    title: str
    span: Span


class Tie(msgspec.Struct, frozen=True):
    """How the party stands to another party of the report (its id), and the words that say so."""

    tie: TieKind
    party: str
    span: Span


class Party(msgspec.Struct, frozen=True):
    """Who can act or speak: a person, group, organisation, government, outlet, or unnamed people.

    ``name`` is the fullest name in the report, as printed; ``aliases`` are the other names and
    descriptions used for it; ``mentions`` every place in the text that names it, pronouns too.
    ``country`` is ISO 3166-1 alpha-3.
    """

    id: str
    name: str
    type: PartyType
    aliases: tuple[str, ...] = ()
    country: str | None = None
    roles: tuple[Role, ...] = ()
    ties: tuple[Tie, ...] = ()
    mentions: tuple[Span, ...] = ()
    made_by: str = ""
