"""Average the weights of runs: of one that went on from another, or of some with slightly other settings.

    python -m training.reader.average RUN OTHER … OUT

The mean is often better than any of them (Wortsman et al. 2022, "model soups").
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from safetensors.torch import load_file, save_file


def main() -> None:
    """Write the mean of runs' weights, with the labels and settings of the last."""
    *runs, out = map(Path, sys.argv[1:])
    out.mkdir(parents=True, exist_ok=True)
    weights = [load_file(run / "weights.safetensors") for run in runs]
    mean = {name: (sum(one[name] for one in weights) / len(runs)).contiguous() for name in weights[-1]}
    save_file(mean, out / "weights.safetensors")
    for path in runs[-1].glob("*.json"):
        shutil.copy(path, out / path.name)


if __name__ == "__main__":
    main()
