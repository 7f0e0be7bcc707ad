"""Sources: the words that name who stands behind a cue."""

from __future__ import annotations

from sayso.read.attribution.constructions import child, noun_phrase, subtree
from sayso.read.attribution.draft import Range
from sayso.read.syntax import Syntax, Token
from sayso.vocab import countries
from sayso.vocab.lemmas import lemma

EXPLETIVE = frozenset({"it", "there"})
VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})


def of_verb(syntax: Syntax, verb: Token, seen: int = 0) -> Range | None:
    """Return the source of a verb: its subject, its agent if it is passive, or what it shares with the verb above."""
    if child(syntax, verb.i, "nsubjpass") or _is_reduced_passive(syntax, verb):
        return _agent(syntax, verb)
    if seen == 0 and child(syntax, verb.i, "expl") is not None:
        return None
    subject = _subject(syntax, verb)
    if subject is None and verb.tag in ("VBD", "VBZ", "VBP", "VBN") and (left := _left_of(syntax, verb)):
        return left
    if subject is not None:
        return None if subject.lower in EXPLETIVE and subject.tag in ("EX",) else source_phrase(syntax, subject)
    if seen > 6 or verb.head == verb.i:
        return None
    return _shared(syntax, verb, seen)


WHEN = frozenset(
    "hours hour minutes days day weeks week months month years year moments later today yesterday monday tuesday "
    "wednesday thursday friday saturday sunday morning afternoon evening night".split()
)


def _subject(syntax: Syntax, verb: Token) -> Token | None:
    """Return the subject of a verb; a time before the verb is none (``but hours later told``)."""
    below = (syntax.tokens[c] for c in syntax.children[verb.i])
    return next((t for t in below if t.dep in ("nsubj", "csubj") and t.lower not in WHEN), None)


def _teller(syntax: Syntax, verb: Token) -> Token:
    """``denied that soldiers had fired, saying``: the participle goes with *denied*, not with what was denied."""
    while verb.dep == "ccomp" and syntax.tokens[verb.head].tag in VERB_TAGS and verb.head < verb.i:
        verb = syntax.tokens[verb.head]
    return verb


NOMINAL = frozenset("DT JJ NN NNS NNP NNPS CD PRP PRP$ POS HYPH".split())


def _left_of(syntax: Syntax, verb: Token) -> Range | None:
    """The noun phrase before an aside that the parser stumbled over: ``Elyas, 25, from Hasaka, said``.

    The clause must open with the noun phrase; a comma or dash must stand behind it and before the verb.
    """
    i = verb.i
    while (
        i > 0
        and syntax.tokens[i - 1].tag in ("RB", "VBZ", "VBP", "VBD", "MD")
        and syntax.tokens[i - 1].dep in ("aux", "advmod")
    ):
        i -= 1
    sentence = syntax.sentences[verb.sentence]
    mark = syntax.tokens[i - 1].text if i > sentence.first else ""
    if mark not in (",", "–", "—"):
        return None
    first = next(
        (s.i + 1 for s in reversed(syntax.tokens[sentence.first : i - 1]) if s.text in OPENERS), sentence.first
    )
    last = first
    while last < i and syntax.tokens[last].tag in NOMINAL:
        last += 1
    named = any(t.tag.startswith(("NN", "PRP")) for t in syntax.tokens[first:last])
    return (first, last) if named and last < i - 1 and syntax.tokens[last].text == mark else None


def before_comma(syntax: Syntax, verb: Token) -> Range | None:
    """The noun phrase between a comma and a verb, with the title between commas before a name."""
    end = verb.i
    while end > 0 and syntax.tokens[end - 1].dep in ("aux", "advmod"):
        end -= 1
    stop = end - 1 if end and syntax.tokens[end - 1].text == "," else end
    parts: list[Range] = []
    while stop > 0 and len(parts) < 2:
        first = stop
        while first > 0 and (syntax.tokens[first - 1].tag in NOMINAL or syntax.tokens[first - 1].lower == "of"):
            first -= 1
        if first == stop or first == 0 or syntax.tokens[first - 1].text != ",":
            break
        parts.append((first, stop))
        stop = first - 1
    if len(parts) == 2 and syntax.tokens[parts[1][0]].tag != "DT":
        parts = parts[:1]
    return (parts[-1][0], parts[0][1]) if parts else None


