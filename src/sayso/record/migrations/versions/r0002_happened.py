"""Who acts in an event and on whom, who holds a claim, and in whose voice a judged claim was made."""

import json
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

Finding = dict[str, Any]


def upgrade() -> None:
    """Make the tables and fill them from the events and claims that are there."""
    event_parties = _of_finding(
        "event_parties",
        sa.Column("role", sa.Text(), nullable=False), sa.Column("party", sa.Text()), sa.Column("words", sa.Text()),
    )  # fmt: skip
    claim_holders = _of_finding("claim_holders", sa.Column("holder", sa.Text()))
    op.add_column("judgements", sa.Column("voice", sa.Text()))
    for table, rows in ((event_parties, _parties()), (claim_holders, _holders())):
        if filled := list(rows):
            op.bulk_insert(table, filled)


def _of_finding(name: str, *columns: sa.Column[Any]) -> sa.Table:
    names = ("reading", "number", "place")
    keys = (sa.Column(key, sa.Integer(), primary_key=True, autoincrement=False) for key in names)
    link = sa.ForeignKeyConstraint(
        ["reading", "number"], ["findings.reading", "findings.number"], name=f"fk_{name}_reading_number"
    )
    return op.create_table(name, *keys, *columns, link, sqlite_with_rowid=False)


def _kept(kind: str) -> Iterator[tuple[dict[str, int], Finding]]:
    """Yield the key and the fields of each finding of a kind, those of superseded readings too."""
    findings = sa.table("findings", *map(sa.column, ("reading", "number", "kind", "payload")))
    query = sa.select(findings.c.reading, findings.c.number, findings.c.payload).where(findings.c.kind == kind)
    for reading, number, payload in op.get_bind().execute(query):
        yield {"reading": reading, "number": number}, json.loads(bytes(payload).decode("utf-8", "surrogatepass"))


def _parties() -> Iterator[Finding]:
    for key, event in _kept("event"):
        for place, (role, party, words) in enumerate((*_named(event), *_unnamed(event))):
            yield key | {"place": place, "role": role, "party": party, "words": words}


def _named(event: Finding) -> Iterator[tuple[str, str | None, str | None]]:
    for role in ("actor", "recipient"):
        yield from ((role, _readable(id), None) for id in event.get(f"{role}s", ()))


def _unnamed(event: Finding) -> Iterator[tuple[str, str | None, str | None]]:
    for slot in event.get("slots", ()):
        if slot["slot"] in ("actor", "recipient") and not slot.get("id"):
            yield slot["slot"], None, _readable(slot["span"]["exact"])


def _holders() -> Iterator[Finding]:
    for key, claim in _kept("claim"):
        for place, holder in enumerate(claim.get("holder", ())):
            yield key | {"place": place, "holder": None if holder is None else _readable(holder)}


def _readable(words: str) -> str:
    """Return words as a text column takes them, as ``schema.readable`` did when this revision was made."""
    return "".join("\N{REPLACEMENT CHARACTER}" if c == "\0" or "\ud800" <= c <= "\udfff" else c for c in words)
