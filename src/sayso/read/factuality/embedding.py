"""Embedding: the grade of an event by what it stands under, from its own clause up to the edge of a holder's words."""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass

from sayso.model import Factuality
from sayso.read.factuality.clause import has_no, is_negated, is_nothing, own_grade
from sayso.read.factuality.grades import CERTAIN, DENIED, GRADES, OPEN, Grade, under, within
from sayso.read.syntax import Syntax, Token
from sayso.read.tree import below
from sayso.vocab.factuality_cues import ties_of

DEEPEST = 30
"""Steps up a tree; what is deeper is read as certain."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What one holder says: its words, by index, and the grade that the way of saying it gives its topmost word.

    ``told`` asks for values in the mouth of the one of whom the words tell.
    """

    syntax: Syntax
    inside: Container[int]
    top: Callable[[Token], Grade]
    told: bool = False

    def grade(self, i: int, depth: int = 0) -> Grade:
        """Return the grade of the event that word ``i`` tells of, in the holder's mouth."""
        if depth > DEEPEST:
            return CERTAIN
        around = self.around(i, depth)
        own = own_grade(self.syntax, i, turned=around.sign < 0)
        return Grade(own.sign, min(around.sure, own.sure))

    def is_turned(self, i: int) -> bool:
        """Return whether a negation stands on a word or on one above it, up to the top: ``did not fail to leave``."""
        token, steps = self.syntax.tokens[i], 0
        while not is_negated(self.syntax, token.i):
            if token.head == token.i or token.head not in self.inside or steps > DEEPEST:
                return False
            token, steps = self.syntax.tokens[token.head], steps + 1
        return True

    def around(self, i: int, depth: int = 0) -> Grade:
        """Return the grade that what stands above a word gives it."""
        token = self.syntax.tokens[i]
        if token.head == i or token.head not in self.inside:
            return within(self.top(token), of_sentence(self.syntax, token))
        handler = HANDLERS.get(token.dep)
        return handler(self, token, self.syntax.tokens[token.head], depth + 1) if handler else CERTAIN


def certain(token: Token) -> Grade:
    """Return the grade of what the report says in its own voice, or of the top of a content taken by itself."""
    return CERTAIN


def whole(syntax: Syntax) -> Scope:
    """Return the report's own voice: all words of the report."""
    return Scope(syntax, range(len(syntax.tokens)), certain)


def of_sentence(syntax: Syntax, token: Token) -> Grade:
    """Return the grade that a sentence gives its topmost word: a question or a command leaves it open."""
    if token.head != token.i and token.dep not in ("ccomp", "parataxis"):
        return CERTAIN
    end = syntax.edges[token.i][1]
    marked = any(t.text == "?" for t in syntax.tokens[max(token.i, end - 1) : end + 2])
    return OPEN if (marked and _is_inverted(syntax, token)) or _is_command(syntax, token) else CERTAIN


SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})


def _is_inverted(syntax: Syntax, token: Token) -> bool:
    """Whether a clause asks: with a question word, or with its auxiliary or copula before its subject."""
    words = below(syntax, token.i)
    subject = next((t for t in words if t.dep in SUBJECTS), None)
    asks = any(t.tag in QUESTION_TAGS for word in words for t in (word, *below(syntax, word.i)) if t.i < token.i)
    first = token if token.lower in BE else next((t for t in words if t.dep in AUXILIARIES), token)
    return asks or subject is None or first.i < subject.i


QUESTION_TAGS = frozenset({"WP", "WRB", "WDT", "WP$"})
BE = frozenset("is are was were 's ’s".split())


HAS_SUBJECT = frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "expl", "csubj"})


AUXILIARIES = frozenset({"aux", "auxpass"})


def _is_command(syntax: Syntax, token: Token, with_subject: bool = False) -> bool:
    """``Leave the valley now``: a bare verb without auxiliary; ``that they leave`` has a subject, if allowed."""
    barred = AUXILIARIES if with_subject else HAS_SUBJECT
    return token.tag == "VB" and not any(t.dep in barred for t in below(syntax, token.i))


def signed(scope: Scope, head: Token, ties: tuple[str, ...], depth: int) -> Grade | None:
    """Return the grade under ``head`` by its signature for the first of these ties, or ``None`` if it has none."""
    particle = next((t.lower for t in below(scope.syntax, head.i) if t.dep == "prt"), "")
    known = ties_of(head.lower, head.tag, particle)
    signature = next((known[tie] for tie in ties if tie in known), None)
    return under(scope.grade(head.i, depth), signature, scope.told) if signature else None


