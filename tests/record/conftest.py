"""Small reports with findings made by hand, and a fresh record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.record import Record


@pytest.fixture
def where(tmp_path: Path) -> Path:
    return tmp_path / "war.sayso"


@pytest.fixture
def record(where: Path) -> Iterator[Record]:
    with Record.open(where, create=True) as record:
        yield record
