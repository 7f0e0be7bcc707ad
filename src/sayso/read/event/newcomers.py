"""Newcomers: parties that come up only as an actor or a recipient: a country that is attacked, *two dock workers*."""

from __future__ import annotations

from sayso.model import Party, PartyType, Place, Span
from sayso.read.found import Found
from sayso.read.syntax import Syntax, Token
from sayso.vocab import countries, titles

FACILITIES = frozenset(
    "base camp garrison barracks checkpoint outpost station embassy consulate school university hospital clinic "
    "mosque church temple monastery factory refinery bank mine newspaper prison market hotel airport airbase "
    "parliament".split()
)
"""Words for what people run and others attack, close or raid."""
HUMAN = ("er", "or", "ist", "ian", "ee", "ant", "man", "eer")
"""How words for what people are often end."""
ALSO_HUMAN = frozenset(
    "national counterpart functionary relative hostage captive colleague youth nun nurse refugee victim suspect "
    "dissident peasant monk cleric imam aide rebel bystander passerby villager".split()
)
THINGS = frozenset(
    "house post time watch work system paper affair relation radio television wire program programme defence defense "
    "operation campaign crown command".split()
)
"""Words that are a body in a name only: *the House*, but soldiers storm *a house*."""
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

    def is_country(self, place: str | None) -> bool:
        """Whether a place is a country or a territory."""
        return any(one.id == place and one.feature_code in COUNTRY for one in self.found.places)

    def state(self, place: str | None) -> str | None:
        """Return the id of the government of a place that is a country or a capital, ``None`` for other places."""
        known = next((one for one in self.found.places if one.id == place), None)
        if known is None or known.country is None:
            return None
        if known.feature_code not in COUNTRY and countries.by_capital(known.name) is None:
            return None
        if known.country not in self.by_country:
            self.by_country[known.country] = self._add(_state_name(known), PartyType.GOVERNMENT, known.mentions, known)
        return self.by_country[known.country]

    def of_demonym(self, word: str) -> str | None:
        """Return the id of the state that an adjective names, as in *the Turkish offensive*."""
        country = countries.by_demonym(word)
        if country is None:
            return None
        if country.alpha3 not in self.by_country:
            id = self._add(country.name, PartyType.GOVERNMENT, (), None)
            self.by_country[country.alpha3] = id
        return self.by_country[country.alpha3]

    def described(self, i: int, span: Span) -> str | None:
        """Return the id of a party for a description of people or of a body, ``None`` for what is neither."""
        kind = _kind(self.found.syntax, self.found.syntax.tokens[i])
        return self._add(span.exact, kind, (span,), None) if kind else None

    def _add(self, name: str, kind: PartyType, mentions: tuple[Span, ...], place: Place | None) -> str:
        id = f"p{len(self.found.parties) + len(self.parties) + 1}"
        country = place.country if place else None
        self.parties.append(Party(id, name, kind, country=country, mentions=mentions, made_by=self.made_by))
        return id


def _state_name(place: Place) -> str:
    country = countries.by_capital(place.name)
    return country.name if country and place.feature_code not in COUNTRY else place.name


def _kind(syntax: Syntax, token: Token) -> PartyType | None:
    """Return what kind of party a noun describes: a body by its noun, several people, or one by what they are."""
    noun, single = token.lower, token.lower.removesuffix("s")
    if token.tag not in ("NN", "NNS", "NNP", "NNPS", "JJ") or titles.is_place_or_thing(single):
        return None
    if single in THINGS or any(syntax.tokens[c].lower == "no" for c in syntax.children[token.i]):
        return None
    if body := titles.body_type(noun) or titles.body_type(single):
        return body
    if single in FACILITIES:
        return PartyType.ORGANISATION
    several = token.tag == "NNS" and (single.endswith(HUMAN) or single in ALSO_HUMAN)
    demonym = noun != single and countries.by_demonym(token.text.removesuffix("s")) is not None
    return PartyType.PEOPLE if titles.is_human(noun) or several or demonym or single in ALSO_HUMAN else None
