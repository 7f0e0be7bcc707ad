"""Where people's judgements hang when a report is read again.

A judgement stays as it was written. It is attached to the finding of the new reading that is of the same kind and
stands on the same words of the same text: same hash, same offsets, and, for a claim, the same holder. Where there is
none, or more than one, it is orphaned in that reading: kept, listed, and never moved to words that merely look alike.
"""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import Connection, Row, insert, select

from sayso.record import schema
from sayso.record.anchors import Anchor, anchors
from sayso.record.rows import Kept

Standing = dict[tuple[str, Anchor], list[int]]
"""Kind and anchor -> the numbers of the findings that stand there."""


def reattach(connection: Connection, report: str, reading: int, text: str, findings: list[Kept]) -> int:
    """Attach a report's judgements to a new reading of ``text`` (its hash); return how many are orphaned in it."""
    judgements = connection.execute(select(schema.judgements).where(schema.judgements.c.report == report)).all()
    if not judgements:
        return 0
    standing = _anchored(findings)
    numbers = [_place(judgement, text, standing) for judgement in judgements]
    connection.execute(
        insert(schema.attachments),
        [
            {"judgement": judgement.id, "reading": reading, "number": number}
            for judgement, number in zip(judgements, numbers, strict=True)
        ],
    )
    return numbers.count(None)


def _anchored(findings: list[Kept]) -> Standing:
    """Return the numbers of the findings that stand on each anchor, in its voice and, beside it, in any."""
    standing: Standing = defaultdict(list)
    for one, anchor in anchors(findings):
        for voice in {anchor.voice, None}:
            standing[one.kind.word, anchor._replace(voice=voice)].append(one.number)
    return standing


def _place(judgement: Row[tuple[object, ...]], text: str, standing: Standing) -> int | None:
    if judgement.text != text or judgement.start is None:
        return None
    anchor = Anchor(judgement.start, judgement.end, judgement.voice)
    numbers = standing.get((judgement.kind, anchor), [])
    return numbers[0] if len(numbers) == 1 else None
