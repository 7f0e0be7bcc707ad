"""A small invented report and what a careful reader finds in it, for the tests of everything that is printed."""

from __future__ import annotations

from sayso.model import (
    Attribution,
    Channel,
    Condition,
    Findings,
    Party,
    PartyType,
    Place,
    PlacePrecision,
    QuoteType,
    Reference,
    Report,
    Role,
    Span,
    SpeechAct,
    Tie,
    TieKind,
    Time,
    TimePrecision,
    TimexType,
)

TEXT = (
    "Harbour spokeswoman Lena Orsk told the Tidewater Post on Tuesday that the ferries were safe.\n"
    "“No ship has been fired on,” she said, “and none will be.”\n"
    "\n"
    "The dockers, Orsk said in a tweet, had promised that they would open the gates if the army left by Friday, "
    "according to reports from the port.\n"
    "Officials denied <script>alert('harm')</script> & said nothing else.\n"
    "“It was night and nobody saw,”\n"
)
MADE_BY = "attributions@1"


def at(words: str, text: str = TEXT, nth: int = 1) -> Span:
    """Return the ``nth`` place of these words in the text."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Span(start, start + len(words), words)


def report(**fields: object) -> Report:
    """Return the report; ``fields`` replace its outlet, title, date and url."""
    told = {"outlet": "Tidewater Post", "title": "Ferries & gates", "published": "2021-08-26", "language": "en",
            "url": "https://example.org/ferries?a=1&b=2"} | fields  # fmt: skip
    return Report.of("ferries", TEXT, **told)


def findings(**fields: object) -> Findings:
    """Return what is to be found in the report."""
    return Findings(
        report(**fields), parties=PARTIES, places=PLACES, times=TIMES, attributions=ATTRIBUTIONS,
    )  # fmt: skip


PARTIES = (
    Party("p1", "Lena Orsk", PartyType.PERSON, roles=(Role("Harbour spokeswoman", at("Harbour spokeswoman")),),
          mentions=(at("Lena Orsk"), at("she"), at("Orsk", nth=2)), made_by="parties@1"),
    Party("p2", "Tidewater Post", PartyType.OUTLET, mentions=(at("the Tidewater Post"),), made_by="parties@1"),
    Party("p3", "Harbour Dockers' Union", PartyType.ORGANISATION, aliases=("the dockers",),
          ties=(Tie(TieKind.PART_OF, "p4", at("dockers")),), mentions=(at("The dockers"),), made_by="parties@1"),
    Party("p4", "Orskland", PartyType.GOVERNMENT, made_by="parties@1"),
    Party("p5", "officials", PartyType.PEOPLE, mentions=(at("Officials"),), made_by="parties@1"),
)  # fmt: skip
PLACES = (Place("l1", "the port", precision=PlacePrecision.SUB_CITY, mentions=(at("the port"),)),)
TIMES = (
    Time("t1", at("Tuesday"), TimexType.DATE, "2021-08-24", anchor="published", earliest="2021-08-24",
         latest="2021-08-24", precision=TimePrecision.DAY),
    Time("t2", at("Friday"), TimexType.DATE, "2021-08-27", anchor="published", earliest="2021-08-27",
         latest="2021-08-27", precision=TimePrecision.DAY),
)  # fmt: skip
ATTRIBUTIONS = (
    Attribution("a1", at("Harbour spokeswoman Lena Orsk"), (at("told"),), (at("the ferries were safe"),),
                QuoteType.INDIRECT, speaker="p1", addressee=Reference(at("the Tidewater Post"), "p2"),
                channel=Channel.INTERVIEW, outlet="p2", said_on="t1", score=0.91, made_by=MADE_BY),
    Attribution("a2", at("she"), (at("said"),), (at("No ship has been fired on"), at("and none will be")),
                QuoteType.DIRECT, SpeechAct.DENY, speaker="p1", made_by=MADE_BY),
    Attribution("a3", at("Orsk", nth=2), (at("said", nth=2),),
                (at("The dockers"),
                 at("had promised that they would open the gates if the army left by Friday")),
                QuoteType.INDIRECT, speaker="p1", channel=Channel.TWEET,
                via=(Reference(at("reports from the port")),), made_by=MADE_BY),
    Attribution("a4", at("The dockers"), (at("promised"),),
                (at("they would open the gates if the army left by Friday"),),
                QuoteType.INDIRECT, SpeechAct.PROMISE, speaker="p3", parent="a3", deadline="t2",
                condition=Condition(at("the army left by Friday"), at("they would open the gates")),
                made_by=MADE_BY),
    Attribution("a5", at("Officials"), (at("denied"),), (at("<script>alert('harm')</script>"),),
                QuoteType.INDIRECT, SpeechAct.DENY, speaker="p5", said_at="l1", made_by=MADE_BY),
    Attribution("a6", None, (), (at("It was night and nobody saw"),), QuoteType.DIRECT, floating=True,
                made_by=MADE_BY),
)  # fmt: skip
