import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from sayso.record import Change
from tests.record.making import add

TEXT = "A spokesman said that the valley was calm."
KEYS = {"history": "number", "captures": "sha256", "texts": "sha256"}


def test_history_tells_every_change_of_a_report_in_order(record):
    add(record, "1", TEXT)
    add(record, "2", "Another said that it was not.")
    add(record, "1", TEXT, made_by="attributions@2", title="Calm")
    assert [(change.number, change.what, change.report_id) for change in record.history()] == [
        (1, "added", "1"), (2, "added", "2"), (3, "header changed", "1"), (4, "superseded", "1"),
    ]  # fmt: skip
    first = record.history("1")[0]
    assert first == Change(1, first.at, "added", "1", "attributions@1 parties@1", "1 attributions")


@pytest.mark.parametrize("table", KEYS)
@pytest.mark.parametrize("deed", ["UPDATE {table} SET {key} = {key}", "DELETE FROM {table}",
                                  "INSERT OR REPLACE INTO {table} SELECT * FROM {table}"])  # fmt: skip
def test_what_is_kept_for_good_can_be_neither_changed_nor_taken_away(record, table, deed):
    add(record, "1", TEXT)
    before = record.history(), record.verify()
    statement = deed.format(table=table, key=KEYS[table])
    with pytest.raises(IntegrityError, match=f"{table} is append-only"), record._writing() as connection:
        connection.execute(text(statement))
    assert (record.history(), record.verify()) == before
