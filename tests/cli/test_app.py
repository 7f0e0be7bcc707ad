import subprocess
import sys
from importlib.metadata import version

import pytest

COMMANDS = ["read", "add", "list", "show", "search", "who", "timeline", "export", "verify", "evaluate"]


def run(*arguments, **options):
    return subprocess.run(
        [sys.executable, "-c", "from sayso.cli import main; main()", *arguments],
        capture_output=True, timeout=120, check=False, **options,
    )  # fmt: skip


def test_help_names_every_command_in_the_order_of_need(sayso):
    listed = sayso("--help").output.partition("Commands:")[2].partition("Examples:")[0]
    assert [line.split()[0] for line in listed.strip().splitlines()] == COMMANDS


@pytest.mark.parametrize("command", [*COMMANDS[:-1], "evaluate attribution"])
def test_help_of_every_command_has_examples(sayso, command):
    shown = sayso(*command.split(), "--help")
    assert shown.exit_code == 0
    assert f"Examples:\n    sayso {command}" in shown.output


def test_version_is_that_of_the_package(sayso):
    assert sayso("--version").output == f"sayso {version('sayso')}\n"


@pytest.mark.parametrize("arguments", ["nonsense", "read", "read x --format xml", "list --nonsense", "export"])
def test_wrong_usage_is_exit_code_2(sayso, arguments):
    assert sayso(*arguments.split()).exit_code == 2


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


def test_closed_pipe_is_quiet(tmp_path):
    path = tmp_path / "many.jsonl"
    line = '{"id": "r%d", "text": "Шторм над гаванью не утихает третий день."}\n'
    path.write_text("".join(line % number for number in range(3000)), encoding="utf-8")
    program = [sys.executable, "-c", "from sayso.cli import main; main()", "read", str(path), "--format", "jsonl",
               "--language", "uk"]  # fmt: skip
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        running.stdout.readline()
        running.stdout.close()
        errors = running.stderr.read()
    assert (running.wait(), b"Traceback" in errors, b"BrokenPipe" in errors) == (0, False, False)


def test_interrupt_is_quiet(sayso, monkeypatch, ferries):
    def interrupted(report):
        raise KeyboardInterrupt

    monkeypatch.setattr("sayso.read.pipeline.read", interrupted)
    ran = sayso("read", ferries)
    assert (ran.exit_code, ran.output) == (130, "")


def test_completion_can_be_shown(sayso):
    assert sayso("--show-completion", "bash").exit_code == 0


def test_terminal_without_a_character_shows_its_code(tmp_path):
    (tmp_path / "r.txt").write_text("Шторм не утихает третий день подряд.", encoding="utf-8")
    ran = run("read", "r.txt", "--language", "uk", cwd=tmp_path, env={"PYTHONIOENCODING": "ascii"})
    assert (ran.returncode, b"\\xb7" in ran.stdout) == (0, True)
