"""Values of filters on the command line: one that cannot be ends the command as wrong usage, and says what can."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from sayso.cli.notices import misused

DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def one_of(option: str, given: Iterable[str], values: Sequence[str]) -> tuple[str, ...]:
    """Return each value as the list spells it, whatever its case."""
    spelt = {value.casefold(): value for value in values}
    for value in given:
        if value.casefold() not in spelt:
            raise misused(f'{option} is "{value}", which is none of its values. Give one of {", ".join(values)}.')
    return tuple(dict.fromkeys(spelt[value.casefold()] for value in given))


def day_of(option: str, given: str | None) -> str | None:
    """Return a day, month or year in ISO 8601 as it was given."""
    if given is None:
        return None
    parts = DAY.fullmatch(given.strip())
    try:
        if parts is None:
            raise ValueError
        date(*(int(part or 1) for part in parts.groups()))
    except ValueError:
        raise misused(f'{option} is "{given}", which is no date. Write it as YYYY-MM-DD, YYYY-MM or YYYY.') from None
    return given.strip()


def period_of(since: str | None, until: str | None) -> tuple[str | None, str | None]:
    """Return the two ends of a period as they were given, each a day, month or year."""
    first, last = day_of("--since", since), day_of("--until", until)
    if first and last and first[: len(last)] > last:
        raise misused(f"--since {first} is after --until {last}. Give the earlier date as --since.")
    return first, last
