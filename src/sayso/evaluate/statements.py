"""Gold of who said what, as careful readers write it down: statements, and the entities that speak or are told.

A file is one such report, with its text in it, in the ``text_file`` beside it, or in a .json beside it that has the
same id; or it is JSON lines with the text in each.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from sayso.errors import BadLine
from sayso.evaluate.gold import Marked, decoded
from sayso.model import QuoteType, SpeechAct

SHAPE = (
    '{"id", "text" (or "text_file"), "published", "entities": [{"id", "name", "also"}], '
    '"statements": [{"source", "speaker", "content", "mode", "kind", "channel", "audience", ...}]}'
)
ACTS = {
    "statement": frozenset("assert acknowledge warn expect praise concede retract decline_comment".split()),
    "denial": frozenset({"deny", "refuse", "retract"}),
    "accusation": frozenset({"accuse", "condemn"}),
    "pledge": frozenset({"promise", "concede"}),
    "threat": frozenset({"threaten", "warn"}),
    "request": frozenset({"request", "demand"}),
    "belief": frozenset({"expect", "assert", "warn"}),
    "question": frozenset({"request", "demand", "assert"}),
}
"""Kinds of statements that people tell apart, and the speech acts that are right for each."""


class Passage(msgspec.Struct, frozen=True):
    """Marked words: where they stand."""

    start: int
    end: int


class Worded(msgspec.Struct, frozen=True):
    """Words of which the place does not matter."""

    words: str


class When(msgspec.Struct, frozen=True):
    """When it was said: the words, and the TIMEX3 value where it is known."""

    words: str
    value: str | None = None


class OnCondition(msgspec.Struct, frozen=True):
    """The words of a condition, plain or as marked."""

    if_: str | Worded = msgspec.field(name="if")

    @property
    def words(self) -> str:
        """The words themselves."""
        return self.if_ if isinstance(self.if_, str) else self.if_.words


class Entity(msgspec.Struct, frozen=True):
    """Someone or something that the report names, with all that it is called there."""

    id: str
    name: str
    also: tuple[str, ...] = ()


class Statement(msgspec.Struct, frozen=True):
    """What someone said. ``speaker``, ``audience``, ``outlet`` and ``place`` are ids of entities, or words.

    ``speaker`` is ``None`` where no one is named. ``kind`` is one of ``ACTS``; ``act``, where it is given, the one
    speech act that is right.
    """

    source: Passage | None
    speaker: str | None
    content: tuple[Passage, ...]
    mode: QuoteType | None = None
    kind: str | None = None
    act: SpeechAct | None = None
    channel: str | None = None
    audience: str | None = None
    outlet: str | None = None
    via_outlet: str | None = None
    time: When | None = None
    place: str | None = None
    condition: OnCondition | None = None


class Gold(Marked, frozen=True):
    """A report with the statements that people found in it."""

    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]


class _Textless(msgspec.Struct, frozen=True):
    id: str
    text: str | None = None
    text_file: str | None = None


def gold_of(line: bytes | str, folder: Path | None = None) -> Gold:
    """Return gold with its text, which may stand in another file of ``folder``. Raises ``BadLine``."""
    gold = decoded(with_text(line, folder, SHAPE), Gold, SHAPE)
    unknown = {one.kind for one in gold.statements if one.kind} - set(ACTS)
    if unknown:
        raise BadLine(f'"{min(unknown)}" is no kind of statement. The kinds are {", ".join(ACTS)}.')
    return gold


def with_text(line: bytes | str, folder: Path | None, shape: str) -> bytes | str:
    """Return gold of a shape with the text of its report, which may stand in another file of ``folder``.

    Raises ``BadLine`` where there is none.
    """
    about = decoded(line, _Textless, shape)
    return line if about.text is not None or folder is None else _with_text(line, about, folder)


def _with_text(line: bytes | str, about: _Textless, folder: Path) -> bytes:
    """Return gold, and what is known of its report, with the text from the file that it stands in."""
    gold = msgspec.json.decode(line, type=dict[str, msgspec.Raw])
    if about.text_file is None:
        return msgspec.json.encode(_beside(about.id, folder) | gold)
    try:
        text = (folder / about.text_file).read_text(encoding="utf-8")
    except (OSError, UnicodeError) as error:
        raise BadLine(f"The text cannot be read from {folder / about.text_file}. Put it there, as UTF-8.") from error
    return msgspec.json.encode({**gold, "text": text})


def _beside(id: str, folder: Path) -> dict[str, msgspec.Raw]:
    """Return the report of this id from the .json files of a folder."""
    for path in sorted(folder.glob("*.json")):
        try:
            report = msgspec.json.decode(path.read_bytes(), type=_Textless)
        except (OSError, msgspec.MsgspecError, UnicodeError):
            continue
        if report.id == id and report.text is not None:
            return msgspec.json.decode(path.read_bytes(), type=dict[str, msgspec.Raw])
    raise BadLine(f'The gold of report "{id}" has no "text", and no .json file beside it has. Give it, or "text_file".')
