"""Which body a description means."""

from __future__ import annotations

import pytest

from tests.read.party.finding import who


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("UNHCR opened a camp. The UN’s refugee agency said it was full.", "The UN’s refugee agency", "UNHCR"),
        ("Reuters asked Hamas. The agency got no answer.", "The agency", "Reuters"),
        ("Syria denied it. The Syrian government gave no reason.", "The Syrian government", "Syria"),
        ("Syria denied it. The Idlib government gave no reason.", "The Idlib government", "The Idlib government"),
    ],
)
def test_body_meant_by_a_description(text: str, words: str, expected: str) -> None:
    assert who(text, words) == expected
