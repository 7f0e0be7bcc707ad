import pytest
from msgspec.structs import replace
from typer.testing import CliRunner

from sayso.cli.app import app
from tests.export.samples import ATTRIBUTIONS, PARTIES, PLACES, TEXT, TIMES


@pytest.fixture
def sayso(tmp_path, monkeypatch):
    """Run the program in an empty folder, as ``sayso("read", "report.txt")``."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SAYSO_RECORD", raising=False)
    runner = CliRunner()
    return lambda *arguments, given=None: runner.invoke(app, arguments, input=given, prog_name="sayso")


@pytest.fixture
def quick(monkeypatch):
    """Let reading find, in the sample's text, what the sample says, and nothing in any other; breaks at "broken"."""

    def read(report):
        from sayso.model import Findings

        if report.text == "broken":
            raise RecursionError("too deep")
        found = Findings(report)
        if report.text != TEXT:
            return found
        return replace(found, parties=PARTIES, places=PLACES, times=TIMES, attributions=ATTRIBUTIONS)

    monkeypatch.setattr("sayso.read.pipeline.read", read)


@pytest.fixture
def ferries(tmp_path):
    """A file with the sample's text."""
    path = tmp_path / "ferries.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path.name


@pytest.fixture
def record(sayso, quick, ferries):
    """A record with the sample in it."""
    assert sayso("add", ferries, "--published", "2021-08-26", "--outlet", "Tidewater Post").exit_code == 0
    return "record.sayso"


@pytest.fixture
def karsk(tmp_path, monkeypatch):
    """A file with the report from the port of Karsk, in which reading finds what was found by hand."""
    from tests import port_of_karsk

    def read(report):
        return replace(port_of_karsk.findings(), report=report)

    monkeypatch.setattr("sayso.read.pipeline.read", read)
    path = tmp_path / "karsk.txt"
    path.write_text(port_of_karsk.TEXT, encoding="utf-8")
    return path.name


@pytest.fixture
def told(sayso, karsk):
    """A record with the report from the port of Karsk in it."""
    assert sayso("add", karsk, "--published", "2021-08-26", "--outlet", "Harbour Wire").exit_code == 0
    return "record.sayso"
