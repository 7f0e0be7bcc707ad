import pytest

from sayso.errors import NoSuchParty
from sayso.model import Attribution, Capture, Findings, Party, PartyType, QuoteType, Report, Span
from tests.record.making import add


def said(record, name):
    return [(one.report.id, one.party.name, one.attribution.content[0].exact) for one in record.who(name)]


@pytest.fixture
def told(record):
    add(record, "1", "Fethullah Gülen said that it rained.\n\nOld Ahmad Karim said that it was dry.")
    add(record, "2", "Gülen said that it snowed.\n\nThe U.S. said that it was hot.\n\nAl-Karim said that he left.")
    return record


@pytest.mark.parametrize("name", ["Gülen", "gulen", "GÜLEN’S", "Gülen's", " gülen. "])
def test_surname_matches_whatever_its_case_accents_and_possessive(told, name):
    assert said(told, name) == [("1", "Fethullah Gülen", "it rained"), ("2", "Gülen", "it snowed")]


def test_full_name_does_not_match_a_bare_surname(told):
    assert said(told, "Fethullah Gülen") == [("1", "Fethullah Gülen", "it rained")]


@pytest.mark.parametrize("name", ["US", "the U.S.", "u.s"])
def test_acronym_matches_with_and_without_dots(told, name):
    assert said(told, name) == [("2", "The U.S.", "it was hot")]


def test_first_name_matches_where_no_surname_does(told):
    assert said(told, "Fethullah") == [("1", "Fethullah Gülen", "it rained")]


def test_alias_matches(record):
    text = "The group said no."
    report, source = Report.of("1", text), Span.of(text, 0, 9)
    party = Party("p1", "Free Valley Front", PartyType.ARMED_GROUP, ("FVF", "The group"), mentions=(source,))
    attribution = Attribution(
        "a1", source, (), (Span.of(text, 15, 17),), QuoteType.INDIRECT, speaker="p1"
    )  # fmt: skip
    record.add(
        Capture.of(b"x", media_type="text/plain", origin="-"),
        report,
        Findings(report, (party,), (), (), (attribution,)),
    )
    for name in ("fvf", "the Free Valley Front", "Valley Front"):
        ((one,), (kept,)) = (record.who(name), (attribution,))
        assert (one.party, one.attribution) == (party, kept)


def test_party_that_says_nothing_gives_nothing(record):
    report = Report.of("1", "Kofi left.")
    party = Party("p1", "Kofi", PartyType.PERSON, mentions=(Span.of(report.text, 0, 4),))
    record.add(Capture.of(b"x", media_type="text/plain", origin="-"), report, Findings(report, (party,)))
    assert record.who("Kofi") == ()


@pytest.mark.parametrize(("name", "hint"), [
    ("Gulan", 'Near to it: "Fethullah Gülen"'), ("xyz", "Give a name as the reports print it"), ("—", "Give a name"),
])  # fmt: skip
def test_unknown_party_is_told_the_nearest_names(told, name, hint):
    with pytest.raises(NoSuchParty, match=rf'^No party "{name}" in .*war\.sayso\. {hint}'):
        told.who(name)


def test_names_are_searched_as_words_not_as_patterns(told):
    for name in ("%", "_ülen", "G%n"):
        with pytest.raises(NoSuchParty):
            told.who(name)


def test_timeline_puts_what_was_said_before_by_publication_and_undated_last(record):
    add(record, "u", "Nobody said that it was undated.")
    add(record, "p", "A said that it was published.", published="2021-08-24T10:00:00Z")
    add(
        record,
        "d",
        "B said on Wednesday that it was third.\n\nC said on Monday that it was first.",
        published="2021-08-26",
    )
    lines = [(one.report.id, one.speaker.name, one.earliest, one.by) for one in record.timeline()]
    assert lines == [
        ("d", "C", "2021-08-23", "said_on"),
        ("p", "A", "2021-08-24T10:00:00Z", "published"),
        ("d", "B", "2021-08-25", "said_on"),
        ("u", "Nobody", None, None),
    ]
    assert [one.time.span.exact for one in record.timeline() if one.by == "said_on"] == ["Monday", "Wednesday"]
    assert [one.speaker.name for one in record.timeline(speaker="b")] == ["B"]
    with pytest.raises(NoSuchParty):
        record.timeline(speaker="Zed")


def test_attribution_to_no_one_stands_on_the_timeline(record):
    text = "It is said to be cold."
    report = Report.of("1", text)
    attribution = Attribution("a1", None, (Span.of(text, 6, 10),), (Span.of(text, 11, 21),), QuoteType.INDIRECT)
    record.add(
        Capture.of(b"x", media_type="text/plain", origin="-"), report, Findings(report, attributions=(attribution,))
    )
    (one,) = record.timeline()
    assert (one.attribution, one.speaker, one.time, one.by) == (attribution, None, None, None)
