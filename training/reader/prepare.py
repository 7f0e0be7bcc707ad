"""Turn the corpora into examples for the reader's heads.

    python -m training.reader.prepare DATA CACHE

``DATA`` is the folder of corpora; ``CACHE`` gets one pickle a corpus, each a list of ``Example``. The words, sentences
and trees are spaCy's (silver: the encoder learns to do without spaCy), and so are the acts that the rules read off
PolNeAR's cues. Attributions, parties and clusters are the corpora's own.
"""

from __future__ import annotations

import json
import pickle
import sys
from collections.abc import Callable, Iterable, Iterator
from multiprocessing import Pool
from pathlib import Path
from typing import Any

from sayso.read.encoder.network import WEIGHTS
from sayso.read.encoder.pieces import WordPieces
from sayso.read.syntax import Syntax, as_pieces
from training.reader.examples import Example, Told
from training.reader.silver import parse

Spans = list[tuple[int, int]]

PIECES = WordPieces.load(WEIGHTS / "pieces.txt")
ANY_GROUP = ("organisation", "armed_group", "government", "outlet")
GUM_TYPES = {"person": ("person",), "organization": ANY_GROUP, "place": ("place", "government")}
RE3D_TYPES = {"Person": ("person",), "Organisation": ANY_GROUP, "Location": ("place", "government")}
REPORT_TYPES = {
    "person": ("person",), "organisation": ("organisation",), "armed_group": ("armed_group",), "outlet": ("outlet",),
    "country": ("government", "place"), "government": ("government",), "place": ("place",),
}  # fmt: skip


def example(id: str, corpus: str, text: str) -> tuple[Example, Syntax]:
    """Return a text's example without gold, and its syntax."""
    syntax = parse(text)
    firsts = {sentence.first for sentence in syntax.sentences}
    tokens = syntax.tokens
    spans = [(token.start, token.end) for token in tokens]
    words = as_pieces(PIECES, text, spans)
    made = Example(
        id, corpus, spans, [word.pieces for word in words], [word.shape for word in words], [t.tag for t in tokens],
        [t.dep for t in tokens], [t.head for t in tokens], [t.i in firsts for t in tokens],
    )  # fmt: skip
    return made, syntax


def _touched(syntax: Syntax, spans: Iterable[Any]) -> frozenset[int]:
    return frozenset(t.i for start, end in spans for t in syntax.between(start, end))


def polnear(row: dict[str, Any]) -> Example:
    """Return a PolNeAR article; attributions without a cue or a content are left out."""
    made, syntax = example(row["id"], "polnear", row["text"])
    acts = _acts_of_rules(row)
    made.told = []
    for one in row["attributions"]:
        told = Told(*(_touched(syntax, one[role]) for role in ("cue", "source", "content")))
        if told.cue and told.content:
            told.content -= told.cue | told.source
            told.source -= told.cue
            told.act = next((acts[start] for start, _ in _cue_words(syntax, told) if start in acts), None)
            made.told.append(told)
    return made


def _cue_words(syntax: Syntax, told: Told) -> list[tuple[int, int]]:
    return [(syntax.tokens[i].start, syntax.tokens[i].end) for i in sorted(told.cue)]


def _acts_of_rules(row: dict[str, Any]) -> dict[int, str]:
    """Return the speech acts that the rules give, by the places where words of cues start."""
    from sayso.model import Report
    from sayso.read.pipeline import read

    found = read(Report.of(row["id"], row["text"]))
    return {span.start: str(one.speech_act) for one in found.attributions for span in one.cue}


def gum(row: dict[str, Any]) -> Example:
    """Return a GUM document with its named parties and places, and its clusters."""
    made, syntax = example(row["id"], "gum_" + row["id"].split("_")[1], row["text"])
    made.parties, clusters = [], {}
    for one in row["entities"]:
        offsets = row["offsets"][slice(*one["tok"])]
        inside = sorted(_touched(syntax, [(offsets[0][0], offsets[-1][1])]))
        heads = [row["offsets"][one["tok"][0] + int(n) - 1] for n in one["minspan"].split(",")]
        head = sorted(_touched(syntax, [tuple(heads[0])]))
        if not inside or not head:
            continue
        clusters.setdefault(one["cluster"], []).append((inside[0], inside[-1] + 1, head[0]))
        if one["type"] in GUM_TYPES:
            named = _capitalised(syntax, head[0], inside[0], inside[-1] + 1)
            if named:
                made.parties.append((*named, GUM_TYPES[one["type"]]))
    made.clusters = list(clusters.values())
    return made


def _capitalised(syntax: Syntax, head: int, first: int, last: int) -> tuple[int, int] | None:
    """Return the run of capitalised words around a head, within a mention."""

    def is_name(i: int) -> bool:
        return syntax.tokens[i].text[0].isupper() and syntax.tokens[i].tag in ("NNP", "NNPS", "JJ", "NN", "NNS")

    if not is_name(head):
        return None
    start = end = head
    while start > first and is_name(start - 1):
        start -= 1
    while end + 1 < last and is_name(end + 1):
        end += 1
    return start, end + 1


