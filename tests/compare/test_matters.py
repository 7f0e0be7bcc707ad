from sayso.compare import matters
from sayso.model import Comparison, Findings, Matter, MatterKind, Report, Side, SideSpan
from tests.compare.making import findings_of

TEXT = (
    "[Orsk] {said} <the Guard had changed>, despite [reports] {of} <looting by its men>. "
    "[Reyl] {disagreed that/deny} <the Guard would change>."
)


def side(findings, number, holder):
    spans = findings.attributions[number - 1].content
    return Side((f"c{number}",), (holder,), ("r1",), tuple(SideSpan("r1", span) for span in spans), (None,))


def test_matter_gathers_all_that_stand_against_one_claim_each_on_a_side_of_its_own():
    findings = findings_of(TEXT)
    assert matters([findings]) == (
        Matter(
            id="m1", about="Guard, changed", kind=MatterKind.CONTRADICTION, field="factuality",
            why="Reyl disputed what Orsk said; both speak of Guard, changed.",
            sides=(side(findings, 1, "Orsk"), side(findings, 2, "reports"), side(findings, 3, "Reyl")),
            comparisons=(
                Comparison("c1", "c2", "factuality", "contradicts"),
                Comparison("c1", "c3", "factuality", "contradicts"),
            ),
            score=0.8, made_by="compare/structure@1",
        ),
    )  # fmt: skip


def test_claims_of_one_voice_that_do_not_differ_are_one_side():
    findings = findings_of(
        "[Orsk] {said} <the king’s war is lost>. Then [Orsk] {said} <the king’s war is surely lost>. "
        "Days went by. [Reyl] {denied/deny} <the king’s war is lost>."
    )
    assert [[list(side.claims) for side in matter.sides] for matter in matters([findings])] == [[["c1", "c2"], ["c3"]]]


def test_only_wanted_kinds_are_listed_and_numbers_go_on_from_the_first():
    findings = findings_of(TEXT)
    assert matters([findings], kinds=[MatterKind.AGREEMENT]) == ()
    assert [matter.id for matter in matters([findings, findings], first=7)] == ["m7", "m8"]


def test_report_without_claims_has_no_matters():
    assert matters([Findings(Report.of("empty", "Nothing was said."))]) == ()


def test_same_findings_give_the_same_matters():
    assert matters([findings_of(TEXT)]) == matters([findings_of(TEXT)])
