import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from sayso.errors import RecordNotWritable
from sayso.record import Record, migrations, opening
from sayso.record.schema import metadata
from tests.port_of_karsk import TEXT, findings
from tests.record.making import capture_of


def test_known_revisions_are_those_shipped():
    shipped = ScriptDirectory.from_config(migrations.config()).walk_revisions()
    assert tuple(revision.revision for revision in shipped)[::-1] == opening.REVISIONS


def test_migrations_make_the_tables_of_the_schema(record):
    def ours(_, name, kind, *__):
        return kind != "table" or not name.startswith(("fulltext", "sqlite_"))

    with record._reading() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours, "compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_new_record_is_in_write_ahead_mode_with_foreign_keys_on(record):
    with record._reading() as connection:
        settings = [connection.scalar(text(f"PRAGMA {name}")) for name in ("journal_mode", "foreign_keys")]
    assert settings == ["wal", 1]


def test_record_of_an_earlier_revision_is_brought_up_to_date(where, monkeypatch):
    Record.open(where, create=True).close()
    monkeypatch.setattr(opening, "REVISIONS", (*opening.REVISIONS, "9999"))
    upgraded = []
    monkeypatch.setattr(migrations, "upgrade", upgraded.append)
    with Record.open(where) as record:
        assert record.reports() == ()
    assert len(upgraded) == 1


def test_record_of_an_earlier_revision_that_cannot_be_written_says_so(where, monkeypatch):
    Record.open(where, create=True).close()
    monkeypatch.setattr(opening, "REVISIONS", (*opening.REVISIONS, "9999"))
    monkeypatch.setattr(opening.os, "access", lambda *_: False)
    with pytest.raises(RecordNotWritable, match="needs to be brought up to date, but cannot be written"):
        Record.open(where)


BACK_TO_0001 = (
    "DROP TABLE event_parties", "DROP TABLE claim_holders", "ALTER TABLE judgements DROP COLUMN voice",
    "UPDATE alembic_version SET version_num = '0001'",
)  # fmt: skip


def test_events_and_claims_of_the_first_revision_get_their_parties_and_holders(where):
    found = findings()
    with Record.open(where, create=True) as record:
        record.add(capture_of(TEXT), found.report, found)
        before = record.happened()
        with record._writing() as connection:
            for line in BACK_TO_0001:
                connection.execute(text(line))
    with Record.open(where) as record:
        assert record.verify().faults == ()
        assert record.happened() == before
        with record._reading() as connection:
            context = MigrationContext.configure(connection)
            assert context.get_current_revision() == opening.REVISIONS[-1]
