from hypothesis import given
from hypothesis import strategies as st

from sayso.export.marks import Part, segments
from sayso.export.told import tell
from sayso.export.told_events import tell_events
from sayso.model import Attribution, Findings, QuoteType, Report, Span
from tests.export import happenings
from tests.export.samples import TEXT, findings


def cut(found, paragraphs):
    return [
        [(found.report.text[one.start : one.end], one.depth, sorted(one.parts), one.begins) for one in row]
        for row in segments(tell(found), paragraphs)
    ]


def test_nested_words_are_cut_at_every_border():
    start = TEXT.index("The dockers")
    [row] = cut(findings(), [(start, TEXT.index(", according"))])
    assert row == [
        ("The dockers", 1, [Part.CONTENT, Part.SOURCE], (3,)),
        (", ", 0, [], ()),
        ("Orsk", 0, [Part.SOURCE], ()),
        (" ", 0, [], ()),
        ("said", 0, [Part.CUE], ()),
        (" in a tweet, ", 0, [], ()),
        ("had ", 1, [Part.CONTENT], ()),
        ("promised", 1, [Part.CONTENT, Part.CUE], ()),
        (" that ", 1, [Part.CONTENT], ()),
        ("they would open the gates if the army left by Friday", 2, [Part.CONTENT], (4,)),
    ]


def test_attribution_without_content_begins_at_its_source():
    said = Attribution("a1", Span(0, 3, "She"), (Span(4, 12, "declined"),), (), QuoteType.INDIRECT)
    found = Findings(Report.of("r", "She declined."), attributions=(said,))
    assert cut(found, [(0, 13)]) == [
        [("She", 0, [Part.SOURCE], (1,)), (" ", 0, [], ()), ("declined", 0, [Part.CUE], ()), (".", 0, [], ())]
    ]


def test_words_that_go_on_in_the_next_paragraph_are_marked_in_both():
    said = Attribution("a1", None, (), (Span(0, 7, "one\ntwo"),), QuoteType.DIRECT)
    found = Findings(Report.of("r", "one\ntwo"), attributions=(said,))
    assert cut(found, [(0, 3), (4, 7)]) == [
        [("one", 1, [Part.CONTENT], (1,))],
        [("two", 1, [Part.CONTENT], ())],
    ]


def test_words_of_an_event_are_cut_at_every_border():
    found = happenings.findings()
    end = found.report.text.index(" in Port Orsk")
    [row] = segments((), [(0, end)], tell_events(found))
    assert [
        (found.report.text[one.start : one.end], [mark.part for mark in one.of_events], one.triggers, one.depth)
        for one in row
    ] == [
        ("Soldiers", [Part.ACTOR, Part.CLAIM], (), 0),
        (" ", [Part.CLAIM], (), 0),
        ("shot dead", [Part.CLAIM, Part.TRIGGER], (1,), 0),
        (" ", [Part.CLAIM], (), 0),
        ("at least 29", [Part.CLAIM, Part.FIGURE], (), 0),
        (" ", [Part.CLAIM], (), 0),
        ("dockers", [Part.CLAIM, Part.RECIPIENT], (), 0),
    ]


PIECES = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted), max_size=6)


@given(st.lists(st.tuples(PIECES, PIECES), max_size=6))
def test_any_spans_cut_the_text_without_loss_and_begin_once(told):
    text = "abcdefghijklmnopqrstuvwxyz0123"
    attributions = tuple(
        Attribution(f"a{number}", None, tuple(Span.of(text, *piece) for piece in cue),
                    tuple(Span.of(text, *piece) for piece in content), QuoteType.INDIRECT)
        for number, (cue, content) in enumerate(told)
    )  # fmt: skip
    found = Findings(Report.of("r", text), attributions=attributions)
    [row] = segments(tell(found), [(0, 30)])
    begun = [number for one in row for number in one.begins]
    assert "".join(text[one.start : one.end] for one in row) == text
    assert sorted(set(begun)) == sorted(begun)
