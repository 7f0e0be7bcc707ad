import json

import pytest

from sayso.errors import BadLine
from sayso.evaluate.counts import NOTHING, Counts
from sayso.evaluate.mentions import Gold, MarkedMention, Text, gold_of
from sayso.evaluate.parties import score
from sayso.model import Party, PartyType, Place, Span

TEXT = "Rebels of the Northern Front met Mayor Ana Toth in Orlin. She thanked the Front."


def span(words, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words), words)


def mention(words, type, cluster, nth=0):
    one = span(words, nth)
    return MarkedMention(one.start, one.end, type, cluster)


def party(id, type, *spans):
    return Party(id, spans[0].exact, type, mentions=spans)


GOLD = Gold(
    "g",
    TEXT,
    (
        mention("the Northern Front", "armed_group", 1),
        mention("Mayor Ana Toth", "person", 2),
        mention("Orlin", "place", 3),
        mention("She", "person", 2),
        mention("the Front", "armed_group", 1),
    ),
)
FRONT = party("f", PartyType.ARMED_GROUP, span("Northern Front"), span("the Front"))
ANA = party("a", PartyType.PERSON, span("Ana Toth"), span("She"))
ORLIN = Place("o", "Orlin", mentions=(span("Orlin"),))


def figures(scored):
    return {row.figure: (row.found, row.marked, round(row.f1, 3)) for row in scored.rows()}


def test_name_inside_the_marked_words_meets_them_and_is_exact_but_for_an_article():
    assert figures(score(GOLD, [FRONT, ANA], [ORLIN])) == {
        "typed": (4, 4, 1), "names": (4, 4, 1), "exact": (4, 4, 0.75), "exact_typed": (4, 4, 0.75),
        "same_type": (4, 4, 1),
        "person": (1, 1, 1), "organisation": (2, 2, 1), "place": (1, 1, 1),
        "conll": (None, None, 1), "muc": (2, 2, 1), "b3": (5, 5, 1), "ceafe": (3, 3, 1),
    }  # fmt: skip


def test_group_taken_for_an_organisation_is_of_the_class_but_not_of_the_type():
    front = party("f", PartyType.ORGANISATION, span("Northern Front"))
    scored = score(GOLD, [front], [])
    assert (scored.typed, scored.same_type) == (Counts(1, 1, 4), Counts(0, 1, 4))


def test_person_taken_for_a_place_is_named_but_not_typed():
    scored = score(GOLD, [], [Place("a", "Ana Toth", mentions=(span("Ana Toth"),))])
    assert (scored.names, scored.typed, scored.place) == (Counts(1, 1, 4), Counts(0, 1, 4), Counts(0, 1, 1))


def test_capital_that_meets_nothing_is_a_wrong_name_unless_it_begins_a_sentence():
    wrong = party("m", PartyType.PERSON, span("met Mayor"), span("Rebels of"))
    assert score(GOLD, [wrong], []).names == Counts(0, 1, 4)


def test_mention_of_a_type_that_is_not_compared_spares_what_meets_it():
    gold = Gold("g", TEXT, (mention("Orlin", "event", 3),))
    scored = score(gold, [], [ORLIN])
    assert (scored.names, figures(scored)) == (NOTHING, {"typed": (0, 0, 0)})


def test_parted_mentions_lose_their_link():
    front, other = (party("f", PartyType.ARMED_GROUP, span(words)) for words in ("Northern Front", "the Front"))
    linked = score(GOLD, [front, other, ANA], [ORLIN]).coreference
    assert (linked.muc.precision, linked.muc.recall) == (1, 0.5)


def test_gold_without_clusters_has_no_coreference():
    gold = Gold("g", TEXT, (mention("Orlin", "place", None),))
    assert "conll" not in figures(score(gold, [], [ORLIN]))


@pytest.mark.parametrize(
    ("text", "capitals"),
    [
        ("Troops left. Guns fell silent.", []),
        ("Near Orlin, Gen. Vik and U.S. troops met.", ["Orlin", "Gen", "Vik", "U", "S"]),
        ("Orlin fell.\nThe road to Orlin", ["Orlin", "Orlin"]),
        ("He said. “Orlin is ours.” We doubt", []),
    ],
)
def test_capitals_that_do_not_begin_a_sentence(text, capitals):
    numbered = Text(text)
    assert [numbered.words[n] for n in sorted(numbered.capitals)] == capitals


def test_line_of_gold_is_read():
    marked = {"start": 0, "end": 5, "type": "place", "cluster": 1, "head": [0, 5]}
    line = json.dumps({"id": "g", "text": "Orlin", "mentions": [marked]})
    assert gold_of(line) == Gold("g", "Orlin", (MarkedMention(0, 5, "place", 1, (0, 5)),))


def test_line_of_another_shape_is_named():
    with pytest.raises(BadLine, match=r"Expected `int`, got `str`.*mentions"):
        gold_of('{"id": "g", "text": "Orlin", "mentions": [{"start": "0", "end": 5}]}')
