import pytest

from sayso.compare.words import Word, opposed, plain_words, sentences, stem, weighty


@pytest.mark.parametrize(
    "words",
    [
        "peace peaceful", "kill killed killing killings", "negotiate negotiations negotiating", "embassy embassies",
        "plan planned planning", "control controlled", "cancel cancelled cancellation", "die died dies",
        "accuse accused accusation", "pass passes passing", "evacuate evacuation", "exclude excluded excluding",
    ],
)  # fmt: skip
def test_forms_of_a_word_have_one_stem(words):
    assert len({stem(word) for word in words.split()}) == 1


@pytest.mark.parametrize("pair", ["force forest", "army arm", "general generous", "station state"])
def test_other_words_have_other_stems(pair):
    one, other = pair.split()
    assert stem(one) != stem(other)


def negated(text):
    return {word.printed for word in weighty(text, 0, len(text)) if word.negated}


@pytest.mark.parametrize(
    ("text", "under"),
    [
        ("the troops did not attack the harbour", {"attack", "harbour"}),
        ("the troops didn’t attack", {"attack"}),
        ("it was not shelled, the harbour is open", {"shelled"}),
        ("not only the harbour burned", set()),
        ("the mayor cancelled the meeting", {"meeting"}),
        ("there is no question that the harbour is open", set()),
    ],
)
def test_words_behind_a_negation_stand_under_it_until_the_clause_ends(text, under):
    assert negated(text) == under


def test_idle_words_carry_no_weight():
    assert [word.stem for word in weighty("He said that it was the bridge", 0, 30)] == ["bridg"]


def test_words_are_split_from_their_negation_and_possessive():
    assert plain_words("They didn’t see Orsk’s ship; they can't") == [
        "they", "did", "n't", "see", "orsk", "ship", "they", "can", "n't",
    ]  # fmt: skip


def test_sentences_of_a_quotation_are_told_apart():
    text = "It is over. We won!”  They left"
    told = [text[start:end].strip() for start, end in sentences(text, 0, len(text))]
    assert told == ["It is over.", "We won!”", "They left"]


@pytest.mark.parametrize(("one", "other"), [("alive", "killed"), ("included", "excludes"), ("ceasefire", "attacks")])
def test_words_that_cannot_both_be_true_are_opposed_either_way(one, other):
    first, second = (Word(stem(word), 0, 1, word) for word in (one, other))
    assert opposed(first, second)
    assert opposed(second, first)
    assert not opposed(first, first)
