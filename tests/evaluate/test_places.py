import pytest

from sayso.errors import BadLine
from sayso.evaluate.counts import Counts
from sayso.evaluate.places import Gold, Score, Toponym, gold_of, kilometres, score
from sayso.model import Place, Span

TEXT = "From Orlin to Vash, and back to Orlin."
ORLIN, VASH = (50.0, 10.0), (51.0, 11.0)


def place(words, point, *starts):
    lat, lon = point or (None, None)
    return Place(words, words, lat=lat, lon=lon, mentions=tuple(Span.of(TEXT, n, n + len(words)) for n in starts))


def toponym(start, words, point):
    lat, lon = point or (None, None)
    return Toponym(start, start + len(words), words, lat, lon)


GOLD = Gold("g", TEXT, (toponym(5, "Orlin", ORLIN), toponym(14, "Vash", VASH), toponym(32, "Orlin", ORLIN)))


def test_same_places_are_all_right():
    found = [place("Orlin", ORLIN, 5, 32), place("Vash", VASH, 14)]
    assert score(GOLD, found) == Score(*[Counts(3, 3, 3)] * 4)


def test_place_far_off_is_recognised_only():
    assert score(GOLD, [place("Vash", (0.0, 0.0), 14)]) == Score(
        Counts(0, 1, 3), Counts(1, 1, 3), Counts(1, 1, 3), Counts(0, 1, 1)
    )


def test_place_without_coordinates_is_not_resolved():
    assert score(GOLD, [place("Vash", None, 14)]).end_to_end == Counts(0, 0, 3)


def test_toponym_without_coordinates_is_neither_right_nor_wrong():
    gold = Gold("g", TEXT, (toponym(14, "Vash", None),))
    assert score(gold, [place("Vash", VASH, 14)]).recognition == Counts(0, 0, 0)


def test_toponym_whose_place_is_wrong_is_looked_for_nearby():
    gold = Gold("g", TEXT, (toponym(30, "Orlin", ORLIN), toponym(0, "Nowhere", ORLIN)))
    assert score(gold, [place("Orlin", ORLIN, 32)]).recognition_strict == Counts(1, 1, 1)


def test_degree_of_latitude_is_111_kilometres():
    assert kilometres((0, 0), (1, 0)) == pytest.approx(111.2, abs=0.1)


def test_line_of_another_shape_is_named():
    with pytest.raises(BadLine, match="phrase"):
        gold_of('{"id": "g", "text": "Orlin", "toponyms": [{"start": 0, "end": 5}]}')
