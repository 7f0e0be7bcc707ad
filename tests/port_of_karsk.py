"""A small invented report with events, claims and commitments made by hand."""

from __future__ import annotations

from sayso.model import (
    Attribution,
    Basis,
    Claim,
    Condition,
    Event,
    Factuality,
    Figure,
    FigureKind,
    Findings,
    Party,
    PartyType,
    Place,
    PlacePrecision,
    QuoteType,
    Reference,
    Report,
    Slot,
    SlotName,
    Span,
    SpeechAct,
    Time,
    TimePrecision,
    TimexType,
)

TEXT = (
    "Rebels shelled the port of Karsk on Tuesday, killing at least 29 dockers, Mayor Lena Orsk told the Tidewater "
    "Post.\n"
    "The Northern Front denied that it had fired on Karsk, the agency Meridian said.\n"
    "Residents said soldiers had arrested two reporters in Upper Dol.\n"
    "“If the army leaves by Friday, we will open the gates,” the Northern Front said on Wednesday.\n"
    "Orsk believes the Front has changed. She urged the guards to stay.\n"
    "In 1994 the Front burned Old Dol.\n"
)
EVENT, CLAIM, SAID = "events@1", "claims@1", "attributions@1"


def at(words: str, nth: int = 1) -> Span:
    """Return the ``nth`` place of these words in the text."""
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words), words)


def day(id: str, span: Span, date: str) -> Time:
    return Time(id, span, TimexType.DATE, date, None, "published", date, date, TimePrecision.DAY, "times@1")


