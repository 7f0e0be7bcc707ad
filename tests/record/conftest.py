"""A fresh record for each test; the empty file is made once and copied."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.record import Record


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("record") / "empty.sayso"
    Record.open(path, create=True).close()
    return path


@pytest.fixture
def where(tmp_path: Path) -> Path:
    return tmp_path / "war.sayso"


@pytest.fixture
def record(where: Path, empty: Path) -> Iterator[Record]:
    shutil.copy(empty, where)
    with Record.open(where) as record:
        yield record