OPENERS = frozenset('“”";:')


def _shared(syntax: Syntax, verb: Token, seen: int) -> Range | None:
    """The subject that a verb without one shares: with the verb it is joined to, or the noun that it describes."""
    above = syntax.tokens[verb.head]
    if verb.tag == "VBG" and verb.dep == "advcl" and syntax.tokens[verb.i - 1].text == ",":
        above = _teller(syntax, above)
    if verb.dep in ("acl", "relcl") and above.tag not in VERB_TAGS:
        purpose = any(syntax.tokens[c].tag == "TO" for c in syntax.children[verb.i]) and above.dep == "dobj"
        of_object = verb.tag == "VBG" and above.lower not in TEXTS and above.dep in ("pobj", "dobj", "dative")
        speaks = not of_object and not purpose
        return source_phrase(syntax, above) if speaks else _above_object(syntax, above, seen)
    if verb.dep in ("conj", "xcomp", "advcl", "ccomp", "parataxis", "dep", "pcomp", "prep"):
        if above.tag in VERB_TAGS or above.tag == "MD":
            given = child(syntax, above.i, "dobj")
            if verb.dep == "xcomp" and above.lower in CONTROL and given is not None and above.i < given.i < verb.i:
                return source_phrase(syntax, given)
            if verb.dep == "conj" and (root := _root_beyond(syntax, verb, above)):
                return of_verb(syntax, root, seen + 1)
            return _subject_above(syntax, above, seen)
        if above.lower == "as" and (quoted := _quoted(syntax, above)):
            return source_phrase(syntax, quoted)
        if above.head != above.i and verb.dep in ("pcomp", "prep"):
            return of_verb(syntax, syntax.tokens[above.head], seen + 1)
        if verb.dep in ("conj", "advcl"):
            return of_verb(syntax, above, seen + 1)
    return None


CONTROL = frozenset(
    "asked ask asks asking told tell urged urge ordered order forced force persuaded convinced led prompted got made "
    "let allowed invited pressed encouraged want wants wanted like expect expects expected".split()
)
"""Verbs whose object, not subject, is the subject of the infinitive behind."""


def _root_beyond(syntax: Syntax, verb: Token, above: Token) -> Token | None:
    """``said he was sure that they agreed, but added``: what *but* joins goes on from the main verb."""
    joined = any(syntax.tokens[c].lower == "but" for c in syntax.children[above.i] if above.i < c < verb.i)
    token = above
    while token.dep in ("ccomp", "advcl", "relcl", "acl", "xcomp", "conj") and token.head != token.i:
        token = syntax.tokens[token.head]
        if token.tag == verb.tag and token.tag in ("VBD", "VBZ") and (joined or above.tag != verb.tag):
            return token
    return None


def _quoted(syntax: Syntax, preposition: Token) -> Token | None:
    """``quoted Trump as saying``: who is quoted."""
    above = syntax.tokens[preposition.head]
    if above.lower not in ("quoted", "quotes", "quoting", "cited", "cites", "citing", "quote", "cite"):
        return None
    return child(syntax, above.i, "dobj", "nsubjpass")


TEXTS = frozenset(
    "statement letter report email e-mail message memo note article editorial post tweet document study poll survey "
    "sign signs banner banners placards letters statements reports people officials residents witnesses activists "
    "man woman men women sources someone anyone protesters critics analysts experts".split()
)
"""Nouns that a participle such as ``saying`` describes, rather than the subject of the verb before."""


