"""Naming: which names are of one party - full and short forms, acronyms, spellings; and which only look so.

A short form ("Massoud") goes to the bearer that the report has so called before, else to the one named in full last,
else to the next one; two bearers are never made one. Names that differ by a letter are joined, kept as printed, and
the reason is noted.
"""

from __future__ import annotations

import re
from collections import defaultdict

from sayso.model import PartyType
from sayso.read.party.cluster import Cluster, folded, is_one_edit
from sayso.read.party.grammar import word_set
from sayso.read.party.kinds import ACRONYM, bare
from sayso.read.party.mentions import Mention
from sayso.read.syntax import Syntax
from sayso.vocab import countries, titles

SMALL = word_set("of for the and on in to a an against de la")
LEAST_FOR_VARIANT = 6


def link_names(syntax: Syntax, names: list[Mention]) -> list[Cluster]:
    """Return the names of a report put together by party, in the order of their first mention."""
    persons = [name for name in names if name.type is PartyType.PERSON]
    bodies = [name for name in names if name.type is not PartyType.PERSON]
    clusters = _link_persons(persons) + _link_bodies(syntax, bodies)
    return sorted(clusters, key=lambda cluster: cluster.mentions[0].first)


def parts_of(name: str) -> tuple[str, ...]:
    """Return the words of a person's name as compared: folded, without suffix, initials and the article "al-"."""
    words = (word.removeprefix("al-").removeprefix("el-") for word in folded(bare(name)).split())
    kept = [word for word in words if len(word.rstrip(".")) > 1 and word not in ("al", "el")]
    return tuple(kept) or (folded(name),)


def _link_persons(names: list[Mention]) -> list[Cluster]:
    full: dict[tuple[str, ...], Cluster] = {}
    for name in names:
        parts = parts_of(name.words)
        if len(parts) > 1 and not _is_short(parts, names):
            full.setdefault(parts, Cluster(PartyType.PERSON)).add(name)
    taken = {id(mention) for cluster in full.values() for mention in cluster.mentions}
    clusters = _join_variants(full)
    short: dict[tuple[str, ...], Cluster] = {}
    owner: dict[tuple[str, ...], Cluster] = {}
    for name in names:
        if id(name) not in taken:
            _place(name, clusters, short, owner)
    found = list({id(cluster): cluster for cluster in (*clusters.values(), *short.values())}.values())
    for cluster in found:
        cluster.mentions.sort(key=lambda mention: mention.first)
    return found


def _is_short(parts: tuple[str, ...], names: list[Mention]) -> bool:
    """Whether a name of two words or more is the end of a longer one of the report ("de Mistura")."""
    longer = (parts_of(other.words) for other in names)
    return parts[0] in ("de", "van", "von", "bin", "ibn", "der", "abu") and any(
        len(other) > len(parts) and other[-len(parts) :] == parts for other in longer
    )


def _join_variants(full: dict[tuple[str, ...], Cluster]) -> dict[tuple[str, ...], Cluster]:
    """Join full names that differ by one letter of one word into the one that is used more, with a reason."""
    joined: dict[tuple[str, ...], Cluster] = {}
    for parts, cluster in sorted(full.items(), key=lambda pair: -len(pair[1].mentions)):
        like = next(
            (other for other, one in joined.items() if _is_variant(parts, other) and _one_gender(one, cluster)), None
        )
        if like is None:
            joined[parts] = cluster
            continue
        target = joined[like]
        _note_variant(target, cluster.mentions[0])
        for mention in cluster.mentions:
            target.add(mention)
        joined[parts] = target
    return joined


def _is_pet_name(alone: str, full: tuple[str, ...]) -> bool:
    """Whether a name that stands alone is a familiar form of a full name's given name: "Ollie" of Oliver Hall."""
    given = full[0]
    return alone.endswith(("ie", "y")) and 4 < len(alone) <= len(given) and is_familiar(alone, given)


def _one_gender(one: Cluster, other: Cluster) -> bool:
    return not (one.gender and other.gender and one.gender != other.gender)


def is_familiar(one: str, other: str) -> bool:
    """Whether one given name is a familiar form of the other: "Ollie" and "Oliver", "Joe" and "Joseph"."""
    short, long = sorted((one, other), key=len)
    stem = re.sub(r"(?:ie|ey|y|e)$", "", short)
    stem = stem[:-1] if len(stem) > 2 and stem[-1] == stem[-2] else stem
    return len(stem) >= 2 and len(long) > len(stem) + 1 and long.startswith(stem) and short != long


