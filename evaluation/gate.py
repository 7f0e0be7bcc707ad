"""The gate: scores every skill, prints scores beside floors, and fails where one lies below its floor.

::

    python -m evaluation.gate                       # all skills; those whose gold is not there are named as left out
    python -m evaluation.gate own times             # these alone
    python -m evaluation.gate --raise               # and raise the floors to these scores
    python -m evaluation.gate --lower own.linked=50 --reason "why"
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable

from evaluation import floors
from evaluation.skills import SHARED, SKILLS, own_scores


def scores_of(wanted: Iterable[str]) -> dict[str, float]:
    """Score the skills of these names (all, if none is named) and return ``skill.measure`` -> percent."""
    wanted = set(wanted)
    scores: dict[str, float] = {}
    if not wanted or "own" in wanted:
        scores |= {f"own.{measure}": value for measure, value in own_scores().items()}
    for skill in SKILLS:
        if wanted and skill.name not in wanted:
            continue
        if not skill.there():
            needed = ", ".join(skill.needed())
            print(f"{skill.name}: left out; it needs {needed} in {SHARED} (SAYSO_SHARED)", file=sys.stderr)
            continue
        scores |= {f"{skill.name}.{measure}": value for measure, value in skill.score().items()}
    return scores


def show(scores: dict[str, float], pinned: floors.Floors) -> None:
    """Print each score beside its floor."""
    width = max((len(name) for name in scores), default=0)
    print(f"{'measure':<{width}}{'score':>8}{'floor':>8}")
    for name, value in scores.items():
        floor = pinned.floors.get(name)
        below = "  BELOW ITS FLOOR" if name in pinned.broken({name: value}) else ""
        print(f"{name:<{width}}{value:>8.1f}{'-' if floor is None else format(floor, '.1f'):>8}{below}")


def main(arguments: list[str] | None = None) -> int:
    """Run the gate; return 0 where all scores hold, 1 where one lies below its floor."""
    options = _parser().parse_args(arguments)
    pinned = floors.load()
    if options.lower:
        measure, _, now = options.lower.partition("=")
        floors.save(pinned.lower(measure, float(now), options.reason))
        print("Lowered. Put the reason into CHANGELOG.md; a test looks for it there.")
        return 0
    scores = scores_of(options.skill)
    show(scores, pinned)
    if options.up:
        floors.save(pinned.raised(scores))
    return 1 if pinned.broken(scores) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m evaluation.gate", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    names = ("own", *(skill.name for skill in SKILLS))
    parser.add_argument("skill", nargs="*", help=f"skills to score: {', '.join(names)} (all, if none is named)")
    parser.add_argument("--raise", dest="up", action="store_true", help="raise the floors to the scores")
    parser.add_argument("--lower", metavar="SKILL.MEASURE=PERCENT", help="lower one floor; needs --reason")
    parser.add_argument("--reason", default="", help="why the floor is lowered")
    return parser


if __name__ == "__main__":
    sys.exit(main())
