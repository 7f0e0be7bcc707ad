import pytest

from sayso.intake.heading import IMPOSSIBLE, NO_YEAR, heading_of, people_in
from sayso.intake.results import Facts

BODY = "Two bridges were closed on Monday, the mayor said."


@pytest.mark.parametrize(("opening", "facts"), [
    ("KABUL, Aug. 24 (Reuters) - ", Facts(outlet="Reuters", notes=(NO_YEAR,))),
    ("KABUL, Aug. 24, 2021 (AFP) -- ", Facts(outlet="AFP", published="2021-08-24")),
    ("NAIROBI, Kenya, 3 March 2014 (AP) — ", Facts(outlet="AP", published="2014-03-03")),
    ("KABUL, Afghanistan (AP) — ", Facts(outlet="AP")),
    ("Kabul, Afghanistan (CNN)", Facts(outlet="CNN")),
    ("(CNN) — ", Facts(outlet="CNN")),
    ("BEIRUT/AMMAN (Reuters) - ", Facts(outlet="Reuters")),
    ("DAMASCUS, July 7 (Xinhua) -- ", Facts(outlet="Xinhua", notes=(NO_YEAR,))),
    ("MOSCOW, August 24. /TASS/. ", Facts(outlet="TASS", notes=(NO_YEAR,))),
    ("SANAA (Saba Wire) - ", Facts(outlet="Saba Wire")),
    ("GENEVA, Aug. 24, 2021 — ", Facts(published="2021-08-24")),
    ("LONDON — ", Facts()),
    ("Foreign Ministry (MFA) officials and ", Facts()),
    ("The National Front (NF) - a group - and ", Facts()),
    ("KABUL, Aug. 24, 2999 (AFP) -- ", Facts(outlet="AFP", notes=(IMPOSSIBLE,))),
])
def test_dateline_tells_the_outlet_and_a_full_date(opening, facts):
    assert heading_of(opening + BODY) == facts


@pytest.mark.parametrize(("lines", "facts"), [
    ("By Jane Doe", Facts(authors=("Jane Doe",))),
    ("By JANE DOE and JOHN VAN DER ROE in Kabul", Facts(authors=("JANE DOE", "JOHN VAN DER ROE"))),
    ("By Jane Doe, Foreign Correspondent", Facts(authors=("Jane Doe",))),
    ("By KATHY ROE of The Associated Press", Facts(authors=("KATHY ROE",), outlet="Associated Press")),
    ("By Reuters", Facts(outlet="Reuters")),
    ("By our correspondent", Facts()),
    ("By Monday Morning", Facts()),
    ("By Tuesday the town had fallen, he said.", Facts()),
    ("Published 24 August 2021", Facts(published="2021-08-24")),
    ("Published: Tue, Aug 24, 2021 10:30 GMT", Facts(published="2021-08-24")),
    ("Last updated on 25 August 2021", Facts(updated="2021-08-25")),
    ("Tuesday, 24 August 2021 10:30 BST", Facts(published="2021-08-24")),
    ("24 August", Facts()),
    ("Published 24/08/2021", Facts()),
    ("Posted on Aug 24, 2999", Facts(notes=(IMPOSSIBLE,))),
    ("Published in 2020, the report says no, and 24 August 2021 is far.", Facts()),
])
def test_line_of_the_heading_tells_authors_and_clocks(lines, facts):
    assert heading_of(f"{lines}\n\n{BODY}") == facts


@pytest.mark.parametrize(("text", "title"), [
    (f"Bridge is safe, says mayor\n\n{BODY}", "Bridge is safe, says mayor"),
    (f"\ufeff\n\n“We will stay”\n\n{BODY}", "“We will stay”"),
    (f"Bridge is safe\nBy Jane Doe\n{BODY}", "Bridge is safe"),
    (f"Bridge is safe\nKABUL (Reuters) - {BODY}", "Bridge is safe"),
    (f"Bridge is safe\n{BODY * 8}", "Bridge is safe"),
    ("The mayor said on Monday that\nthe bridge was safe and that\nhe would cross it.", None),
    (f"The mayor said no.\n\n{BODY}", None),
    (f"By Jane Doe\n\n{BODY}", None),
    ("Bridge is safe", None),
    (f"{'Bridge ' * 40}\n\n{BODY}", None),
])
def test_title_is_the_first_line_where_it_stands_apart(text, title):
    assert heading_of(text).title == title


def test_only_the_first_lines_are_a_heading():
    assert heading_of("\n\n".join([BODY] * 8 + ["By Jane Doe"])) == Facts()


def test_outlet_and_desk_are_no_authors():
    assert people_in("Jane Doe; BBC News, Staff Writer & Agencies") == (("Jane Doe",), "BBC News")


@pytest.mark.parametrize("text", ["A" * 200_000, "A, " * 70_000, "AA " * 70_000, "Aug. 24 " * 30_000, "(" * 200_000,
                                  "By A. " * 30_000, "\n" * 200_000, "published 2 " * 20_000, "A-b." * 50_000])
def test_hostile_lines_take_no_time(text):
    assert heading_of(text).published is None
