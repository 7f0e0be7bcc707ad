import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from sayso.cli import main

COMMANDS = [
    "read", "add", "list", "show", "search", "who", "what", "pledges", "timeline", "disputes", "agreements", "shifts",
    "export", "verify", "evaluate",
]  # fmt: skip


def run(*arguments, **options):
    return subprocess.run(
        [sys.executable, "-c", "from sayso.cli import main; main()", *arguments],
        capture_output=True, timeout=120, check=False, **options,
    )  # fmt: skip


def test_help_names_every_command_in_the_order_of_need(sayso):
    listed = sayso("--help").output.partition("Commands:")[2].partition("Examples:")[0]
    assert [line.split()[0] for line in listed.strip().splitlines()] == COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_every_command_has_examples(sayso, command):
    shown = sayso(*command.split(), "--help")
    assert shown.exit_code == 0
    assert f"Examples:\n    sayso {command}" in shown.output


def test_version_is_that_of_the_package(sayso):
    assert sayso("--version").output == f"sayso {version('sayso')}\n"


@pytest.mark.parametrize("arguments", ["nonsense", "read", "read x --format xml", "list --nonsense", "export"])
def test_wrong_usage_is_exit_code_2(sayso, arguments):
    assert sayso(*arguments.split()).exit_code == 2


WRONG = ["--published 12.3.2024", "--published 2999-01-01", "--encoding klingon", "--language xx", "--record y"]


@pytest.mark.parametrize("options", WRONG)
def test_option_that_cannot_be_is_wrong_usage_in_one_line(sayso, quick, ferries, options):
    ran = sayso("read", ferries, *options.split())
    assert (ran.exit_code, ran.stdout, ran.stderr.count("\n")) == (2, "", 1)


def test_record_option_of_read_leads_to_add(sayso, ferries):
    assert '"sayso add" keeps reports' in sayso("read", ferries, "--record", "y").stderr


def test_unknown_format_is_told_in_plain_words(sayso):
    assert "'--format' / '-f': 'xml' is not one of 'table', 'jsonl', 'csv'." in sayso("read", "x", "-f", "xml").stderr


def test_help_loads_nothing_heavy():
    heavy = ("spacy", "rich", "sqlalchemy", "alembic", "trafilatura", "httpx", "msgspec", "lxml", "numpy")
    code = (
        "import atexit, sys; from sayso.cli import main; "
        f"atexit.register(lambda: print([name for name in {heavy} if name in sys.modules], file=sys.stderr)); main()"
    )
    ran = subprocess.run([sys.executable, "-c", code, "--help"], capture_output=True, text=True, check=True)
    assert ran.stderr == "[]\n"


def test_error_is_one_line_without_a_traceback(tmp_path):
    ran = run("list", cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (1, b"")
    assert ran.stderr.startswith(b"sayso: ")
    assert ran.stderr.count(b"\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("form", ["table", "jsonl", "csv"])
def test_full_disk_under_standard_output_is_one_line(tmp_path, form):
    (tmp_path / "r.txt").write_text("Шторм не утихает третий день подряд.", encoding="utf-8")
    program = [sys.executable, "-c", "from sayso.cli import main; main()", "read", "r.txt", "-f", form,
               "--language", "uk"]  # fmt: skip
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(program, stdout=full, stderr=subprocess.PIPE, cwd=tmp_path, check=False)
    assert (ran.returncode, ran.stderr.count(b"\n")) == (1, 1)
    assert b"cannot be written: No space left on device" in ran.stderr


@pytest.mark.parametrize("form", ["table", "jsonl", "csv"])
def test_closed_pipe_is_quiet(tmp_path, form):
    path = tmp_path / "many.jsonl"
    line = '{"id": "r%d", "text": "Шторм над гаванью не утихает третий день."}\n'
    path.write_text("".join(line % number for number in range(3000)), encoding="utf-8")
    program = [sys.executable, "-c", "from sayso.cli import main; main()", "read", str(path), "--format", form,
               "--language", "uk"]  # fmt: skip
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        running.stdout.readline()
        running.stdout.close()
        errors = running.stderr.read()
    assert (running.wait(), b"Traceback" in errors, b"BrokenPipe" in errors) == (0, False, False)


def test_interrupt_is_said_in_one_line(sayso, monkeypatch, ferries):
    def interrupted(report):
        raise KeyboardInterrupt

    monkeypatch.setattr("sayso.read.pipeline.read", interrupted)
    ran = sayso("read", ferries)
    assert (ran.exit_code, ran.output) == (130, "sayso: interrupted\n")


def test_completion_can_be_shown(sayso):
    assert sayso("--show-completion", "bash").exit_code == 0


def test_terminal_without_a_character_shows_its_code(tmp_path):
    (tmp_path / "r.txt").write_text("Шторм не утихает третий день подряд.", encoding="utf-8")
    ran = run("read", "r.txt", "--language", "uk", cwd=tmp_path, env={"PYTHONIOENCODING": "ascii"})
    assert (ran.returncode, b"\\xb7" in ran.stdout) == (0, True)


def test_interrupt_before_the_program_begins_is_one_line(monkeypatch, capsys):
    def interrupted(**options):
        raise KeyboardInterrupt

    monkeypatch.setattr("sayso.cli.app.app", interrupted)
    with pytest.raises(SystemExit) as ended:
        main()
    assert (ended.value.code, capsys.readouterr().err) == (130, "sayso: interrupted\n")