def clause_ties(syntax: Syntax, token: Token) -> tuple[str, ...]:
    """Return how a clause is tied to the word that it hangs on, likeliest tie first."""
    words = below(syntax, token.i)
    marks = {t.lower for t in words if t.dep in ("mark", "aux", "advmod")}
    if marks & {"whether", "if"}:
        return ("whether",)
    if "to" in marks:
        return ("to",)
    if token.tag == "VBG" and not any(t.dep == "aux" for t in words):
        return ("ing", "obj", "to")
    if token.dep == "ccomp" and any(t.tag in ("WP", "WRB") for t in words):
        return ("question",)
    return ("that", "to") if token.tag == "VB" or token.dep == "xcomp" else ("that",)


PLANNED = GRADES[Factuality.PR_PLUS]
POSSIBLE = GRADES[Factuality.PS_PLUS]
OF_TIE = {"whether": OPEN, "question": CERTAIN}


def _clause(scope: Scope, token: Token, head: Token, depth: int) -> Grade:
    """A clause that a word takes: ``said that``, ``managed to``; without a signature, an infinitive is possible."""
    ties = clause_ties(scope.syntax, token)
    if ties[0] == "to" and _is_yet_or_too(scope.syntax, token, head):
        return DENIED
    adjective = next((t for t in below(scope.syntax, head.i) if t.dep == "acomp" and t.i < token.i), None)
    if (grade := signed(scope, adjective or head, ties, depth)) is not None:
        return grade
    if ties[0] in OF_TIE or _is_command(scope.syntax, token, with_subject=True):
        return OF_TIE.get(ties[0], OPEN)
    above = scope.grade(head.i, depth) if head.tag[0] in "VJ" else CERTAIN
    return within(above, PLANNED) if ties[0] == "to" else above


def _is_yet_or_too(syntax: Syntax, token: Token, head: Token) -> bool:
    """``has yet to leave``, ``too afraid to leave``."""
    words = [*below(syntax, head.i), *below(syntax, token.i)]
    if head.tag[0] == "J" or head.dep == "acomp":
        return any(t.lower == "too" and t.i < head.i for t in words)
    return head.lower in HAVING and any(t.lower == "yet" and head.i < t.i < token.i for t in words)


HAVING = frozenset("has have had having is are was were remains remain".split())


def _nominal_clause(scope: Scope, token: Token, head: Token, depth: int) -> Grade:
    """``a plan to leave`` and ``evidence that …`` go by their noun; a relative clause tells of its own."""
    ties = clause_ties(scope.syntax, token)
    if ties[0] == "to" or (ties[0] in ("that", "whether") and token.dep != "relcl"):
        if (grade := signed(scope, head, ties, depth)) is not None:
            return grade
        if ties[0] == "to":
            return within(scope.grade(head.i, depth), POSSIBLE)
    return DENIED if is_nothing(scope.syntax, head.i) else CERTAIN


OPENING = frozenset({"if", "unless", "lest", "whether"})
WHEN = frozenset({"until", "till", "before", "after", "when", "once", "as"})
PRESENT = frozenset({"VBZ", "VBP"})


def _adverbial(scope: Scope, token: Token, head: Token, depth: int) -> Grade:
    """A clause beside the main one: a condition leaves it open, a purpose is planned, all others tell of their own."""
    words = below(scope.syntax, token.i)
    marks = {t.lower for t in words if t.dep in ("mark", "advmod", "aux", "prep")}
    if marks & OPENING or _is_should(words, token):
        return OPEN
    if "than" in {t.lower for t in words} and "rather" in marks:
        return DENIED
    if "to" in marks and token.tag == "VB":
        if _is_yet_or_too(scope.syntax, token, head):
            return DENIED
        return within(scope.grade(head.i, depth), PLANNED)
    return PLANNED if marks & WHEN and _is_to_come(scope, token, head, words, depth) else CERTAIN


def _is_to_come(scope: Scope, token: Token, head: Token, words: list[Token], depth: int) -> bool:
    """``will go on until an offer is made``: a present tense in a clause of time, under what is not so yet."""
    tags = {token.tag, *(t.tag for t in words if t.dep in AUXILIARIES)}
    return bool(tags & PRESENT) and scope.grade(head.i, depth) != CERTAIN


def _is_should(words: list[Token], token: Token) -> bool:
    """``Should they leave, …``, ``Had they left, …``."""
    first = min(words, default=token)
    return first.dep == "aux" and first.lower in ("should", "had", "were") and any(
        first.i < t.i < token.i and t.dep in ("nsubj", "nsubjpass") for t in words
    )


