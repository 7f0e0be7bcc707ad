import re
from html.parser import HTMLParser

import pytest
from lxml import html
from msgspec.structs import replace

from sayso.export.page import page
from sayso.model import Attribution, Findings, QuoteType, Report, Span, Unresolved
from sayso.read.tokens import paragraphs
from tests.export.samples import ATTRIBUTIONS, TEXT, findings

VOID = {"meta", "link", "br", "hr", "img"}


class Nesting(HTMLParser):
    """Fails where a tag is closed that is not the last one opened."""

    def __init__(self):
        super().__init__()
        self.open = []

    def handle_starttag(self, tag, attrs):
        assert len(dict(attrs)) == len(attrs), attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def parsed(found):
    text = page(found)
    nesting = Nesting()
    nesting.feed(text)
    assert nesting.open == []
    return html.document_fromstring(text)


def test_text_of_the_report_is_shown_whole_paragraph_by_paragraph():
    shown = [paragraph.text_content() for paragraph in parsed(findings()).xpath("//article/p")]
    assert shown == [TEXT[start:end] for start, end in paragraphs(TEXT)]


def test_words_of_an_attribution_are_marked_with_its_number():
    marked = parsed(findings()).xpath("//article//mark[contains(@class, 'w2')]")
    assert [mark.text for mark in marked] == ["No ship has been fired on", "and none will be"]


def test_words_within_words_are_marked_deeper():
    [inner] = parsed(findings()).xpath("//article//mark[contains(@class, 'd2')]")
    assert (inner.text, inner.get("class")) == ("they would open the gates if the army left by Friday", "d2 w3 w4")


def test_anchors_lead_to_the_card_and_back():
    tree = parsed(findings())
    ids = tree.xpath("//@id")
    assert sorted(ids) == sorted(set(ids))
    assert {link for link in tree.xpath("//a/@href") if link.startswith("#")} <= {f"#{id}" for id in ids}
    for number in range(1, 7):
        [place] = tree.xpath(f"//article//a[@id='words-{number}']/@href")
        [card] = tree.xpath(f"//aside//li[@id='says-{number}']")
        assert place == f"#says-{number}"
        assert set(card.xpath(".//p//a/@href")) == {f"#words-{number}"}


def test_side_list_groups_what_was_said_by_speaker():
    groups = parsed(findings()).xpath("//aside/section")
    assert [(group.find("h3").text, len(group.xpath(".//li"))) for group in groups] == [
        ("Lena Orsk", 3), ("Harbour Dockers' Union", 1), ("unnamed: officials", 1), ("no one named", 1),
    ]  # fmt: skip


def test_words_of_a_report_are_never_markup():
    assert parsed(findings(title="</title><script>x</script>")).xpath("//script") == []


def test_address_that_is_not_of_the_web_is_no_link():
    tree = parsed(findings(url="javascript:alert(1)"))
    assert "javascript:alert(1)" in tree.xpath("string(//header)")
    assert [link for link in tree.xpath("//a/@href") if "javascript" in link] == []


def test_page_asks_for_nothing_and_runs_nothing():
    text = page(findings())
    tree = html.document_fromstring(text)
    assert tree.xpath("//@src | //link | //script | //iframe | //img") == []
    assert re.findall(r"url\(|@import", text) == []
    assert [link for link in tree.xpath("//a/@href") if not link.startswith("#")] == [
        "https://example.org/ferries?a=1&b=2"
    ]
    [policy] = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    hashed = r"'sha256-[\w+/]{43}='"
    assert re.fullmatch(f"default-src 'none'; style-src {hashed}; base-uri 'none'; form-action 'none'", policy)


def test_unknown_date_is_said():
    assert "publication date unknown" in parsed(findings(published=None)).xpath("string(//header)")


def test_page_says_that_a_machine_found_it():
    assert parsed(findings()).xpath("string(//*[@class='badge'])") == "machine-found, not checked by a person"


def test_report_that_was_not_read_says_why():
    unread = Findings(findings().report, unresolved=(Unresolved("language", None, 'The report is in "uk".'),))
    said = parsed(unread).xpath("string(//aside)")
    assert "No attributions were found." in said
    assert 'The report is in "uk".' in said


@pytest.mark.parametrize("harm", ["\x00", "\x1b[2J", "\ud800", "\u202e"])
def test_control_characters_are_shown_harmless(harm):
    text = f"a{harm}b said yes"
    said = Attribution("a1", Span(0, 3, text[:3]), (), (Span.of(text, len(text) - 3, len(text)),), QuoteType.INDIRECT)
    whole = page(Findings(Report.of("r", text, title=text), attributions=(said,)))
    assert harm[0] not in whole
    whole.encode()


def test_same_findings_give_the_same_page():
    assert page(findings()) == page(replace(findings()))


def test_legend_tells_of_words_within_words_only_where_there_are_any():
    nested = "words within words"
    assert nested in page(findings())
    assert nested not in page(replace(findings(), attributions=ATTRIBUTIONS[:2]))
