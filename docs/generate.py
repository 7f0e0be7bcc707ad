"""Writes the generated parts of the documentation, or, with ``--check``, fails where one is out of date.

Generated are the pages under ``docs/reference/``, ``docs/output.schema.json``, and in all other pages

- what stands between ``<!-- run: COMMAND -->`` and ``<!-- end -->``: the command with what it really prints. The
  commands of a page run one after the other in one empty folder that holds a copy of ``examples/``;
- what stands between ``<!-- quote: FILE -->`` and ``<!-- end -->``: the text of a file of the project.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from docs.reference_pages import command_line, data_dictionary, python_interface, tables
from sayso.model.codec import schema

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
RUN = re.compile(r"<!-- run: (?P<command>.+?) -->\n.*?<!-- end -->", re.DOTALL)
QUOTE = re.compile(r"<!-- quote: (?P<file>\S+) -->\n.*?<!-- end -->", re.DOTALL)
WIDTH = "80"


def output_schema() -> str:
    """Return the JSON Schema of what ``sayso read --format jsonl`` prints."""
    return json.dumps(schema(), indent=2) + "\n"


PAGES: dict[str, Callable[[], str]] = {
    "output.schema.json": output_schema,
    "reference/command-line.md": command_line,
    "reference/data-dictionary.md": data_dictionary,
    "reference/python.md": python_interface,
    "reference/tables.md": tables,
}


def pages() -> Iterator[tuple[Path, str]]:
    """Yield each file that has generated parts, and what it should hold."""
    for name, write in PAGES.items():
        yield DOCS / name, write()
    for path in [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]:
        if path.relative_to(DOCS.parent).as_posix().removeprefix("docs/") not in PAGES:
            yield path, with_output(path.read_text(encoding="utf-8"))


def with_output(page: str) -> str:
    """Return a page with the output of its commands and the texts that it quotes put in anew."""
    page = QUOTE.sub(lambda found: _quotation(found["file"]), page)
    if not RUN.search(page):
        return page
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "examples", Path(folder) / "examples")
        return RUN.sub(lambda found: _block(found["command"], Path(folder)), page)


def _block(command: str, folder: Path) -> str:
    printed = run(command, folder)
    return f"<!-- run: {command} -->\n```console\n$ {command}\n{printed}```\n<!-- end -->"


def _quotation(file: str) -> str:
    lines = (ROOT / file).read_text(encoding="utf-8").strip().splitlines()
    quoted = "\n".join(f"> {line}".rstrip() for line in lines)
    return f"<!-- quote: {file} -->\n{quoted}\n<!-- end -->"


def run(command: str, folder: Path) -> str:
    """Return what a command prints on both streams, in ``folder``, as on a plain terminal."""
    beside = str(Path(sys.executable).parent)
    settings = {"COLUMNS": WIDTH, "NO_COLOR": "1", "TERM": "dumb", "PATH": f"{beside}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        command, shell=True, cwd=folder, env=os.environ | settings, text=True, check=False,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, encoding="utf-8",
    )  # fmt: skip
    if done.returncode not in (0, 3):
        raise RuntimeError(f"{command} ended with {done.returncode}:\n{done.stdout}")
    return "".join(line.rstrip() + "\n" for line in done.stdout.strip("\n").splitlines())


def outdated() -> list[str]:
    """Return the files whose generated parts are not what they should be."""
    return [
        str(path.relative_to(ROOT))
        for path, page in pages()
        if not path.exists() or path.read_text(encoding="utf-8") != page
    ]


def main() -> int:
    """Write all pages, or check them; return 1 where the check finds one out of date."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing; fail where a page is out of date")
    if parser.parse_args().check:
        old = outdated()
        print(f"Out of date: {', '.join(old)}. Run \"make docs\"." if old else "Generated pages are up to date.")
        return 1 if old else 0
    for path, page in pages():
        path.parent.mkdir(exist_ok=True)
        path.write_text(page, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
