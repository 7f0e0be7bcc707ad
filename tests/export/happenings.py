"""A small invented report with events, and what each of its voices holds of them."""

from __future__ import annotations

from sayso.model import (
    Attribution,
    Basis,
    Claim,
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
    "Soldiers shot dead at least 29 dockers in Port Orsk on Tuesday, residents said. The army denied the shooting, "
    "according to reports from the harbour.\n"
    "\n"
    "Marshal Ari Venn may have met the union on Sunday. =Tugs moved. In 1994 the army shelled the old town.\n"
)
PASSED = "according to reports from the harbour"


def at(words: str, nth: int = 1) -> Span:
    """Return the ``nth`` place of these words in the text."""
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words), words)


def report(**fields: object) -> Report:
    """Return the report; ``fields`` replace its outlet, title, date and url."""
    told = {"outlet": "Tidewater Post", "title": "Shots in the port", "published": "2021-08-26", "language": "en",
            "url": "https://example.org/shots"} | fields  # fmt: skip
    return Report.of("shots", TEXT, **told)


def findings(**fields: object) -> Findings:
    """Return what is to be found in the report."""
    return Findings(report(**fields), PARTIES, PLACES, TIMES, ATTRIBUTIONS, EVENTS, CLAIMS)


PARTIES = (
    Party("p1", "the army", PartyType.ARMED_GROUP, country="ORS", mentions=(at("Soldiers"), at("The army"))),
    Party("p2", "residents", PartyType.PEOPLE, mentions=(at("residents"),)),
    Party("p3", "Ari Venn", PartyType.PERSON, mentions=(at("Marshal Ari Venn"),)),
    Party("p4", "Harbour Dockers' Union", PartyType.ORGANISATION, mentions=(at("the union"),)),
)
PLACES = (
    Place("l1", "Port Orsk", 123, "PPL", "ORS", None, 12.5, -3.25, PlacePrecision.CITY, (at("Port Orsk"),)),
    Place("l2", "the old town", precision=PlacePrecision.SUB_CITY, mentions=(at("the old town"),), reason="unknown"),
)
TIMES = (
    Time("t1", at("Tuesday"), TimexType.DATE, "2021-08-24", anchor="published", earliest="2021-08-24",
         latest="2021-08-24", precision=TimePrecision.DAY),
    Time("t2", at("1994"), TimexType.DATE, "1994", earliest="1994-01-01", latest="1994-12-31",
         precision=TimePrecision.YEAR),
)  # fmt: skip
ATTRIBUTIONS = (
    Attribution("a1", at("residents"), (at("said"),),
                (at("Soldiers shot dead at least 29 dockers in Port Orsk on Tuesday"),), QuoteType.INDIRECT,
                speaker="p2", made_by="attributions@1"),
    Attribution("a2", at("The army"), (at("denied"),), (at("the shooting"),), QuoteType.INDIRECT, SpeechAct.DENY,
                speaker="p1", via=(Reference(at("reports from the harbour")),), made_by="attributions@1"),
)  # fmt: skip
EVENTS = (
    Event("e1", at("shot dead"), "ASSAULT", "firearms", ("p1",), (), "l1", "t1",
          (Figure(FigureKind.KILLED, 29, 29, None, at("at least 29"), of=at("dockers")),), 0.9, "events@1",
          (Slot(SlotName.ACTOR, at("Soldiers"), "p1"), Slot(SlotName.RECIPIENT, at("dockers")),
           Slot(SlotName.PLACE, at("Port Orsk"), "l1"), Slot(SlotName.TIME, at("Tuesday"), "t1"))),
    Event("e2", at("met"), "CONSULT", None, ("p3",), ("p4",), score=0.8, made_by="events@1",
          slots=(Slot(SlotName.ACTOR, at("Marshal Ari Venn"), "p3"), Slot(SlotName.RECIPIENT, at("the union"), "p4"),
                 Slot(SlotName.TIME, at("on Sunday")))),
    Event("e3", at("moved"), score=0.3, made_by="events@1", slots=(Slot(SlotName.ACTOR, at("=Tugs")),)),
    Event("e4", at("shelled"), "ASSAULT", "heavy-weapons", ("p1",), (), "l2", "t2", score=0.7, made_by="events@1",
          slots=(Slot(SlotName.PLACE, at("the old town"), "l2"),), background=True),
)  # fmt: skip
CLAIMS = (
    Claim("c1", ("p2", "report"), Factuality.CT_PLUS, Basis.WITNESSED, "e1", "a1",
          (at("Soldiers shot dead at least 29 dockers in Port Orsk on Tuesday"),), "claims@1"),
    Claim("c2", ("p1", None, "report"), Factuality.CT_MINUS, Basis.TOLD, "e1", "a2", (at("the shooting"),),
          "claims@1"),
    Claim("c3", ("report",), Factuality.PS_PLUS, Basis.CANNOT_BE_JUDGED, "e2", None,
          (at("Marshal Ari Venn may have met the union on Sunday"),), "claims@1"),
    Claim("c4", ("report",), Factuality.CT_PLUS, Basis.CANNOT_BE_JUDGED, "e3", None, (at("=Tugs moved"),), "claims@1"),
    Claim("c5", ("report",), Factuality.CT_PLUS, Basis.CANNOT_BE_JUDGED, "e4", None,
          (at("In 1994 the army shelled the old town"),), "claims@1"),
)  # fmt: skip
