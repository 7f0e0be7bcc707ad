"""Speech: act, addressee, channel, outlet, via, time and place of saying, condition and deadline."""

from __future__ import annotations

import pytest

from sayso.model import Channel, SpeechAct
from tests.read.reading import only, read


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Doss said the road was open.", SpeechAct.ASSERT),
        ("Doss denied that his men had fired.", SpeechAct.DENY),
        ("Doss admitted that his men had fired.", SpeechAct.ACKNOWLEDGE),
        ("Doss accused the army of murder.", SpeechAct.ACCUSE),
        ("Doss condemned the killing of two farmers.", SpeechAct.CONDEMN),
        ("Doss praised the courage of the farmers.", SpeechAct.PRAISE),
        ("Doss promised to leave the valley.", SpeechAct.PROMISE),
        ("The militia threatened to burn the bridge.", SpeechAct.THREATEN),
        ("Doss warned that the bridge could fall.", SpeechAct.WARN),
        ("Doss demanded that the army leave.", SpeechAct.DEMAND),
        ("Doss urged the army to leave.", SpeechAct.REQUEST),
        ("Doss refused to leave the valley.", SpeechAct.REFUSE),
        ("Doss hopes that the army will leave.", SpeechAct.EXPECT),
        ("Doss declined to comment on the report.", SpeechAct.DECLINE_COMMENT),
        ("Doss did not confirm that the army had left.", SpeechAct.DECLINE_COMMENT),
        ("“We will defend the valley,” Doss said.", SpeechAct.PROMISE),
        ("“We will not accept their terms,” Doss said.", SpeechAct.REFUSE),
        ("“You will pay a heavy price,” Doss said.", SpeechAct.THREATEN),
        ("Doss said the army should withdraw at once.", SpeechAct.REQUEST),
        ("Doss does not believe that the army has left.", SpeechAct.DENY),
    ],
)
def test_act(text: str, act: SpeechAct) -> None:
    assert only(text).speech_act is act


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Doss told reporters that the road was open.", "reporters"),
        ("“The road is open,” Doss told the BBC on Monday.", "the BBC"),
        ("Doss said to the elders that the road was open.", "the elders"),
        ("Doss urged Turkey to open the road.", "Turkey"),
        ("Doss called on the army to leave the town.", "the army"),
        ("Doss warned that the country could fall apart.", None),
        ("Doss said the army had told lies.", None),
    ],
)
def test_addressee(text: str, addressee: str | None) -> None:
    found = only(text).addressee
    assert (found.span.exact if found else None) == addressee


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("Doss tweeted that the road was open.", Channel.TWEET),
        ("Doss said in a statement that the road was open.", Channel.OFFICIAL_STATEMENT),
        ("At a press conference in Kabul, Doss said the road was open.", Channel.PRESS_CONFERENCE),
        ("In an op-ed for the Washington Post, Doss wrote, “The road is open to all of us.”", Channel.OP_ED),
        ("Doss said in an interview that the road was open.", Channel.INTERVIEW),
        ("Doss said the road was open.", None),
    ],
)
def test_channel(text: str, channel: Channel | None) -> None:
    assert only(text).channel is channel


def test_him_is_who_tells_it() -> None:
    findings = read("Karim Doss said that the general had assured him that the road was open.")
    inner = next(a for a in findings.attributions if a.parent)
    assert findings.party(inner.addressee.party).name == "Karim Doss"


def test_outlet_that_was_told_carries_it() -> None:
    findings = read("Doss told the BBC that the road was open.")
    assert findings.party(findings.attributions[0].outlet).name == "BBC"


def test_he_wrote_goes_on_from_the_same_text() -> None:
    text = (
        "In an op-ed in the Washington Post, Karim Doss wrote, “We stay.” All is calm. “We need help,” he wrote."
    )
    assert [a.channel for a in read(text).attributions] == [Channel.OP_ED, Channel.OP_ED]


def test_according_to_an_outlet_is_via_not_a_second_statement() -> None:
    attribution = only("The road was open, Doss said, according to CNN.")
    assert ([via.span.exact for via in attribution.via], attribution.source.exact) == (["CNN"], "Doss")


def test_time_and_place_of_saying_are_those_of_the_cue() -> None:
    findings = read("Doss said in Kabul on Tuesday that the bridge at Herat fell on Monday.")
    (attribution,) = findings.attributions
    assert findings.time(attribution.said_on).value == "2021-08-24"
    assert findings.place(attribution.said_at).name == "Kabul"


@pytest.mark.parametrize(
    ("text", "condition", "consequence"),
    [
        ("Doss said that if the army leaves, he will talk.", "the army leaves", "he will talk"),
        ("Doss said he would talk if the army left.", "the army left", "he would talk"),
        ("Doss vowed to fight unless the army left.", "the army left", None),
        (
            "He said they would respond should the rebels attack the town.",
            "the rebels attack the town",
            "they would respond",
        ),
    ],
)
def test_condition(text: str, condition: str, consequence: str | None) -> None:
    found = only(text).condition
    assert found is not None
    assert found.if_.exact == condition
    if consequence is not None:
        assert found.then is not None
        assert found.then.exact == consequence


def test_a_question_is_no_condition() -> None:
    assert only("Doss asked if the army would leave.").condition is None


def test_deadline_of_a_demand() -> None:
    findings = read("Doss demanded that the army leave the valley by Friday.")
    (attribution,) = findings.attributions
    assert findings.time(attribution.deadline).span.exact == "Friday"