def re3d(row: dict[str, Any]) -> Example:
    """Return a re3d report with its names; a description keeps the capitalised words at its head, if there are any."""
    made, syntax = example(row["id"], "re3d", row["text"])
    made.parties = []
    for one in row["entities"]:
        inside = sorted(_touched(syntax, [(one["start"], one["end"])]))
        types = RE3D_TYPES.get(one["type"])
        if not inside or not types:
            continue
        heads = [i for i in inside if syntax.tokens[i].head not in inside or syntax.tokens[i].head == i]
        named = _capitalised(syntax, heads[0], inside[0], inside[-1] + 1) if heads else None
        if named:
            made.parties.append((*named, types))
    return made


def report(path: Path) -> Example:
    """Return a report with hand-made gold."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    row = json.loads(path.with_name(path.name.replace("gold", "doc")).read_text(encoding="utf-8"))
    made, syntax = example(row["id"], "reports", row["text"])
    made.told = []
    for one in gold["statements"]:
        spans = [[], [], [(c["start"], c["end"]) for c in one["content"]]]
        for n, role in enumerate(("cue", "source")):
            if one[role]:
                spans[n] = [(one[role]["start"], one[role]["end"])]
        told = Told(*(_touched(syntax, part) for part in spans), act=one.get("act"), nested=bool(one.get("parent")))
        told.content -= told.cue | told.source
        if told.cue and told.content:
            told.source -= told.cue
            made.told.append(told)
    made.extra["cueless"] = [
        sorted(_touched(syntax, [(c["start"], c["end"]) for c in one["content"]]))
        for one in gold["statements"] if not one["cue"]
    ]  # fmt: skip
    made.parties = _named(syntax, row["text"], gold["entities"])
    made.clusters = _clusters(syntax, row["text"], gold)
    return made


def _clusters(syntax: Syntax, text: str, gold: dict[str, Any]) -> list[list[tuple[int, int, int]]]:
    """Return for each entity where its names stand and the sources that are it, with their heads."""
    found = []
    for one in gold["entities"]:
        places = {(a, b) for a, b, _ in _named(syntax, text, [one])}
        for statement in gold["statements"]:
            if statement["speaker"] == one["id"] and statement["source"]:
                inside = sorted(_touched(syntax, [(statement["source"]["start"], statement["source"]["end"])]))
                places |= {(inside[0], inside[-1] + 1)} if inside else set()
        found.append([(a, b, _head(syntax, a, b)) for a, b in sorted(places)])
    return found


def _head(syntax: Syntax, first: int, last: int) -> int:
    """Return the word of a mention whose own head stands outside it."""
    outside = (i for i in range(first, last) if not first <= syntax.tokens[i].head < last or syntax.tokens[i].head == i)
    return next(outside, last - 1)


def _named(syntax: Syntax, text: str, entities: list[dict[str, Any]]) -> list[tuple[int, int, tuple[str, ...]]]:
    """Return where the capitalised names of the gold's entities stand in the text, the longest first."""
    import re

    taken: set[int] = set()
    found = []
    names = [(name, one["type"]) for one in entities for name in (one["name"], *one["also"]) if name]
    for name, kind in sorted(names, key=lambda pair: -len(pair[0])):
        if kind not in REPORT_TYPES or not name[0].isupper():
            continue
        for place in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            inside = sorted(_touched(syntax, [place.span()]))
            if inside and not taken & set(inside):
                taken.update(inside)
                found.append((inside[0], inside[-1] + 1, REPORT_TYPES[kind]))
    return sorted(found)


def plain(row: dict[str, Any]) -> Example:
    """Return a text without gold: it teaches the syntax of its domain."""
    return example(row["id"], "plain", row["text"])[0]


def rows_of(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def corpora(data: Path) -> Iterator[tuple[str, Callable[[Any], Example], list[Any]]]:
    """Yield name, converter and rows of each corpus."""
    for part in ("train", "dev"):
        yield f"polnear_{part}", polnear, rows_of(data / f"attribution/polnear_{part}.jsonl")
        yield f"reports_{part}", report, sorted((data / f"reports/{part}").glob("gold*.json"))
    for genre in ("news", "interview", "speech", "bio"):
        yield f"gum_{genre}", gum, rows_of(data / f"parties/gum_{genre}.jsonl")
    yield "re3d", re3d, rows_of(data / "parties/re3d.jsonl")
    yield "plain", plain, rows_of(data / "corpora/guardian_syria_2017_2018.jsonl")


def main() -> None:
    """Write a pickle for each corpus that the cache does not hold yet."""
    data, cache = Path(sys.argv[1]), Path(sys.argv[2])
    cache.mkdir(parents=True, exist_ok=True)
    with Pool(2) as pool:
        for name, convert, rows in corpora(data):
            if (cache / f"{name}.pkl").exists():
                continue
            examples = pool.map(convert, rows, chunksize=4)
            (cache / f"{name}.pkl").write_bytes(pickle.dumps(examples))
            print(name, len(examples), sum(len(one.words) for one in examples), "words", flush=True)


if __name__ == "__main__":
    main()
