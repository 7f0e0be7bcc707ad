"""Given names: evidence that a word begins a person's name, and of the person's gender (``given_names.toml``)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _names() -> dict[str, str]:
    table = tomllib.loads(files("sayso.vocab").joinpath("given_names.toml").read_text(encoding="utf-8"))
    return {name: gender for gender in ("female", "male") for name in table[gender].split()}


def gender_of(name: str) -> str | None:
    """Return ``"male"`` or ``"female"`` for a given name that mostly one gender bears, else ``None``."""
    return _names().get(name)
