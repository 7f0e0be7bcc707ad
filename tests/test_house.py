"""The house rules that a machine can hold: layers, sizes, docstrings, start-up, packaging, clean text."""

import ast
import re
import subprocess
import sys
import tomllib
from fnmatch import fnmatch
from itertools import pairwise
from pathlib import Path
from statistics import median

import pytest

import sayso

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "sayso"
MODULES = sorted(PACKAGE.rglob("*.py"))
FOLDERS = sorted({module.parent for module in MODULES})

LAYERS = (
    {"cli", "web"},
    {"scale"},
    {"review", "compare", "export", "evaluate"},
    {"intake", "read", "record"},
    {"vocab"},
    {"model"},
    {"errors"},
)
FACE = {"__init__", "_callable", "api", "__main__"}
"""The package's own face: it may import from every layer, and no layer imports from it but the topmost."""
HEAVY = {
    "alembic", "dateparser", "httpx", "lxml", "numpy", "py3langid", "rich", "spacy", "sqlalchemy", "thinc",
    "trafilatura",
}  # fmt: skip


def name_of(module):
    return module.relative_to(PACKAGE).with_suffix("").as_posix()


def part_of(module):
    """The folder or file directly below the package that a module belongs to."""
    return module.relative_to(PACKAGE).with_suffix("").parts[0]


def level(part):
    return next(number for number, layer in enumerate(LAYERS) if part in layer)


def imported_parts(module):
    """The parts of the package that a module imports, wherever in it the import stands."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module == "sayso":
            names = [f"sayso.{alias.name}" for alias in node.names]
        for name in names:
            if name.split(".")[0] == "sayso":
                yield [*name.split("."), "__init__"][1]


def definitions(module):
    """All functions and methods of a module, nested ones too."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(function):
    """Lines of a function, its docstring left out."""
    lines = function.end_lineno - function.lineno + 1
    first = function.body[0]
    is_docstring = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and len(function.body) > 1
    return lines - (first.end_lineno - first.lineno + 1 if is_docstring else 0)


def tracked():
    """Text files under version control, or, in a plain copy, all of the project's own."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    paths = [ROOT / line for line in listed.stdout.splitlines()] if listed.returncode == 0 else PACKAGE.rglob("*")
    return [path for path in paths if path.suffix in TEXT and path.exists() and path != Path(__file__)]


TEXT = {".py", ".md", ".toml", ".txt", ".in", ".cfg", ".json", ".jsonl", ".csv", ".tsv", ".html", ".css", ".js", ""}


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_imports_go_down_only(module):
    here = part_of(module)
    if here in FACE:
        return
    others = set(imported_parts(module)) - {here}
    allowed = {part for part in others - FACE if level(part) > level(here)} | (FACE if level(here) == 0 else set())
    assert others - allowed == set()


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_folder_says_its_purpose_in_one_line(folder):
    docstring = ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8")))
    assert docstring
    purpose, *rest = docstring.splitlines()
    assert purpose.endswith((".", "?"))
    assert rest == [] or folder == PACKAGE


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_no_file_is_over_400_lines(module):
    assert len(module.read_text(encoding="utf-8").splitlines()) <= 400


def test_functions_are_short():
    lengths = sorted(length(function) for module in MODULES for function in definitions(module))
    assert median(lengths) <= 11
    assert lengths[int(len(lengths) * 0.9)] < 30


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_every_public_name_has_a_docstring(module):
    tree = ast.parse(module.read_text(encoding="utf-8"))
    named = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    bodies = [tree, *(node for node in tree.body if isinstance(node, ast.ClassDef) and node.name[0] != "_")]
    public = [node for body in bodies for node in body.body if isinstance(node, named) and node.name[0] != "_"]
    assert ast.get_docstring(tree)
    assert [node.name for node in public if not ast.get_docstring(node)] == []


def test_public_names_are_those_of_the_list():
    assert dir(sayso) == sorted(sayso.__all__)
    assert [name for name in sayso.__all__ if getattr(sayso, name, None) is None] == []


def test_name_that_is_not_public_is_an_attribute_error():
    with pytest.raises(AttributeError, match="spans"):
        sayso.spans  # noqa: B018


@pytest.mark.parametrize("folder", [folder for folder in FOLDERS if folder != PACKAGE], ids=lambda folder: folder.name)
def test_list_of_public_names_holds_what_the_folder_imports(folder):
    tree = ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))
    listed = [
        ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__"
    ]
    bound = {
        alias.asname or alias.name
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.module != "__future__" and node.module.startswith("sayso")
        for alias in node.names
    }
    own = {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    public = {name for name in bound | own if not name.startswith("_")}
    assert not listed or public <= set(listed[0])
    assert listed or not bound


def loaded_by(code):
    """The heavy packages that are loaded once ``code`` has run in a fresh interpreter."""
    report = f"import sys\n{code}\nprint('LOADED', *sorted(set(sys.modules) & {HEAVY!r}), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", report], capture_output=True, text=True, check=True)
    return done.stderr.rpartition("LOADED")[2].split()


def test_import_loads_nothing_heavy():
    assert loaded_by("import sayso") == []


def test_help_loads_nothing_heavy():
    code = "from sayso.cli import main\nsys.argv = ['sayso', '--help']\ntry:\n    main()\nexcept SystemExit:\n    pass"
    assert [package for package in loaded_by(code) if package != "rich"] == []


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_requirements_are_hashed_and_name_no_host(name):
    lines = [line.strip(" \\") for line in (ROOT / name).read_text().splitlines() if not line.startswith("#")]
    assert [line for line in lines if "//" in line or (line.startswith("-") and not line.startswith("--hash="))] == []
    wanted = [line for line, after in pairwise(lines) if "==" in line and not after.startswith("--hash=sha256:")]
    assert wanted == []


def test_requirements_of_a_run_are_among_those_of_development():
    run, dev = (
        {line for line in (ROOT / name).read_text().splitlines() if "==" in line}
        for name in ("requirements.txt", "requirements-dev.txt")
    )
    assert run <= dev


def test_all_data_files_are_packaged():
    configured = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]["package-data"]["sayso"]
    names = [pattern.removeprefix("**/") for pattern in configured]
    there = [path for path in PACKAGE.rglob("*") if path.is_file() and path.suffix not in {".py", ".pyc"}]
    assert [path.name for path in there if not any(fnmatch(path.name, name) for name in names)] == []


LEFTOVERS = re.compile(
    r"/(?:work|root|tmp)/|\b(?:TODO|FIXME|XXX)\b|^(?:<{7}|>{7}) |co-authored-by|\bas an ai\b|\bthis session\b"
    r"|\bsub-?agents?\b",
    re.IGNORECASE | re.MULTILINE,
)


def test_repository_has_no_leftovers():
    found = {
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in tracked()
        for match in LEFTOVERS.finditer(path.read_text(encoding="utf-8", errors="replace"))
    }
    assert found == set()
