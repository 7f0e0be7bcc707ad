"""Matters: the claims about one thing, gathered from what two claims at a time have with each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sayso.compare import agreements, denials, happenings, set_against, shifts
from sayso.compare.fields import compared
from sayso.compare.links import Link
from sayso.compare.pairs import Weights, pairs
from sayso.compare.propositions import Proposition, propositions
from sayso.compare.words import printed
from sayso.model import Comparison, Findings, Matter, MatterKind, Side, SideSpan

MADE_BY = "compare/structure@1"
LONGEST_ABOUT = 60
"""Code points of the words that say what a matter is about."""


def matters(
    findings: Sequence[Findings], *, kinds: Iterable[MatterKind] = tuple(MatterKind), first: int = 1
) -> tuple[Matter, ...]:
    """Return where the claims of reports differ, agree or shift, report by report, in the order of the text.

    ``kinds`` are the kinds that are wanted; ids are numbers from ``first`` up, with an ``m`` before them. Claims of
    different reports are not compared yet.
    """
    wanted, made = frozenset(kinds), list[Matter]()
    for report in findings:
        links = [link for link in _links(report) if link.kind in wanted]
        for group in _groups(links):
            made.append(_matter(f"m{first + len(made)}", group))
    return tuple(made)


def _links(findings: Findings) -> list[Link]:
    """Return how any two claims of a report stand to one another, the surest link of each pair."""
    claims = propositions(findings)
    weights, best = Weights(claims), dict[tuple[str, str], Link]()
    for link in _candidates(claims, weights):
        key = (link.first.claim.id, link.second.claim.id)
        if key not in best or best[key].score < link.score:
            best[key] = link
    return sorted(best.values(), key=lambda link: (link.first.extent, link.second.extent))


def _candidates(claims: Sequence[Proposition], weights: Weights) -> Iterator[Link]:
    yield from denials.nested(claims)
    yield from denials.answering(claims)
    yield from set_against.links(claims, weights)
    yield from shifts.links(claims)
    yield from happenings.links(claims)
    for one, other in pairs([claim for claim in claims if not claim.event]):
        for rule in (denials.between, shifts.between, agreements.between):
            link = rule(one, other, weights)
            if link:
                yield link


def _groups(links: Sequence[Link]) -> list[list[Link]]:
    """Gather the links of one kind that share a claim, in the order of the text."""
    groups: list[list[Link]] = []
    for link in links:
        touching = [group for group in groups if any(_touch(link, other) for other in group)]
        merged = [one for group in touching for one in group] + [link]
        groups = [group for group in groups if group not in touching] + [merged]
    return sorted(groups, key=lambda group: min(link.first.extent for link in group))


def _touch(one: Link, other: Link) -> bool:
    claims = {one.first.claim.id, one.second.claim.id} & {other.first.claim.id, other.second.claim.id}
    return one.kind == other.kind and bool(claims)


def _matter(id: str, group: Sequence[Link]) -> Matter:
    best = max(group, key=lambda link: link.score)
    claims = {one.claim.id: one for link in group for one in (link.first, link.second)}
    ordered = list(claims.values())
    if best.kind is not MatterKind.SHIFT:
        ordered.sort(key=lambda one: one.extent)
    return Matter(
        id=id,
        about=_about(best),
        kind=best.kind,
        field=best.field,
        why=best.why,
        sides=tuple(_side(side) for side in _sides(ordered, group)),
        comparisons=tuple(comparison for link in group for comparison in _comparisons(link)),
        score=round(best.score, 2),
        made_by=MADE_BY,
    )


def _comparisons(link: Link) -> Iterator[Comparison]:
    """Yield how two claims compare: in the field that links them, and in all others in which both speak."""
    yield Comparison(link.first.claim.id, link.second.claim.id, link.field, link.relation)
    if link.first.event and link.second.event:
        yield from (one for one in compared(link.first, link.second) if one.field != link.field)


def _about(link: Link) -> str:
    longest = max((span.exact for span in link.first.spans), key=len)
    words = printed(iter(link.about)) or " ".join(longest.split())
    if len(words) <= LONGEST_ABOUT:
        return words
    return words[: LONGEST_ABOUT + 1].rpartition(" ")[0].rstrip(",") + " …"


def _sides(claims: Sequence[Proposition], group: Sequence[Link]) -> list[list[Proposition]]:
    """Put the claims of one voice on one side, unless they are what differs."""
    apart = {frozenset((link.first.claim.id, link.second.claim.id)) for link in group}
    sides: list[list[Proposition]] = []
    for claim in claims:
        for side in sides:
            if all(one.same_voice(claim) and frozenset((one.claim.id, claim.claim.id)) not in apart for one in side):
                side.append(claim)
                break
        else:
            sides.append([claim])
    return sides


def _side(claims: Sequence[Proposition]) -> Side:
    """Return a side: for each of its claims the id, the holder, the report and when it was said."""
    return Side(
        claims=tuple(one.claim.id for one in claims),
        holders=tuple(one.name for one in claims),
        reports=tuple(one.findings.report.id for one in claims),
        spans=tuple(SideSpan(one.findings.report.id, span) for one in claims for span in one.spans),
        said_on=tuple(one.said_on for one in claims),
    )
