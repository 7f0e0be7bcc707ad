from msgspec.structs import replace

from sayso.export.happened_table import COLUMNS, rows
from sayso.export.what import accounts, details
from sayso.model import Reference
from sayso.model.happened import contents, happened
from tests.port_of_karsk import ATTRIBUTIONS, CLAIMS, EVENTS, at, findings

SHELLED, ARRESTED, LEAVES, BURNED = happened(findings())


def changed(claim, **fields):
    """The first event with one claim, changed."""
    [one, *_] = happened(replace(findings(), claims=(replace(claim, event="e1", **fields),)))
    return one


def test_details_say_who_where_when_and_how_many_and_nothing_that_is_unknown():
    assert details(SHELLED) == (
        ("who", "Rebels"), ("where", "Karsk"), ("when", "Tuesday (2021-08-24)"),
        ("how many", "at least 29 dockers killed"),
    )  # fmt: skip
    assert details(ARRESTED) == (("who", "soldiers"), ("to whom", "two reporters"), ("where", "Upper Dol"))
    assert details(LEAVES) == ()


def test_words_of_a_slot_stand_where_the_place_is_not_known():
    assert dict(details(BURNED))["where"] == "Old Dol"


def test_chain_names_the_holder_the_addressee_and_whom_it_came_through():
    assert [account.chain for account in accounts(SHELLED)] == [
        "Lena Orsk, told to the Tidewater Post", "Northern Front, through Meridian",
    ]  # fmt: skip


def test_unnamed_people_hold_a_claim_under_their_words():
    [account] = accounts(ARRESTED)
    assert (account.chain, account.holder.known) == ("Residents (unnamed)", False)


def test_someone_inside_whose_words_it_was_said_is_told_by_their_words():
    outer = replace(ATTRIBUTIONS[0], speaker=None)
    inner = replace(ATTRIBUTIONS[1], parent="a1", via=())
    claim = replace(CLAIMS[1], holder=("p3", None, "report"))
    found = replace(findings(), attributions=(outer, inner), claims=(claim,))
    [account] = accounts(happened(found)[0])
    assert account.chain == "Northern Front, through Mayor Lena Orsk (unnamed)"


def test_report_holds_its_own_claims_itself():
    [account] = accounts(BURNED)
    assert (account.chain, account.holder.known, account.addressee) == ("the report", True, None)


def test_someone_unnamed_is_told_by_the_words_of_source_and_via():
    via = replace(ATTRIBUTIONS[1], via=(Reference(at("the agency Meridian")),), source=at("Rebels"), speaker=None)
    found = replace(findings(), attributions=(via,))
    claim = replace(CLAIMS[1], holder=(None, None, None, "report"))
    [one, *_] = happened(replace(found, claims=(claim,)))
    [account] = accounts(one)
    assert account.chain == "Rebels (unnamed), through the agency Meridian (unnamed), through someone unnamed"


def test_certainty_is_in_words_with_the_value():
    assert [account.certainty for account in accounts(SHELLED)] == ["certain (CT+)", "did not happen (CT-)"]


def test_basis_that_cannot_be_judged_is_not_told():
    assert [account.told.basis for account in accounts(SHELLED)] == ["", "told by others"]


def test_words_of_a_direct_quotation_stand_in_quote_marks():
    assert [account.words for account in accounts(contents(findings())[0])] == ["“we will open the gates”"]


def test_claim_without_words_of_its_own_shows_those_that_were_said():
    [account] = accounts(changed(CLAIMS[1], spans=()))
    assert account.words == "it had fired on Karsk"


def named(row):
    return dict(zip((column.name for column in COLUMNS), row, strict=True))


def test_row_of_the_table_has_event_and_claim():
    first, second = map(named, rows(SHELLED))
    assert first == {
        "report": "karsk", "outlet": "Harbour Wire", "published": "2021-08-26", "event": "e1", "trigger": "shelled",
        "type": "ASSAULT", "mode": "heavy-weapons", "quad": 4, "actors": "Rebels", "recipients": None,
        "place": "Karsk", "country": "KGZ", "lat": 42.5, "lon": 75.5, "time": "Tuesday (2021-08-24)",
        "earliest": "2021-08-24", "latest": "2021-08-24", "figures": "at least 29 dockers killed",
        "background": "no", "score": 0.9, "claim": "c1", "attribution": "a1", "holder": "Lena Orsk",
        "told_to": "the Tidewater Post", "through": None, "factuality": "CT+", "basis": "cannot_be_judged",
        "words": "Rebels shelled the port of Karsk on Tuesday, killing at least 29 dockers", "start": 0, "end": 72,
        "status": "machine",
    }  # fmt: skip
    differing = {name for name in first if first[name] != second[name]}
    assert differing == {
        "claim", "attribution", "holder", "told_to", "through", "factuality", "basis", "words", "start", "end",
    }  # fmt: skip


def test_event_without_a_claim_has_one_row():
    [row] = map(named, rows(happened(replace(findings(), claims=()))[0]))
    assert (row["event"], row["claim"], row["words"], row["status"]) == ("e1", None, None, "machine")


def test_content_that_is_no_event_has_a_row_without_event():
    [row] = map(named, rows(contents(findings())[1]))
    assert (row["event"], row["score"], row["attribution"], row["holder"]) == (None, None, "a5", "Lena Orsk")


def test_known_events_keep_their_ids():
    assert [one.event for one in (SHELLED, ARRESTED, LEAVES, BURNED)] == list(EVENTS)
