import json

import pytest

from sayso.intake import receive
from sayso.intake.page import page_of
from sayso.intake.page_facts import BAD_CLOCK, URL_CLOCK
from sayso.intake.results import Facts
from tests.intake.pages import page

PLAIN = Facts(title="Valley holds out", declared_language="en")


def facts_of(head="", url=None, retrieved=None, **parts):
    return page_of(page(head, **parts), "a.html", url, retrieved).facts


def linked(*nodes):
    return f'<script type="application/ld+json">{json.dumps(nodes[0] if len(nodes) == 1 else list(nodes))}</script>'


ARTICLE = {
    "@context": "https://schema.org", "@type": "NewsArticle", "headline": "Valley holds out against siege",
    "datePublished": "2021-08-24T10:00:00+0430", "dateModified": "2021-08-25T08:00:00Z",
    "author": [{"@type": "Person", "name": "Jane Doe"}, {"@type": "Person", "name": "John Roe"}],
    "publisher": {"@type": "Organization", "name": "The Ledger"},
}
TOLD = Facts(
    title="Valley holds out against siege", outlet="The Ledger", authors=("Jane Doe", "John Roe"),
    published="2021-08-24T10:00:00+04:30", updated="2021-08-25T08:00:00Z", declared_language="en",
)


def test_page_that_says_nothing_leaves_all_but_its_title_unknown():
    assert facts_of() == PLAIN


def test_linked_article_tells_the_clocks_with_their_time_publisher_headline_and_authors():
    assert facts_of(linked(ARTICLE)) == TOLD


def test_article_is_found_in_a_graph_and_names_are_looked_up():
    graph = {"@graph": [
        {"@type": "WebPage", "@id": "#w", "datePublished": "2020-01-01"},
        ARTICLE | {"author": {"@id": "#jane"}, "publisher": {"@id": "#ledger"}},
        {"@type": "Person", "@id": "#jane", "name": "Jane Doe"},
        {"@type": "Organization", "@id": "#ledger", "name": "The Ledger"},
    ]}
    assert facts_of(linked(graph)).authors == ("Jane Doe",)
    assert facts_of(linked(graph)).outlet == "The Ledger"
    assert facts_of(linked(graph)).published == TOLD.published


def test_list_of_other_articles_is_not_looked_into():
    others = {"@type": "ItemList", "itemListElement": [ARTICLE]}
    assert facts_of(linked(others)) == PLAIN


@pytest.mark.parametrize("author", [
    "The Ledger", "Reuters", {"@type": "Organization", "name": "Agency Desk"},
    {"@type": "Person", "name": "THE LEDGER"}, "https://ledger.example/jane", "Staff Reporter", None, 5, [[]],
])
def test_outlet_or_desk_or_address_is_no_author(author):
    assert facts_of(linked(ARTICLE | {"author": author})).authors == ()


def test_authors_in_one_string_are_parted():
    assert facts_of(linked(ARTICLE | {"author": "By Jane Doe and John Roe"})).authors == ("Jane Doe", "John Roe")


@pytest.mark.parametrize("broken", [
    '{"@type": "NewsArticle", "headline": ', "", "[[[[", '{"@type": 5, "author": {"@id": 3}}', "[" * 100_000, '"x"',
    "null",
])
def test_broken_linked_data_loses_nothing_else(broken):
    head = f'<script type="application/ld+json">{broken}</script><meta property="og:site_name" content="The Ledger">'
    assert facts_of(head) == Facts(title="Valley holds out", outlet="The Ledger", declared_language="en")


def test_meta_elements_tell_what_linked_data_does_not():
    head = """<meta property="og:title" content="Valley holds out, again">
      <meta property="og:site_name" content="The Ledger">
      <meta property="article:published_time" content="2021-08-24T10:00:00Z"><meta name="author" content="Jane Doe">
      <meta property="article:modified_time" content="2021-08-25"><meta property="og:url" content="https://l.example/1">
      <link rel="canonical" href="https://l.example/valley">"""
    assert facts_of(head) == Facts(
        title="Valley holds out, again", outlet="The Ledger", authors=("Jane Doe",), url="https://l.example/valley",
        published="2021-08-24T10:00:00Z", updated="2021-08-25", declared_language="en")


def test_updated_is_never_taken_for_published():
    head = '<meta property="article:modified_time" content="2021-08-25">'
    found = facts_of(head)
    assert (found.published, found.updated) == (None, "2021-08-25")


@pytest.mark.parametrize("markup", [
    '<time datetime="2021-08-24T10:00">yesterday</time>', '<time itemprop="datePublished" datetime="2021-08-24T10:00">'
    '</time><time datetime="2019-01-01"></time>', '<span itemprop="datePublished" content="2021-08-24T10:00"></span>',
])
def test_marked_time_is_the_date_of_publication(markup):
    assert facts_of(inside=markup).published == "2021-08-24T10:00:00"


def test_one_of_several_unmarked_times_is_not_guessed():
    assert facts_of(inside='<time datetime="2021-08-24"></time><time datetime="2019-01-01"></time>').published is None


@pytest.mark.parametrize("value", ["2999-01-01T00:00:00Z", "99/99/9999", "2021-02-31"])
def test_date_that_cannot_be_is_dropped_with_a_note_and_the_next_place_is_asked(value):
    head = linked(ARTICLE | {"datePublished": value}) + '<meta name="pubdate" content="2021-08-24">'
    found = facts_of(head)
    assert (found.published, found.notes) == ("2021-08-24", (BAD_CLOCK,))


def test_date_after_retrieval_is_dropped_with_a_note():
    found = facts_of(linked(ARTICLE), retrieved="2021-08-24T12:00:00Z")
    assert (found.published, found.updated, found.notes) == (TOLD.published, None, (BAD_CLOCK,))


@pytest.mark.parametrize(("address", "published"), [
    ("https://l.example/world/2021/aug/24/valley", "2021-08-24"), ("https://l.example/2021/08/24/valley", "2021-08-24"),
    ("https://l.example/2021/8/4/", "2021-08-04"), ("https://l.example/2021/13/24/valley", None),
    ("https://l.example/2999/01/01/x", None), ("https://l.example/valley-2021", None),
])
def test_day_in_the_address_is_taken_with_a_note_where_the_page_is_silent(address, published):
    found = facts_of(url=address)
    assert (found.published, found.notes) == (published, (URL_CLOCK,) if published else ())


def test_page_saved_by_a_browser_tells_its_address_and_by_singlefile_its_time():
    plain = page().replace("<html", "<!-- saved from url=(0027)https://l.example/valley -->\n<html", 1)
    assert page_of(plain, "a.html").facts.url == "https://l.example/valley"
    single = page().replace("<head>", "<!--\n Page saved with SingleFile \n url: https://l.example/v \n saved date: "
                            "Tue Aug 24 2021 10:30:00 GMT+0200 (Central European Summer Time)\n--><head>", 1)
    facts = page_of(single, "a.html").facts
    assert (facts.url, facts.retrieved) == ("https://l.example/v", "2021-08-24T08:30:00Z")


def test_file_of_a_page_is_a_report_with_these_facts(tmp_path):
    path = tmp_path / "valley.html"
    path.write_text(page(linked(ARTICLE)))
    (one,) = receive([str(path)])
    report = one.report
    assert (report.id, report.title, report.outlet, report.published, report.updated, report.retrieved, one.notes) == (
        "valley", TOLD.title, TOLD.outlet, TOLD.published, TOLD.updated, None, ())
    assert one.capture.content == path.read_bytes()
