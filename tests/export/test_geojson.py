import json

from msgspec.structs import replace

from sayso.export.geojson import collection, features, unplaced
from tests.export.happenings import PLACES, findings


def read_back(*reports):
    return json.loads(b"".join(collection(reports)))


def test_feature_is_a_claim_about_an_event_at_longitude_and_latitude():
    assert read_back(findings())["features"][1] == {
        "type": "Feature", "id": "shots-e1-c2", "geometry": {"type": "Point", "coordinates": [-3.25, 12.5]},
        "properties": {
            "report": "shots", "event": "e1", "claim": "c2", "outlet": "Tidewater Post", "published": "2021-08-26",
            "type": "ASSAULT", "mode": "firearms", "trigger": "shot dead",
            "words": "Soldiers shot dead at least 29 dockers in Port Orsk on Tuesday", "actors": "the army",
            "recipients": "dockers", "date": "2021-08-24", "enddate": None, "place": "Port Orsk", "country": "ORS",
            "precision": "city", "figures": "at least 29 dockers killed",
            "holder": "the army, through reports from the harbour (unnamed)", "factuality": "CT-",
            "certainty": "did not happen", "basis": "told", "background": False, "score": 0.9,
            "made_by": "events@1", "status": "machine",
        },
    }  # fmt: skip


def test_events_without_coordinates_have_no_feature_and_are_counted():
    assert {feature.properties.event for feature in features(findings())} == {"e1"}
    assert unplaced(findings()) == 3


def test_point_on_the_equator_is_a_point():
    found = replace(findings(), places=(replace(PLACES[0], lat=0.0, lon=0.0), PLACES[1]))
    assert next(features(found)).geometry.coordinates == (0.0, 0.0)


def test_event_that_no_one_holds_is_on_the_map_without_a_holder():
    [feature] = features(replace(findings(), claims=()))
    assert (feature.id, feature.properties.holder, feature.properties.claim) == ("shots-e1", None, None)


def test_collection_of_several_reports_is_one_object():
    found = read_back(findings(), replace(findings(), events=()), findings())
    assert (found["type"], len(found["features"])) == ("FeatureCollection", 4)


def test_nothing_is_a_collection_too():
    assert read_back() == {"type": "FeatureCollection", "features": []}
