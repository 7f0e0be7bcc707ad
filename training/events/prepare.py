"""Turn the corpora into examples for the heads of events.

    python -m training.events.prepare DATA CACHE

``DATA`` is the folder of corpora; ``CACHE``/events gets one pickle a corpus, each a list of ``Example``; incidents.py
adds that of MUC-4. Words, sentences and trees are those of the shipped reader. UW's sentences stand in TimeBank's
texts too: texts that hold one of those kept from training are left out.
"""

from __future__ import annotations

import json
import pickle
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from multiprocessing import Pool
from pathlib import Path
from typing import Any

from sayso.read.encoder.network import network
from sayso.read.syntax import Syntax, as_pieces, parse
from training.events.anchors import first_place, main_word, main_words, places, touched
from training.events.examples import Example, Marked, Root, Slots, folder
from training.events.labels import SLOTS
from training.reader.prepare import rows_of

READ, KEPT = 1500, 500
"""Of a machine-written story so many characters are parsed, and the words of so many kept: its type is that of its
beginning."""
FEW = 8
"""Sentences of so few words are too common to tell by them that a text holds another's sentence."""
OPENING = 60


def example(id: str, corpus: str, syntax: Syntax, **gold: Any) -> Example:
    """Return a parsed text as an example with its gold."""
    spans = tuple((token.start, token.end) for token in syntax.tokens)
    words = as_pieces(network().pieces, syntax.text, spans)
    return Example(
        id, corpus, spans, tuple(word.pieces for word in words), tuple(word.shape for word in words),
        tuple(token.tag for token in syntax.tokens), tuple(token.sentence for token in syntax.tokens), **gold,
    )  # fmt: skip


def plv(row: dict[str, Any]) -> Example:
    """Return a sentence of PLV: its type, its actor and its recipient, but not the words that tell of the event."""
    syntax = parse(row["text"])
    slots: list[frozenset[int] | None] = []
    for role in ("source", "target"):
        place = first_place(row["text"], row[role])
        slots.append((main_words(syntax, [place]) if place else None) or None)
    return example(row["id"], "plv", syntax, roots=(Root(row["root"], 0, len(syntax.tokens), (*slots, None)),))


def ngec(row: dict[str, Any]) -> Example:
    """Return the beginning of a machine-written story with the type that it was asked to tell of."""
    whole = example(f"n{row['id']}", "ngec", parse(row["text"][:READ]))
    many = sum(end < KEPT for _, end in whole.words)
    cut = {name: getattr(whole, name)[:many] for name in ("words", "pieces", "shapes", "tags", "sentences")}
    return replace(whole, **cut, roots=(Root(row["label"], 0, many),))


def uw_train(row: dict[str, Any]) -> Example:
    """Return a sentence of UW's training part: how certain its author is of each event."""
    return _factual(row, "uw_train")


def uw_dev(row: dict[str, Any]) -> Example:
    """Return a sentence of UW that is kept from training."""
    return _factual(row, "uw_dev")


def uds(row: dict[str, Any]) -> Example:
    """Return a sentence of UDS-IH2."""
    return _factual(row, "uds")


def commitmentbank(row: dict[str, Any]) -> Example:
    """Return a passage of the CommitmentBank; only one clause of it is judged."""
    return _factual(row, "commitmentbank")


def _factual(row: dict[str, Any], corpus: str) -> Example:
    starts, at = [], 0
    for token in row["tokens"]:
        starts.append(at)
        at += len(token) + 1
    syntax = parse(" ".join(row["tokens"]))
    found = []
    for event in row["events"]:
        first, last = event["tok"]
        word = main_word(syntax, touched(syntax, starts[first], starts[last - 1] + len(row["tokens"][last - 1])))
        if word is not None:
            found.append((word, float(event["score"])))
    happening = () if corpus == "commitmentbank" else tuple(word for word, _ in found)
    return example(row["id"], corpus, syntax, factual=tuple(found), happening=happening)


