"""The floors of ``floors.toml``: read, compared with scores, raised, and lowered with a reason."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec

FILE = Path(__file__).parent / "floors.toml"
HEAD = """\
# The least that each skill must score, in percent. "make evaluate" fails where a score falls below its floor.
# They stand a little below what is reached, for another processor may round a number the other way.
# Raise the floors when scores have risen for good:  python -m evaluation.gate --raise
# Lower one with a reason, and put the reason into CHANGELOG.md:
#     python -m evaluation.gate --lower own.linked=50 --reason "why"
"""


class Lowered(msgspec.Struct, frozen=True):
    """A floor that was lowered, and why."""

    measure: str
    was: float
    now: float
    reason: str


class Floors(msgspec.Struct, frozen=True):
    """The floor of each measure (``skill.measure``), and all that were ever lowered."""

    floors: dict[str, float]
    lowered: tuple[Lowered, ...] = ()

    def broken(self, scores: Mapping[str, float]) -> dict[str, float]:
        """Return the scores that lie below their floor; a measure without a floor breaks none."""
        return {name: value for name, value in scores.items() if round(value, 1) < self.floors.get(name, 0.0)}

    def raised(self, scores: Mapping[str, float]) -> Floors:
        """Return floors raised to the scores that lie above them."""
        higher = {name: max(round(value, 1), self.floors.get(name, 0.0)) for name, value in scores.items()}
        return Floors(self.floors | higher, self.lowered)

    def lower(self, measure: str, now: float, reason: str) -> Floors:
        """Return floors with one lowered, and the reason kept. Raises ``ValueError`` without a reason or a floor."""
        was = self.floors.get(measure)
        if was is None or now >= was:
            raise ValueError(f'"{measure}" has the floor {was}, and {now} is not below it.')
        if not reason.strip():
            raise ValueError(f'Lowering "{measure}" needs a reason: --reason "…".')
        return Floors(self.floors | {measure: now}, (*self.lowered, Lowered(measure, was, now, reason.strip())))


def load() -> Floors:
    """Return the floors of the file."""
    return msgspec.toml.decode(FILE.read_bytes(), type=Floors)


def save(floors: Floors) -> None:
    """Write the floors to the file."""
    lines = [HEAD, "[floors]", *(f'"{name}" = {floor}' for name, floor in sorted(floors.floors.items()))]
    for one in floors.lowered:
        text = one.reason.replace("\\", "\\\\").replace('"', '\\"')
        lines += ["", "[[lowered]]", f'measure = "{one.measure}"', f"was = {one.was}", f"now = {one.now}"]
        lines += [f'reason = "{text}"']
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")