def _is_variant(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if len(one) == len(other) == 2 and one[1] == other[1] and is_familiar(one[0], other[0]):
        return True
    differing = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
    return (
        len(one) == len(other)
        and len(differing) == 1
        and is_one_edit(*differing[0])
        and min(map(len, differing[0])) > 3
    )


def _note_variant(cluster: Cluster, name: Mention) -> None:
    printed = cluster.mentions[0].words
    cluster.variants.append(
        (name, f'"{name.words}" is taken for another spelling of "{printed}"; both are kept as printed.')
    )


def _place(
    name: Mention,
    full: dict[tuple[str, ...], Cluster],
    short: dict[tuple[str, ...], Cluster],
    owner: dict[tuple[str, ...], Cluster],
) -> None:
    """Give a short form to its bearer, or make it a party of its own."""
    parts = parts_of(name.words)
    bearers = _bearers(parts, full)
    bearers = [bearer for bearer in bearers if not (name.gender and bearer.gender and name.gender != bearer.gender)]
    key = (*parts, name.gender or "") if len(bearers) > 1 else parts
    if not bearers:
        _place_alone(name, parts, full, short)
        return
    if len(parts) == 1 and all(_is_pet_name(parts[0], other) for other, one in full.items() if one is bearers[0]):
        _note_variant(bearers[0], name)
    bearer = owner.get(key) or _nearest(name, bearers)
    owner[key] = bearer
    bearer.add(name)


def _bearers(parts: tuple[str, ...], full: dict[tuple[str, ...], Cluster]) -> list[Cluster]:
    """Return the clusters that a short form may be of: by its last words, else by a given name that one alone bears."""
    last = [cluster for other, cluster in full.items() if len(other) > len(parts) and other[-len(parts) :] == parts]
    if not last and len(parts) == 1:
        compound = [cluster for other, cluster in full.items() if other[-1].split("-")[-1] == parts[0]]
        given = [cluster for other, cluster in full.items() if other[0] == parts[0]]
        given = given or [cluster for other, cluster in full.items() if _is_pet_name(parts[0], other)]
        last = compound or (given if len({id(cluster) for cluster in given}) == 1 else [])
    return list({id(cluster): cluster for cluster in last}.values())


def _nearest(name: Mention, bearers: list[Cluster]) -> Cluster:
    """Return the bearer named last before a short form, or, if none was, the one named first after it."""

    def distance(bearer: Cluster) -> tuple[bool, int]:
        before = [name.first - mention.first for mention in bearer.mentions if mention.first < name.first]
        return (False, min(before)) if before else (True, bearer.mentions[0].first)

    return min(bearers, key=distance)


def _place_alone(
    name: Mention, parts: tuple[str, ...], full: dict[tuple[str, ...], Cluster], short: dict[tuple[str, ...], Cluster]
) -> None:
    """Put a short form without a full name with its like, or with a bearer whose name differs by one letter."""
    if parts in short:
        short[parts].add(name)
        return
    near = [cluster for other, cluster in full.items() if _is_near(parts[-1], other[-1])]
    if len(parts) == 1 and len({id(cluster) for cluster in near}) == 1:
        _note_variant(near[0], name)
        near[0].add(name)
        short[parts] = near[0]
        return
    short[parts] = Cluster(PartyType.PERSON)
    short[parts].add(name)


def _is_near(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= LEAST_FOR_VARIANT and one[0] == other[0] and is_one_edit(one, other)


def _link_bodies(syntax: Syntax, names: list[Mention]) -> list[Cluster]:
    clusters: dict[str, Cluster] = {}
    for name in names:
        key = folded(name.canonical or name.words)
        plural = name.plural or name.type is PartyType.PEOPLE
        cluster = clusters.setdefault(key, Cluster(name.type or PartyType.ORGANISATION, plural=plural))
        cluster.add(name)
        if name.type is PartyType.PEOPLE and name.canonical and name.canonical != folded(name.words):
            reason = f'"{name.words}" is taken for a spelling of "{name.canonical}"; it is kept as printed.'
            cluster.variants.append((name, reason))
    _join_acronyms(syntax, clusters)
    _join_shortened(clusters)
    found = list({id(cluster): cluster for cluster in clusters.values()}.values())
    for cluster in found:
        cluster.mentions.sort(key=lambda mention: mention.first)
    return found


def alike(clusters: list[Cluster]) -> list[tuple[Cluster, Cluster]]:
    """Return pairs of persons whose names differ only by more in the middle: father and son, or one man named twice."""
    full = {
        parts_of(name): cluster for cluster in clusters if cluster.single for name in cluster.names() if " " in name
    }
    return [
        (longer, cluster) for parts, cluster in full.items() for other, longer in full.items()
        if len(other) > len(parts) > 1 and (other[0], other[-1]) == (parts[0], parts[-1]) and longer is not cluster
    ]  # fmt: skip


def merge(target: Cluster, other: Cluster) -> None:
    """Move the mentions of ``other`` to ``target``, where the words tell that they are one party."""
    for mention in other.mentions:
        target.add(mention)
    target.roles.extend(other.roles)
    other.mentions = []


def is_bracketed_after(syntax: Syntax, mention: Mention, end: int) -> bool:
    """Whether a mention stands alone in brackets right after the token before ``end``: "... Front (NRF)"."""
    tokens = syntax.tokens
    return (mention.first == end + 1 and tokens[end].text == "(" and mention.last < len(tokens)
            and tokens[mention.last].text in (")", ",", ";"))  # fmt: skip


def _join_acronyms(syntax: Syntax, clusters: dict[str, Cluster]) -> None:
    """Join an acronym to the name that it is put behind in brackets, or whose initials it has."""
    by_end = defaultdict(list)
    for cluster in clusters.values():
        for mention in cluster.mentions:
            by_end[mention.last].append(cluster)
    for key, cluster in list(clusters.items()):
        if not cluster.mentions or not all(ACRONYM.match(name) for name in cluster.names()):
            continue
        bracketed = [
            c for m in cluster.mentions for c in by_end[m.first - 1] if is_bracketed_after(syntax, m, m.first - 1)
        ]
        target = next(iter(bracketed), None) or _spelled_out(cluster, clusters)
        if target is not None and target is not cluster and target.mentions:
            _absorb(clusters, key, cluster, target)


def _absorb(clusters: dict[str, Cluster], key: str, cluster: Cluster, target: Cluster) -> None:
    if target.type is PartyType.ORGANISATION:
        target.type = cluster.type
    merge(target, cluster)
    clusters[key] = target


def _spelled_out(acronym: Cluster, clusters: dict[str, Cluster]) -> Cluster | None:
    """Return the one body whose initials an acronym of three letters or more has."""
    letters = re.sub(r"[^A-Z]", "", acronym.mentions[0].words)
    if len(letters) < 3 or acronym.mentions[0].canonical:
        return None
    fits = [cluster for cluster in clusters.values() if any(letters in initials(name) for name in cluster.names())]
    return fits[0] if len({id(cluster) for cluster in fits}) == 1 else None


def initials(name: str) -> tuple[str, ...]:
    """Return the acronyms that a name may have: with and without what follows its first "of"."""
    whole, head = _first_letters(name), _first_letters(name.split(" of ")[0])
    return (whole, head) if len(whole) > 1 else ()


def _first_letters(name: str) -> str:
    words = re.findall(r"[^\W\d_][\w.’']*", name)
    return "".join(word[0].upper() for word in words if word.lower() not in SMALL)


def _join_shortened(clusters: dict[str, Cluster]) -> None:
    """Join "Kennedy Center" to "Kennedy Center for the Arts", "State Department" to "US State Department"."""
    for key, cluster in list(clusters.items()):
        if not cluster.mentions or cluster.mentions[0].canonical or " " not in key:
            continue
        longer = [
            other for name, other in clusters.items() if other is not cluster and other.mentions and _extends(key, name)
        ]
        if len({id(other) for other in longer}) == 1:
            _absorb(clusters, key, cluster, longer[0])


def _extends(short: str, long: str) -> bool:
    if long.startswith((short + " of ", short + " for ")):
        return titles.body_type(short.split()[-1]) is not None
    if not long.endswith(" " + short):
        return False
    dropped = long[: -len(short) - 1].split("'s")[0]
    return bool(
        countries.by_demonym(dropped.title())
        or countries.by_name(dropped.upper())
        or countries.by_name(dropped.title())
    )
