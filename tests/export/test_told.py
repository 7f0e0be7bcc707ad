from dataclasses import replace as copy

import pytest
from msgspec.structs import replace

from sayso.export.told import about, by_speaker, closed, dated, moment, on_one_line, quoted, tell, verb
from sayso.model import Attribution, Findings, Party, PartyType, QuoteType, SpeechAct
from tests.export.samples import ATTRIBUTIONS, PARTIES, TIMES, at, findings, report


def test_speakers_come_in_the_order_in_which_they_speak_with_what_they_said():
    speakers = by_speaker(findings())
    assert [(speaker.heading, speaker.about, [one.number for one in speaker.told]) for speaker in speakers] == [
        ("Lena Orsk", "Harbour spokeswoman", [1, 2, 3]),
        ("Harbour Dockers' Union", "organisation, part of Orskland", [4]),
        ("unnamed: officials", "", [5]),
        ("no one named", "", [6]),
    ]


def test_numbers_follow_the_text_not_the_order_of_finding():
    backwards = replace(findings(), attributions=ATTRIBUTIONS[::-1])
    assert tell(backwards) == tell(findings())


def test_outer_words_come_before_the_words_inside_them():
    assert [(one.number, one.parent) for one in tell(findings())][2:4] == [(3, None), (4, 3)]


def test_two_unnamed_sources_are_never_one_speaker():
    some, others = (
        Attribution(id, at(source), (), (at(words),), QuoteType.INDIRECT)
        for id, source, words in (("a1", "reports", "the ferries were safe"), ("a2", "reports", "nobody saw"))
    )
    speakers = by_speaker(Findings(report(), attributions=(some, others)))
    assert [(speaker.heading, len(speaker.told)) for speaker in speakers] == [("unnamed: reports", 1)] * 2


def test_pronoun_without_a_party_is_not_resolved_rather_than_unnamed():
    said = Attribution("a1", at("she"), (), (at("none will be"),), QuoteType.DIRECT)
    assert by_speaker(Findings(report(), attributions=(said,)))[0].heading == "not resolved: she"


def test_details_say_to_whom_by_what_means_and_when():
    assert tell(findings())[0].details == ("to the Tidewater Post", "interview", "Tuesday (2021-08-24)")


def test_outlet_that_is_not_the_addressee_is_told():
    [first, *_] = tell(findings())
    assert copy(first, addressee=None).details[:2] == ("interview", "in Tidewater Post")


def test_promise_is_told_with_its_condition_and_deadline():
    assert tell(findings())[3].ties == (
        ("if", "the army left by Friday"),
        ("then", "they would open the gates"),
        ("by", "Friday (2021-08-27)"),
    )


def test_direct_words_stand_in_quote_marks_and_indirect_ones_do_not():
    told = tell(findings())
    assert told[1].words == "“No ship has been fired on” … “and none will be”"
    assert told[0].words == "the ferries were safe"


@pytest.mark.parametrize("piece", ["“so”", '"so"', "«so»", "``so''"])
def test_words_in_quote_marks_get_no_others(piece):
    assert quoted(piece) == piece


@pytest.mark.parametrize(
    ("earliest", "latest", "value", "told"),
    [
        ("2021-08-24", "2021-08-24", "2021-08-24", "Tuesday (2021-08-24)"),
        ("2021-08-23", "2021-08-29", "2021-W34", "Tuesday (2021-08-23 to 2021-08-29)"),
        (None, None, "P40Y", "Tuesday (P40Y)"),
        (None, None, None, "Tuesday (date not resolved)"),
    ],
)
def test_date_is_told_in_words_and_as_what_it_stands_for(earliest, latest, value, told):
    assert dated(replace(TIMES[0], earliest=earliest, latest=latest, value=value)) == told


def test_every_speech_act_is_a_verb():
    assert [verb(act) for act in SpeechAct] == [
        "asserts", "denies", "acknowledges", "accuses", "condemns", "praises", "promises", "threatens", "warns",
        "demands", "requests", "refuses", "concedes", "expects", "retracts", "declines comment",
    ]  # fmt: skip


def test_person_without_roles_has_only_ties():
    person = Party("p9", "Ari", PartyType.PERSON, ties=PARTIES[2].ties)
    assert about(person, findings()) == "part of Orskland"


def test_line_breaks_are_no_part_of_words():
    assert on_one_line("two\n  lines") == "two lines"


@pytest.mark.parametrize(("piece", "shown"), [
    ("were “on the brink", "were “on the brink”"),
    ("were “on the brink” of war", "were “on the brink” of war"),
    ('called it "a gift', 'called it "a gift"'),
    ("had „nichts", "had „nichts“"),
    ("called it ‘a gift", "called it ‘a gift’"),
    ("didn’t call it ‘a gift’", "didn’t call it ‘a gift’"),
    ("the soldiers’ pay", "the soldiers’ pay"),
])  # fmt: skip
def test_quotation_that_opens_in_the_words_is_closed(piece, shown):
    assert closed(piece) == shown


@pytest.mark.parametrize(("clock", "shown"), [
    ("2021", "2021"),
    ("2021-08-24", "2021-08-24"),
    ("2021-08-24T10:30:00Z", "2021-08-24 10:30 UTC"),
    ("2021-08-24T10:30:00+02:00", "2021-08-24 10:30 UTC+02:00"),
    ("2021-08-24T10:30:00", "2021-08-24 10:30"),
])  # fmt: skip
def test_time_is_written_as_people_do(clock, shown):
    assert moment(clock) == shown
