"""Channels and circumstances: to whom, by what means, when and where something was said, read off its frame."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.model import Attribution, Channel, PartyType, Reference, Span, SpeechAct
from sayso.read.attribution.constructions import child, noun_phrase, subtree
from sayso.read.attribution.draft import Range
from sayso.read.attribution.frame import Frame, main_token, main_word
from sayso.read.attribution.passing import party_at
from sayso.read.found import Found
from sayso.read.syntax import Syntax, Token
from sayso.vocab import cues, titles
from sayso.vocab.phrases import phrases

GIVING = frozenset(
    "issued issuing issue issues released releasing release releases sent sending send sends published publishing "
    "wrote posted posting gave giving gives delivered delivering recorded".split()
)
GOING_ON = frozenset({"add", "continue", "conclude"})
WRITING = frozenset({"write", "argue", "post"})
DIRECTIVE = frozenset({SpeechAct.REQUEST, SpeechAct.DEMAND})


def addressee_of(found: Found, attribution: Attribution, frame: Frame | None, act: SpeechAct) -> Reference | None:
    """Return whom an attribution addresses: the object of *told*, the *to* of *said to*, the one asked to act."""
    if frame is None:
        return None
    span = _addressed(found, attribution, frame, act)
    if span is None or (attribution.source and span.overlaps(attribution.source)):
        return None
    return Reference(span, _party_of(found, span))


def _party_of(found: Found, span: Span) -> str | None:
    """The party whose mention covers the main word of some words, the longest mention first."""
    head = main_word(found.syntax, span)
    if head is None:
        return None
    covering = [
        (m.end - m.start, -n, party.id)
        for n, party in enumerate(found.parties)
        for m in party.mentions
        if m.start <= head.start < m.end
    ]
    return max(covering)[2] if covering else None


def _addressed(found: Found, attribution: Attribution, frame: Frame, act: SpeechAct) -> Span | None:
    syntax, verb = found.syntax, frame.cue
    cue = cues.lookup(verb.lower, verb.tag)
    lemma = cue.lemma if cue else verb.lower
    lists = phrases().addressing
    if lemma in lists["object"] and (who := _object(syntax, verb, attribution)):
        return None if attribution.quote_type == "direct" and _inside(who, attribution) else who
    for preposition in (syntax.tokens[c] for c in syntax.children[verb.i]):
        if preposition.dep in ("prep", "dative") and lemma in lists.get(preposition.lower, frozenset()):
            inner = child(syntax, preposition.i, "pobj")
            if inner is not None and inner.tag != "VBG":
                return _span(syntax, noun_phrase(syntax, inner.i))
    directs = act in DIRECTIVE and cue is not None and cue.act in DIRECTIVE
    return _asked(syntax, attribution) if directs else None


def _inside(span: Span, attribution: Attribution) -> bool:
    return any(piece.overlaps(span) for piece in attribution.content)


def _object(syntax: Syntax, verb: Token, attribution: Attribution) -> Span | None:
    """The object of *told*, unless it is what was said."""
    for c in syntax.children[verb.i]:
        token = syntax.tokens[c]
        if token.dep not in ("dobj", "dative", "nsubjpass") or token.tag[0] not in "NPDW" or token.tag == "POS":
            continue
        span = _span(syntax, _before_of(syntax, token))
        whole = [s for s in attribution.content if s.overlaps(span) and span.end >= s.end]
        if not whole and not (token.dep == "nsubjpass" and attribution.source and attribution.source.overlaps(span)):
            return span
    return _subject_of_content(syntax, verb)


def _before_of(syntax: Syntax, noun: Token) -> Range:
    """The noun phrase of whom something is told, without what it is about: ``told her father of her plans``."""
    first, last = noun_phrase(syntax, noun.i)
    about = [c for c in syntax.children[noun.i] if c > noun.i and syntax.tokens[c].lower in ("of", "about")]
    is_person = noun.tag in ("PRP", "NNP") or titles.is_role(noun.lower)
    return (first, about[0]) if about and is_person and noun.tag != "NNS" else (first, last)


def _subject_of_content(syntax: Syntax, verb: Token) -> Span | None:
    """``urged Turkey to stop``: the parser makes Turkey the subject of *stop*."""
    clause = child(syntax, verb.i, "ccomp", "xcomp")
    if (
        clause is None
        or child(syntax, clause.i, "mark")
        or not any(syntax.tokens[c].tag == "TO" for c in syntax.children[clause.i])
    ):
        return None
    subject = child(syntax, clause.i, "nsubj")
    if subject is None or subject.lower in ("it", "there") or syntax.edges[clause.i][0] < verb.i:
        return None
    return _span(syntax, noun_phrase(syntax, subject.i))


def _asked(syntax: Syntax, attribution: Attribution) -> Span | None:
    """``called on Turkey to stop``: who stands at the head of the content."""
    first = syntax.between(attribution.content[0].start, attribution.content[0].end)
    inside = {t.i for t in first}
    that = first[0].i > 0 and syntax.tokens[first[0].i - 1].lower == "that"
    if that or not any(t.tag == "TO" for t in first[1:]):
        return None
    heads = [t for t in first if t.dep in ("pobj", "nsubj", "dobj") and t.tag[0] in "NP"]
    if not heads or not heads[0].tag.startswith(("NNP", "PRP", "NN")) or first[0].tag == "TO":
        return None
    phrase = noun_phrase(syntax, heads[0].i)
    return _span(syntax, phrase) if phrase[0] in inside and phrase[0] - first[0].i <= 1 else None


def _span(syntax: Syntax, tokens: Range) -> Span:
    return Span.of(syntax.text, syntax.tokens[tokens[0]].start, syntax.tokens[tokens[1] - 1].end)


def channel_of(
    found: Found, attribution: Attribution, frame: Frame | None, before: list[Attribution]
) -> tuple[Channel | None, str | None]:
    """Return the channel of an attribution and the outlet that carried it (a party's id), where the words tell them."""
    if frame is None:
        return None, None
    cue = cues.lookup(frame.cue.lower, frame.cue.tag)
    by_cue = phrases().channel_cues.get(cue.lemma if cue else "")
    for phrase in _channel_phrases(found.syntax, frame, attribution):
        channel = _named(found.syntax, phrase)
        if channel is not None:
            return by_cue or channel, _outlet_in(found, phrase)
    outlet = _on_outlet(found, frame)
    if outlet is not None and by_cue is None:
        return Channel.INTERVIEW, outlet
    if cue is not None and cue.lemma in WRITING:
        return _carried_over(attribution, before) if by_cue is None else (by_cue, None)
    return by_cue, None


def goes_on_from(attribution: Attribution, frame: Frame | None, before: list[Attribution]) -> Attribution | None:
    """Return what the same speaker said just before, where the cue goes on from it: ``he added``."""
    cue = cues.lookup(frame.cue.lower, frame.cue.tag) if frame else None
    last = before[-1] if before else None
    if cue is None or cue.lemma not in GOING_ON or last is None or last.speaker is None:
        return None
    return last if last.speaker == attribution.speaker else None


def _channel_phrases(syntax: Syntax, frame: Frame, attribution: Attribution) -> Iterator[Range]:
    """Yield the noun phrases of the frame that a preposition brings, and the source, where it is a text."""
    for token in frame.tokens:
        if token.dep == "pobj" and syntax.tokens[token.head].lower in (
            "in",
            "on",
            "at",
            "by",
            "via",
            "during",
            "to",
            "through",
        ):
            yield noun_phrase(syntax, token.i)[0], subtree(syntax, token.i)[1]
        elif token.dep == "dobj" and (frame.cue.i < token.i or syntax.tokens[token.head].lower in GIVING):
            yield subtree(syntax, token.i)
    if attribution.source is not None:
        head = main_token(syntax, (attribution.source,))
        if head is not None and head.tag in ("NN", "NNS"):
            yield noun_phrase(syntax, head.i)[0], head.i + 1


def _named(syntax: Syntax, phrase: Range) -> Channel | None:
    """The channel that a noun phrase names by its main noun, with the word before it or alone."""
    names = phrases().channels
    for i in range(phrase[0], min(phrase[1], phrase[0] + 8)):
        token = syntax.tokens[i]
        for size in (5, 4, 3, 2, 1):
            first = syntax.tokens[max(phrase[0], i - size + 1)]
            words = syntax.text[first.start : token.end].lower()
            channel = names.get(words) or names.get(words.removesuffix("s"))
            if channel is not None and (token.tag[0] == "N" or token.tag == "JJ"):
                return channel
        if token.dep == "prep" and i > phrase[0]:
            break
    return None


def _outlet_in(found: Found, phrase: Range) -> str | None:
    return party_at(found, _span(found.syntax, phrase), PartyType.OUTLET)


def _on_outlet(found: Found, frame: Frame) -> str | None:
    """``said on Fox News``: an outlet behind *on* is where the speaker was heard."""
    for token in frame.tokens:
        if token.dep == "pobj" and found.syntax.tokens[token.head].lower == "on":
            outlet = _outlet_in(found, (noun_phrase(found.syntax, token.i)[0], token.i + 1))
            if outlet is not None:
                return outlet
    return None


def _carried_over(attribution: Attribution, before: list[Attribution]) -> tuple[Channel | None, str | None]:
    """``he wrote`` goes on from the text that the same speaker was last said to have written."""
    written = (Channel.OP_ED, Channel.LETTER, Channel.TWEET, Channel.SOCIAL_MEDIA, Channel.EMAIL, Channel.DOCUMENT)
    for earlier in reversed(before):
        if earlier.speaker is not None and earlier.speaker == attribution.speaker and earlier.channel in written:
            return earlier.channel, earlier.outlet
    return None, None


def said_on(found: Found, attribution: Attribution, frame: Frame | None) -> str | None:
    """Return the id of the time in a frame, or right beside the cue: when it was said."""
    if frame is None:
        return None
    told = [*attribution.content, *([attribution.source] if attribution.source else [])]
    dated = [
        time for time in found.times
        if time.type in ("DATE", "TIME") and not (time.value or "").endswith("_REF")
        and not any(span.overlaps(time.span) for span in told)
        and not found.syntax.text[max(0, time.span.start - 7) : time.span.start].lower().rstrip().endswith("since")
    ]  # fmt: skip
    inside = [
        time for time in dated if frame.covers_closely(time.span) or _is_beside(found.syntax, frame.cue, time.span)
    ]
    inside.sort(key=lambda time: abs(time.span.start - frame.cue.start))
    return inside[0].id if inside else None


def _is_beside(syntax: Syntax, cue: Token, time: Span) -> bool:
    """Whether a time stands next to a cue: ``on Monday rejected``, ``said on Friday``."""
    tokens = syntax.between(time.start, time.end)
    if not tokens or tokens[0].sentence != cue.sentence:
        return False
    return 0 <= cue.i - tokens[-1].i - 1 <= 1 or 0 <= tokens[0].i - cue.i - 1 <= 1


def said_at(found: Found, attribution: Attribution, frame: Frame | None) -> str | None:
    """Return the id of the place in a frame: where it was said."""
    if frame is None:
        return None
    for place in found.places:
        for mention in place.mentions:
            if frame.covers_closely(mention) and _is_locative(found.syntax, mention):
                return place.id
    return None


def _is_locative(syntax: Syntax, mention: Span) -> bool:
    """Whether a place stands behind *in*, *at*, *from* or *near*, not as part of a name."""
    tokens = syntax.between(mention.start, mention.end)
    if not tokens:
        return False
    head = syntax.tokens[tokens[-1].head]
    return tokens[-1].dep == "pobj" and head.lower in ("in", "at", "from", "near", "outside", "inside")
