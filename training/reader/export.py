"""Turn trained weights into what sayso ships: ONNX, int8 where it pays.

    python -m training.reader.export RUN ../../src/sayso/weights

The graph is built with onnxruntime's fused operators (MultiHeadAttention, FastGelu), then quantised: weights per
channel, activations as they come (dynamic). Arcs stay in float.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.numpy import load_file

from training.reader.labels import ACTS, CORPORA, LINK_TAGS, PARTY_TAGS, SHARED_LAYERS

Weights = dict[str, np.ndarray]
HEADS = (
    "cue", "tag", "begin", "party", "arc_dependent", "arc_head", "label_dependent", "label_head", "same_later",
    "same_earlier", "link_word", "link_cue",
)  # fmt: skip
MICROSOFT = "com.microsoft"
LOWER = f"encoder.layers.{SHARED_LAYERS - 1}.norm2.normed"
"""The encoder's output for the layers of others [B, T, size]."""


class Graph:
    """An ONNX graph in the making."""

    def __init__(self) -> None:
        """Start empty."""
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, value: np.ndarray) -> str:
        """Add a constant; return its name."""
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(self, operator: str, *inputs: str, name: str, domain: str = "", **attributes: object) -> str:
        """Add a node with one output; return the output's name."""
        self.nodes.append(helper.make_node(operator, list(inputs), [name], name=name, domain=domain, **attributes))
        return name

    def linear(self, x: str, weight: np.ndarray, bias: np.ndarray, name: str) -> str:
        """Add ``x @ weight.T + bias``."""
        product = self.add("MatMul", x, self.constant(name + ".w", weight.T), name=name + ".matmul")
        return self.add("Add", product, self.constant(name + ".b", bias), name=name)

    def layer(self, x: str, mask: str, w: Weights, at: str, heads: int) -> str:
        """Add a transformer layer; without a ``mask`` every word sees every word."""
        seen = self._masked(x, mask, w, at, heads) if mask else self._seeing_all(x, w, at, heads)
        out = self.add("MatMul", seen, self.constant(at + "out.w", w[at + "out.weight"].T), name=at + "out")
        x = self._add_and_norm(out, x, w, at, "out.bias", "norm1")
        up = self.add("MatMul", x, self.constant(at + "up.w", w[at + "up.weight"].T), name=at + "up")
        up = self.add("FastGelu", up, self.constant(at + "up.b", w[at + "up.bias"]), name=at + "gelu", domain=MICROSOFT)
        down = self.add("MatMul", up, self.constant(at + "down.w", w[at + "down.weight"].T), name=at + "down")
        return self._add_and_norm(down, x, w, at, "down.bias", "norm2")

    def _masked(self, x: str, mask: str, w: Weights, at: str, heads: int) -> str:
        mixed = self.constant(at + "mixed.w", w[at + "mixed.weight"].T)
        bias = self.constant(at + "mixed.b", w[at + "mixed.bias"])
        return self.add("Attention", x, mixed, bias, mask, name=at + "attention", domain=MICROSOFT, num_heads=heads)

    def _seeing_all(self, x: str, w: Weights, at: str, heads: int) -> str:
        """Add attention without a mask, for which onnxruntime has a faster way."""
        mixed = self.linear(x, w[at + "mixed.weight"], w[at + "mixed.bias"], at + "mixed")
        size = len(w[at + "mixed.bias"]) // 3
        sizes = self.constant(at + "sizes", np.array([size] * 3, np.int64))
        parts = [at + part for part in "qkv"]
        self.nodes.append(helper.make_node("Split", [mixed, sizes], parts, name=at + "split", axis=-1))
        return self.add("MultiHeadAttention", *parts, name=at + "attention", domain=MICROSOFT, num_heads=heads)

    def _add_and_norm(self, x: str, skip: str, w: Weights, at: str, bias: str, norm: str) -> str:
        """Add bias and skip, then normalise: several times as fast as the fused SkipLayerNormalization."""
        x = self.add("Add", x, self.constant(f"{at}{bias}.c", w[at + bias]), name=f"{at}{norm}.biased")
        x = self.add("Add", x, skip, name=f"{at}{norm}.sum")
        return self.norm(x, w, at + norm, 1e-12)

    def norm(self, x: str, w: Weights, at: str, epsilon: float) -> str:
        """Add a layer normalisation."""
        scale, bias = (self.constant(f"{at}.{part}", w[f"{at}.{part}"]) for part in ("weight", "bias"))
        return self.add("LayerNormalization", x, scale, bias, name=at + ".normed", epsilon=epsilon)

    def model(self, name: str, inputs: dict[str, tuple[int, list[str | int]]], outputs: list[str]) -> onnx.ModelProto:
        """Return the graph as a model."""
        given = [helper.make_tensor_value_info(key, *kind) for key, kind in inputs.items()]
        made = [helper.make_tensor_value_info(key, TensorProto.FLOAT, None) for key in outputs]
        graph = helper.make_graph(self.nodes, name, given, made, self.constants)
        opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=9)