def timebank(row: dict[str, Any]) -> Example:
    """Return a text of TimeBank: which words tell of something that happens; all others do not."""
    syntax = parse(row["text"])
    spans = [(one["start"], one["end"]) for one in row["events"]]
    return example(row["id"], "timebank", syntax, happening=tuple(sorted(main_words(syntax, spans))))


def report(path: Path) -> Example:
    """Return a report with hand-made gold."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    row = json.loads(path.with_name(path.name.replace("gold", "doc")).read_text(encoding="utf-8"))
    syntax = parse(row["text"])
    names = {one["id"]: [one["name"], *one["also"]] for one in gold["entities"]}
    events = (_marked(syntax, one, names) for one in gold["events"])
    return example(row["id"], "reports", syntax, events=tuple(one for one in events if one is not None))


def _marked(syntax: Syntax, event: dict[str, Any], names: dict[str, list[str]]) -> Marked | None:
    words = touched(syntax, event["trigger"]["start"], event["trigger"]["end"])
    at = main_word(syntax, words)
    if at is None:
        return None
    filled = [event.get(slot) for slot in SLOTS]
    slots: Slots = tuple(_nearest(syntax, at, names.get(one, [one])) if one else frozenset() for one in filled)
    return Marked(at, frozenset(words), event.get("type"), slots)


def _nearest(syntax: Syntax, at: int, names: list[str]) -> frozenset[int]:
    """Return the main word of the nearest mention, in the trigger's sentence, of something by one of its names."""
    here = syntax.tokens[at].sentence
    found = []
    for name in sorted(names, key=len, reverse=True):
        for place in places(syntax.text, name):
            words = touched(syntax, *place)
            if words and syntax.tokens[words[0]].sentence == here:
                found.append(main_word(syntax, words))
    near = min((one for one in found if one is not None), key=lambda one: abs(one - at), default=None)
    return frozenset() if near is None else frozenset({near})


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text.lower())


def without(rows: list[dict[str, Any]], sentences: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the texts that hold none of the sentences, by the letters that those begin with."""
    openings = [_letters(" ".join(one["tokens"]))[:OPENING] for one in sentences if len(one["tokens"]) > FEW]
    return [row for row in rows if not any(opening in _letters(row["text"]) for opening in openings)]


def corpora(data: Path) -> Iterator[tuple[str, Callable[[Any], Example], list[Any]]]:
    """Yield name, converter and rows of each corpus."""
    for part in ("train", "dev"):
        yield f"reports_{part}", report, sorted((data / f"reports/{part}").glob("gold*.json"))
    yield "plv", plv, rows_of(data / "events/plover_plv_train.jsonl")
    yield "ngec", ngec, rows_of(data / "events/ngec_synthetic.jsonl")
    uw = rows_of(data / "factuality/uw_train_dev.jsonl")
    held = [row for row in uw if row["split"] == "dev"]
    yield "uw_train", uw_train, [row for row in uw if row["split"] != "dev"]
    yield "uw_dev", uw_dev, held
    yield "uds", uds, rows_of(data / "factuality/uds_ih2.jsonl")
    yield "commitmentbank", commitmentbank, rows_of(data / "factuality/commitmentbank.jsonl")
    yield "timebank", timebank, without(rows_of(data / "times/timebank_train.jsonl"), held)


def write(cache: Path, name: str, convert: Callable[[Any], Example], rows: list[Any]) -> None:
    """Write a corpus's examples to the cache, made on two cores."""
    with Pool(2) as pool:
        examples = pool.map(convert, rows, chunksize=8)
    folder(cache).mkdir(parents=True, exist_ok=True)
    (folder(cache) / f"{name}.pkl").write_bytes(pickle.dumps(examples))
    print(name, len(examples), sum(len(one.words) for one in examples), "words", flush=True)


def main() -> None:
    """Write a pickle for each corpus that the cache does not hold yet."""
    data, cache = Path(sys.argv[1]), Path(sys.argv[2])
    for name, convert, rows in corpora(data):
        if not (folder(cache) / f"{name}.pkl").exists():
            write(cache, name, convert, rows)


if __name__ == "__main__":
    main()
