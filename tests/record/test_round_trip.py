"""Any findings at all come back equal, whatever characters they hold."""

from itertools import count
from tempfile import TemporaryDirectory

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.model import (
    Attribution,
    Basis,
    Capture,
    Channel,
    Claim,
    Condition,
    Event,
    Factuality,
    Figure,
    FigureKind,
    Findings,
    Party,
    PartyType,
    Place,
    PlacePrecision,
    QuoteType,
    Reference,
    Report,
    Role,
    Slot,
    SlotName,
    Span,
    SpeechAct,
    Tie,
    TieKind,
    Time,
    TimePrecision,
    TimexMod,
    TimexType,
    Unresolved,
)
from sayso.record import Record
from tests.record.making import add, capture_of, report_of

WORDS = st.text(st.characters(categories=None), max_size=12)
"""Any code points, lone surrogates and NUL among them."""
MAYBE = st.none() | WORDS
NUMBER = st.floats(allow_nan=False, allow_infinity=False)


NEVER_TWICE = count()


def few(strategy):
    return st.lists(strategy, max_size=3).map(tuple)


@st.composite
def findings(draw):
    text = draw(st.text(st.characters(categories=None), max_size=200))
    bounds = st.integers(0, len(text))
    span = st.tuples(bounds, bounds).map(lambda pair: Span.of(text, min(pair), max(pair)))
    maybe_span, spans, reference = st.none() | span, few(span), st.builds(Reference, span, MAYBE)
    report = Report.of(
        draw(WORDS), text, outlet=draw(MAYBE), title=draw(MAYBE), authors=draw(few(WORDS)), url=draw(MAYBE),
        published=draw(MAYBE), updated=draw(MAYBE), retrieved=draw(MAYBE), language=draw(MAYBE),
    )  # fmt: skip
    role, tie = st.builds(Role, WORDS, span), st.builds(Tie, st.sampled_from(TieKind), WORDS, span)
    number = st.none() | NUMBER
    figure = st.builds(Figure, st.sampled_from(FigureKind), number, number, number, span, MAYBE, maybe_span)
    slot = st.builds(Slot, st.sampled_from(SlotName), span, MAYBE)
    party = st.builds(
        Party, WORDS, WORDS, st.sampled_from(PartyType), few(WORDS), MAYBE, few(role), few(tie), spans, WORDS
    )
    place = st.builds(
        Place, WORDS, WORDS, st.none() | st.integers(0, 2**31), MAYBE, MAYBE, MAYBE, number, number,
        st.none() | st.sampled_from(PlacePrecision), spans, MAYBE, WORDS,
    )  # fmt: skip
    time = st.builds(
        Time, WORDS, span, st.sampled_from(TimexType), MAYBE, st.none() | st.sampled_from(TimexMod), MAYBE, MAYBE,
        MAYBE, st.none() | st.sampled_from(TimePrecision), WORDS,
    )  # fmt: skip
    attribution = st.builds(
        Attribution, WORDS, maybe_span, spans, spans, st.sampled_from(QuoteType), st.sampled_from(SpeechAct), MAYBE,
        st.none() | reference, few(reference), st.none() | st.sampled_from(Channel), MAYBE, MAYBE, MAYBE,
        st.booleans(), MAYBE, st.none() | st.builds(Condition, span, maybe_span), MAYBE, NUMBER, WORDS,
    )  # fmt: skip
    event = st.builds(
        Event, WORDS, span, MAYBE, MAYBE, few(WORDS), few(WORDS), MAYBE, MAYBE, few(figure), NUMBER, WORDS,
        few(slot), st.booleans(),
    )  # fmt: skip
    claim = st.builds(
        Claim, WORDS, few(MAYBE), st.sampled_from(Factuality), st.sampled_from(Basis), MAYBE, MAYBE, spans, WORDS
    )
    unresolved = st.builds(Unresolved, WORDS, maybe_span, WORDS)
    parts = (party, place, time, attribution, event, claim, unresolved)
    return Findings(report, *(draw(few(part)) for part in parts))


captures = st.builds(
    lambda content, **told: Capture.of(content, **told),
    st.binary(max_size=300), media_type=WORDS, origin=WORDS, retrieved=MAYBE, retrieved_by=MAYBE,
)  # fmt: skip


@pytest.fixture(scope="module")
def one_record():
    with TemporaryDirectory() as folder, Record.open(f"{folder}/war.sayso", create=True) as record:
        yield record


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(capture=captures, found=findings())
def test_anything_comes_back_equal(one_record, capture, found):
    capture = Capture.of(
        capture.content + next(NEVER_TWICE).to_bytes(8), media_type=capture.media_type, origin=capture.origin,
        retrieved=capture.retrieved, retrieved_by=capture.retrieved_by,
    )  # fmt: skip
    added = one_record.add(capture, found.report, found)
    kept = msgspec.structs.replace(found.report, id=added.report_id, capture=capture.sha256)
    assert one_record.findings(added.report_id) == msgspec.structs.replace(found, report=kept)
    assert one_record.capture(capture.sha256) == capture
    assert one_record.add(capture, found.report, found).outcome == "unchanged"


def test_after_all_that_only_ids_and_references_are_at_fault(one_record):
    """Random ids are seldom unique and seldom resolve; everything else must be as it was written."""
    faults = {fault.what.split(" (reading")[0] for fault in one_record.verify().faults}
    assert {fault for fault in faults if "stands for" not in fault and "which is not there" not in fault} == set()


@pytest.mark.parametrize("text", ["", "a\0b", "\ud83d", "\ud83d\ude00 😀", "\u202eabc\u202c", "é" * 5])
def test_awkward_texts_come_back_equal(record, text):
    added = add(record, "1", text)
    assert record.report(added.report_id).text == text
    assert record.verify().sound


def test_five_megabytes_come_back_equal(record):
    text = "Somebody said that the bridge was open. " * 125_000
    report = report_of("1", text)
    record.add(capture_of(text), report, Findings(report))
    assert record.report("1").text == text
    assert record.search("bridge", limit=1).left_out == 124_999


def test_one_endless_line_is_found_in_pieces(record):
    report = report_of("1", "x" * 50_000 + " needle " + "y" * 50_000)
    record.add(capture_of(report.text), report, Findings(report))
    (hit,) = record.search("needle").hits
    assert "needle" in hit.span.exact
    assert len(hit.span.exact) <= 1_000