def encoder(w: Weights, layers: int, heads: int) -> onnx.ModelProto:
    """Return the encoder: pieces and shapes -> all heads' outputs side by side [B, W, …], and arcs [B, W, W].

    There is no mask: windows of a batch must have the same length.
    """
    g = Graph()
    pieces = g.add("Gather", g.constant("piece", w["encoder.piece.weight"]), "pieces", name="pieces.x")
    shapes = g.add("Gather", g.constant("shape", w["encoder.shape.weight"]), "shapes", name="shapes.x")
    size = g.add("Shape", "pieces", name="size", start=1, end=2)
    zero = g.constant("zero", np.array([0], np.int64))
    places = g.add("Slice", g.constant("position", w["encoder.position.weight"]), zero, size, name="places.x")
    x = g.add("Add", g.add("Add", pieces, shapes, name="sum1"), places, name="sum2")
    x = g.norm(x, w, "encoder.norm", 1e-12)
    for n in range(layers):
        x = g.layer(x, "", w, f"encoder.layers.{n}.", heads)
    at = g.add("Unsqueeze", "words", g.constant("last", np.array([-1], np.int64)), name="at")
    x = g.add("GatherND", x, at, name="chosen", batch_dims=1)
    g.linear(x, *_side_by_side(w), "heads")
    starts = _starts(w)
    parts = {}
    for one in ("arc_dependent", "arc_head"):
        begin = g.constant(one + ".begin", np.array([starts[one][0]], np.int64))
        end = g.constant(one + ".end", np.array([starts[one][1]], np.int64))
        axis = g.constant(one + ".axis", np.array([2], np.int64))
        cut = g.add("Slice", "heads", begin, end, axis, name=one + ".cut")
        no_bias = g.constant(one + ".zero", np.zeros(w["encoder.arc"].shape[0], np.float32))
        parts[one] = g.add("BiasGelu", cut, no_bias, name=one + ".gelu", domain=MICROSOFT)
    left = g.add("MatMul", parts["arc_dependent"], g.constant("arc.w", w["encoder.arc"]), name="arc.left")
    heads_bias = g.linear(parts["arc_head"], w["encoder.arc_bias.weight"], w["encoder.arc_bias.bias"], "arc.bias")
    turned = g.add("Transpose", parts["arc_head"], name="arc.turned", perm=[0, 2, 1])
    flat = g.add("Transpose", heads_bias, name="arc.flat", perm=[0, 2, 1])
    g.add("Add", g.add("MatMul", left, turned, name="arc.product"), flat, name="arcs")
    sizes = {"pieces": "T", "shapes": "T", "words": "W"}
    given = {name: (TensorProto.INT64, ["B", size]) for name, size in sizes.items()}
    return g.model("encoder", given, ["heads", "arcs", LOWER])


def _side_by_side(w: Weights) -> tuple[np.ndarray, np.ndarray]:
    """Return all heads' weights as those of one linear layer."""
    return tuple(np.concatenate([w[f"encoder.{one}.{part}"] for one in HEADS]) for part in ("weight", "bias"))  # type: ignore[return-value]


def _starts(w: Weights) -> dict[str, tuple[int, int]]:
    """Return where each head stands among the outputs."""
    found, at = {}, 0
    for one in HEADS:
        size = len(w[f"encoder.{one}.bias"])
        found[one] = (at, at + size)
        at += size
    return found


