"""Network: the weights that ship with sayso, what they say of each word, and what is missing without them."""

import re
import shutil
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from sayso.errors import NoWeights
from sayso.read.encoder.network import WEIGHTS, Network, network
from sayso.read.event.fillers import SLOTS
from sayso.read.syntax import parse
from sayso.vocab.definitions import plover

SIGNALS = parse("The rebels attacked the army in Mosul on Monday.").signals
WORDS = 10


def test_heads_of_events_stand_beside_the_encoders_own():
    columns = network().columns
    bounds = sorted((column.start, column.stop) for column in columns.values())
    assert all(left[1] <= right[0] for left, right in pairwise(bounds))
    later = {name for name, column in columns.items() if column.start >= network().own}
    assert later >= {"event", "happens", "slot_trigger", "slot_word"}
    assert later.isdisjoint({"cue", "link_word", "link_cue"})


def test_every_word_has_a_score_for_each_type_for_none_and_for_others():
    assert SIGNALS.of("event").shape == (WORDS, len(network().event_types) + 2)
    assert set(network().event_types) == {one.name for one in plover().types}


def test_every_word_is_told_whether_it_happens():
    assert SIGNALS.of("happens").shape == (WORDS, 1)


def test_every_word_asks_and_answers_for_each_slot():
    assert tuple(network().of_events["slots"]) == SLOTS
    slots = len(SLOTS)
    asks, answers = SIGNALS.of("slot_trigger"), SIGNALS.of("slot_word")
    assert asks.shape == answers.shape
    assert asks.shape[0] == WORDS
    assert asks.shape[1] % slots == 0


def test_scores_are_numbers():
    assert np.isfinite(SIGNALS.heads).all()


def test_no_words_have_no_signals():
    signals = network().read([], frozenset())
    assert (signals.of("event").shape[0], signals.spans, signals.owner) == (0, (), ())


@pytest.mark.parametrize("missing", sorted(path.name for path in WEIGHTS.iterdir()))
def test_missing_file_is_told_with_what_to_do(missing: str, tmp_path: Path):
    for path in WEIGHTS.iterdir():
        if path.name != missing:
            (tmp_path / path.name).symlink_to(path)
    with pytest.raises(NoWeights, match=re.escape(f'The weights in "{tmp_path}" cannot be read:')) as error:
        Network(tmp_path)
    assert str(error.value).endswith("Install sayso anew.")


def test_broken_file_is_told_too(tmp_path: Path):
    shutil.copytree(WEIGHTS, tmp_path, dirs_exist_ok=True)
    (tmp_path / "events.onnx").write_bytes(b"no weights")
    with pytest.raises(NoWeights, match="cannot be read"):
        Network(tmp_path)
