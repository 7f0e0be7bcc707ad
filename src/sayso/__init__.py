"""On whose say-so? Reads news reports and keeps an attributed, checkable record of who said what.

::

    import sayso

    findings = sayso.read("The mayor said on Monday that the bridge was safe.", published="2021-08-26")
    for attribution in findings.attributions:
        print(attribution.speech_act, attribution.content)

The names are loaded at their first use, so that ``import sayso`` costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sayso.read as _reading
from sayso._callable import CallablePackage

if TYPE_CHECKING:
    from sayso.api import (
        Attribution,
        Capture,
        Claim,
        Commitment,
        Comparison,
        Condition,
        Event,
        Figure,
        Findings,
        Happened,
        Judgement,
        Matter,
        Party,
        Place,
        Reference,
        Report,
        Role,
        SaysoError,
        Span,
        Tie,
        Time,
        Unresolved,
        commitments,
        happened,
        read,
        read_many,
    )
    from sayso.record import EventFilter, Record

    __version__: str

__all__ = [
    "Attribution", "Capture", "Claim", "Commitment", "Comparison", "Condition", "Event", "EventFilter", "Figure",
    "Findings", "Happened", "Judgement", "Matter", "Party", "Place", "Record", "Reference", "Report", "Role",
    "SaysoError", "Span", "Tie", "Time", "Unresolved", "__version__", "commitments", "happened", "read", "read_many",
]  # fmt: skip

# ``sayso.read`` is both the package of the reading stages and the function of that name: whichever is imported
# first, Python binds the package to the name. So the package itself can be called.
_reading.__class__ = CallablePackage


def __getattr__(name: str) -> Any:
    """Load a public name at its first use."""
    if name not in __all__:
        raise AttributeError(f"module 'sayso' has no attribute {name!r}")
    if name == "__version__":
        from importlib.metadata import version

        return version("sayso")
    from sayso import api

    return getattr(api, name)


def __dir__() -> list[str]:
    return sorted(__all__)
