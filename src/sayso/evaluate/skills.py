"""The skills of reading, and how the gold of each is told apart: by keys that only it has."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from sayso.errors import BadLine, Unreachable
from sayso.evaluate import (
    attribution,
    disputes,
    events,
    factuality,
    happenings,
    incidents,
    mentions,
    parties,
    places,
    sentences,
    speakers,
    statements,
    templates,
    times,
)
from sayso.evaluate.counts import Tally
from sayso.evaluate.gold import Marked, decoded
from sayso.evaluate.skill import Skill
from sayso.model import Findings, Matter, Report

Compared = Callable[[Findings], Sequence[Matter]]
"""Returns the matters of a report that was read."""


@dataclass(frozen=True, slots=True)
class Scorer:
    """How a skill is scored: the keys of its gold, what reads a line of it (from a folder), and what scores findings.

    A skill that is ``of_matters`` is scored on what the claims that were found make up together.
    """

    keys: tuple[str, ...]
    gold_of: Callable[[bytes, Path], Marked]
    score: Callable[[Any, Any], Tally]
    of_matters: bool = False

    @property
    def named(self) -> str:
        """The keys as they are told to people."""
        return " and ".join(f'"{key}"' for key in self.keys)


SCORERS = {
    Skill.ATTRIBUTIONS: Scorer(
        ("attributions",),
        lambda line, _: attribution.gold_of(line),
        lambda gold, found: attribution.score(gold, found.attributions),
    ),
    Skill.SPEAKERS: Scorer(("statements",), statements.gold_of, speakers.score),
    Skill.PARTIES: Scorer(
        ("mentions",),
        lambda line, _: mentions.gold_of(line),
        lambda gold, found: parties.score(gold, found.parties, found.places),
    ),
    Skill.TIMES: Scorer(
        ("timex",), lambda line, _: times.gold_of(line), lambda gold, found: times.score(gold, found.times)
    ),
    Skill.PLACES: Scorer(
        ("toponyms",), lambda line, _: places.gold_of(line), lambda gold, found: places.score(gold, found.places)
    ),
    Skill.EVENTS: Scorer(("events", "entities"), happenings.gold_of, events.score),
    Skill.SENTENCES: Scorer(("root",), lambda line, _: sentences.gold_of(line), sentences.score),
    Skill.INCIDENTS: Scorer(("templates",), lambda line, _: templates.gold_of(line), incidents.score),
    Skill.FACTUALITY: Scorer(("events", "tokens"), lambda line, _: factuality.gold_of(line), factuality.score),
    Skill.DISPUTES: Scorer(("disputes",), disputes.gold_of, disputes.score, of_matters=True),
}
KEYS = ", ".join(f"{scorer.named} ({skill})" for skill, scorer in SCORERS.items())


@dataclass(frozen=True, slots=True)
class Case:
    """A marked report: to be read once, and scored on each skill that it has gold for."""

    report: Report
    golds: tuple[tuple[Skill, Marked], ...]

    def scores(self, findings: Findings, compared: Compared | None = None) -> Iterator[tuple[Skill, Tally]]:
        """Yield the score of the findings in each skill; those of matters only where something compares claims."""
        for skill, gold in self.golds:
            scorer = SCORERS[skill]
            if not scorer.of_matters:
                yield skill, scorer.score(gold, findings)
            elif compared:
                yield skill, scorer.score(gold, compared(findings))


def case_of(line: bytes, folder: Path, wanted: Skill | None = None) -> Case:
    """Return a line of gold for the skills whose keys it has, or for the one that is wanted.

    Raises ``BadLine`` where it has none of them, or where a key does not hold what belongs there. Texts that gold only
    names are looked for in ``folder``.
    """
    keys = decoded(line, dict[str, msgspec.Raw], f'an object with "id", "text" and {_key(wanted)}')
    skills = [skill for skill, scorer in SCORERS.items() if keys.keys() >= set(scorer.keys) and wanted in (None, skill)]
    if not skills:
        raise BadLine(f"It has no key that tells what to score. A line of gold has {_key(wanted)}.")
    golds = tuple((skill, SCORERS[skill].gold_of(line, folder)) for skill in skills)
    return Case(golds[0][1].report(), golds)


def _key(wanted: Skill | None) -> str:
    return SCORERS[wanted].named if wanted else f"one of {KEYS}"


def lines_of(path: Path) -> Sequence[tuple[str, bytes]]:
    """Return the lines of a gold file with what they are called; a .json file that is one object is one line.

    Raises ``Unreachable`` where it cannot be read.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Unreachable(f"{path} cannot be read: {error.strerror}. Check the path.") from error
    if path.suffix == ".json" and _is_one(content):
        return [(str(path), content)]
    return [(f"{path}:{number}", line) for number, line in enumerate(content.splitlines(), 1) if line.strip()]


def _is_one(content: bytes) -> bool:
    try:
        msgspec.json.decode(content, type=dict[str, msgspec.Raw])
    except (msgspec.MsgspecError, UnicodeError):
        return False
    return True
