"""Links: tags decoded together."""

import numpy as np

from sayso.read.encoder.links import Decoder

ROLES = ("source", "cue", "content")
TAGS = ["O", *(f"{mark}-{role}" for role in ROLES for mark in "BILU")]


def logs(*best: str, second: dict[int, str] | None = None) -> np.ndarray:
    """Scores of words of which each has a best tag, and some a second best."""
    found = np.full((1, len(best), len(TAGS)), -9.0, np.float32)
    for i, tag in enumerate(best):
        found[0, i, TAGS.index(tag)] = 0.0
    for i, tag in (second or {}).items():
        found[0, i, TAGS.index(tag)] = -1.0
    return found


def spans(scores: np.ndarray) -> dict[str, list[tuple[int, int]]]:
    decode = Decoder(TAGS)
    return decode.spans(decode.best(scores)[0].tolist())


def test_tags_become_spans_of_their_role() -> None:
    found = spans(logs("U-source", "U-cue", "B-content", "I-content", "L-content", "O", "U-content"))
    assert found == {"source": [(0, 1)], "cue": [(1, 2)], "content": [(2, 5), (6, 7)]}


def test_span_that_nothing_closes_takes_the_next_best_way() -> None:
    found = spans(logs("B-content", "I-content", "I-content", second={2: "L-content"}))
    assert found["content"] == [(0, 3)]


def test_span_keeps_one_role() -> None:
    found = spans(logs("B-source", "L-content", second={1: "L-source"}))
    assert found == {"source": [(0, 2)], "cue": [], "content": []}


def test_reports_are_decoded_side_by_side() -> None:
    both = np.concatenate([logs("U-cue", "O", "U-content"), logs("O", "U-source", "U-cue")])
    decode = Decoder(TAGS)
    alone = [decode.best(one[None])[0].tolist() for one in both]
    assert decode.best(both).tolist() == alone


def test_span_whose_ends_are_doubtful_is_the_likeliest_one() -> None:
    """Two words may begin it: together they outweigh that there is none, though neither alone does."""
    chances = np.full((5, len(TAGS)), 0.001, np.float32)
    chances[:, 0] = 0.9
    likely = {"B-source": 0.4, "O": 0.5}, {"I-source": 0.4, "B-source": 0.5, "O": 0.05}, {"L-source": 0.9, "O": 0.05}
    for i, tags in enumerate(likely):
        for tag, chance in tags.items():
            chances[i, TAGS.index(tag)] = chance
    assert Decoder(TAGS).likeliest(chances, "source", [(0, 1)]) == [(1, 3)]
    assert Decoder(TAGS).likeliest(chances, "source", [(0, 5)]) == []
