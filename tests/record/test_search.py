import pytest

from sayso.errors import RecordError
from sayso.model import Span
from sayso.record import Hit, Hits
from sayso.record.fulltext import expression
from tests.record.making import add

TEXT = "It snowed in the hills.\nGeneral Ndala said that his fighters would not surrender.\nNobody saw the fighters."


def found(hits):
    return [(hit.report_id, hit.span.exact, hit.speaker) for hit in hits.hits]


def test_sentence_outside_attributions_is_found_where_it_stands(record):
    add(record, "1", TEXT, outlet="Wire", title="Hills", published="2021-08-26")
    span = Span.of(TEXT, 0, 23)
    assert record.search("snowed") == Hits((Hit("1", "Wire", "Hills", "2021-08-26", span),), 0)


def test_attribution_is_found_once_with_its_speaker(record):
    add(record, "1", TEXT)
    (hit,) = record.search("surrender").hits
    assert (hit.span.exact, hit.attribution, hit.speaker) == (
        "his fighters would not surrender", "a1", "General Ndala",
    )  # fmt: skip
    assert TEXT[hit.span.start : hit.span.end] == hit.span.exact


def test_speaker_and_words_are_found_together(record):
    add(record, "1", "Mary Okoro said that she was ill.\n\nMary Okoro said that a deal was near.")
    assert found(record.search("okoro deal")) == [("1", "a deal was near", "Mary Okoro")]


def test_inflection_case_and_accents_do_not_count(record):
    add(record, "1", "The généraux were WITHDRAWING.")
    for query in ("withdraw", "Generaux", "withdrawn generaux", "WITHDRAWS"):
        assert len(record.search(query).hits) == (0 if query == "withdrawn generaux" else 1), query


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("hills snowed", 1),
        ("hills rained", 0),
        ('"snowed in the hills"', 1),
        ('"hills the in snowed"', 0),
        ("sno*", 1),
        ("snowed -hills", 0),
        ("rained OR snowed", 1),
        ("OR snowed OR", 1),
        ("hills — !", 1),
        ('"hills', 1),
        ("words:hills", 0),
        ("NEAR(hills)", 0),
        ("hills AND", 0),
        ("hi'lls) OR (1", 0),
        ("\0hills\ud800", 1),
    ],
)
def test_query_language(record, query, hits):
    add(record, "1", TEXT)
    assert len(record.search(query).hits) == hits


@pytest.mark.parametrize("query", ["", "  ", "—", '""', "-hills", "OR"])
def test_query_without_a_word_is_refused(record, query):
    with pytest.raises(RecordError, match="names no word to look for"):
        record.search(query)


def test_what_the_limit_leaves_out_is_counted(record):
    for number in range(5):
        add(record, str(number), f"Bridge {number} is open.")
    hits = record.search("bridge", limit=2)
    assert (len(hits.hits), hits.left_out) == (2, 3)


def test_superseded_reading_is_no_longer_found(record):
    add(record, "1", TEXT)
    add(record, "1", TEXT, made_by="attributions@2")
    assert found(record.search("surrender")) == [("1", "his fighters would not surrender", "General Ndala")]


def test_expression_quotes_everything():
    assert expression('a "b c" d* OR e -f') == '(("a") AND ("b c") AND ("d"* OR "e")) NOT "f"'
