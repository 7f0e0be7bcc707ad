"""Findings as a page: the report's text with the words highlighted, and beside it who said what.

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
from sayso.export.plain import visible
from sayso.export.told import Speaker, Told, by_speaker, counted, moment, on_one_line, reasons, tell
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


def page(findings: Findings) -> str:
    """Return a whole HTML page that shows a report and who said what in it."""
    report = findings.report
    style = stylesheet() + lights(len(findings.attributions), "")
    hashed = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{hashed}'; base-uri 'none'; form-action 'none'"
    return (
        f'<!DOCTYPE html>\n<html lang="{_attribute(report.language or "")}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{_text(report.title or report.id)} · who said what</title>\n"
        f'<style>{style}</style>\n</head>\n<body class="sayso">\n{body(findings)}\n</body>\n</html>\n'
    )


def body(findings: Findings, prefix: str = "") -> str:
    """Return what stands on the page; ``prefix`` keeps the anchors of several pages in one document apart."""
    return (
        '<div class="sheet">\n'
        f'<a class="skip" href="#{prefix}says">To who said what</a>\n{_header(findings)}\n'
        f'<div class="columns">\n<main>\n{_text_of(findings, prefix)}\n'
        f'</main>\n<aside id="{prefix}says" aria-label="Who said what">\n{_speakers(findings, prefix)}</aside>\n'
        f"</div>\n{_footer(findings)}\n</div>"
    )


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
    about = [f"<strong>{_text(report.outlet)}</strong>"] if report.outlet else []
    about.append(f"published {_date(report.published)}" if report.published else "publication date unknown")
    about += [f"by {_text(', '.join(report.authors))}"] if report.authors else []
    about += [_link(report.url)] if report.url else []
    said, speakers = len(findings.attributions), len(by_speaker(findings))
    title = _text(report.title or f"Report {report.id}")
    return (
        f'<header>\n<p class="outlet">{" · ".join(about)}</p>\n<h1 dir="auto">{title}</h1>\n'
        f'<p class="counts">{counted(said, "attribution")} by {counted(speakers, "speaker")}'
        ' <span class="badge">machine-found, not checked by a person</span></p>\n</header>'
    )


def _text_of(findings: Findings, prefix: str) -> str:
    """Return the text with its words marked, below a legend of the marks that it has."""
    text = findings.report.text
    found = list(segments(tell(findings), list(paragraphs(text))))
    nested = any(segment.depth > 1 for row in found for segment in row)
    rows = "".join(f'<p dir="auto">{"".join(_segment(one, text, prefix) for one in row)}</p>\n' for row in found)
    return f'{LEGEND.format(NESTED if nested else "")}\n<article dir="auto">\n{rows}</article>'


def _segment(segment: Segment, text: str, prefix: str) -> str:
    words = _text(text[segment.start : segment.end])
    numbers = "".join(
        f'<a class="no" id="{prefix}words-{n}" href="#{prefix}says-{n}" data-no="{n}" aria-label="attribution {n}"></a>'
        for n in segment.begins
    )
    if not segment.marks:
        return numbers + words
    depth = min(segment.depth, MAX_DEPTH)
    kinds = [part.value for part in (Part.SOURCE, Part.CUE) if part in segment.parts]
    names = [f"d{depth}"] * bool(depth) + kinds + [f"{prefix}w{n}" for n in segment.numbers]
    tag = "mark" if depth else "span"
    return f'{numbers}<{tag} class="{" ".join(names)}">{words}</{tag}>'


def _speakers(findings: Findings, prefix: str) -> str:
    speakers = by_speaker(findings)
    if not speakers:
        return f"<h2>Who said what</h2>\n<p class=\"nothing\">No attributions were found.</p>\n{_reasons(findings)}"
    groups = "".join(_group(speaker, prefix) for speaker in speakers)
    return f"<h2>Who said what</h2>\n{groups}{_reasons(findings)}"


def _group(speaker: Speaker, prefix: str) -> str:
    about = f'<p class="about" dir="auto">{_text(speaker.about)}</p>\n' if speaker.about else ""
    cards = "".join(_card(told, prefix) for told in speaker.told)
    known = "speaker" if speaker.known else "speaker unknown"
    heading = f'<h3 dir="auto">{_text(speaker.heading)}</h3>'
    return f'<section class="{known}">\n{heading}\n{about}<ol>\n{cards}</ol>\n</section>\n'


def _card(told: Told, prefix: str) -> str:
    n, place = told.number, f"#{prefix}words-{told.number}"
    details = "".join(f" · <bdi>{_text(detail)}</bdi>" for detail in told.details)
    return (
        f'<li class="{"card nested" if told.parent else "card"}" id="{prefix}says-{n}" value="{n}">'
        f'<p class="how"><span class="kind">{told.attribution.quote_type.value}</span>'
        f'<a class="no" href="{place}" data-no="{n}" aria-label="words of attribution {n}"></a> '
        f'<span class="act">{told.act}</span>{details}</p>\n'
        f'<p class="words" dir="auto"><a href="{place}">{_text(told.words)}</a></p>{_ties(told, prefix)}</li>\n'
    )


def _ties(told: Told, prefix: str) -> str:
    pairs = [(label, f"<bdi>{_text(words)}</bdi>") for label, words in told.ties]
    if told.parent:
        pairs.append(("within", f'<a href="#{prefix}says-{told.parent}">attribution {told.parent}</a>'))
    listed = "".join(f"<dt>{label}</dt><dd>{words}</dd>" for label, words in pairs)
    return f"<dl>{listed}</dl>" if listed else ""


def _reasons(findings: Findings) -> str:
    return "".join(f'<p class="nothing">{_text(reason)}</p>\n' for reason in reasons(findings))


def _footer(findings: Findings) -> str:
    makers = sorted({attribution.made_by for attribution in findings.attributions if attribution.made_by})
    made = f"<p>Found by {_text(', '.join(makers))}.</p>\n" if makers else ""
    return (
        f"<footer>\n{made}<p>Report {_text(findings.report.id)}, text SHA-256 "
        f"<span>{_text(findings.report.text_sha256)}</span></p>\n</footer>"
    )


def _date(date: str) -> str:
    return f'<time datetime="{_attribute(date)}">{_text(moment(date))}</time>'


def _link(url: str) -> str:
    """Return an address as a link if it is one of the web; any other scheme could run a script."""
    if not url.lower().startswith(("https://", "http://")):
        return _text(url)
    return f'<a href="{_attribute(url)}" rel="noopener noreferrer">{_text(_short(url))}</a>'


def _short(url: str) -> str:
    return url if len(url) <= 60 else f"{url[:57]}…"


def _text(words: str) -> str:
    return escape(visible(words), quote=False)


def _attribute(words: str) -> str:
    return escape(visible(on_one_line(words)), quote=True)


