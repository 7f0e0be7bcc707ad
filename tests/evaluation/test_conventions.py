"""Contents as PolNeAR marks them."""

import json

import pytest

from evaluation.conventions import as_polnear


@pytest.mark.parametrize(
    ("text", "content", "marked"),
    [
        ("Khan said that they would stay.", "they would stay", "that they would stay"),
        ("“We will stay,” Khan said.", "We will stay", "“We will stay,”"),
        ('"We will stay," Khan said.', "We will stay", '"We will stay,"'),
        ("''We stay,'' he said.", "We stay", "''We stay,''"),
        ("He said that “they stay” for now.", "they stay", "that “they stay”"),
        ("He called it “a disaster.”", "it “a disaster", "it “a disaster.”"),
        ("He said they would “stay”, she left.", "they would “stay”", "they would “stay”"),
        ("They stay, he said.", "They stay", "They stay"),
    ],
)
def test_content_has_its_that_and_its_quote_marks(text: str, content: str, marked: str) -> None:
    start = text.index(content)
    span = {"start": start, "end": start + len(content), "exact": content}
    found = {"report": {"id": "a"}, "attributions": [{"source": None, "cue": [span], "content": [span]}]}
    written = json.loads(as_polnear(json.dumps(found).encode(), text))
    ((first, last),) = written["attributions"][0]["content"]
    assert text[first:last] == marked
    assert written["id"] == "a"
    assert written["attributions"][0]["cue"] == [[start, start + len(content)]]
