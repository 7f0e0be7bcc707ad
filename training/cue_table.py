"""Make ``src/sayso/vocab/cues.tsv``: count how often each cue and construction was an attribution.

    python training/cue_table.py DATA > src/sayso/vocab/cues.tsv

``DATA`` is a folder with ``attribution/polnear_train.jsonl`` (PolNeAR 1.0) and ``reports/train`` (hand-made gold on
conflict reports, counted three times as much: it is the smaller and the nearer to the need). A tie counts as right when
its content shares half of its words with a gold content and its cue is in that gold's cue. Cues inside another gold's
content are not counted: PolNeAR does not mark nested attributions. Scores are smoothed towards the mean of the
construction. Speech acts come from ``acts.toml``; common reporting verbs and nouns from
``reporting_verbs.txt`` and ``reporting_nouns.txt`` are added with a score of their own; ``deeds.txt`` and
``not_cues.txt`` are left out. The table holds words and counts, no text.
"""

from __future__ import annotations

import csv
import json
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sayso.read.attribution import constructions, sources
from sayso.read.attribution.draft import share, words
from sayso.read.syntax import Syntax, Token, parse
from sayso.vocab.lemmas import lemma

HERE = Path(__file__).parent
KEPT = 0.4
"""Rows of a lower score are left out of the table."""
SEEN = 3
"""Rows that were met less often are left out, unless a person listed the verb."""
SMOOTHING = 2
DEED_TIES = ("obj", "passive", "obj-prep:on", "obj-prep:with", "prep:on", "prep:for", "prep:against", "obj-prep:to")
SPEECH = ("fronted", "clause", "that")


@dataclass(slots=True)
class Gold:
    """A gold report: text, how much it counts, and its attributions as (cue, content) pairs of span lists."""

    text: str
    weight: int
    attributions: list[tuple[list[list[int]], list[list[int]]]]


@dataclass(slots=True)
class Count:
    """How often a tie was right, and how often it was met."""

    right: float = 0.0
    met: float = 0.0


@dataclass(slots=True)
class Counts:
    """Counts by (pos, lemma, tie) and by (pos, tie)."""

    rows: dict[tuple[str, str, str], Count] = field(default_factory=lambda: defaultdict(Count))
    kinds: dict[tuple[str, str], Count] = field(default_factory=lambda: defaultdict(Count))


