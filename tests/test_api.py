"""The Python API: ``sayso.read`` is package and function at once, whatever is imported first."""

import subprocess
import sys
from datetime import date

import pytest

import sayso
from sayso.errors import EmptyReport
from tests.export.samples import findings

TEXT = "Mayor Ana Toth said on Monday that the bridge was safe."
ORDERS = [
    "import sayso",
    "import sayso, sayso.read.pipeline",
    "import sayso.read.pipeline, sayso",
    "from sayso.read.pipeline import reading; import sayso",
    "import sayso.cli.app, sayso",
    "from sayso import read; import sayso.read.syntax as syntax, sayso; assert read is sayso.read",
    "import sayso; sayso.Findings; import sayso.read.found",
]


@pytest.mark.parametrize("imports", ORDERS)
def test_read_can_be_called_in_every_order_of_imports(imports):
    code = f"{imports}\ntry:\n    sayso.read('')\nexcept sayso.SaysoError as error:\n    print(type(error).__name__)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == (
        "EmptyReport\n"
    )


def test_read_package_still_holds_the_stages():
    import sayso.read.pipeline as pipeline
    from sayso.read import syntax

    assert sayso.read.pipeline is pipeline
    assert sayso.read.syntax is syntax


def test_import_loads_no_library():
    code = "import sys, sayso; print(sorted({'msgspec', 'typer', 'spacy', 'rich', 'sqlalchemy'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_public_names_are_all_there():
    assert [name for name in sayso.__all__ if getattr(sayso, name, None) is None] == []
    assert dir(sayso) == sorted(sayso.__all__)


def test_report_is_read_with_its_date():
    found = sayso.read(TEXT, published="2021-08-26")
    [said] = found.attributions
    assert found.party(said.speaker).name == "Ana Toth"
    assert found.time(said.said_on).value == "2021-08-23"
    assert found.report.text == TEXT


def test_date_may_be_a_date():
    assert sayso.read(TEXT, published=date(2021, 8, 26)) == sayso.read(TEXT, published="2021-08-26")


def test_no_text_is_an_error_of_its_name():
    with pytest.raises(EmptyReport):
        sayso.read(" \n")


def test_repr_of_findings_is_one_short_line():
    assert repr(findings()) == (
        "<Findings in <Report ferries · Tidewater Post · Ferries & gates · 2021-08-26: 396 characters>: "
        "5 parties, 1 places, 2 times, 6 attributions, 0 events, 0 claims, 0 unresolved>"
    )


def test_repr_of_an_attribution_leaves_out_what_is_not_known():
    assert "None" not in repr(findings().attributions[0]).replace("source=None", "")


def test_notebook_draws_findings_and_attributions():
    import sayso.api  # noqa: F401

    assert findings()._repr_html_().startswith("<style>")
    assert findings().attributions[0]._repr_html_().startswith("<p>")
