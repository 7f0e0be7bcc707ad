"""Toponym senses: which place of its name a toponym means.

A sense is scored by how well known the place is, by what the text says of it ("Paris, Texas", "Idlib province"), and
by the company it keeps: how much of the report lies in its country and division, and how much lies near it. Each
name's likely senses are the context of all others, and are weighed anew in a few rounds (as in Speriosu and Baldridge
2013, whose SPIDER weights distances in the same way). A name has one sense in a report unless the text says otherwise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from math import cos, exp, hypot, log1p, log10, radians

from sayso.model import PlacePrecision
from sayso.vocab.gazetteer import MOST_RENOWN, Entry
from sayso.vocab.toponym_key import key_of

ROUNDS = 3
MOST = 40
"""Senses of a name that are weighed, the best known first."""
MOST_POINTS = 100
"""Places of a report to which the distance is measured, the first named first."""
BY_COUNTRY, BY_DIVISION, BY_NEARNESS = 1.0, 2.3, 3.2
COUNTRY_AS_COMPANY = 0.4
"""What a country itself counts beside a town in it: world news name the great powers everywhere."""
WITH_DIVISION, ALONE, HARDLY = frozenset(("USA",)), 0.25, 0.5
"""Where towns are told with their division (ISO 3166-1), and what their country counts where the report has nothing
else in that division."""
LIKE_COUNTRIES = frozenset(("GB-ENG",))
"""First divisions so large that two places in one have no more in common than two of a country."""
NEAR_KM = 100.0
HINT = 0.5
"""What a place counts that the report only alludes to."""
WITHIN, BESIDE, CONTAINER = 9.0, 6.0, 2.5
FAME, RENOWN, COUNTRY, DIVISION, CAPITAL, OF_OUR_OWN, OTHER_NAME = 1.1, 0.5, 3.5, 1.0, 0.75, 7.0, 2.5
UNKNOWN_POPULATION = {"ADM1": 5.5, "ADM2": 5.2, "PPL": 2.5, "PPLC": 4.0}
"""Powers of ten of people that are taken for what has no population in the gazetteer; a tenth of it for the counties
of the United States, of which there are many of every name."""
ALIKE, ALIKE_FROM = 0.8, 100_000
"""Above this ratio of letters in common, and from so many people on, a name is another spelling of the same:
``Geneva``, ``Genève``."""
DIVISION_KINDS = frozenset("province governorate district county parish region state oblast prefecture".split())
LOCAL = frozenset((PlacePrecision.SUB_CITY, PlacePrecision.CITY, PlacePrecision.DISTRICT))
FIRST_DIVISION_KINDS = frozenset("province governorate oblast".split())
TOWN_KINDS = frozenset("city town village township suburb".split())


@dataclass(frozen=True, slots=True)
class Name:
    """A name that is resolved as one: what the text says of it, what it can mean, and how often it stands there.

    ``container`` and ``beside`` are the keys of the toponyms in and near which it is said to lie.
    """

    key: str
    container: str | None
    beside: str | None
    kind: str | None
    entries: tuple[Entry, ...] = field(compare=False)
    times: int = field(default=1, compare=False)


Likely = Mapping[Name, Sequence[tuple[Entry, float]]]


class _Company:
    """How much of a report lies in each country and division, and where; a name is no company for itself."""

    def __init__(self, likely: Likely, hints: Iterable[Entry]) -> None:
        self.areas: defaultdict[str, float] = defaultdict(float)
        self.points: list[tuple[Name, float, float, float]] = []
        self._own: dict[Name, defaultdict[str, float]] = {}
        for name, senses in likely.items():
            own = self._own[name] = defaultdict(float)
            for entry, share in senses:
                for area in _areas(entry):
                    own[area] += _weight(name, entry, share)
                if share > 0.3 and entry.precision in LOCAL and len(self.points) < MOST_POINTS:
                    self.points.append((name, entry.lat, entry.lon, share))
            for area, weight in own.items():
                self.areas[area] += weight
        for entry in hints:
            for area in _areas(entry):
                self.areas[area] += HINT

    def of(self, name: Name, entry: Entry) -> float:
        """Return how well a sense fits the rest of the report."""
        country, division = self._beside(name, entry.country), self._beside(name, entry.admin1)
        if entry.precision == PlacePrecision.COUNTRY:
            return 0.5 * BY_COUNTRY * log1p(country)
        if entry.country in WITH_DIVISION and division < HARDLY:
            country *= ALONE
        near = sum(weight * _nearness(entry, lat, lon) for other, lat, lon, weight in self.points if other != name)
        return BY_COUNTRY * log1p(country) + BY_DIVISION * log1p(division) + BY_NEARNESS * log1p(near)

    def _beside(self, name: Name, area: str | None) -> float:
        """Return how much lies in a country or division besides what one name puts there."""
        return max(0.0, self.areas[area] - self._own[name][area]) if area else 0.0

    def elsewhere(self) -> float:
        """Return how much lies in the country in which most lies."""
        return max((weight for area, weight in self.areas.items() if "-" not in area), default=0.0)


def _areas(entry: Entry) -> Iterator[str]:
    """Yield the codes of the country and the division of a place."""
    if entry.country:
        yield entry.country
    if entry.admin1 and entry.admin1 not in LIKE_COUNTRIES:
        yield entry.admin1


def _weight(name: Name, entry: Entry, share: float) -> float:
    """Return how much a sense of a name counts for the others: more if it comes up often, less if it is a country.

    Unlikely senses count next to nothing: all the towns of Ohio that are called like capitals must not add up.
    """
    weight = share**2 * (1 + log1p(name.times - 1))
    return weight * COUNTRY_AS_COMPANY if entry.precision == PlacePrecision.COUNTRY else weight


def _nearness(entry: Entry, lat: float, lon: float) -> float:
    """Return 1 at the same point, falling to 0 at ``NEAR_KM``."""
    north = abs(entry.lat - lat) * 111.0
    if north >= NEAR_KM:
        return 0.0
    east = abs(entry.lon - lon) * 111.0 * cos(radians(lat))
    return max(0.0, 1 - hypot(north, east) / NEAR_KM)


def resolve(
    names: Sequence[Name], containers: Mapping[str, tuple[Entry, ...]], hints: Sequence[Entry]
) -> dict[Name, Entry]:
    """Return the sense of each name that has any; ``hints`` are places that the report only alludes to."""
    large = {name.container for name in names}
    fixed = {
        name: [(entry, _standing(name, entry, containers, name.key in large)) for entry in _meant(name)]
        for name in names
    }
    likely = {name: _shares(scored) for name, scored in fixed.items()}
    for _ in range(ROUNDS):
        company = _Company(likely, hints)
        likely = {
            name: _shares([
                (entry, score + company.of(name, entry))
                for entry, score in scored
            ])
            for name, scored in fixed.items()
        }  # fmt: skip
    best = {name: max(senses, key=lambda sense: sense[1]) for name, senses in likely.items() if senses}
    company = _Company(likely, hints)
    return {
        name: entry
        for name, (entry, _) in best.items()
        if _is_told_of(name, entry, company) and not _is_elsewhere(name, entry, containers)
    }


OBSCURE = 20_000
"""A town of fewer people is not meant where nothing else in the report lies in its country."""
ELSEWHERE = 2.5
"""Shares of names in one country that make it the one that the report is about."""
WELL_KNOWN = 500_000
"""A town of so many people is meant even where a list makes it look as if it lay elsewhere."""


def _is_told_of(name: Name, entry: Entry, company: _Company) -> bool:
    """Whether a place is well known, or the report has another reason to speak of its country."""
    if not _is_small(entry, OBSCURE) or name.container or " " in name.key:
        return True
    return company.of(name, entry) > 0 or company.elsewhere() < ELSEWHERE


def _is_elsewhere(name: Name, entry: Entry, containers: Mapping[str, tuple[Entry, ...]]) -> bool:
    """Whether a town lies in another country than the text says of it, or far from what it is said to be near."""
    if not _is_small(entry, WELL_KNOWN):
        return False
    large = [each for each in containers.get(name.container or "", ())[:4] if each.country]
    others = containers.get(name.beside or "", ())[:3]
    is_abroad = bool(large) and all(each.country != entry.country for each in large)
    return is_abroad or (bool(others) and not any(_nearness(entry, other.lat, other.lon) for other in others))


def _is_small(entry: Entry, people: int) -> bool:
    is_town = entry.feature_code.startswith("PPL") and entry.renown < MOST_RENOWN
    return is_town and entry.population < people


def _meant(name: Name) -> Iterator[Entry]:
    """Yield what a name can mean; a country's bare name means no town."""
    is_country = any(entry.feature_code.startswith("PCL") for entry in name.entries[:3])
    for entry in name.entries[:MOST]:
        if not (is_country and name.container is None and entry.feature_code in ("PPL", "ADM2")):
            yield entry


