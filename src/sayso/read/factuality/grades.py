"""Grades: factuality as a sign and a sureness, which words turn and weaken step by step."""

from __future__ import annotations

from typing import NamedTuple

from sayso.model import Factuality
from sayso.vocab.factuality_cues import Signature


class Grade(NamedTuple):
    """``sign`` is 1 for so and -1 for not so; ``sure`` 3 for certain, 2 for probable, 1 for possible, 0 for open."""

    sign: int
    sure: int

    @property
    def value(self) -> Factuality:
        """The FactBank value."""
        return OF_GRADE[self] if self.sure else Factuality.UU


GRADES: dict[Factuality, Grade] = {
    Factuality.CT_PLUS: Grade(1, 3), Factuality.PR_PLUS: Grade(1, 2), Factuality.PS_PLUS: Grade(1, 1),
    Factuality.CT_MINUS: Grade(-1, 3), Factuality.PR_MINUS: Grade(-1, 2), Factuality.PS_MINUS: Grade(-1, 1),
    Factuality.UU: Grade(1, 0), Factuality.CT_U: Grade(1, 0),
}  # fmt: skip
OF_GRADE = {grade: value for value, grade in GRADES.items() if grade.sure}
CERTAIN, DENIED, OPEN = Grade(1, 3), Grade(-1, 3), Grade(1, 0)


def within(outer: Grade, inner: Grade) -> Grade:
    """Return the grade of what is ``inner`` inside what is ``outer``: no surer than either, signs multiplied."""
    return Grade(outer.sign * inner.sign, min(outer.sure, inner.sure))


def under(word: Grade, signature: Signature, told: bool = False) -> Grade:
    """Return the grade of what a word with this signature governs, where the word itself has the grade ``word``.

    ``told`` asks for it in the mouth of the one who does what the word tells of.
    """
    if signature.is_presupposing:
        return CERTAIN
    so = signature.told if told else signature.yes
    governed = GRADES[so if word.sign > 0 else signature.no]
    return Grade(governed.sign, min(word.sure, governed.sure))


def flipped(grade: Grade) -> Grade:
    """Return the grade of one who denies what another holds with this grade."""
    return Grade(-grade.sign, grade.sure)
