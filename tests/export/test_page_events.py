import re

from lxml import html
from msgspec.structs import replace

from sayso.export.page import page
from tests.export.happenings import CLAIMS, EVENTS, PARTIES, TEXT, findings
from tests.export.test_page import parsed


def texts(found):
    return [" ".join(one.text_content().split()) for one in found]


def test_triggers_are_marked_in_the_text_and_lead_to_their_card_and_back():
    tree = parsed(findings())
    assert texts(tree.xpath("//article//*[contains(@class, 'trigger')]")) == ["shot dead", "met", "shelled"]
    ids = tree.xpath("//@id")
    assert {link for link in tree.xpath("//a/@href") if link.startswith("#")} <= {f"#{id}" for id in ids}
    for number in (1, 2, 4):
        assert tree.xpath(f"//article//a[@id='trigger-{number}']/@href") == [f"#event-{number}"]
        [card] = tree.xpath(f"//aside//li[@id='event-{number}']")
        assert f"#trigger-{number}" in card.xpath(".//a/@href")


def test_text_stays_whole():
    assert "".join(parsed(findings()).xpath("//article//text()")).split() == TEXT.split()


def test_card_tells_facts_words_and_holders_and_leads_to_the_attribution():
    [card] = parsed(findings()).xpath("//aside//li[@id='event-1']")
    assert texts(card.xpath("./p")) == [
        "ASSAULT firearms 2021-08-24 · in Port Orsk · the army → dockers · at least 29 dockers killed",
        "Soldiers shot dead at least 29 dockers in Port Orsk on Tuesday",
        "certain, according to residents (unnamed) · saw it · attribution 1",
        "did not happen, according to the army, through reports from the harbour (unnamed) · told by others"
        " · attribution 2",
    ]
    assert card.xpath(".//p[@class='held']//a/@href") == ["#says-1", "#says-2"]


def test_history_has_a_heading_and_what_is_left_out_is_counted():
    [section] = parsed(findings()).xpath("//section[@class='events']")
    assert [(one.tag, one.text) for one in section.xpath("./h2|./h3|./p")] == [
        ("h2", "What happened, according to whom"), ("h3", "Background"),
        ("p", "1 more event without a type: not shown."),
    ]  # fmt: skip


def test_everything_is_shown_on_demand():
    tree = html.document_fromstring(page(findings(), everything=True))
    assert len(tree.xpath("//li[contains(@class, 'event')]")) == len(EVENTS)


def test_event_that_no_one_is_certain_of_is_drawn_otherwise():
    assert re.findall(r"\.t(\d+)\{border-style:dashed\}", page(findings())) == ["2"]


def test_parts_of_an_event_are_labelled_where_they_are_lit_up():
    tree = parsed(findings())
    labelled = {
        name: texts(tree.xpath(f"//article//*[contains(concat(@class, ' '), 'e1-{name} ')]"))
        for name in ("actor", "recipient", "place", "time", "figure")
    }
    assert labelled == {
        "actor": ["Soldiers"], "recipient": ["dockers"], "place": ["Port Orsk"], "time": ["Tuesday"],
        "figure": ["at least 29"],
    }  # fmt: skip


def test_report_without_events_has_no_list_of_them():
    bare = replace(findings(), events=(), claims=())
    assert parsed(bare).xpath("//*[contains(@class, 'event')] | //*[@id='happened']") == []


def test_names_of_parties_are_never_markup():
    harmful = replace(PARTIES[0], name="<script>x</script>")
    assert parsed(replace(findings(), parties=(harmful, *PARTIES[1:]))).xpath("//script") == []


def test_claim_without_an_attribution_leads_nowhere():
    [card] = parsed(replace(findings(), claims=(replace(CLAIMS[0], attribution=None),))).xpath("//li[@id='event-1']")
    assert card.xpath(".//p[@class='held']//a") == []
