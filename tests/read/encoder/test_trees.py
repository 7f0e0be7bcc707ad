"""Trees: the best heads that make a tree."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.encoder.trees import heads_of


def scores(rows: list[list[float]]) -> np.ndarray:
    return np.array(rows, np.float32)


def test_each_word_hangs_on_its_best_head() -> None:
    assert heads_of(scores([[0, 5, 1], [0, 0, 0], [1, 5, 0]]), 1).tolist() == [1, 1, 1]


def test_circle_is_broken_where_that_costs_least() -> None:
    """Words 1 and 2 hang on each other; the root is nearly as good a head of word 1."""
    assert heads_of(scores([[0, 0, 0], [4, 0, 5], [0, 5, 0]]), 0).tolist() == [0, 0, 1]


@given(st.integers(1, 12), st.integers(0, 2**32 - 1))
def test_all_words_lead_to_the_root(count: int, seed: int) -> None:
    chance = np.random.default_rng(seed)
    root = int(chance.integers(count))
    heads = heads_of(chance.normal(size=(count, count)).astype(np.float32), root).tolist()
    for i in range(count):
        for _ in range(count):
            i = heads[i]
        assert i == root