def links(w: Weights, layers: int, heads: int) -> onnx.ModelProto:
    """Return the link head: words around cues [K, R, link] -> tags [K, R, …] and acts [K, …]."""
    g = Graph()
    axis = g.constant("axis1", np.array([1], np.int64))
    given = g.add("Unsqueeze", "cue", axis, name="given")
    far = g.add("Gather", g.constant("distances", w["links.distance.weight"]), "distance", name="far")
    x = g.add("Add", g.add("Add", "words", given, name="x1"), far, name="x2")
    x = g.add("Add", x, g.add("Mul", "words", given, name="x3"), name="x4")
    x = g.norm(x, w, "links.norm", 1e-5)
    for n in range(layers):
        x = g.layer(x, "mask", w, f"links.layers.{n}.", heads)
    tags = g.linear(x, w["links.tag.weight"], w["links.tag.bias"], "tags")
    content = _content(g, tags)
    last = g.constant("axis2", np.array([2], np.int64))
    wide = g.add("Unsqueeze", content, last, name="wide")
    told = g.add("ReduceSum", g.add("Mul", x, wide, name="weighed"), axis, name="told.sum", keepdims=0)
    many = g.add("ReduceSum", content, axis, name="many", keepdims=1)
    many = g.add("Add", many, g.constant("little", np.array(1e-3, np.float32)), name="many1")
    told = g.add("Div", told, many, name="told")
    here = g.add("Equal", "distance", g.constant("here", np.array(_reach(w), np.int64)), name="is_here")
    here = g.add("Unsqueeze", g.add("Cast", here, name="here.f", to=TensorProto.FLOAT), last, name="here.w")
    at = g.add("ReduceSum", g.add("Mul", x, here, name="here.x"), axis, name="at.x", keepdims=0)
    joined = g.add("Concat", at, told, "cue", name="act.in", axis=-1)
    hidden = g.linear(joined, w["links.act.0.weight"], w["links.act.0.bias"], "act.0")
    zero = g.constant("act.zero", np.zeros(len(w["links.act.0.bias"]), np.float32))
    hidden = g.add("BiasGelu", hidden, zero, name="act.gelu", domain=MICROSOFT)
    g.linear(hidden, w["links.act.2.weight"], w["links.act.2.bias"], "acts")
    size = w["links.tag.weight"].shape[1]
    inputs = {
        "words": (TensorProto.FLOAT, ["K", "R", size]), "cue": (TensorProto.FLOAT, ["K", size]),
        "distance": (TensorProto.INT64, ["K", "R"]), "mask": (TensorProto.INT32, ["K", "R"]),
    }  # fmt: skip
    return g.model("links", inputs, ["tags", "acts"])


def _content(g: Graph, tags: str) -> str:
    """Add how likely each word is content: a sigmoid of the content tags' sum against ``O``."""
    axis = g.constant("tag.axis", np.array([2], np.int64))
    bounds = {n: g.constant(f"tag.{n}", np.array([n], np.int64)) for n in (0, 1, 9, 13)}
    none = g.add("Slice", tags, bounds[0], bounds[1], axis, name="tag.none")
    some = g.add("Slice", tags, bounds[9], bounds[13], axis, name="tag.some")
    some = g.add("ReduceLogSumExp", some, name="tag.sum", axes=[2], keepdims=0)
    none = g.add("Squeeze", none, axis, name="tag.flat")
    likely = g.add("Sigmoid", g.add("Sub", some, none, name="tag.odds"), name="tag.likely")
    return g.add("Mul", likely, g.add("Cast", "mask", name="mask.f", to=TensorProto.FLOAT), name="tag.masked")


def _reach(w: Weights) -> int:
    return len(w["links.distance.weight"]) // 2


def small(model: onnx.ModelProto, path: Path, kept: list[str]) -> None:
    """Write a model with int8 weights, a scale a channel; the nodes ``kept`` stay in float."""
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        onnx.save(model, whole)
        quantize_dynamic(
            whole, path, per_channel=True, weight_type=QuantType.QInt8, nodes_to_exclude=kept,
            op_types_to_quantize=["MatMul", "Attention", "Gather"],
            extra_options={"MatMulConstBOnly": True, "DefaultTensorType": TensorProto.FLOAT},
        )  # fmt: skip


def main() -> None:
    """Write encoder.onnx, links.onnx and labels.json."""
    run, out = Path(sys.argv[1]), Path(sys.argv[2])
    w = load_file(run / "weights.safetensors")
    names = json.loads((run / "labels.json").read_text())
    layers = 1 + max(int(name.split(".")[2]) for name in w if name.startswith("encoder.layers."))
    link_layers = 1 + max(int(name.split(".")[2]) for name in w if name.startswith("links.layers."))
    out.mkdir(parents=True, exist_ok=True)
    small(encoder(w, layers, 12), out / "encoder.onnx", ["arc.left", "arc.bias.matmul", "shapes.x"])
    small(links(w, link_layers, 4), out / "links.onnx", ["tags.matmul", "act.0.matmul", "acts.matmul"])
    if "--whole" in sys.argv:
        onnx.save(encoder(w, layers, 12), out / "whole.onnx")
    np.savez(out / "labels.npz", weight=w["labels.out.weight"], bias=w["labels.out.bias"], same=w["encoder.same"])
    heads = {name: list(bounds) for name, bounds in _starts(w).items()}
    labels = {
        "tags": names["tags"], "deps": names["deps"], "heads": heads, "reach": _reach(w), "links": LINK_TAGS,
        "parties": PARTY_TAGS, "acts": ACTS, "corpora": CORPORA, "calibration": [0.0, 1.0, *[0.0] * 7],
    }  # fmt: skip
    (out / "labels.json").write_text(json.dumps(labels, indent=1) + "\n")


if __name__ == "__main__":
    main()
