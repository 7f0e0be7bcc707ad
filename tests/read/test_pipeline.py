"""Reading as a whole: any text is read, every span is true, and the same text gives the same findings."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.model import Findings, Report, Span
from sayso.read import pipeline

FRAGMENTS = st.sampled_from([
    "“", "”", "\"", "''", "‘", "’", "«", "»", "—", ": ", ", ", ". ", "\n\n", "\n", "\u202e", "\u200b", "\x00",
    "🔥", "\x1b[31m",
    "he said", "Khan told the BBC", "according to reports", "that", "if they leave, we will", "on Tuesday", "the 1980s",
    "in Kabul", "Kabul said", "the group", "they", "promised to", "National Front (NF)", "\ufeff", "e\u0301", "١٢",
])  # fmt: skip


def spans_of(found: object) -> Iterator[Span]:
    """Every span anywhere inside some findings."""
    if isinstance(found, Span):
        yield found
    elif isinstance(found, tuple):
        for one in found:
            yield from spans_of(one)
    elif isinstance(found, msgspec.Struct) and not isinstance(found, Report):
        for name in found.__struct_fields__:
            yield from spans_of(getattr(found, name))


def read(text: str) -> Findings:
    return pipeline.read(Report.of("r", text, published="2021-08-26", language="en"))


def assert_true(findings: Findings) -> None:
    text = findings.report.text
    for span in spans_of(findings):
        assert text[span.start : span.end] == span.exact
        assert span.start < span.end
    ids = [one.id for kind in ("parties", "places", "times", "attributions") for one in getattr(findings, kind)]
    assert len(ids) == len(set(ids))
    assert not [u for u in findings.unresolved if u.reason.startswith(pipeline.FAULT)]
    known = {party.id for party in findings.parties}
    assert {a.speaker for a in findings.attributions} <= known | {None}


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.one_of(
        st.text(max_size=200),
        st.lists(FRAGMENTS, max_size=25).map(" ".join),
        st.lists(FRAGMENTS, max_size=25).map("".join),
    )
)
def test_any_text_is_read_and_every_span_is_true(text: str) -> None:
    assert_true(read(text))


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n\n", "x" * 100_000, "a, “b” " * 14_000, '"' * 3_000, "\ud800 said"],
    ids=lambda t: repr(t[:12]),
)
def test_odd_text_is_read(text: str) -> None:
    assert_true(read(text))


def test_the_same_text_gives_the_same_findings() -> None:
    text = "“We will stay,” Karim Doss told reporters in Kabul on Tuesday. He denied that his men had fired."
    assert read(text) == read(text)


def test_a_report_in_another_language_is_kept_unread() -> None:
    findings = pipeline.read(Report.of("r", "Der Minister sagte, er bleibe.", language="de"))
    assert findings.attributions == ()
    (unresolved,) = findings.unresolved
    assert unresolved.reason == 'The report is in "de"; sayso reads English, so it was not read.'


def test_emoji_do_not_move_spans() -> None:
    findings = read("🔥🔥 “We go 🚀 now,” said Karim Doss.")
    assert [span.exact for a in findings.attributions for span in a.content] == ["We go 🚀 now"]
    assert_true(findings)