def _above_object(syntax: Syntax, noun: Token, seen: int) -> Range | None:
    """``sent an e-mail to members saying``: the participle shares the subject of ``sent``."""
    token = noun
    while token.tag not in VERB_TAGS and token.head != token.i:
        token = syntax.tokens[token.head]
    return of_verb(syntax, token, seen + 1) if token.tag in VERB_TAGS else source_phrase(syntax, noun)


def _subject_above(syntax: Syntax, above: Token, seen: int) -> Range | None:
    passive = child(syntax, above.i, "nsubjpass")
    if passive is not None:
        return source_phrase(syntax, passive)
    return of_verb(syntax, above, seen + 1)


def _is_reduced_passive(syntax: Syntax, verb: Token) -> bool:
    bare = child(syntax, verb.i, "nsubj", "aux") is None
    if bare and verb.lower == "asked" and verb.dep in ("advcl", "ccomp", "parataxis") and verb.head > verb.i:
        return True
    return verb.tag == "VBN" and verb.dep in ("acl", "relcl", "advcl") and bare


def _agent(syntax: Syntax, verb: Token) -> Range | None:
    """The ``by`` phrase of a passive."""
    own = (t for t in syntax.subtree(verb.i) if t.lower == "by" and _is_of_its_clause(syntax, t, verb))
    agent = child(syntax, verb.i, "agent") or next(own, None)
    inner = child(syntax, agent.i, "pobj") if agent else None
    return source_phrase(syntax, inner) if inner else None


def _is_of_its_clause(syntax: Syntax, token: Token, verb: Token) -> bool:
    """Whether a word hangs on a verb with no other verb in between: ``is seen as a crime by the watchdogs``.

    In ``is thought to be the first of a group helped by the army`` nobody is named who thinks so.
    """
    above = syntax.tokens[token.head]
    while above.i != verb.i:
        if above.tag in VERB_TAGS or above.head == above.i:
            return False
        above = syntax.tokens[above.head]
    return True


def source_phrase(syntax: Syntax, head: Token) -> Range:
    """Return the noun phrase of a source: title and apposition as printed, without a relative clause."""
    return noun_phrase(syntax, head.i)


def of_noun(syntax: Syntax, noun: Token) -> Range | None:
    """Return the source of a noun cue: ``X's claim``, ``claims by X``, ``X made a claim``, ``the Turkish threat``."""
    owner = child(syntax, noun.i, "poss") or _national(syntax, noun)
    if owner is not None:
        first, last = subtree(syntax, owner.i)
        if last - first > 1 and syntax.tokens[last - 1].tag == "POS":
            last -= 1
        return first, last
    for c in syntax.children[noun.i]:
        below = syntax.tokens[c]
        if below.dep in ("prep", "agent") and below.lower in ("by", "from"):
            inner = child(syntax, c, "pobj")
            if inner is not None:
                return source_phrase(syntax, inner)
    return None


def _national(syntax: Syntax, noun: Token) -> Token | None:
    """``Turkish hopes``, ``Taliban promises``: an adjective of nation or a name in front of the noun."""
    return next(
        (t for c in syntax.children[noun.i] if c < noun.i and (t := syntax.tokens[c]).text[0].isupper()
         and t.dep in ("amod", "compound", "nmod") and (t.tag.startswith("NNP") or countries.by_demonym(t.text))), None
    )  # fmt: skip


LIGHT = frozenset(
    "press push promote support back deny make have give issue express voice offer repeat reiterate renew raise share "
    "hold release send deliver publish post take keep break reject dismiss".split()
)
"""Verbs whose subject stands behind the noun that is their object: ``issued a warning``."""


def of_copula(syntax: Syntax, word: Token) -> Range | None:
    """Return the source of an adjective or noun cue behind a verb: ``X is confident that``, ``X made a promise``."""
    above = syntax.tokens[word.head]
    if word.tag[0] == "N" and word.dep == "dobj" and lemma(above.lower, LIGHT) is None:
        return None
    if above.i != word.i and above.tag in VERB_TAGS and word.dep in ("acomp", "attr", "dobj", "oprd", "conj", "ccomp"):
        return of_verb(syntax, above)
    return None
