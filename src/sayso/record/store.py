"""The record: what is kept of reports, and what it can be asked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, and_, select

from sayso.errors import RecordNotWritable
from sayso.model import Capture, Findings, Report
from sayso.record import adding, asking, happenings, history, schema, search, speakers, verify
from sayso.record.event_filter import EventFilter
from sayso.record.faults import told
from sayso.record.opening import Opened, opened
from sayso.record.views import Added, Change, Dated, Happenings, Hits, Listed, Said, Verification


class Record:
    """A record: one file that keeps captures, reports and findings, with their history.

    A context manager. Every method is one transaction: it sees or makes a whole state. Several programs can read and
    write one record at a time; writers wait for one another. What may be raised by any method: ``RecordBusy``,
    ``RecordNotWritable`` (by ``add``), ``RecordError`` where the file is damaged.
    """

    def __init__(self, opened: Opened) -> None:
        """Keep the opened database; use ``Record.open``."""
        self._opened = opened

    @classmethod
    def open(cls, where: str | Path, *, create: bool = False, wait: float = 30.0) -> Record:
        """Open the record in the file ``where``; make it if there is none and ``create`` is set.

        ``wait`` is for how many seconds to wait for another writer. Where the file or folder cannot be written, the
        record is open to be read. Raises ``RecordError`` where there is none, ``NotARecord``, ``NewerRecord``,
        ``RecordBusy`` and ``RecordNotWritable``.
        """
        return cls(opened(where, create=create, wait=wait))

    @property
    def where(self) -> str:
        """The record's name, as it was given."""
        return self._opened.where

    @property
    def writable(self) -> bool:
        """Whether the record can be written, as far as the permissions of its file and folder tell."""
        return self._opened.writer is not None

    def close(self) -> None:
        """Close the record. Closing twice does nothing more."""
        self._opened.reader.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with told(self.where), self._opened.reader.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        if self._opened.writer is None:
            raise RecordNotWritable(
                f"{self.where} cannot be written: the file or its folder is read-only. "
                "Change that, or copy the record to a folder of your own."
            )
        with told(self.where), self._opened.writer.begin() as connection:
            yield connection

    def add(self, capture: Capture, report: Report, findings: Findings, *, reading: str | None = None) -> Added:
        """Add a report with the bytes that it was read from and what was found in it: all of it or nothing.

        ``reading`` names what read it (the pipeline with its version); left out, it is the findings' ``made_by``,
        sorted and joined. The report's id is kept if it is free, else the start of the capture's hash is appended;
        a report without one is called by that alone.

        Bytes that the record has: the same findings change nothing (``unchanged``); other ones take the place of
        the earlier ones, which stay, marked superseded (``superseded``). What the header says now and did not say
        before (``published``, for one) is taken over; what it no longer says is kept.
        """
        new = adding.incoming(capture, report, findings, reading)
        with self._writing() as connection:
            return adding.add(connection, new)

    def holds(self, capture_sha256: str, reading: str, report: Report | None = None) -> bool:
        """Whether these bytes were read by ``reading`` (see ``add``) already, so that there is no need to read again.

        With ``report``, as intake made it, also whether its header says nothing new, and, where one capture has
        several reports, whether this one is there.
        """
        with self._reading() as connection:
            found = adding.find(connection, capture_sha256, report)
            if found is None or (report is not None and adding.news(found, report)):
                return False
            table = schema.readings.c
            current = and_(table.report == found.id, table.superseded.is_(None), table.reading == reading)
            return connection.scalar(select(table.id).where(current)) is not None

    def id_of(self, capture_sha256: str, report: Report | None = None) -> str | None:
        """Return the id in the record of the report that was read from these bytes; ``report`` as for ``holds``."""
        with self._reading() as connection:
            found = adding.find(connection, capture_sha256, report)
            return None if found is None else str(found.id)

    def known(self, capture_sha256: str, report: Report) -> Report:
        """Return ``report`` with what the record knows of it and it does not say itself, such as its date.

        To be called before reading again, so that a date that was given once is not lost to the new reading.
        """
        with self._reading() as connection:
            found = adding.find(connection, capture_sha256, report)
            return report if found is None else adding.filled(found, report)

    def reports(self) -> tuple[Listed, ...]:
        """Return a line for each report, in the order in which they were added."""
        with self._reading() as connection:
            return asking.listed(connection)

    def report(self, report_id: str) -> Report:
        """Return a report with its text. Raises ``NoSuchReport``."""
        with self._reading() as connection:
            return asking.report(connection, report_id, self.where)

    def findings(self, report_id: str) -> Findings:
        """Return what the current reading of a report found, equal to what was added. Raises ``NoSuchReport``."""
        with self._reading() as connection:
            return asking.findings(connection, report_id, self.where)

    def capture(self, sha256: str) -> Capture:
        """Return bytes as they were received. Raises ``RecordError`` where the record has none of that hash."""
        with self._reading() as connection:
            return asking.capture(connection, sha256, self.where)

    def search(self, query: str, *, limit: int = 50) -> Hits:
        """Return the attributions, and the sentences outside them, that hold the words of ``query``, best first.

        All words must occur, in any inflection; ``"a phrase"``, ``prefix*``, ``-without`` and ``this OR that`` are
        understood. An attribution is found by its words and its speaker's names together. Raises ``RecordError``
        where the query has no word.
        """
        with self._reading() as connection:
            return search.search(connection, query, limit)

    def who(self, name: str) -> tuple[Said, ...]:
        """Return what the parties of that name said, in the order in which the reports were added.

        Case, accents, possessives, articles and punctuation do not count; a surname will do. A party that says
        nothing gives an empty result; raises ``NoSuchParty``, with the names nearest to it, where there is none.
        """
        with self._reading() as connection:
            return speakers.who(connection, name, self.where)

    def timeline(self, *, speaker: str | None = None) -> tuple[Dated, ...]:
        """Return all attributions, or those of one speaker, by when they were said.

        Where that is not known, the report's date stands in and is marked so; the undated come last. Raises
        ``NoSuchParty``.
        """
        with self._reading() as connection:
            return speakers.timeline(connection, speaker, self.where)

    def happened(self, wanted: EventFilter | None = None, *, others: bool = False) -> Happenings:
        """Return what happened, according to whom: the events that are ``wanted`` (all, if not given), with all claims.

        They come in the order in which the reports were added, and within one in that of its text. With ``others``,
        claims on what is no event (``the group has changed``) stand behind the events of their report. Raises
        ``NoSuchParty`` where nothing is found and no party has the name of the wanted party or holder.
        """
        with self._reading() as connection:
            return happenings.happenings(connection, wanted or EventFilter(), self.where, others)

    def verify(self) -> Verification:
        """Check the record: hash all captures and texts again, compare every span, id and reference.

        Faults are listed in the result, not raised.
        """
        with self._reading() as connection:
            return verify.verified(connection)

    def history(self, report_id: str | None = None) -> tuple[Change, ...]:
        """Return every change, or those of one report, oldest first. Raises ``NoSuchReport``."""
        with self._reading() as connection:
            if report_id is not None:
                asking.report(connection, report_id, self.where)
            return history.changes(connection, report_id)
