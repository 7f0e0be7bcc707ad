"""Newcomers: parties that come up only as an actor or a recipient: a country that is attacked, *two dock workers*."""

from __future__ import annotations

from sayso.model import Party, PartyType, Place, Span
from sayso.read.found import Found
from sayso.read.syntax import Syntax, Token
from sayso.vocab import countries, titles

COUNTRY = frozenset({"PCLI", "PCLD", "PCLF", "PCLS", "PCL", "PCLIX", "TERR"})
"""GeoNames' codes of countries and territories."""


class Newcomers:
    """The parties that the events bring in, numbered on from those found before."""

    def __init__(self, found: Found, made_by: str) -> None:
        """Start with none."""
        self.found, self.made_by = found, made_by
        self.parties: list[Party] = []
        self.by_country: dict[str, str] = {
            party.country: party.id
            for party in reversed(found.parties)
            if party.type is PartyType.GOVERNMENT and party.country and countries.by_name(party.name)
        }

    def state(self, place: str | None) -> str | None:
        """Return the id of the government of a place that is a country, ``None`` for other places."""
        known = next((one for one in self.found.places if one.id == place), None)
        if known is None or known.country is None or known.feature_code not in COUNTRY:
            return None
        if known.country not in self.by_country:
            self.by_country[known.country] = self._add(known.name, PartyType.GOVERNMENT, known.mentions, known)
        return self.by_country[known.country]

    def described(self, i: int, span: Span) -> str | None:
        """Return the id of a party for a description of people or of a body, ``None`` for what is neither."""
        kind = _kind(self.found.syntax, self.found.syntax.tokens[i])
        return self._add(span.exact, kind, (span,), None) if kind else None

    def _add(self, name: str, kind: PartyType, mentions: tuple[Span, ...], place: Place | None) -> str:
        id = f"p{len(self.found.parties) + len(self.parties) + 1}"
        country = place.country if place else None
        self.parties.append(Party(id, name, kind, country=country, mentions=mentions, made_by=self.made_by))
        return id


def _kind(syntax: Syntax, token: Token) -> PartyType | None:
    """Return what kind of party a noun describes: a body by its noun, several people, or one by what they are."""
    noun, single = token.lower, token.lower.removesuffix("s")
    if token.tag not in ("NN", "NNS", "NNP", "NNPS", "JJ") or titles.is_place_or_thing(single):
        return None
    if body := titles.body_type(noun) or titles.body_type(single):
        return body
    counted = any(syntax.tokens[c].dep == "nummod" for c in syntax.children[token.i])
    human = titles.is_people(noun) or titles.is_people(single) or titles.is_role(noun) or titles.is_role(single)
    return PartyType.PEOPLE if human or (counted and single.endswith(("er", "or", "ist", "ian", "national"))) else None
