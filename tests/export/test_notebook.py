from lxml import html

from sayso.export.notebook import draw_attribution, draw_findings
from tests.export import happenings
from tests.export.samples import ATTRIBUTIONS, findings


def test_findings_are_drawn_with_anchors_of_their_own():
    one, other = (html.fromstring(f"<div>{draw_findings(findings())}</div>") for _ in range(2))
    prefix = f"r{findings().report.text_sha256[:8]}-"
    assert [id for id in one.xpath("//@id") if not id.startswith(prefix)] == []
    assert html.tostring(one) == html.tostring(other)


def test_events_are_drawn_with_anchors_of_their_own():
    drawn = html.fromstring(f"<div>{draw_findings(happenings.findings())}</div>")
    prefix = f"r{happenings.findings().report.text_sha256[:8]}-"
    assert [id for id in drawn.xpath("//@id") if not id.startswith(prefix)] == []
    assert len(drawn.xpath("//li[contains(@class, 'card event')]")) == 3
    assert f"#{prefix}event-1:is(" in drawn.xpath("string(//style)")


def test_attribution_is_drawn_with_source_act_and_words():
    drawn = html.fromstring(draw_attribution(ATTRIBUTIONS[1])).text_content()
    assert drawn == "she denies (direct): “No ship has been fired on” … “and none will be”"


def test_words_are_escaped():
    assert "<script>" not in draw_attribution(ATTRIBUTIONS[4])
