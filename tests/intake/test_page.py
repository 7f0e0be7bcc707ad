from contextlib import suppress

import pytest

from sayso.errors import NoArticle
from sayso.intake import Options, receive
from sayso.intake.page import SHORT, declared_charset, looks_like_page, page_of
from tests.intake.pages import PARAGRAPHS, page

BODY = "\n\n".join(PARAGRAPHS)


def text_of(markup):
    text = page_of(markup, "a.html").text
    return text.removeprefix("Valley holds out\n\n")


def test_paragraphs_are_apart_by_a_blank_line_and_menus_left_out():
    assert text_of(page()) == BODY


def test_paragraphs_that_begin_with_a_quote_are_kept():
    quotes = tuple(f"“We said so {number} times,” he said." for number in range(6))
    assert text_of(page(paragraphs=(PARAGRAPHS[0], *quotes))) == "\n\n".join((PARAGRAPHS[0], *quotes))


def test_block_quotes_and_list_items_are_paragraphs_of_their_own():
    inside = ("<blockquote><p>“Nobody has ever taken this valley.”</p></blockquote><p>He listed two demands:</p>"
              "<ul><li>an end to the siege</li><li>seats in the <b>council</b></li></ul>")
    assert text_of(page(inside=inside)) == "\n\n".join([
        BODY, "“Nobody has ever taken this valley.”", "He listed two demands:", "an end to the siege",
        "seats in the council"])


def test_inline_marks_and_line_breaks_do_not_part_words():
    inside = "<p>The <em>council</em> <a href='/x'>said</a>\n   no to A<b>B</b>C.<br>It was later deleted.</p>"
    assert text_of(page(inside=inside)).splitlines()[-2:] == ["The council said no to ABC.", "It was later deleted."]


def test_related_stories_are_left_out():
    related = ("<div class='related'><h3>Related stories</h3>"
               "<ul><li><a href='/a'>Ten killed in blast near market</a></li>"
               "<li><a href='/b'>Minister resigns over talks</a></li></ul></div>"
               "<aside><p>Read more: Ten killed in blast near the market, officials say</p></aside>")
    assert text_of(page(after=related)) == BODY


@pytest.mark.parametrize("pointer", [
    "<p><strong>Read more:</strong> <a href='/x'>Ten killed in blast near market</a></p>",
    "<p><a href='/x'>Read more: Ten killed in blast near market</a></p>",
    "<p><em>RELATED | <a href='/x'>Ten killed in blast near market</a></em></p>",
    "<div><span>Also read</span><a href='/x'>Ten killed in blast near market</a></div>",
])
def test_pointer_to_another_story_inside_the_article_is_left_out(pointer):
    assert text_of(page(inside=pointer + f"<p>{PARAGRAPHS[3]}</p>")) == f"{BODY}\n\n{PARAGRAPHS[3]}"


@pytest.mark.parametrize("sentence", [
    "Read more of his letter <a href='/x'>here</a>, the council said.",
    "Related deaths rose, <a href='/x'>he said</a>.", "<a href='/x'>Related deaths rose by ten, he said.</a>",
])
def test_sentence_that_begins_like_a_pointer_is_kept(sentence):
    assert "he" in text_of(page(inside=f"<p>{sentence}</p>")).splitlines()[-1]


def test_entities_become_letters_in_nfc(tmp_path):
    path = tmp_path / "a.html"
    path.write_text(page(paragraphs=(*PARAGRAPHS, "The Cafe&#769; owners &amp; the mayor said &ldquo;no&rdquo;.")))
    (one,) = receive([str(path)])
    assert one.report.text.endswith("\n\nThe Café owners & the mayor said “no”.")


@pytest.mark.parametrize("markup", [
    "<html><body><nav><a href='/1'>World</a> <a href='/2'>Politics</a></nav>"
    "<h2><a href='/3'>Ten killed in blast</a></h2>"
    "<h2><a href='/4'>Minister resigns</a></h2><footer>Copyright 2021</footer></body></html>",
    "<html></html>", "<html><body><script>var said = 'no';</script></body></html>", "<!-- -->", "",
])
def test_page_without_an_article_is_refused(markup):
    with pytest.raises(NoArticle, match="is a page without an article"):
        page_of(markup, "a.html")


def test_text_that_is_short_for_its_page_is_told():
    # the comments of readers are no part of the article, but here they may be all that is left of a page
    comments = "".join(f"<div class='comment'><p>{sentence} {sentence}</p></div>" for sentence in PARAGRAPHS * 4)
    found = page_of(page(after=f"<section id='comments'>{comments}</section>"), "a.html")
    assert found.facts.notes == (SHORT,)


def test_whole_text_is_not_called_short():
    assert page_of(page(paragraphs=PARAGRAPHS * 8), "a.html").facts.notes == ()


@pytest.mark.parametrize(("encoding", "head"), [
    ("windows-1251", "<meta charset=windows-1251>"),
    ("koi8-r", '<meta http-equiv="Content-Type" content="text/html; charset=KOI8-R">'),
])
def test_declared_encoding_of_a_page_is_used(tmp_path, encoding, head):
    sentence = "Пресс-секретарь заявил во вторник, что переговоры между сторонами продолжаются."
    path = tmp_path / "a.html"
    path.write_bytes(f"<html><head>{head}</head><body><p>{sentence}</p></body></html>".encode(encoding))
    (one,) = receive([str(path)], Options(published="2021"))
    assert (one.report.text, one.capture.media_type, one.report.language) == (
        sentence, f"text/html; charset={encoding}", "ru")


def test_declared_charset_is_looked_for_in_the_head_only():
    assert declared_charset(b"<html><meta charset='utf-8'>") == "utf-8"
    assert declared_charset(b"<?xml version='1.0' encoding='koi8-r'?><html>") == "koi8-r"
    assert declared_charset(b" " * 5000 + b"<meta charset=utf-8>") is None


@pytest.mark.parametrize(("text", "is_page"), [
    ("<!DOCTYPE html>\n<html>", True), ("  <!-- saved -->\n<HTML lang=en>", True),
    ("<?xml version='1.0'?>\n<html>", True),
    ("<p>He said no.</p>", False), ("He wrote <html> on it.", False), ("<rss>", False), ("", False),
])
def test_page_is_told_by_how_it_begins(text, is_page):
    assert looks_like_page(text) is is_page


@pytest.mark.parametrize("start", ["<!-- -->" * 500, "<!--" * 1000, "<!-- -->  " * 400 + "<p", " " * 4000])
def test_hostile_beginnings_take_no_time(start):
    assert not looks_like_page(start)


def test_page_of_deep_nesting_is_an_article_or_none():
    with suppress(NoArticle):
        assert page_of("<div>" * 5_000 + "<p>He said no to all of it on Monday.</p>", "a.html").text