def _conjunct(scope: Scope, token: Token, head: Token, depth: int) -> Grade:
    """What is joined stands under the same words; without a subject of its own it shares modals and *not* too."""
    around = scope.around(head.i, depth)
    joins = [t for t in below(scope.syntax, head.i) if t.dep == "cc" and t.i < token.i]
    join = joins[-1] if joins else None
    if join is not None and join.lower == "nor":
        return within(around, DENIED)
    if token.tag[0] != "V":
        return around if token.tag[0] != head.tag[0] else within(around, own_grade(scope.syntax, head.i))
    if token.tag != head.tag or any(t.dep in HAS_SUBJECT for t in below(scope.syntax, token.i)):
        return around
    own = own_grade(scope.syntax, head.i)
    return around if own.sign < 0 and _ends_negation(scope.syntax, join) else within(around, own)


def _ends_negation(syntax: Syntax, join: Token | None) -> bool:
    """``did not wait, and left``: the negation ends at the comma."""
    return join is not None and join.lower in ("and", "but") and syntax.tokens[join.i - 1].text == ","


def _argument(scope: Scope, token: Token, head: Token, depth: int) -> Grade:
    """A noun as object or subject: by the governing word's signature, else taken to be so unless left vague."""
    if has_no(scope.syntax, token.i):
        return CERTAIN
    ties: tuple[str, ...] = ("subject",) if token.dep in ("nsubj", "csubj") else ("obj",)
    if token.tag == "VBG" and token.dep == "dobj":
        ties = ("ing", "obj")
    if (grade := signed(scope, head, ties, depth)) is not None:
        return grade
    if token.dep != "dobj" or not is_vague(scope.syntax, token):
        return CERTAIN
    grade = scope.grade(head.i, depth)
    return CERTAIN if grade.sign < 0 and not has_any(scope.syntax, token) else grade


DEFINITE = frozenset("the this that these those his her its their our my your whose both".split())


def is_vague(syntax: Syntax, token: Token) -> bool:
    """Whether a noun names nothing in particular: ``may launch attacks`` says of no attack that it was."""
    if token.tag.startswith("NNP"):
        return False
    return not any(t.i < token.i and (t.lower in DEFINITE or t.dep == "poss") for t in below(syntax, token.i))


def _predicate(scope: Scope, token: Token, head: Token, depth: int) -> Grade:
    """``there was no attack``, ``it was an attack``."""
    return CERTAIN if has_no(scope.syntax, token.i) else scope.grade(head.i, depth)


def _prepositional(scope: Scope, token: Token, head: Token, depth: int) -> Grade:
    """The object of a preposition: by the word above, with this preposition."""
    before = scope.syntax.tokens[head.i - 1].lower if head.i else ""
    if before == "instead" or (before == "rather" and head.lower == "than"):
        return DENIED
    if head.head == head.i or head.head not in scope.inside:
        return DENIED if head.lower == "without" else CERTAIN
    if head.tag == "RP":
        return _argument(scope, token, scope.syntax.tokens[head.head], depth)
    above = scope.syntax.tokens[head.head]
    if head.lower == "without":
        return OPEN if scope.grade(above.i, depth).sign < 0 else DENIED
    if token.dep == "pcomp" and clause_ties(scope.syntax, token)[0] == "whether":
        return OPEN
    if head.lower == "under" and above.lower in STANDING:
        return scope.grade(above.i, depth)
    tie = "to_noun" if head.lower == "to" else head.lower
    grade = signed(scope, above, (tie, "ing") if token.tag == "VBG" else (tie,), depth)
    if grade is None and has_any(scope.syntax, token):
        return scope.grade(above.i, depth)
    return CERTAIN if grade is None else grade


STANDING = frozenset("is are was were be been being 's ’s come came comes remain remained remains stay stayed".split())
"""Verbs with which ``under siege`` tells of a siege as surely as the verb is told."""


def has_any(syntax: Syntax, token: Token) -> bool:
    """Whether a noun stands with *any*: it names nothing unless what stands above it is so."""
    return any(t.lower == "any" for t in below(syntax, token.i))


def _compound(scope: Scope, token: Token, head: Token, depth: int) -> Grade:
    """``attack plan``, ``murder charge``: as ``plan of attack``."""
    grade = signed(scope, head, ("compound", "of", "to", "for"), depth)
    return CERTAIN if grade is None else grade


HANDLERS: dict[str, Callable[[Scope, Token, Token, int], Grade]] = {
    "ccomp": _clause, "xcomp": _clause, "acl": _nominal_clause, "relcl": _nominal_clause, "advcl": _adverbial,
    "conj": _conjunct, "dobj": _argument, "nsubj": _argument, "nsubjpass": _argument, "csubj": _argument,
    "attr": _predicate, "acomp": _predicate, "oprd": _predicate, "advmod": _predicate, "parataxis": _predicate,
    "pobj": _prepositional, "pcomp": _prepositional, "compound": _compound, "aux": _predicate, "auxpass": _predicate,
}  # fmt: skip
