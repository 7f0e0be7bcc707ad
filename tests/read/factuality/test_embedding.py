"""Embedding: how certain the report is of an event, by the words that the event stands under."""

from __future__ import annotations

import pytest

from tests.read.factuality.claiming import Held, held

PLAIN = [
    ("Soldiers attacked the village on Monday.", "attacked", "CT+"),
    ("The attack on the village killed two farmers.", "attack", "CT+"),
    ("After soldiers attacked the village, the farmers fled.", "attacked", "CT+"),
]
NEGATION = [
    ("The militia has not yet attacked the village.", "attacked", "CT-"),
    ("The militia has yet to attack the village.", "attack", "CT-"),
    ("Soldiers never attacked the village.", "attacked", "CT-"),
    ("There was no exchange of fire on Monday.", "exchange", "CT-"),
    ("Neither side attacked the village.", "attacked", "CT-"),
    ("Nobody attacked the village.", "attacked", "CT-"),
    ("Soldiers fired no shots.", "fired", "CT-"),
    ("Soldiers left the village without firing a shot.", "firing", "CT-"),
    ("The army no longer besieges the village.", "besieges", "CT-"),
    ("Soldiers did not attack or burn the village.", "burn", "CT-"),
    ("The army did not wait, and attacked the village.", "attacked", "CT+"),
    ("Not only did soldiers burn the bridge, they shot two farmers.", "burn", "CT+"),
    ("The army nearly captured the village.", "captured", "CT-"),
    ("Soldiers withdrew instead of attacking the village.", "attacking", "CT-"),
]
MODALITY = [
    ("The militia may attack the village.", "attack", "PS+"),
    ("The militia might not attack the village.", "attack", "PS-"),
    ("The militia will attack the village.", "attack", "PR+"),
    ("The militia will not attack the village.", "attack", "CT-"),
    ("The militia is going to attack the village.", "attack", "PR+"),
    ("The militia is about to attack the village.", "attack", "PR+"),
    ("The militia is unlikely to attack the village.", "attack", "PR-"),
    ("The army should have defended the village.", "defended", "CT-"),
    ("The army must defend the village.", "defend", "Uu"),
    ("The talks scheduled for Friday will be held in the capital.", "talks", "PR+"),
]
HEDGES = [
    ("Rebels reportedly attacked the village.", "attacked", "PR+"),
    ("Rebels apparently attacked the village.", "attacked", "PR+"),
    ("Perhaps rebels attacked the village.", "attacked", "PS+"),
    ("The alleged attack lasted an hour.", "attack", "PR+"),
    ("A possible attack would close the road.", "attack", "PS+"),
]
CONDITIONS = [
    ("If the army attacks the village, the farmers will flee.", "attacks", "Uu"),
    ("If the army attacks the village, the farmers will flee.", "flee", "PS+"),
    ("Did the army attack the village?", "attack", "Uu"),
    ("It is unclear whether the army attacked the village.", "attacked", "Uu"),
]
GOVERNING_WORDS = [
    ("The army managed to capture the village.", "capture", "CT+"),
    ("The army did not manage to capture the village.", "capture", "CT-"),
    ("The army failed to capture the village.", "capture", "CT-"),
    ("The army did not fail to capture the village.", "capture", "CT+"),
    ("The army was forced to leave the village.", "leave", "CT+"),
    ("The talks prevented an attack on the village.", "attack", "CT-"),
    ("The army managed to avoid shelling the village.", "shelling", "CT-"),
    ("The militia stopped short of attacking the village.", "attacking", "CT-"),
    ("The militia called off the attack.", "attack", "CT-"),
    ("The militia carried out the attack.", "attack", "CT+"),
    ("The army tried to capture the village.", "capture", "PS+"),
    ("Soldiers were too tired to attack the village.", "attack", "CT-"),
    ("The planned attack on the village was called off.", "attack", "CT-"),
]


@pytest.mark.parametrize(
    ("text", "trigger", "factuality"),
    [*PLAIN, *NEGATION, *MODALITY, *HEDGES, *CONDITIONS, *GOVERNING_WORDS],
)
def test_factuality_in_the_report(text, trigger, factuality):
    assert held(text, trigger) == [Held(("report",), factuality)]
