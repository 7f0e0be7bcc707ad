"""Reports with findings made by hand, from a text with marks: [who] {how they said it} <what they said>."""

from __future__ import annotations

import re

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
    QuoteType,
    Report,
    Span,
    SpeechAct,
)

MARK = re.compile(r"\[(?P<source>[^]]+)\]|\{(?P<cue>[^}/]+)(?:/(?P<act>\w+))?\}|<(?P<content>[^>]+)>")


def findings_of(marked: str, *, names: tuple[str, ...] = ()) -> Findings:
    """Return findings with an attribution and a claim for each <content>.

    A source with a capital is a person, any other is people; a cue may name its speech act: {denied/deny}. ``names``
    are further persons who are mentioned. A source goes on until the next one.
    """
    text, marks = _unmarked(marked)
    sources = [span.exact for name, span, _ in marks if name == "source"]
    parties = {name: _party(name, text) for name in (*sources, *names)}
    attributions: list[Attribution] = []
    source, cue, act = None, None, SpeechAct.ASSERT
    for name, span, its_act in marks:
        if name == "source":
            source = span
        elif name == "cue":
            cue, act = span, SpeechAct(its_act or "assert")
        else:
            speaker = parties[source.exact].id if source else None
            number = f"a{len(attributions) + 1}"
            cues = (cue,) if cue else ()
            attributions.append(Attribution(number, source, cues, (span,), QuoteType.INDIRECT, act, speaker))
    return with_claims(Findings(Report.of("r1", text), tuple(parties.values()), attributions=tuple(attributions)))


def with_claims(findings: Findings) -> Findings:
    """Return findings with a claim for each attribution: c1 for a1, and so on."""
    claims = tuple(
        Claim(f"c{one.id[1:]}", (one.speaker, "report"), Factuality.CT_PLUS, Basis.TOLD, None, one.id, one.content)
        for one in findings.attributions
    )
    return Findings(findings.report, findings.parties, attributions=findings.attributions, claims=claims)


def _unmarked(marked: str) -> tuple[str, list[tuple[str, Span, str | None]]]:
    text, marks, done = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[done : match.start()]
        name = next(name for name in ("source", "cue", "content") if match[name])
        marks.append((name, Span(len(text), len(text) + len(match[name]), match[name]), match["act"]))
        text += match[name]
        done = match.end()
    return text + marked[done:], marks


def _party(name: str, text: str) -> Party:
    mentions = tuple(Span.of(text, *found.span()) for found in re.finditer(rf"\b{re.escape(name)}\b", text))
    kind = PartyType.PERSON if name[0].isupper() else PartyType.PEOPLE
    return Party(f"p-{name.lower()}", name, kind, mentions=mentions)


def with_event(
    findings: Findings, id: str, trigger: str, holder: str | None, factuality: str, *,
    killed: tuple[int, int] | None = None, **slots: object,
) -> Findings:  # fmt: skip
    """Return findings with one event more (or one claim more of the event ``id``), held by ``holder``."""
    text = findings.report.text
    span = Span.of(text, text.index(trigger), text.index(trigger) + len(trigger))
    figures = (Figure(FigureKind.KILLED, killed[0], *killed, span),) if killed else ()
    event = Event(id, span, "ASSAULT", figures=figures, **slots)
    claim = Claim(f"e{len(findings.claims) + 1}", (holder,), Factuality(factuality), Basis.TOLD, id, None, (span,))
    events = findings.events if any(one.id == id for one in findings.events) else (*findings.events, event)
    return Findings(
        findings.report, findings.parties, findings.places, findings.times, findings.attributions, events,
        (*findings.claims, claim),
    )  # fmt: skip


def told(findings: Findings) -> list[tuple[str, list[list[str]]]]:
    """Return the kind of each matter with the claims of its sides."""
    from sayso.compare import matters

    return [(matter.kind.value, [list(side.claims) for side in matter.sides]) for matter in matters([findings])]
