"""Runs a command and prints its wall time in seconds and its peak resident memory, as JSON, on standard output.

A process of its own, and a small one: on Linux a new process starts with the peak of the one that started it.
"""

import json
import os
import sys
import time

if __name__ == "__main__":
    started = time.perf_counter()
    nothing = os.open(os.devnull, os.O_RDWR)
    actions = [(os.POSIX_SPAWN_DUP2, nothing, 0), (os.POSIX_SPAWN_DUP2, nothing, 1)]
    child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=actions)
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - started
    print(json.dumps({"seconds": seconds, "peak": usage.ru_maxrss}))
    sys.exit(os.waitstatus_to_exitcode(status))
