import pytest

from sayso.vocab.reporting import is_reporting


@pytest.mark.parametrize("cue", ["said", "has warned", "According to", "did not say", "TOLD", "emphasized"])
def test_cue_of_speech_or_writing_is_reporting(cue):
    assert is_reporting(cue)


@pytest.mark.parametrize("cue", ["supports", "alarmed by", "refusal to", "thinks", "accordingly", ""])
def test_any_other_cue_is_not(cue):
    assert not is_reporting(cue)
