"""Documentation is tested: links resolve, code runs, commands and values are all there, generated parts are fresh."""

import json
import re
from pathlib import Path

import jsonschema
import pytest

import sayso
from docs.generate import PAGES, RUN, output_schema, with_output
from evaluation.gate import _parser
from sayso.model.codec import to_json
from sayso.vocab.definitions import ORDER, plover, vocabulary

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PROSE = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "examples" / "README.md", *sorted(DOCS.rglob("*.md"))]
TITLE = re.compile(r"^#+ (.+)$", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:)([^)\s]+)\)")
PYTHON = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
HOW_TO = DOCS / "how-to" / "README.md"


def name_of(path):
    return path.relative_to(ROOT).as_posix()


def read(path):
    return path.read_text(encoding="utf-8")


def anchor(title):
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def commands():
    """Every command by its words: ``read``, ``list``…"""
    import typer

    from sayso.cli.app import app

    def inside(group, words):
        for name, command in group.commands.items():
            if hasattr(command, "commands"):
                yield from inside(command, f"{words}{name} ")
            else:
                yield words + name, command

    return dict(inside(typer.main.get_command(app), ""))


def code_blocks():
    for path in PROSE:
        if path.parent.name != "reference":
            for number, block in enumerate(PYTHON.findall(read(path))):
                yield pytest.param(block, id=f"{name_of(path)}-{number}")


@pytest.mark.parametrize("path", PROSE, ids=name_of)
def test_links_lead_somewhere(path):
    for target in LINK.findall(read(path)):
        file, _, part = target.partition("#")
        there = (path.parent / file) if file else path
        assert there.exists(), target
        assert not part or part in {anchor(title) for title in TITLE.findall(read(there))}, target


@pytest.mark.parametrize("folder", [DOCS / "how-to", DOCS / "decisions"], ids=lambda folder: folder.name)
def test_every_page_of_a_folder_is_in_its_list(folder):
    listed = set(LINK.findall(read(folder / "README.md")))
    assert {page.name for page in folder.glob("*.md")} - {"README.md"} <= listed


@pytest.mark.parametrize("path", PROSE, ids=name_of)
def test_page_has_one_title_and_it_is_the_first(path):
    body = re.sub(r"^```.*?^```", "", read(path), flags=re.MULTILINE | re.DOTALL)
    titles = re.findall(r"^(#+) ", body, re.MULTILINE)
    assert titles[0] == "#"
    assert titles.count("#") == 1


@pytest.mark.parametrize("block", list(code_blocks()))
def test_python_in_the_documentation_runs(block, monkeypatch):
    monkeypatch.chdir(ROOT)
    exec(compile(block, "documentation", "exec"), {})


@pytest.mark.parametrize("name", ORDER)
def test_data_dictionary_defines_every_value(name):
    page = read(DOCS / "reference" / "data-dictionary.md")
    assert [value.name for value in vocabulary(name).values if f"| `{value.name}` | {value.means} |" not in page] == []


def test_data_dictionary_defines_every_type_and_mode_of_plover():
    page = read(DOCS / "reference" / "data-dictionary.md")
    for event_type in plover().types:
        assert f"| `{event_type.name}` | {event_type.means} |" in page
        assert [mode.name for mode in event_type.modes if f"`{mode.name}` {mode.means}" not in page] == []


def test_reference_has_every_public_name():
    page = read(DOCS / "reference" / "python.md")
    assert [name for name in sayso.__all__ if name[0] != "_" and f"## sayso.{name}\n" not in page] == []


def test_every_command_has_help_with_an_example():
    lacking = [
        name
        for name, command in commands().items()
        if not command.help or f"sayso {name}" not in f"{command.help}{command.epilog}"
    ]
    assert lacking == []


def test_every_option_has_help():
    missing = [
        f"{name} {parameter.name}"
        for name, command in commands().items()
        for parameter in command.params
        if not getattr(parameter, "help", None)
    ]
    assert missing == []


def test_reference_has_every_command_and_option():
    page = read(DOCS / "reference" / "command-line.md")
    for name, command in commands().items():
        section = page.partition(f"## `sayso {name}`\n")[2].partition("\n## `sayso ")[0]
        options = [option for parameter in command.params for option in parameter.opts if option.startswith("--")]
        assert [option for option in options if option not in section] == [], name


def test_every_command_is_used_in_the_tutorial_or_a_how_to_page():
    told = "\n".join(read(path) for path in PROSE if path.parent.name != "reference")
    assert [name for name in commands() if f"sayso {name}" not in told] == []


@pytest.mark.parametrize("name", [name for name in PAGES if name != "output.schema.json"])
def test_generated_page_is_up_to_date(name):
    assert read(DOCS / name) == PAGES[name](), 'run "make docs"'


def test_published_schema_is_that_of_the_code():
    assert json.loads(read(DOCS / "output.schema.json")) == json.loads(output_schema()), 'run "make docs"'


@pytest.mark.parametrize("path", [path for path in PROSE if RUN.search(read(path))], ids=name_of)
def test_shown_output_is_what_the_commands_print(path):
    assert read(path) == with_output(read(path)), 'run "make docs"'


@pytest.mark.parametrize("path", sorted((ROOT / "examples").glob("*.txt")), ids=name_of)
def test_output_of_an_example_has_the_published_shape(path):
    output = json.loads(to_json(sayso.read(read(path), published="2019-10-17")))
    jsonschema.Draft202012Validator(json.loads(read(DOCS / "output.schema.json"))).validate(output)
    assert output["attributions"]


def test_example_reports_are_good_input():
    reports = [json.loads(line) for line in read(ROOT / "examples" / "reports.jsonl").splitlines()]
    assert [set(report) for report in reports] == [{"id", "text", "outlet", "title", "published", "language"}] * 3


def test_example_is_as_rich_as_promised():
    text = read(ROOT / "examples" / "standoff.txt")
    assert 700 <= len(text.split()) <= 900
    assert [mark for mark in "“”’‘—" if mark not in text] == []


def test_gate_names_its_options():
    assert "--lower" in read(ROOT / "CONTRIBUTING.md")
    assert "--lower" in _parser().format_help()
