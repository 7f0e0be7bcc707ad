import json

import pytest

from sayso.evaluate.classes import Classes
from sayso.evaluate.counts import Counts
from sayso.evaluate.sentences import Score, gold_of, score
from sayso.model import Attribution, Event, Findings, Party, PartyType, QuoteType, Report, Span, SpeechAct

TEXT = "Orlin pulled its troops out of Tamsk."
LINE = {"id": "g", "text": TEXT, "root": "YIELD", "quad": "2", "source": "Orlin", "target": "the people of Tamsk"}
PARTIES = (Party("o", "Orlin", PartyType.GOVERNMENT), Party("t", "Tamsk", PartyType.GOVERNMENT))
RIGHT, WRONG = Counts(1, 1, 1), Counts(0, 1, 1)


def found(*events, attributions=()):
    return Findings(Report.of("g", TEXT), PARTIES, attributions=attributions, events=events)


def event(type, score=1.0, actors=("o",)):
    return Event("e", Span.of(TEXT, 6, 12), type, actors=actors, recipients=("t",), score=score)


def scored(findings):
    return score(gold_of(json.dumps(LINE)), findings)


@pytest.mark.parametrize("type", ["RETREAT", "CONCEDE"])
def test_older_type_stands_for_two_of_today(type):
    assert scored(found(event(type))) == Score(
        Classes((("YIELD", "YIELD"),)), Classes((("2", "2"),)), RIGHT, RIGHT, RIGHT
    )


def test_event_with_the_highest_score_is_the_one_of_the_sentence():
    assert scored(found(event("ASSAULT", 0.4), event("RETREAT", 0.9), event(None, 1.0))).root.counts == RIGHT


def test_where_no_event_has_a_type_a_speech_act_has():
    said = Attribution("a", None, (), (), QuoteType.INDIRECT, SpeechAct.ACCUSE, "o")
    assert scored(found(event(None), attributions=(said,))) == Score(
        Classes((("YIELD", "ACCUSE"),)), Classes((("2", "3"),)), RIGHT, WRONG, RIGHT
    )


def test_nothing_found_is_wrong_in_all():
    nothing = scored(found())
    assert nothing == Score(Classes((("YIELD", None),)), Classes((("2", None),)), WRONG, WRONG, WRONG)
    assert [row.figure for row in nothing.rows()] == [
        "root_macro_f1", "root", "quad_macro_f1", "quad", "actor", "recipient", "typed",
    ]  # fmt: skip


def test_small_words_are_nothing_in_common():
    assert scored(found(event("RETREAT", actors=()))).actor == WRONG
