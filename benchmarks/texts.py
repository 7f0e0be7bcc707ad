"""Texts to measure on: the example reports, their paragraphs shuffled and their names and numbers changed.

Every text is different, so that no cache of a parser or of ours flatters the figures; the same seed gives the same
texts.
"""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

EXAMPLES = Path(__file__).parents[1] / "examples"
NAMES = (
    "Adil Rahman", "Bota Kenesar", "Cyrus Haddad", "Dinara Umar", "Emil Navruz", "Farah Saidi", "Goran Petrovic",
    "Hana Yusuf", "Ilyas Turan", "Jamila Noor", "Kamil Aziz", "Leyla Demir", "Murat Kaya", "Nora Lindqvist",
    "Omar Farouk", "Petra Novak", "Qasim Jalil", "Rosa Delgado", "Samir Khoury", "Tomas Berg",
)  # fmt: skip
INVENTED = re.compile(r"Karim Dostan|Nadira Osmon|Ruslan Orozal|Erlan Sadykov|Helena Brandt")
NUMBER = re.compile(r"\b\d{2,3}\b")


def reports(count: int, seed: int = 7) -> list[dict[str, str]]:
    """Return ``count`` reports of some 900 words each as JSON lines take them."""
    paragraphs = (EXAMPLES / "standoff.txt").read_text(encoding="utf-8").splitlines()
    return [_report(paragraphs, random.Random(seed * 10_000 + number), number) for number in range(count)]


def write(path: Path, count: int) -> None:
    """Write ``count`` reports to a JSON-lines file."""
    lines = (json.dumps(report, ensure_ascii=False) for report in reports(count))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def words_of(path: Path) -> int:
    """Return the number of words, parted by white space, in the texts of a JSON-lines file."""
    return sum(len(text.split()) for text in texts_of(path))


def texts_of(path: Path) -> list[str]:
    """Return the texts of a JSON-lines file."""
    return [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def _report(paragraphs: list[str], chance: random.Random, number: int) -> dict[str, str]:
    given = dict(zip(sorted(set(INVENTED.findall(" ".join(paragraphs)))), chance.sample(NAMES, 5), strict=False))
    text = "\n".join(chance.sample(paragraphs, len(paragraphs)))
    text = INVENTED.sub(lambda name: given[name.group()], text)
    text = NUMBER.sub(lambda _: str(chance.randint(10, 999)), text)
    return {"id": f"bench-{number}", "text": text, "published": f"2019-10-{1 + number % 28:02}", "language": "en"}
