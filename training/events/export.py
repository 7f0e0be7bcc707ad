"""Turn trained weights of events into what sayso ships: ONNX, int8 per channel.

    python -m training.events.export RUN WEIGHTS

``WEIGHTS`` gets events.onnx, which goes on from what encoder.onnx gives out of its shared layers; events.npz, what a
slot's score needs beside a product of two vectors; and events.json, which names the outputs.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto
from safetensors.numpy import load_file

from training.events.labels import SLOTS, TYPES
from training.reader.export import LOWER, Graph, Weights, small

HEADS = {
    "event": "event", "happens": "happens", "case": "case", "factual": "factual", "slot_trigger": "slots.trigger",
    "slot_word": "slots.word",
}  # fmt: skip
"""What sayso calls each head -> its name among the weights, in the order of the outputs."""
ATTENTION_HEADS = 12


def events(w: Weights) -> onnx.ModelProto:
    """Return the graph: the encoder's shared layers [B, T, size] and places of words [B, W] -> all heads [B, W, …]."""
    g, x = Graph(), "lower"
    layers = 1 + max(int(name.split(".")[1]) for name in w if name.startswith("top."))
    named = {f"events.{name}": value for name, value in w.items()}
    for n in range(layers):
        x = g.layer(x, "", named, f"events.top.{n}.", ATTENTION_HEADS)
    at = g.add("Unsqueeze", "words", g.constant("last", np.array([-1], np.int64)), name="at")
    x = g.add("GatherND", x, at, name="chosen", batch_dims=1)
    weight, bias = (np.concatenate([w[f"{name}.{part}"] for name in HEADS.values()]) for part in ("weight", "bias"))
    g.linear(x, weight, bias, "heads")
    inputs = {"lower": (TensorProto.FLOAT, ["B", "T", weight.shape[1]]), "words": (TensorProto.INT64, ["B", "W"])}
    return g.model("events", inputs, ["heads"])


def columns(w: Weights) -> dict[str, list[int]]:
    """Return where each head begins and ends among the outputs."""
    found, at = {}, 0
    for name, own in HEADS.items():
        size = len(w[f"{own}.bias"])
        found[name] = [at, at + size]
        at += size
    return found


def main() -> None:
    """Write events.onnx, events.npz and events.json."""
    run, out = Path(sys.argv[1]), Path(sys.argv[2])
    w = load_file(run / "weights.safetensors")
    out.mkdir(parents=True, exist_ok=True)
    small(events(w), out / "events.onnx", [])
    np.savez(out / "events.npz", bias=w["slots.bias"], distance=w["slots.distance.weight"])
    labels = {"lower": LOWER, "heads": columns(w), "types": TYPES, "slots": SLOTS}
    (out / "events.json").write_text(json.dumps(labels, indent=1) + "\n")


if __name__ == "__main__":
    main()
