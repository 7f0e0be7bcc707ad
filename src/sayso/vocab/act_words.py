"""What words do by themselves: patterns of promises, threats, requests and other acts, from ``act_words.toml``."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib import resources

from sayso.model import SpeechAct


@lru_cache(maxsize=1)
def rules() -> tuple[tuple[SpeechAct, re.Pattern[str]], ...]:
    """Return the speech acts with the pattern that tells each, in the order in which they are tried."""
    table = tomllib.loads(resources.files("sayso.vocab").joinpath("act_words.toml").read_text(encoding="utf-8"))
    return tuple((SpeechAct(rule["act"]), re.compile("|".join(rule["words"]), re.IGNORECASE)) for rule in table["rule"])