PARTIES = (
    Party("p1", "Lena Orsk", PartyType.PERSON, mentions=(at("Lena Orsk"), at("Orsk", 2)), made_by="parties@1"),
    Party("p2", "Tidewater Post", PartyType.OUTLET, mentions=(at("Tidewater Post"),), made_by="parties@1"),
    Party("p3", "Northern Front", PartyType.ARMED_GROUP, ("the Front",), mentions=(at("Northern Front"),),
          made_by="parties@1"),
    Party("p4", "Meridian", PartyType.OUTLET, mentions=(at("Meridian"),), made_by="parties@1"),
    Party("p5", "Residents", PartyType.PEOPLE, mentions=(at("Residents"),), made_by="parties@1"),
    Party("p6", "soldiers", PartyType.PEOPLE, mentions=(at("soldiers"),), made_by="parties@1"),
)  # fmt: skip
PLACES = (
    Place("l1", "Karsk", 77, "PPL", "KGZ", "KG-C", 42.5, 75.5, PlacePrecision.CITY, (at("Karsk"), at("Karsk", 2)),
          made_by="places@1"),
    Place("l2", "Upper Dol", mentions=(at("Upper Dol"),), reason="not in the gazetteer", made_by="places@1"),
)  # fmt: skip
TIMES = (
    day("t1", at("Tuesday"), "2021-08-24"),
    day("t2", at("Friday"), "2021-08-27"),
    day("t3", at("Wednesday"), "2021-08-25"),
    Time("t4", at("1994"), TimexType.DATE, "1994", None, None, "1994-01-01", "1994-12-31", TimePrecision.YEAR,
         "times@1"),
)  # fmt: skip
ATTRIBUTIONS = (
    Attribution("a1", at("Mayor Lena Orsk"), (at("told"),),
                (at("Rebels shelled the port of Karsk on Tuesday, killing at least 29 dockers"),), QuoteType.INDIRECT,
                speaker="p1", addressee=Reference(at("the Tidewater Post"), "p2"), outlet="p2", made_by=SAID),
    Attribution("a2", at("The Northern Front"), (at("denied"),), (at("it had fired on Karsk"),), QuoteType.INDIRECT,
                SpeechAct.DENY, speaker="p3", via=(Reference(at("the agency Meridian"), "p4"),), made_by=SAID),
    Attribution("a3", at("Residents"), (at("said", 2),), (at("soldiers had arrested two reporters in Upper Dol"),),
                QuoteType.INDIRECT, speaker="p5", made_by=SAID),
    Attribution("a4", at("the Northern Front"), (at("said", 3),),
                (at("If the army leaves by Friday, we will open the gates"),), QuoteType.DIRECT, SpeechAct.PROMISE,
                speaker="p3", said_on="t3", deadline="t2",
                condition=Condition(at("the army leaves by Friday"), at("we will open the gates")), made_by=SAID),
    Attribution("a5", at("Orsk", 2), (at("believes"),), (at("the Front has changed"),), QuoteType.INDIRECT,
                speaker="p1", score=0.4, made_by=SAID),
    Attribution("a6", at("She"), (at("urged"),), (at("to stay"),), QuoteType.INDIRECT, SpeechAct.REQUEST,
                speaker="p1", addressee=Reference(at("the guards")), made_by=SAID),
)  # fmt: skip
EVENTS = (
    Event("e1", at("shelled"), "ASSAULT", "heavy-weapons", (), (), "l1", "t1",
          (Figure(FigureKind.KILLED, 29.0, 29.0, None, at("at least 29"), None, at("dockers")),), 0.9, EVENT,
          (Slot(SlotName.ACTOR, at("Rebels")), Slot(SlotName.PLACE, at("Karsk"), "l1"),
           Slot(SlotName.TIME, at("Tuesday"), "t1"))),
    Event("e2", at("arrested"), "COERCE", "arrest", ("p6",), (), "l2", None, (), 0.8, EVENT,
          (Slot(SlotName.ACTOR, at("soldiers"), "p6"), Slot(SlotName.RECIPIENT, at("two reporters")),
           Slot(SlotName.PLACE, at("Upper Dol"), "l2"))),
    Event("e3", at("leaves"), score=0.3, made_by=EVENT),
    Event("e4", at("burned"), "ASSAULT", "destroy", ("p3",), (), None, "t4", (), 0.7, EVENT,
          (Slot(SlotName.PLACE, at("Old Dol")),), background=True),
)  # fmt: skip
CLAIMS = (
    Claim("c1", ("p1", "p2", "report"), Factuality.CT_PLUS, Basis.CANNOT_BE_JUDGED, "e1", "a1",
          (at("Rebels shelled the port of Karsk on Tuesday, killing at least 29 dockers"),), CLAIM),
    Claim("c2", ("p3", "p4", "report"), Factuality.CT_MINUS, Basis.TOLD, "e1", "a2", (at("it had fired on Karsk"),),
          CLAIM),
    Claim("c3", ("p5", "report"), Factuality.PR_PLUS, Basis.WITNESSED, "e2", "a3",
          (at("soldiers had arrested two reporters in Upper Dol"),), CLAIM),
    Claim("c4", ("p3", "report"), Factuality.UU, Basis.CANNOT_BE_JUDGED, "e3", "a4",
          (at("the army leaves by Friday"),), CLAIM),
    Claim("c5", ("report",), Factuality.CT_PLUS, Basis.CANNOT_BE_JUDGED, "e4", None,
          (at("In 1994 the Front burned Old Dol"),), CLAIM),
    Claim("c6", ("p1", "report"), Factuality.PR_PLUS, Basis.INDUCED, None, "a5", (at("the Front has changed"),), CLAIM),
    Claim("c7", ("p3", "report"), Factuality.UU, Basis.CANNOT_BE_JUDGED, None, "a4",
          (at("we will open the gates"),), CLAIM),
)  # fmt: skip


def report(id: str = "karsk", **header: object) -> Report:
    """Return the report; ``header`` adds to its outlet, date and title."""
    told = {"outlet": "Harbour Wire", "published": "2021-08-26", "title": "Shells on the port"} | header
    return Report.of(id, TEXT, **told)


def findings(id: str = "karsk", **header: object) -> Findings:
    """Return what is to be found in the report."""
    return Findings(report(id, **header), PARTIES, PLACES, TIMES, ATTRIBUTIONS, EVENTS, CLAIMS)
