import pytest
from msgspec.structs import replace

from sayso.errors import BadLine
from sayso.evaluate.attribution import Gold, Parts, gold_of, score
from sayso.evaluate.counts import Counts
from sayso.model import Attribution, QuoteType, Span

TEXT = "Ana said it was late. Ben denied that she was right."


def span(words):
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def found(source, content, cue="said"):
    return Attribution("a", source and span(source), (span(cue),), (span(content),), QuoteType.INDIRECT)


def marked(source, content, cue="said"):
    return Parts(*(((one.start, one.end),) for one in (span(source), span(cue), span(content))))


GOLD = Gold("g", TEXT, (marked("Ana", "it was late"), marked("Ben", "she was right", "denied")))


def figures(score):
    return {row.figure: (row.found, row.marked, row.precision, row.recall) for row in score.rows()}


def test_same_attributions_are_all_right():
    right = (2, 2, 1, 1)
    assert figures(score(GOLD, [found("Ana", "it was late"), found("Ben", "she was right", "denied")])) == {
        "linked": right, "detected": right, "strict": right, "source": right, "cue": right, "content": right,
        "indirect": right, "reporting": right,
    }  # fmt: skip


def test_wrong_source_is_detected_but_not_linked():
    scored = score(GOLD, [found("Ben", "it was late")])
    assert (scored.linked, scored.detected, scored.strict) == (Counts(0, 1, 2), Counts(1, 1, 2), Counts(0, 1, 2))


def test_half_of_the_words_are_enough_but_not_strict():
    scored = score(GOLD, [found("Ana", "was late")])
    assert (scored.linked, scored.detected, scored.strict) == (Counts(1, 1, 2), Counts(1, 1, 2), Counts(0, 1, 2))


def test_each_part_is_right_where_it_is_the_same_words_and_marks():
    scored = score(GOLD, [found("Ana", "it was late."), found("Ana", "she was right", "denied")])
    assert (scored.source, scored.cue, scored.content) == (Counts(1, 1, 2), Counts(2, 2, 2), Counts(1, 2, 2))


def test_types_cues_and_missing_sources_are_told_apart():
    text = 'Ana said "no". Ben\'s refusal to go "at once" hurt. It was feared dead.'
    parts = [("Ana", "said", "no"), ("Ben", "refusal", 'to go "at once"'), (None, "feared", "dead")]

    def places(words):
        return ((text.index(words), text.index(words) + len(words)),) if words else ()

    gold = Gold("g", text, tuple(Parts(*map(places, part)) for part in parts))
    scored = score(gold, [])
    kinds = ("direct", "mixed", "indirect", "reporting", "other_cue", "no_source")
    assert {kind: getattr(scored, kind).marked for kind in kinds} == dict(zip(kinds, (1, 1, 1, 1, 2, 1), strict=True))


def test_scores_are_compared_with_what_is_linked():
    right, wrong = found("Ana", "it was late"), found("Ana", "she was right")
    scored = score(GOLD, [replace(right, score=0.95), replace(wrong, score=0.85)]).calibration
    assert [(one.count, one.right) for one in scored.bins[-2:]] == [(1, 0), (1, 1)]
    assert scored.error == pytest.approx((0.05 + 0.85) / 2)


def test_marked_attribution_is_counted_once():
    assert score(GOLD, [found("Ana", "it was late"), found("Ana", "was late")]).linked == Counts(1, 2, 2)


def test_punctuation_does_not_count():
    assert score(GOLD, [found("Ana", "it was late.")]).strict == Counts(1, 1, 2)


def test_nothing_found_scores_nothing():
    nothing = score(GOLD, []).linked
    assert (nothing.precision, nothing.recall, nothing.f1) == (0, 0, 0)


def test_scores_of_reports_add_up():
    one = score(GOLD, [found("Ana", "it was late")])
    assert (one + one).linked == Counts(2, 2, 4)


def test_gold_outside_the_text_is_no_error():
    assert score(Gold("g", "so", (Parts(content=((0, 99),)),)), []).linked == Counts(0, 0, 1)


def test_line_of_another_shape_is_named():
    with pytest.raises(BadLine, match="A line of gold is"):
        gold_of('{"id": 1}')
