"""re3d in the shape of GUM."""

import json

from evaluation.re3d import as_gum


def test_mention_is_told_by_its_tokens_with_its_head(tmp_path) -> None:
    text = "President Amin Khan of Ostan spoke. He left."
    entities = [{"start": 0, "end": 28, "type": "Person"}, {"start": 23, "end": 28, "type": "Location"}]
    path = tmp_path / "re3d.jsonl"
    path.write_text(json.dumps({"id": "a", "text": text, "entities": entities}) + "\n", encoding="utf-8")
    (row,) = as_gum(path)
    assert row["tokens"] == ["President", "Amin", "Khan", "of", "Ostan", "spoke", ".", "He", "left", "."]
    assert row["sents"] == [[0, 7], [7, 10]]
    assert row["entities"] == [
        {"cluster": "0", "type": "person", "minspan": "1,2,3", "tok": [0, 5]},
        {"cluster": "1", "type": "place", "minspan": "1", "tok": [4, 5]},
    ]
