from msgspec.structs import replace
from sqlalchemy import insert, select

from sayso.model import Claim
from sayso.record import schema
from sayso.record.anchors import Anchor, anchors
from sayso.record.rows import kept
from tests.port_of_karsk import TEXT, at, findings
from tests.record.making import capture_of


def anchors_of(found):
    return {getattr(one.finding, "id", None): anchor for one, anchor in anchors(kept(found))}


def test_claims_on_one_event_are_told_apart_by_their_holders():
    found, shelled = anchors_of(findings()), at("shelled")
    assert found["e1"] == Anchor(shelled.start, shelled.end)
    assert found["c1"] == Anchor(shelled.start, shelled.end, "lena orsk")
    assert found["c2"] == Anchor(shelled.start, shelled.end, "northern front")


def test_claim_of_the_report_and_of_nobody_have_voices_too():
    claims = findings().claims
    unnamed = replace(findings(), claims=(replace(claims[4], holder=(None,)), claims[0]))
    assert anchors_of(findings())["c5"].voice == "report"
    assert anchors_of(unnamed)["c5"].voice == ""


def test_claim_on_a_content_stands_on_the_words_that_were_said():
    said = at("the Front has changed")
    assert anchors_of(findings())["c6"] == Anchor(said.start, said.end, "lena orsk")


def judge(record, claim):
    """Accept the claim with this id in the current reading."""
    found = record.findings("karsk")
    anchor = anchors_of(found)[claim]
    row = {
        "report": "karsk", "kind": "claim", "item": claim, "status": "accepted", "person": "anna",
        "decided": "2021-08-27T10:00:00Z", "text": found.report.text_sha256, "start": anchor.start,
        "end": anchor.end, "payload": b"{}", "voice": anchor.voice,
    }  # fmt: skip
    with record._writing() as connection:
        connection.execute(insert(schema.judgements), row)


def attached(record):
    at, of = schema.attachments.c, schema.findings.c
    joined = (at.reading == of.reading) & (at.number == of.number)
    query = select(of.payload).select_from(schema.attachments).outerjoin(schema.findings, joined)
    with record._reading() as connection:
        return list(connection.scalars(query))


def again(record, claims):
    found = replace(findings(), claims=tuple(claims))
    record.add(capture_of(TEXT), found.report, found)


def test_judgement_on_a_claim_follows_its_holder_not_its_number(record):
    again(record, findings().claims)
    judge(record, "c2")
    first, second, *rest = findings().claims
    again(record, (replace(second, id="c1"), replace(first, id="c2"), *rest))
    [payload] = attached(record)
    assert b'"id":"c1"' in payload
    assert record.verify().sound


def test_judgement_is_not_moved_to_another_holder_of_the_same_event(record):
    again(record, findings().claims)
    judge(record, "c2")
    again(record, [claim for claim in findings().claims if claim.id != "c2"])
    assert attached(record) == [None]
    assert isinstance(record.findings("karsk").claims[0], Claim)
