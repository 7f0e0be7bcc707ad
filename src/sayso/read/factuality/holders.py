"""Holders: the chain of those in whose words something stands, nearest first, the report last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from sayso.read.factuality.telling import Telling
from sayso.read.found import Found

REPORT = "report"
"""The holder that stands for the report's own voice."""


def tellings_of(found: Found) -> Mapping[str, Telling]:
    """Return the attributions as tellings, by id, innermost first."""
    parents = {one.id: one.parent for one in found.attributions}
    tellings = [Telling(found.syntax, one) for one in found.attributions]
    tellings.sort(key=lambda one: (-_depth(parents, one.attribution.id), len(one.words)))
    return {one.attribution.id: one for one in tellings}


def over_words(tellings: Iterable[Telling]) -> Mapping[int, list[Telling]]:
    """Return, for each word by index, the tellings in whose content it stands, in the order given."""
    over = defaultdict[int, list[Telling]](list)
    for telling in tellings:
        for i in telling.words:
            over[i].append(telling)
    return over


def _depth(parents: Mapping[str, str | None], id: str) -> int:
    above, seen = parents.get(id), {id}
    while above is not None and above not in seen:
        seen.add(above)
        above = parents.get(above)
    return len(seen)


def chain(
    telling: Telling, tellings: Mapping[str, Telling], answered_by: frozenset[str | None] = frozenset()
) -> tuple[str | None, ...]:
    """Return the holders of what an attribution tells: speaker, through whom, outlet, who told of that, the report.

    One who denies what is told inside, or keeps silent about it, does not pass it on and is no link of the chain;
    neither are the parties ``answered_by``, if they are taken to be the ones who tell it.
    """
    links: list[str | None] = []
    for one in _upwards(telling, tellings):
        attribution = one.attribution
        speaker = None if one is telling and attribution.speaker in answered_by else attribution.speaker
        for link in (speaker, *(via.party for via in attribution.via)):
            if link is None or link not in links:
                links.append(link)
        if attribution.outlet is not None and attribution.outlet not in links:
            links.append(attribution.outlet)
    return (*links, REPORT)


def _upwards(telling: Telling, tellings: Mapping[str, Telling]) -> Iterator[Telling]:
    """Yield an attribution and those around it that pass it on."""
    yield telling
    seen = {telling.attribution.id}
    above = tellings.get(telling.attribution.parent or "")
    while above is not None and above.attribution.id not in seen:
        seen.add(above.attribution.id)
        if above.passes_on:
            yield above
        above = tellings.get(above.attribution.parent or "")
