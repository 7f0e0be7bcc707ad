import sys

import pytest

from benchmarks.processes import alternate, measure


def python(code):
    return [sys.executable, "-c", code]


def test_time_and_memory_of_a_process_are_measured():
    small = measure(python("pass"))
    large = measure(python("import time; kept = b'x' * 80_000_000; time.sleep(0.2)"))
    assert large.seconds > 0.2
    assert large.megabytes - small.megabytes > 60


def test_process_that_fails_is_an_error_with_its_complaint():
    with pytest.raises(RuntimeError, match="no such luck"):
        measure(python("raise SystemExit('no such luck')"))


def test_commands_are_run_in_turn_and_measured_apart():
    quick, slow = alternate([python("pass"), python("import time; time.sleep(0.3)")], runs=2)
    assert slow.seconds - quick.seconds > 0.2