def _shares(scored: Sequence[tuple[Entry, float]]) -> list[tuple[Entry, float]]:
    best = max((score for _, score in scored), default=0.0)
    powers = [exp(score - best) for _, score in scored]
    total = sum(powers)
    return [(entry, power / total) for (entry, _), power in zip(scored, powers, strict=True)]


def _standing(name: Name, entry: Entry, containers: Mapping[str, tuple[Entry, ...]], is_container: bool) -> float:
    """Return how well a sense fits the name itself: how well known, of what kind, where it is said to lie."""
    is_better_known = any(other.feature_code.startswith(("PCL", "PPLC")) for other in name.entries[:3])
    is_large = is_container and _is_division(entry) and not is_better_known
    kind = CONTAINER if is_large else _fit_of_kind(name, entry)
    return FAME * _fame(entry) + _likeness(name, entry) + kind + _fit_in(name, entry, containers)


def _is_division(entry: Entry) -> bool:
    return entry.feature_code in ("ADM1", "ADM2")


def _fame(entry: Entry) -> float:
    """Return how well known a place is, as powers of ten of people, and more for what is known beyond its size."""
    code = entry.feature_code
    if code.startswith("PCL"):
        return log10(entry.population + 10) + COUNTRY
    if not entry.population and entry.renown == MOST_RENOWN:
        return OF_OUR_OWN + (CAPITAL if code == "PPLC" else 0.0)
    fame = log10(entry.population) if entry.population else UNKNOWN_POPULATION[code]
    if code == "ADM2" and entry.country == "USA":
        fame -= 1.0
    renown = DIVISION if code == "ADM1" else RENOWN * log10(1 + entry.renown)
    return fame + renown + (CAPITAL if code == "PPLC" else 0.0)