def gold_reports(data: Path) -> Iterator[Gold]:
    """Yield the gold of both sources."""
    with (data / "attribution/polnear_train.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            yield Gold(row["text"], 1, [(a["cue"], a["content"]) for a in row["attributions"]])
    for path in sorted((data / "reports/train").glob("gold*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        report = json.loads(path.with_name(path.name.replace("gold", "doc")).read_text(encoding="utf-8"))
        pairs = [([_span(s["cue"])] if s["cue"] else [], [_span(c) for c in s["content"]]) for s in gold["statements"]]
        yield Gold(report["text"], 3, pairs)


def _span(given: dict[str, int]) -> list[int]:
    return [given["start"], given["end"]]


def ties(syntax: Syntax) -> Iterator[tuple[Token, str, constructions.Tie]]:
    """Yield every tie that the parse shows, with its token and part of speech."""
    for token in syntax.tokens:
        if token.tag in sources.VERB_TAGS and token.dep not in ("aux", "auxpass"):
            yield from ((token, "v", tie) for tie in constructions.of_verb(syntax, token))
        elif token.tag in ("NN", "NNS", "JJ", "JJR"):
            pos = "n" if token.tag[0] == "N" else "j"
            yield from ((token, pos, tie) for tie in constructions.of_noun(syntax, token))


def count(reports: list[Gold]) -> Counts:
    """Return how often each tie was right."""
    parsed = [(gold, parse(gold.text)) for gold in reports]
    known = _known([syntax for _, syntax in parsed])
    counts = Counts()
    for gold, syntax in parsed:
        wanted = [(_words(syntax, cue), _words(syntax, content)) for cue, content in gold.attributions]
        for token, pos, tie in ties(syntax):
            mine = words(syntax, tie.content)
            right = any(token.i in cue and share(mine, content) >= 0.5 for cue, content in wanted)
            if not right and any(token.i in content for _, content in wanted):
                continue
            base = token.lower if pos == "j" else lemma(token.lower, known[pos]) or token.lower
            for counter in (counts.rows[pos, base, tie.construction], counts.kinds[pos, tie.construction]):
                counter.right += gold.weight * right
                counter.met += gold.weight
    return counts


def _words(syntax: Syntax, spans: list[list[int]]) -> frozenset[int]:
    return frozenset(t.i for start, end in spans for t in syntax.between(start, end) if t.is_word)


def _known(parsed: list[Syntax]) -> dict[str, frozenset[str]]:
    """The base forms of verbs and nouns: what stands in the texts untouched, and the listed verbs."""
    tokens = [token for syntax in parsed for token in syntax.tokens]
    verbs = {t.lower for t in tokens if t.tag in ("VB", "VBP")} | set().union(*listed().values())
    return {"v": frozenset(verbs), "n": frozenset(t.lower for t in tokens if t.tag == "NN")}


def listed() -> dict[str, frozenset[str]]:
    """Return the listed reporting verbs by kind of tie."""
    found: dict[str, set[str]] = defaultdict(set)
    kinds: list[str] = []
    for line in (HERE / "reporting_verbs.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            kinds = line[1:].split() if not line.endswith(".") else []
        for kind in kinds if not line.startswith("#") else ():
            found[kind].update(line.split())
    return {kind: frozenset(verbs) for kind, verbs in found.items()}


def deeds() -> frozenset[str]:
    """Return the verbs whose object tie is a deed in conflict news."""
    lines = (HERE / "deeds.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def acts() -> dict[tuple[str, str, str], str]:
    """Return the speech act of (pos, lemma, tie); tie is empty for a cue in any construction."""
    found = {}
    for act, cues in tomllib.loads((HERE / "acts.toml").read_text(encoding="utf-8")).items():
        for cue in cues.split():
            pos, _, rest = cue.rpartition(":") if cue[1:2] == ":" and "/" not in cue else ("", "", cue)
            base, _, tie = rest.partition("/")
            if base[1:2] == ":":
                pos, base = base[0], base[2:]
            found[pos or "v", base, tie] = act
    return found


def not_cues() -> frozenset[tuple[str, str, str]]:
    """Return (pos, lemma, tie) of what is no cue; tie is empty for a word that is none in any construction."""
    lines = (HERE / "not_cues.txt").read_text(encoding="utf-8").splitlines()
    found = set()
    for word in (word for line in lines if not line.startswith("#") for word in line.split()):
        pos, rest = (word[0], word[2:]) if word[1] == ":" else ("v", word)
        base, _, tie = rest.partition("/")
        found.add((pos, base, tie))
    return frozenset(found)


Key = tuple[str, str, str]
"""Lemma, part of speech and tie."""


def rows(counts: Counts) -> list[tuple[str, str, str, float, int]]:
    """Return (cue, pos, tie, score, seen) of all rows that are good enough, sorted."""
    kept = _counted(counts) | _quoting(counts)
    for key, score in _told_nouns().items():
        if kept.get(key, (0.0, 0))[0] < score:
            kept[key] = (score, 0)
    for tie, verbs in listed().items():
        for base in verbs:
            if (base, "v", tie) not in kept and not _was_wrong(counts, base, tie):
                kept[base, "v", tie] = (0.6, 0)
    barred = not_cues()
    return sorted((*key, *kept[key]) for key in kept if not {(key[1], key[0], ""), (key[1], key[0], key[2])} & barred)


def _counted(counts: Counts) -> dict[Key, tuple[float, int]]:
    """The ties that were right often enough."""
    kept = {}
    for (pos, base, tie), one in counts.rows.items():
        mean = counts.kinds[pos, tie].right / counts.kinds[pos, tie].met
        score = (one.right + SMOOTHING * mean) / (one.met + SMOOTHING)
        is_deed = pos == "v" and tie in DEED_TIES and base in deeds()
        if not is_deed and score >= KEPT and one.right >= 2 and one.met >= SEEN and base.isalpha():
            kept[base, pos, tie] = (score, int(one.met))
    return kept


def _quoting(counts: Counts) -> dict[Key, tuple[float, int]]:
    """The verbs that take clauses often enough to introduce quotations too."""
    sums: dict[str, Count] = defaultdict(Count)
    for (pos, base, tie), one in counts.rows.items():
        if pos == "v" and tie in SPEECH:
            sums[base].right += one.right
            sums[base].met += one.met
    return {
        (base, "v", "quote"): (one.right / (one.met + 1), int(one.met))
        for base, one in sums.items()
        if one.right >= 2 and one.right / one.met >= 0.45 and base.isalpha()
    }


def _told_nouns() -> dict[Key, float]:
    """The listed nouns and adjectives with their scores."""
    lines = (HERE / "reporting_nouns.txt").read_text(encoding="utf-8").splitlines()
    found = {}
    for word, tie, score in (line.split() for line in lines if not line.startswith("#")):
        pos, base = (word[0], word[2:]) if word[1] == ":" else ("n", word)
        found[base, pos, tie] = float(score)
    return found


def _was_wrong(counts: Counts, base: str, tie: str) -> bool:
    """Whether the corpora showed a listed verb often enough to know that it is mostly no attribution.

    Who is asked to do what is always told, though PolNeAR marks it seldom; and what stands before ``, Khan confirmed``.
    """
    if tie in ("obj-to", "fronted"):
        return False
    one = counts.rows.get(("v", base, tie), Count())
    return one.met >= 5 and one.right / one.met < KEPT


def main() -> None:
    """Print the table."""
    given = acts()
    out = csv.writer(sys.stdout, delimiter="\t", lineterminator="\n")
    out.writerow(("cue", "pos", "tie", "score", "seen", "act"))
    for base, pos, tie, score, seen in rows(count(list(gold_reports(Path(sys.argv[1]))))):
        act = given.get((pos, base, tie)) or given.get((pos, base, "")) or "assert"
        out.writerow((base, pos, tie, f"{score:.2f}", seen, act))


if __name__ == "__main__":
    main()
