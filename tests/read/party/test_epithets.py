"""Which person or people a description means."""

from __future__ import annotations

from tests.read.party.finding import who


def test_coroner_is_the_one_so_called() -> None:
    text = "The coroner Peter Hollis heard Rita Keller. The coroner said it was an accident."
    assert who(text, "The coroner", nth=1) == "Peter Hollis"


def test_woman_is_the_one_woman_near() -> None:
    text = "Rita Keller met Omar Haddad. The woman said no."
    assert who(text, "The woman") == "Rita Keller"


def test_officials_of_another_country_are_other_officials() -> None:
    text = "Turkish officials met in Ankara. The Russian officials left."
    assert who(text, "The Russian officials") == "The Russian officials"
