"""How the network learns: AdamW with rates that rise and fall."""

from __future__ import annotations

import torch
from torch import Tensor

from training.events.model import Branch

Schedule = tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LambdaLR]


def optimiser(
    network: Branch, heads: list[Tensor], rates: tuple[float, float], warmup: float, steps: int, decay: float
) -> Schedule:
    """Return AdamW with one rate for the layers and one for the heads, both rising at first, and falling throughout."""
    groups = [{"params": list(network.top.parameters()), "lr": rates[0]}, {"params": heads, "lr": rates[1]}]
    made = torch.optim.AdamW(groups, weight_decay=decay)

    def rate(n: int) -> float:
        return min(1.0, (n + 1) / (warmup * steps)) * max(0.0, (steps - n) / steps)

    return made, torch.optim.lr_scheduler.LambdaLR(made, rate)


def learn(schedule: Schedule, loss: Tensor, network: Branch, clip: float | None) -> None:
    """Take one step against a loss."""
    optimizer, rates = schedule
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    if clip is not None:
        torch.nn.utils.clip_grad_norm_(network.parameters(), clip)
    optimizer.step()
    rates.step()
