"""Turn MUC-4's reports and their templates into examples for the heads of events.

    python -m training.events.incidents DATA CASING CACHE

``DATA`` is the folder of corpora, ``CASING`` the run of casing.py; ``CACHE``/events gets muc4.pkl, and
muc4_without.pkl of the reports that have no template. The reports are in capitals; the casing head writes them as they
would be printed. A template says what an incident was and who took part, but not which words tell of it: a trigger is a
word that may tell of such an incident in a sentence that names someone or something of the template.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec
import torch

from sayso.read.encoder.network import network
from sayso.read.encoder.pieces import Word
from sayso.read.syntax import Syntax, as_pieces, parse
from sayso.read.tokens import words
from training.events.anchors import main_words, places
from training.events.batches import cut
from training.events.casing import CAPITALS, TITLE, tell
from training.events.examples import Example, Marked
from training.events.labels import CASES
from training.events.model import Branch, load
from training.events.prepare import example, write
from training.reader.prepare import rows_of

ACTORS = ("perp_individual_id", "perp_organization_id")
RECIPIENTS = ("hum_tgt_name", "hum_tgt_description", "phys_tgt_id")
LOWER = CASES.index("lower")
Template = dict[str, Any]


class Incident(msgspec.Struct, frozen=True):
    """A kind of incident: its PLOVER type, and how the words begin that tell of one."""

    type: str
    begins: tuple[str, ...]


@lru_cache(maxsize=1)
def incidents() -> dict[str, Incident]:
    """Return MUC-4's kinds of incidents by name."""
    path = Path(__file__).with_name("incidents.toml")
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), dict[str, Incident])


def in_print(casing: Branch, room: int, text: str) -> str:
    """Return a text in capitals as it would be printed, at the same length."""
    spans = [(start, end) for start, end, _ in words(text)]
    written = list(text)
    for (start, end), case in zip(spans, _cases(casing, room, text, spans), strict=True):
        small = text[start:end].lower()
        if case in (LOWER, TITLE) and len(small) == end - start:
            written[start:end] = small[:1].upper() + small[1:] if case == TITLE else small
    return "".join(written)


def _cases(casing: Branch, room: int, text: str, spans: list[tuple[int, int]]) -> list[int]:
    given: list[Word] = as_pieces(network().pieces, text, spans)
    bare = Example(
        "", "casing", tuple(spans), tuple(word.pieces for word in given),
        tuple(word.shape & ~CAPITALS for word in given), (), (0,) * len(spans),
    )  # fmt: skip
    return [case for window in cut(bare, room) for case in tell(casing, [window])[0]]


def muc4(row: dict[str, Any]) -> Example:
    """Return a report, whose "printed" is its text as it would be printed, with the events of its templates."""
    syntax = parse(row["printed"])
    found: dict[int, Marked] = {}
    for template in row["templates"]:
        if template.get("incident_type"):
            for one in _marked(syntax, row["text"].upper(), template):
                found[one.at] = _joined(found[one.at], one) if one.at in found else one
    return example(row["id"], "muc4", syntax, events=tuple(found.values()))


def _marked(syntax: Syntax, capitals: str, template: Template) -> Iterator[Marked]:
    kind = incidents()[template["incident_type"][0]["value"].split(" / ")[0]]
    fillers = [_words(syntax, capitals, named) for named in (_named(template, ACTORS), _named(template, RECIPIENTS))]
    places_of = _words(syntax, capitals, _located(template))
    for token in syntax.tokens:
        if token.tag[0] in "VN" and token.lower.startswith(kind.begins):
            slots = [_beside(syntax, token.i, some) for some in (*fillers, places_of)]
            if slots[0] or slots[1]:
                yield Marked(token.i, frozenset({token.i}), kind.type, tuple(slots))


def _joined(one: Marked, other: Marked) -> Marked:
    """Return what two templates say of one trigger; the type is the first one's."""
    pairs = zip(one.slots, other.slots, strict=True)
    return one._replace(slots=tuple((mine or frozenset()) | (more or frozenset()) for mine, more in pairs))


def _beside(syntax: Syntax, at: int, fillers: frozenset[int]) -> frozenset[int]:
    here = syntax.tokens[at].sentence
    return frozenset(i for i in fillers if i != at and syntax.tokens[i].sentence == here)


def _words(syntax: Syntax, capitals: str, names: Iterator[str]) -> frozenset[int]:
    return main_words(syntax, (place for name in names for place in places(capitals, name)))


def _named(template: Template, keys: tuple[str, ...]) -> Iterator[str]:
    for key in keys:
        for filler in template.get(key) or []:
            yield from (words.replace('\\"', '"') for words in filler.get("strings", []))


def _located(template: Template) -> Iterator[str]:
    """Yield the names of an incident's place, such as "EL SALVADOR: APOPA (CITY)", but not the country's."""
    for filler in template.get("incident_location") or []:
        for other in filler["value"].split(" / "):
            parts = [re.sub(r"\(.*", "", part).strip() for part in re.split(r":| - ", other)]
            yield from parts[1:] or parts


def main() -> None:
    """Write the examples of the reports that have templates, and of those that have none."""
    data, run, cache = map(Path, sys.argv[1:4])
    casing, settings = load(run)
    torch.set_num_threads(settings.threads)
    rows = rows_of(data / "events/muc4_dev.jsonl")
    printed = [row | {"printed": in_print(casing, settings.before.pieces, row["text"])} for row in rows]
    write(cache, "muc4", muc4, [row for row in printed if row["templates"]])
    write(cache, "muc4_without", muc4, [row for row in printed if not row["templates"]])


if __name__ == "__main__":
    main()
