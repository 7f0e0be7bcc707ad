import pytest

from sayso.errors import BadLine
from sayso.evaluate.attribution import Counts, Gold, Marked, Score, gold_of, score
from sayso.model import Attribution, QuoteType, Span

TEXT = "Ana said it was late. Ben denied that she was right."


def span(words):
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def found(source, content, cue="said"):
    return Attribution("a", source and span(source), (span(cue),), (span(content),), QuoteType.INDIRECT)


def marked(source, content, cue="said"):
    return Marked(*(((one.start, one.end),) for one in (span(source), span(cue), span(content))))


GOLD = Gold("g", TEXT, (marked("Ana", "it was late"), marked("Ben", "she was right", "denied")))


def test_same_attributions_are_all_right():
    all_right = Counts(2, 2, 2)
    assert score(GOLD, [found("Ana", "it was late"), found("Ben", "she was right", "denied")]) == Score(
        all_right, all_right, all_right
    )


def test_wrong_source_is_detected_but_not_linked():
    assert score(GOLD, [found("Ben", "it was late")]) == Score(Counts(0, 1, 2), Counts(1, 1, 2), Counts(0, 1, 2))


def test_half_of_the_words_are_enough_but_not_strict():
    assert score(GOLD, [found("Ana", "was late")]) == Score(Counts(1, 1, 2), Counts(1, 1, 2), Counts(0, 1, 2))


def test_marked_attribution_is_counted_once():
    assert score(GOLD, [found("Ana", "it was late"), found("Ana", "was late")]).linked == Counts(1, 2, 2)


def test_punctuation_does_not_count():
    assert score(GOLD, [found("Ana", "it was late.")]).strict == Counts(1, 1, 2)


def test_nothing_found_scores_nothing():
    nothing = score(GOLD, []).linked
    assert (nothing.precision, nothing.recall, nothing.f1) == (0, 0, 0)


def test_f1_is_the_harmonic_mean():
    assert (Counts(1, 2, 4).precision, Counts(1, 2, 4).recall, Counts(1, 2, 4).f1) == (0.5, 0.25, pytest.approx(1 / 3))


def test_scores_of_reports_add_up():
    one = score(GOLD, [found("Ana", "it was late")])
    assert (one + one).linked == Counts(2, 2, 4)


def test_gold_outside_the_text_is_no_error():
    assert score(Gold("g", "so", (Marked(content=((0, 99),)),)), []).linked == Counts(0, 0, 1)


def test_line_of_another_shape_is_named():
    with pytest.raises(BadLine, match="A line of gold is"):
        gold_of('{"id": 1}')
