"""Average the weights of two runs, of which the second went on from the first.

    python -m training.reader.average RUN OTHER OUT

The mean is often better than either (Wortsman et al. 2022, "model soups").
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from safetensors.torch import load_file, save_file


def main() -> None:
    """Write the mean of two runs' weights, with the labels of the second."""
    one, other, out = map(Path, sys.argv[1:4])
    out.mkdir(parents=True, exist_ok=True)
    weights, others = (load_file(run / "weights.safetensors") for run in (one, other))
    mean = {name: ((weights[name] + others[name]) / 2).contiguous() for name in others}
    save_file(mean, out / "weights.safetensors")
    shutil.copy(other / "labels.json", out / "labels.json")


if __name__ == "__main__":
    main()
