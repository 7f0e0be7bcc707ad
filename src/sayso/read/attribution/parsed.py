"""Parsed attributions: cues that the table knows, with a content that the parse ties to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from sayso.read.attribution import constructions, extents, sources
from sayso.read.attribution.draft import Draft, Range
from sayso.read.syntax import Sentence, Syntax, Token
from sayso.vocab import cues
from sayso.vocab.cues import Cue

THRESHOLD = 0.45
"""A cue and construction of a lower score is left out: fewer than this share were attributions."""


MOST = 60
"""Cues that are looked for in one sentence; text with more in a row is no sentence."""


def drafts(syntax: Syntax, threshold: float = THRESHOLD) -> Iterator[Draft]:
    """Yield a draft for each cue of the table whose construction scores at least ``threshold``."""
    for sentence in syntax.sentences:
        yield from islice(_of_sentence(syntax, sentence, threshold), MOST)


def _of_sentence(syntax: Syntax, sentence: Sentence, threshold: float) -> Iterator[Draft]:
    for token in syntax.tokens[sentence.first : sentence.last]:
        if token.lower == "according":
            yield from _according(syntax, token)
        elif token.lower in ADVERBS and token.dep == "advmod":
            yield from _adverb(syntax, token)
        elif token.tag[0] in "VNJ" and token.dep not in ("aux", "auxpass"):
            yield from _of_cue(syntax, token, threshold)


ADVERBS = frozenset({"allegedly", "reportedly", "supposedly", "purportedly"})
WISHED = frozenset(
    "want wants wanted wanting like likes liked wish wished need needs needed love loved prefer let lets make makes "
    "made help helps helped use uses used using force forced get gets got "
    "seem seems seemed".split()
)
"""Verbs under which an infinitive tells what is wished or caused, not what is said."""


def _of_cue(syntax: Syntax, token: Token, threshold: float) -> Iterator[Draft]:
    """Yield the best draft of one token, if it is a cue."""
    cue = cues.lookup(token.lower, token.tag)
    if cue is None:
        return
    is_verb = cue.pos == "v"
    ties = constructions.of_verb(syntax, token) if is_verb else constructions.of_noun(syntax, token)
    scored = [(cue.ties.get(tie.construction, 0.0), -n, tie) for n, tie in enumerate(ties)]
    scored = [one for one in scored if one[0] >= threshold]
    if not scored or _is_quoting(syntax, token):
        as_said = token.dep == "advcl" and any(syntax.tokens[c].lower == "as" for c in syntax.children[token.i])
        yield from (_as_clause if as_said and not scored else _trailing)(syntax, token, cue)
        return
    score, _, tie = max(scored, key=lambda one: (one[0] + CLAUSES.get(one[2].construction, 0), one[1]))
    source = sources.of_verb(syntax, token) if is_verb else _of_noun(syntax, token)
    if _is_doubtful(syntax, token, tie.construction, source, score):
        return
    if source is None and tie.construction == "fronted":
        source = sources.before_comma(syntax, token)
    content = extents.trimmed(syntax, tie.content, source)
    if content and not _is_bare(syntax, content):
        yield Draft(token.i, tie.construction, extents.cue(syntax, token), source, content, score)


def _trailing(syntax: Syntax, verb: Token, cue: Cue) -> Iterator[Draft]:
    """``…, the minister, Rex Khan, said on Monday.``: a cue at the end of its sentence that the parser lost hold of."""
    sentence = syntax.sentences[verb.sentence]
    score = cue.ties.get("quote", 0.0)
    ends = sentence.last - verb.i <= 7 and all(
        t.tag not in sources.VERB_TAGS for t in syntax.tokens[verb.i + 1 : sentence.last]
    )
    if cue.pos != "v" or score < 0.6 or not ends or verb.tag not in ("VBD", "VBZ", "VBN"):
        return
    source = sources.before_comma(syntax, verb)
    if source is None or source[0] - sentence.first < 4:
        return
    content = extents.trimmed(syntax, ((sentence.first, source[0]),), None)
    if content and any(t.dep in ("nsubj", "nsubjpass") for t in syntax.tokens[slice(*content[0])]):
        yield Draft(verb.i, "fronted", extents.cue(syntax, verb), source, content, score)


def _as_clause(syntax: Syntax, verb: Token, cue: Cue) -> Iterator[Draft]:
    """``As Miliband said last week, Britain should …``: the content is the sentence that the clause stands in."""
    score, source = cue.ties.get("quote", 0.0), sources.of_verb(syntax, verb)
    first, last = constructions.subtree(syntax, verb.i)
    above = constructions.subtree(syntax, verb.head)
    content = extents.trimmed(syntax, ((above[0], first), (last, above[1])), None)
    if cue.pos == "v" and score >= 0.6 and source is not None and content:
        yield Draft(verb.i, "as", extents.cue(syntax, verb), source, content, score)


def _is_quoting(syntax: Syntax, token: Token) -> bool:
    """``quoted Khan as saying``: the words are those that Khan is quoted as saying."""
    follows = syntax.tokens[token.i + 1 : syntax.sentences[token.sentence].last - 1]
    as_saying = any(a.lower == "as" and b.tag == "VBG" for a, b in pairwise(follows))
    return as_saying and token.lower.startswith(("quot", "cit"))


CLAUSES = {
    "that": 0.5,
    "clause": 0.5,
    "wh": 0.4,
    "obj-to": 0.3,
    "to": 0.3,
    "fronted": 0.2,
    "passive-to": 0.3,
} | dict.fromkeys(("prep:on-to", "prep:for-to", "prep:to-to", "prep:with-to"), 0.35)
"""What a construction is preferred by when a cue has several: a whole clause says more than an object."""


def _is_doubtful(syntax: Syntax, token: Token, tie: str, source: Range | None, score: float) -> bool:
    """Whether a cue stands in a supposition (``if they say``), or names nobody where its kind should."""
    below = [syntax.tokens[c] for c in syntax.children[token.i]]
    if token.dep == "advcl" and any(t.lower in ("if", "unless") for t in below):
        return True
    above = syntax.tokens[token.head]
    if any(t.tag == "TO" for t in below) and above.lower in WISHED and above.i < token.i:
        return True
    if _is_supposed(syntax, token, below, above):
        return True
    unsaid = above.lower == "without" or (any(t.tag == "TO" for t in below) and any(t.dep == "neg" for t in below))
    if (
        unsaid
        or _is_part_of_word(syntax, token)
        or (source is None and token.tag in ("VB", "VBP") and not tie.startswith("passive"))
    ):
        return True
    if ANONYMOUS.match(syntax.text, syntax.tokens[token.i].end):
        return True
    if _moves_a_thing(syntax, token):
        return True
    return source is None and score < SURE and (tie in ("obj", "passive") or tie.startswith("prep"))


SUPPOSING = frozenset({"should", "might", "could", "may"})


def _is_supposed(syntax: Syntax, token: Token, below: list[Token], above: Token) -> bool:
    """Whether a cue is only thought of: ``he should understand that``, ``it is a stretch to claim``, ``no mention``."""
    if any(t.dep == "aux" and t.lower in SUPPOSING for t in below) or any(t.lower in ("no", "little") for t in below):
        return True
    if token.tag == "VBG" and token.dep == "csubj":
        return True
    infinitive = any(t.tag == "TO" for t in below)
    clause = above if above.dep not in ("attr", "acomp") else syntax.tokens[above.head]
    subject = next(
        (syntax.tokens[c] for c in syntax.children[clause.i] if syntax.tokens[c].dep in ("nsubj", "expl")), None
    )
    is_be = clause.lower in ("is", "was", "be", "are", "were", "been", "’s", "'s")
    return (
        infinitive and is_be and (token.lower == "blame" or (subject is not None and subject.lower in ("it", "there")))
    )


SURE = 0.65
COUNTS = frozenset("number toll figure total count estimate dead death cost".split())


def _moves_a_thing(syntax: Syntax, token: Token) -> bool:
    """Whether *put* moves a thing: it reports only in ``put the number at 14``."""
    direct = constructions.child(syntax, token.i, "dobj")
    return token.lower in ("put", "puts", "putting") and (direct is None or direct.lower not in COUNTS)


ANONYMOUS = re.compile(r"\s+(?:not to be (?:named|identified|quoted)|to (?:remain|stay|be kept) (?:anonymous|unnamed))")
"""What an unnamed source asks of a reporter is no news."""


def _is_bare(syntax: Syntax, content: tuple[Range, ...]) -> bool:
    """Whether a content is a lone pronoun: ``he said that``."""
    tokens = [t for first, last in content for t in syntax.tokens[first:last] if t.is_word]
    return len(tokens) == 1 and tokens[0].tag in ("DT", "WDT", "WP", "PRP")


def _is_part_of_word(syntax: Syntax, token: Token) -> bool:
    """``co-opted``: a token that a hyphen joins to the one before."""
    before = syntax.tokens[token.i - 1] if token.i else None
    return before is not None and before.end == token.start and before.text == "-"


def _of_noun(syntax: Syntax, token: Token) -> Range | None:
    return sources.of_noun(syntax, token) or sources.of_copula(syntax, token)


def _according(syntax: Syntax, token: Token) -> Iterator[Draft]:
    """``according to X``: the content is the rest of the clause that it stands in."""
    inner = next((t for t in syntax.subtree(token.i) if t.dep == "pobj"), None)
    if inner is None or token.i + 1 >= len(syntax.tokens) or syntax.tokens[token.i + 1].lower != "to":
        return
    source = sources.source_phrase(syntax, inner)
    frame = (token.i, max(constructions.subtree(syntax, inner.i)[1], token.i + 2))
    content = extents.trimmed(syntax, extents.clause_around(syntax, frame), source)
    if content:
        yield Draft(token.i, "according", ((token.i, token.i + 2),), source, content, 0.9)


def _adverb(syntax: Syntax, token: Token) -> Iterator[Draft]:
    """``allegedly``: nobody is named; the content is the clause that the adverb stands in."""
    first, last = constructions.subtree(syntax, token.head)
    head = syntax.tokens[token.head]
    joined = [
        c for c in syntax.children[head.i] if syntax.tokens[c].dep == "conj" and constructions.child(syntax, c, "nsubj")
    ]
    if joined and joined[0] > token.i:
        last = min(last, syntax.edges[joined[0]][0])
    pieces = extents.trimmed(syntax, ((first, token.i), (token.i + 1, last)), None)
    is_cue = cues.lookup(head.lower, head.tag) is not None and head.lower not in ("have", "be")
    if pieces and head.tag[0] == "V" and not is_cue:
        yield Draft(token.i, "adverb", ((token.i, token.i + 1),), None, pieces, 0.5)
