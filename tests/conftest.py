"""What all tests share: the shared data beside the checkout, and a loud word where it is not there."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")

SHARED = Path(os.environ.get("SAYSO_SHARED", Path(__file__).parents[2] / "shared"))
MISSING = f"the shared data is not in {SHARED}: tests marked 'shared' are skipped"


def pytest_report_header():
    return None if SHARED.exists() else f"NOTE: {MISSING}"


def pytest_collection_modifyitems(items):
    if not SHARED.exists():
        for test in items:
            if test.get_closest_marker("shared"):
                test.add_marker(pytest.mark.skip(reason=MISSING))


@pytest.fixture(scope="session")
def shared():
    """The folder of the shared data; for tests marked 'shared'."""
    return SHARED
