"""Nouns as they are drawn in a notebook: the same as on the page, set into the notebook's own."""

from __future__ import annotations

from sayso.export.page import body, style_of
from sayso.export.plain import escaped
from sayso.export.told import on_one_line, verb, words
from sayso.model import Attribution, Findings

FRAME = ".sayso.cell{max-height:44rem;overflow:auto;border:1px solid var(--rule);border-radius:6px;font-size:15px}"
FRAME += ".sayso.cell aside{position:static;max-height:none;overflow:visible;background:none}"


def draw_findings(findings: Findings) -> str:
    """Return findings as HTML for a notebook's cell."""
    prefix = f"r{findings.report.text_sha256[:8]}-"
    style = style_of(findings, prefix) + FRAME
    return f'<style>{style}</style>\n<div class="sayso cell">\n{body(findings, prefix)}\n</div>'


def draw_attribution(attribution: Attribution) -> str:
    """Return one attribution as HTML for a notebook's cell: source, act and words."""
    source = on_one_line(attribution.source.exact) if attribution.source else "no one named"
    return (
        f"<p><b>{escaped(source)}</b> <i>{verb(attribution.speech_act)}</i> ({attribution.quote_type.value}): "
        f'<span dir="auto">{escaped(words(attribution))}</span></p>'
    )