def _likeness(name: Name, entry: Entry) -> float:
    """Return a penalty where a place is better known by another name, the more so where a country has this one."""
    key = key_of(entry.name)
    if key == name.key or key.startswith(f"{name.key} ") or entry.feature_code.startswith("PCL"):
        return 0.0
    country = any(other.feature_code.startswith("PCL") for other in name.entries[:3])
    if country:
        return -4 * OTHER_NAME
    if entry.population < ALIKE_FROM or SequenceMatcher(None, key, name.key).ratio() <= ALIKE:
        return -OTHER_NAME
    return 0.0


def _fit_of_kind(name: Name, entry: Entry) -> float:
    division = _is_division(entry)
    if name.kind in DIVISION_KINDS:
        return 2.5 if division else 0.0
    if name.kind in TOWN_KINDS:
        return 2.5 if entry.feature_code.startswith("PPL") else 0.0
    if division and any(_is_capital(other, entry) for other in name.entries[:6]):
        return -3.0
    return -3.0 if division and any(_is_seat(name, other, entry) for other in name.entries[:6]) else 0.0


def _is_capital(town: Entry, division: Entry) -> bool:
    """Whether the capital of its country has a division's name: bare "Washington" is the city."""
    return town.feature_code == "PPLC" and town.country == division.country


def _is_seat(name: Name, town: Entry, division: Entry) -> bool:
    """Whether a town gave a division its name: where the kind isn't said, the town is meant."""
    if not town.feature_code.startswith("PPL") or key_of(town.name).removesuffix(" city") != name.key:
        return False
    return town.admin1 == division.admin1 or _nearness(town, division.lat, division.lon) > 0.3


def _fit_in(name: Name, entry: Entry, containers: Mapping[str, tuple[Entry, ...]]) -> float:
    fit = 0.0
    if name.container and any(lies_in(entry, large) for large in containers.get(name.container, ())[:4]):
        fit += WITHIN
    if name.beside:
        others = containers.get(name.beside, ())[:3]
        fit += BESIDE * max((_nearness(entry, other.lat, other.lon) for other in others), default=0.0)
    return fit


def lies_in(entry: Entry, large: Entry) -> bool:
    """Whether a place lies in a country or division, as far as their codes tell."""
    if large == entry or large.country != entry.country or large.country is None:
        return False
    if large.feature_code.startswith("PCL"):
        return True
    if large.feature_code == "ADM2":
        return large.admin1 == entry.admin1 and _nearness(entry, large.lat, large.lon) > 0.4
    return large.feature_code == "ADM1" and large.admin1 == entry.admin1
