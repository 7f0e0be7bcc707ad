import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sayso.export.table import COLUMNS, cells, guarded, header, rows, unguarded
from tests.export.samples import ATTRIBUTIONS, findings


def read_back(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_row_holds_all_of_an_attribution():
    row = read_back(header() + rows(findings()))[3]
    assert row == {
        "report": "ferries", "outlet": "Tidewater Post", "title": "Ferries & gates", "published": "2021-08-26",
        "url": "https://example.org/ferries?a=1&b=2", "attribution": "a4", "speaker": "Harbour Dockers' Union",
        "speaker_type": "organisation", "role": "", "speech_act": "promise", "quote_type": "indirect",
        "addressee": "", "via": "", "channel": "", "carried_by": "", "said_on": "", "said_on_words": "",
        "said_at": "", "condition": "the army left by Friday", "consequence": "they would open the gates",
        "deadline": "2021-08-27", "parent": "a3", "source": "The dockers", "cue": "promised",
        "content": "they would open the gates if the army left by Friday", "start": "206", "end": "258",
        "score": "1.0", "made_by": "attributions@1", "status": "machine",
    }  # fmt: skip


def test_first_row_says_to_whom_by_what_means_when_and_where():
    row = read_back(header() + rows(findings()))[0]
    assert {name: row[name] for name in ("addressee", "channel", "carried_by", "said_on", "said_on_words", "role")} == {
        "addressee": "the Tidewater Post", "channel": "interview", "carried_by": "Tidewater Post",
        "said_on": "2021-08-24", "said_on_words": "Tuesday", "role": "Harbour spokeswoman",
    }  # fmt: skip


def test_every_row_has_a_cell_for_every_column():
    assert {len(row) for row in cells(findings())} == {len(COLUMNS)}


def test_report_without_attributions_has_no_rows():
    assert rows(replace(findings(), attributions=())) == ""


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\r=x", "'=x", "＝1"])
def test_cell_that_would_be_a_formula_gets_an_apostrophe(cell):
    assert guarded(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["plain", "'quoted'", "1-1", "", -1, -0.5, None])
def test_other_cells_and_numbers_are_left_alone(cell):
    assert guarded(cell) == cell


@given(st.text())
def test_guard_can_be_taken_off(cell):
    assert unguarded(guarded(cell)) == cell


def test_words_of_a_report_survive_the_table():
    harm = '=HYPERLINK("http://x")\n,"'
    said = replace(ATTRIBUTIONS[0], content=(replace(ATTRIBUTIONS[0].content[0], exact=harm),))
    [row] = read_back(header() + rows(replace(findings(), attributions=(said,))))
    assert unguarded(row["content"]) == harm
