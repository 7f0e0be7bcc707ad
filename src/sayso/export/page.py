"""Findings as a page: the report's text with the words highlighted, and beside it who said what and what happened.

The page is one file and asks for nothing else: no script, no image, no font, no request. Its content security policy
allows its own style sheet, by hash, and nothing more. A report's words are a stranger's, so all of them are escaped.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files

from sayso.export.marks import Part, Segment, segments
from sayso.export.page_events import EVENTS, classes, event_lights, happenings, section
from sayso.export.page_events import LEGEND as EVENT_LEGEND
from sayso.export.plain import escaped, visible
from sayso.export.told import Speaker, Told, by_speaker, counted, moment, on_one_line, reasons, tell
from sayso.export.told_events import ToldEvent, tell_events, worth_showing
from sayso.model import Findings
from sayso.read.tokens import paragraphs

MAX_DEPTH = 3
"""Deeper nesting than this is drawn like this."""

LEGEND = """<ul class="legend" aria-label="Legend">
<li><span class="source">source</span>: who is said to speak</li>
<li><span class="cue">cue</span>: the words that say so</li>
<li><mark class="d1">words</mark>: what was said</li>
{}</ul>"""
NESTED = '<li><mark class="d2">words within words</mark>: one tells what another said</li>\n'


def page(findings: Findings, *, everything: bool = False) -> str:
    """Return a whole HTML page that shows a report, who said what in it, and what happened, according to whom.

    ``everything`` shows events without a PLOVER type too, which are else only counted.
    """
    report = findings.report
    style = style_of(findings)
    hashed = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{hashed}'; base-uri 'none'; form-action 'none'"
    return (
        f'<!DOCTYPE html>\n<html lang="{_attribute(report.language or "")}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{escaped(report.title or report.id)} · who said what</title>\n"
        f'<style>{style}</style>\n</head>\n'
        f'<body class="sayso">\n{body(findings, everything=everything)}\n</body>\n</html>\n'
    )


def body(findings: Findings, prefix: str = "", *, everything: bool = False) -> str:
    """Return what stands on the page; ``prefix`` keeps the anchors of several pages in one document apart."""
    told, hidden = worth_showing(tell_events(findings), everything)
    skips = [f'<a class="skip" href="#{prefix}says">To who said what</a>\n']
    skips += [f'<a class="skip" href="#{prefix}happened">To what happened</a>\n'] if told else []
    return (
        f'<div class="sheet">\n{"".join(skips)}{_header(findings)}\n'
        f'<div class="columns">\n<main>\n{_text_of(findings, told, prefix)}\n'
        f'</main>\n<aside id="{prefix}says" aria-label="Findings">\n{_speakers(findings, prefix, bool(told))}'
        f"{section(told, len(hidden), tell(findings), prefix)}</aside>\n"
        f"</div>\n{_footer(findings)}\n</div>"
    )


def style_of(findings: Findings, prefix: str = "") -> str:
    """Return the style sheet of the page with the rules that light up the words of each of its findings."""
    return stylesheet() + lights(len(findings.attributions), prefix) + event_lights(tell_events(findings), prefix)


@cache
def stylesheet() -> str:
    """Return the style sheet of the page."""
    return files("sayso.export").joinpath("page.css").read_text(encoding="utf-8")


def lights(count: int, prefix: str) -> str:
    """Return the rules that light up all words of an attribution while its card is pointed at, and its card in turn."""
    return "".join(
        f".sayso:has(#{prefix}says-{n}:is(:target,:hover,:focus-within)) .{prefix}w{n},"
        f".sayso:has(#{prefix}words-{n}:is(:target,:hover,:focus)) .{prefix}w{n}"
        "{background:var(--lit);color:var(--lit-ink)}"
        for n in range(1, count + 1)
    )


def _header(findings: Findings) -> str:
    report = findings.report
    about = [f"<strong>{escaped(report.outlet)}</strong>"] if report.outlet else []
    about.append(f"published {_date(report.published)}" if report.published else "publication date unknown")
    about += [f"by {escaped(', '.join(report.authors))}"] if report.authors else []
    about += [_link(report.url)] if report.url else []
    said, speakers = len(findings.attributions), len(by_speaker(findings))
    events = f" · {counted(len(findings.events), 'event')}" if findings.events else ""
    title = escaped(report.title or f"Report {report.id}")
    return (
        f'<header>\n<p class="outlet">{" · ".join(about)}</p>\n<h1 dir="auto">{title}</h1>\n'
        f'<p class="counts">{counted(said, "attribution")} by {counted(speakers, "speaker")}{events}'
        ' <span class="badge">machine-found, not checked by a person</span></p>\n</header>'
    )


def _text_of(findings: Findings, events: tuple[ToldEvent, ...], prefix: str) -> str:
    """Return the text with its words marked, below a legend of the marks that it has."""
    text = findings.report.text
    found = list(segments(tell(findings), list(paragraphs(text)), events))
    nested = any(segment.depth > 1 for row in found for segment in row)
    rows = "".join(f'<p dir="auto">{"".join(_segment(one, text, prefix) for one in row)}</p>\n' for row in found)
    legend = LEGEND.format(NESTED * nested + EVENT_LEGEND * bool(events))
    return f'{legend}\n<article dir="auto">\n{rows}</article>'


def _segment(segment: Segment, text: str, prefix: str) -> str:
    words = escaped(text[segment.start : segment.end])
    numbers = "".join(
        f'<a class="no" id="{prefix}words-{n}" href="#{prefix}says-{n}" data-no="{n}" aria-label="attribution {n}"></a>'
        for n in segment.begins
    )
    numbers += happenings(segment, prefix)
    if not segment.marks:
        return numbers + words
    depth = min(segment.depth, MAX_DEPTH)
    kinds = [part.value for part in (Part.SOURCE, Part.CUE) if part in segment.parts]
    names = [f"d{depth}"] * bool(depth) + kinds + [f"{prefix}w{n}" for n in segment.numbers]
    tag = "mark" if depth else "span"
    return f'{numbers}<{tag} class="{" ".join([*names, *classes(segment, prefix)])}">{words}</{tag}>'


def _speakers(findings: Findings, prefix: str, events: bool) -> str:
    speakers = by_speaker(findings)
    leap = f'<p class="leap"><a href="#{prefix}happened">{EVENTS}</a></p>\n' if events else ""
    if not speakers:
        nothing = '<p class="nothing">No attributions were found.</p>'
        return f"{leap}<h2>Who said what</h2>\n{nothing}\n{_reasons(findings)}"
    groups = "".join(_group(speaker, prefix) for speaker in speakers)
    return f"{leap}<h2>Who said what</h2>\n{groups}{_reasons(findings)}"


def _group(speaker: Speaker, prefix: str) -> str:
    about = f'<p class="about" dir="auto">{escaped(speaker.about)}</p>\n' if speaker.about else ""
    cards = "".join(_card(told, prefix) for told in speaker.told)
    known = "speaker" if speaker.known else "speaker unknown"
    heading = f'<h3 dir="auto">{escaped(speaker.heading)}</h3>'
    return f'<section class="{known}">\n{heading}\n{about}<ol>\n{cards}</ol>\n</section>\n'


def _card(told: Told, prefix: str) -> str:
    n, place = told.number, f"#{prefix}words-{told.number}"
    details = "".join(f" · <bdi>{escaped(detail)}</bdi>" for detail in told.details)
    return (
        f'<li class="{"card nested" if told.parent else "card"}" id="{prefix}says-{n}" value="{n}">'
        f'<p class="how"><span class="kind">{told.attribution.quote_type.value}</span>'
        f'<a class="no" href="{place}" data-no="{n}" aria-label="words of attribution {n}"></a> '
        f'<span class="act">{told.act}</span>{details}</p>\n'
        f'<p class="words" dir="auto"><a href="{place}">{escaped(told.words)}</a></p>{_ties(told, prefix)}</li>\n'
    )


def _ties(told: Told, prefix: str) -> str:
    pairs = [(label, f"<bdi>{escaped(words)}</bdi>") for label, words in told.ties]
    if told.parent:
        pairs.append(("within", f'<a href="#{prefix}says-{told.parent}">attribution {told.parent}</a>'))
    listed = "".join(f"<dt>{label}</dt><dd>{words}</dd>" for label, words in pairs)
    return f"<dl>{listed}</dl>" if listed else ""


def _reasons(findings: Findings) -> str:
    return "".join(f'<p class="nothing">{escaped(reason)}</p>\n' for reason in reasons(findings))


def _footer(findings: Findings) -> str:
    makers = sorted(
        {one.made_by for one in findings.attributions}
        | {one.made_by for one in findings.events}
        | {one.made_by for one in findings.claims}
    )
    made = f"<p>Found by {escaped(', '.join(filter(None, makers)))}.</p>\n" if any(makers) else ""
    return (
        f"<footer>\n{made}<p>Report {escaped(findings.report.id)}, text SHA-256 "
        f"<span>{escaped(findings.report.text_sha256)}</span></p>\n</footer>"
    )


def _date(date: str) -> str:
    return f'<time datetime="{_attribute(date)}">{escaped(moment(date))}</time>'


def _link(url: str) -> str:
    """Return an address as a link if it is one of the web; any other scheme could run a script."""
    if not url.lower().startswith(("https://", "http://")):
        return escaped(url)
    return f'<a href="{_attribute(url)}" rel="noopener noreferrer">{escaped(_short(url))}</a>'


def _short(url: str) -> str:
    return url if len(url) <= 60 else f"{url[:57]}…"


def _attribute(words: str) -> str:
    return escape(visible(on_one_line(words)), quote=True)
